"""A TCP proxy that injects faults."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections import Counter
from collections.abc import AsyncGenerator
from typing import NoReturn, Protocol

from tools.soak.faults import CLEAN, Accepting, Fault, Kind
from tools.soak.script import CALM

_READ = 1 << 16
_MAX_PIECES = 40
_CALM = CALM.encode()


class Plan(Protocol):
    """The source of the faults."""

    def draw(self) -> Fault:
        """Return the fault of the next exchange."""
        ...

    def draw_accepting(self) -> Accepting:
        """Return what happens to the next connection."""
        ...


class _Ended(Exception):
    """The fault of an exchange has ended its connection."""


class Proxy:
    """A proxy in front of one server.

    It knows one thing of HTTP: the first bytes that a client sends after a response begin another
    exchange, for which it draws a fault.

    Attributes:
        faults: The number of faults of each kind that occurred.
        exchanges: The number of exchanges.
        accepted: The number of connections.
    """

    def __init__(self, target: tuple[str, int], plan: Plan) -> None:
        """Prepare a proxy.

        Args:
            target: The host and port of the server.
            plan: The source of the faults.
        """
        self.target = target
        self.plan = plan
        self.faults: Counter[str] = Counter()
        self.exchanges = 0
        self.accepted = 0
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
        self._listener.settimeout(0.0)
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def port(self) -> int:
        """The port at 127.0.0.1."""
        return int(self._listener.getsockname()[1])

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Serve until the block ends, and then drop all connections."""
        accepting = asyncio.create_task(self._accept())
        try:
            yield
        finally:
            tasks = [accepting, *self._tasks]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._listener.close()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            accepting = self.plan.draw_accepting()
            if accepting.seconds:
                self.faults["a connection is accepted late"] += 1
                await asyncio.sleep(accepting.seconds)
            client, _ = await loop.sock_accept(self._listener)
            self.accepted += 1
            if accepting.is_reset:
                self.faults["a reset of a new connection"] += 1
                reset(client)
                continue
            task = asyncio.create_task(self._serve(client))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, client: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        client.settimeout(0.0)
        with client, socket.socket() as server:
            server.settimeout(0.0)
            server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                await loop.sock_connect(server, self.target)
            except OSError:
                return
            await _Tunnel(self, client, server).run()


class _Tunnel:
    """The two directions of one connection."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server = server
        self._loop = asyncio.get_running_loop()
        self._sending = asyncio.Lock()
        self._strays: list[asyncio.Task[None]] = []
        self._is_reset = False
        self._is_new = True  # the next bytes of the client begin an exchange
        self._fault = CLEAN
        self._has_happened = False
        self._asked = 0
        self._passed = 0
        self._pieces = 0

    async def run(self) -> None:
        """Pass bytes in both directions until one of them ends."""
        ways = [asyncio.create_task(self._go_up()), asyncio.create_task(self._go_down())]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            ways += self._strays
            for way in ways:
                way.cancel()
            ended = await asyncio.gather(*ways, return_exceptions=True)
        known = (OSError, _Ended, asyncio.CancelledError)
        for error in ended:
            if error is not None and not isinstance(error, known):
                raise error
        if self._is_reset:  # only now, since nobody waits for the socket any more
            reset(self._client)

    async def _go_up(self) -> None:
        while data := await self._loop.sock_recv(self._client, _READ):
            if self._is_new:
                self._begin(data)
            fault = self._fault
            if fault.kind is Kind.REFUSAL:
                await self._refuse(fault.status)
                return
            rest = fault.at - self._asked
            if fault.kind is Kind.RESET_REQUEST and rest <= len(data):
                await self._loop.sock_sendall(self._server, data[: max(rest, 0)])
                self._reset()
            self._asked += len(data)
            await self._loop.sock_sendall(self._server, data)

    def _begin(self, data: bytes) -> None:
        """Begin an exchange."""
        is_calm = _CALM in data.lower()
        self._fault = CLEAN if is_calm else self._proxy.plan.draw()
        self._is_new = self._has_happened = False
        self._asked = self._passed = self._pieces = 0
        self._proxy.exchanges += 1
        for stray in self._strays:
            if is_calm:
                stray.cancel()
        if self._fault.kind is Kind.STRAY:
            self._strays.append(asyncio.create_task(self._disturb(self._fault)))

    async def _go_down(self) -> None:
        while data := await self._loop.sock_recv(self._server, _READ):
            self._is_new = True
            await self._pass(data)

    async def _pass(self, data: bytes) -> None:
        """Pass bytes of a response to the client, with the fault of the exchange."""
        fault, passed = self._fault, self._passed
        self._passed += len(data)
        ahead = max(fault.at - passed, 0)
        if fault.kind is Kind.DELAY and not passed:
            self._note()
            await asyncio.sleep(fault.seconds)
        if ahead >= len(data) or (self._has_happened and fault.kind is not Kind.TRICKLE):
            await self._send(data)
            return
        await self._send(data[:ahead])
        await self._break(fault, data[ahead:])

    async def _break(self, fault: Fault, rest: bytes) -> None:
        """Do what the fault does at its byte, instead of sending the rest as it is."""
        match fault.kind:
            case Kind.TRICKLE:
                self._note()
                await self._trickle(rest, fault.seconds)
            case Kind.RESET:
                self._reset()
            case Kind.CLOSE:
                self._note()
                self._client.shutdown(socket.SHUT_WR)
                await asyncio.Event().wait()  # until the client ends the other direction
            case Kind.BLACK_HOLE:
                self._note()
                await asyncio.Event().wait()
            case Kind.GARBAGE:
                self._note()
                await self._send(fault.noise + rest)
            case _:
                await self._send(rest)

    async def _send(self, data: bytes) -> None:
        async with self._sending:
            await self._loop.sock_sendall(self._client, data)

    async def _trickle(self, data: bytes, pause: float) -> None:
        step = max(len(data) // _MAX_PIECES, 1)
        for start in range(0, len(data), step):
            if self._pieces == _MAX_PIECES:
                await self._send(data[start:])
                return
            self._pieces += 1
            await self._send(data[start : start + step])
            await asyncio.sleep(pause)

    async def _disturb(self, fault: Fault) -> None:
        """Send garbage after a while, whatever is under way then."""
        await asyncio.sleep(fault.seconds / 4)
        self._proxy.faults[fault.kind.value] += 1
        await self._send(fault.noise)

    async def _refuse(self, status: int) -> None:
        """Answer for the server, and close when the client has."""
        self._note()
        page = b"<html><body>The server is away.</body></html>"
        head = f"HTTP/1.1 {status} Away\r\nContent-Type: text/html\r\n"
        await self._send(f"{head}Content-Length: {len(page)}\r\n\r\n".encode() + page)
        self._client.shutdown(socket.SHUT_WR)
        while await self._loop.sock_recv(self._client, _READ):
            pass

    def _reset(self) -> NoReturn:
        self._note()
        self._is_reset = True
        raise _Ended

    def _note(self) -> None:
        """Count the fault of the exchange, once."""
        if not self._has_happened:
            self._has_happened = True
            self._proxy.faults[self._fault.kind.value] += 1


def reset(peer: socket.socket) -> None:
    """Close a connection with a reset."""
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    peer.close()
