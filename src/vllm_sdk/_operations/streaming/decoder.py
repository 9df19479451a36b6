"""Decodes a stream: bytes in, typed chunks out, and the whole reply at the end.

No I/O: the clients feed the bytes. An error inside a stream becomes an exception here, with the
reply as far as it had arrived.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Generic, Protocol, TypeAlias, TypeVar

import msgspec

from vllm_sdk._operations.core import Response, build_unexpected_response
from vllm_sdk._operations.replies import ChatBody, CompletionBody, Reply
from vllm_sdk._operations.streaming.accumulators import ChatAccumulator, CompletionAccumulator
from vllm_sdk.errors import StreamInterrupted, UnexpectedResponse, VLLMError
from vllm_sdk.types import ChatChunk, CompletionChunk, Usage

ChunkT = TypeVar("ChunkT", ChatChunk, CompletionChunk)

_DONE = b"[DONE]"

# Deep nesting ends in a RecursionError, even if the decoder only skips it.
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class _ErrorDetail(msgspec.Struct):
    code: Any = None


class _ErrorEvent(msgspec.Struct):
    """An error inside a stream that began with HTTP 200."""

    error: _ErrorDetail | str


class Events(Protocol):
    """Splits bytes into the payloads of events; `_transport.sse` has the decoder."""

    def feed(self, data: bytes) -> list[bytes]:
        """Take the next bytes and return the payloads that they complete."""
        ...

    def close(self) -> bytes:
        """End the stream and return the start of an event that never ended."""
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

    def __init__(
        self, events: Events, *, url: str, error_of: ErrorOf, expected: int | None = None
    ) -> None:
        """Prepare for a stream.

        Args:
            events: A new decoder of server-sent events.
            url: The address of the stream, without credentials.
            error_of: Maps the status and the body of an error event to an exception.
            expected: The number of choices asked for (prompts x `n`), if known.
        """
        self._events = events
        self._url = url
        self._error_of = error_of
        self._expected = expected
        self._payloads: deque[bytes] = deque()
        self._pending_error: UnexpectedResponse | None = None  # raised after the payloads
        self._failure: VLLMError | None = None
        self._reply: Reply[str] | None = None
        decode: Any = msgspec.json.Decoder(self._chunk_type).decode
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

    @abstractmethod
    def _encode_body(self, body: ChatBody | CompletionBody) -> bytes:
        """Encode the body as vLLM would have sent it, for `Reply.raw`."""

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
        return self._take_chunks()

    def finish(self, broken: str | None = None) -> Reply[str]:
        """End the stream; calling it again is safe.

        Args:
            broken: Why no more bytes can come, if the server did not end the stream: the
                connection broke, or sent nothing for too long.

        Returns:
            The whole reply, equal to the reply that vLLM gives without streaming.

        Raises:
            StreamInterrupted: The stream ended too early, or the server aborted it; with the
                reply as far as it had arrived.
            VLLMError: What `feed` raised, or would have raised.
        """
        for _ in self._take_chunks():
            pass
        if self._reply is None:
            body = self._build_body()
            reason = self._explain_end(broken) or self._explain_unfinished(body)
            if body is None or reason:
                raise self._interrupt(reason)
            self._reply = self._build_reply(body)
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
                if payload == _DONE:
                    self.done = True
                    payloads.clear()
                    return
                if payload.strip():
                    raise self._fail(self._read_error(payload, error)) from None
                continue  # an event without data, which some proxies send to keep a connection
            add(chunk)
            yield chunk
        if self._pending_error is not None:
            raise self._fail(self._pending_error) from None

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

    def _read_error(self, payload: bytes, error: Exception) -> VLLMError:
        """Map a payload that is not a chunk to an exception: the server's error, or not vLLM's."""
        try:
            event = msgspec.json.decode(payload, type=_ErrorEvent).error
        except _UNREADABLE:
            response = Response(self._url, 200, {"content-type": "text/event-stream"}, payload)
            return build_unexpected_response(response, f"an event is no chunk, {error}")
        code = event.code if isinstance(event, _ErrorDetail) else None
        status = code if isinstance(code, int) and 400 <= code < 600 else 500  # noqa: PLR2004 -- the number is the format itself
        return self._error_of(status, payload)

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

    def _explain_end(self, broken: str | None) -> str:
        """Say how the bytes ended before the stream's end mark, or return an empty string."""
        if self.done:
            return ""
        if broken is not None:
            return broken or "the connection broke"
        try:
            left = self._events.close()
        except UnexpectedResponse as error:
            return error.message
        return "it ended in the middle of an event" if left else "it ended without its end mark"

    def _explain_unfinished(self, body: ChatBody | CompletionBody | None) -> str:
        """Say why the choices are not complete, or return an empty string."""
        if body is None:
            return "it ended without an answer"
        reasons = {choice.index: choice.finish_reason for choice in body.choices}
        if "abort" in reasons.values():
            return "the server aborted the generation, as it does when it shuts down"
        cut = [index for index, reason in reasons.items() if reason is None]
        if cut:
            return f"it ended before choice {cut[0]} was finished"
        if self._expected is not None and len(reasons) < self._expected:
            return f"it ended with {len(reasons)} of {self._expected} choices"
        return ""

    def _build_reply(self, body: ChatBody | CompletionBody) -> Reply[str]:
        return Reply([choice.text for choice in body.choices], body, self._encode_body(body))


class ChatStreamDecoder(StreamDecoder[ChatChunk]):
    """Decodes a streamed chat."""

    _chunk_type = ChatChunk

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Prepare for a stream; see `StreamDecoder`."""
        super().__init__(*args, **kwargs)
        self._choices: dict[int, ChatAccumulator] = {}

    def _add_choices(self, chunk: ChatChunk) -> None:
        for delta in chunk.choices:
            choice = self._choices.get(delta.index)
            if choice is None:
                choice = self._choices[delta.index] = ChatAccumulator()
            choice.add(delta)

    def _build_body(self) -> ChatBody | None:
        first = self._first
        if first is None or not self._choices:
            return None
        return ChatBody(
            first.id,
            first.model,
            [choice.build(index, first.id) for index, choice in sorted(self._choices.items())],
            created=first.created,
            usage=self._usage or Usage(),
            prompt_token_ids=first.prompt_token_ids,
            prompt_text=first.prompt_text,
            system_fingerprint=self._system_fingerprint,
            kv_transfer_params=self._kv_transfer_params,
        )

    def _encode_body(self, body: ChatBody | CompletionBody) -> bytes:
        fields = msgspec.to_builtins(body)
        for choice in fields["choices"]:  # vLLM leaves out the calls of a message without any
            message = choice["message"]
            for name in ("tool_calls", "reasoning_content"):
                if message[name] is None:
                    del message[name]
        return msgspec.json.encode(
            {**fields, "object": "chat.completion", "metrics": self._metrics}
        )


class CompletionStreamDecoder(StreamDecoder[CompletionChunk]):
    """Decodes a streamed completion."""

    _chunk_type = CompletionChunk

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Prepare for a stream; see `StreamDecoder`."""
        super().__init__(*args, **kwargs)
        self._choices: dict[int, CompletionAccumulator] = {}

    def _add_choices(self, chunk: CompletionChunk) -> None:
        for delta in chunk.choices:
            choice = self._choices.get(delta.index)
            if choice is None:
                choice = self._choices[delta.index] = CompletionAccumulator()
            choice.add(delta)

    def _build_body(self) -> CompletionBody | None:
        first = self._first
        if first is None or not self._choices:
            return None
        return CompletionBody(
            first.id,
            first.model,
            [choice.build(index) for index, choice in sorted(self._choices.items())],
            created=first.created,
            usage=self._usage or Usage(),
            system_fingerprint=self._system_fingerprint,
            kv_transfer_params=self._kv_transfer_params,
        )

    def _encode_body(self, body: ChatBody | CompletionBody) -> bytes:
        return msgspec.json.encode(
            {**msgspec.to_builtins(body), "object": "text_completion", "metrics": self._metrics}
        )
