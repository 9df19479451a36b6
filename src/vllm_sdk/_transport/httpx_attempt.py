"""The course of one attempt at a request, as httpcore traces it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.protocols import HTTPRequest

_DEATH_WINDOW = 0.1
"""Seconds within which a connection that was kept alive proves dead."""

_CONNECTS = frozenset({"connect_tcp", "connect_unix_socket"})

_CONTINUES = frozenset({"send_request_body", "receive_response_headers", "receive_response_body"})
"""The steps after `send_request_headers`. They are as safe to interrupt as it is."""


class Abandoned(Exception):
    """Ends an attempt that nobody waits for, at a point where httpcore loses nothing by it."""


class Attempt:
    """The course of one attempt.

    httpcore's pool loses a slot if a task is cancelled between two steps of a request. It loses
    none while it opens a connection of its own, and none from the start of the request on.

    Attributes:
        is_stoppable: True if the attempt may be cancelled now.
        opened: The socket of a connection that does not carry the request yet, or None.
        scope: A cancel scope that shields the attempt as long as it is not stoppable, or None.
    """

    def __init__(self, entered: Callable[[], object] = lambda: None) -> None:
        """Begin the attempt now.

        Args:
            entered: Called when the pool has given the attempt a connection, at each step.
        """
        self._entered = entered
        self.is_stoppable = False
        self.opened: Any = None
        self.scope: Any = None
        self._has_connected = False
        self._is_abandoned = False
        self._is_socks = False
        self._began = time.monotonic()

    def note(self, event: str, details: Mapping[str, Any]) -> None:
        """Note an event.

        Raises:
            Abandoned: Nobody waits for the attempt, and the step that begins may be left out.
        """
        self._entered()
        layer, step, state = event.split(".")
        self._is_socks = layer == "socks"
        if step in _CONNECTS:
            self._has_connected = True
            self.opened = details.get("return_value")
        elif step == "send_request_headers":
            self.opened = None
        if state == "started":
            self._begin(layer, step)
        elif layer == "connection":
            self._allow_stop(allowed=False)

    def abandon(self) -> bool:
        """Let the next step that may be left out raise `Abandoned`.

        Returns:
            True if the attempt waits without a limit now, and closing `opened` ends it.
        """
        self._is_abandoned = True
        return self._is_socks and self.opened is not None

    @property
    def may_prove_dead(self) -> bool:
        """True if a kept-alive connection was used, and just now."""
        return not self._has_connected and time.monotonic() < self._began + _DEATH_WINDOW

    def _begin(self, layer: str, step: str) -> None:
        if step not in _CONTINUES:
            self._allow_stop(allowed=layer == "connection" or step == "send_request_headers")
        # A connection by SOCKS notices an exception, but no cancellation.
        if self._is_abandoned and (self.is_stoppable or self._is_socks):
            raise Abandoned

    def _allow_stop(self, *, allowed: bool) -> None:
        self.is_stoppable = allowed
        if self.scope is not None:
            self.scope.shield = not allowed


class DeadlineScope:
    """Ends what is awaited in its block when the deadline of the call has passed."""

    def __init__(self, request: HTTPRequest) -> None:
        """Prepare the block of a request."""
        self._request = request
        self._scope: Any = None

    def __enter__(self) -> None:
        """Begin to watch the time, if there is a deadline."""
        if self._request.deadline is not None:
            import anyio  # httpx needs it, too

            self._scope = anyio.move_on_after(self._request.deadline.left)
            self._scope.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Raise the error of the deadline if it has passed.

        Raises:
            RequestTimeout: The time ran out within the block.
        """
        if self._scope is None:
            return
        self._scope.__exit__(kind, error, traceback)
        if self._scope.cancelled_caught:
            raise connection_errors.build_deadline_error(self._request, sent=True) from None
