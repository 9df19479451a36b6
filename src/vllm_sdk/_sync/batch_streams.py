# Derived from src/vllm_sdk/_async/batch_streams.py by `make derive`. Edit that file instead.
"""Results of a batch, as they arrive."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Generic, Self

from vllm_sdk._batching.new_pools import new_pool
from vllm_sdk._batching.plan import BatchPlan, BatchRun, FatalBatchError, Restored
from vllm_sdk._batching.sync_pool import BatchPool
from vllm_sdk._exports import export
from vllm_sdk._operations.batching.items import BatchJob
from vllm_sdk._operations.batching.results import BatchProgress, BatchResult
from vllm_sdk._operations.generation.request import generate
from vllm_sdk._sync.sender import Sender, run
from vllm_sdk._transport.protocols import Transport
from vllm_sdk.errors import BatchStopped
from vllm_sdk.types import T_co


@export
class BatchStream(Generic[T_co]):
    """The results of a batch: a context manager that iterates them in the order of their end.

    The first result that is asked for starts the batch. Leaving the block early, by `break`,
    `return` or an error, aborts what is in flight. In the block, the first Ctrl-C starts nothing
    more, and waits up to 30 s for what is in flight. `KeyboardInterrupt` follows when the block is
    left. A second one ends the block at once.
    """

    def __init__(self, plan: BatchPlan[T_co], sender: Sender, engine: Transport | None) -> None:
        """Prepare the batch; the client's methods make such streams.

        Args:
            plan: The arguments of the batch.
            sender: Sends the requests.
            engine: The engine of this batch alone, to close at the end; None for the client's.
        """
        self._plan = plan
        self._sender = sender
        self._engine = engine
        self._run = BatchRun(plan)
        self._pool: BatchPool[BatchJob[T_co], Any] | None = None
        self._closed = False

    @property
    def progress(self) -> BatchProgress:
        """The progress of the batch."""
        return self._run.describe(0 if self._pool is None else self._pool.in_flight)

    def __enter__(self) -> Self:
        """Enter a block that ends the batch when it is left."""
        if not self._closed:
            self._run.drain_on_interrupt()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the batch; what is in flight is aborted."""
        self.close()

    def __iter__(self) -> Iterator[BatchResult[T_co]]:
        """Iterate the results in the order of their end."""
        return self

    def __next__(self) -> BatchResult[T_co]:
        """Return the next result.

        Raises:
            BatchStopped: More items have failed than `max_failures` allows.
        """
        try:
            pool = self._open()
            job, outcome = next(pool)
            return self._run.build_result(job, outcome, pool.in_flight)
        except StopIteration:
            if not self._closed:
                self.close()
                self._run.check_failures()
            raise
        except FatalBatchError as fatal:
            self.close()
            raise fatal.error from None
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the batch; what is in flight is aborted."""
        if self._closed:
            return
        self._closed = True
        try:
            if self._pool is not None:
                self._pool.close()
        finally:
            try:
                if self._engine is not None:
                    self._engine.close()
            finally:
                self._run.close()

    def collect(self) -> list[BatchResult[T_co]]:
        """Return all results in the order of the items.

        Raises:
            BatchStopped: More items have failed than `max_failures` allows.
        """
        results: list[BatchResult[T_co]] = []
        try:
            if self._plan.checkpoint is not None:
                self._run.drain_on_interrupt()
            for result in self:
                results += [result]  # some remain after an error
        except BatchStopped as error:
            error.results = tuple(sorted(results, key=_get_index))
            raise
        finally:
            self.close()
        results.sort(key=_get_index)
        return results

    def _open(self) -> BatchPool[BatchJob[T_co], Any]:
        if self._pool is None:
            if self._closed:
                raise StopIteration
            self._run.start()
            plan = self._plan
            self._pool = new_pool(
                plan.items,
                plan.build_reader(),
                self._run_job,
                controller=plan.controller,
                stop=self._run.stop,
                engine=self._engine,
            )
        return self._pool

    def _run_job(self, job: BatchJob[T_co]) -> Any:
        request, hashed, restored = self._run.prepare(job)
        if restored is not None:
            return Restored(restored)
        reply = run(generate(request), self._sender)
        self._run.record(job, hashed, reply)
        return reply


def _get_index(result: BatchResult[Any]) -> int:
    return result.index
