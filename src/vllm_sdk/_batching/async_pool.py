"""Runs jobs as tasks of the event loop, as many at once as a controller allows."""

from __future__ import annotations

import asyncio
import contextlib
import time
import weakref
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from types import TracebackType
from typing import Generic, Self, TypeVar

from vllm_sdk._batching.sources import SourceReader, may_wait
from vllm_sdk._batching.stopping import StopRequest
from vllm_sdk._operations.batching.concurrency import ConcurrencyController, is_overload
from vllm_sdk.errors import Overloaded, VLLMError

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")

READ_AHEAD = 2
"""The number of times the concurrency that jobs are read ahead of the results that were taken."""

_CLOSING = 10.0
"""Seconds that cancelled jobs have to end."""


class AsyncBatchPool(Generic[JobT, ResultT]):
    """Jobs of which many are in flight at once: an asynchronous iterator of their outcomes.

    It yields each job with its result, or with the `VLLMError` that it ended in, as soon as it has
    ended. Any other error of a job closes the pool and is raised. An error of the source is raised
    after the outcomes of the jobs before it.
    """

    def __init__(
        self,
        jobs: Iterable[JobT] | AsyncIterable[JobT],
        run: Callable[[JobT], Awaitable[ResultT]],
        *,
        concurrency: ConcurrencyController,
        stop: StopRequest | None = None,
        in_thread: bool | None = None,
    ) -> None:
        """Prepare the pool; the first look at it starts the jobs.

        Args:
            jobs: The source, which is read lazily.
            run: Runs one job.
            concurrency: Decides how many jobs are in flight.
            stop: A request to stop: nothing new starts, what is in flight may end.
            in_thread: Whether a source that is not asynchronous is read in a thread. Default: if it
                is not a collection.
        """
        self._run = run
        self._concurrency = concurrency
        self._stop = stop or StopRequest()
        self._jobs = jobs
        self._in_thread = in_thread
        self._queue: deque[JobT] = deque()
        self._direct: Iterator[JobT] | None = None
        self._reader: SourceReader[JobT] | None = None
        self._feeder: asyncio.Task[None] | None = None
        self._room = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._outcomes: deque[tuple[JobT, ResultT | VLLMError]] = deque()
        self._pulled = 0
        self._yielded = 0
        self._source_error: BaseException | None = None
        self._fatal: BaseException | None = None
        self._has_ended = False  # the source
        self._is_begun = False
        self._is_closed = False
        self._waiter: asyncio.Future[None] | None = None
        self._pause: asyncio.TimerHandle | None = None
        self._grace: asyncio.TimerHandle | None = None

    @property
    def in_flight(self) -> int:
        """The number of jobs that have started and not ended."""
        return len(self._tasks)

    def __aiter__(self) -> AsyncIterator[tuple[JobT, ResultT | VLLMError]]:
        """Iterate the outcomes as the jobs end."""
        return self

    async def __anext__(self) -> tuple[JobT, ResultT | VLLMError]:
        """Return the next outcome.

        Raises:
            StopAsyncIteration: All jobs have ended, or the pool was closed.
        """
        try:
            self._begin()
            while not self._outcomes and self._fatal is None and not self._is_over():
                await self._wait()
        except BaseException:
            await self.close()
            raise
        if (fatal := self._fatal) is not None:
            await self.close()
            self._fatal = None
            raise fatal
        if not self._outcomes:
            await self.close()
            error, self._source_error = self._source_error, None
            if error is not None:
                raise error
            raise StopAsyncIteration
        outcome = self._outcomes.popleft()
        self._yielded += 1
        self._dispatch()
        return outcome

    async def close(self) -> None:
        """Cancel the jobs in flight and wait until they have ended."""
        self._abandon()
        self._outcomes.clear()
        tasks = [*self._tasks] if self._feeder is None else [*self._tasks, self._feeder]
        tasks = [task for task in tasks if task is not asyncio.current_task()]
        if tasks:
            await asyncio.wait(tasks, timeout=_CLOSING)

    async def __aenter__(self) -> Self:
        """Enter a block that closes the pool when it is left."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the pool."""
        await self.close()

    def __del__(self) -> None:
        """End the thread that reads the source of a pool that was dropped."""
        reader = getattr(self, "_reader", None)
        if reader is not None:
            reader.close()

    # Start and end

    def _begin(self) -> None:
        if self._is_begun or self._is_closed:
            return
        self._is_begun = True
        loop = self._loop = asyncio.get_running_loop()
        this = weakref.ref(self)

        def wake(method: str) -> None:
            pool = this()
            if pool is not None:
                with contextlib.suppress(RuntimeError):  # the loop has been closed
                    loop.call_soon_threadsafe(getattr(pool, method))

        self._on_stop = lambda: wake("_drain")
        self._stop.add_listener(self._on_stop)
        if isinstance(self._jobs, AsyncIterable):
            self._feeder = loop.create_task(self._feed(self._jobs))
        elif self._in_thread if self._in_thread is not None else may_wait(self._jobs):
            self._reader = SourceReader(self._jobs, lambda: wake("_dispatch"))
        else:
            self._open_direct(self._jobs)
        if self._stop.is_requested:
            self._drain()
        self._dispatch()

    def _open_direct(self, jobs: Iterable[JobT]) -> None:
        try:
            self._direct = iter(jobs)
        except Exception as error:  # noqa: BLE001 -- it is the source's
            self._end_source(error)

    def _end_source(self, error: BaseException | None = None) -> None:
        self._has_ended = True
        self._source_error = error

    def _is_over(self) -> bool:
        """Tell whether nothing is in flight and nothing more will start."""
        if self._is_closed:
            return True
        if self._tasks:
            return False
        return self._stop.is_requested or (self._has_ended and not self._queue)

    def _abandon(self) -> None:
        """Start nothing more, and cancel what is in flight."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._is_begun:
            self._stop.remove_listener(self._on_stop)
        if self._reader is not None:
            self._reader.close()
        for timer in (self._pause, self._grace):
            if timer is not None:
                timer.cancel()
        if self._feeder is not None:
            self._feeder.cancel()
        for task in self._tasks:
            task.cancel()
        self._queue.clear()
        self._wake()

    def _drain(self) -> None:
        """Let what is in flight end within the grace of the stop."""
        if not self._is_closed and self._grace is None:
            self._grace = self._loop.call_later(self._stop.grace, self._cut_off)
            self._wake()

    def _cut_off(self) -> None:
        for task in self._tasks:
            task.cancel()

    async def _wait(self) -> None:
        if self._waiter is not None:
            raise RuntimeError("another task waits for the outcomes of this batch already")
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    # The source

    async def _feed(self, jobs: AsyncIterable[JobT]) -> None:
        """Read an asynchronous source, never further than there is room."""
        try:
            iterator = aiter(jobs)
            while True:
                while self._read_limit() <= self._pulled:
                    self._room.clear()
                    await self._room.wait()
                self._pulled += 1
                self._queue.append(await anext(iterator))
                self._dispatch()
        except StopAsyncIteration:
            self._end_source()
        except Exception as error:  # noqa: BLE001 -- `__anext__` raises it
            self._end_source(error)
        self._wake()

    def _read_limit(self) -> int:
        """Return how many jobs may have been read by now."""
        return self._yielded + READ_AHEAD * self._concurrency.limit

    def _refill(self) -> None:
        """Take one more job from the source if it has one at hand."""
        if self._direct is not None:
            if self._has_ended or self._pulled >= self._read_limit():
                return
            self._pulled += 1
            try:
                self._queue.append(next(self._direct))
            except StopIteration:
                self._end_source()
            except Exception as error:  # noqa: BLE001 -- `__anext__` raises it
                self._end_source(error)
        elif self._reader is not None:
            has_ended = self._reader.has_ended  # before a look at its jobs: it adds them first
            if self._reader.jobs:
                self._queue.append(self._reader.jobs.popleft())
            elif has_ended and not self._has_ended:
                self._end_source(self._reader.error)

    # The jobs

    def _dispatch(self) -> None:
        """Start as many jobs as may start."""
        if self._is_closed:
            return
        while len(self._tasks) < self._concurrency.limit and self._may_start():
            task = self._loop.create_task(self._work(self._queue.popleft()))
            self._tasks.add(task)
            task.add_done_callback(self._forget)
        if self._reader is not None:
            self._reader.allow(self._read_limit())
        elif self._feeder is not None:
            self._room.set()
        if not self._tasks:
            self._wake()  # the source may have ended

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._dispatch()

    def _may_start(self) -> bool:
        if self._is_closed or self._fatal is not None or self._stop.is_requested:
            return False
        if not self._queue:
            self._refill()
        return bool(self._queue) and not self._has_pause()

    def _has_pause(self) -> bool:
        seconds = self._concurrency.get_pause(time.monotonic())
        if seconds <= 0:
            return False
        if self._pause is None or self._pause.when() <= self._loop.time():
            self._pause = self._loop.call_later(seconds, self._dispatch)
        return True

    async def _work(self, job: JobT) -> None:
        """Run a job, and then others as long as they may start."""
        outcome: ResultT | VLLMError
        while True:
            try:
                outcome = await self._run(job)
            except VLLMError as error:
                outcome = error
            except BaseException as error:
                self._fail(error)
                if isinstance(error, Exception):
                    return
                raise
            self._end(job, outcome)
            if len(self._tasks) > self._concurrency.limit or not self._may_start():
                return  # `_forget` starts what may start
            job = self._queue.popleft()
            self._dispatch()  # the limit may have grown

    def _end(self, job: JobT, outcome: ResultT | VLLMError) -> None:
        now = time.monotonic()
        if isinstance(outcome, VLLMError) and is_overload(outcome):
            wait = outcome.retry_after if isinstance(outcome, Overloaded) else None
            self._concurrency.report_overload(now, wait)
        self._concurrency.end_job(now, len(self._tasks) - 1)
        if not self._is_closed:
            self._outcomes.append((job, outcome))
            self._wake()

    def _fail(self, error: BaseException) -> None:
        """Note the end of a job that has no outcome: a cancellation, or an error to raise."""
        is_cut_off = self._stop.is_requested and isinstance(error, asyncio.CancelledError)
        if not self._is_closed and not is_cut_off and self._fatal is None:
            self._fatal = error
        self._wake()
