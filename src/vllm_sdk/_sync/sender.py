# Derived from src/vllm_sdk/_async/sender.py by `make derive`. Edit that file instead.
"""Sends requests through a transport, with retries, hooks and log lines around them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

import attrs

from vllm_sdk._operations.core import Operation, Request, Response
from vllm_sdk._operations.headers import find_header
from vllm_sdk._operations.streaming.decoder import ChunkT, StreamDecoder
from vllm_sdk._sync.attempts import Attempts
from vllm_sdk._sync.drive import drive
from vllm_sdk._transport.api_keys import KeyRing
from vllm_sdk._transport.arguments import MAX_ERROR_BYTES, read_deadline, read_timeout
from vllm_sdk._transport.call_settings import (
    CALL_SETTING_NAMES,
    CallDict,
    CallSettings,
    check_call_settings,
    take_call_settings,
)
from vllm_sdk._transport.connection_errors import build_closed_error, build_deadline_error
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.hooks import Hooks
from vllm_sdk._transport.protocols import ByteStream, HTTPRequest, Transport
from vllm_sdk._transport.request_ids import new_request_id
from vllm_sdk._transport.request_log import RequestLog
from vllm_sdk._transport.retries import RetryPolicy
from vllm_sdk._transport.sse import EventDecoder
from vllm_sdk.errors import VLLMError

T = TypeVar("T")


@attrs.frozen
class OpenStream(Generic[ChunkT]):
    """A streamed response whose first chunk has arrived.

    Attributes:
        source: The response.
        pieces: The bytes of its body, as they arrive.
        decoder: What decodes them.
        first: The first chunk.
    """

    source: ByteStream
    pieces: Iterator[bytes]
    decoder: StreamDecoder[ChunkT]
    first: ChunkT


@attrs.define
class SenderState:
    """The state that a client and its copies share.

    Attributes:
        closed: Whether the client has been closed.
    """

    closed: bool = False


@attrs.frozen(eq=False)
class Sender:
    """The settings that a client sends with, and its connections, which its copies share.

    Attributes:
        transport: The engine that sends a request once.
        endpoint: The server, the headers and the limits.
        policy: When and how often a failed request is repeated.
        log: Receives the log lines.
        deadline: Limit on the seconds of a whole call, or None.
        hooks: The user's functions that see each attempt.
        keys: What has the key of each attempt, if a function returns it.
        state: The state that the client and its copies share.
    """

    transport: Transport
    endpoint: Endpoint
    policy: RetryPolicy
    log: RequestLog
    deadline: float | None = None
    hooks: Hooks = attrs.field(factory=Hooks)
    keys: KeyRing | None = None
    state: SenderState = attrs.field(factory=SenderState)
    _has_helpers: bool = attrs.field(
        init=False,
        default=attrs.Factory(
            lambda self: self.keys is not None or self.hooks.is_set, takes_self=True
        ),
    )

    @property
    def is_plain(self) -> bool:
        """True if nobody but the transport has to do with an attempt."""
        return not (self._has_helpers or self.log.is_enabled)

    def prepare(self, request: Request, request_id: str, deadline: Deadline | None) -> HTTPRequest:
        """Prepare an attempt at a request.

        Raises:
            VLLMError: The client is closed, or the deadline has passed.
        """
        if self.state.closed:
            raise build_closed_error(request)
        sent = HTTPRequest(
            self.endpoint,
            request.method,
            request.path,
            request.body,
            request.repeatable,
            request_id,
            deadline,
        )
        if deadline is not None and deadline.is_over:
            raise build_deadline_error(sent, sent=False)
        return sent

    def evolve(self, settings: CallSettings) -> Sender:
        """Return a sender with other settings; those that are left out stay.

        Raises:
            ConfigurationError: A setting is unusable.
            TypeError: A setting is unknown.
        """
        check_call_settings(settings)
        changes: dict[str, Any] = {}
        if "headers" in settings or "timeout" in settings:
            timeout = read_timeout(settings["timeout"]) if "timeout" in settings else None
            changes["endpoint"] = self.endpoint.evolve(settings.get("headers"), timeout)
        if "deadline" in settings:
            changes["deadline"] = read_deadline(settings["deadline"])
        if (policy := settings.get("retry")) is not None:
            changes["policy"] = policy
        return attrs.evolve(self, **changes) if changes else self

    def take(self, overrides: CallDict) -> Sender:
        """Return the sender of one call, and take its settings out of the call's options.

        Raises:
            ConfigurationError: A setting is unusable.
        """
        if CALL_SETTING_NAMES.isdisjoint(overrides):
            return self
        return self.evolve(take_call_settings(overrides))

    def close(self) -> None:
        """Close the transport, and send nothing more."""
        self.state.closed = True
        self.transport.close()


def run(operation: Operation[T], sender: Sender) -> T:
    """Run an operation to its value, as one call of a client."""
    return drive(operation, Call(sender).perform)


class Call:
    """The requests of one call of a client, which share a deadline.

    Attributes:
        deadline: The end of the call; None before its first request, or without a limit.
    """

    __slots__ = ("_sender", "deadline")

    def __init__(self, sender: Sender) -> None:
        """Prepare the call; its deadline begins with its first request."""
        self._sender = sender
        self.deadline: Deadline | None = None

    def perform(self, request: Request) -> Any:
        """Send a request.

        Returns:
            The `Response`; for a streamed request the `AsyncOpenStream`.

        Raises:
            VLLMError: The request failed for good.
        """
        sender, deadline, began = self._sender, self.deadline, time.monotonic()
        if deadline is None and sender.deadline is not None:
            deadline = self.deadline = Deadline(sender.deadline, began + sender.deadline)
        request_id = sender.endpoint.request_id or request.request_id or new_request_id()
        if request.stream is not None:
            return self._open_stream(request, request_id, began)
        if not sender.is_plain:
            return self._attempt(request, self._send_once, request_id, began).run()
        sent = sender.prepare(request, request_id, deadline)
        try:
            return self._send_once(sent)
        except VLLMError as error:
            attempts = self._attempt(request, self._send_once, request_id, began)
            if (plan := attempts.plan_retries(error)) is None:
                raise
        return attempts.repeat(plan)

    def _attempt(
        self,
        request: Request,
        send_once: Callable[[HTTPRequest], Any],
        request_id: str,
        began: float,
    ) -> Attempts:
        return Attempts(
            self._sender,
            request,
            send_once,
            request_id=request_id,
            deadline=self.deadline,
            began=began,
        )

    def _send_once(self, sent: HTTPRequest) -> Response:
        response = self._sender.transport.send(sent)
        return sent.endpoint.read_response(sent.path, response, sent.request_id)

    def _open_stream(self, request: Request, request_id: str, began: float) -> OpenStream[Any]:
        source: ByteStream | None = None

        def open_once(sent: HTTPRequest) -> OpenStream[Any]:
            nonlocal source
            source = self._sender.transport.stream(sent)
            return read_first_chunk(request, source, sent)

        try:
            attempts = self._attempt(request, open_once, request_id, began)
            opened: OpenStream[Any] = attempts.run()
        except BaseException:  # a log handler's, for example, after the stream has started
            if source is not None:
                source.close()
            raise
        return opened


def read_first_chunk(request: Request, source: ByteStream, sent: HTTPRequest) -> OpenStream[Any]:
    """Read a stream up to its first chunk; if there is none, close the stream and raise.

    Raises:
        VLLMError: The response or its first event is an error, or it is not a stream of events.
    """
    assert request.stream is not None  # noqa: S101 -- only streamed requests come here
    try:
        pieces, headers = iter(source), source.headers
        if not 200 <= source.status < 300:  # noqa: PLR2004 - the HTTP class itself
            content = _read_refusal(pieces)
            response = Response(sent.url, source.status, headers, content)
            sent.endpoint.read_response(sent.path, response, sent.request_id)
        decoder = request.stream(
            EventDecoder(),
            url=sent.url,
            error_of=sent.endpoint.build_error_mapping(sent.path, sent.request_id),
            content_type=find_header(headers, "content-type") or "",
            headers=headers,
            request_id=sent.request_id,
        )
        for piece in pieces:
            for chunk in decoder.feed(piece):
                return OpenStream(source, pieces, decoder, chunk)
        for chunk in decoder.close():
            return OpenStream(source, pieces, decoder, chunk)
        decoder.finish()
        raise AssertionError("without a chunk, finish raises")  # noqa: TRY301 # pragma: no cover
    except BaseException:
        source.close()
        raise


def _read_refusal(pieces: Iterator[bytes]) -> bytes:
    content = b""
    for piece in pieces:
        content += piece
        if len(content) >= MAX_ERROR_BYTES:
            break
    return content
