"""The time at which a whole call has to be over, whatever arrives meanwhile."""

from __future__ import annotations

import time

import msgspec

_GRAIN = 0.005
"""Seconds by which the clocks of event loops may differ from the monotonic clock."""


class Deadline(msgspec.Struct, frozen=True, gc=False):
    """The end of a call: of all its requests, retries and waits.

    Attributes:
        seconds: The seconds that the call may take.
        end: The time by the monotonic clock at which it has to be over.
    """

    seconds: float
    end: float

    @property
    def left(self) -> float:
        """The seconds that are left, 0 or more."""
        return max(self.end - time.monotonic(), 0.0)

    @property
    def is_over(self) -> bool:
        """True if no time is left."""
        return time.monotonic() >= self.end - _GRAIN
