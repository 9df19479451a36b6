"""Sends requests through a transport, with retries and log lines around them."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Generic, TypeVar

import attrs
import stamina

from vllm_sdk._operations.core import Request, Response, find_header
from vllm_sdk._operations.streaming.decoder import ChunkT, StreamDecoder
from vllm_sdk._transport.arguments import MAX_ERROR_BYTES
from vllm_sdk._transport.connection_errors import build_closed_error
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.protocols import AsyncByteStream, AsyncTransport, HTTPRequest
from vllm_sdk._transport.request_log import RequestLog, quiet_stamina
from vllm_sdk._transport.retries import RetryPlan, RetryPolicy
from vllm_sdk._transport.sse import EventDecoder
from vllm_sdk.errors import VLLMError

T = TypeVar("T")


@attrs.frozen
class AsyncOpenStream(Generic[ChunkT]):
    """A streamed response whose first chunk has arrived.

    Attributes:
        source: The response.
        pieces: The bytes of its body, as they arrive.
        decoder: What decodes them.
        first: The first chunk.
    """

    source: AsyncByteStream
    pieces: AsyncIterator[bytes]
    decoder: StreamDecoder[ChunkT]
    first: ChunkT


@attrs.define
class SenderState:
    """The state that a client and its copies share.

    Attributes:
        closed: Whether the client has been closed.
    """

    closed: bool = False


class AsyncSender:
    """Sends requests, and repeats those that the retry policy allows to repeat."""

    def __init__(
        self,
        transport: AsyncTransport,
        endpoint: Endpoint,
        policy: RetryPolicy,
        log: RequestLog,
        state: SenderState | None = None,
    ) -> None:
        """Prepare to send.

        Args:
            transport: The engine that sends a request once.
            endpoint: The server, the headers and the limits.
            policy: When and how often a failed request is repeated.
            log: Receives the log lines.
            state: The state of the client that this one is a copy of.
        """
        self.transport = transport
        self.endpoint = endpoint
        self.policy = policy
        self.log = log
        self.state = state or SenderState()

    async def perform(self, request: Request) -> Any:
        """Send a request.

        Returns:
            The `Response`; for a streamed request the `AsyncOpenStream`.

        Raises:
            VLLMError: The request failed for good.
        """
        if request.stream is None:
            return await self._persist(request, self._send_once)
        return await self._open_stream(request)

    async def close(self) -> None:
        """Close the transport, and send nothing more."""
        self.state.closed = True
        await self.transport.close()

    async def _send_once(self, request: Request) -> Response:
        sent = HTTPRequest(
            self.endpoint, request.method, request.path, request.body, request.repeatable
        )
        response = await self.transport.send(sent)
        return self.endpoint.read_response(request.path, response)

    async def _open_stream(self, request: Request) -> AsyncOpenStream[Any]:
        source: AsyncByteStream | None = None

        async def open_once(request: Request) -> AsyncOpenStream[Any]:
            nonlocal source
            sent = HTTPRequest(self.endpoint, request.method, request.path, request.body)
            source = await self.transport.stream(sent)
            return await read_first_chunk(request, source, self.endpoint)

        try:
            return await self._persist(request, open_once)
        except BaseException:  # a log handler's, for example, after the stream has started
            if source is not None:
                await source.close()
            raise

    async def _persist(self, request: Request, send_once: Callable[[Request], Awaitable[T]]) -> T:
        if self.state.closed:
            raise build_closed_error(request)
        began = time.monotonic()
        try:
            if not self.log.is_enabled:
                return await send_once(request)
            return await self._send_logged(request, 1, send_once)
        except VLLMError as error:
            if not self.policy.allows(request, error):
                raise
            plan = RetryPlan(request, self.policy, self.log, error, began)
        with quiet_stamina():
            async for attempt in stamina.retry_context(**plan.settings):
                with attempt:
                    plan.start_attempt(attempt.num)
                    if self.state.closed:
                        raise build_closed_error(request)
                    return await self._send_logged(request, attempt.num, send_once)
        raise AssertionError("the last attempt returns or raises")  # pragma: no cover

    async def _send_logged(
        self, request: Request, number: int, send_once: Callable[[Request], Awaitable[T]]
    ) -> T:
        started = time.perf_counter()
        try:
            outcome = await send_once(request)
        except VLLMError as error:
            self.log.log_failure(request, number, started, error)
            raise
        self.log.log_success(
            request, number, started, outcome if isinstance(outcome, Response) else None
        )
        return outcome


async def read_first_chunk(
    request: Request, source: AsyncByteStream, endpoint: Endpoint
) -> AsyncOpenStream[Any]:
    """Read a stream up to its first chunk; if there is none, close the stream and raise.

    Raises:
        VLLMError: The response or its first event is an error, or it is not a stream of events.
    """
    assert request.stream is not None  # noqa: S101 -- only streamed requests come here
    try:
        url = endpoint.base_url + request.path
        pieces = aiter(source)
        if not 200 <= source.status < 300:  # noqa: PLR2004 - the HTTP class itself
            content = await _read_refusal(pieces)
            endpoint.read_response(
                request.path, Response(url, source.status, source.headers, content)
            )
        error_of = endpoint.build_error_mapping(request.path)
        content_type = find_header(source.headers, "content-type") or ""
        decoder = request.stream(
            EventDecoder(), url=url, error_of=error_of, content_type=content_type
        )
        async for piece in pieces:
            for chunk in decoder.feed(piece):
                return AsyncOpenStream(source, pieces, decoder, chunk)
        for chunk in decoder.close():
            return AsyncOpenStream(source, pieces, decoder, chunk)
        decoder.finish()
        raise AssertionError("without a chunk, finish raises")  # noqa: TRY301 # pragma: no cover
    except BaseException:
        await source.close()
        raise


async def _read_refusal(pieces: AsyncIterator[bytes]) -> bytes:
    content = b""
    async for piece in pieces:
        content += piece
        if len(content) >= MAX_ERROR_BYTES:
            break
    return content
