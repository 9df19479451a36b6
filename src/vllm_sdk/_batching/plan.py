"""Everything that the two clients' batches have in common, but the waiting."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import attrs

from vllm_sdk._batching.checkpoint import Checkpoint
from vllm_sdk._batching.interrupts import drain_on_interrupt
from vllm_sdk._batching.progress import ProgressReporter
from vllm_sdk._batching.restoring import Recorder
from vllm_sdk._batching.stopping import StopRequest
from vllm_sdk._operations.batching.concurrency import ConcurrencyController
from vllm_sdk._operations.batching.items import (
    BatchJob,
    JobBuilder,
    JobReader,
    check_items,
    count_items,
)
from vllm_sdk._operations.batching.results import (
    BatchProgress,
    BatchResult,
    BatchTracker,
    build_result,
)
from vllm_sdk._operations.generation.request import GenerationRequest
from vllm_sdk._operations.replies import Reply
from vllm_sdk.errors import BatchFileError, BatchStopped, RequestInvalid, VLLMError

T = TypeVar("T")


class FatalBatchError(Exception):
    """An error of the tree that ends the whole batch, on its way through the pool.

    Attributes:
        error: The error.
    """

    def __init__(self, error: VLLMError) -> None:
        """Keep the error."""
        super().__init__(error)
        self.error = error


@attrs.frozen
class BatchPlan(Generic[T]):
    """The arguments of a batch, checked.

    Attributes:
        items: The items.
        builder: Builds the requests.
        controller: Decides how many are in flight.
        reporter: Shows the progress.
        max_failures: The number of items that may fail before the batch stops, or None.
        order: The order in which the items start.
        checkpoint: The file of the replies of earlier runs, or None.
    """

    items: Any
    builder: JobBuilder[T]
    controller: ConcurrencyController
    reporter: ProgressReporter
    max_failures: int | None
    order: str
    checkpoint: Path | None

    def check(self) -> None:
        """Check what can be checked before anything is sent.

        Raises:
            RequestInvalid: A value is out of range, or two items have the same id.
            TypeError: An argument is of the wrong type.
        """
        most: object = self.max_failures
        if most is not None:
            if isinstance(most, bool) or not isinstance(most, int):
                raise TypeError(f"max_failures is a number of items, not {most!r}")
            if most < 0:
                raise RequestInvalid(f"max_failures={most}: it is 0 or more.")
        if self.order not in ("input", "prefix"):
            raise RequestInvalid(f"order={self.order!r}: it is 'input' or 'prefix'.")
        self.builder.check()
        check_items(self.items)

    def build_reader(self) -> JobReader[T]:
        """Return what reads the items."""
        return JobReader(self.builder.build if self.order == "prefix" else None)


class BatchRun(Generic[T]):
    """A batch that runs: its counts, its checkpoint, its failures.

    Attributes:
        stop: The request to stop it.
    """

    def __init__(self, plan: BatchPlan[T]) -> None:
        """Prepare the run; nothing is opened yet."""
        self.stop = StopRequest()
        self._plan = plan
        self._stack = ExitStack()
        self._tracker = BatchTracker(count_items(plan.items), time.monotonic())
        self._recorder = Recorder(None)
        self._excess: VLLMError | None = None  # the failure that was too much

    def start(self) -> None:
        """Open the checkpoint.

        Raises:
            VLLMError: The checkpoint can't be used.
        """
        if self._plan.checkpoint is not None:
            checkpoint = Checkpoint(self._plan.checkpoint)
            self._stack.callback(checkpoint.close)
            self._recorder = Recorder(checkpoint)

    def drain_on_interrupt(self) -> None:
        """Let the first Ctrl-C stop the batch, until it is closed."""
        self._stack.enter_context(drain_on_interrupt(self.stop))

    def prepare(self, job: BatchJob[T]) -> tuple[GenerationRequest[T], str, Reply[T] | None]:
        """Return the request of an item, its hash, and its reply of an earlier run.

        Raises:
            FatalBatchError: The checkpoint can't be read.
            RequestInvalid: The item is invalid.
        """
        request = self._plan.builder.build(job)
        try:
            hashed = self._recorder.hash(request)
            return request, hashed, self._recorder.restore(job.id, hashed, request)
        except BatchFileError as error:
            raise FatalBatchError(error) from error

    def record(self, job: BatchJob[T], hashed: str, reply: Reply[T]) -> None:
        """Note a reply that the server sent.

        Raises:
            FatalBatchError: The checkpoint can't be written.
        """
        self._plan.controller.count_tokens(reply.usage.completion_tokens)
        try:
            self._recorder.record(job.id, hashed, reply)
        except BatchFileError as error:
            raise FatalBatchError(error) from error

    def build_result(self, job: BatchJob[T], outcome: Any, in_flight: int) -> BatchResult[T]:
        """Return the result of an item, and count it; stop after too many failures."""
        is_restored = isinstance(outcome, Restored)
        if is_restored:
            outcome = cast("Restored[T]", outcome).reply
        result: BatchResult[T] = build_result(job, outcome, is_restored=is_restored)
        job.request = None
        self._tracker.count(result)
        most = self._plan.max_failures
        if self._excess is None and most is not None and self._tracker.failed > most:
            self._excess = result.error
            self.stop.request()
        self._plan.reporter.update(time.monotonic(), lambda: self.describe(in_flight))
        return result

    def describe(self, in_flight: int) -> BatchProgress:
        """Return the progress."""
        limit = self._plan.controller.limit
        return self._tracker.describe(time.monotonic(), in_flight=in_flight, limit=limit)

    def check_failures(self) -> None:
        """Check at the end whether too many items have failed.

        Raises:
            BatchStopped: More have failed than may fail.
        """
        if self._excess is not None:
            failed, most = self._tracker.failed, self._plan.max_failures
            raise BatchStopped(
                f"The batch stopped after {self._tracker.done} items: {failed} failed, and "
                f"max_failures={most}. The first one too much: {self._excess.message}",
                failures=failed,
            ) from self._excess

    def close(self) -> None:
        """Show the progress of the end, close the checkpoint, pass Ctrl-C on."""
        try:
            self._plan.reporter.finish(lambda: self.describe(0))
        finally:
            self._stack.close()


@attrs.frozen
class Restored(Generic[T]):
    """A reply of an earlier run.

    Attributes:
        reply: The reply.
    """

    reply: Reply[T]
