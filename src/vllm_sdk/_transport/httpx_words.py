"""What the requests, limits, responses and errors of httpx and httpx2 mean here."""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextvars import ContextVar
from typing import Any

from vllm_sdk._operations.core import Response
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.arguments import DEFAULT_TIMEOUT, MAX_ERROR_BYTES
from vllm_sdk._transport.endpoint import append_query
from vllm_sdk._transport.http_clients import AsyncHTTPClient, HTTPClient, find_library
from vllm_sdk._transport.httpx_attempt import Attempt
from vllm_sdk._transport.httpx_gate import Slot
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk.errors import ConfigurationError, VLLMError

_SUCCESS = range(200, 300)

_LIBRARY_TIMEOUT = 5.0
"""The default of a client that was given no limits; too short for a generation."""


_has_query: ContextVar[bool] = ContextVar("_has_query", default=False)
"""Whether the request that is being sent has a query, which may hold a key."""


def _hide_query(record: logging.LogRecord) -> bool:
    """Take the query out of the addresses that httpx writes to its log."""
    if _has_query.get() and isinstance(record.args, tuple):
        record.args = tuple(
            str(each).partition("?")[0] if type(each).__name__ == "URL" else each
            for each in record.args
        )
    return True


class Words:
    """The meaning of the requests, the limits and the errors of a client's library."""

    def __init__(self, client: HTTPClient | AsyncHTTPClient, proxy: str | None) -> None:
        self._proxy = proxy
        self._library = find_library(client)
        logging.getLogger(self._library.__name__).addFilter(_hide_query)
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
        note: Callable[[str, Mapping[str, Any]], object],
        slot: Slot,
    ) -> Any:
        """Build the library's request.

        Args:
            client: The client that will send it.
            request: The request.
            note: The function that hears of each step.
            slot: The request's place in the client's pool.
        """
        _has_query.set(bool(request.query))
        headers = dict(request.headers)
        if slot.is_surplus:
            headers["Connection"] = "close"
        return client.build_request(
            request.method,
            append_query(request.url, request.query),
            content=request.body,
            headers=headers,
            timeout=self._bound_timeout(request, slot.left),
            extensions={"trace": note},
        )

    def explain(self, request: HTTPRequest, error: Any, attempt: Attempt) -> Any:
        """Return the response that an error is about.

        Raises:
            VLLMError: There is none.
        """
        if isinstance(error, self._library.HTTPStatusError):  # a hook of the client's checks it
            return Refusal(error.response, self._library)
        raise self._explain_no_response(request, error, attempt)

    def explain_broken(self, request: HTTPRequest, response: Any, error: Exception) -> VLLMError:
        """Build the error for a response that started and did not end."""
        if isinstance(error, self._library.TimeoutException):
            return connection_errors.build_stalled_error(request, self.find_timeout(request).read)
        status = response.status_code
        return connection_errors.build_broken_off_error(request, status, describe(error))

    def _explain_no_response(
        self, request: HTTPRequest, error: Exception, attempt: Attempt
    ) -> VLLMError:
        library, limits = self._library, self.find_timeout(request)
        if isinstance(error, library.TimeoutException) and request.is_overdue:
            sent = isinstance(error, library.ReadTimeout)
            return connection_errors.build_deadline_error(request, sent=sent)
        match error:
            case library.InvalidURL() | library.UnsupportedProtocol():
                return ConfigurationError(f"{request.url} cannot be asked: {error}")
            case library.PoolTimeout():
                told: VLLMError = connection_errors.build_pool_timeout_error(
                    request, limits.pool, injected=self._proxy is None
                )
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

    def find_timeout(self, request: HTTPRequest) -> Any:
        """Return the limits: of the call, otherwise of the client, otherwise our default."""
        given = request.timeout
        if given is DEFAULT_TIMEOUT and self._has_own_timeout:
            return self._own_timeout
        return self._library.Timeout(
            connect=given.connect, read=given.read, write=given.write, pool=given.pool
        )

    def _bound_timeout(self, request: HTTPRequest, pool: float | None) -> Any:
        """Return the limits, none of them beyond the deadline."""
        limits = self.find_timeout(request)
        return self._library.Timeout(
            connect=request.bound(limits.connect),
            read=request.bound(limits.read),
            write=request.bound(limits.write),
            pool=pool,
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


class Body:
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
        if self._request.is_overdue:
            raise connection_errors.build_deadline_error(self._request, sent=True)
        if len(piece) > self._left and self._is_success:
            raise connection_errors.build_too_large_error(self._request, self._status)
        self._pieces.append(piece[: self._left])
        self._left -= len(self._pieces[-1])
        return self._left > 0 or self._is_success

    def build_response(self, response: Any) -> Response:
        """Build the response."""
        content = b"".join(self._pieces)
        request = self._request
        return Response(request.url, self._status, response.headers, content, request.request_id)


class Refusal:
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
