"""The connections of one event loop: to each server a bounded pool with fair waiting."""

from __future__ import annotations

import asyncio
import contextlib
import math
import os
import socket
import ssl
from collections import deque
from collections.abc import AsyncGenerator

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.arguments import KEEPALIVE_EXPIRY
from vllm_sdk._transport.endpoint import Origin
from vllm_sdk._transport.http1.asyncio_connection import Connection
from vllm_sdk._transport.http1.asyncio_dialing import connect_to_any, connect_to_path
from vllm_sdk._transport.http1.sockets import (
    TLS,
    Address,
    find_addresses,
    is_address,
    take_turns,
)
from vllm_sdk._transport.protocols import HTTPRequest

_NAMES_EXPIRY = 10.0
"""Seconds for which the addresses of a host are kept."""

_MIN_TICK = 0.001
"""Seconds between two looks at the deadlines."""

_DAY = 86_400.0


class Pool:
    """The connections of one event loop to one server.

    Attributes:
        loop: The event loop.
        origin: The server.
        is_closed: Whether the pool has been closed.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, origin: Origin, tls: TLS, max_connections: int
    ) -> None:
        """Prepare a pool without connections."""
        self.loop = loop
        self.origin = origin
        self.is_closed = False
        self._tls = tls
        self._is_address = is_address(origin.host)
        self._max = max_connections
        self._count = 0  # connections that are open, being opened, or promised to who waits
        self._connections: set[Connection] = set()
        self._idle: dict[Connection, None] = {}  # the one used last is taken first
        self._waiters: deque[asyncio.Future[Connection | None]] = deque()
        self._dialing: set[asyncio.Timeout] = set()
        self._names: tuple[float, list[Address]] = (-math.inf, [])
        self._looking_up: asyncio.Task[list[Address]] | None = None
        self._tick: asyncio.TimerHandle | None = None
        self._next_tick = math.inf

    def take(self) -> Connection | None:
        """Take an idle connection, if there is one."""
        while self._idle:
            connection, _ = self._idle.popitem()
            if connection.is_silent:
                return connection
            self.forget(connection)
            connection.drop()
        return None

    async def open(self, request: HTTPRequest, *, fresh: bool) -> Connection:
        """Open a connection, or wait for one.

        Args:
            request: The request that it is for.
            fresh: Whether an idle one must not be used, since the last one proved dead.

        Raises:
            TransportError: None could be opened, or came free, in time.
        """
        while not self.is_closed:
            if fresh and self._count >= self._max and self._idle:
                oldest = next(iter(self._idle))
                self.forget(oldest)
                oldest.drop()
            if self._count < self._max:
                self._count += 1
                return await self._dial(request)
            connection = await self._wait(request)
            if connection is not None and connection.is_silent:
                return connection
            if connection is None or self._replace(connection):
                return await self._dial(request)
        raise connection_errors.build_closed_error(request)

    def watch(self, connection: Connection, deadline: float) -> None:
        """Call the connection's `expire` when the deadline has passed.

        One timer serves all connections: deadlines nearly always move into the future.
        """
        connection.deadline = deadline
        if deadline < self._next_tick:
            self._schedule(deadline)

    def release(self, connection: Connection) -> None:
        """Take back a connection that can carry another exchange."""
        if self._waiters and self._hand_on(connection):
            return
        self._idle[connection] = None
        self.watch(connection, self.loop.time() + KEEPALIVE_EXPIRY)

    def forget(self, connection: Connection) -> None:
        """Note that a connection has been closed, and let the next one who waits open another."""
        if connection in self._connections:
            self._connections.discard(connection)
            self._idle.pop(connection, None)
            self._give_up_place()

    def close(self) -> None:
        """Close all connections, and end all calls."""
        self.is_closed = True
        if self._looking_up is not None:
            self._looking_up.cancel()
        if self._tick is not None:
            self._tick.cancel()
        for limit in self._dialing:
            with contextlib.suppress(RuntimeError):  # it ends in this very turn of the loop
                limit.reschedule(self.loop.time())
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(None)
        self._waiters.clear()
        for connection in list(self._connections):
            connection.close()

    async def _wait(self, request: HTTPRequest) -> Connection | None:
        """Wait, in the order of arrival, for a connection or for leave to open one (None)."""
        waiter: asyncio.Future[Connection | None] = self.loop.create_future()
        self._waiters.append(waiter)
        try:
            async with asyncio.timeout(request.bound(request.timeout.pool)):
                connection = await waiter
        except BaseException as error:
            if waiter.done() and not waiter.cancelled():
                self._return(waiter.result())
            elif waiter in self._waiters:
                self._waiters.remove(waiter)
            if isinstance(error, TimeoutError):
                raise connection_errors.build_no_connection_error(
                    request, request.timeout.pool
                ) from None
            raise
        if self.is_closed:
            raise connection_errors.build_closed_error(request)
        return connection

    def _return(self, connection: Connection | None) -> None:
        """Take back what a call was given that has ended meanwhile."""
        if connection is None:
            self._give_up_place()
        elif connection.is_open:
            self.release(connection)

    def _replace(self, connection: Connection) -> bool:
        """Close a connection, and keep its place for another, if it has not been given up yet."""
        connection.drop()
        is_known = connection in self._connections
        self._connections.discard(connection)
        return is_known

    def _give_up_place(self) -> None:
        self._count -= 1
        if self._hand_on(None):
            self._count += 1

    def _hand_on(self, connection: Connection | None) -> bool:
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return True
        return False

    async def _dial(self, request: HTTPRequest) -> Connection:
        """Open a connection, whose place has been counted already."""
        try:
            connection = await self._connect(request)
        except BaseException:
            self._give_up_place()
            raise
        self._connections.add(connection)
        return connection

    async def _connect(self, request: HTTPRequest) -> Connection:
        began = self.loop.time()
        limit = asyncio.timeout(request.bound(request.timeout.connect))
        try:
            async with limit:
                self._dialing.add(limit)
                connection = await self._open_socket()
        except TimeoutError as error:
            if self.is_closed:
                raise connection_errors.build_closed_error(request) from None
            if limit.expired():
                raise connection_errors.build_connect_timeout_error(request) from None
            raise connection_errors.build_unreachable_error(request, error) from None
        except (OSError, UnicodeError) as error:
            raise connection_errors.build_unreachable_error(request, error) from None
        finally:
            self._dialing.discard(limit)
        connection.opened_in = self.loop.time() - began
        if self.is_closed:
            connection.drop()
            raise connection_errors.build_closed_error(request)
        # TLS sends more of its own after the handshake.
        if not (connection.is_open if self.origin.secure else connection.is_silent):
            connection.drop()
            raise connection_errors.build_early_error(request)
        return connection

    async def _open_socket(self) -> Connection:
        origin = self.origin
        if origin.socket_path is not None:
            opened = await connect_to_path(origin.socket_path)
            _, connection = await self.loop.create_unix_connection(
                lambda: Connection(self), sock=opened
            )
            return connection
        context: ssl.SSLContext | None = self._tls.get_context() if origin.secure else None
        opened = await connect_to_any(await self._look_up())
        _, connection = await self.loop.create_connection(
            lambda: Connection(self),
            sock=opened,
            ssl=context,
            server_hostname=origin.host if context is not None else None,
        )
        return connection

    async def _look_up(self) -> list[Address]:
        """Look the host's addresses up, once for all who ask at the same time."""
        looked_up, addresses = self._names
        if self.loop.time() < looked_up + _NAMES_EXPIRY:
            return addresses
        if self._is_address:
            return self._keep_names(find_addresses(self.origin.host, self.origin.port))
        if self._looking_up is None:
            self._looking_up = self.loop.create_task(self._resolve())
            self._looking_up.add_done_callback(_pass_over)  # who asks may have left
        return await asyncio.shield(self._looking_up)

    async def _resolve(self) -> list[Address]:
        try:
            found = await self.loop.getaddrinfo(
                self.origin.host, self.origin.port, type=socket.SOCK_STREAM
            )
            return self._keep_names(take_turns(found))
        finally:
            self._looking_up = None

    def _keep_names(self, addresses: list[Address]) -> list[Address]:
        self._names = (self.loop.time(), addresses)
        return addresses

    def _schedule(self, deadline: float) -> None:
        if self._tick is not None:
            self._tick.cancel()
        self._next_tick = deadline
        self._tick = self.loop.call_at(deadline, self._expire)

    def _expire(self) -> None:
        now = self.loop.time()
        self._tick, self._next_tick = None, math.inf
        earliest = math.inf
        for connection in list(self._connections):
            if connection.deadline <= now:
                connection.expire(now)
            earliest = min(earliest, connection.deadline)
        if earliest < self._next_tick:
            self._schedule(max(earliest, now + _MIN_TICK))


class LoopPools:
    """The pools of one event loop.

    The loop holds them, by its timers and its open connections, and nobody else does: of a loop
    that is closed nothing is kept.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, tls: TLS, max_connections: int) -> None:
        """Prepare for a loop."""
        self.loop = loop
        self.process = os.getpid()
        self._tls = tls
        self._max_connections = max_connections
        self._pools: dict[Origin, Pool] = {}
        self._keeper = self._keep()
        self._is_ending = False
        self._stay()

    async def start(self) -> None:
        """Arrange that the end of the loop closes the connections."""
        await anext(self._keeper)

    async def end(self) -> None:
        """Close all pools, and wait until their connections are closed."""
        self.close()
        if self._is_ending:
            await asyncio.sleep(0)
        else:
            self._is_ending = True
            await self._keeper.aclose()

    def find(self, origin: Origin) -> Pool:
        """Return the pool of a server."""
        pool = self._pools.get(origin)
        if pool is None:
            pool = self._pools[origin] = Pool(self.loop, origin, self._tls, self._max_connections)
        return pool

    def close(self) -> None:
        """Close all pools."""
        self._anchor.cancel()
        for pool in self._pools.values():
            pool.close()

    def _stay(self) -> None:
        self._anchor = self.loop.call_later(_DAY, self._stay)

    async def _keep(self) -> AsyncGenerator[None, None]:
        # `asyncio.run` closes the loop's open generators before the loop itself.
        try:
            yield
        finally:
            self.close()
            await asyncio.sleep(0)  # connections close in the next turn of the loop


def _pass_over(task: asyncio.Task[list[Address]]) -> None:
    if not task.cancelled():
        task.exception()
