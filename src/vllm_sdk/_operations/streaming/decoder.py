"""A stream, folded: bytes in, typed chunks out, and the reply at the end.

No I/O: the clients feed the bytes, on whichever loop they came. What goes wrong inside a stream
becomes the right error here, with the reply as far as it had arrived.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Generic, Protocol, TypeAlias

import msgspec

from vllm_sdk._operations.core import Answer, unexpected
from vllm_sdk._operations.replies import ChatBody, CompletionBody, Reply
from vllm_sdk._operations.streaming.accumulators import (
    Assembly,
    ChatAssembly,
    ChunkT,
    CompletionAssembly,
)
from vllm_sdk.errors import StreamInterrupted, UnexpectedResponse, VLLMError
from vllm_sdk.types.chunks import ChatChunk, CompletionChunk

_DONE = b"[DONE]"

# Deep nesting ends in a RecursionError, even where the decoder only skips it.
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class _ErrorDetail(msgspec.Struct):
    code: Any = None


class _ErrorEvent(msgspec.Struct):
    """An error inside a stream that began with HTTP 200."""

    error: _ErrorDetail | str


class Events(Protocol):
    """Splits bytes into the payloads of events: the push decoder of the transport floor."""

    def feed(self, data: bytes) -> list[bytes]:
        """Take the next bytes and give back the payloads that they complete."""
        ...

    def close(self) -> bytes:
        """End the stream and give back what had come of an event that never ended."""
        ...


ErrorOf: TypeAlias = Callable[[int, bytes], VLLMError]
"""Turns the status and the body of an error event into the error that it is."""


def streamed(body: dict[str, Any]) -> dict[str, Any]:
    """The body that asks for a stream, with the usage at its end unless that is declined."""
    given: dict[str, Any] = body.get("stream_options") or {}
    return {**body, "stream": True, "stream_options": {"include_usage": True, **given}}


class Fold(ABC, Generic[ChunkT]):
    """Turns the bytes of one stream into chunks, and into a reply at their end.

    Attributes:
        done: whether the stream's end mark has come; nothing of interest can follow.
    """

    def __init__(
        self, events: Events, *, url: str, error_of: ErrorOf, expected: int | None = None
    ) -> None:
        """Prepare for a stream.

        Args:
            events: a new decoder of server-sent events.
            url: where the stream comes from, without credentials.
            error_of: turns the status and body of an error event into an error.
            expected: how many choices were asked for (prompts x `n`), where that is known.
        """
        self._events = events
        self._url = url
        self._error_of = error_of
        self._expected = expected
        self._payloads: deque[bytes] = deque()
        self._ahead: UnexpectedResponse | None = None  # raised once the payloads are taken
        self._failure: VLLMError | None = None
        self._reply: Reply[str] | None = None
        self.done = False
        assembly, decode = self._begin()
        self._assembly: Assembly[ChunkT] = assembly
        self._decode: Callable[[bytes], ChunkT] = decode

    @abstractmethod
    def _begin(self) -> tuple[Assembly[ChunkT], Callable[[bytes], ChunkT]]:
        """An empty assembly, and the decoder of its chunks."""

    def feed(self, data: bytes) -> Iterator[ChunkT]:
        """Take the next bytes.

        Args:
            data: bytes of the body as they arrived, cut anywhere.

        Returns:
            The chunks that are now complete, each decoded as it is asked for: the reply grows with
            what was taken. Chunks that were not taken come first the next time.

        Raises:
            StatusError: the server's first word was an error; raised by the iterator, like all.
            UnexpectedResponse: the first thing that came was no chunk.
            StreamInterrupted: an error or something unreadable came after the first chunk.
        """
        if not self.done and self._failure is None:
            try:
                self._payloads.extend(self._events.feed(data))
            except UnexpectedResponse as error:  # the decoder does not know the address
                message = f"{self._url}: {error.message}"
                self._ahead = UnexpectedResponse(
                    message, url=self._url, status=error.status, body=error.body
                )
        return self._chunks()

    def finish(self, broken: str | None = None) -> Reply[str]:
        """End the stream; safe to call again.

        Args:
            broken: why no more bytes can come, where that was not the server's will: the
                connection broke, or fell silent for too long.

        Returns:
            The whole reply, equal to the one that vLLM gives without streaming.

        Raises:
            StreamInterrupted: the stream ended before its end, or the server aborted it; with the
                reply as far as it had arrived.
            VLLMError: what `feed` raised, or would have.
        """
        for _ in self._chunks():
            pass
        if self._reply is None:
            body = self._assembly.body()
            trouble = self._cut_off(broken) or self._unfinished(body)
            if body is None or trouble:
                raise self._interrupted(trouble)
            self._reply = self._reply_of(body)
        return self._reply

    @property
    def partial(self) -> Reply[str] | None:
        """The reply as far as it was taken, or None before the first chunk of any choice."""
        body = self._assembly.body()
        return None if body is None else self._reply_of(body)

    def _chunks(self) -> Iterator[ChunkT]:
        if self._failure is not None:
            raise self._failure
        payloads, decode, add = self._payloads, self._decode, self._assembly.add
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
                    raise self._failed(self._cause(payload, error)) from None
                continue  # an event without data, which some proxies send to keep a connection
            add(chunk)
            yield chunk
        if self._ahead is not None:
            raise self._failed(self._ahead) from None

    def _cause(self, payload: bytes, error: Exception) -> VLLMError:
        """What a payload that is no chunk means: an error of the server's, or nothing of vLLM's."""
        try:
            said = msgspec.json.decode(payload, type=_ErrorEvent).error
        except _UNREADABLE:
            answer = Answer(self._url, 200, "text/event-stream", payload)
            return unexpected(answer, f"an event is no chunk, {error}")
        code = said.code if isinstance(said, _ErrorDetail) else None
        status = code if isinstance(code, int) and 400 <= code < 600 else 500  # noqa: PLR2004
        return self._error_of(status, payload)

    def _failed(self, cause: VLLMError) -> VLLMError:
        """The error to raise: its cause itself where no answer had begun."""
        if self.partial is None:
            self._failure = cause
            return cause
        return self._interrupted(cause.message)

    def _interrupted(self, reason: str) -> StreamInterrupted:
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

    def _cut_off(self, broken: str | None) -> str:
        """How the bytes ended before the stream's end mark, or an empty string."""
        if self.done:
            return ""
        if broken is not None:
            return broken or "the connection broke"
        try:
            left = self._events.close()
        except UnexpectedResponse as error:
            return error.message
        return "it ended in the middle of an event" if left else "it ended without its end mark"

    def _unfinished(self, body: ChatBody | CompletionBody | None) -> str:
        """Why the choices are not whole, or an empty string."""
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

    def _reply_of(self, body: ChatBody | CompletionBody) -> Reply[str]:
        return Reply([choice.text for choice in body.choices], body, self._assembly.encoded(body))


class ChatFold(Fold[ChatChunk]):
    """The fold of a streamed chat."""

    def _begin(self) -> tuple[Assembly[ChatChunk], Callable[[bytes], ChatChunk]]:
        return ChatAssembly(), msgspec.json.Decoder(ChatChunk).decode


class CompletionFold(Fold[CompletionChunk]):
    """The fold of a streamed completion."""

    def _begin(self) -> tuple[Assembly[CompletionChunk], Callable[[bytes], CompletionChunk]]:
        return CompletionAssembly(), msgspec.json.Decoder(CompletionChunk).decode
