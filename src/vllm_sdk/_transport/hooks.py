"""Functions of the user that see each request, response and retry, without secrets."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

import attrs

from vllm_sdk._exports import export
from vllm_sdk._operations.core import Response
from vllm_sdk._transport.masking import Secret
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk.errors import ConfigurationError, StatusError, UnexpectedResponse, VLLMError

_MASK = "***"

_SECRET_RESPONSE_HEADERS = frozenset({"set-cookie", "authorization", "proxy-authenticate"})


@export
@attrs.frozen
class RequestEvent:
    """A request that is about to be sent.

    Attributes:
        method: The HTTP method.
        url: The address, without credentials and without the client's `query`.
        path: The route.
        headers: The headers. The API key, and the values of headers that you set, are `***`.
        body: The JSON body, encoded, or None.
        request_id: The id of the request, the same in each attempt.
        attempt: The number of the attempt, from 1.
    """

    method: str
    url: str
    path: str
    headers: Mapping[str, str]
    body: bytes | None = attrs.field(repr=False)
    request_id: str
    attempt: int


@export
@attrs.frozen
class ResponseEvent:
    """The outcome of an attempt: a response, the start of a stream, or a failure.

    Attributes:
        request: The request.
        status: The HTTP status; None if no response arrived.
        headers: The headers of the response; of a cookie the value is `***`.
        seconds: The seconds from the request to the response, or to the first chunk of a stream.
        error: The error that the attempt ended in, or None. It may be repeated.
    """

    request: RequestEvent
    status: int | None
    headers: Mapping[str, str]
    seconds: float
    error: VLLMError | None


@export
@attrs.frozen
class RetryEvent:
    """A request that is about to be repeated; the wait is over.

    Attributes:
        method: The HTTP method.
        url: The address, without credentials and without the client's `query`.
        request_id: The id of the request, the same in each attempt.
        attempt: The number of the attempt that begins, from 2.
        wait: The seconds that were waited.
        error: The error of the attempt before.
    """

    method: str
    url: str
    request_id: str
    attempt: int
    wait: float
    error: VLLMError


OnRequest: TypeAlias = Callable[[RequestEvent], object]
"""Called before each attempt."""

OnResponse: TypeAlias = Callable[[ResponseEvent], object]
"""Called after each attempt."""

OnRetry: TypeAlias = Callable[[RetryEvent], object]
"""Called before a request is repeated."""

AsyncOnRequest: TypeAlias = Callable[[RequestEvent], Awaitable[object] | object]
"""Called before each attempt; a coroutine function is awaited."""

AsyncOnResponse: TypeAlias = Callable[[ResponseEvent], Awaitable[object] | object]
"""Called after each attempt; a coroutine function is awaited."""

AsyncOnRetry: TypeAlias = Callable[[RetryEvent], Awaitable[object] | object]
"""Called before a request is repeated; a coroutine function is awaited."""


def _list_hooks(hooks: Any) -> list[tuple[str, object]]:
    return [(name, getattr(hooks, name)) for name in ("on_request", "on_response", "on_retry")]


def _has_hook(hooks: Any) -> bool:
    return any(hook is not None for _, hook in _list_hooks(hooks))


@attrs.frozen
class Hooks:
    """The hooks of a `VLLM`; an error of a hook ends the call.

    Attributes:
        on_request: Called before each attempt, or None.
        on_response: Called after each attempt, or None.
        on_retry: Called before a request is repeated, or None.
        is_set: Whether there is a hook.
    """

    on_request: OnRequest | None = None
    on_response: OnResponse | None = None
    on_retry: OnRetry | None = None
    is_set: bool = attrs.field(init=False, default=attrs.Factory(_has_hook, takes_self=True))

    def __attrs_post_init__(self) -> None:
        """Check the hooks.

        Raises:
            ConfigurationError: One of them cannot be called, or has to be awaited.
        """
        for name, hook in _list_hooks(self):
            _check_callable(name, hook)
            if inspect.iscoroutinefunction(hook):
                raise ConfigurationError(
                    f"{name} is a coroutine function: VLLM calls plain functions. Use AsyncVLLM."
                )

    def call(self, hook: Callable[[Any], object] | None, event: object) -> None:
        """Call a hook, if there is one."""
        if hook is not None:
            hook(event)


@attrs.frozen
class AsyncHooks:
    """The hooks of an `AsyncVLLM`, see `Hooks`; an error of a hook ends the call."""

    on_request: AsyncOnRequest | None = None
    on_response: AsyncOnResponse | None = None
    on_retry: AsyncOnRetry | None = None
    is_set: bool = attrs.field(init=False, default=attrs.Factory(_has_hook, takes_self=True))

    def __attrs_post_init__(self) -> None:
        """Check the hooks.

        Raises:
            ConfigurationError: One of them cannot be called.
        """
        for name, hook in _list_hooks(self):
            _check_callable(name, hook)

    async def call(self, hook: Callable[[Any], object] | None, event: object) -> None:
        """Call a hook, if there is one, and await its result if it can be awaited."""
        if hook is not None:
            result = hook(event)
            if inspect.isawaitable(result):
                await result


def build_request_event(request: HTTPRequest, attempt: int) -> RequestEvent:
    """Build the redacted view of a request."""
    return RequestEvent(
        request.method,
        request.url,
        request.path,
        {
            name: _MASK if isinstance(value, Secret) else value
            for name, value in request.headers.items()
        },
        request.body,
        request.request_id,
        attempt,
    )


def build_response_event(request: RequestEvent, outcome: Any, seconds: float) -> ResponseEvent:
    """Build the redacted view of the outcome of an attempt.

    Args:
        request: The request.
        outcome: The response, the open stream, or the error.
        seconds: The seconds that it took.
    """
    if isinstance(outcome, (StatusError, UnexpectedResponse)):
        return ResponseEvent(request, outcome.status or None, {}, seconds, outcome)
    if isinstance(outcome, VLLMError):
        return ResponseEvent(request, None, {}, seconds, outcome)
    response = outcome if isinstance(outcome, Response) else outcome.source
    headers = _redact_response_headers(response.headers)
    return ResponseEvent(request, response.status, headers, seconds, None)


def _redact_response_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return a response's headers, without what may be a secret."""
    return {
        name: _MASK if name.lower() in _SECRET_RESPONSE_HEADERS else value
        for name, value in headers.items()
    }


def _check_callable(name: str, hook: object) -> None:
    if hook is not None and not callable(hook):
        raise ConfigurationError(f"{name} takes a function, not the {type(hook).__name__} given.")
