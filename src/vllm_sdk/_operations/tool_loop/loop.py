"""The loop of a model and its tools, until the model answers.

One operation serves both ways to offer tools and both clients. It runs nothing and waits for
nothing: it yields the calls of a turn, checked and decoded, and receives their outcomes.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, Generic

import attrs

from vllm_sdk._messages import Message, MessageLike, assistant, convert_messages
from vllm_sdk._operations.generation.builder import RequestBuilder
from vllm_sdk._operations.generation.chat import Prompt
from vllm_sdk._operations.generation.explanations import explain_silence
from vllm_sdk._operations.generation.request import GenerationRequest, send_or_fall_back
from vllm_sdk._operations.models import raise_with_served_models
from vllm_sdk._operations.replies import CUT_OFF, Reply
from vllm_sdk._operations.tool_loop.calls import (
    CallReader,
    build_truncation_error,
    is_whole,
    take_outcome,
)
from vllm_sdk._operations.tool_loop.checks import (
    check_arguments,
    check_count,
    check_offered,
    check_tool_prompt,
    choose_offered,
    read_history,
)
from vllm_sdk._operations.tool_loop.error_classes import ErrorClasses, check_error_classes
from vllm_sdk._operations.tool_loop.events import (
    CallEvent,
    CallRecord,
    Mode,
    ResultEvent,
    TextEvent,
    ToolReply,
    TurnContext,
    TurnEvent,
)
from vllm_sdk._operations.tool_loop.modes import Native, ToolMode, to_message
from vllm_sdk._operations.tool_loop.repeats import MAX_REPEATS, RepeatGuard
from vllm_sdk._operations.tool_loop.steps import (
    Emit,
    FinalAnswer,
    LoopConfig,
    NextText,
    Pause,
    PendingCall,
    PrepareTurn,
    RunTools,
    T,
    ToolOperation,
)
from vllm_sdk._operations.tool_loop.stepwise import describe_tools
from vllm_sdk._operations.tool_loop.template_check import check_template
from vllm_sdk._tools import Callables, StepPrompt, ToolPrompt, index_tools
from vllm_sdk._tools.injection import check_inject
from vllm_sdk._tools.results import MAX_RESULT_CHARS, ToolMessage, truncate, write_result
from vllm_sdk.errors import (
    Attempt,
    ModelNotFound,
    OutputEmpty,
    OutputInvalid,
    OutputRefused,
    ToolLoopExhausted,
    ToolParserDisabled,
    VLLMError,
)
from vllm_sdk.options import Options, merge
from vllm_sdk.options.versions import Endpoint
from vllm_sdk.types import ToolCall, Usage

MAX_TURNS = 8
"""The default limit on the model's turns."""

PAUSE = 32
"""The number of calls or messages after which the loop lets other tasks run."""


def build_tool_loop(
    builder: RequestBuilder,
    prompt: Prompt,
    tools: Callables,
    overrides: Mapping[str, Any],
    *,
    system: str | None = None,
    returns: Any = str,
    mode: Mode = "auto",
    max_turns: int = MAX_TURNS,
    max_repeats: int = MAX_REPEATS,
    max_result_chars: int = MAX_RESULT_CHARS,
    execute: bool = True,
    endpoint: Endpoint = "chat",
    tool_prompt: StepPrompt | ToolPrompt | None = None,
    model: str | None = None,
    options: Options | None = None,
    stream: bool = False,
    inject: Mapping[str, Any] | None = None,
    hidden_errors: ErrorClasses = (),
) -> ToolOperation[ToolReply[Any]]:
    """Build the loop that lets a model call tools until it answers.

    The arguments are those of the client's methods, and are checked here. A `tool_choice` that
    forces a call is for the first turn alone. With `execute=False` the loop ends after the first
    turn, and the calls in it are the plan.

    Raises:
        RequestInvalid: Tools, options or arguments contradict each other.
        TypeError: An argument is of the wrong type.
    """
    check_tool_prompt(tool_prompt)
    history = read_history(prompt, system)
    named = index_tools(tools)
    merged = merge(builder.options, options, overrides=overrides)
    merged.check_tool_choice(named)
    check_count("max_turns", max_turns, "the model takes at least one turn")
    check_count("max_repeats", max_repeats, "a turn that repeats another ends the loop with 1")
    check_count("max_result_chars", max_result_chars, "the model is told at least one character")
    check_arguments(mode, endpoint, merged)
    config = LoopConfig(
        tools=named,
        model=builder.model if model is None else model,
        options=merged,
        answer=FinalAnswer.of(returns),
        tool_prompt=tool_prompt or ToolPrompt(),
        endpoint=endpoint,
        stream=stream,
        capabilities=builder.capabilities,
        inject=check_inject(inject, named.values(), execute=execute),
        hidden_errors=check_error_classes("hidden_errors", hidden_errors),
        max_result_chars=max_result_chars,
        max_repeats=max_repeats,
    )
    described = (
        endpoint == "completions"
        or mode == "descriptive"
        or (mode == "auto" and config.capabilities.lacks_tool_parser(config.model))
    )
    start = describe_tools(config) if described else Native(config)
    loop = _Loop[Any](config, start, history, can_fall_back=mode == "auto")
    return loop.run(max_turns if execute else 0)


class _Loop(Generic[T]):
    """One loop."""

    def __init__(
        self,
        config: LoopConfig,
        mode: ToolMode,
        history: list[MessageLike],
        *,
        can_fall_back: bool,
    ) -> None:
        """Start with a conversation; a native loop may fall back to descriptive mode."""
        self._config = config
        self._mode = mode
        self._history = history
        self._wire = convert_messages(history)
        self._can_fall_back = can_fall_back
        self._offered = config.tools
        self._calls = CallReader(config, self._wire)
        self._records: list[CallRecord] = []
        self._attempts: list[Attempt] = []
        self._usage = Usage()
        self._turn_number = 0
        self._max_turns = 0
        self._repeats = RepeatGuard(config.max_repeats)

    def run(self, max_turns: int) -> ToolOperation[ToolReply[Any]]:
        """Take turns until the model answers; with 0 turns, take one and run nothing."""
        self._max_turns = max_turns
        try:
            return (yield from (self._take_turns(max_turns) if max_turns else self._plan()))
        except VLLMError as error:
            error.transcript = error.transcript or tuple(self._history)
            error.calls = error.calls or tuple(self._records)
            error.attempts = error.attempts or tuple(self._attempts)
            raise

    def _take_turns(self, max_turns: int) -> ToolOperation[ToolReply[Any]]:
        while True:
            reply = yield from self._take_turn()
            try:
                turn = self._mode.read_turn(reply)
                if turn.answer is not None:
                    self._check_whole(reply)
                    return (yield from self._finish(reply, turn.answer))
            except OutputInvalid as error:
                self._attempts.append(Attempt(reply.text, error.message, reply.usage))
                last = self._turn_number == max_turns or reply.finish_reason in CUT_OFF
                if last or not error.repairable:
                    raise self._give_up(reply, error) from error.__cause__
                trouble = truncate(error.message, self._config.max_result_chars)
                messages = self._mode.ask_to_correct(reply, trouble)
                self._repeats.add_unusable(reply.text, messages)
                yield from self._remember(messages)
                self._repeats.check(reply, error.message)
            else:
                ended = yield from self._run_calls(reply, turn.calls)
                if final := next((record for record in ended if record.final), None):
                    return (yield from self._finish_with(reply, final))
                self._repeats.check(reply)
                if self._turn_number == max_turns:
                    raise ToolLoopExhausted(
                        f"The model still called tools after {max_turns} turns. Give it more "
                        "with max_turns=…, or go on from this error's transcript.",
                        text=reply.text,
                        reply=reply,
                    )

    def _plan(self) -> ToolOperation[ToolReply[Any]]:
        reply = yield from self._take_turn()
        try:
            turn = self._mode.read_turn(reply)
            if turn.answer is not None:
                self._check_whole(reply)
                return (yield from self._finish(reply, turn.answer))
        except OutputInvalid as error:
            raise self._give_up(reply, error) from error.__cause__
        for call in turn.calls:
            record, found = self._calls.read(call, self._turn_number, self._offered)
            planned = isinstance(found, PendingCall)
            if reply.finish_reason in CUT_OFF and not is_whole(found):
                raise build_truncation_error(reply)
            self._records.append(attrs.evolve(record, status="planned") if planned else record)
        yield from self._remember(self._mode.record_plan(reply))
        return self._build_reply(reply, reply.text, None)

    def _take_turn(self) -> ToolOperation[Reply[str]]:
        """Let the model take its next turn, by another way if the server has no tool parser."""
        self._turn_number += 1
        yield from self._choose_tools()
        try:
            reply = yield from self._ask()
        except ToolParserDisabled as error:
            if not self._can_fall_back or not isinstance(self._mode, Native):
                raise
            self._config.capabilities.learn_tool_parser_missing(self._config.model, error)
            self._mode = describe_tools(self._config)
            reply = yield from self._ask()
        yield Emit(TurnEvent(self._turn_number, reply))
        return reply

    def _choose_tools(self) -> ToolOperation[None]:
        """Let the `prepare` hook choose the tools that the next turn offers."""
        tools = self._config.tools
        context = TurnContext(
            self._turn_number, (*tools.values(),), (*self._history,), (*self._records,)
        )
        self._offered = choose_offered(tools, (yield PrepareTurn(context)))
        if self._turn_number == 1:
            check_offered(self._offered, self._config.options)

    def _ask(self) -> ToolOperation[Reply[str]]:
        first = self._turn_number == 1
        if first and self._can_fall_back and isinstance(self._mode, Native):
            self._mode.build_request(self._wire, self._offered, first=True)  # refuses bad input
            if (yield from check_template(self._config)):
                self._mode = describe_tools(self._config)
        last = not first and (self._turn_number == self._max_turns or self._repeats.is_last_chance)
        take_turn = self._mode.take_turn
        return (yield from take_turn(self._wire, self._offered, self._send, first=first, last=last))

    def _send(self, request: GenerationRequest[str]) -> ToolOperation[Reply[str]]:
        """Send a request of a turn, and count its tokens."""
        try:
            response = yield from send_or_fall_back(request)
        except ModelNotFound as error:
            return (yield from raise_with_served_models(error))
        if request.request.stream is None:
            reply = request.read(response)
        else:
            reply = yield from self._read_stream(response)
        request.learn_version(reply)
        self._usage = self._usage + reply.usage
        return reply

    def _read_stream(self, stream: Any) -> ToolOperation[Reply[str]]:
        """Emit the text of a streamed turn, and return the whole reply."""
        decode = self._mode.new_text_decoder()
        texts = stream.text
        while (text := (yield NextText(texts))) is not None:
            if shown := decode(text):
                yield Emit(TextEvent(shown))
        reply: Reply[str] = stream.reply
        return reply

    def _run_calls(
        self, reply: Reply[str], calls: Sequence[ToolCall]
    ) -> ToolOperation[list[CallRecord]]:
        """Read the calls of a turn, have the valid ones run, and record each outcome."""
        read: list[tuple[CallRecord, PendingCall | ToolMessage]] = []
        for number, call in enumerate(calls):
            record, found = self._calls.read(call, self._turn_number, self._offered)
            if reply.finish_reason in CUT_OFF and not is_whole(found):
                raise build_truncation_error(reply)
            read.append((record, found))
            yield Emit(CallEvent(record))
            if number % PAUSE == PAUSE - 1:
                yield Pause()
        pending = tuple(found for _, found in read if isinstance(found, PendingCall))
        outcomes = iter((yield RunTools(pending)) if pending else ())
        results: list[tuple[CallRecord, ToolMessage]] = []
        recorded: list[Any] = []
        for number, (call, (record, found)) in enumerate(zip(calls, read, strict=True)):
            ended, told = (
                self._calls.record_outcome(found, take_outcome(outcomes))
                if isinstance(found, PendingCall)
                else (record, found)
            )
            results.append((ended, told))
            self._records.append(ended)
            recorded.append(self._mode.record_call(call, ended, told))
            yield Emit(ResultEvent(ended))
            if number % PAUSE == PAUSE - 1:
                yield Pause()
        messages = self._mode.record_calls(reply, recorded)
        self._repeats.add_calls(results, messages)
        yield from self._remember(messages)
        return [ended for ended, _ in results]

    def _remember(self, messages: Sequence[Message]) -> ToolOperation[None]:
        """Append messages to the history."""
        for number, message in enumerate(messages):
            if number % PAUSE == 0:
                yield Pause()
            self._history.append(message)
            self._wire.append(message.to_dict())

    def _finish(self, reply: Reply[str], text: str) -> ToolOperation[ToolReply[T]]:
        try:
            text, value = self._mode.read_answer(text)
        except OutputEmpty as empty:
            raise explain_silence(reply.choices[0], empty, self._config.answer.decode) from None
        yield from self._remember([to_message(reply, text)])
        return self._build_reply(reply, text, value)

    def _finish_with(self, reply: Reply[str], final: CallRecord) -> ToolOperation[ToolReply[T]]:
        """End the loop with a tool's final result.

        Raises:
            TypeError: The result is not of the type that `returns=` asks for.
        """
        write = self._config.answer.write
        if write is None:
            text = value = write_result(final.result, sys.maxsize).text
        else:
            value = final.result
            try:
                text = write(value)
            except TypeError as error:
                raise TypeError(
                    f"the final result of {final.name} is not of the type of returns=: {error}"
                ) from None
        yield from self._remember([assistant(text)])
        return self._build_reply(reply, text, value)

    def _give_up(self, reply: Reply[str], error: OutputInvalid) -> VLLMError:
        """Return the error that ends the loop after a turn of the wrong form."""
        if reply.text.strip():
            self._history.append(to_message(reply, reply.text))
        if reply.finish_reason in CUT_OFF:
            return build_truncation_error(reply)
        error.text, error.reply = reply.text, reply
        error.attempts = tuple(self._attempts) or (Attempt(reply.text, error.message, reply.usage),)
        return error

    def _check_whole(self, reply: Reply[str]) -> None:
        """Refuse a final answer of a type that is truncated or refused, before it is read."""
        if self._config.answer.schema is None:
            return
        if reply.finish_reason in CUT_OFF:
            raise build_truncation_error(reply)
        if refusal := reply.choices[0].refusal:
            raise OutputRefused(f"The model refused: {refusal}", text=refusal, reply=reply)

    def _build_reply(self, reply: Reply[str], text: str, value: Any) -> ToolReply[T]:
        return ToolReply(
            text=text,
            value=value,
            transcript=tuple(self._history),
            calls=tuple(self._records),
            reply=reply,
            usage=self._usage,
            turns=self._turn_number,
            mode=self._mode.name,
        )
