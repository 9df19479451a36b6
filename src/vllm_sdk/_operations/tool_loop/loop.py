"""Tools and a model, turn about, until the model answers.

One flow for both ways to offer tools and for both clients. It runs nothing and waits for nothing:
it yields the calls of a turn, checked and decoded, and is sent what became of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic

import attrs

from vllm_sdk._messages import MessageLike, convert_messages
from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import read_reply
from vllm_sdk._operations.models import tell_served_models
from vllm_sdk._operations.replies import CUT_OFF, Reply
from vllm_sdk._operations.tool_loop.calls import CallReader, outcome_of
from vllm_sdk._operations.tool_loop.modes import Asked, Descriptive, Native, answered
from vllm_sdk._operations.tool_loop.steps import (
    CallEvent,
    CallRecord,
    FinalAnswer,
    Mode,
    PendingCall,
    ResultEvent,
    RunTools,
    StreamTurn,
    T,
    Tell,
    ToolFlow,
    ToolReply,
    TurnEvent,
)
from vllm_sdk._tools import Callables, ToolPrompt, index_tools
from vllm_sdk._tools.results import MAX_RESULT_CHARS, ToolMessage, truncate
from vllm_sdk.errors import (
    Attempt,
    BadRequest,
    ModelNotFound,
    OutputInvalid,
    OutputRefused,
    OutputTruncated,
    RequestInvalid,
    ToolLoopExhausted,
    ToolParserDisabled,
    VLLMError,
)
from vllm_sdk.options import Options
from vllm_sdk.options.versions import Endpoint
from vllm_sdk.types import ToolCall, Usage

MAX_TURNS = 8
"""How many turns the model may take, unless told otherwise."""

_UNFIT: dict[str, str] = {
    "structured_outputs": "give returns= for an answer that is JSON",
    "response_format": "give returns= for an answer that is JSON",
    "continue_final_message": "the loop's turns are whole",
    "echo": "the answer would hold the prompt",
    "suffix": "the loop's turns are whole",
}


def tool_loop(
    messages: Iterable[MessageLike],
    tools: Callables,
    *,
    model: str | None,
    options: Options,
    memory: Memory,
    answer: FinalAnswer[T],
    mode: Mode = "auto",
    max_turns: int = MAX_TURNS,
    tool_prompt: ToolPrompt | None = None,
    endpoint: Endpoint = "chat",
    execute: bool = True,
    stream: bool = False,
    max_result_chars: int = MAX_RESULT_CHARS,
) -> ToolFlow[ToolReply[T]]:
    """Let a model call tools until it answers.

    A call that is invalid, of an unknown tool, refused or that fails is told to the model, which
    may mend it. Arguments are decoded before a tool runs, and nothing runs but these tools.

    Args:
        messages: the conversation so far.
        tools: functions and tools; nothing else is ever called.
        model: the model's name, or None for the served one.
        options: of every turn. A `tool_choice` that forces a call is for the first turn alone.
        memory: where `auto` keeps in mind what the server can't do.
        answer: what the loop ends in.
        mode: `native` offers the tools by vLLM's `tools`, `descriptive` in the prompt; `auto` is
            native until the server answers that it has no tool parser.
        max_turns: how many turns the model may take, 1 or more.
        tool_prompt: the words of descriptive mode.
        endpoint: `"completions"` sends turns to `/v1/completions`, without a chat template; they
            are always descriptive.
        execute: whether calls are run. Where not, the loop ends with the first turn, and the calls
            in it are the plan; the mode is descriptive.
        stream: whether turns are streamed.
        max_result_chars: so many characters of a result or an error the model is told.

    Returns:
        A flow.

    Raises:
        RequestInvalid: tools, options or arguments that don't go together.
        TypeError: an argument of the wrong type.
        ToolLoopExhausted: from the flow, like all below: the model still called tools in the last
            round. They were run; `.transcript` can be gone on with.
        OutputTruncated: a turn was cut by the token budget where it could not be.
        OutputInvalid: the answer of the last round is not of its type; or, with `execute=False`,
            the plan is not of the protocol.
    """
    if tool_prompt is not None and not isinstance(tool_prompt, ToolPrompt):
        raise TypeError(f"tool_prompt is a ToolPrompt, not {type(tool_prompt).__name__}")
    named = index_tools(tools)
    options.check_tool_choice(named)
    _check_count("max_turns", max_turns, "the model takes at least one turn")
    _check_count("max_result_chars", max_result_chars, "the model is told at least one character")
    _check(mode, options)
    described = endpoint == "completions" or not execute
    if described and mode == "native":
        raise RequestInvalid(
            "mode='native' goes with neither endpoint='completions' nor execute=False."
        )
    asked = Asked(
        named,
        model,
        options,
        answer,
        tool_prompt or ToolPrompt(),
        endpoint=endpoint,
        stream=stream,
        memory=memory,
    )
    known_lacking = mode == "auto" and memory.lacks_parser(model)
    make = Descriptive if described or known_lacking or mode == "descriptive" else Native
    history: list[MessageLike] = [*messages]
    loop = _Loop[T](asked, make(asked), history, max_result_chars, may_fall_back=mode == "auto")
    return loop.run(max_turns if execute else 0)


def _check_count(name: str, count: object, least: str) -> None:
    if isinstance(count, bool) or not isinstance(count, int):
        raise TypeError(f"{name} is a number, not {count!r}")
    if count < 1:
        raise RequestInvalid(f"{name}={count}: {least}.")


def _check(mode: object, options: Options) -> None:
    if mode not in {"auto", "native", "descriptive"}:
        raise RequestInvalid(f"mode={mode!r}: it is 'auto', 'native' or 'descriptive'.")
    for name, why in _UNFIT.items():
        if getattr(options, name):
            raise RequestInvalid(f"{name} does not go with a tool loop: {why}.")
    if options.use_beam_search or (options.n or 1) > 1:
        raise RequestInvalid("A tool loop follows one answer: leave n and use_beam_search out.")


class _Loop(Generic[T]):
    """One loop under way."""

    def __init__(
        self,
        asked: Asked,
        mode: Native | Descriptive,
        history: list[MessageLike],
        max_result_chars: int,
        *,
        may_fall_back: bool,
    ) -> None:
        """Begin with a conversation; native may give way to descriptive."""
        self._asked = asked
        self._mode = mode
        self._history = history
        self._may_fall_back = may_fall_back
        self._longest_result = max_result_chars
        self._calls = CallReader(asked.tools, convert_messages(history), max_result_chars)
        self._records: list[CallRecord] = []
        self._attempts: list[Attempt] = []
        self._usage = Usage()
        self._turn_number = 0

    def run(self, max_turns: int) -> ToolFlow[ToolReply[Any]]:
        """Take turns until the model answers; with 0 rounds, take one and run nothing."""
        try:
            return (yield from (self._rounds(max_turns) if max_turns else self._plan()))
        except VLLMError as error:
            error.transcript = error.transcript or tuple(self._history)
            raise

    def _rounds(self, max_turns: int) -> ToolFlow[ToolReply[Any]]:
        while True:
            reply = yield from self._turn()
            try:
                turn = self._mode.read(reply)
                if turn.answer is not None:
                    self._check_whole(reply)
                    return self._answered(reply, turn.answer)
            except OutputInvalid as error:
                self._attempts.append(Attempt(reply.text, error.message))
                if self._turn_number == max_turns or reply.finish_reason in CUT_OFF:
                    raise self._refused(reply, error) from error.__cause__
                self._history += self._mode.corrected(
                    reply, truncate(error.message, self._longest_result)
                )
            else:
                told = yield from self._run_calls(reply, turn.calls)
                self._history += self._mode.called(reply, told)
                if self._turn_number == max_turns:
                    raise ToolLoopExhausted(
                        f"The model still called tools after {max_turns} turns. Give it more "
                        "with max_turns=…, or go on from this error's transcript.",
                        text=reply.text,
                        reply=reply,
                    )

    def _plan(self) -> ToolFlow[ToolReply[Any]]:
        reply = yield from self._turn()
        try:
            turn = self._mode.read(reply)
            if turn.answer is not None:
                self._check_whole(reply)
                return self._answered(reply, turn.answer)
        except OutputInvalid as error:
            raise self._refused(reply, error) from error.__cause__
        for call in turn.calls:
            record, found = self._calls.read(call, self._turn_number)
            planned = isinstance(found, PendingCall)
            self._records.append(attrs.evolve(record, status="planned") if planned else record)
        self._history.append(answered(reply, reply.text))
        return self._reply(reply, reply.text, None)

    def _turn(self) -> ToolFlow[Reply[str]]:
        """Ask for the next turn."""
        self._turn_number += 1
        first = self._turn_number == 1
        moved: BadRequest | None = None
        while True:
            try:
                reply = yield from self._asked_for(first=first)
                break
            except BadRequest as error:
                if moved is not None:
                    raise moved from None
                if not self._falls_back(error):
                    if not self._mode.moves(error, self._history):
                        raise
                    moved = error
            except ModelNotFound as error:
                return (yield from tell_served_models(error))
        if moved is not None:
            self._asked.memory.learn_system(self._asked.model)
        self._usage = _sum(self._usage, reply.usage)
        yield Tell(TurnEvent(self._turn_number, reply))
        return reply

    def _asked_for(self, *, first: bool) -> ToolFlow[Reply[str]]:
        asking = self._mode.ask(self._history, first=first)
        reply: Reply[str]
        if self._asked.stream:
            reply = yield StreamTurn(asking.call, described=isinstance(self._mode, Descriptive))
        else:
            reply = read_reply((yield asking.call), self._mode.body)
        asking.learn_version(reply)
        return reply

    def _falls_back(self, error: BadRequest) -> bool:
        """Whether the tools are described from now on, since the server has no parser for calls."""
        if (
            not isinstance(error, ToolParserDisabled)
            or not self._may_fall_back
            or isinstance(self._mode, Descriptive)
        ):
            return False
        self._asked.memory.learn_parser(self._asked.model, error)
        self._mode = Descriptive(self._asked)
        return True

    def _run_calls(
        self, reply: Reply[str], calls: Sequence[ToolCall]
    ) -> ToolFlow[list[tuple[ToolCall, CallRecord, ToolMessage]]]:
        """Read the calls of a turn, have those run that can be, and tell of each."""
        read: list[tuple[CallRecord, PendingCall | ToolMessage]] = []
        for call in calls:
            record, found = self._calls.read(call, self._turn_number)
            if reply.finish_reason in CUT_OFF and not _is_whole(found):
                raise _truncated(reply)
            read.append((record, found))
            yield Tell(CallEvent(record))
        pending = tuple(found for _, found in read if isinstance(found, PendingCall))
        outcomes = iter((yield RunTools(pending)) if pending else ())
        told: list[tuple[ToolCall, CallRecord, ToolMessage]] = []
        for call, (record, found) in zip(calls, read, strict=True):
            ended, words = (
                self._calls.ended(found, outcome_of(outcomes))
                if isinstance(found, PendingCall)
                else (record, found)
            )
            self._records.append(ended)
            told.append((call, ended, words))
            yield Tell(ResultEvent(ended))
        return told

    def _answered(self, reply: Reply[str], text: str) -> ToolReply[T]:
        text, value = self._mode.value(text)
        self._history.append(answered(reply, text))
        return self._reply(reply, text, value)

    def _refused(self, reply: Reply[str], error: OutputInvalid) -> VLLMError:
        """The error that ends the loop with a turn that is not of its form."""
        if reply.text.strip():
            self._history.append(answered(reply, reply.text))
        if reply.finish_reason in CUT_OFF:
            return _truncated(reply)
        error.text, error.reply = reply.text, reply
        error.attempts = tuple(self._attempts) or (Attempt(reply.text, error.message),)
        return error

    def _check_whole(self, reply: Reply[str]) -> None:
        """Refuse a final answer of a type that was cut off, before it is read, or was declined."""
        if self._asked.answer.schema is None:
            return
        if reply.finish_reason in CUT_OFF:
            raise _truncated(reply)
        if refusal := reply.choices[0].refusal:
            raise OutputRefused(f"The model refused: {refusal}", text=refusal, reply=reply)

    def _reply(self, reply: Reply[str], text: str, value: Any) -> ToolReply[T]:
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


def _is_whole(found: PendingCall | ToolMessage) -> bool:
    """Whether a call of a turn that was cut is whole itself: its arguments came and are JSON."""
    return (
        isinstance(found, PendingCall)
        and not found.tool.raw_arguments
        and bool(found.call.arguments_json.strip())
    )


def _truncated(reply: Reply[str]) -> OutputTruncated:
    """The error for a turn that was cut off."""
    return OutputTruncated(
        "The model's turn was cut off by the token budget, or by the server: give it more with "
        "max_tokens=….",
        text=reply.text,
        reply=reply,
    )


def _sum(one: Usage, other: Usage) -> Usage:
    return Usage(
        prompt_tokens=one.prompt_tokens + other.prompt_tokens,
        completion_tokens=(one.completion_tokens or 0) + (other.completion_tokens or 0),
        total_tokens=one.total_tokens + other.total_tokens,
    )
