"""What users see of a tool loop: its calls, its events, and its reply."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeAlias

import attrs

from vllm_sdk._exports import export
from vllm_sdk._messages import MessageLike
from vllm_sdk._operations.replies import Reply
from vllm_sdk._tools import Tool
from vllm_sdk.types import T_co, Usage

Mode: TypeAlias = Literal["auto", "native", "descriptive"]
"""How tools are offered: in vLLM's `tools` field, in the prompt, or by what the server supports."""

Status: TypeAlias = Literal[
    "pending", "done", "failed", "timed_out", "refused", "invalid", "unknown", "planned"
]


@export
@attrs.frozen
class CallRecord:
    """A tool call that the model asked for, and its outcome.

    Attributes:
        id: Pairs the call with its result. The loop assigns an id if the model's is missing or
            repeated.
        name: The tool that the model named.
        arguments_json: The arguments as the model wrote them, whether JSON or not.
        turn: The number of the model's turn that asked for the call, from 1.
        arguments: The decoded arguments by name; empty if decoding failed.
        status: `pending` before the call runs; `done`; `failed` (the tool raised, or its result
            has no form in JSON); `timed_out`; `refused` by the approve hook; `invalid` arguments;
            `unknown` tool; `planned`, with `execute=False`.
        result: The value that the tool returned, or None.
        error: The error that the model reads in place of a result, or None.
        exception: The exception that the tool raised, with its traceback, or that the arguments
            caused.
        final: Whether the result is final, so that it ends the loop.
    """

    id: str
    name: str
    arguments_json: str
    turn: int
    arguments: dict[str, Any] = attrs.field(factory=dict[str, Any])
    status: Status = "pending"
    result: Any = None
    error: str | None = None
    exception: BaseException | None = attrs.field(default=None, repr=False)
    final: bool = False


@export
@attrs.frozen
class TurnContext:
    """The state of a loop before a turn, by which `prepare` chooses the tools of the turn.

    Attributes:
        turn: The number of the model's next turn, from 1.
        tools: All tools of the loop, in their order.
        transcript: The messages so far.
        calls: The calls so far, with their outcomes.
    """

    turn: int
    tools: tuple[Tool[..., Any], ...]
    transcript: tuple[MessageLike, ...] = attrs.field(repr=False)
    calls: tuple[CallRecord, ...]


@export
@attrs.frozen
class TextEvent:
    """A part of the model's text, as it arrives; in streams only.

    In descriptive mode, a part of the final answer, if that is text.

    Attributes:
        text: The part.
    """

    text: str


@export
@attrs.frozen
class TurnEvent:
    """The end of a turn of the model.

    Attributes:
        turn: The number of the turn, from 1.
        reply: The model's reply.
    """

    turn: int
    reply: Reply[str]


@export
@attrs.frozen
class CallEvent:
    """A call of the model's, before it runs. An `invalid` or `unknown` call does not run.

    Attributes:
        call: The call.
    """

    call: CallRecord


@export
@attrs.frozen
class ResultEvent:
    """A call with its result, or with the error that the model reads in its place.

    Attributes:
        call: The call.
    """

    call: CallRecord


ToolEvent: TypeAlias = TurnEvent | CallEvent | ResultEvent
"""The events that an `on_event` hook receives, in the order of the transcript."""

StreamEvent: TypeAlias = TextEvent | ToolEvent
"""The events that a stream of a tool loop yields."""


@export
@attrs.frozen
class ToolReply(Generic[T_co]):
    """The reply at the end of a tool loop.

    Attributes:
        text: The final answer. If a final result ended the loop, its text. With `execute=False`,
            the text of the model's turn.
        value: An instance of the type that `returns=` asked for, otherwise the text. If a final
            result ended the loop and `returns=` is given, the result itself. With `execute=False`,
            None if the model asked for calls.
        transcript: The whole conversation, the answer last, as `chat` takes it. Every tool call in
            it has exactly one result, under an id of its own. A native turn that only plans calls
            (`execute=False`) is left out.
        calls: Every call that the model asked for, in order.
        reply: The model's last turn.
        usage: The tokens of all turns together.
        turns: The number of turns that the model took.
        mode: How the tools were offered in the last turn: `native` or `descriptive`.
    """

    text: str
    value: T_co
    transcript: tuple[MessageLike, ...] = attrs.field(repr=False)
    calls: tuple[CallRecord, ...]
    reply: Reply[str] = attrs.field(repr=False)
    usage: Usage = attrs.field(repr=False)
    turns: int
    mode: Literal["native", "descriptive"]
