"""Descriptive mode in steps: the choice of a tool, its arguments, the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from vllm_sdk._messages import Message, user
from vllm_sdk._operations.generation.completion import CompletionRequest
from vllm_sdk._operations.generation.outputs import TEXT
from vllm_sdk._operations.generation.repair import WireMessage
from vllm_sdk._operations.generation.request import GenerationRequest
from vllm_sdk._operations.replies import CUT_OFF, Reply
from vllm_sdk._operations.tool_loop.events import CallRecord
from vllm_sdk._operations.tool_loop.modes import (
    COMPLETION_TOKENS,
    Descriptive,
    Send,
    ToolMode,
    Tools,
    Turn,
    remove_options,
    to_message,
    to_messages,
)
from vllm_sdk._operations.tool_loop.steps import LoopConfig, ToolOperation
from vllm_sdk._tools import StepPrompt
from vllm_sdk._tools.results import ToolMessage
from vllm_sdk._tools.step_prompt import name_none
from vllm_sdk._tools.transcripts import add_instructions, flatten_turns, render_text
from vllm_sdk.errors import OutputInvalid
from vllm_sdk.options import Options
from vllm_sdk.options.structured import StructuredOutputs
from vllm_sdk.types import FunctionCall, ToolCall


class Stepwise(ToolMode):
    """Tools described in the prompt, of which the model chooses one at a time."""

    name = "descriptive"

    def __init__(self, config: LoopConfig, prompt: StepPrompt) -> None:
        """Start without a choice."""
        super().__init__(config)
        self._prompt = prompt
        self._options = remove_options(config.options, "tool_choice", "parallel_tool_calls")
        # An end that the caller wants is that of the answer.
        self._step_options = remove_options(self._options, "stop", "min_tokens")
        self._names: list[str] = []
        self._chosen = ""

    def take_turn(
        self, history: list[WireMessage], tools: Tools, send: Send, *, first: bool, last: bool
    ) -> ToolOperation[Reply[str]]:
        """Let the model choose, and then write the arguments or the answer.

        In the `last` turn it can only answer: a small model often does not stop to call by itself.
        """
        turns = flatten_turns(history, self._prompt)
        none = name_none(tools.values())
        self._names = [none] if last else self._list_names(tools, none, first=first)
        self._chosen = self._names[0]
        if len(self._names) > 1:
            reply = yield from send(self._build_choice(turns, tools))
            self._chosen = "" if reply.finish_reason in CUT_OFF else reply.text.strip()
            if self._chosen not in self._names:
                return reply
        if self._chosen == none:
            self._chosen = ""
            self._names = []
            return (yield from send(self._build_answer(turns)))
        return (yield from send(self._build_arguments(turns, tools)))

    def _list_names(self, tools: Tools, none: str, *, first: bool) -> list[str]:
        """Return the names that the model may choose from."""
        choice: Any = self._config.options.tool_choice
        if choice == "none":
            return [none]
        if not first or choice in (None, "auto"):
            return [*tools, none]
        return [*tools] if choice == "required" else [choice["function"]["name"]]

    def _build_choice(self, turns: list[WireMessage], tools: Tools) -> GenerationRequest[str]:
        offered = tools.values()
        # The prompt of a completion ends in a word: see `begin_choices`.
        lead = " " if self._config.endpoint == "completions" else ""
        constraint = StructuredOutputs(choice=tuple(f"{lead}{name}" for name in self._names))
        return self._build(
            turns,
            self._step_options | Options(structured_outputs=constraint),
            self._prompt.describe(offered),
            self._prompt.build_examples(offered),
        )

    def _build_arguments(self, turns: list[WireMessage], tools: Tools) -> GenerationRequest[str]:
        tool = tools[self._chosen]
        constraint = StructuredOutputs(json=tool.parameters)
        options = self._step_options | Options(structured_outputs=constraint)
        return self._build(turns, options, self._prompt.describe_arguments(tool))

    def _build_answer(self, turns: list[WireMessage]) -> GenerationRequest[str]:
        answer, options = self._config.answer, self._options
        if answer.schema is not None:
            options |= Options(structured_outputs=StructuredOutputs(json=answer.schema))
        return self._build(turns, options, answer.instructions, stream=self._config.stream)

    def _build(
        self,
        turns: list[WireMessage],
        options: Options,
        instructions: str,
        examples: Sequence[WireMessage] = (),
        *,
        stream: bool = False,
    ) -> GenerationRequest[str]:
        """Build a chat, or a completion, in plain turns."""
        config = self._config
        if config.endpoint == "chat":
            return self._build_chat(
                turns, options, instructions, examples=examples, role=self._prompt.role,
                stream=stream,
            )  # fmt: skip
        role = "system" if self._prompt.role == "auto" else self._prompt.role
        placed = add_instructions(turns, instructions, role, examples) if instructions else turns
        return CompletionRequest(
            render_text(placed),
            model=config.model,
            options=Options(max_tokens=COMPLETION_TOKENS) | options,
            capabilities=config.capabilities,
            output=TEXT,
            stream=stream,
        )

    def read_turn(self, reply: Reply[str]) -> Turn:
        """Read the arguments of the chosen tool, or the answer."""
        if self._chosen:
            if self._chosen not in self._names:
                raise self._build_error(reply)
            return Turn((ToolCall("", FunctionCall(self._chosen, reply.text)),))
        if self._names:
            raise self._build_error(reply)
        return Turn(answer=reply.text)

    def _build_error(self, reply: Reply[str]) -> OutputInvalid:
        names = ", ".join(self._names)
        return OutputInvalid(f"expected one of {names}; got {reply.text!r}", text=reply.text)

    def read_answer(self, text: str) -> tuple[str, Any]:
        """Read the answer from its text alone."""
        return text, self._config.answer.decode(text)

    def new_text_decoder(self) -> Callable[[str], str]:
        """Return the decoder of an answer, which shows its text as it is."""
        return str if self._config.answer.schema is None else lambda _: ""

    def record_call(self, call: ToolCall, record: CallRecord, told: ToolMessage) -> Any:
        """Return the call, the message, and whether it is an error."""
        return call, told, record.error is not None

    def record_calls(self, reply: Reply[str], calls: Sequence[Any]) -> list[Message]:
        """Return the call as plain text, and a user message with the result."""
        written = self._prompt.write_calls([(call.name, call.arguments) for call, _, _ in calls])
        told = [(call.name, message, failed) for call, message, failed in calls]
        results = user(self._prompt.write_results(told), *self._prompt.list_media(told))
        return [to_message(reply, written), results]

    def record_plan(self, reply: Reply[str]) -> list[Message]:
        """Return the call that is not run as plain text."""
        return [to_message(reply, self._prompt.write_calls([(self._chosen, reply.text)]))]

    def ask_to_correct(self, reply: Reply[str], trouble: str) -> list[Message]:
        """Return the model's own text, and what is wrong with it."""
        instructions = "" if self._names else self._config.answer.instructions
        return [*to_messages(reply), user(f"{trouble}\n{instructions}".strip())]


def describe_tools(config: LoopConfig) -> ToolMode:
    """Return the descriptive mode of the loop, by the protocol of its words."""
    prompt = config.tool_prompt
    if isinstance(prompt, StepPrompt):
        return Stepwise(config, prompt)
    return Descriptive(config, prompt)
