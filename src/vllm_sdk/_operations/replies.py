"""What a generation answers: a thin, typed view of the server's JSON.

The structs below name the fields that the facade reads; a test holds them against vLLM's spec,
field by field. Everything else the server said is in `Reply.raw`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeAlias

import msgspec

from vllm_sdk._messages import Message
from vllm_sdk.types import (
    ChatLogprobs,
    CompletionLogprobs,
    PromptLogprob,
    T,
    T_co,
    TokenLogprob,
    ToolCall,
    Usage,
    WeightVersionSpan,
)

if TYPE_CHECKING:
    from vllm_api.models import ChatCompletionResponse, CompletionResponse

CUT_OFF = frozenset({"length", "abort"})
"""Finish reasons of an answer that is not whole: the budget ran out, or the server stopped."""

PromptLogprobs: TypeAlias = list[dict[int, PromptLogprob] | None]
"""Per prompt token, the likeliest tokens by id; None for the first, which nothing precedes."""


class ReplyMessage(msgspec.Struct, frozen=True, gc=False):
    """The assistant's message as the server sent it.

    Attributes:
        content: the text, or None where the turn is only tool calls.
        reasoning: the reasoning of a model with a reasoning parser.
        reasoning_content: the same under the name that vLLM used before.
        tool_calls: the calls that the model asks for.
        refusal: why the model declined, or None.
    """

    content: str | None = None
    reasoning: str | None = None
    reasoning_content: str | None = None
    tool_calls: list[ToolCall] | None = None
    refusal: str | None = None
    role: str = "assistant"


class ChatChoice(msgspec.Struct, frozen=True, gc=False):
    """One of the `n` answers of a chat.

    Attributes:
        index: its place among the choices.
        wire_message: the message as the server sent it.
        finish_reason: `stop`, `length`, `tool_calls`, `abort`, or a reason that vLLM adds later.
        stop_reason: the stop string or token id that ended it, or None for the end token.
        token_ids: the generated token ids, with `return_token_ids`.
        weight_versions: which weights sampled which tokens, with `return_weight_versions`.
    """

    index: int
    wire_message: ReplyMessage = msgspec.field(name="message")
    wire_logprobs: ChatLogprobs | None = msgspec.field(name="logprobs", default=None)
    finish_reason: str | None = None
    stop_reason: int | str | None = None
    token_ids: list[int] | None = None
    weight_versions: list[WeightVersionSpan] | None = None

    @property
    def text(self) -> str:
        """The generated text; empty where the turn is only tool calls."""
        return self.wire_message.content or ""

    @property
    def reasoning(self) -> str | None:
        """The reasoning under either of its two names, or None."""
        said = self.wire_message
        return said.reasoning if said.reasoning is not None else said.reasoning_content

    @property
    def refusal(self) -> str | None:
        """Why the model declined, or None."""
        return self.wire_message.refusal

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """The calls that the model asks for."""
        return tuple(self.wire_message.tool_calls or ())

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """How likely each generated token was, with `logprobs`."""
        return None if self.wire_logprobs is None else self.wire_logprobs.content

    @property
    def message(self) -> Message:
        """The turn as a message, to append to the history."""
        return Message(
            role="assistant",
            content=self.wire_message.content,
            reasoning=self.reasoning,
            tool_calls=self.tool_calls,
        )


class CompletionChoice(msgspec.Struct, frozen=True, gc=False):
    """One answer of a completion.

    Attributes:
        index: its place: prompt number x n + sample number.
        text: the generated text, after the prompt where it was echoed.
        finish_reason: `stop`, `length`, `abort`, or a reason that vLLM adds later.
        stop_reason: the stop string or token id that ended it, or None for the end token.
        token_ids: the generated token ids, with `return_token_ids`.
        prompt_token_ids: the prompt's token ids, with `return_token_ids`.
        prompt_logprobs: how likely the prompt's tokens were, with `prompt_logprobs`.
        weight_versions: which weights sampled which tokens, with `return_weight_versions`.
    """

    index: int
    text: str
    wire_logprobs: CompletionLogprobs | None = msgspec.field(name="logprobs", default=None)
    finish_reason: str | None = None
    stop_reason: int | str | None = None
    token_ids: list[int] | None = None
    prompt_token_ids: list[int] | None = None
    prompt_logprobs: PromptLogprobs | None = None
    weight_versions: list[WeightVersionSpan] | None = None

    @property
    def reasoning(self) -> None:
        """Completions carry no reasoning."""
        return

    @property
    def refusal(self) -> None:
        """Completions carry no refusal."""
        return

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """Completions carry no tool calls."""
        return ()

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """How likely each token was, with `logprobs`; echoed prompt tokens come first."""
        return None if self.wire_logprobs is None else self.wire_logprobs.content

    @property
    def message(self) -> Message:
        """The text as an assistant's turn."""
        return Message(role="assistant", content=self.text)


class ChatBody(msgspec.Struct, frozen=True, gc=False):
    """The body of a chat completion, as far as the facade reads it."""

    id: str
    model: str
    choices: list[ChatChoice]
    created: int = 0
    usage: Usage = Usage()
    prompt_logprobs: PromptLogprobs | None = None
    prompt_token_ids: list[int] | None = None
    prompt_text: str | None = None
    system_fingerprint: str | None = None
    kv_transfer_params: dict[str, Any] | None = None


class CompletionBody(msgspec.Struct, frozen=True, gc=False):
    """The body of a completion, as far as the facade reads it."""

    id: str
    model: str
    choices: list[CompletionChoice]
    created: int = 0
    usage: Usage = Usage()
    system_fingerprint: str | None = None
    kv_transfer_params: dict[str, Any] | None = None


Choice: TypeAlias = ChatChoice | CompletionChoice
"""One answer: both kinds have `text`, `finish_reason`, `logprobs`, `tool_calls`, `message`, …"""


class Reply(Generic[T_co]):
    """An answered generation.

    The properties speak of the first choice; `choices` has them all.

    Attributes:
        values: of every choice, an instance of the type that `returns=` asked for, otherwise the
            text.
        body: the server's answer as the facade reads it.
    """

    def __init__(
        self, values: Sequence[T_co], body: ChatBody | CompletionBody, content: bytes
    ) -> None:
        """Hold an answer.

        Args:
            values: what the caller asked for, of every choice.
            body: the decoded answer.
            content: the answer's bytes, which `raw` is read from.
        """
        self.values = values
        self.body = body
        self._content = content

    def with_values(self, values: Sequence[T]) -> Reply[T]:
        """The same answer with other values."""
        return Reply(values, self.body, self._content)

    @property
    def value(self) -> T_co:
        """An instance of the type that `returns=` asked for, otherwise the text."""
        return self.values[0]

    @property
    def text(self) -> str:
        """The generated text of the first choice; empty where it is only tool calls."""
        return self.body.choices[0].text

    @property
    def choices(self) -> list[ChatChoice] | list[CompletionChoice]:
        """All answers, in the order of their index."""
        return self.body.choices

    @property
    def reasoning(self) -> str | None:
        """The reasoning of a model with a reasoning parser, under either of its two names."""
        return self.body.choices[0].reasoning

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """The calls that the model asks for."""
        return self.body.choices[0].tool_calls

    @property
    def message(self) -> Message:
        """The assistant's turn, to append to the history."""
        return self.body.choices[0].message

    @property
    def finish_reason(self) -> str | None:
        """Why generation ended: `stop`, `length`, `tool_calls`, `abort`, or a later reason."""
        return self.body.choices[0].finish_reason

    @property
    def stop_reason(self) -> int | str | None:
        """The stop string or token id that ended it, or None for the end token."""
        return self.body.choices[0].stop_reason

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """How likely each generated token was, with `logprobs`."""
        return self.body.choices[0].logprobs

    @property
    def prompt_logprobs(self) -> PromptLogprobs | None:
        """How likely the prompt's tokens were, with `prompt_logprobs`."""
        body = self.body
        return (body if isinstance(body, ChatBody) else body.choices[0]).prompt_logprobs

    @property
    def token_ids(self) -> list[int] | None:
        """The generated token ids, with `return_token_ids`."""
        return self.body.choices[0].token_ids

    @property
    def prompt_token_ids(self) -> list[int] | None:
        """The prompt's token ids, with `return_token_ids`."""
        body = self.body
        return (body if isinstance(body, ChatBody) else body.choices[0]).prompt_token_ids

    @property
    def weight_versions(self) -> list[WeightVersionSpan] | None:
        """Which weights sampled which tokens, with `return_weight_versions`."""
        return self.body.choices[0].weight_versions

    @property
    def kv_transfer_params(self) -> dict[str, Any] | None:
        """Parameters of the KV connector for the server that goes on (disaggregated prefill)."""
        return self.body.kv_transfer_params

    @property
    def usage(self) -> Usage:
        """How many tokens the request took, over all choices."""
        return self.body.usage

    @property
    def model(self) -> str:
        """The model that answered."""
        return self.body.model

    @property
    def request_id(self) -> str:
        """The id under which the server's log knows the request (`id` of the response)."""
        return self.body.id

    @cached_property
    def raw(self) -> ChatCompletionResponse | CompletionResponse:
        """The whole answer as the generated model, fields that the facade leaves out included."""
        from vllm_api.models import ChatCompletionResponse, CompletionResponse

        fields: dict[str, Any] = msgspec.json.decode(self._content)
        if isinstance(self.body, ChatBody):
            return ChatCompletionResponse.from_dict(fields)
        return CompletionResponse.from_dict(fields)

    def __repr__(self) -> str:
        """Show the value and how it ended."""
        return f"Reply({self.value!r}, finish_reason={self.finish_reason!r}, model={self.model!r})"
