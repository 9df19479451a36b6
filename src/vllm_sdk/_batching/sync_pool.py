"""Runs jobs in threads, as many at once as a controller allows."""

from __future__ import annotations

import threading
import time
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Generic, Self, TypeVar

from vllm_sdk._batching.sources import SourceReader, may_wait
from vllm_sdk._batching.stopping import StopRequest
from vllm_sdk._operations.batching.concurrency import ConcurrencyController, is_overload
from vllm_sdk._transport.threads import start_thread
from vllm_sdk.errors import ConfigurationError, Overloaded, VLLMError

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")

READ_AHEAD = 2
"""The number of times the concurrency that jobs are read ahead of the results that were taken."""

_CLOSING = 10.0
"""Seconds that aborted jobs have to end."""

_LINGER = 0.05
"""Seconds that a thread waits for another job before it ends."""

_SLICE = 1.0
"""Seconds of one wait: on some systems Ctrl-C does not end a longer one."""


class BatchPool(Generic[JobT, ResultT]):
    """Jobs of which many are in flight at once, each in a thread: an iterator of their outcomes.

    It yields each job with its result, or with the `VLLMError` that it ended in, as soon as it has
    ended. Any other error of a job closes the pool and is raised. An error of the source is raised
    after the outcomes of the jobs before it.
    """

    def __init__(
        self,
        jobs: Iterable[JobT],
        run: Callable[[JobT], ResultT],
        *,
        concurrency: ConcurrencyController,
        stop: StopRequest | None = None,
        in_thread: bool | None = None,
        abort: Callable[[], object] | None = None,
    ) -> None:
        """Prepare the pool; the first look at it starts the jobs.

        Args:
            jobs: The source, which is read lazily.
            run: Runs one job, in a thread.
            concurrency: Decides how many jobs are in flight.
            stop: A request to stop: nothing new starts, what is in flight may end.
            in_thread: Whether the source is read in a thread of its own. Default: if it is not a
                collection.
            abort: Makes the jobs that are in flight end. Without it, threads in flight are left to
                end by themselves when the pool is closed.
        """
        self._run = run
        self._concurrency = concurrency
        self._stop = stop or StopRequest()
        self._abort = abort
        self._jobs = jobs
        self._in_thread = in_thread
        self._lock = threading.Condition(threading.Lock())
        self._lingering = 0  # threads that wait for another job
        self._queue: deque[JobT] = deque()
        self._direct: Iterator[JobT] | None = None
        self._reader: SourceReader[JobT] | None = None
        self._outcomes: SimpleQueue[tuple[JobT, ResultT | VLLMError] | None] = SimpleQueue()
        self._wake = partial(self._outcomes.put, None)  # a signal handler may call it
        self._pulled = 0
        self._yielded = 0
        self._in_flight = 0
        self._idle = threading.Event()
        self._source_error: BaseException | None = None
        self._fatal: BaseException | None = None
        self._has_ended = False  # the source
        self._is_begun = False
        self._is_closed = False
        self._cut_off_at: float | None = None

    @property
    def in_flight(self) -> int:
        """The number of jobs that have started and not ended."""
        return self._in_flight

    def __iter__(self) -> Iterator[tuple[JobT, ResultT | VLLMError]]:
        """Iterate the outcomes as the jobs end."""
        return self

    def __next__(self) -> tuple[JobT, ResultT | VLLMError]:
        """Return the next outcome.

        Raises:
            StopIteration: All jobs have ended, or the pool was closed.
        """
        try:
            self._begin()
            outcome = self._wait()
        except BaseException:
            self.close()
            raise
        if (fatal := self._fatal) is not None:
            self.close()
            self._fatal = None
            raise fatal
        if outcome is None:
            self.close()
            error, self._source_error = self._source_error, None
            if error is not None:
                raise error
            raise StopIteration
        self._yielded += 1
        self._dispatch()
        return outcome

    def close(self) -> None:
        """Abort the jobs in flight and wait until they have ended."""
        with self._lock:
            was_closed, self._is_closed = self._is_closed, True
            self._queue.clear()
            self._lock.notify_all()
            is_busy = self._in_flight > 0
        if was_closed:
            return
        self._stop.remove_listener(self._wake)
        if self._reader is not None:
            self._reader.close()
        self._wake()
        if is_busy and self._abort is not None:
            self._abort()
            self._idle.wait(_CLOSING)

    def __enter__(self) -> Self:
        """Enter a block that closes the pool when it is left."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the pool."""
        self.close()

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
        this = weakref.ref(self)

        def dispatch() -> None:
            pool = this()
            if pool is not None:
                pool._dispatch()  # noqa: SLF001 -- its own

        self._stop.add_listener(self._wake)
        if self._in_thread if self._in_thread is not None else may_wait(self._jobs):
            self._reader = SourceReader(self._jobs, dispatch)
        else:
            try:
                self._direct = iter(self._jobs)
            except Exception as error:  # noqa: BLE001 -- it is the source's
                self._end_source(error)
        self._dispatch()

    def _wait(self) -> tuple[JobT, ResultT | VLLMError] | None:
        """Wait for an outcome; return None if none will come."""
        while True:
            with self._lock:
                is_over = self._is_over()
            if self._is_closed:
                return None
            try:
                outcome = self._outcomes.get(not is_over, self._choose_wait())
            except Empty:
                outcome = None
                if is_over:
                    return None
            if outcome is not None:
                return outcome
            if not is_over:
                self._dispatch()  # a pause may be over

    def _choose_wait(self) -> float:
        """Return the seconds until the caller's thread looks again by itself."""
        now = time.monotonic()
        seconds = self._concurrency.get_pause(now) or _SLICE
        if self._stop.is_requested:
            if self._cut_off_at is None:
                self._cut_off_at = now + self._stop.grace
            seconds = min(seconds, self._cut_off_at - now)
        return max(0.0, min(seconds, _SLICE))

    def _is_over(self) -> bool:
        """Tell whether nothing is in flight and nothing more will start."""
        if self._is_closed or self._fatal is not None:
            return True
        if self._cut_off_at is not None and time.monotonic() >= self._cut_off_at:
            return True
        if self._in_flight:
            return False
        return self._stop.is_requested or (self._has_ended and not self._queue)

    # The source

    def _end_source(self, error: BaseException | None = None) -> None:
        self._has_ended = True
        self._source_error = error

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
            except Exception as error:  # noqa: BLE001 -- `__next__` raises it
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
        while True:
            with self._lock:
                if not self._may_start():
                    break
                if self._lingering:
                    self._lock.notify()
                    break  # the thread that takes the job looks for more
                job = self._take()
            self._start(job)
        if self._reader is not None:
            self._reader.allow(self._read_limit())
        with self._lock:
            is_over = self._is_over()
        if is_over:
            self._wake()

    def _may_start(self) -> bool:
        if self._in_flight >= self._concurrency.limit or self._is_closed:
            return False
        if self._fatal is not None or self._stop.is_requested:
            return False
        if not self._queue:
            self._refill()
        return bool(self._queue) and self._concurrency.get_pause(time.monotonic()) <= 0

    def _take(self) -> JobT:
        self._in_flight += 1
        self._idle.clear()
        return self._queue.popleft()

    def _start(self, job: JobT) -> None:
        """Run a job in a thread of its own; if the machine has none left, with fewer at once."""
        try:
            start_thread(lambda: self._work(job), name="vllm-sdk-batch")
        except RuntimeError as error:
            with self._lock:
                self._in_flight -= 1
                self._queue.appendleft(job)
                if self._in_flight:
                    self._concurrency.restrict(self._in_flight)
                    return
                self._fatal = ConfigurationError(
                    f"A thread for the batch cannot be started: {error}. Lower the concurrency, "
                    "or end other threads."
                )
            self._wake()

    def _work(self, job: JobT) -> None:
        """Run a job, and then others as long as they may start."""
        outcome: ResultT | VLLMError
        while True:
            try:
                outcome = self._run(job)
            except VLLMError as error:
                outcome = error
            except BaseException as error:  # noqa: BLE001 -- `__next__` raises it
                self._fail(error)
                return
            with self._lock:
                self._end(job, outcome)
                may_start = self._may_start() or self._linger()
                if may_start:
                    job = self._take()
            self._dispatch()  # the limit may have grown
            if not may_start:
                return

    def _linger(self) -> bool:
        """Wait a little for another job: starting a thread takes longer."""
        if self._is_over() or self._in_flight >= self._concurrency.limit:
            return False
        self._lingering += 1
        self._lock.wait(_LINGER)
        self._lingering -= 1
        return self._may_start()

    def _end(self, job: JobT, outcome: ResultT | VLLMError) -> None:
        now = time.monotonic()
        if isinstance(outcome, VLLMError) and is_overload(outcome):
            wait = outcome.retry_after if isinstance(outcome, Overloaded) else None
            self._concurrency.report_overload(now, wait)
        self._leave()
        self._concurrency.end_job(now, self._in_flight)
        if not self._is_closed:
            self._outcomes.put((job, outcome))

    def _leave(self) -> None:
        self._in_flight -= 1
        if not self._in_flight:
            self._idle.set()

    def _fail(self, error: BaseException) -> None:
        """Note an error to raise."""
        with self._lock:
            self._leave()
            if not self._is_closed and self._fatal is None:
                self._fatal = error
        self._wake()
