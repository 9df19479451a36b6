"""What a tool loop yields to its client, besides requests, and what its turns have in common."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from typing import Any, Generic, Literal, TypeAlias, TypeVar

import attrs

from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.core import Request
from vllm_sdk._operations.tool_loop.error_classes import ErrorClasses
from vllm_sdk._operations.tool_loop.events import CallRecord, StreamEvent, TurnContext
from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk._tools import StepPrompt, Tool, ToolPrompt
from vllm_sdk._tools.schemas import check_references
from vllm_sdk.errors import VLLMError
from vllm_sdk.options import Options
from vllm_sdk.options.versions import Endpoint
from vllm_sdk.types import Schema, T_co

T = TypeVar("T")


@attrs.frozen
class PendingCall:
    """A call that is about to run: the tool is known and the arguments are decoded.

    Attributes:
        call: The call, as hooks and the reply see it.
        tool: The tool that it names.
        arguments: The arguments for the tool, decoded for it alone, so that nobody else can
            change them.
    """

    call: CallRecord
    tool: Tool[..., Any]
    arguments: dict[str, Any]


@attrs.frozen
class RunTools:
    """The calls of one turn, to be run.

    The client sends back a list of `Outcome`s, one for each call, in the order of the calls. It
    decides which of them run together.

    Attributes:
        calls: The calls.
    """

    calls: tuple[PendingCall, ...]


@attrs.frozen
class Outcome:
    """The outcome of a call.

    Attributes:
        status: `done`, `failed`, `timed_out` or `refused`.
        result: The value that the tool returned.
        exception: The exception that it raised.
        reason: Why it was refused or abandoned, for the model.
    """

    status: Literal["done", "failed", "timed_out", "refused"]
    result: Any = None
    exception: BaseException | None = None
    reason: str = ""


@attrs.frozen
class PrepareTurn:
    """The choice of the tools that the next turn offers, by the `prepare` hook.

    The client sends back what the hook returned, or None without a hook, for all tools.

    Attributes:
        context: What the hook reads.
    """

    context: TurnContext


@attrs.frozen
class Pause:
    """A moment in long work, at which other tasks of an event loop may run."""


@attrs.frozen
class NextText:
    """The next text of a streamed turn, to be read; None at its end.

    Attributes:
        texts: The iterator of the stream's text.
    """

    texts: Any


@attrs.frozen
class Emit:
    """An event, to be shown to the user.

    Attributes:
        event: The event.
    """

    event: StreamEvent


ToolStep: TypeAlias = Request | PrepareTurn | NextText | RunTools | Emit | Pause
"""What a tool loop yields."""

ToolOperation: TypeAlias = Generator[ToolStep, Any, T]
"""A tool loop: it yields steps, receives their results, and returns a value."""


class EventSource(Generic[T]):
    """A tool loop that pauses at each event.

    Attributes:
        value: The value that the loop returned, once it has ended.
    """

    def __init__(self, loop: ToolOperation[T]) -> None:
        """Hold a loop that has not started."""
        self._loop = loop
        self.value: T | None = None

    def next_event(self) -> ToolOperation[StreamEvent | None]:
        """Run the loop up to its next event, or to its end: None."""
        move: Callable[[Any], ToolStep] = self._loop.send
        value: Any = None
        while True:
            try:
                step = move(value)
            except StopIteration as stop:
                self.value = stop.value
                return None
            if isinstance(step, Emit):
                return step.event
            try:
                move, value = self._loop.send, (yield step)
            except VLLMError as error:
                move, value = self._loop.throw, error

    def close(self) -> None:
        """End the loop where it is."""
        self._loop.close()


@attrs.frozen
class FinalAnswer(Generic[T_co]):
    """The kind of value that ends the loop.

    Attributes:
        decode: Makes the value from the answer's text; raises OutputInvalid if it cannot.
        schema: The JSON Schema of an answer that is JSON, or None for text.
        instructions: The text that describes it to the model in native mode; empty for none.
        write: Writes the text of a tool's final result, and checks that it is such a value; None
            if the answer is text.
    """

    decode: Callable[[str], T_co]
    schema: Schema | None = None
    instructions: str = ""
    write: Callable[[Any], str] | None = None

    @classmethod
    def of(cls, returns: Any) -> FinalAnswer[Any]:
        """Build the answer that is an instance of a type, or JSON of a schema (a dict).

        Raises:
            RequestInvalid: The type has no form in JSON.
            TypeError: The type is None.
        """
        if returns is str:
            return FinalAnswer(str)
        if returns is None:
            raise TypeError("returns is a type or a schema, not None: leave it out for the text")
        schema = schema_of(returns)
        check_references("returns", schema)  # it may become a part of a described reply's schema
        return FinalAnswer(
            lambda text: from_json(returns, text),
            schema,
            "When you give your final answer, write JSON of this schema and nothing else: "
            + json.dumps(schema, ensure_ascii=False),
            lambda value: to_json(value, returns),
        )


@attrs.frozen
class LoopConfig:
    """The settings that all turns of a loop have in common.

    Attributes:
        tools: All tools of the loop, by name.
        model: The model's name, or None for the served one.
        options: The options of every turn.
        answer: The kind of value that ends the loop.
        tool_prompt: The words of descriptive mode.
        endpoint: The endpoint of every turn.
        stream: Whether turns are streamed.
        capabilities: What the client has learned about the server.
        inject: The values of injected parameters, by name.
        hidden_errors: The classes of exceptions whose text the model does not read.
        max_result_chars: Limit on the characters of a result or an error shown to the model.
        max_repeats: Limit on the turns in a row that repeat earlier turns.
    """

    tools: Mapping[str, Tool[..., Any]]
    model: str | None
    options: Options
    answer: FinalAnswer[Any]
    tool_prompt: ToolPrompt | StepPrompt
    endpoint: Endpoint
    stream: bool
    capabilities: ServerCapabilities
    inject: Mapping[str, Any]
    hidden_errors: ErrorClasses
    max_result_chars: int
    max_repeats: int
