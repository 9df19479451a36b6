"""The request to stop a batch: nothing new starts, and what is in flight may end."""

from __future__ import annotations

from collections.abc import Callable

GRACE = 30.0
"""Seconds that what is in flight has to end after a stop was requested."""


class StopRequest:
    """A request to stop pools, which may be made from any thread and from a signal handler.

    Attributes:
        grace: Seconds that the jobs in flight have to end; what is left then is aborted.
        is_requested: Whether the stop was requested.
    """

    def __init__(self, *, grace: float = GRACE) -> None:
        """Prepare; nothing is requested yet."""
        self.grace = grace
        self.is_requested = False
        self._listeners: tuple[Callable[[], object], ...] = ()

    def request(self) -> None:
        """Start nothing new from now on."""
        self.is_requested = True
        for listener in self._listeners:  # takes no lock: a signal handler may be the caller
            listener()

    def add_listener(self, listener: Callable[[], object]) -> None:
        """Call a function when the stop is requested, in the thread that requests it."""
        self._listeners = (*self._listeners, listener)

    def remove_listener(self, listener: Callable[[], object]) -> None:
        """Forget a function; one that is unknown is passed over."""
        self._listeners = tuple(each for each in self._listeners if each != listener)
