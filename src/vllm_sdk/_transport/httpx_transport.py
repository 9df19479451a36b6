"""Transports on httpx: the synchronous one, and the one for an injected `httpx.AsyncClient`."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from urllib.request import getproxies

import httpx

from vllm_sdk._operations.core import Answer, Call
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.base import DEFAULT_LIMITS, DEFAULT_TIMEOUT, Endpoint
from vllm_sdk.errors import ConfigurationError, TransportError

# What sending may raise: httpx's own tree, its invalid URLs, and RuntimeError from a closed client.
_SENDING = (httpx.HTTPError, httpx.InvalidURL, RuntimeError)


class HttpxTransport:
    """Sends calls through the caller's `httpx.Client`, or through connections of its own."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        timeout: httpx.Timeout | None = None,
        client: httpx.Client | None = None,
    ) -> None:
        """Prepare to send.

        Args:
            endpoint: where the server is.
            timeout: bounds of each wait; an injected client keeps its own without one.
            client: used as it is, and left open by `close`.
        """
        self._requests = _Requests(endpoint, timeout)
        self._client: httpx.Client | _Direct
        if client is not None:
            self._client = client
        elif getproxies().keys() - {"no"}:
            self._client = httpx.Client(timeout=DEFAULT_TIMEOUT, limits=DEFAULT_LIMITS)
        else:
            self._client = _Direct(endpoint, timeout or DEFAULT_TIMEOUT)
        self._owned = client is None

    def send(self, call: Call) -> Answer:
        """Send a call; see `Transport.send`."""
        return self._requests.answer(call, self._read(self._open(call), call))

    def stream(self, call: Call) -> HttpxStream:
        """Send a call and leave its answer open; see `Transport.stream`."""
        response = self._open(call)
        if not response.is_success:
            self._requests.answer(call, self._read(response, call))
        return HttpxStream(response, self._requests.url(call))

    def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            self._client.close()

    def _open(self, call: Call) -> httpx.Response:
        client = self._client
        try:
            if isinstance(client, _Direct):
                return client.open(call)
            return client.send(self._requests.build(client, call), stream=True)
        except _SENDING as error:
            raise self._requests.unsent(call, error) from None

    def _read(self, response: httpx.Response, call: Call) -> httpx.Response:
        try:
            response.read()
        except httpx.HTTPError as error:
            raise broken(self._requests.url(call), response, error) from None
        finally:
            response.close()
        return response


class _Direct:
    """Sends calls straight over httpx's connections, past `httpx.Client`.

    The client prepares each request for what does not concern us: cookies, auth, redirects, hooks,
    a choice of proxies. That costs as much again as the request itself.
    """

    def __init__(self, endpoint: Endpoint, timeout: httpx.Timeout) -> None:
        # Loading certificates costs 20 ms. Without TLS, a context that trusts nobody is enough.
        secure = endpoint.base_url.startswith("https:")
        context = httpx.create_ssl_context() if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._connections = httpx.HTTPTransport(verify=context, limits=DEFAULT_LIMITS)
        self._base_url = endpoint.base_url
        self._headers = [
            (name.encode(), value.encode()) for name, value in endpoint.headers.items()
        ]
        self._extensions = {"timeout": timeout.as_dict()}
        self._urls: dict[str, httpx.URL] = {}

    def open(self, call: Call) -> httpx.Response:
        """Send a call and leave its answer open."""
        url = self._urls.get(call.path)
        if url is None:
            url = self._urls[call.path] = httpx.URL(self._base_url + call.path)
        body = call.body or b""
        headers = [(b"Host", url.netloc), *self._headers]
        if call.method != "GET":
            headers.append((b"Content-Length", b"%d" % len(body)))
        request = httpx.Request(
            call.method,
            url,
            headers=headers,
            stream=httpx.ByteStream(body),
            extensions=self._extensions,
        )
        return self._connections.handle_request(request)

    def close(self) -> None:
        """Close the connections."""
        self._connections.close()


class AsyncHttpxTransport:
    """Sends calls through the caller's `httpx.AsyncClient`."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        timeout: httpx.Timeout | None = None,
        client: httpx.AsyncClient,
    ) -> None:
        """Prepare to send; the arguments are those of `HttpxTransport`."""
        self._requests = _Requests(endpoint, timeout)
        self._client = client

    async def send(self, call: Call) -> Answer:
        """Send a call; see `AsyncTransport.send`."""
        return self._requests.answer(call, await self._read(await self._open(call), call))

    async def stream(self, call: Call) -> AsyncHttpxStream:
        """Send a call and leave its answer open; see `AsyncTransport.stream`."""
        response = await self._open(call)
        if not response.is_success:
            self._requests.answer(call, await self._read(response, call))
        return AsyncHttpxStream(response, self._requests.url(call))

    async def close(self) -> None:
        """Leave the client open: it is the caller's."""

    async def _open(self, call: Call) -> httpx.Response:
        try:
            return await self._client.send(self._requests.build(self._client, call), stream=True)
        except _SENDING as error:
            raise self._requests.unsent(call, error) from None

    async def _read(self, response: httpx.Response, call: Call) -> httpx.Response:
        try:
            await response.aread()
        except httpx.HTTPError as error:
            raise broken(self._requests.url(call), response, error) from None
        finally:
            await response.aclose()
        return response


class HttpxStream:
    """An open `httpx.Response`; see `ByteStream`."""

    def __init__(self, response: httpx.Response, url: str) -> None:
        """Hold the response."""
        self.url = url
        self.content_type: str = response.headers.get("content-type", "")
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body's bytes, as they come."""
        try:
            yield from self._response.iter_bytes()
        except httpx.HTTPError as error:
            raise broken(self.url, self._response, error) from None

    def close(self) -> None:
        """Give the connection back."""
        self._response.close()


class AsyncHttpxStream:
    """An open `httpx.Response`; see `AsyncByteStream`."""

    def __init__(self, response: httpx.Response, url: str) -> None:
        """Hold the response."""
        self.url = url
        self.content_type: str = response.headers.get("content-type", "")
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes, as they come."""
        try:
            async for piece in self._response.aiter_bytes():
                yield piece
        except httpx.HTTPError as error:
            raise broken(self.url, self._response, error) from None

    async def close(self) -> None:
        """Give the connection back."""
        await self._response.aclose()


class _Requests:
    """What both transports do before and after the wire."""

    def __init__(self, endpoint: Endpoint, timeout: httpx.Timeout | None) -> None:
        self._endpoint = endpoint
        self._headers = httpx.Headers(endpoint.headers)
        self._timeout = httpx.USE_CLIENT_DEFAULT if timeout is None else timeout

    def url(self, call: Call) -> str:
        return self._endpoint.base_url + call.path

    def build(self, client: httpx.Client | httpx.AsyncClient, call: Call) -> httpx.Request:
        return client.build_request(
            call.method,
            self.url(call),
            content=call.body,
            headers=self._headers,
            timeout=self._timeout,
        )

    def answer(self, call: Call, response: httpx.Response) -> Answer:
        return self._endpoint.answer(call, response.status_code, response.headers, response.content)

    def unsent(self, call: Call, error: Exception) -> TransportError | ConfigurationError:
        """The error where no response began."""
        url = self.url(call)
        match error:
            case httpx.InvalidURL() | httpx.UnsupportedProtocol():
                return ConfigurationError(f"{url} cannot be asked: {error}")
            case httpx.PoolTimeout():
                return connection_errors.no_connection_free(url)
            case httpx.ReadTimeout() | httpx.WriteTimeout():
                return connection_errors.no_answer(url)
            case httpx.RemoteProtocolError() if "disconnected" not in str(error):
                return connection_errors.malformed(url, error)
            case httpx.HTTPError():
                return connection_errors.unreachable(self._endpoint.base_url, url, error)
            case _:
                return connection_errors.not_asked(url, error)


def broken(url: str, response: httpx.Response, error: httpx.HTTPError) -> TransportError:
    """The error where a response began and did not end."""
    if isinstance(error, httpx.TimeoutException):
        return connection_errors.fell_silent(url)
    return connection_errors.broke_off(url, response.status_code, error)
