"""The gates before the pools of httpx and httpx2, whose queues take quadratic time."""

from __future__ import annotations

import threading
from typing import Any
from weakref import WeakKeyDictionary

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.arguments import MAX_CONNECTIONS
from vllm_sdk._transport.protocols import HTTPRequest

MAX_IN_FLIGHT = 100
"""Limit on the requests in a pool; each of them takes time in proportion to their number."""


class Gate:
    """Lets as many requests into a pool as it has connections; threads wait for their turn."""

    def __init__(self, limit: int) -> None:
        """Open the gate for a number of requests at once."""
        self._slots = threading.Semaphore(limit)

    def enter(self, request: HTTPRequest, seconds: float | None) -> Slot:
        """Wait for a slot.

        Raises:
            RequestTimeout: None came free in time.
        """
        if not self._slots.acquire(timeout=request.bound(seconds)):
            raise connection_errors.build_no_connection_error(request, seconds)
        return Slot(self._slots)


class AsyncGate:
    """Lets as many requests into a pool as it has connections; tasks wait for their turn."""

    def __init__(self, limit: int) -> None:
        """Open the gate for a number of requests at once."""
        import anyio  # httpx needs it, too

        self._slots = anyio.Semaphore(limit, fast_acquire=True)

    async def enter(self, request: HTTPRequest, seconds: float | None) -> Slot:
        """Wait for a slot; see `Gate.enter`."""
        import anyio

        with anyio.move_on_after(request.bound(seconds)):
            await self._slots.acquire()
            return Slot(self._slots)
        raise connection_errors.build_no_connection_error(request, seconds)


class Slot:
    """The place of one request in a pool."""

    def __init__(self, slots: Any) -> None:
        """Hold a slot that was acquired."""
        self._slots = slots
        self._is_free = False

    def free(self) -> None:
        """Give the slot to the next request; later calls do nothing."""
        if not self._is_free:
            self._is_free = True
            self._slots.release()


_GATES: WeakKeyDictionary[Any, Any] = WeakKeyDictionary()
"""The gates of the clients that live; several of ours may share one of them."""


def find_gate(client: Any, kind: type[Any], url: str, limit: int | None) -> Any:
    """Return the gate before a client's pool; the first call makes it.

    Args:
        client: The client of httpx or httpx2.
        kind: The class of the gate.
        url: The URL that decides which of the client's transports is asked.
        limit: The number of requests at once; None: found by `find_limit`.
    """
    gate = _GATES.get(client)
    if gate is None:
        gate = _GATES[client] = kind(find_limit(client, url) if limit is None else limit)
    return gate


def find_limit(client: Any, url: str) -> int:
    """Return how many requests a client may have in flight.

    No public interface tells the limit of a client's pool. Other transports have no such pool.
    """
    find_transport = getattr(client, "_transport_for_url", None)
    wanted = client.build_request("GET", url).url
    transport = None if find_transport is None else find_transport(wanted)
    pool = getattr(transport, "_pool", None)
    connections = getattr(pool, "_max_connections", None)
    if not isinstance(connections, int) or getattr(pool, "_http2", False):
        return MAX_CONNECTIONS  # each connection of HTTP/2 carries many requests
    return max(1, min(connections, MAX_IN_FLIGHT))
