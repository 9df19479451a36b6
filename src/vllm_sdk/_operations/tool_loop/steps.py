"""What a tool loop exchanges with whoever drives it, and what it answers in the end."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from typing import Any, Generic, Literal, TypeAlias, TypeVar

import attrs

from vllm_sdk._messages import MessageLike
from vllm_sdk._operations.core import Call
from vllm_sdk._operations.replies import Reply
from vllm_sdk._structured import from_json, schema_of
from vllm_sdk._tools import Tool
from vllm_sdk._tools.schemas import check_references
from vllm_sdk.errors import VLLMError
from vllm_sdk.types import Schema, T_co, Usage

T = TypeVar("T")

Mode: TypeAlias = Literal["auto", "native", "descriptive"]
"""How tools are offered: by vLLM's `tools` field, in the prompt, or whichever the server can."""

Status: TypeAlias = Literal[
    "pending", "done", "failed", "timed_out", "refused", "invalid", "unknown", "planned"
]


@attrs.frozen
class CallRecord:
    """A call that the model asked for, and what became of it.

    Attributes:
        id: pairs the call with its result; given where the model's was missing or doubled.
        name: the tool that the model named.
        arguments: what the tool is called with, by name, decoded; empty where that failed.
        arguments_json: the arguments as the model wrote them, JSON or not.
        turn: the model's turn that asked for it, from 1.
        status: `pending` before it runs; `done`; `failed` (the tool raised, or JSON can't carry
            its result); `timed_out`; `refused` by the approve hook; `invalid` arguments; `unknown`
            tool; `planned`, with `execute=False`.
        result: what the tool returned, or None.
        error: what the model was told in place of a result, or None.
        exception: what the tool raised, with its traceback; or what was wrong with the call.
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


@attrs.frozen
class PendingCall:
    """A call that is about to run: known tool, decoded arguments.

    Attributes:
        call: the call, as hooks and the reply see it.
        tool: the tool that it names.
        arguments: what the tool is given: decoded for it alone, so that nobody else changes them.
    """

    call: CallRecord
    tool: Tool[..., Any]
    arguments: dict[str, Any]


@attrs.frozen
class RunTools:
    """Asks the driver to run the calls of one turn.

    It is answered with a list of `Outcome`s, one for each call, in the order of the calls.

    Attributes:
        calls: they; whether they run together is the driver's choice.
    """

    calls: tuple[PendingCall, ...]


@attrs.frozen
class Outcome:
    """How a call ended.

    Attributes:
        status: `done`, `failed`, `timed_out` or `refused`.
        result: what the tool returned.
        exception: what it raised.
        reason: why it was refused or given up, for the model.
    """

    status: Literal["done", "failed", "timed_out", "refused"]
    result: Any = None
    exception: BaseException | None = None
    reason: str = ""


@attrs.frozen
class StreamTurn:
    """Asks the driver to stream a turn; it is answered with the `Reply` that the stream came to.

    Attributes:
        call: the request.
        described: whether the answer's text is inside of a reply of descriptive mode.
    """

    call: Call
    described: bool


@attrs.frozen
class TextEvent:
    """A piece of what the model says, while it says it; in streams only.

    In descriptive mode, a piece of the final answer, where that is text.

    Attributes:
        text: the piece.
    """

    text: str


@attrs.frozen
class TurnEvent:
    """The model has taken its turn.

    Attributes:
        turn: which turn, from 1.
        reply: what it said.
    """

    turn: int
    reply: Reply[str]


@attrs.frozen
class CallEvent:
    """A call was read: it is about to run, or it is `invalid` or `unknown` and will not.

    Attributes:
        call: the call.
    """

    call: CallRecord


@attrs.frozen
class ResultEvent:
    """A call has its result, or the error that the model is told in its place.

    Attributes:
        call: the call.
    """

    call: CallRecord


ToolEvent: TypeAlias = TurnEvent | CallEvent | ResultEvent
"""What a watch hook sees, in the order in which the transcript has it."""

StreamEvent: TypeAlias = TextEvent | ToolEvent
"""What a stream of a tool loop yields."""


@attrs.frozen
class Tell:
    """Asks the driver to show an event to whoever watches; it is answered with nothing.

    Attributes:
        event: the event.
    """

    event: ToolEvent


Step: TypeAlias = Call | StreamTurn | RunTools | Tell
"""What a tool loop yields.

A `Call` is answered with an `Answer`; errors are thrown in at the yield.
"""

ToolFlow: TypeAlias = Generator[Step, Any, T]
"""A tool loop: it yields steps, is sent their answers, returns a value."""


class Steps(Generic[T]):
    """A loop under way, for whoever drives it: a step at a time, None when the loop has ended.

    `StopIteration` is the loop's alone here: one that a hook raises is not taken for its end.

    Attributes:
        value: what the loop returned.
    """

    def __init__(self, flow: ToolFlow[T]) -> None:
        """Hold a loop that has not begun."""
        self._flow = flow
        self.value: Any = None

    def begin(self) -> Step | None:
        """The first step."""
        return self._moved(lambda: next(self._flow))

    def answer(self, answer: Any) -> Step | None:
        """The step after one that was answered."""
        return self._moved(lambda: self._flow.send(answer))

    def fail(self, error: VLLMError) -> Step | None:
        """The step after one that failed."""
        return self._moved(lambda: self._flow.throw(error))

    def close(self) -> None:
        """End the loop where it is."""
        self._flow.close()

    def _moved(self, move: Callable[[], Step]) -> Step | None:
        try:
            return move()
        except StopIteration as stop:
            self.value = stop.value
            return None


@attrs.frozen
class FinalAnswer(Generic[T_co]):
    """What the loop ends in.

    Attributes:
        decode: makes the value of the answer's text; raises OutputInvalid where it can't.
        schema: the JSON Schema of an answer that is JSON, or None for text.
        instructions: what the model is told of it beforehand in native mode, or nothing.
    """

    decode: Callable[[str], T_co]
    schema: Schema | None = None
    instructions: str = ""

    @classmethod
    def text(cls) -> FinalAnswer[str]:
        """The answer is text."""
        return FinalAnswer(str)

    @classmethod
    def of(cls, returns: Any) -> FinalAnswer[Any]:
        """The answer is an instance of a type, or JSON of a schema (a dict).

        Raises:
            RequestInvalid: the type has no form in JSON.
        """
        schema = schema_of(returns)
        check_references("returns", schema)  # it may become a part of a described reply's schema
        return FinalAnswer(
            lambda text: from_json(returns, text),
            schema,
            "When you give your final answer, write JSON of this schema and nothing else: "
            + json.dumps(schema, ensure_ascii=False),
        )


@attrs.frozen
class ToolReply(Generic[T_co]):
    """What a loop of tool calls came to.

    Attributes:
        text: the final answer. With `execute=False`, the model's turn as it wrote it.
        value: an instance of the type that `returns=` asked for, otherwise the text. With
            `execute=False` it is None where the model asked for calls.
        transcript: the whole conversation, the answer last: what `chat` goes on with. Every tool
            call in it is answered once, under an id of its own.
        calls: every call that the model asked for, in order.
        reply: the model's last turn.
        usage: how many tokens all turns took together.
        turns: how many turns the model took.
        mode: how the tools were offered in the end: `native` or `descriptive`.
    """

    text: str
    value: T_co
    transcript: tuple[MessageLike, ...] = attrs.field(repr=False)
    calls: tuple[CallRecord, ...]
    reply: Reply[str] = attrs.field(repr=False)
    usage: Usage = attrs.field(repr=False)
    turns: int
    mode: Literal["native", "descriptive"]
