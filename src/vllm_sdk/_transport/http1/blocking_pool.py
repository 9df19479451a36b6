"""The connections of the blocking engine to one server: a bounded pool for many threads."""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from weakref import WeakSet

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.arguments import KEEPALIVE_EXPIRY
from vllm_sdk._transport.http1.blocking_connection import Connection
from vllm_sdk._transport.http1.sockets import TLS
from vllm_sdk._transport.protocols import HTTPRequest

_SLICE = 1.0
"""Seconds after which a thread that waits looks for a place that got lost."""


class _Waiter:
    """A thread that waits for a connection."""

    __slots__ = ("connection", "ready")

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.connection: Connection | None = None


class Pool:
    """The connections of one process to one server.

    It holds no strong reference to a connection that is in use: one that a Ctrl-C tears out of its
    thread's hands takes no place for ever.

    Attributes:
        process: The process that opened the connections.
    """

    def __init__(self, tls: TLS, max_connections: int) -> None:
        """Prepare a pool without connections."""
        self.process = os.getpid()
        self._tls = tls
        self._max = max_connections
        self._lock = threading.Lock()
        self._is_closed = False
        self._places: WeakSet[Connection] = WeakSet()
        self._idle: deque[Connection] = deque()  # the one used last is taken first
        self._waiters: deque[_Waiter] = deque()

    def acquire(self, request: HTTPRequest, *, fresh: bool) -> Connection:
        """Return an open connection that nobody else uses.

        Args:
            request: The request that it is for.
            fresh: Whether an idle one must not be used, since the last one proved dead.

        Raises:
            TransportError: None could be opened, or came free, in time.
        """
        with self._lock:
            connection = self._take(request, fresh=fresh) or self._make_place()
            waiter = None if connection is not None else _Waiter()
            if waiter is not None:
                self._waiters.append(waiter)
        if connection is None and waiter is not None:
            connection = self._renew(request, self._wait(request, waiter))
        assert connection is not None  # noqa: S101 - `_wait` returns one or raises
        if not connection.is_open:
            try:
                connection.open(request, self._tls)
            except BaseException:
                self._drop(connection)
                raise
        return connection

    def release(self, connection: Connection) -> None:
        """Take back a connection, to be used again or closed."""
        with self._lock:
            connection.idle_since = time.monotonic()
            is_kept = connection.is_reusable and not self._is_closed
            if is_kept and not self._waiters:
                self._idle.append(connection)
            elif is_kept and connection.is_silent:
                self._hand_on(connection)
            else:
                self._forget(connection)
                self._serve_next()

    def close(self) -> None:
        """Close all connections, and end all calls."""
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, deque()
            places, waiters = list(self._places), list(self._waiters)
            self._waiters.clear()
        for connection in idle:
            connection.close()
        for connection in places:
            connection.interrupt(connection_errors.build_closed_meanwhile_error)
        for waiter in waiters:
            waiter.ready.set()

    # The following are called with the lock held.

    def _take(self, request: HTTPRequest, *, fresh: bool) -> Connection | None:
        """Take an idle connection, and close those that have been idle for too long."""
        if self._is_closed:
            raise connection_errors.build_closed_error(request)
        expired = time.monotonic() - KEEPALIVE_EXPIRY
        while self._idle and (fresh or self._idle[0].idle_since < expired):
            self._forget(self._idle.popleft())
        while self._idle:
            connection = self._idle.pop()
            if connection.is_silent:
                return connection
            self._forget(connection)
        return None

    def _make_place(self) -> Connection | None:
        """Return a connection to open, if there is a place left."""
        if len(self._places) >= self._max:
            return None
        connection = Connection()
        self._places.add(connection)
        return connection

    def _forget(self, connection: Connection) -> None:
        self._places.discard(connection)
        connection.close()

    def _hand_on(self, connection: Connection) -> None:
        waiter = self._waiters.popleft()
        waiter.connection = connection
        waiter.ready.set()

    def _serve_next(self) -> None:
        """Let the thread that has waited longest open a connection, if there is a place."""
        if self._waiters and (place := self._make_place()) is not None:
            self._hand_on(place)

    # The following take the lock themselves.

    def _drop(self, connection: Connection) -> None:
        """Close a connection, and let the next thread that waits open another."""
        with self._lock:
            self._forget(connection)
            self._serve_next()

    def _wait(self, request: HTTPRequest, waiter: _Waiter) -> Connection:
        limit = request.bound(request.timeout.pool)
        end = None if limit is None else time.monotonic() + limit
        try:
            while not waiter.ready.is_set() and (end is None or time.monotonic() < end):
                left = _SLICE if end is None else min(_SLICE, end - time.monotonic())
                if not waiter.ready.wait(max(left, 0.0)):
                    with self._lock:
                        self._serve_next()
        except BaseException:
            self._leave_queue(waiter)
            raise
        if not waiter.ready.is_set():
            self._leave_queue(waiter)
            raise connection_errors.build_no_connection_error(request, request.timeout.pool)
        if waiter.connection is None:
            raise connection_errors.build_closed_error(request)
        return waiter.connection

    def _renew(self, request: HTTPRequest, connection: Connection) -> Connection:
        """Return a connection that was handed on; if it proved bad, another in its place."""
        if not connection.is_open or connection.is_silent:
            return connection
        with self._lock:
            self._forget(connection)
            if self._is_closed:
                raise connection_errors.build_closed_error(request)
            replacement = Connection()
            self._places.add(replacement)
            return replacement

    def _leave_queue(self, waiter: _Waiter) -> None:
        """Give up waiting; what was given meanwhile goes to the next thread."""
        with self._lock:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
            connection = waiter.connection
        if connection is not None:
            if connection.is_open:
                self.release(connection)
            else:
                self._drop(connection)
