"""The gates before the pools of httpx and httpx2.

Their queues take quadratic time, and so do their idle connections.
"""

from __future__ import annotations

import threading
import time
from typing import Any
from weakref import WeakKeyDictionary

import attrs

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.arguments import MAX_CONNECTIONS
from vllm_sdk._transport.protocols import HTTPRequest

MAX_ENTERING = 32
"""Limit on the requests that enter a pool at once; an event loop does nothing else meanwhile."""

MAX_KEPT = 100
"""Limit on the connections kept for later; each request takes time with the square of them."""


class Slot:
    """The place of one request in a pool, and in its entrance until it has a connection.

    Attributes:
        is_surplus: True if the pool should not keep the connection for later.
    """

    def __init__(self, gate: Gate | AsyncGate, until: float | None) -> None:
        """Hold both places, which were acquired.

        Args:
            gate: The gate.
            until: The end of the wait for a connection, by the monotonic clock; None for no end.
        """
        self._gate = gate
        self._until = until
        self._has_entered = False
        self._is_free = False
        gate.inside.add(self)
        self.is_surplus = len(gate.inside) > gate.kept

    @property
    def left(self) -> float | None:
        """Seconds that are left to wait for a connection; None for no limit."""
        return _find_left(self._until)

    def entered(self) -> None:
        """Let the next request enter; later calls do nothing."""
        if not self._has_entered:
            self._has_entered = True
            self._gate.entrance.release()

    def free(self) -> None:
        """Give both places to the next requests; later calls do nothing."""
        self.entered()
        if not self._is_free:
            self._is_free = True
            self._gate.inside.discard(self)
            self._gate.places.release()


class Gate:
    """Lets as many requests into a pool as it has connections; threads wait for their turn.

    Few of them enter at once, until the pool has given them a connection.
    """

    def __init__(self, limits: Limits) -> None:
        """Open the gate."""
        self.places = threading.Semaphore(limits.requests)
        self.entrance = threading.Semaphore(limits.entering)
        self.kept = limits.kept
        self.inside: set[Slot] = set()

    def enter(self, request: HTTPRequest, seconds: float | None) -> Slot:
        """Wait for a slot.

        Raises:
            RequestTimeout: None came free in time.
        """
        until = _find_end(request, seconds)
        if self.places.acquire(timeout=_find_left(until)):
            if self.entrance.acquire(timeout=_find_left(until)):
                return Slot(self, until)
            self.places.release()
        raise connection_errors.build_no_connection_error(request, seconds)


class AsyncGate:
    """Lets as many requests into a pool as it has connections; tasks wait, see `Gate`."""

    def __init__(self, limits: Limits) -> None:
        """Open the gate."""
        import anyio  # httpx needs it, too

        self.places = anyio.Semaphore(limits.requests, fast_acquire=True)
        self.entrance = anyio.Semaphore(limits.entering, fast_acquire=True)
        self.kept = limits.kept
        self.inside: set[Slot] = set()

    async def enter(self, request: HTTPRequest, seconds: float | None) -> Slot:
        """Wait for a slot; see `Gate.enter`."""
        import anyio

        until = _find_end(request, seconds)
        with anyio.move_on_after(_find_left(until)):
            await self.places.acquire()
            try:
                await self.entrance.acquire()
            except BaseException:
                self.places.release()
                raise
            return Slot(self, until)
        raise connection_errors.build_no_connection_error(request, seconds)


_GATES: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
"""The gates of the clients that live; several of ours may share one of them."""


def find_gate(client: Any, kind: type[Any], url: str) -> Any:
    """Return the gate before a client's pool; the first call makes it.

    Args:
        client: The client of httpx or httpx2.
        kind: The class of the gate.
        url: The URL that decides which of the client's transports is asked.
    """
    gate = _GATES.get(client)
    if gate is None:
        gate = _GATES[client] = kind(find_limits(client, url))
    return gate


@attrs.frozen
class Limits:
    """The limits of a gate.

    Attributes:
        requests: Limit on the requests in flight.
        entering: Limit on the requests that enter at once.
        kept: Limit on the requests whose connections are kept for later.
    """

    requests: int
    entering: int = MAX_ENTERING
    kept: int = MAX_KEPT


def find_limits(client: Any, url: str) -> Limits:
    """Return the limits of the gate before a client's pool.

    No public interface tells the limit of a client's pool. Other transports have no such pool, and
    do not tell when a request has entered.
    """
    find_transport = getattr(client, "_transport_for_url", None)
    wanted = client.build_request("GET", url).url
    transport = None if find_transport is None else find_transport(wanted)
    pool = getattr(transport, "_pool", None)
    connections = getattr(pool, "_max_connections", None)
    if not isinstance(connections, int):
        return Limits(MAX_CONNECTIONS, MAX_CONNECTIONS, MAX_CONNECTIONS)
    if getattr(pool, "_http2", False):  # each connection carries many requests
        return Limits(MAX_CONNECTIONS, kept=MAX_CONNECTIONS)
    return Limits(max(1, connections))


def _find_end(request: HTTPRequest, seconds: float | None) -> float | None:
    """Return when a wait ends that begins now, by the monotonic clock."""
    bound = request.bound(seconds)
    return None if bound is None else time.monotonic() + bound


def _find_left(until: float | None) -> float | None:
    """Return the seconds that are left of a wait."""
    return None if until is None else max(0.0, until - time.monotonic())
