"""The pieces of a stream, put together into the body that vLLM answers without streaming.

Pieces are collected as they come and joined once, when the body is asked for: the work grows with
the stream's length and no faster.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import chain
from typing import Any, Generic, TypeVar

import msgspec

from vllm_sdk._operations.replies import (
    ChatBody,
    ChatChoice,
    CompletionBody,
    CompletionChoice,
    ReplyMessage,
)
from vllm_sdk.types import (
    ChatLogprobs,
    CompletionLogprobs,
    FunctionCall,
    TokenLogprob,
    ToolCall,
    Usage,
    WeightVersionSpan,
)
from vllm_sdk.types.chunks import (
    ChatChoiceDelta,
    ChatChunk,
    CompletionChoiceDelta,
    CompletionChunk,
    ToolCallDelta,
)


class CallPieces:
    """One tool call."""

    __slots__ = ("arguments", "id", "name")

    def __init__(self) -> None:
        """Begin a call."""
        self.id = ""
        self.name = ""
        self.arguments: list[str] = []

    def add(self, piece: ToolCallDelta) -> None:
        """Take the next piece; id and name come whole, some parsers repeat them."""
        self.id = self.id or piece.id or ""
        said = piece.function
        if said is not None:
            self.name = self.name or said.name or ""
            if said.arguments:
                self.arguments.append(said.arguments)

    def continued_by(self, piece: ToolCallDelta) -> bool:
        """Whether a piece of the same index belongs to this call.

        Parsers exist that use one index for every call of a turn: another id begins another call,
        and where no id can tell, another name does.
        """
        if piece.id and self.id:
            return piece.id == self.id
        return not (piece.name and self.name)


class CallsPieces:
    """The tool calls of one choice, in the order in which they began."""

    __slots__ = ("_calls", "_latest")

    def __init__(self) -> None:
        """Begin without calls."""
        self._calls: list[CallPieces] = []
        self._latest: dict[int | None, CallPieces] = {}

    def add(self, piece: ToolCallDelta) -> None:
        """Take the next piece of whichever call it belongs to."""
        call = self._latest.get(piece.index)
        if call is None or not call.continued_by(piece):
            call = CallPieces()
            self._calls.append(call)
        # A piece without an index goes on with the call before it, whichever index that had.
        self._latest[piece.index] = self._latest[None] = call
        call.add(piece)

    def whole(self, reply_id: str) -> list[ToolCall] | None:
        """The calls; one that came without id gets one, for results are paired by it."""
        if not self._calls:
            return None
        return [
            ToolCall(
                id=call.id or f"{reply_id}-tool-{number}",
                function=FunctionCall(name=call.name, arguments="".join(call.arguments)),
            )
            for number, call in enumerate(self._calls)
        ]


class ChatPieces:
    """One choice of a chat."""

    __slots__ = (
        "_calls",
        "_content",
        "_finish_reason",
        "_logprobs",
        "_reasoning",
        "_reasoning_content",
        "_role",
        "_stop_reason",
        "_token_ids",
        "_weight_versions",
    )

    def __init__(self) -> None:
        """Begin a choice."""
        self._role: str | None = None
        self._content: list[str] = []
        self._reasoning: list[str] = []
        self._reasoning_content: list[str] = []
        self._calls = CallsPieces()
        self._logprobs: list[list[TokenLogprob]] = []
        self._token_ids: list[list[int]] = []
        self._finish_reason: str | None = None
        self._stop_reason: int | str | None = None
        self._weight_versions: list[WeightVersionSpan] | None = None

    def add(self, piece: ChatChoiceDelta) -> None:
        """Take the next piece."""
        said = piece.wire_delta
        if said.content:
            self._content.append(said.content)
        if said.reasoning:
            self._reasoning.append(said.reasoning)
        if said.reasoning_content:
            self._reasoning_content.append(said.reasoning_content)
        if said.tool_calls:
            for call in said.tool_calls:
                self._calls.add(call)
        if said.role is not None:
            self._role = said.role
        if piece.wire_logprobs is not None:
            self._logprobs.append(piece.wire_logprobs.content or [])
        if piece.token_ids is not None:
            self._token_ids.append(piece.token_ids)
        if piece.finish_reason is not None:
            self._finish_reason = piece.finish_reason
            self._stop_reason = piece.stop_reason
            self._weight_versions = piece.weight_versions

    def whole(self, index: int, reply_id: str) -> ChatChoice:
        """The choice so far."""
        text = "".join(self._content)
        reasoning = "".join(self._reasoning) or None
        reasoning_content = "".join(self._reasoning_content) or None
        calls = self._calls.whole(reply_id)
        # Every stream begins with an empty piece of text. A turn that said nothing but thoughts
        # or tool calls has no text, not an empty one.
        silent = not text and (reasoning or reasoning_content or calls)
        return ChatChoice(
            index,
            ReplyMessage(
                content=None if silent else text,
                reasoning=reasoning,
                reasoning_content=reasoning_content,
                tool_calls=calls,
                role=self._role or "assistant",
            ),
            wire_logprobs=(
                ChatLogprobs(list(chain.from_iterable(self._logprobs))) if self._logprobs else None
            ),
            finish_reason=self._finish_reason,
            stop_reason=self._stop_reason,
            token_ids=_joined(self._token_ids),
            weight_versions=self._weight_versions,
        )


class CompletionPieces:
    """One choice of a completion."""

    __slots__ = (
        "_finish_reason",
        "_logprobs",
        "_prompt_token_ids",
        "_stop_reason",
        "_text",
        "_token_ids",
        "_weight_versions",
    )

    def __init__(self) -> None:
        """Begin a choice."""
        self._text: list[str] = []
        self._logprobs: list[CompletionLogprobs] = []
        self._token_ids: list[list[int]] = []
        self._prompt_token_ids: list[int] | None = None
        self._finish_reason: str | None = None
        self._stop_reason: int | str | None = None
        self._weight_versions: list[WeightVersionSpan] | None = None

    def add(self, piece: CompletionChoiceDelta) -> None:
        """Take the next piece."""
        self._text.append(piece.text)
        if piece.wire_logprobs is not None:
            self._logprobs.append(piece.wire_logprobs)
        if piece.token_ids is not None:
            self._token_ids.append(piece.token_ids)
        if piece.prompt_token_ids is not None:
            self._prompt_token_ids = piece.prompt_token_ids
        if piece.finish_reason is not None:
            self._finish_reason = piece.finish_reason
            self._stop_reason = piece.stop_reason
            self._weight_versions = piece.weight_versions

    def whole(self, index: int) -> CompletionChoice:
        """The choice so far."""
        pieces = self._logprobs
        logprobs = CompletionLogprobs(
            tokens=list(chain.from_iterable(piece.tokens for piece in pieces)),
            token_logprobs=list(chain.from_iterable(piece.token_logprobs for piece in pieces)),
            top_logprobs=list(chain.from_iterable(piece.top_logprobs for piece in pieces)),
            text_offset=list(chain.from_iterable(piece.text_offset for piece in pieces)),
        )
        return CompletionChoice(
            index,
            "".join(self._text),
            wire_logprobs=logprobs if pieces else None,
            finish_reason=self._finish_reason,
            stop_reason=self._stop_reason,
            token_ids=_joined(self._token_ids),
            weight_versions=self._weight_versions,
            # With echo, vLLM streams the prompt's ids even where no ids were asked for.
            prompt_token_ids=self._prompt_token_ids if self._token_ids else None,
        )


ChunkT = TypeVar("ChunkT", ChatChunk, CompletionChunk)


class Assembly(ABC, Generic[ChunkT]):
    """Collects the chunks of one stream."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._first: ChunkT | None = None
        self._usage: Usage | None = None
        self._system_fingerprint: str | None = None
        self._metrics: dict[str, Any] | None = None
        self._kv_transfer_params: dict[str, Any] | None = None

    def add(self, chunk: ChunkT) -> None:
        """Take the next chunk."""
        if self._first is None:
            self._first = chunk
        self._add_choices(chunk)
        if chunk.usage is not None:  # where it comes with every chunk, the last one has the sum
            self._usage = chunk.usage
        if chunk.system_fingerprint is not None:
            self._system_fingerprint = chunk.system_fingerprint
        if chunk.metrics is not None:
            self._metrics = chunk.metrics
        # Each choice may bring its own. The reply of vLLM has those of the first prompt.
        if chunk.kv_transfer_params is not None and (
            self._kv_transfer_params is None or chunk.first is not None
        ):
            self._kv_transfer_params = chunk.kv_transfer_params

    @abstractmethod
    def _add_choices(self, chunk: ChunkT) -> None:
        """Take the pieces of choices in a chunk."""

    @abstractmethod
    def body(self) -> ChatBody | CompletionBody | None:
        """The body so far; None where no choice has come."""

    @abstractmethod
    def encoded(self, body: ChatBody | CompletionBody) -> bytes:
        """The body's JSON as vLLM would have sent it, for `Reply.raw`."""


class ChatAssembly(Assembly[ChatChunk]):
    """Collects the chunks of a chat."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._choices: dict[int, ChatPieces] = {}

    def _add_choices(self, chunk: ChatChunk) -> None:
        for piece in chunk.choices:
            choice = self._choices.get(piece.index)
            if choice is None:
                choice = self._choices[piece.index] = ChatPieces()
            choice.add(piece)

    def body(self) -> ChatBody | None:
        """The body so far; None where no choice has come."""
        first = self._first
        if first is None or not self._choices:
            return None
        return ChatBody(
            first.id,
            first.model,
            [choice.whole(index, first.id) for index, choice in sorted(self._choices.items())],
            created=first.created,
            usage=self._usage or Usage(),
            prompt_token_ids=first.prompt_token_ids,
            prompt_text=first.prompt_text,
            system_fingerprint=self._system_fingerprint,
            kv_transfer_params=self._kv_transfer_params,
        )

    def encoded(self, body: ChatBody | CompletionBody) -> bytes:
        """The body's JSON as vLLM would have sent it, for `Reply.raw`."""
        fields = msgspec.to_builtins(body)
        for choice in fields["choices"]:  # vLLM leaves out the calls of a turn without any
            message = choice["message"]
            for name in ("tool_calls", "reasoning_content"):
                if message[name] is None:
                    del message[name]
        return msgspec.json.encode(
            {**fields, "object": "chat.completion", "metrics": self._metrics}
        )


class CompletionAssembly(Assembly[CompletionChunk]):
    """Collects the chunks of a completion."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._choices: dict[int, CompletionPieces] = {}

    def _add_choices(self, chunk: CompletionChunk) -> None:
        for piece in chunk.choices:
            choice = self._choices.get(piece.index)
            if choice is None:
                choice = self._choices[piece.index] = CompletionPieces()
            choice.add(piece)

    def body(self) -> CompletionBody | None:
        """The body so far; None where no choice has come."""
        first = self._first
        if first is None or not self._choices:
            return None
        return CompletionBody(
            first.id,
            first.model,
            [choice.whole(index) for index, choice in sorted(self._choices.items())],
            created=first.created,
            usage=self._usage or Usage(),
            system_fingerprint=self._system_fingerprint,
            kv_transfer_params=self._kv_transfer_params,
        )

    def encoded(self, body: ChatBody | CompletionBody) -> bytes:
        """The body's JSON as vLLM would have sent it, for `Reply.raw`."""
        return msgspec.json.encode(
            {**msgspec.to_builtins(body), "object": "text_completion", "metrics": self._metrics}
        )


def _joined(pieces: list[list[int]]) -> list[int] | None:
    return list(chain.from_iterable(pieces)) if pieces else None
