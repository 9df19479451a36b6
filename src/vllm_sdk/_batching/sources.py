"""Reads a source of jobs in a thread of its own, because it may wait."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable
from typing import Any, Generic, TypeVar

from vllm_sdk._transport.threads import start_thread

JobT = TypeVar("JobT")


def may_wait(jobs: Iterable[Any]) -> bool:
    """Tell whether a source may wait for its next item: a collection has all of them."""
    return not isinstance(jobs, Collection)


class SourceReader(Generic[JobT]):
    """A thread that reads a source, never further than it may.

    Attributes:
        jobs: The jobs that were read and not taken yet.
        error: The error that the source raised, or None.
        has_ended: Whether the source has ended, or raised an error.
    """

    def __init__(self, jobs: Iterable[JobT], notify: Callable[[], object]) -> None:
        """Prepare to read; nothing is read yet.

        Args:
            jobs: The source.
            notify: Called in the thread after each job, and at the end.
        """
        self.jobs: deque[JobT] = deque()
        self.error: BaseException | None = None
        self.has_ended = False
        self._source = jobs
        self._notify = notify
        self._condition = threading.Condition()
        self._allowed = 0
        self._is_closed = False
        self._is_started = False

    def allow(self, total: int) -> None:
        """Let the thread read up to a number of jobs, all that it ever read included."""
        if total > self._allowed:
            with self._condition:
                self._allowed = total
                self._condition.notify()
            if not self._is_started:
                self._is_started = True
                start_thread(self._read, name="vllm-sdk-batch-source")

    def close(self) -> None:
        """Read nothing more; a source that waits is left when its next item comes."""
        with self._condition:
            self._is_closed = True
            self._condition.notify()

    def _read(self) -> None:
        try:
            count = 0
            iterator = iter(self._source)
            while self._wait(count):
                try:
                    job = next(iterator)
                except StopIteration:
                    break
                count += 1
                self.jobs.append(job)
                self._notify()
        except BaseException as error:  # noqa: BLE001 -- the pool raises it
            self.error = error
        self.has_ended = True
        self._notify()

    def _wait(self, count: int) -> bool:
        """Wait until another job may be read; return False once the reader is closed."""
        with self._condition:
            while count >= self._allowed and not self._is_closed:
                self._condition.wait()
            return not self._is_closed
