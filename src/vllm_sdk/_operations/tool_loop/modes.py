"""How a turn is asked for and read: by vLLM's `tools`, or described in the prompt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

import attrs

from vllm_sdk._messages import Message, MessageLike, assistant, convert_messages, tool_result, user
from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.generation.chat import ChatAsking
from vllm_sdk._operations.generation.completion import CompletionAsking
from vllm_sdk._operations.generation.repair import Asking, refuses_system
from vllm_sdk._operations.replies import ChatBody, CompletionBody, Reply
from vllm_sdk._operations.tool_loop.steps import CallRecord, FinalAnswer
from vllm_sdk._structured import from_json
from vllm_sdk._tools import Tool, ToolPrompt
from vllm_sdk._tools.prompt import TEXT_ANSWER
from vllm_sdk._tools.results import ToolMessage
from vllm_sdk._tools.transcripts import add_instructions, flatten_transcript, render_text
from vllm_sdk.errors import BadRequest, OutputInvalid
from vllm_sdk.options import Options
from vllm_sdk.options.structured import StructuredOutputs
from vllm_sdk.options.versions import Endpoint
from vllm_sdk.types import FunctionCall, ToolCall

COMPLETION_TOKENS = 1024
"""What a turn on `/v1/completions` may take: vLLM's own 16 tokens hold no call."""

_ANY_OBJECT: Any = dict[str, Annotated[Any, "an argument"]]


@attrs.frozen
class Asked:
    """What every turn of a loop is asked with.

    Attributes:
        tools: what may be called, by name.
        model: the model's name, or None for the served one.
        options: of every turn.
        answer: what the loop ends in.
        prompt: the words of descriptive mode.
        endpoint: `"completions"` for turns on `/v1/completions`, without a chat template.
        stream: whether turns are streamed.
        memory: what the client has learnt about its server's models.
    """

    tools: Mapping[str, Tool[..., Any]]
    model: str | None
    options: Options
    answer: FinalAnswer[Any]
    prompt: ToolPrompt
    endpoint: Endpoint
    stream: bool
    memory: Memory


@attrs.frozen
class Turn:
    """What the model's turn means.

    Attributes:
        calls: what it asks for, ids as the model gave them.
        answer: the final answer's text, or None where there are calls.
    """

    calls: tuple[ToolCall, ...] = ()
    answer: str | None = None


class ToolMode(ABC):
    """One way to offer tools.

    Attributes:
        body: what a turn is answered with.
    """

    name: ClassVar[Literal["native", "descriptive"]]
    body: type[ChatBody | CompletionBody] = ChatBody

    def __init__(self, asked: Asked) -> None:
        """Keep what every turn is asked with."""
        self._asked = asked
        role = asked.prompt.role
        self._is_auto = role == "auto"
        self._role: Literal["system", "user"] = "system" if role == "auto" else role
        if self._is_auto and asked.memory.lacks_system(asked.model):
            self._role = "user"

    def moves(self, refused: BadRequest, history: Sequence[MessageLike]) -> bool:
        """Whether the instructions now stand in the user's message, as the template wants it."""
        if not (self._is_auto and self._role == "system"):
            return False
        if not refuses_system(refused, convert_messages(history)):
            return False
        self._role = "user"
        return True

    @abstractmethod
    def ask(self, history: Sequence[MessageLike], *, first: bool) -> Asking:
        """Build the request for the next turn; a forcing `tool_choice` is for the first."""

    @abstractmethod
    def read(self, reply: Reply[str]) -> Turn:
        """What a turn means.

        Raises:
            OutputInvalid: it is not of the form that was asked for.
        """

    @abstractmethod
    def value(self, text: str) -> tuple[str, Any]:
        """The text and the value of a final answer.

        Raises:
            OutputInvalid: it is not of the type that was asked for.
        """

    @abstractmethod
    def called(
        self, reply: Reply[str], calls: Iterable[tuple[ToolCall, CallRecord, ToolMessage]]
    ) -> list[Message]:
        """The turn with its calls, and their results, as the history keeps them."""

    @abstractmethod
    def corrected(self, reply: Reply[str], trouble: str) -> list[Message]:
        """The turn that is not of the form that was asked for, and what is said to it."""


class Native(ToolMode):
    """By vLLM's `tools` field."""

    name = "native"

    def __init__(self, asked: Asked) -> None:
        """Write the tools once."""
        super().__init__(asked)
        self._tools = [each.to_dict() for each in asked.tools.values()]
        self._finishing = False

    def ask(self, history: Sequence[MessageLike], *, first: bool) -> Asking:
        """Build a chat with `tools`; where the answer was not of its type, it is held to it."""
        asked = self._asked
        messages: Iterable[MessageLike] = history
        if asked.answer.instructions:
            wire = convert_messages(history)
            messages = add_instructions(wire, asked.answer.instructions, self._role)
        options = asked.options
        if self._finishing:
            schema = asked.answer.schema
            constraint = None if schema is None else StructuredOutputs(json=schema)
            options |= Options(structured_outputs=constraint, tool_choice="none")
        elif not first and options.tool_choice not in (None, "auto", "none"):
            options |= Options(tool_choice="auto")
        return ChatAsking(
            messages,
            model=asked.model,
            options=options,
            tools=self._tools,
            stream=asked.stream,
            memory=asked.memory,
        )

    def read(self, reply: Reply[str]) -> Turn:
        """The server's own list of calls; `finish_reason` says nothing reliable of them."""
        calls = reply.tool_calls
        return Turn(calls) if calls else Turn(answer=reply.text)

    def value(self, text: str) -> tuple[str, Any]:
        """The answer's text is all there is."""
        return text, self._asked.answer.decode(text)

    def called(
        self, reply: Reply[str], calls: Iterable[tuple[ToolCall, CallRecord, ToolMessage]]
    ) -> list[Message]:
        """An assistant's turn with `tool_calls`, and a turn of the tool for each."""
        said = reply.message
        made: list[ToolCall] = []
        results: list[Message] = []
        for call, record, told in calls:
            kept = FunctionCall(call.name, _kept_arguments(call.arguments))
            made.append(ToolCall(record.id, kept))
            results.append(tool_result(record.id, told.text, name=call.name or None))
        turn = Message("assistant", said.content, said.reasoning or None, made)
        return [turn, *results]

    def corrected(self, reply: Reply[str], trouble: str) -> list[Message]:
        """The answer, and that it is wanted as JSON; from now on it is held to the schema."""
        self._finishing = True
        asked = f"{trouble}\n{self._asked.answer.instructions}".strip()
        return [*said(reply), user(asked)]


class Descriptive(ToolMode):
    """Described in the prompt; a constraint lets the model write nothing but the protocol."""

    name = "descriptive"

    def __init__(self, asked: Asked) -> None:
        """Write the instructions once."""
        super().__init__(asked)
        if asked.endpoint == "completions":
            self.body = CompletionBody
        self._schema = asked.answer.schema or TEXT_ANSWER
        self._most = 1 if asked.options.parallel_tool_calls is False else 0
        self._instructions = asked.prompt.describe(
            asked.tools.values(), self._schema, most=self._most
        )
        self._options = without(asked.options, "tool_choice", "parallel_tool_calls")

    def ask(self, history: Sequence[MessageLike], *, first: bool) -> Asking:
        """Build a chat, or a completion, in plain turns."""
        asked = self._asked
        turns = flatten_transcript(history, asked.prompt, self._instructions, self._role)
        constraint = StructuredOutputs(json=self._constraint(first=first))
        options = self._options | Options(structured_outputs=constraint)
        if asked.endpoint == "chat":
            return ChatAsking(
                turns,
                model=asked.model,
                options=options,
                stream=asked.stream,
                memory=asked.memory,
            )
        options = Options(max_tokens=COMPLETION_TOKENS) | options
        return CompletionAsking(
            render_text(turns),
            model=asked.model,
            options=options,
            stream=asked.stream,
            memory=asked.memory,
        )

    def _constraint(self, *, first: bool) -> dict[str, Any]:
        choice: Any = self._asked.options.tool_choice
        tools = [*self._asked.tools.values()]
        answer: dict[str, Any] | None = self._schema
        if choice == "none":
            tools = []
        elif first and choice not in (None, "auto"):
            answer = None
            if choice != "required":
                tools = [self._asked.tools[choice["function"]["name"]]]
        return self._asked.prompt.build_constraint(tools, answer, most=self._most)

    def read(self, reply: Reply[str]) -> Turn:
        """Calls or an answer, by the protocol."""
        meant = self._asked.prompt.read(reply.text)
        return Turn(tuple(ToolCall("", call) for call in meant.calls), meant.answer)

    def value(self, text: str) -> tuple[str, Any]:
        """The answer is JSON: a string, or of the type that was asked for."""
        if self._asked.answer.schema is None:
            text = from_json(str, text)
        return text, self._asked.answer.decode(text)

    def called(
        self, reply: Reply[str], calls: Iterable[tuple[ToolCall, CallRecord, ToolMessage]]
    ) -> list[Message]:
        """The model's own words, and a turn of the user with the results."""
        told = [(call.name, told, record.error is not None) for call, record, told in calls]
        results = self._asked.prompt.write_results(told)
        return [answered(reply, reply.text), user(results)]

    def corrected(self, reply: Reply[str], trouble: str) -> list[Message]:
        """The model's own words, and the protocol once more."""
        asked = self._asked.prompt.write_correction(trouble, self._schema)
        return [*said(reply), user(asked)]


def answered(reply: Reply[str], text: str) -> Message:
    """A turn without calls, as the history keeps it."""
    return assistant(text, reasoning=reply.reasoning or None)


def said(reply: Reply[str]) -> list[Message]:
    """The turn, unless it is empty: templates refuse an empty one."""
    return [answered(reply, reply.text)] if reply.text.strip() else []


def without(options: Options, *names: str) -> Options:
    """The options but for some."""
    held = {each.name: getattr(options, each.name) for each in attrs.fields(Options)}
    return Options(**{name: value for name, value in held.items() if name not in names})


def _kept_arguments(text: str) -> str:
    """Arguments as a history may hold them: other vLLMs than the latest refuse broken JSON there.

    What was wrong with them is said in the result.
    """
    try:
        from_json(_ANY_OBJECT, text)
    except OutputInvalid:
        return "{}"
    return text if text.strip() else "{}"
