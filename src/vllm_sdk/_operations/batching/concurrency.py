"""How many requests of a batch are in flight: a fixed number, or what the server bears."""

from __future__ import annotations

import threading
from math import ceil, inf, sqrt

from vllm_sdk.errors import ConnectionFailed, Overloaded, VLLMError

START = 32
"""The limit that `auto` starts with."""

RAMP = 128
"""The limit that `auto` reaches before it measures, unless jobs take long."""

_SLOW = 10.0
"""Seconds in which as many jobs as the limit end, if jobs take long."""

CEILING = 1024
"""The limit that `auto` does not exceed."""

_MIN_GAIN = 0.05
"""The share by which twice the limit must raise the throughput, to be worth it."""

_MAX_LOSS = 0.02
"""The share of the throughput that a lower limit may lose, to be chosen."""

_MIN_FACTOR = 1.15
"""The smallest change of the limit that is tried."""

_PROBE_UP = 1.5
"""The change of the limit by which a probe looks for a higher one."""

_PROBE_DOWN = 1.25
"""The change of the limit by which a probe looks for a lower one."""

_HOLD = 8
"""Windows before the first probe; twice as many after each probe that finds nothing better."""

_MIN_PROBE = 8
"""The lowest limit that a probe looks for; below it only overloads lead."""

_MAX_HOLD = 64
"""Windows between two probes, at most."""

_MIN_WINDOW = 32
"""Completed jobs, at least, of a window that the throughput is measured over."""

_PROBE_WINDOWS = 4
"""How many times longer the window of a probe is: a small gain needs a better measure."""

_MIN_SECONDS = 0.05
"""Seconds, at least, of a window."""

_MIN_PAUSE = 1.0
"""Seconds, at least, in which nothing starts after an overload."""

_MAX_PAUSE = 30.0
"""Seconds, at most, in which nothing starts after an overload."""

_BELOW_OVERLOAD = 0.9
"""The share of a limit that was too much for the server which is not exceeded for a while."""


class ConcurrencyController:
    """The limit on the jobs that are in flight: a fixed number; subclasses change it.

    The time is passed in. Every method may be called from any thread.

    Attributes:
        limit: The number of jobs that may be in flight now, 1 or more.
    """

    def __init__(self, limit: int) -> None:
        """Begin with a limit."""
        self.limit = limit

    @property
    def ceiling(self) -> int:
        """The limit that is not exceeded."""
        return self.limit

    def restrict(self, limit: int) -> None:
        """Never exceed a limit from now on: the machine does not allow more."""
        self.limit = max(1, min(self.limit, limit))

    def get_pause(self, now: float) -> float:  # noqa: ARG002 -- for subclasses
        """Return the seconds until a job may start; 0 for now. It is asked before each start."""
        return 0.0

    def count_tokens(self, tokens: int) -> None:
        """Count tokens that a job generated, before it ends: a better measure than jobs."""

    def end_job(self, now: float, in_flight: int) -> None:
        """Note that a job has ended.

        Args:
            now: The time in seconds, of a clock that never goes back.
            in_flight: The number of jobs that are still in flight.
        """

    def report_overload(self, now: float, retry_after: float | None = None) -> None:
        """Note that the server refused a request because it is too busy, or lost it.

        Args:
            now: The time in seconds.
            retry_after: The seconds to wait that the server asked for, if it did.
        """


class FixedConcurrency(ConcurrencyController):
    """A fixed number of jobs in flight."""


class AutoConcurrency(ConcurrencyController):
    """A number of jobs in flight that follows the throughput of the server.

    The limit grows by one for each job that ends, up to `RAMP`, while jobs are fast. From then on
    the throughput is measured over windows: generated tokens per second, or jobs per second if no
    tokens are counted. The limit doubles while that helps. Then it is held, and from time to time
    a higher and a lower one are tried. An overload halves it, once until it has had its effect, and
    starts a pause for all jobs; for a while it stays below the limit that was too much.
    """

    def __init__(self, *, start: int = START, ceiling: int = CEILING) -> None:
        """Begin with a limit.

        Args:
            start: The first limit.
            ceiling: The limit that is not exceeded.
        """
        self._ceiling = max(1, ceiling)
        super().__init__(max(1, min(start, self._ceiling)))
        self._lock = threading.Lock()
        self._base = self.limit  # the best limit so far, or what is being measured first
        self._base_rate = 0.0
        self._factor = 2.0
        self._held = 0
        self._patience = _HOLD
        self._probes_down = False
        self._grown = False  # whether the first search for the limit has ended
        self._resume_at = 0.0
        self._cooling = False  # an overload has halved the limit, which has had no effect yet
        self._soft_ceiling = self._ceiling
        self._soft_growth = _MIN_FACTOR
        self._calm = 0  # windows since the last overload
        self._ramps = True
        self._to_settle = 0
        self._began = inf  # the time at which the window, or the step of the ramp, began
        self._jobs = 0
        self._tokens = 0

    @property
    def ceiling(self) -> int:
        """The limit that is not exceeded."""
        return self._ceiling

    def get_pause(self, now: float) -> float:
        """Return the seconds until the pause after an overload is over."""
        if self._ramps:
            self._began = min(self._began, now)
        return max(0.0, self._resume_at - now)

    def count_tokens(self, tokens: int) -> None:
        """Count tokens that a job generated."""
        with self._lock:
            self._tokens += tokens

    def restrict(self, limit: int) -> None:
        """Lower the ceiling."""
        with self._lock:
            self._ceiling = max(1, min(self._ceiling, limit))
            self._soft_ceiling = min(self._soft_ceiling, self._ceiling)
            self._base = min(self._base, self._ceiling)
            self._change_limit(min(self.limit, self._ceiling))

    def end_job(self, now: float, in_flight: int) -> None:
        """Note that a job has ended; at the end of a window, decide about the limit."""
        with self._lock:
            if self._cooling and now >= self._resume_at and in_flight <= self.limit:
                self._cooling = False
                self._change_limit(self.limit)
            if self._ramps:
                self._ramp(now, in_flight)
                return
            if self._to_settle > 0:
                self._to_settle -= 1
                if self._to_settle == 0:
                    self._begin_window(now)
                return
            self._jobs += 1
            elapsed = now - self._began
            # A window of fewer jobs in flight than the limit measures the source, not the limit.
            if self._jobs >= self._window and elapsed >= _MIN_SECONDS:
                rate = (self._tokens or self._jobs) / elapsed
                is_full = in_flight >= self.limit - 1
                self._begin_window(now)
                if is_full and not self._cooling:
                    self._decide(rate)

    def report_overload(self, now: float, retry_after: float | None = None) -> None:
        """Halve the limit and pause, unless an overload did so just now."""
        with self._lock:
            if self._cooling:
                return
            self._ramps = False
            self._base = max(1, self.limit // 2)
            self._soft_ceiling = max(self._base, int(self.limit * _BELOW_OVERLOAD))
            self._soft_growth = _MIN_FACTOR
            self._probes_down = False
            self._base_rate = 0.0
            self._factor = _PROBE_UP
            self._patience = _HOLD
            self._held = self._calm = 0
            self._resume_at = now + min(max(retry_after or 0.0, _MIN_PAUSE), _MAX_PAUSE)
            self._cooling = True
            self._change_limit(self._base)

    def _ramp(self, now: float, in_flight: int) -> None:
        """Raise the limit by one, up to `RAMP`; or measure from here on, if jobs take long."""
        target = min(RAMP, self._ceiling)
        if in_flight >= self.limit - 1 and self.limit < target:
            self.limit += 1
        self._jobs += 1
        if self.limit >= target or now - self._began >= _SLOW:
            self._ramps = False
            self._base = self.limit
            self._change_limit(self.limit)
        elif self._jobs >= self.limit:
            self._begin_window(now)

    def _decide(self, rate: float) -> None:
        """Compare the throughput of a window with the best one, and choose the next limit."""
        self._calm += 1
        if self._calm % (2 * _HOLD) == 0:  # the server may bear more by now
            self._soft_ceiling = min(self._ceiling, ceil(self._soft_ceiling * self._soft_growth))
            self._soft_growth = min(_PROBE_UP, self._soft_growth**2)
        if self._base_rate == 0.0:
            self._base_rate = rate
            self._try(self._base * self._factor)
        elif self.limit == self._base:
            self._hold(rate)
        elif rate >= self._base_rate * self._needed_gain():
            self._base, self._base_rate, self._patience = self.limit, rate, _HOLD
            if self._probes_down:
                self._stop_trying()
            else:
                self._try(self._base * self._factor)
        else:
            self._factor = sqrt(self._factor)
            if self._probes_down or self._factor < _MIN_FACTOR:
                self._stop_trying()
            else:
                self._try(self._base * self._factor)

    def _needed_gain(self) -> float:
        """Return the throughput that a limit must reach, relative to that of the best one."""
        if self._probes_down:
            return 1.0 - _MAX_LOSS
        return 1.0 + _MIN_GAIN * (self.limit / self._base - 1.0)

    def _hold(self, rate: float) -> None:
        """Keep the limit, and its rate up to date; at times try another one."""
        self._base_rate += (rate - self._base_rate) / 2
        self._held += 1
        if self._held < self._patience:
            return
        self._patience = min(2 * self._patience, _MAX_HOLD)
        self._probes_down = not self._probes_down
        if self._probes_down:
            self._try(min(self._base, max(_MIN_PROBE, self._base / _PROBE_DOWN)))
        else:
            self._factor = _PROBE_UP
            self._try(self._base * _PROBE_UP)

    def _try(self, limit: float) -> None:
        """Set the limit to another one, if the ceiling allows it."""
        wanted = max(1, min(ceil(limit), self._soft_ceiling))
        if wanted == self._base:
            self._stop_trying()
        else:
            self._change_limit(wanted)

    def _stop_trying(self) -> None:
        self._grown = True
        self._held = 0
        self._change_limit(self._base)

    def _change_limit(self, limit: int) -> None:
        """Set the limit; the jobs of the limit before must end before the next window."""
        self._to_settle = self.limit
        self.limit = limit

    @property
    def _window(self) -> int:
        """The jobs of a window: a whole number of times the limit, since jobs may end together."""
        is_probe = self._grown and self.limit != self._base
        return self.limit * ceil(_MIN_WINDOW / self.limit) * (_PROBE_WINDOWS if is_probe else 1)

    def _begin_window(self, now: float) -> None:
        self._began = now
        self._jobs = self._tokens = 0


def is_overload(error: VLLMError) -> bool:
    """Tell whether an error says that the server has too much to do, or lost a connection."""
    return isinstance(error, Overloaded) or (
        isinstance(error, ConnectionFailed) and not error.permanent
    )


def find_ceiling(open_files: int | None, in_use: int, most: int = CEILING) -> int:
    """Return how many connections the limit on open files allows.

    Args:
        open_files: The limit on the open files of the process; None for no limit.
        in_use: The number of them that are open.
        most: The largest number to return.

    Returns:
        A number from 1 to `most`.
    """
    if open_files is None:
        return most
    return max(1, min(most, open_files - in_use - _SPARE_FILES))


_SPARE_FILES = 64
"""Open files that a batch leaves to the rest of the program."""
