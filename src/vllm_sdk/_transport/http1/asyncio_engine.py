"""The asynchronous engine: HTTP/1.1 on asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import os
import ssl
import weakref

from vllm_sdk._operations.core import Response
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.arguments import MAX_CONNECTIONS, check_count
from vllm_sdk._transport.http1.asyncio_connection import Connection
from vllm_sdk._transport.http1.asyncio_pool import LoopPools, Pool
from vllm_sdk._transport.http1.asyncio_stream import AsyncStream
from vllm_sdk._transport.http1.content_coding import list_codings
from vllm_sdk._transport.http1.exchange import Exchange, Headers
from vllm_sdk._transport.http1.failures import build_failure
from vllm_sdk._transport.http1.sockets import TLS
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk.errors import ConfigurationError

_CODINGS = list_codings()


class AsyncHTTPTransport:
    """The transport that `AsyncVLLM` uses: HTTP/1.1 over TCP, TLS or a Unix socket, on asyncio.

    One may serve several clients, servers and event loops; each loop has connections of its own,
    which are closed with it.
    """

    def __init__(
        self,
        *,
        max_connections: int = MAX_CONNECTIONS,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        """Prepare to send; nothing is opened yet.

        Args:
            max_connections: Limit on the connections to one server from one event loop. Requests
                beyond it wait, in the order of their arrival.
            ssl_context: The certificates that are trusted, and those that are shown. Default: the
                system's and certifi's, or those that `SSL_CERT_FILE` or `SSL_CERT_DIR` names.

        Raises:
            ConfigurationError: A limit that is not a positive whole number.
        """
        check_count("max_connections", max_connections)
        self._max_connections = max_connections
        self._tls = TLS(ssl_context)
        self._loops: weakref.WeakKeyDictionary[
            asyncio.AbstractEventLoop, weakref.ref[LoopPools]
        ] = weakref.WeakKeyDictionary()
        self._current: weakref.ref[Pool] | None = None
        self._copies: weakref.WeakSet[AsyncHTTPTransport] = weakref.WeakSet()
        self._is_closed = False

    @property
    def max_connections(self) -> int:
        """Limit on the connections to one server."""
        return self._max_connections

    def copy(self, max_connections: int) -> AsyncHTTPTransport:
        """Return a transport with the same certificates, and with connections of its own.

        It is closed with this one.
        """
        copied = AsyncHTTPTransport(max_connections=max_connections)
        copied._tls = self._tls
        copied._is_closed = self._is_closed
        self._copies.add(copied)
        return copied

    async def send(self, request: HTTPRequest) -> Response:
        """Send a request and read the whole response; see `AsyncTransport.send`."""
        exchange, _ = await self._ask(request, streamed=False)
        return Response(
            request.url,
            exchange.status,
            Headers(exchange.headers),
            exchange.take(),
            request.request_id,
        )

    async def stream(self, request: HTTPRequest) -> AsyncStream:
        """Send a request and leave the response open; see `AsyncTransport.stream`."""
        exchange, connection = await self._ask(request, streamed=True)
        return AsyncStream(request, exchange, connection)

    async def close(self) -> None:
        """Close every connection of every loop, and end the calls that wait."""
        self._is_closed = True
        for copied in [*self._copies]:
            await copied.close()
        here = _find_loop()
        for known in self._loops.keyrefs():  # other threads may add theirs
            loop = known()
            pools = None if loop is None else self._loops[loop]()
            if pools is None or pools.process != os.getpid():
                continue
            if pools.loop is here:
                await pools.end()
            else:
                with contextlib.suppress(RuntimeError):  # the loop has been closed
                    pools.loop.call_soon_threadsafe(pools.close)

    async def _ask(self, request: HTTPRequest, *, streamed: bool) -> tuple[Exchange, Connection]:
        head = request.endpoint.write_head(
            request.method, request.path, request.body, _CODINGS, request.request_id
        )
        pool = self._find_current(request) or await self._find_pool(request)
        fresh = False
        while True:
            connection = None if fresh else pool.take()
            if connection is None:
                connection = await pool.open(request, fresh=fresh)
            exchange = Exchange(request.endpoint.max_response_bytes)
            waiter = connection.ask(request, head, exchange, streamed=streamed)
            try:
                await waiter
            except BaseException:
                connection.abandon(exchange)
                raise
            if exchange.complete or (streamed and exchange.status):
                return exchange, connection
            if not exchange.dead:
                raise build_failure(request, exchange)
            fresh = True

    def _find_current(self, request: HTTPRequest) -> Pool | None:
        """Return the pool that the last request used, if this one belongs there too."""
        pool = None if self._current is None else self._current()
        if pool is None or pool.origin is not request.endpoint.origin:
            return None
        try:
            return pool if pool.loop is asyncio.get_running_loop() else None
        except RuntimeError:
            return None

    async def _find_pool(self, request: HTTPRequest) -> Pool:
        loop = _find_loop()
        if loop is None:
            raise ConfigurationError(
                "AsyncVLLM's own engine runs on asyncio, and no asyncio loop runs here. "
                "Under trio, pass http_client=httpx.AsyncClient()."
            )
        found = self._loops.get(loop)
        pools = None if found is None else found()
        if pools is None:
            pools = LoopPools(loop, self._tls, self._max_connections)
            self._loops[loop] = weakref.ref(pools)
            await pools.start()
        if self._is_closed:  # perhaps meanwhile, by a thread that missed this loop
            await pools.end()
            raise connection_errors.build_closed_error(request)
        pool = pools.find(request.endpoint.origin)
        self._current = weakref.ref(pool)
        return pool


def _find_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
