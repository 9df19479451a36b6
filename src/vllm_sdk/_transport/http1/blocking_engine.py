"""The synchronous engine: HTTP/1.1 on blocking sockets."""

from __future__ import annotations

import os
import ssl
import threading
import weakref

from vllm_sdk._operations.core import Response
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.arguments import MAX_CONNECTIONS, check_count
from vllm_sdk._transport.endpoint import Origin
from vllm_sdk._transport.http1.blocking_connection import Connection, Stream
from vllm_sdk._transport.http1.blocking_pool import Pool
from vllm_sdk._transport.http1.content_coding import list_codings
from vllm_sdk._transport.http1.exchange import Exchange, Headers
from vllm_sdk._transport.http1.failures import build_failure
from vllm_sdk._transport.http1.sockets import TLS
from vllm_sdk._transport.protocols import HTTPRequest

_CODINGS = list_codings()


class HTTPTransport:
    """The transport that `VLLM` uses: HTTP/1.1 over TCP, TLS or a Unix socket.

    One may serve several clients and servers, from any number of threads. A process that is forked
    opens connections of its own.
    """

    def __init__(
        self,
        *,
        max_connections: int = MAX_CONNECTIONS,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        """Prepare to send; nothing is opened yet.

        Args:
            max_connections: Limit on the connections to one server. Requests beyond it wait, in
                the order of their arrival.
            ssl_context: The certificates that are trusted, and those that are shown. Default: the
                system's and certifi's, or those that `SSL_CERT_FILE` or `SSL_CERT_DIR` names.

        Raises:
            ConfigurationError: A limit that is not a positive whole number.
        """
        check_count("max_connections", max_connections)
        self._max_connections = max_connections
        self._tls = TLS(ssl_context)
        self._pools: dict[Origin, Pool] = {}
        self._lock = threading.Lock()
        self._process = os.getpid()
        self._copies: weakref.WeakSet[HTTPTransport] = weakref.WeakSet()
        self._is_closed = False

    @property
    def max_connections(self) -> int:
        """Limit on the connections to one server."""
        return self._max_connections

    def copy(self, max_connections: int) -> HTTPTransport:
        """Return a transport with the same certificates, and with connections of its own.

        It is closed with this one.
        """
        copied = HTTPTransport(max_connections=max_connections)
        copied._tls = self._tls
        copied._is_closed = self._is_closed
        self._copies.add(copied)
        return copied

    def send(self, request: HTTPRequest) -> Response:
        """Send a request and read the whole response; see `Transport.send`."""
        pool, exchange, connection = self._ask(request)
        try:
            if not exchange.ended:
                connection.read(request, exchange, whole=True)
        except BaseException:
            connection.interrupt(connection_errors.build_stream_closed_error)
            raise
        finally:
            pool.release(connection)
        if not exchange.complete:
            raise build_failure(request, exchange)
        return Response(
            request.url,
            exchange.status,
            Headers(exchange.headers),
            exchange.take(),
            request.request_id,
        )

    def stream(self, request: HTTPRequest) -> Stream:
        """Send a request and leave the response open; see `Transport.stream`."""
        pool, exchange, connection = self._ask(request)
        return Stream(request, exchange, connection, pool)

    def close(self) -> None:
        """Close every connection, and end the calls of other threads that wait."""
        self._is_closed = True
        for copied in [*self._copies]:
            copied.close()
        if self._process == os.getpid():
            with self._lock:
                pools = list(self._pools.values())
            for pool in pools:
                pool.close()

    def _ask(self, request: HTTPRequest) -> tuple[Pool, Exchange, Connection]:
        head = request.endpoint.write_head(
            request.method, request.path, request.body, _CODINGS, request.request_id
        )
        pool = self._find_pool(request)
        fresh = False
        while True:
            connection = pool.acquire(request, fresh=fresh)
            exchange = Exchange(request.endpoint.max_response_bytes)
            try:
                connection.ask(request, head, exchange)
            except BaseException:
                connection.interrupt(connection_errors.build_stream_closed_error)
                pool.release(connection)
                raise
            if exchange.status:
                return pool, exchange, connection
            pool.release(connection)
            if not exchange.dead:
                raise build_failure(request, exchange)
            fresh = True

    def _find_pool(self, request: HTTPRequest) -> Pool:
        if self._is_closed:
            raise connection_errors.build_closed_error(request)
        if self._process != os.getpid():  # a fork: its parent uses the connections
            self._pools, self._lock, self._process = {}, threading.Lock(), os.getpid()
        pool = self._pools.get(request.endpoint.origin)
        if pool is None:
            with self._lock:
                if self._is_closed:  # by another thread, which would miss this pool
                    raise connection_errors.build_closed_error(request)
                pool = self._pools.setdefault(
                    request.endpoint.origin,
                    Pool(self._tls, self._max_connections),
                )
        return pool
