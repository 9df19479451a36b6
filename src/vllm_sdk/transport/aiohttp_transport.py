"""The asynchronous transport on aiohttp: thousands of requests at once on one core."""

from __future__ import annotations

import asyncio
import io
import weakref
from collections.abc import AsyncGenerator, AsyncIterator
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from yarl import URL

from vllm_sdk.errors import TransportError
from vllm_sdk.flows.calls import Answer, Call
from vllm_sdk.transport import breakage
from vllm_sdk.transport.base import DEFAULT_LIMITS, DEFAULT_TIMEOUT, Endpoint

# What sending and receiving may raise.
_BROKEN = (aiohttp.ClientError, TimeoutError, OSError)

_LARGE = 1 << 20


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
                data=_payload(call.body),
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
            return breakage.no_answer(url)
        return breakage.unreachable(self._endpoint.base_url, url, error)


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
            connector=aiohttp.TCPConnector(
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


def _payload(body: bytes | None) -> aiohttp.BytesPayload | io.BytesIO | None:
    if body is None:
        return None
    # aiohttp warns of a large body (an image, say) that is written in one go; in pieces it is fine.
    # For bare bytes it would look up at each request which payload they make.
    return aiohttp.BytesPayload(body) if len(body) < _LARGE else io.BytesIO(body)


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
        return breakage.fell_silent(url)
    return breakage.broke_off(url, response.status, error)
