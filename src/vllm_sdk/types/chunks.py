"""What a stream is made of: one chunk per event, decoded straight from its bytes.

The structs name the fields that the facade reads; a test holds them against vLLM's spec, field by
field. A chunk's own properties speak of the first choice, as those of `Reply` do: joined over the
stream, `chunk.text` is `reply.text`, however many choices arrive interleaved.
"""

from __future__ import annotations

from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

from vllm_sdk.types.logprobs import ChatLogprobs, CompletionLogprobs
from vllm_sdk.types.values import TokenLogprob, Usage, WeightVersionSpan

# `gc=False`: a decoded chunk holds no cycle, and the collector need not look through thousands.


class FunctionDelta(msgspec.Struct, frozen=True, gc=False):
    """A piece of the function that a tool call names."""

    name: str | None = None
    arguments: str | None = None


class ToolCallDelta(msgspec.Struct, frozen=True, gc=False):
    """A piece of a tool call.

    Attributes:
        index: the call's place among the calls of its turn; some tool parsers use one twice.
        id: the call's id, with its first piece.
        function: the name, with the first piece, and a piece of the arguments.
    """

    index: int | None = None
    id: str | None = None
    function: FunctionDelta | None = None

    @property
    def name(self) -> str | None:
        """The tool's name, with the first piece of a call."""
        return None if self.function is None else self.function.name

    @property
    def arguments(self) -> str:
        """A piece of the arguments' JSON text."""
        return "" if self.function is None else self.function.arguments or ""


class MessageDelta(msgspec.Struct, frozen=True, gc=False):
    """A piece of the assistant's message as the server sent it."""

    role: str | None = None
    content: str | None = None
    reasoning: str | None = None
    reasoning_content: str | None = None
    tool_calls: list[ToolCallDelta] | None = None


class ChatChoiceDelta(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A piece of one of the `n` answers of a chat.

    Attributes:
        index: the answer's place among the choices.
        wire_delta: the piece of the message as the server sent it.
        finish_reason: why generation ended, with the last piece: see `ChatChoice`.
        stop_reason: the stop string or token id that ended it, with the last piece.
        token_ids: the token ids behind this piece, with `return_token_ids`.
        weight_versions: which weights sampled which tokens of the whole answer, with the last piece
            and `return_weight_versions`.
    """

    index: int
    wire_delta: MessageDelta = msgspec.field(name="delta")
    wire_logprobs: ChatLogprobs | None = msgspec.field(name="logprobs", default=None)
    finish_reason: str | None = None
    stop_reason: int | str | None = None
    token_ids: list[int] | None = None
    weight_versions: list[WeightVersionSpan] | None = None

    @property
    def text(self) -> str:
        """The piece of text."""
        return self.wire_delta.content or ""

    @property
    def reasoning(self) -> str | None:
        """The piece of reasoning under either of its two names, or None."""
        said = self.wire_delta
        return said.reasoning if said.reasoning is not None else said.reasoning_content

    @property
    def tool_calls(self) -> tuple[ToolCallDelta, ...]:
        """The pieces of tool calls; `Reply.tool_calls` has the calls put together."""
        return tuple(self.wire_delta.tool_calls or ())

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """How likely each token behind this piece was, with `logprobs`."""
        return None if self.wire_logprobs is None else self.wire_logprobs.content


class CompletionChoiceDelta(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A piece of one answer of a completion.

    Attributes:
        index: the answer's place: prompt number x n + sample number.
        text: the piece of text; the first one begins with the prompt where it was echoed.
        finish_reason: why generation ended, with the last piece: see `CompletionChoice`.
        stop_reason: the stop string or token id that ended it, with the last piece.
        prompt_token_ids: the prompt's token ids, with the first piece and `return_token_ids`.
        token_ids: the token ids behind this piece, with `return_token_ids`.
        weight_versions: which weights sampled which tokens of the whole answer, with the last piece
            and `return_weight_versions`.
    """

    index: int
    text: str
    wire_logprobs: CompletionLogprobs | None = msgspec.field(name="logprobs", default=None)
    finish_reason: str | None = None
    stop_reason: int | str | None = None
    prompt_token_ids: list[int] | None = None
    token_ids: list[int] | None = None
    weight_versions: list[WeightVersionSpan] | None = None

    @property
    def reasoning(self) -> None:
        """Completions carry no reasoning."""
        return

    @property
    def tool_calls(self) -> tuple[ToolCallDelta, ...]:
        """Completions carry no tool calls."""
        return ()

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """How likely each token behind this piece was, with `logprobs`."""
        return None if self.wire_logprobs is None else self.wire_logprobs.content


ChoiceDeltaT = TypeVar("ChoiceDeltaT", ChatChoiceDelta, CompletionChoiceDelta)


class _Chunk(msgspec.Struct, Generic[ChoiceDeltaT], frozen=True, gc=False, kw_only=True):
    """What chunks of both kinds have."""

    id: str
    created: int = 0
    model: str
    choices: list[ChoiceDeltaT]
    usage: Usage | None = None
    system_fingerprint: str | None = None
    metrics: dict[str, Any] | None = None
    kv_transfer_params: dict[str, Any] | None = None

    @property
    def first(self) -> ChoiceDeltaT | None:
        """The first choice's piece, or None in the chunks of others and in the last."""
        for choice in self.choices:
            if choice.index == 0:
                return choice
        return None

    @property
    def text(self) -> str:
        """The first choice's piece of text; empty in the chunks of others."""
        first = self.first
        return "" if first is None else first.text

    @property
    def reasoning(self) -> str | None:
        """The first choice's piece of reasoning, under either of its two names, or None."""
        first = self.first
        return None if first is None else first.reasoning

    @property
    def tool_calls(self) -> tuple[ToolCallDelta, ...]:
        """The first choice's pieces of tool calls; `Reply.tool_calls` has the calls whole."""
        first = self.first
        return () if first is None else first.tool_calls

    @property
    def finish_reason(self) -> str | None:
        """Why the first choice ended, with its last piece."""
        first = self.first
        return None if first is None else first.finish_reason

    @property
    def stop_reason(self) -> int | str | None:
        """The stop string or token id that ended the first choice, with its last piece."""
        first = self.first
        return None if first is None else first.stop_reason

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """How likely each token behind the first choice's piece was, with `logprobs`."""
        first = self.first
        return None if first is None else first.logprobs

    @property
    def token_ids(self) -> list[int] | None:
        """The token ids behind the first choice's piece, with `return_token_ids`."""
        first = self.first
        return None if first is None else first.token_ids

    @property
    def weight_versions(self) -> list[WeightVersionSpan] | None:
        """Which weights sampled the first choice's tokens, with its last piece."""
        first = self.first
        return None if first is None else first.weight_versions

    @property
    def request_id(self) -> str:
        """The id under which the server's log knows the request (`id` of the chunk)."""
        return self.id


class ChatChunk(_Chunk[ChatChoiceDelta], frozen=True, gc=False, kw_only=True):
    """A piece of a streamed chat.

    Attributes:
        id: the id under which the server's log knows the request.
        created: when the request came in, in seconds since the epoch.
        model: the model that answers.
        choices: pieces of answers, mostly one; none in the last chunk, which brings the usage.
        usage: the tokens of the request, with the last chunk.
        system_fingerprint: the server's version and configuration, with the last chunk.
        metrics: timings, with the last chunk, where the server measures them.
        kv_transfer_params: parameters of the KV connector, with the last piece of a choice.
        prompt_token_ids: the prompt's token ids, with the first chunk and `return_token_ids`.
        prompt_text: the prompt after the chat template, with the first chunk and
            `return_prompt_text`.
    """

    prompt_token_ids: list[int] | None = None
    prompt_text: str | None = None


class CompletionChunk(_Chunk[CompletionChoiceDelta], frozen=True, gc=False, kw_only=True):
    """A piece of a streamed completion.

    Attributes:
        id: the id under which the server's log knows the request.
        created: when the request came in, in seconds since the epoch.
        model: the model that answers.
        choices: pieces of answers, mostly one; none in the last chunk, which brings the usage.
        usage: the tokens of the request, with the last chunk.
        system_fingerprint: the server's version and configuration, with the last chunk.
        metrics: timings, with the last chunk, where the server measures them.
        kv_transfer_params: parameters of the KV connector, with the last piece of a choice.
    """

    @property
    def prompt_token_ids(self) -> list[int] | None:
        """The first choice's prompt as token ids, with its first piece and `return_token_ids`."""
        first = self.first
        return None if first is None else first.prompt_token_ids


Chunk: TypeAlias = ChatChunk | CompletionChunk
"""One piece of a stream: both kinds have `text`, `finish_reason`, `logprobs`, `choices`, …"""
