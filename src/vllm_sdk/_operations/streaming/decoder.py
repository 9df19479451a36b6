"""Decodes a stream: bytes in, typed chunks out, and the whole reply at the end.

No I/O: the clients feed the bytes. An error inside a stream becomes an exception here, with the
reply as far as it had arrived.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, ClassVar, Generic, Protocol, TypeAlias, TypeVar, cast

import msgspec

from vllm_sdk._operations.body_forms import BodyForm, recognise_form
from vllm_sdk._operations.core import build_unexpected_body, get_decoder
from vllm_sdk._operations.error_bodies import SERVER_FAILURE, find_stated_status
from vllm_sdk._operations.lenient_json import NOT_JSON, Misfit, parse_json
from vllm_sdk._operations.replies import ChatBody, CompletionBody, Reply, list_fields
from vllm_sdk._operations.streaming.accumulators import EndedInError
from vllm_sdk._operations.streaming.payloads import DONE, fit_chunk, is_keep_alive, is_whole
from vllm_sdk.errors import StreamInterrupted, UnexpectedResponse, VLLMError
from vllm_sdk.types import ChatChunk, CompletionChunk, Usage

ChunkT = TypeVar("ChunkT", ChatChunk, CompletionChunk)

EVENT_STREAM = "text/event-stream"

_NO_ANSWER = "it ended without an answer"
_CUT = "it ended in the middle of an event"

# Deep nesting ends in a RecursionError, even if the decoder only skips it.
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)

# Limit on the bytes of a body without events that are kept: of JSON, which is read as a whole, and
# of any other, which is only quoted.
_JSON_BYTES, _OTHER_BYTES = 64 * 1024 * 1024, 10_000

_OTHER_FORMS = frozenset({BodyForm.EMPTY, BodyForm.JSON, BodyForm.HTML, BodyForm.TEXT})


class Events(Protocol):
    """Splits bytes into the payloads of events; `_transport.sse` has the decoder."""

    def feed(self, data: bytes) -> list[bytes]:
        """Take the next bytes and return the payloads that they complete."""
        ...

    def close(self) -> bytes:
        """End the stream and return the payload of an event that never ended."""
        ...


ErrorOf: TypeAlias = Callable[[int, bytes], VLLMError]
"""Maps the status and the body of an error event to an exception."""


def ask_for_stream(fields: dict[str, Any]) -> dict[str, Any]:
    """Add the fields that ask for a stream, with the usage at its end unless that is declined."""
    given: dict[str, Any] = fields.get("stream_options") or {}
    return {**fields, "stream": True, "stream_options": {"include_usage": True, **given}}


class StreamDecoder(ABC, Generic[ChunkT]):
    """Decodes the bytes of one stream into chunks, and collects them for the whole reply.

    Attributes:
        done: Whether the stream's end mark has arrived. Nothing of interest can follow it.
    """

    _chunk_type: ClassVar[type[ChatChunk | CompletionChunk]]
    _choices: dict[int, Any]

    def __init__(
        self,
        events: Events,
        *,
        url: str,
        error_of: ErrorOf,
        content_type: str = EVENT_STREAM,
        expected: int | None = None,
        headers: Mapping[str, str] | None = None,
        request_id: str = "",
    ) -> None:
        """Prepare for a stream.

        Args:
            events: A new decoder of server-sent events.
            url: The address of the stream, without credentials.
            error_of: Maps the status and the body of an error event to an exception.
            content_type: The `Content-Type` header, for messages. The bytes show what the body is.
            expected: The number of choices asked for (prompts x `n`), if known.
            headers: The headers of the response.
            request_id: The id that was sent with the request.
        """
        self._events = events
        self._url = url
        self._error_of = error_of
        self._content_type = content_type
        self._expected = expected
        self._headers = headers
        self._request_id = request_id
        self._payloads: deque[bytes] = deque()
        self._pending_error: UnexpectedResponse | None = None  # raised after the payloads
        self._failure: VLLMError | None = None
        self._reply: Reply[str] | None = None
        self._start: bytes | None = b""  # of the body, until an event has arrived
        self._ended = False  # whether the last event, which need not have ended, was looked at
        self._cut = ""  # how the last event was cut
        decode: Any = get_decoder(self._chunk_type).decode
        self._decode: Callable[[bytes], ChunkT] = decode
        self._first: ChunkT | None = None
        self._usage: Usage | None = None
        self._system_fingerprint: str | None = None
        self._metrics: dict[str, Any] | None = None
        self._kv_transfer_params: dict[str, Any] | None = None
        self.done = False

    @abstractmethod
    def _add_choices(self, chunk: ChunkT) -> None:
        """Add the deltas of a chunk to their choices."""

    @abstractmethod
    def _build_body(self) -> ChatBody | CompletionBody | None:
        """Build the body from the chunks so far; None before any choice has arrived."""

    def feed(self, data: bytes) -> Iterator[ChunkT]:
        """Take the next bytes.

        Args:
            data: Bytes of the body as they arrived, cut anywhere.

        Returns:
            The chunks that are now complete, each decoded when it is asked for. The reply grows
            by the chunks that were taken. Chunks that were not taken come first the next time.

        Raises:
            StatusError: The stream starts with an error event. The iterator raises all of these.
            UnexpectedResponse: The stream starts with something that is not a chunk.
            StreamInterrupted: An error or something unreadable came after the first chunk.
        """
        if not self.done and self._failure is None:
            try:
                self._payloads.extend(self._events.feed(data))
            except UnexpectedResponse as error:  # the decoder does not know the address
                message = f"{self._url}: {error.message}"
                self._pending_error = UnexpectedResponse(
                    message, url=self._url, status=error.status, body=error.body
                )
            if self._start is not None:
                self._look_at_start(data)
        return self._take_chunks()

    def close(self) -> Iterator[ChunkT]:
        """End the body.

        Returns:
            The chunks that were not taken, and that of a last event whose line ends are missing.

        Raises:
            VLLMError: As `feed`.
        """
        left = self._close_events()
        if left and is_whole(left):
            self._payloads.append(left)
        elif left:
            self._cut = _CUT
        return self._take_chunks()

    def finish(self, broken: str | None = None) -> Reply[str]:
        """End the stream; calling it again is safe.

        Args:
            broken: Why no more bytes can come, if the server did not end the stream: the
                connection broke, or sent nothing for too long.

        Returns:
            The whole reply, equal to the reply that vLLM gives without streaming. It is whole if
            each choice has its finish reason, however the stream ended.

        Raises:
            StreamInterrupted: The stream ended too early, or the server aborted it; with the
                reply as far as it had arrived.
            VLLMError: What `feed` raised, or would have raised.
        """
        for _ in self._take_chunks():
            pass
        if self._reply is None:
            if self._first is not None:
                for _ in self.close():
                    pass
            elif self._close_events():  # no chunk was handed out: the stream has not begun
                self._cut = _CUT
            self._reply = self._end(broken)
        return self._reply

    @property
    def partial(self) -> Reply[str] | None:
        """The reply as far as it was taken, or None before the first chunk of any choice."""
        body = self._build_body()
        return None if body is None else self._build_reply(body)

    def _take_chunks(self) -> Iterator[ChunkT]:
        if self._failure is not None:
            raise self._failure
        payloads, decode, add = self._payloads, self._decode, self._add
        while payloads:
            payload = payloads.popleft()
            try:
                chunk = decode(payload)
            except _UNREADABLE as error:
                lenient = self._read_leniently(payload.strip(), str(error))
                if self.done:
                    payloads.clear()
                    return
                if lenient is None:
                    continue
                chunk = lenient
            try:
                add(chunk)
            except EndedInError:
                is_first = self._first is chunk
                raise self._fail_with(payload, SERVER_FAILURE, chunk, is_first=is_first) from None
            yield chunk
        if self._pending_error is not None and not self._is_complete():
            raise self._fail(self._pending_error) from None

    def _read_leniently(self, payload: bytes, problem: str) -> ChunkT | None:
        """Read a payload that the strict decoder refuses.

        Returns:
            The chunk; None for the end mark, and for what may be passed over.

        Raises:
            VLLMError: The payload states an error, or is not vLLM's.
        """
        if payload == DONE:
            self.done = True
            if self._first is None:
                raise (self._build_other_form() or self._interrupt(_NO_ANSWER)) from None
            return None
        if not payload:  # some proxies send events without data to keep a connection alive
            return None
        try:
            value = parse_json(payload)
        except NOT_JSON:
            self._refuse(payload, problem)
            return None
        if is_keep_alive(value):
            return None
        status = find_stated_status(value)
        try:
            chunk: ChunkT = self._fit(value)
        except Misfit as misfit:
            if status is not None:
                raise self._fail(self._error_of(status, payload)) from None
            self._refuse(payload, str(misfit))
            return None
        if status is None:
            return chunk
        is_first = self.partial is None
        with suppress(EndedInError):
            self._add(chunk)
        raise self._fail_with(payload, status, chunk, is_first=is_first) from None

    def _fit(self, value: Any) -> ChunkT:
        chunk: Any = fit_chunk(value, self._chunk_type)
        return cast("ChunkT", chunk)

    def _refuse(self, payload: bytes, problem: str) -> None:
        """Raise the error for an event that is not a chunk; after a complete reply, pass it over.

        Raises:
            VLLMError: The reply is not complete.
        """
        if not self._is_complete():
            reason = f"an event is no chunk, {problem}"
            raise self._fail(self._build_unexpected(payload, reason)) from None

    def _fail_with(
        self, payload: bytes, status: int, chunk: ChunkT, *, is_first: bool
    ) -> VLLMError:
        """Return the error to raise for a chunk that states one, after it was added."""
        cause = self._error_of(status, payload)
        if is_first and not any(
            choice.text or choice.reasoning or choice.tool_calls for choice in chunk.choices
        ):
            self._failure = cause
            return cause
        return self._interrupt(cause.message)

    def _look_at_start(self, data: bytes) -> None:
        """Keep the start of a body until it has an event; queue JSON that is whole as an event."""
        start = self._start or b""
        if self._payloads:
            self._start = None
            return
        is_json = recognise_form("", start or data) is BodyForm.JSON
        if len(start) < (_JSON_BYTES if is_json else _OTHER_BYTES):
            self._start = start = start + data
        if is_json and data.rstrip().endswith(b"}") and is_whole(start):
            self._payloads.extend((start, DONE))

    def _add(self, chunk: ChunkT) -> None:
        """Add a chunk to the reply."""
        if self._first is None:
            self._first = chunk
        self._add_choices(chunk)
        if chunk.usage is not None:  # if every chunk has one, the last one has the sum
            self._usage = chunk.usage
        if chunk.system_fingerprint is not None:
            self._system_fingerprint = chunk.system_fingerprint
        if chunk.metrics is not None:
            self._metrics = chunk.metrics
        # Each choice may have its own. vLLM's whole reply has those of the first prompt.
        if chunk.kv_transfer_params is not None and (
            self._kv_transfer_params is None or chunk.first is not None
        ):
            self._kv_transfer_params = chunk.kv_transfer_params

    def _build_unexpected(self, content: bytes, reason: str) -> UnexpectedResponse:
        return build_unexpected_body(self._url, 200, self._content_type, content, reason)

    def _fail(self, cause: VLLMError) -> VLLMError:
        """Return the error to raise: the cause itself if no reply had started."""
        if self.partial is None:
            self._failure = cause
            return cause
        return self._interrupt(cause.message)

    def _interrupt(self, reason: str) -> StreamInterrupted:
        partial = self.partial
        if partial is None:
            arrived = "Nothing had arrived yet."
        else:
            length = sum(len(choice.text) for choice in partial.choices)
            arrived = f"What had arrived, {length} characters, is in this error's `partial`."
        self._failure = StreamInterrupted(
            f"The stream from {self._url} was interrupted: {reason.rstrip('.')}. {arrived}",
            url=self._url,
            partial=partial,
        )
        return self._failure

    def _is_complete(self) -> bool:
        """Tell whether each choice that was asked for has its finish reason."""
        choices = self._choices
        return len(choices) >= (self._expected or 1) and all(
            choice.finished for choice in choices.values()
        )

    def _close_events(self) -> bytes:
        """Return the payload of a last event that has not ended, without white space around it."""
        if self._ended or self.done:
            return b""
        self._ended = True
        try:
            return self._events.close().strip()
        except UnexpectedResponse as error:
            self._cut = error.message
            return b""

    def _end(self, broken: str | None) -> Reply[str]:
        """Build the whole reply.

        Raises:
            UnexpectedResponse: The body was not a stream of events.
            StreamInterrupted: A choice is not complete, or the server aborted it.
        """
        body = self._build_body()
        reasons = {} if body is None else {one.index: one.finish_reason for one in body.choices}
        if "abort" in reasons.values():
            reason = "the server aborted the generation, as it does when it shuts down"
        elif body is not None and self._is_complete():
            return self._build_reply(body)
        elif broken is not None and not self.done:
            reason = broken or "the connection broke"
        elif (other := self._build_other_form()) is not None:
            raise other
        else:
            reason = self._cut or self._explain_unfinished(reasons)
        raise self._interrupt(reason)

    def _build_other_form(self) -> VLLMError | None:
        """Build the error for a body that is not a stream of events; None if it is one."""
        start = self._start
        if start is None or recognise_form(self._content_type, start) not in _OTHER_FORMS:
            return None
        return self._fail(self._build_unexpected(start, "it is not an event stream"))

    def _explain_unfinished(self, reasons: dict[int, str | None]) -> str:
        """Say why the choices are not complete."""
        cut = [index for index, reason in reasons.items() if reason is None]
        if cut:
            return f"it ended before choice {cut[0]} was finished"
        if reasons:
            return f"it ended with {len(reasons)} of {self._expected} choices"
        return _NO_ANSWER

    def _build_reply(self, body: ChatBody | CompletionBody) -> Reply[str]:
        content = msgspec.json.encode({**list_fields(body), "metrics": self._metrics})
        texts = [choice.text for choice in body.choices]
        return Reply(texts, body, content, self._headers, self._request_id)
