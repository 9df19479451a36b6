"""Transports on a client of httpx or httpx2: an injected one, or one of our own behind a proxy."""

from __future__ import annotations

import contextlib
import os
import socket
import ssl
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping
from typing import Any

from vllm_sdk._operations.core import Response
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.arguments import DEFAULT_TIMEOUT, MAX_ERROR_BYTES
from vllm_sdk._transport.http_clients import AsyncHTTPClient, HTTPClient, find_library
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk.errors import ConfigurationError, VLLMError

_SUCCESS = range(200, 300)

_LIBRARY_TIMEOUT = 5.0
"""The default of a client that was given no limits; too short for a generation."""

_REST_LIMIT = 0.05
"""Seconds within which the end of a body has to follow the last byte that matters."""

_DEATH_WINDOW = 0.1
"""Seconds within which a connection that was kept alive proves dead."""


class HttpxTransport:
    """Sends requests through an `httpx.Client` or an `httpx2.Client`."""

    def __init__(self, client: HTTPClient, *, proxy: str | None = None) -> None:
        """Prepare to send.

        Args:
            client: The client, used as it is.
            proxy: The address of the proxy that the client goes by, without credentials, if the
                client is our own; it is closed with the transport then.
        """
        self._client = client
        self._words = _Words(client, proxy)
        self._owned = proxy is not None
        self._process: int | None = None

    def send(self, request: HTTPRequest) -> Response:
        """Send a request and read the whole response; see `Transport.send`."""
        response = self._open(request)
        body = _Body(request, response.status_code)
        try:
            for piece in response.iter_bytes():
                if not body.add(piece):
                    break
        except self._words.errors as error:
            failure = error
        else:
            return body.build_response(response)
        finally:
            response.close()
        raise self._words.explain_broken(request, response, failure)

    def stream(self, request: HTTPRequest) -> HttpxStream:
        """Send a request and leave the response open; see `Transport.stream`."""
        return HttpxStream(self._open(request), self._words, request)

    def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            self._client.close()

    def _open(self, request: HTTPRequest) -> Any:
        self._check_process(request)
        attempt = _Attempt()
        try:
            sent = self._words.build(self._client, request, attempt.note)
            return self._client.send(sent, stream=True)
        except self._words.errors as error:
            failure = error
        # Outside the block, nothing of the library hangs on the error, the API key in its frames.
        return self._words.explain(request, failure, attempt)

    def _check_process(self, request: HTTPRequest) -> None:
        """Refuse a request of a fork, whose parent reads the same connections."""
        if self._process != os.getpid():
            if self._process is not None:
                raise connection_errors.build_forked_client_error(request)
            self._process = os.getpid()


class AsyncHttpxTransport:
    """Sends requests through an `httpx.AsyncClient` or an `httpx2.AsyncClient`."""

    def __init__(self, client: AsyncHTTPClient, *, proxy: str | None = None) -> None:
        """Prepare to send; the arguments are those of `HttpxTransport`."""
        self._client = client
        self._words = _Words(client, proxy)
        self._owned = proxy is not None

    async def send(self, request: HTTPRequest) -> Response:
        """Send a request and read the whole response; see `Transport.send`."""
        response = await self._open(request)
        body = _Body(request, response.status_code)
        try:
            async for piece in response.aiter_bytes():
                if not body.add(piece):
                    break
        except self._words.errors as error:
            failure = error
        else:
            return body.build_response(response)
        finally:
            await response.aclose()
        raise self._words.explain_broken(request, response, failure)

    async def stream(self, request: HTTPRequest) -> AsyncHttpxStream:
        """Send a request and leave the response open; see `Transport.stream`."""
        return AsyncHttpxStream(await self._open(request), self._words, request)

    async def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            await self._client.aclose()

    async def _open(self, request: HTTPRequest) -> Any:
        attempt = _Attempt()

        async def note(event: str, details: object) -> None:
            attempt.note(event, details)

        try:
            sent = self._words.build(self._client, request, note)
            return await self._client.send(sent, stream=True)
        except self._words.errors as error:
            failure = error
        # Outside the block, nothing of the library hangs on the error, the API key in its frames.
        return self._words.explain(request, failure, attempt)


class HttpxStream:
    """An open response of httpx; see `ByteStream`."""

    def __init__(self, response: Any, words: _Words, request: HTTPRequest) -> None:
        """Hold the response."""
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._response = response
        self._words = words
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body's bytes as they arrive."""
        received = 0
        try:
            for piece in self._response.iter_bytes():
                received += len(piece)
                if received > self._request.max_response_bytes:
                    raise connection_errors.build_too_large_error(self._request, self.status)
                yield piece
        except self._words.errors as error:
            failure = error
        else:
            return
        raise self._words.explain_broken(self._request, self._response, failure)

    def release(self) -> None:
        """Close the connection: what httpx would read first may never come."""
        self.close()

    def close(self) -> None:
        """Return the connection to the pool, or close it."""
        self._response.close()


class AsyncHttpxStream:
    """An open response of httpx; see `AsyncByteStream`."""

    def __init__(self, response: Any, words: _Words, request: HTTPRequest) -> None:
        """Hold the response."""
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._response = response
        self._words = words
        self._request = request
        self._pieces = self._read()

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes as they arrive."""
        return self._pieces

    async def _read(self) -> AsyncGenerator[bytes]:
        received = 0
        try:
            async for piece in self._response.aiter_bytes():
                received += len(piece)
                if received > self._request.max_response_bytes:
                    raise connection_errors.build_too_large_error(self._request, self.status)
                yield piece
        except self._words.errors as error:
            failure = error
        else:
            return
        raise self._words.explain_broken(self._request, self._response, failure)

    async def release(self) -> None:
        """Read the end of the body if it comes at once, so that the connection is used again."""
        import anyio  # httpx needs it, too

        with anyio.move_on_after(_REST_LIMIT), contextlib.suppress(VLLMError):
            async for _ in self._pieces:
                pass
        await self.close()

    async def close(self) -> None:
        """Return the connection to the pool, or close it."""
        await self._response.aclose()


class _Body:
    """The body of a response, up to its limit."""

    def __init__(self, request: HTTPRequest, status: int) -> None:
        self._request = request
        self._status = status
        self._is_success = status in _SUCCESS
        limit = request.max_response_bytes
        self._left = limit if self._is_success else min(limit, MAX_ERROR_BYTES)
        self._pieces: list[bytes] = []

    def add(self, piece: bytes) -> bool:
        """Add bytes, and tell whether to read on."""
        if len(piece) > self._left and self._is_success:
            raise connection_errors.build_too_large_error(self._request, self._status)
        self._pieces.append(piece[: self._left])
        self._left -= len(self._pieces[-1])
        return self._left > 0 or self._is_success

    def build_response(self, response: Any) -> Response:
        """Build the response."""
        content = b"".join(self._pieces)
        return Response(self._request.url, self._status, response.headers, content)


class _Refusal:
    """A response that the client has closed, because a hook of its own raised for the status."""

    def __init__(self, response: Any, library: Any) -> None:
        self.status_code: int = response.status_code
        self.headers: Mapping[str, str] = response.headers
        try:
            self._content: bytes = response.content
        except library.ResponseNotRead:
            self._content = b""

    def iter_bytes(self) -> Iterator[bytes]:
        """Yield the body, if the hook has read it."""
        yield self._content

    async def aiter_bytes(self) -> AsyncIterator[bytes]:
        """Yield the body, if the hook has read it."""
        yield self._content

    def close(self) -> None:
        """Do nothing: the response is closed."""

    async def aclose(self) -> None:
        """Do nothing: the response is closed."""


class _Attempt:
    """The course of one attempt at a request, as httpcore tells it."""

    def __init__(self) -> None:
        self._has_connected = False
        self._began = time.monotonic()

    def note(self, event: str, _details: object) -> None:
        """Note an event."""
        if event.startswith("connection.connect_"):
            self._has_connected = True

    @property
    def may_prove_dead(self) -> bool:
        """True if a kept-alive connection was used, and just now."""
        return not self._has_connected and time.monotonic() < self._began + _DEATH_WINDOW


class _Words:
    """The meaning of the requests, the limits and the errors of a client's library."""

    def __init__(self, client: HTTPClient | AsyncHTTPClient, proxy: str | None) -> None:
        self._proxy = proxy
        self._library = find_library(client)
        self._own_timeout = client.timeout
        self._has_own_timeout = client.timeout != self._library.Timeout(_LIBRARY_TIMEOUT)
        # What sending may raise: the library's own tree, its invalid URLs, and RuntimeError from a
        # closed client.
        self.errors: tuple[type[Exception], ...] = (
            self._library.HTTPError,
            self._library.InvalidURL,
            self._library.StreamError,
            RuntimeError,
        )

    def build(
        self,
        client: HTTPClient | AsyncHTTPClient,
        request: HTTPRequest,
        note: Callable[[str, object], object],
    ) -> Any:
        """Build the library's request."""
        return client.build_request(
            request.method,
            request.url,
            content=request.body,
            headers=dict(request.headers),
            timeout=self._find_timeout(request),
            extensions={"trace": note},
        )

    def explain(self, request: HTTPRequest, error: Any, attempt: _Attempt) -> Any:
        """Return the response that an error is about.

        Raises:
            VLLMError: There is none.
        """
        if isinstance(error, self._library.HTTPStatusError):  # a hook of the client's checks it
            return _Refusal(error.response, self._library)
        raise self._explain_no_response(request, error, attempt)

    def explain_broken(self, request: HTTPRequest, response: Any, error: Exception) -> VLLMError:
        """Build the error for a response that started and did not end."""
        if isinstance(error, self._library.TimeoutException):
            return connection_errors.build_stalled_error(request, self._find_timeout(request).read)
        status = response.status_code
        return connection_errors.build_broken_off_error(request, status, describe(error))

    def _explain_no_response(
        self, request: HTTPRequest, error: Exception, attempt: _Attempt
    ) -> VLLMError:
        library, limits = self._library, self._find_timeout(request)
        match error:
            case library.InvalidURL() | library.UnsupportedProtocol():
                return ConfigurationError(f"{request.url} cannot be asked: {error}")
            case library.PoolTimeout():
                told: VLLMError = connection_errors.build_no_connection_error(request, limits.pool)
            case library.ReadTimeout():
                told = connection_errors.build_no_response_error(request, limits.read)
            case library.WriteTimeout():
                told = connection_errors.build_not_taken_error(request, limits.write)
            case library.ConnectError() | library.ConnectTimeout() | library.ProxyError():
                told = connection_errors.build_unreachable_error(
                    request, _find_cause(error), proxy=self._proxy
                )
            case library.RemoteProtocolError() if "disconnected" not in str(error):
                return connection_errors.build_malformed_error(request, describe(error))
            case library.HTTPError():
                dead = isinstance(error, library.NetworkError) and attempt.may_prove_dead
                return connection_errors.build_unanswered_error(request, error, sent=not dead)
            case _:
                return connection_errors.build_not_sent_error(request, error)
        return told

    def _find_timeout(self, request: HTTPRequest) -> Any:
        """Return the limits: of the call, otherwise of the client, otherwise our default."""
        given = request.timeout
        if given is DEFAULT_TIMEOUT and self._has_own_timeout:
            return self._own_timeout
        return self._library.Timeout(
            connect=given.connect, read=given.read, write=given.write, pool=given.pool
        )


def _find_cause(error: Exception) -> Exception:
    """Return the system's or OpenSSL's own error behind a library's, otherwise the library's."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, (ssl.SSLError, socket.gaierror)):
            return cause
        cause = cause.__cause__ or cause.__context__
    return error


def describe(error: Exception) -> str:
    """Return an error's words on one line, abbreviated."""
    return connection_errors.abbreviate(error)
