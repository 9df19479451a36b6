"""Replies: a thin, typed view of the server's JSON.

The structs below have the fields that the facade reads. A test compares them with vLLM's spec,
field by field. `Reply.raw` has all other fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Generic, TypeAlias

import msgspec

from vllm_sdk._exports import export
from vllm_sdk._messages import Message
from vllm_sdk._operations.headers import ReplyHeaders, find_header
from vllm_sdk.errors import Attempt
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

ENDED_IN_ERROR = "error"
"""The finish reason of an answer that an error ended; vLLM has no such reason, gateways do."""

CUT_OFF = frozenset({"length", "abort", "repetition"})
"""The finish reasons of a truncated answer: the token budget ran out, the server stopped, or the
answer repeated itself (`repetition_detection`)."""

PromptLogprobs: TypeAlias = list[dict[int, PromptLogprob] | None]
"""The most probable tokens by id, per prompt token; None for the first, which nothing precedes."""


class ReplyMessage(msgspec.Struct, frozen=True, gc=False):
    """The assistant's message as the server sent it.

    Attributes:
        content: The text, or None if the message is only tool calls.
        reasoning: The reasoning of a model with a reasoning parser.
        reasoning_content: The same under the name that vLLM used before.
        tool_calls: The calls that the model asks for.
        refusal: The reason why the model declined, or None.
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
        index: Its number among the choices, from 0.
        wire_message: The message as the server sent it.
        wire_logprobs: The log probabilities as the server sent them.
        finish_reason: `stop`, `length`, `tool_calls`, `abort`, or a reason that vLLM adds later.
        stop_reason: The stop string or token id that ended it, or None for the end token.
        token_ids: The generated token ids, with `return_token_ids`.
        weight_versions: The weights that sampled each span of tokens, with
            `return_weight_versions`.
        wire_error: Always None. A server that states an error here raises it.
    """

    index: int
    wire_message: ReplyMessage = msgspec.field(name="message")
    wire_logprobs: ChatLogprobs | None = msgspec.field(name="logprobs", default=None)
    finish_reason: str | None = None
    stop_reason: int | str | None = None
    token_ids: list[int] | None = None
    weight_versions: list[WeightVersionSpan] | None = None
    wire_error: None = msgspec.field(name="error", default=None)

    @property
    def text(self) -> str:
        """The generated text; empty if the message is only tool calls."""
        return self.wire_message.content or ""

    @property
    def reasoning(self) -> str | None:
        """The reasoning under either of its two names, or None."""
        said = self.wire_message
        return said.reasoning if said.reasoning is not None else said.reasoning_content

    @property
    def refusal(self) -> str | None:
        """The reason why the model declined, or None."""
        return self.wire_message.refusal

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """The calls that the model asks for."""
        return tuple(self.wire_message.tool_calls or ())

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """The log probability of each generated token, with `logprobs`."""
        return None if self.wire_logprobs is None else self.wire_logprobs.content

    @property
    def message(self) -> Message:
        """The answer as a message, to append to the history."""
        return Message(
            role="assistant",
            content=self.wire_message.content,
            reasoning=self.reasoning,
            tool_calls=self.tool_calls,
        )


class CompletionChoice(msgspec.Struct, frozen=True, gc=False):
    """One answer of a completion.

    Attributes:
        index: Prompt number x n + sample number.
        text: The generated text; with `echo`, after the prompt.
        wire_logprobs: The log probabilities as the server sent them.
        finish_reason: `stop`, `length`, `abort`, or a reason that vLLM adds later.
        stop_reason: The stop string or token id that ended it, or None for the end token.
        token_ids: The generated token ids, with `return_token_ids`.
        prompt_token_ids: The prompt's token ids, with `return_token_ids`.
        prompt_logprobs: The log probabilities of the prompt's tokens, with `prompt_logprobs`.
        weight_versions: The weights that sampled each span of tokens, with
            `return_weight_versions`.
        wire_error: Always None. A server that states an error here raises it.
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
    wire_error: None = msgspec.field(name="error", default=None)

    @property
    def reasoning(self) -> None:
        """None: completions carry no reasoning."""
        return

    @property
    def refusal(self) -> None:
        """None: completions carry no refusal."""
        return

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """Empty: completions carry no tool calls."""
        return ()

    @property
    def logprobs(self) -> list[TokenLogprob] | None:
        """The log probability of each token, with `logprobs`; echoed prompt tokens come first."""
        return None if self.wire_logprobs is None else self.wire_logprobs.content

    @property
    def message(self) -> Message:
        """The text as an assistant's message."""
        return Message(role="assistant", content=self.text)


class ChatBody(msgspec.Struct, frozen=True, gc=False):
    """The fields of a chat completion that the facade reads.

    `id` and `model` are empty if the server sent none. `wire_error` is always None: a server that
    states an error there raises it.
    """

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
    wire_error: None = msgspec.field(name="error", default=None)


class CompletionBody(msgspec.Struct, frozen=True, gc=False):
    """The fields of a completion that the facade reads.

    `id` and `model` are empty if the server sent none. `wire_error` is always None: a server that
    states an error there raises it.
    """

    id: str
    model: str
    choices: list[CompletionChoice]
    created: int = 0
    usage: Usage = Usage()
    system_fingerprint: str | None = None
    kv_transfer_params: dict[str, Any] | None = None
    wire_error: None = msgspec.field(name="error", default=None)


def list_fields(body: ChatBody | CompletionBody) -> dict[str, Any]:
    """Return the JSON of a body as vLLM would send it: without the calls of a turn without any."""
    fields: dict[str, Any] = msgspec.to_builtins(body, str_keys=True)
    for part in (fields, *fields["choices"]):
        del part["error"]
    if not isinstance(body, ChatBody):
        return {**fields, "object": "text_completion"}
    for choice in fields["choices"]:
        message = choice["message"]
        for name in ("tool_calls", "reasoning_content"):
            if message[name] is None:
                del message[name]
    return {**fields, "object": "chat.completion"}


def name_calls(body: ChatBody) -> None:
    """Give an id to each tool call of a whole reply that came without one, as in a stream."""
    for choice in body.choices:
        if calls := choice.wire_message.tool_calls:
            for number, call in enumerate(calls):
                if not call.id:
                    named = name_tool_call(body.id, number)
                    calls[number] = msgspec.structs.replace(call, id=named)


def name_tool_call(reply_id: str, number: int) -> str:
    """Return the id of a tool call that came without one, because results are paired by id.

    It has nine letters and digits, the only form that Mistral's templates take.
    """
    digest = sha256(f"{reply_id}/{number}".encode("utf-8", "replace")).hexdigest()
    return f"c{digest[:8]}"


Choice: TypeAlias = ChatChoice | CompletionChoice
"""One answer: both kinds have `text`, `finish_reason`, `logprobs`, `tool_calls`, `message`, …"""


@export
class Reply(Generic[T_co]):
    """The reply to a generation.

    The properties are those of the first choice; `choices` has them all.

    Attributes:
        values: The value of every choice: an instance of the type that `returns=` asked for,
            otherwise the text.
        body: The fields of the response that the facade reads.
        attempts: The answers before this one that could not be decoded, with `max_repairs`. Each
            has its text, the reason, and its own `usage`.
    """

    def __init__(
        self,
        values: Sequence[T_co],
        body: ChatBody | CompletionBody,
        content: bytes,
        headers: Mapping[str, str] | None = None,
        sent_id: str = "",
        *,
        attempts: tuple[Attempt, ...] = (),
    ) -> None:
        """Hold a response.

        Args:
            values: The value of every choice.
            body: The decoded response.
            content: The bytes of the response, which `raw` is read from.
            headers: The headers of the response.
            sent_id: The id that was sent with the request.
            attempts: The answers before this one that could not be decoded.
        """
        self.values = values
        self.body = body
        self.attempts = attempts
        self._content = content
        self._headers: Mapping[str, str] = {} if headers is None else headers
        self._sent_id = sent_id

    def with_values(self, values: Sequence[T]) -> Reply[T]:
        """Return the same reply with other values."""
        return self._copy(values, self.attempts)

    def with_attempts(self, attempts: tuple[Attempt, ...]) -> Reply[T_co]:
        """Return the same reply after other attempts."""
        return self._copy(self.values, attempts)

    def _copy(self, values: Sequence[T], attempts: tuple[Attempt, ...]) -> Reply[T]:
        return Reply(
            values, self.body, self._content, self._headers, self._sent_id, attempts=attempts
        )

    @property
    def value(self) -> T_co:
        """An instance of the type that `returns=` asked for, otherwise the text."""
        return self.values[0]

    @property
    def text(self) -> str:
        """The generated text of the first choice; empty if it is only tool calls."""
        return self.body.choices[0].text

    @property
    def choices(self) -> list[ChatChoice] | list[CompletionChoice]:
        """All choices, in the order of their index."""
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
        """The assistant's message, to append to the history."""
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
        """The log probability of each generated token, with `logprobs`."""
        return self.body.choices[0].logprobs

    @property
    def prompt_logprobs(self) -> PromptLogprobs | None:
        """The log probabilities of the prompt's tokens, with `prompt_logprobs`."""
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
        """The weights that sampled each span of tokens, with `return_weight_versions`."""
        return self.body.choices[0].weight_versions

    @property
    def kv_transfer_params(self) -> dict[str, Any] | None:
        """Parameters of the KV connector for the server that decodes (disaggregated prefill)."""
        return self.body.kv_transfer_params

    @property
    def usage(self) -> Usage:
        """The number of tokens of all choices and of all `attempts`."""
        return sum((attempt.usage for attempt in self.attempts), self.body.usage)

    @property
    def model(self) -> str:
        """The model that answered; empty if the server did not name it."""
        return self.body.model

    @property
    def id(self) -> str:
        """The id of the generation (`id` of the response); empty if the server sent none.

        vLLM makes it of the request's id: `chatcmpl-` or `cmpl-`, and then the `request_id`.
        """
        return self.body.id

    @property
    def request_id(self) -> str:
        """The id of the request: the response's header `X-Request-Id`, otherwise the id sent.

        It is the same in all attempts, and stands in the server's log.
        """
        return find_header(self._headers, "x-request-id") or self._sent_id or self.body.id

    @property
    def content(self) -> bytes:
        """The body of the response as it arrived; `raw` is the same, decoded."""
        return self._content

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; the case of a name does not matter."""
        return ReplyHeaders(self._headers)

    @cached_property
    def raw(self) -> ChatCompletionResponse | CompletionResponse:
        """The whole response as the generated model, with all fields.

        Fields that the model requires, and that the server left out, have the values of `body`.
        """
        from vllm_sdk._operations.raw_replies import build_raw

        return build_raw(self.body, self._content)

    def __repr__(self) -> str:
        """Show the value and the finish reason."""
        return f"Reply({self.value!r}, finish_reason={self.finish_reason!r}, model={self.model!r})"
