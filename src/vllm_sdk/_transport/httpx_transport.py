"""Transports on httpx: the synchronous one, and the one for an injected `httpx.AsyncClient`."""

from __future__ import annotations

import os
import ssl
from collections.abc import AsyncIterator, Iterator, Mapping
from urllib.request import getproxies

import httpx

from vllm_sdk._operations.core import Request, Response
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.base import DEFAULT_LIMITS, DEFAULT_TIMEOUT, Endpoint
from vllm_sdk.errors import ConfigurationError, TransportError

# What sending may raise: httpx's own tree, its invalid URLs, and RuntimeError from a closed client.
_SEND_ERRORS = (httpx.HTTPError, httpx.InvalidURL, RuntimeError)


class HttpxTransport:
    """Sends requests through the caller's `httpx.Client`, or through connections of its own."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        timeout: httpx.Timeout | None = None,
        client: httpx.Client | None = None,
    ) -> None:
        """Prepare to send.

        Args:
            endpoint: The server.
            timeout: The limits of each wait; without them an injected client keeps its own.
            client: A client that is used as it is, and left open by `close`.
        """
        own = DEFAULT_TIMEOUT if client is None else client.timeout
        self.endpoint = endpoint
        self._messages = _Messages(endpoint, timeout, own)
        self._client: httpx.Client | _Direct
        if client is not None:
            self._client = client
        elif getproxies().keys() - {"no"}:
            self._client = httpx.Client(timeout=DEFAULT_TIMEOUT, limits=DEFAULT_LIMITS)
        else:
            self._client = _Direct(endpoint)
        self._owned = client is None
        self._owner = _Owner()

    def send(self, request: Request) -> Response:
        """Send a request; see `Transport.send`."""
        return self._read(self._open(request), request)

    def stream(self, request: Request) -> HttpxStream:
        """Send a request and leave the response open; see `Transport.stream`."""
        response = self._open(request)
        if not response.is_success:
            self._read(response, request)
        return HttpxStream(response, self._messages, request)

    def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            self._client.close()

    def copy(
        self, headers: Mapping[str, str] | None, timeout: httpx.Timeout | None
    ) -> HttpxTransport:
        """Copy the transport; see `Transport.copy`."""
        copy = object.__new__(HttpxTransport)
        copy.__dict__.update(self.__dict__)
        copy._messages = self._messages.copy(headers, timeout)
        copy.endpoint = copy._messages.endpoint
        return copy

    def _open(self, request: Request) -> httpx.Response:
        client = self._client
        self._owner.check(request)
        try:
            if isinstance(client, _Direct):
                return client.open(request, self._messages)
            return client.send(self._messages.build(client, request), stream=True)
        except _SEND_ERRORS as error:
            raise self._messages.explain_no_response(request, error) from None

    def _read(self, response: httpx.Response, request: Request) -> Response:
        try:
            content = response.read()
        except httpx.HTTPError as error:
            raise self._messages.explain_broken(request, response, error) from None
        finally:
            response.close()
        return self.endpoint.read_response(request, response.status_code, response.headers, content)


class _Owner:
    """The process whose connections a client and its copies hold."""

    def __init__(self) -> None:
        self._pid: int | None = None

    def check(self, request: Request) -> None:
        """Refuse a request of another process, whose parent reads the same connections."""
        if self._pid != os.getpid():
            if self._pid is not None:
                raise connection_errors.build_forked_error(request)
            self._pid = os.getpid()


class _Direct:
    """Sends requests straight over httpx's connections, without `httpx.Client`.

    The client prepares each request for features that are not used here: cookies, auth, redirects,
    hooks, a choice of proxies. That costs as much again as the request itself.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        # Loading certificates costs 20 ms. Without TLS, a context that trusts nobody is enough.
        secure = endpoint.base_url.startswith("https:")
        context = httpx.create_ssl_context() if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._connections = httpx.HTTPTransport(verify=context, limits=DEFAULT_LIMITS)
        self._urls: dict[str, httpx.URL] = {}

    def open(self, request: Request, messages: _Messages) -> httpx.Response:
        """Send a request and leave the response open."""
        url = self._urls.get(request.path)
        if url is None:
            url = self._urls[request.path] = httpx.URL(messages.url(request))
        body = request.body or b""
        headers = [(b"Host", url.netloc), *messages.raw_headers]
        if request.method != "GET":
            headers.append((b"Content-Length", b"%d" % len(body)))
        sent = httpx.Request(
            request.method,
            url,
            headers=headers,
            stream=httpx.ByteStream(body),
            extensions=messages.extensions,
        )
        return self._connections.handle_request(sent)

    def close(self) -> None:
        """Close the connections."""
        self._connections.close()


class AsyncHttpxTransport:
    """Sends requests through the caller's `httpx.AsyncClient`."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        timeout: httpx.Timeout | None = None,
        client: httpx.AsyncClient,
    ) -> None:
        """Prepare to send; the arguments are those of `HttpxTransport`."""
        self.endpoint = endpoint
        self._messages = _Messages(endpoint, timeout, client.timeout)
        self._client = client

    async def send(self, request: Request) -> Response:
        """Send a request; see `AsyncTransport.send`."""
        return await self._read(await self._open(request), request)

    async def stream(self, request: Request) -> AsyncHttpxStream:
        """Send a request and leave the response open; see `AsyncTransport.stream`."""
        response = await self._open(request)
        if not response.is_success:
            await self._read(response, request)
        return AsyncHttpxStream(response, self._messages, request)

    async def close(self) -> None:
        """Leave the client open: it is the caller's."""

    def copy(
        self, headers: Mapping[str, str] | None, timeout: httpx.Timeout | None
    ) -> AsyncHttpxTransport:
        """Copy the transport; see `AsyncTransport.copy`."""
        copy = object.__new__(AsyncHttpxTransport)
        copy._client = self._client
        copy._messages = self._messages.copy(headers, timeout)
        copy.endpoint = copy._messages.endpoint
        return copy

    async def _open(self, request: Request) -> httpx.Response:
        client = self._client
        try:
            return await client.send(self._messages.build(client, request), stream=True)
        except _SEND_ERRORS as error:
            raise self._messages.explain_no_response(request, error) from None

    async def _read(self, response: httpx.Response, request: Request) -> Response:
        try:
            content = await response.aread()
        except httpx.HTTPError as error:
            raise self._messages.explain_broken(request, response, error) from None
        finally:
            await response.aclose()
        return self.endpoint.read_response(request, response.status_code, response.headers, content)


class HttpxStream:
    """An open `httpx.Response`; see `ByteStream`."""

    def __init__(self, response: httpx.Response, messages: _Messages, request: Request) -> None:
        """Hold the response."""
        self.url = messages.url(request)
        self.content_type: str = response.headers.get("content-type", "")
        self._response = response
        self._messages = messages
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body's bytes as they arrive."""
        try:
            yield from self._response.iter_bytes()
        except httpx.HTTPError as error:
            raise self._messages.explain_broken(self._request, self._response, error) from None

    def close(self) -> None:
        """Return the connection to the pool."""
        self._response.close()


class AsyncHttpxStream:
    """An open `httpx.Response`; see `AsyncByteStream`."""

    def __init__(self, response: httpx.Response, messages: _Messages, request: Request) -> None:
        """Hold the response."""
        self.url = messages.url(request)
        self.content_type: str = response.headers.get("content-type", "")
        self._response = response
        self._messages = messages
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes as they arrive."""
        try:
            async for piece in self._response.aiter_bytes():
                yield piece
        except httpx.HTTPError as error:
            raise self._messages.explain_broken(self._request, self._response, error) from None

    async def close(self) -> None:
        """Return the connection to the pool."""
        await self._response.aclose()


class _Messages:
    """Requests as httpx sends them, and what its responses and errors mean."""

    def __init__(
        self, endpoint: Endpoint, timeout: httpx.Timeout | None, default: httpx.Timeout
    ) -> None:
        self.endpoint = endpoint
        self._limits = timeout or default
        self._default = default
        self.raw_headers = [
            (name.encode(), value.encode()) for name, value in endpoint.headers.items()
        ]
        self.extensions = {"timeout": self._limits.as_dict()}
        self._headers = httpx.Headers(endpoint.headers)
        self._timeout = timeout

    def copy(self, headers: Mapping[str, str] | None, timeout: httpx.Timeout | None) -> _Messages:
        endpoint = self.endpoint.with_headers(headers)
        return _Messages(endpoint, timeout or self._timeout, self._default)

    def url(self, request: Request) -> str:
        return self.endpoint.base_url + request.path

    def build(self, client: httpx.Client | httpx.AsyncClient, request: Request) -> httpx.Request:
        return client.build_request(
            request.method,
            self.url(request),
            content=request.body,
            headers=self._headers,
            timeout=httpx.USE_CLIENT_DEFAULT if self._timeout is None else self._timeout,
        )

    def explain_no_response(
        self, request: Request, error: Exception
    ) -> TransportError | ConfigurationError:
        """Build the error for a response that did not start."""
        url = self.url(request)
        match error:
            case httpx.InvalidURL() | httpx.UnsupportedProtocol():
                return ConfigurationError(f"{url} cannot be asked: {error}")
            case httpx.PoolTimeout():
                return connection_errors.build_no_connection_error(url, self._limits.pool)
            case httpx.ReadTimeout() | httpx.WriteTimeout():
                reading = isinstance(error, httpx.ReadTimeout)
                seconds = self._limits.read if reading else self._limits.write
                return connection_errors.build_no_response_error(request, url, seconds)
            case httpx.RemoteProtocolError() if "disconnected" not in str(error):
                return connection_errors.build_malformed_error(url, error)
            case httpx.HTTPError():
                return connection_errors.build_unreachable_error(self.endpoint.base_url, url, error)
            case _:
                return connection_errors.build_not_sent_error(url, error)

    def explain_broken(
        self, request: Request, response: httpx.Response, error: httpx.HTTPError
    ) -> TransportError:
        """Build the error for a response that started and did not end."""
        url = self.url(request)
        if isinstance(error, httpx.TimeoutException):
            return connection_errors.build_stalled_error(url, self._limits.read)
        return connection_errors.build_broken_off_error(url, response.status_code, error)
