"""The asynchronous transport on aiohttp: thousands of requests at once on one core."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import AsyncGenerator, AsyncIterator
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

from vllm_sdk._operations.core import Answer, Call
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.base import DEFAULT_LIMITS, DEFAULT_TIMEOUT, Endpoint
from vllm_sdk.errors import TransportError

# What sending and receiving may raise; RuntimeError where the client was closed meanwhile.
_BROKEN = (aiohttp.ClientError, TimeoutError, OSError, RuntimeError)

# What asyncio takes at once, however slowly the server reads.
_PIECE = 1 << 16


class AiohttpTransport:
    """Sends calls through an `aiohttp.ClientSession` of its own, one for each event loop."""

    def __init__(self, endpoint: Endpoint, *, timeout: httpx.Timeout | None = None) -> None:
        """Prepare to send.

        Args:
            endpoint: where the server is.
            timeout: bounds of each wait.
        """
        self._endpoint = endpoint
        self._timeout = _timeout(timeout or DEFAULT_TIMEOUT)
        self._write_timeout = (timeout or DEFAULT_TIMEOUT).write
        self._proxy = _proxy_for(endpoint.base_url)
        self._urls: dict[str, URL] = {}
        self._sessions: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Session] = (
            weakref.WeakKeyDictionary()
        )

    async def send(self, call: Call) -> Answer:
        """Send a call; see `AsyncTransport.send`."""
        response = await self._open(call)
        content = await self._read(response, call)
        return self._endpoint.answer(call, response.status, response.headers, content)

    async def stream(self, call: Call) -> AiohttpStream:
        """Send a call and leave its answer open; see `AsyncTransport.stream`."""
        response = await self._open(call)
        if response.status >= 300:  # noqa: PLR2004 - the HTTP class itself
            content = await self._read(response, call)
            self._endpoint.answer(call, response.status, response.headers, content)
        return AiohttpStream(response, self._endpoint.base_url + call.path)

    async def close(self) -> None:
        """Close the connections of the running loop; each other loop closes its own at its end."""
        session = self._sessions.pop(asyncio.get_running_loop(), None)
        if session is not None:
            await session.keeper.aclose()

    async def _open(self, call: Call) -> aiohttp.ClientResponse:
        session = self._sessions.get(asyncio.get_running_loop())
        if session is None:
            session = await self._new_session()
        url = self._urls.get(call.path)
        if url is None:
            url = self._urls[call.path] = URL(self._endpoint.base_url + call.path)
        try:
            return await session.client.request(
                call.method,
                url,
                data=_payload(call.body, self._write_timeout),
                proxy=self._proxy,
                allow_redirects=False,
            )
        except _BROKEN as error:
            raise self._unsent(call, error) from None

    async def _read(self, response: aiohttp.ClientResponse, call: Call) -> bytes:
        try:
            return await response.read()
        except _BROKEN as error:
            raise broken(self._endpoint.base_url + call.path, response, error) from None
        finally:
            response.release()

    async def _new_session(self) -> _Session:
        session = _Session(self._endpoint, self._timeout)
        self._sessions[asyncio.get_running_loop()] = session
        await anext(session.keeper)
        return session

    def _unsent(self, call: Call, error: Exception) -> TransportError:
        """The error where no response began."""
        url = self._endpoint.base_url + call.path
        if isinstance(error, TimeoutError) and not isinstance(
            error, aiohttp.ConnectionTimeoutError
        ):
            return connection_errors.no_answer(url)
        if isinstance(error, RuntimeError):
            return connection_errors.not_asked(url, error)
        if isinstance(error, aiohttp.ClientResponseError) and not isinstance(
            error, aiohttp.ClientHttpProxyError
        ):
            return connection_errors.malformed(url, ValueError(error.message))
        if isinstance(error, aiohttp.ServerDisconnectedError):
            error = aiohttp.ServerDisconnectedError()  # this one may quote half a response
        return connection_errors.unreachable(self._endpoint.base_url, url, error)


class AiohttpStream:
    """An open `aiohttp.ClientResponse`; see `AsyncByteStream`."""

    def __init__(self, response: aiohttp.ClientResponse, url: str) -> None:
        """Hold the response."""
        self.url = url
        self.content_type: str = response.headers.get("content-type", "")
        self._response = response

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes, as they come."""
        return self

    async def __anext__(self) -> bytes:
        """The next bytes of the body."""
        try:
            piece = await self._response.content.readany()
        except _BROKEN as error:
            raise broken(self.url, self._response, error) from None
        if not piece:
            raise StopAsyncIteration
        return piece

    async def close(self) -> None:
        """Give the connection back; one that still has bytes to come is closed."""
        if self._response.content.at_eof():
            self._response.release()
        else:
            self._response.close()


class _Session:
    """A session, and the generator that closes it at the latest when its loop ends."""

    def __init__(self, endpoint: Endpoint, timeout: aiohttp.ClientTimeout) -> None:
        self.client = aiohttp.ClientSession(
            headers=endpoint.headers,
            timeout=timeout,
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
    """aiohttp's own, with connections that tell a reader of every failure."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)  # pyright: ignore[reportUnknownMemberType]
        kind: type[ResponseHandler] = _Connection
        self._factory = partial(kind, loop=self._loop)


class _Connection(ResponseHandler):
    """aiohttp's own, except that nobody waits for ever where the server misbehaves."""

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


def _payload(body: bytes | None, timeout: float | None) -> aiohttp.Payload | None:
    if body is None:
        return None
    # For bare bytes aiohttp would look up at each request which payload they make.
    return aiohttp.BytesPayload(body) if len(body) < _PIECE else _Body(body, timeout)


def _timeout(timeout: httpx.Timeout) -> aiohttp.ClientTimeout:
    # aiohttp's `connect` bounds the wait for a free connection and the connecting together.
    pool, connect = timeout.pool, timeout.connect
    return aiohttp.ClientTimeout(
        total=None,
        connect=None if pool is None or connect is None else pool + connect,
        sock_connect=connect,
        sock_read=timeout.read,
    )


def _proxy_for(base_url: str) -> str | None:
    """The proxy that the environment names for this server, looked up once."""
    parts = urlsplit(base_url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if proxy is None or proxy_bypass(parts.hostname or ""):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def broken(url: str, response: aiohttp.ClientResponse, error: Exception) -> TransportError:
    """The error where a response began and did not end."""
    if isinstance(error, TimeoutError):
        return connection_errors.fell_silent(url)
    return connection_errors.broke_off(url, response.status, error)
