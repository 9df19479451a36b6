"""The asynchronous transport on aiohttp: thousands of requests at once on one core."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from aiohttp.abc import AbstractStreamWriter
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError
from yarl import URL

from vllm_sdk._operations.core import Request, Response
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.base import DEFAULT_LIMITS, DEFAULT_TIMEOUT, Endpoint
from vllm_sdk.errors import TransportError

# What sending and receiving may raise; RuntimeError if the client was closed meanwhile.
_ERRORS = (aiohttp.ClientError, TimeoutError, OSError, RuntimeError)

# The bytes that asyncio takes at once, however slowly the server reads.
_PIECE = 1 << 16


class AiohttpTransport:
    """Sends requests through an `aiohttp.ClientSession` of its own, one for each event loop."""

    def __init__(self, endpoint: Endpoint, *, timeout: httpx.Timeout | None = None) -> None:
        """Prepare to send.

        Args:
            endpoint: The server.
            timeout: The limits of each wait.
        """
        self.endpoint = endpoint
        self._limits = timeout or DEFAULT_TIMEOUT
        self._timeout = _convert_timeout(self._limits)
        self._proxy = _find_proxy(endpoint.base_url)
        self._urls: dict[str, URL] = {}
        self._session_headers = endpoint.headers
        self._headers: dict[str, str] | None = None  # over those of the session, in copies
        self._sessions: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Session] = (
            weakref.WeakKeyDictionary()
        )

    async def send(self, request: Request) -> Response:
        """Send a request; see `AsyncTransport.send`."""
        response = await self._open(request)
        content = await self._read(response, request)
        return self.endpoint.read_response(request, response.status, response.headers, content)

    async def stream(self, request: Request) -> AiohttpStream:
        """Send a request and leave the response open; see `AsyncTransport.stream`."""
        response = await self._open(request)
        if response.status >= 300:  # noqa: PLR2004 - the HTTP class itself
            content = await self._read(response, request)
            self.endpoint.read_response(request, response.status, response.headers, content)
        return AiohttpStream(response, self.endpoint.base_url + request.path, self._limits)

    async def close(self) -> None:
        """Close the connections of the running loop; each other loop closes its own at its end."""
        session = self._sessions.pop(asyncio.get_running_loop(), None)
        if session is not None:
            await session.keeper.aclose()

    def copy(
        self, headers: Mapping[str, str] | None, timeout: httpx.Timeout | None
    ) -> AiohttpTransport:
        """Copy the transport; see `AsyncTransport.copy`."""
        endpoint = self.endpoint.with_headers(headers)
        copy = AiohttpTransport(endpoint, timeout=timeout or self._limits)
        copy._sessions, copy._session_headers = self._sessions, self._session_headers
        copy._headers = endpoint.headers
        return copy

    async def _open(self, request: Request) -> aiohttp.ClientResponse:
        session = self._sessions.get(asyncio.get_running_loop())
        if session is None:
            session = await self._start_session()
        url = self._urls.get(request.path)
        if url is None:
            url = self._urls[request.path] = URL(self.endpoint.base_url + request.path)
        try:
            return await session.client.request(
                request.method,
                url,
                data=_build_payload(request.body, self._limits.write),
                headers=self._headers,
                timeout=self._timeout,
                proxy=self._proxy,
                allow_redirects=False,
            )
        except _ERRORS as error:
            raise self._explain_no_response(request, error) from None

    async def _read(self, response: aiohttp.ClientResponse, request: Request) -> bytes:
        try:
            return await response.read()
        except _ERRORS as error:
            url = self.endpoint.base_url + request.path
            raise explain_broken(url, response, error, self._limits) from None
        finally:
            response.release()

    async def _start_session(self) -> _Session:
        session = _Session(self._session_headers)
        self._sessions[asyncio.get_running_loop()] = session
        await anext(session.keeper)
        return session

    def _explain_no_response(self, request: Request, error: Exception) -> TransportError:
        """Build the error for a response that did not start."""
        url = self.endpoint.base_url + request.path
        if isinstance(error, TimeoutError) and not isinstance(
            error, aiohttp.ConnectionTimeoutError
        ):
            return connection_errors.build_no_response_error(request, url, self._limits.read)
        if isinstance(error, RuntimeError):
            return connection_errors.build_not_sent_error(url, error)
        if isinstance(error, aiohttp.ClientResponseError) and not isinstance(
            error, aiohttp.ClientHttpProxyError
        ):
            return connection_errors.build_malformed_error(url, ValueError(error.message))
        if isinstance(error, aiohttp.ServerDisconnectedError):
            error = aiohttp.ServerDisconnectedError()  # this one may quote half a response
        return connection_errors.build_unreachable_error(self.endpoint.base_url, url, error)


class AiohttpStream:
    """An open `aiohttp.ClientResponse`; see `AsyncByteStream`."""

    def __init__(self, response: aiohttp.ClientResponse, url: str, limits: httpx.Timeout) -> None:
        """Hold the response."""
        self.url = url
        self.content_type: str = response.headers.get("content-type", "")
        self._response = response
        self._limits = limits

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes as they arrive."""
        return self

    async def __anext__(self) -> bytes:
        """Return the next bytes of the body."""
        try:
            piece = await self._response.content.readany()
        except _ERRORS as error:
            raise explain_broken(self.url, self._response, error, self._limits) from None
        if not piece:
            raise StopAsyncIteration
        return piece

    async def close(self) -> None:
        """Return the connection to the pool, or close it if bytes are still to come."""
        if self._response.content.at_eof():
            self._response.release()
        else:
            self._response.close()


class _Session:
    """A session, and the generator that closes it at the latest when its loop ends."""

    def __init__(self, headers: dict[str, str]) -> None:
        self.client = aiohttp.ClientSession(
            headers=headers,
            connector=_Connector(
                limit=DEFAULT_LIMITS.max_connections or 0,
                keepalive_timeout=DEFAULT_LIMITS.keepalive_expiry,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
        )
        self.keeper = self._keep()

    async def _keep(self) -> AsyncGenerator[None, None]:
        # `asyncio.run` closes the loop's open generators before the loop itself: a client that
        # nobody closed, or that goes on in another loop, leaves no connection behind.
        try:
            yield
        finally:
            await self.client.close()


class _Connector(aiohttp.TCPConnector):
    """aiohttp's own, with connections that report every failure to a reader."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)  # pyright: ignore[reportUnknownMemberType]
        kind: type[ResponseHandler] = _Connection
        self._factory = partial(kind, loop=self._loop)


class _Connection(ResponseHandler):
    """aiohttp's own, except that nobody waits for ever if the server misbehaves."""

    def close(self) -> None:
        # A request that the server does not read would keep the connection open till it does.
        if self.transport is not None and self.transport.get_write_buffer_size():
            self.transport.abort()
        super().close()

    def set_exception(self, *error: Any, **cause: Any) -> None:
        # A body that breaks HTTP closes the connection, and its reader has to hear of it.
        super().set_exception(*error, **cause)
        failure, body = self.exception(), self._payload
        if isinstance(failure, HttpProcessingError) and body is not None and not body.is_eof():
            body.set_exception(aiohttp.ClientPayloadError(failure.message))


class _Body(aiohttp.Payload):
    """A large body (an image, say): in pieces, each of which the server must take in time."""

    _autoclose = True  # there is nothing to close

    def __init__(self, body: bytes, timeout: float | None) -> None:
        super().__init__(body)
        self._size = len(body)
        self._timeout = timeout

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return bytes(self._value).decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        body = memoryview(self._value)
        for start in range(0, len(body), _PIECE):
            async with asyncio.timeout(self._timeout):
                await writer.write(body[start : start + _PIECE])


def _build_payload(body: bytes | None, timeout: float | None) -> aiohttp.Payload | None:
    if body is None:
        return None
    # For bare bytes aiohttp would look up at each request which payload they make.
    return aiohttp.BytesPayload(body) if len(body) < _PIECE else _Body(body, timeout)


def _convert_timeout(timeout: httpx.Timeout) -> aiohttp.ClientTimeout:
    # aiohttp's `connect` bounds the wait for a free connection and the connecting together.
    pool, connect = timeout.pool, timeout.connect
    return aiohttp.ClientTimeout(
        total=None,
        connect=None if pool is None or connect is None else pool + connect,
        sock_connect=connect,
        sock_read=timeout.read,
    )


def _find_proxy(base_url: str) -> str | None:
    """Return the proxy that the environment names for this server, looked up once."""
    parts = urlsplit(base_url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if proxy is None or proxy_bypass(parts.hostname or ""):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def explain_broken(
    url: str, response: aiohttp.ClientResponse, error: Exception, limits: httpx.Timeout
) -> TransportError:
    """Build the error for a response that started and did not end."""
    if isinstance(error, TimeoutError):
        return connection_errors.build_stalled_error(url, limits.read)
    return connection_errors.build_broken_off_error(url, response.status, error)
