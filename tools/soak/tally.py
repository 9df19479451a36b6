"""The outcomes of calls, the time that each may take, and what they may leave behind."""

from __future__ import annotations

import faulthandler
import gc
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import attrs

from vllm_sdk.errors import StatusError, TransportError

BOUND = 45.0
"""Seconds that any call of the soak may take: its timeouts, its retries and a busy machine."""

ALLOWED = (TransportError, StatusError)
"""The errors that a bad network may cause."""

_GLANCE = 0.5
_PATIENCE = 10.0
_SHOWN = 20


class WrongAnswer(Exception):
    """A reply that is not the answer to the question."""


def check(is_right: bool, found: object, wanted: object) -> None:
    """Raise `WrongAnswer` unless what was found is right."""
    if not is_right:
        raise WrongAnswer(f"found {str(found)[:300]!r} instead of {str(wanted)[:300]!r}")


class Tally:
    """The outcomes of the calls of one part of the soak.

    Attributes:
        name: The name of the part.
        outcomes: The number of calls with each outcome: `right`, or the class of the error.
        examples: The message of the first error of each class.
        violations: What must not happen, in sentences.
        longest: The seconds of the longest call.
    """

    def __init__(self, name: str) -> None:
        """Prepare a tally; one lock serves all threads."""
        self.name = name
        self.outcomes: Counter[str] = Counter()
        self.examples: dict[str, str] = {}
        self.violations: list[str] = []
        self.longest = 0.0
        self.pending: set[Call] = set()
        self._lock = threading.Lock()

    @property
    def calls(self) -> int:
        """The number of calls that have ended."""
        return self.outcomes.total()

    def call(self, what: str, *more: type[BaseException], bound: float = BOUND) -> Call:
        """Return a block for one call.

        Args:
            what: What is asked, for the message of a violation.
            *more: Classes of exceptions, besides `ALLOWED`, that may end the call.
            bound: The seconds that the call may take.
        """
        return Call(self, what, more, bound)

    def begin(self, call: Call) -> None:
        """Note a call that begins."""
        with self._lock:
            self.pending.add(call)

    def end(self, call: Call, error: BaseException | None) -> None:
        """Note the end of a call.

        Args:
            call: The call.
            error: The error that ended it, or None for a right answer.
        """
        outcome = "right" if error is None else type(error).__name__
        is_allowed = error is None or isinstance(error, (*ALLOWED, *call.more))
        violation = None if is_allowed else f"{call.what}: {outcome}: {error}"
        took = time.monotonic() - call.began
        if took > call.bound:
            violation = violation or f"{call.what}: took {took:.1f} s of {call.bound:.1f}"
        with self._lock:
            self.pending.discard(call)
            self.outcomes[outcome] += 1
            if error is not None:
                self.examples.setdefault(outcome, str(error))
            self.longest = max(self.longest, took)
        if violation is not None:
            self.violate(violation)

    def find_hanging(self, now: float) -> list[Call]:
        """Return the calls that have taken more than twice their bound, by the monotonic clock."""
        with self._lock:
            return [call for call in self.pending if now > call.began + 2 * call.bound]

    def violate(self, violation: str) -> None:
        """Note a violation, and print it."""
        with self._lock:
            self.violations.append(violation)
            is_shown = len(self.violations) <= _SHOWN
        if is_shown:
            print(f"VIOLATION in {self.name}: {violation}", flush=True)


@attrs.define(eq=False)
class Call:
    """The block of one call, which swallows the errors that the call may end in.

    Attributes:
        tally: The tally that gets the outcome.
        what: What is asked.
        more: Further classes of exceptions that may end the call.
        bound: The seconds that the call may take.
        began: The start of the call, by the monotonic clock.
    """

    tally: Tally
    what: str
    more: tuple[type[BaseException], ...]
    bound: float
    began: float = 0.0

    def __enter__(self) -> Self:
        """Start the clock."""
        self.began = time.monotonic()
        self.tally.begin(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        """Note the outcome; let only exceptions pass that end the program."""
        self.tally.end(self, error)
        return error is None or isinstance(error, (Exception, *self.more))


class Watchdog:
    """A thread that ends the soak if a call hangs."""

    def __init__(self) -> None:
        """Prepare the thread; it is a daemon."""
        self.tallies: list[Tally] = []
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    def follow(self, tally: Tally) -> Tally:
        """Watch the calls of a tally, and return it."""
        self.tallies.append(tally)
        return tally

    def _watch(self) -> None:
        while True:
            time.sleep(_GLANCE)
            now = time.monotonic()
            for tally in list(self.tallies):
                for call in tally.find_hanging(now):
                    self._give_up(tally, call)

    def _give_up(self, tally: Tally, call: Call) -> None:
        print(f"VIOLATION in {tally.name}: {call.what} hangs; the stacks follow.", flush=True)
        faulthandler.dump_traceback(sys.stdout, all_threads=True)
        sys.stdout.flush()
        os._exit(1)


@attrs.frozen
class Census:
    """The descriptors and threads of a process at a moment.

    Attributes:
        descriptors: The number of open descriptors.
        threads: The names of the threads.
    """

    descriptors: int
    threads: tuple[str, ...]

    @classmethod
    def take(cls) -> Self:
        """Count what the process has now."""
        gc.collect()
        return cls(
            sum(1 for _ in Path("/proc/self/fd").iterdir()),
            tuple(sorted(thread.name for thread in threading.enumerate())),
        )


def find_leftovers(before: Census, patience: float = _PATIENCE) -> list[str]:
    """Return what has been left since an earlier census, in sentences.

    Args:
        before: The earlier census.
        patience: The seconds that what is left has to end.
    """
    if wait_until(lambda: Census.take() == before, patience):
        return []
    now = Census.take()
    found: list[str] = []
    if now.descriptors != before.descriptors:
        found.append(f"{now.descriptors} descriptors are open instead of {before.descriptors}")
    if now.threads != before.threads:
        found.append(f"the threads are {now.threads} instead of {before.threads}")
    return found


def wait_until(is_so: Callable[[], bool], patience: float = _PATIENCE) -> bool:
    """Wait until something is so; return whether it is so in time."""
    end = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(_GLANCE / 10)
    return True
