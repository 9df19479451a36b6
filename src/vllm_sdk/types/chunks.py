"""The chunks of a stream: one per event, decoded directly from its bytes.

The structs have the fields that the facade reads; a test compares them with vLLM's spec, field by
field. A chunk's own properties are those of the first choice, as with `Reply`: joined over the
stream, `chunk.text` is `reply.text`, even if several choices arrive interleaved.
"""

from __future__ import annotations

from typing import Any, Generic, TypeAlias, TypeVar

import msgspec

from vllm_sdk.types.logprobs import ChatLogprobs, CompletionLogprobs
from vllm_sdk.types.values import TokenLogprob, Usage, WeightVersionSpan

# `gc=False`: a decoded chunk has no cycles, so the collector need not visit thousands of them.


class FunctionDelta(msgspec.Struct, frozen=True, gc=False):
    """A piece of the function that a tool call names."""

    name: str | None = None
    arguments: str | None = None


class ToolCallDelta(msgspec.Struct, frozen=True, gc=False):
    """A piece of a tool call.

    Attributes:
        index: The position of the call in its turn; some tool parsers use one twice.
        id: The call's id, in its first piece.
        function: The name, in the first piece, and a piece of the arguments.
    """

    index: int | None = None
    id: str | None = None
    function: FunctionDelta | None = None

    @property
    def name(self) -> str | None:
        """The tool's name, in the first piece of a call."""
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
        index: The position of the answer among the choices.
        wire_delta: The piece of the message as the server sent it.
        finish_reason: The reason for the end, in the last piece: see `ChatChoice`.
        stop_reason: The stop string or token id that ended it, in the last piece.
        token_ids: The token ids of this piece, with `return_token_ids`.
        weight_versions: The weights that sampled the tokens of the whole answer, in the last piece
            with `return_weight_versions`.
        wire_error: Always None. A server that states an error here raises it.
    """

    index: int
    wire_delta: MessageDelta = msgspec.field(name="delta")
    wire_logprobs: ChatLogprobs | None = msgspec.field(name="logprobs", default=None)
    finish_reason: str | None = None
    stop_reason: int | str | None = None
    token_ids: list[int] | None = None
    weight_versions: list[WeightVersionSpan] | None = None
    wire_error: None = msgspec.field(name="error", default=None)

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
        """The pieces of tool calls; `Reply.tool_calls` has the whole calls."""
        return tuple(self.wire_delta.tool_calls or ())

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """Log probabilities of the tokens of this piece, with `logprobs`."""
        return None if self.wire_logprobs is None else self.wire_logprobs.content


class CompletionChoiceDelta(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A piece of one answer of a completion.

    Attributes:
        index: The position of the answer: prompt number x n + sample number.
        text: The piece of text; with `echo` the first one begins with the prompt.
        finish_reason: The reason for the end, in the last piece: see `CompletionChoice`.
        stop_reason: The stop string or token id that ended it, in the last piece.
        prompt_token_ids: The prompt's token ids, in the first piece with `return_token_ids`.
        token_ids: The token ids of this piece, with `return_token_ids`.
        weight_versions: The weights that sampled the tokens of the whole answer, in the last piece
            with `return_weight_versions`.
        wire_error: Always None. A server that states an error here raises it.
    """

    index: int
    text: str
    wire_logprobs: CompletionLogprobs | None = msgspec.field(name="logprobs", default=None)
    finish_reason: str | None = None
    stop_reason: int | str | None = None
    prompt_token_ids: list[int] | None = None
    token_ids: list[int] | None = None
    weight_versions: list[WeightVersionSpan] | None = None
    wire_error: None = msgspec.field(name="error", default=None)

    @property
    def reasoning(self) -> None:
        """Always None: completions carry no reasoning."""
        return

    @property
    def tool_calls(self) -> tuple[ToolCallDelta, ...]:
        """Always empty: completions carry no tool calls."""
        return ()

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """Log probabilities of the tokens of this piece, with `logprobs`."""
        return None if self.wire_logprobs is None else self.wire_logprobs.content


ChoiceDeltaT = TypeVar("ChoiceDeltaT", ChatChoiceDelta, CompletionChoiceDelta)


class _Chunk(msgspec.Struct, Generic[ChoiceDeltaT], frozen=True, gc=False, kw_only=True):
    """The fields and properties of chunks of both kinds."""

    id: str = ""
    created: int = 0
    model: str = ""
    choices: list[ChoiceDeltaT]
    usage: Usage | None = None
    system_fingerprint: str | None = None
    metrics: dict[str, Any] | None = None
    kv_transfer_params: dict[str, Any] | None = None
    wire_error: None = msgspec.field(name="error", default=None)

    @property
    def first(self) -> ChoiceDeltaT | None:
        """The piece of the first choice, or None in the chunks of other choices and in the last."""
        for choice in self.choices:
            if choice.index == 0:
                return choice
        return None

    @property
    def text(self) -> str:
        """The first choice's piece of text; empty in the chunks of other choices."""
        first = self.first
        return "" if first is None else first.text

    @property
    def reasoning(self) -> str | None:
        """The first choice's piece of reasoning, under either of its two names, or None."""
        first = self.first
        return None if first is None else first.reasoning

    @property
    def tool_calls(self) -> tuple[ToolCallDelta, ...]:
        """The first choice's pieces of tool calls; `Reply.tool_calls` has the whole calls."""
        first = self.first
        return () if first is None else first.tool_calls

    @property
    def finish_reason(self) -> str | None:
        """The reason for the end of the first choice, in its last piece."""
        first = self.first
        return None if first is None else first.finish_reason

    @property
    def stop_reason(self) -> int | str | None:
        """The stop string or token id that ended the first choice, in its last piece."""
        first = self.first
        return None if first is None else first.stop_reason

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """Log probabilities of the tokens of the first choice's piece, with `logprobs`."""
        first = self.first
        return None if first is None else first.logprobs

    @property
    def token_ids(self) -> list[int] | None:
        """The token ids of the first choice's piece, with `return_token_ids`."""
        first = self.first
        return None if first is None else first.token_ids

    @property
    def weight_versions(self) -> list[WeightVersionSpan] | None:
        """The weights that sampled the first choice's tokens, in its last piece."""
        first = self.first
        return None if first is None else first.weight_versions


class ChatChunk(_Chunk[ChatChoiceDelta], frozen=True, gc=False, kw_only=True):
    """A piece of a streamed chat.

    Attributes:
        id: The id of the generation, which has that of the request; empty if the server sends none.
        created: The time of the request, in seconds since the epoch.
        model: The model that answers; empty if the server does not name it.
        choices: Pieces of answers, mostly one; none in the last chunk, which has the usage.
        usage: Numbers of tokens of the request, in the last chunk.
        system_fingerprint: The server's version and configuration, in the last chunk.
        metrics: Timings, in the last chunk, if the server measures them.
        kv_transfer_params: Parameters of the KV connector, in the last piece of a choice.
        wire_error: Always None. A server that states an error here raises it.
        prompt_token_ids: The prompt's token ids, in the first chunk with `return_token_ids`.
        prompt_text: The prompt after the chat template, in the first chunk with
            `return_prompt_text`.
    """

    prompt_token_ids: list[int] | None = None
    prompt_text: str | None = None


class CompletionChunk(_Chunk[CompletionChoiceDelta], frozen=True, gc=False, kw_only=True):
    """A piece of a streamed completion.

    Attributes:
        id: The id of the generation, which has that of the request; empty if the server sends none.
        created: The time of the request, in seconds since the epoch.
        model: The model that answers; empty if the server does not name it.
        choices: Pieces of answers, mostly one; none in the last chunk, which has the usage.
        usage: Numbers of tokens of the request, in the last chunk.
        system_fingerprint: The server's version and configuration, in the last chunk.
        metrics: Timings, in the last chunk, if the server measures them.
        kv_transfer_params: Parameters of the KV connector, in the last piece of a choice.
        wire_error: Always None. A server that states an error here raises it.
    """

    @property
    def prompt_token_ids(self) -> list[int] | None:
        """The first choice's prompt as token ids, in its first piece with `return_token_ids`."""
        first = self.first
        return None if first is None else first.prompt_token_ids


Chunk: TypeAlias = ChatChunk | CompletionChunk
"""A chunk of a stream; both kinds have `text`, `finish_reason`, `logprobs`, `choices`, …"""
