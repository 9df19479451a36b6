"""The deltas of one choice, collected and joined into the choice of a whole reply.

Deltas are collected as they arrive and joined once, when the choice is asked for. The work grows
linearly with the stream's length.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import TypeVar

from vllm_sdk._operations.replies import (
    ENDED_IN_ERROR,
    ChatChoice,
    CompletionChoice,
    ReplyMessage,
    name_tool_call,
)
from vllm_sdk.types import (
    ChatLogprobs,
    CompletionLogprobs,
    FunctionCall,
    TokenLogprob,
    ToolCall,
    WeightVersionSpan,
)
from vllm_sdk.types.chunks import (
    ChatChoiceDelta,
    CompletionChoiceDelta,
    ToolCallDelta,
)

T = TypeVar("T")


class EndedInError(Exception):
    """The end of an answer by an error; what arrived is kept."""


class ToolCallAccumulator:
    """Collects the deltas of one tool call."""

    __slots__ = ("arguments", "id", "name")

    def __init__(self) -> None:
        """Start an empty tool call."""
        self.id = ""
        self.name = ""
        self.arguments: list[str] = []

    def add(self, delta: ToolCallDelta) -> None:
        """Add the next delta; id and name arrive whole, and some parsers repeat them."""
        self.id = self.id or delta.id or ""
        function = delta.function
        if function is not None:
            self.name = self.name or function.name or ""
            if function.arguments:
                self.arguments.append(function.arguments)

    def is_continued_by(self, delta: ToolCallDelta) -> bool:
        """Tell whether a delta of the same index belongs to this call.

        Some parsers use one index for every call of a turn. Then another id starts another call;
        without an id, another name does.
        """
        if delta.id and self.id:
            return delta.id == self.id
        return not (delta.name and self.name)


class ToolCallsAccumulator:
    """Collects the tool calls of one choice, in the order in which they start."""

    __slots__ = ("_calls", "_latest")

    def __init__(self) -> None:
        """Start without calls."""
        self._calls: list[ToolCallAccumulator] = []
        self._latest: dict[int | None, ToolCallAccumulator] = {}

    def add(self, delta: ToolCallDelta) -> None:
        """Add the next delta to the call that it belongs to."""
        call = self._latest.get(delta.index)
        if call is None or not call.is_continued_by(delta):
            call = ToolCallAccumulator()
            self._calls.append(call)
        # A delta without an index continues the call before it, whatever index that had.
        self._latest[delta.index] = self._latest[None] = call
        call.add(delta)

    def build(self, reply_id: str) -> list[ToolCall] | None:
        """Build the calls; a call without an id gets one, because results are paired by id."""
        if not self._calls:
            return None
        return [
            ToolCall(
                id=call.id or name_tool_call(reply_id, number),
                function=FunctionCall(name=call.name, arguments="".join(call.arguments)),
            )
            for number, call in enumerate(self._calls)
        ]


class ChatAccumulator:
    """Collects the deltas of one choice of a chat."""

    __slots__ = (
        "_calls",
        "_content",
        "_finish_reason",
        "_logprobs",
        "_reasoning",
        "_reasoning_content",
        "_role",
        "_stop_reason",
        "_token_ids",
        "_weight_versions",
    )

    def __init__(self) -> None:
        """Start an empty choice."""
        self._role: str | None = None
        self._content: list[str] = []
        self._reasoning: list[str] = []
        self._reasoning_content: list[str] = []
        self._calls = ToolCallsAccumulator()
        self._logprobs: list[list[TokenLogprob]] = []
        self._token_ids: list[list[int]] = []
        self._finish_reason: str | None = None
        self._stop_reason: int | str | None = None
        self._weight_versions: list[WeightVersionSpan] | None = None

    @property
    def finished(self) -> bool:
        """True if the finish reason has arrived."""
        return self._finish_reason is not None

    def add(self, delta: ChatChoiceDelta) -> None:
        """Add the next delta.

        Raises:
            EndedInError: The finish reason says that an error ended the answer.
        """
        message = delta.wire_delta
        if message.content:
            self._content.append(message.content)
        if message.reasoning:
            self._reasoning.append(message.reasoning)
        if message.reasoning_content:
            self._reasoning_content.append(message.reasoning_content)
        if message.tool_calls:
            for call in message.tool_calls:
                self._calls.add(call)
        if message.role is not None:
            self._role = message.role
        if delta.wire_logprobs is not None:
            self._logprobs.append(delta.wire_logprobs.content or [])
        if delta.token_ids is not None:
            self._token_ids.append(delta.token_ids)
        if delta.finish_reason is not None:
            self._finish_reason = delta.finish_reason
            self._stop_reason = delta.stop_reason
            self._weight_versions = delta.weight_versions
            _check_end(delta.finish_reason)

    def build(self, index: int, reply_id: str) -> ChatChoice:
        """Build the choice from the deltas so far."""
        text = "".join(self._content)
        reasoning = "".join(self._reasoning) or None
        reasoning_content = "".join(self._reasoning_content) or None
        calls = self._calls.build(reply_id)
        # Every stream starts with an empty text. A message that is only reasoning or tool calls
        # has no text, not an empty one.
        silent = not text and (reasoning or reasoning_content or calls)
        return ChatChoice(
            index,
            ReplyMessage(
                content=None if silent else text,
                reasoning=reasoning,
                reasoning_content=reasoning_content,
                tool_calls=calls,
                role=self._role or "assistant",
            ),
            wire_logprobs=(
                ChatLogprobs(list(chain.from_iterable(self._logprobs))) if self._logprobs else None
            ),
            finish_reason=self._finish_reason,
            stop_reason=self._stop_reason,
            token_ids=_join(self._token_ids),
            weight_versions=self._weight_versions,
        )


class CompletionAccumulator:
    """Collects the deltas of one choice of a completion."""

    __slots__ = (
        "_finish_reason",
        "_logprobs",
        "_prompt_token_ids",
        "_stop_reason",
        "_text",
        "_token_ids",
        "_weight_versions",
    )

    def __init__(self) -> None:
        """Start an empty choice."""
        self._text: list[str] = []
        self._logprobs: list[CompletionLogprobs] = []
        self._token_ids: list[list[int]] = []
        self._prompt_token_ids: list[int] | None = None
        self._finish_reason: str | None = None
        self._stop_reason: int | str | None = None
        self._weight_versions: list[WeightVersionSpan] | None = None

    @property
    def finished(self) -> bool:
        """True if the finish reason has arrived."""
        return self._finish_reason is not None

    def add(self, delta: CompletionChoiceDelta) -> None:
        """Add the next delta.

        Raises:
            EndedInError: The finish reason says that an error ended the answer.
        """
        self._text.append(delta.text)
        if delta.wire_logprobs is not None:
            self._logprobs.append(delta.wire_logprobs)
        if delta.token_ids is not None:
            self._token_ids.append(delta.token_ids)
        if delta.prompt_token_ids is not None:
            self._prompt_token_ids = delta.prompt_token_ids
        if delta.finish_reason is not None:
            self._finish_reason = delta.finish_reason
            self._stop_reason = delta.stop_reason
            self._weight_versions = delta.weight_versions
            _check_end(delta.finish_reason)

    def build(self, index: int) -> CompletionChoice:
        """Build the choice from the deltas so far."""
        parts = self._logprobs
        logprobs = CompletionLogprobs(
            tokens=_join([each.tokens for each in parts]) or [],
            token_logprobs=_align(parts, lambda part: part.token_logprobs),
            top_logprobs=_align(parts, lambda part: part.top_logprobs),
            text_offset=_join([each.text_offset for each in parts]) or [],
        )
        return CompletionChoice(
            index,
            "".join(self._text),
            wire_logprobs=logprobs if parts else None,
            finish_reason=self._finish_reason,
            stop_reason=self._stop_reason,
            token_ids=_join(self._token_ids),
            weight_versions=self._weight_versions,
            # With echo, vLLM streams the prompt's ids even if no ids were asked for.
            prompt_token_ids=self._prompt_token_ids if self._token_ids else None,
        )


def _check_end(finish_reason: str) -> None:
    if finish_reason == ENDED_IN_ERROR:
        raise EndedInError


def _join(parts: list[list[T]]) -> list[T] | None:
    return list(chain.from_iterable(parts)) if parts else None


def _align(
    parts: list[CompletionLogprobs], get: Callable[[CompletionLogprobs], list[T | None]]
) -> list[T | None]:
    """Join one list of each part, with None for the tokens of a part that it lacks."""
    if not any(map(get, parts)):
        return []
    joined: list[T | None] = []
    for part in parts:
        count = len(part.tokens)
        joined += (get(part) + [None] * count)[:count]
    return joined
