"""How a turn is requested and read: with vLLM's `tools`, or described in the prompt."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal, TypeAlias

import attrs

from vllm_sdk._messages import Message, assistant, tool_result, user
from vllm_sdk._operations.generation.chat import ChatRequest
from vllm_sdk._operations.generation.completion import CompletionRequest
from vllm_sdk._operations.generation.outputs import TEXT, Placement
from vllm_sdk._operations.generation.repair import WireMessage
from vllm_sdk._operations.generation.request import GenerationRequest
from vllm_sdk._operations.replies import Reply
from vllm_sdk._operations.tool_loop.events import CallRecord
from vllm_sdk._operations.tool_loop.steps import LoopConfig, ToolOperation
from vllm_sdk._structured import from_json
from vllm_sdk._tools import Tool, ToolPrompt
from vllm_sdk._tools.prompt import TEXT_ANSWER, AnswerText
from vllm_sdk._tools.results import ToolMessage
from vllm_sdk._tools.transcripts import add_instructions, flatten_turns, render_text
from vllm_sdk.errors import OutputInvalid
from vllm_sdk.options import Options
from vllm_sdk.options.structured import StructuredOutputs
from vllm_sdk.types import FunctionCall, ToolCall

COMPLETION_TOKENS = 1024
"""The default token budget of a turn on `/v1/completions`: vLLM's own 16 tokens hold no call."""

Tools: TypeAlias = Mapping[str, Tool[..., Any]]
"""Tools by name."""

Send: TypeAlias = Callable[[GenerationRequest[str]], ToolOperation[Reply[str]]]
"""Sends a request of a turn, and returns the reply."""

_ANY_OBJECT: Any = dict[str, Annotated[Any, "an argument"]]


@attrs.frozen
class Turn:
    """The meaning of the model's turn.

    Attributes:
        calls: The calls that it asks for, with the model's ids.
        answer: The final answer's text, or None if there are calls.
    """

    calls: tuple[ToolCall, ...] = ()
    answer: str | None = None


class ToolMode(ABC):
    """One way to offer tools."""

    name: ClassVar[Literal["native", "descriptive"]]

    def __init__(self, config: LoopConfig) -> None:
        """Keep what all turns have in common."""
        self._config = config

    @abstractmethod
    def take_turn(
        self, history: list[WireMessage], tools: Tools, send: Send, *, first: bool, last: bool
    ) -> ToolOperation[Reply[str]]:
        """Let the model take its next turn; only the `first` may be forced to call.

        Args:
            history: The conversation, in vLLM's own form. It is not changed.
            tools: The tools that the turn offers, by name.
            send: Sends a request of the turn.
            first: Whether it is the first turn.
            last: Whether a further call would end the loop, after other turns.

        Returns:
            The reply that ends the turn.
        """

    @abstractmethod
    def read_turn(self, reply: Reply[str]) -> Turn:
        """Read the meaning of a turn.

        Raises:
            OutputInvalid: The turn does not have the form that was asked for.
        """

    @abstractmethod
    def read_answer(self, text: str) -> tuple[str, Any]:
        """Read the text and the value of a final answer.

        Raises:
            OutputInvalid: It is not of the type that was asked for.
        """

    @abstractmethod
    def record_call(self, call: ToolCall, record: CallRecord, told: ToolMessage) -> Any:
        """Return what the history needs of a call that has ended, for `record_calls`."""

    @abstractmethod
    def record_calls(self, reply: Reply[str], calls: Sequence[Any]) -> list[Message]:
        """Return the turn with its calls, and their results, as messages of the history.

        Args:
            reply: The turn.
            calls: What `record_call` returned for each call.
        """

    def record_plan(self, reply: Reply[str]) -> list[Message]:
        """Return the turn with calls that are not run, as messages of the history."""
        return [to_message(reply, reply.text)]

    def new_text_decoder(self) -> Callable[[str], str]:
        """Return a decoder of a streamed turn, which gives the text of the answer in each piece."""
        return str

    @abstractmethod
    def ask_to_correct(self, reply: Reply[str], trouble: str) -> list[Message]:
        """Return a turn of the wrong form, and the request to correct it, as messages."""

    def _build_chat(
        self,
        messages: list[WireMessage],
        options: Options,
        instructions: str,
        tools: list[dict[str, Any]] | None = None,
        *,
        role: str,
        stream: bool,
        examples: Sequence[WireMessage] = (),
    ) -> ChatRequest[str]:
        config = self._config

        def instruct(messages: list[WireMessage], placement: Placement) -> list[WireMessage]:
            return add_instructions(messages, instructions, placement, examples)

        return ChatRequest(
            messages,
            model=config.model,
            options=options,
            capabilities=config.capabilities,
            output=TEXT,
            tools=tools,
            stream=stream,
            instruct=instruct,
            placement=role if instructions else None,
        )


class Native(ToolMode):
    """Tools offered in vLLM's `tools` field."""

    name = "native"

    def __init__(self, config: LoopConfig) -> None:
        """Write the tools once."""
        super().__init__(config)
        self._tools = {name: each.to_dict() for name, each in config.tools.items()}
        self._finishing = False

    def take_turn(
        self,
        history: list[WireMessage],
        tools: Tools,
        send: Send,
        *,
        first: bool,
        last: bool,  # noqa: ARG002 -- the model decides
    ) -> ToolOperation[Reply[str]]:
        """Send one request."""
        return (yield from send(self.build_request(history, tools, first=first)))

    def build_request(
        self, history: list[WireMessage], tools: Tools, *, first: bool
    ) -> GenerationRequest[str]:
        """Build a chat with `tools`; after an answer of the wrong type, constrain the next one."""
        config = self._config
        options = config.options
        if self._finishing:
            constraint = StructuredOutputs(json=config.answer.schema)
            options |= Options(structured_outputs=constraint, tool_choice="none")
        elif not first and options.tool_choice not in (None, "auto", "none"):
            options |= Options(tool_choice="auto")
        if not tools:  # vLLM refuses a choice among no tools
            options = remove_options(options, "tool_choice", "parallel_tool_calls")
        offered = [self._tools[name] for name in tools]
        return self._build_chat(
            [*history],
            options,
            config.answer.instructions,
            offered or None,
            role=config.tool_prompt.role,
            stream=config.stream,
        )

    def read_turn(self, reply: Reply[str]) -> Turn:
        """Read the server's own list of calls; `finish_reason` does not tell reliably."""
        calls = reply.tool_calls
        return Turn(calls) if calls else Turn(answer=reply.text)

    def read_answer(self, text: str) -> tuple[str, Any]:
        """Read the answer from its text alone."""
        return text, self._config.answer.decode(text)

    def record_call(self, call: ToolCall, record: CallRecord, told: ToolMessage) -> Any:
        """Return the call and its result."""
        tool = self._config.tools.get(call.name)
        arguments = call.arguments if tool is None else tool.unpack(call.arguments)
        function = FunctionCall(call.name, _repair_arguments(arguments))
        result = tool_result(record.id, *told.content, name=call.name or None)
        return ToolCall(record.id, function), result

    def record_calls(self, reply: Reply[str], calls: Sequence[Any]) -> list[Message]:
        """Return an assistant message with `tool_calls`, and a tool message for each."""
        message: Any = reply.choices[0]
        turn = Message(
            "assistant",
            message.wire_message.content,
            reply.reasoning or None,
            [call for call, _ in calls],
        )
        return [turn, *(result for _, result in calls)]

    def record_plan(self, reply: Reply[str]) -> list[Message]:  # noqa: ARG002 -- it has no result
        """Leave the turn out: its calls have no results, and servers refuse that."""
        return []

    def ask_to_correct(self, reply: Reply[str], trouble: str) -> list[Message]:
        """Return the answer and the request for JSON; from now on the schema constrains it."""
        self._finishing = True
        instruction = f"{trouble}\n{self._config.answer.instructions}".strip()
        return [*to_messages(reply), user(instruction)]


class Descriptive(ToolMode):
    """Tools described in the prompt. A constraint allows nothing but the protocol."""

    name = "descriptive"

    def __init__(self, config: LoopConfig, prompt: ToolPrompt) -> None:
        """Write the instructions once."""
        super().__init__(config)
        self._prompt = prompt
        self._schema = config.answer.schema or TEXT_ANSWER
        self._most = 1 if config.options.parallel_tool_calls is False else 0
        self._options = remove_options(config.options, "tool_choice", "parallel_tool_calls")

    def take_turn(
        self,
        history: list[WireMessage],
        tools: Tools,
        send: Send,
        *,
        first: bool,
        last: bool,  # noqa: ARG002 -- the model decides
    ) -> ToolOperation[Reply[str]]:
        """Send one request."""
        return (yield from send(self.build_request(history, tools, first=first)))

    def build_request(
        self, history: list[WireMessage], tools: Tools, *, first: bool
    ) -> GenerationRequest[str]:
        """Build a chat, or a completion, in plain turns."""
        config = self._config
        turns = flatten_turns(history, self._prompt)
        instructions = self._prompt.describe(tools.values(), self._schema, most=self._most)
        constraint = StructuredOutputs(json=self._build_constraint(tools, first=first))
        options = self._options | Options(structured_outputs=constraint)
        if config.endpoint == "chat":
            role = self._prompt.role
            return self._build_chat(turns, options, instructions, role=role, stream=config.stream)
        role = self._prompt.role
        placed = add_instructions(turns, instructions, "system" if role == "auto" else role)
        return CompletionRequest(
            render_text(placed),
            model=config.model,
            options=Options(max_tokens=COMPLETION_TOKENS) | options,
            capabilities=config.capabilities,
            output=TEXT,
            stream=config.stream,
        )

    def _build_constraint(self, offered: Tools, *, first: bool) -> dict[str, Any]:
        choice: Any = self._config.options.tool_choice
        tools = [*offered.values()]
        answer: dict[str, Any] | None = self._schema
        if choice == "none":
            tools = []
        elif first and choice not in (None, "auto"):
            answer = None
            if choice != "required":
                tools = [offered[choice["function"]["name"]]]
        return self._prompt.build_constraint(tools, answer, most=self._most)

    def read_turn(self, reply: Reply[str]) -> Turn:
        """Read calls or an answer, by the protocol."""
        meaning = self._prompt.read(reply.text)
        return Turn(tuple(ToolCall("", call) for call in meaning.calls), meaning.answer)

    def read_answer(self, text: str) -> tuple[str, Any]:
        """Read the answer, which is JSON: a string, or of the type that was asked for."""
        if self._config.answer.schema is None:
            text = from_json(str, text)
        return text, self._config.answer.decode(text)

    def new_text_decoder(self) -> Callable[[str], str]:
        """Return a decoder of the answer in the document; an answer that is not text has none."""
        return AnswerText().feed

    def record_call(self, call: ToolCall, record: CallRecord, told: ToolMessage) -> Any:
        """Return the tool's name, the message, and whether it is an error."""
        return call.name, told, record.error is not None

    def record_calls(self, reply: Reply[str], calls: Sequence[Any]) -> list[Message]:
        """Return the model's own text, and a user message with the results."""
        results = user(self._prompt.write_results(calls), *self._prompt.list_media(calls))
        return [to_message(reply, reply.text), results]

    def ask_to_correct(self, reply: Reply[str], trouble: str) -> list[Message]:
        """Return the model's own text, and the protocol once more."""
        text = self._prompt.write_correction(trouble, self._schema)
        return [*to_messages(reply), user(text)]


def to_message(reply: Reply[str], text: str) -> Message:
    """Return a turn without calls as a message of the history."""
    return assistant(text, reasoning=reply.reasoning or None)


def to_messages(reply: Reply[str]) -> list[Message]:
    """Return the turn as a message, unless it is empty: templates reject an empty one."""
    return [to_message(reply, reply.text)] if reply.text.strip() else []


def remove_options(options: Options, *names: str) -> Options:
    """Return the options without some of them."""
    kept = {each.name: getattr(options, each.name) for each in attrs.fields(Options)}
    return Options(**{name: value for name, value in kept.items() if name not in names})


def _repair_arguments(text: str) -> str:
    """Return arguments as a history may hold them.

    vLLM versions before the latest refuse broken JSON there. The call's result says what was
    wrong with it.
    """
    try:
        from_json(_ANY_OBJECT, text)
    except OutputInvalid:
        return "{}"
    return text if text.strip() else "{}"
