"""Turns that repeat earlier turns, so that a loop that makes no progress ends early."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Sequence
from typing import Any, TypeAlias

import attrs

from vllm_sdk._messages import Message
from vllm_sdk._messages.parts import TextPart
from vllm_sdk._operations.replies import Reply
from vllm_sdk._operations.tool_loop.events import CallRecord
from vllm_sdk._tools.results import ToolMessage
from vllm_sdk.errors import ToolLoopExhausted

MAX_REPEATS = 2
"""The default limit on the turns in a row that repeat earlier turns."""

LONGEST_CYCLE = 4
"""Limit on the turns of a cycle that is recognised when it comes again."""

SAME_CALLS = (
    "Note: you have already made these calls with the same arguments, and their results are the "
    "same. If they cannot change, do not call again: answer with what you have, or take another "
    "step."
)
"""The text that the model reads when its calls bring nothing new."""

SAME_REPLY = "Note: this is the same reply as before. It cannot be used either: write another one."
"""The text that the model reads when it writes the same unusable reply again."""

_TurnMeaning: TypeAlias = str | dict[tuple[str, str, str], tuple[Any, ...]]
"""The text of an unusable turn; or names, arguments and results of calls, with their media."""


class RepeatGuard:
    """Ends a loop whose turns repeat earlier turns.

    A turn repeats an earlier one if it makes the same calls, in any order, with equal arguments,
    and the model reads the same results. A changed result is progress. A cycle of up to four turns
    that comes again is a repeat, too, and so is an unusable reply with the same text.
    """

    def __init__(self, limit: int) -> None:
        """Start before the first turn.

        Args:
            limit: The number of repeats in a row that ends the loop.
        """
        self._limit = limit
        self._turns: deque[_TurnMeaning] = deque(maxlen=2 * LONGEST_CYCLE)
        self._repeats = 0
        self._names = ""

    def add_calls(
        self, results: Sequence[tuple[CallRecord, ToolMessage]], messages: list[Message]
    ) -> None:
        """Count a turn of calls, and tell the model of the first repeat in the last message.

        Args:
            results: The calls of the turn, which have ended, and what the model reads of each.
            messages: The turn and its results, for the history.
        """
        self._names = ", ".join(dict.fromkeys(record.name for record, _ in results))
        self._add(
            {
                (record.name, normalize_arguments(record.arguments_json), told.text): told.parts
                for record, told in results
            }
        )
        if self._repeats == 1:
            messages[-1] = append_text(messages[-1], SAME_CALLS)

    def add_unusable(self, text: str, messages: list[Message]) -> None:
        """Count a turn of the wrong form, and tell the model of the first repeat.

        Args:
            text: The text of the turn.
            messages: The turn and the request to correct it, for the history.
        """
        self._add(text)
        if self._repeats == 1:
            messages[-1] = append_text(messages[-1], SAME_REPLY)

    @property
    def is_last_chance(self) -> bool:
        """True if the last turn was a repeat, and one more ends the loop."""
        return 0 < self._repeats == self._limit - 1

    def check(self, reply: Reply[str], problem: str = "") -> None:
        """Refuse a turn that is one repeat too many.

        Args:
            reply: The turn, which was added.
            problem: What is wrong with it, if it does not have its form.

        Raises:
            ToolLoopExhausted: The limit is reached.
        """
        if self._repeats < self._limit:
            return
        if problem:
            message = f"it wrote the same reply again, which cannot be used. {problem}"
        else:
            message = (
                f"it called {self._names} again, with the same arguments and the same results as "
                "before. Change the prompt, or what the tool returns. If such calls are right, "
                "because the tool waits for something or changes something, allow more of them "
                "with max_repeats=…, or go on from this error's transcript."
            )
        raise ToolLoopExhausted(
            f"The model repeats itself: {message}", text=reply.text, reply=reply
        ) from None

    def _add(self, meaning: _TurnMeaning) -> None:
        self._turns.append(meaning)
        turns = [*self._turns]
        lengths = range(1, len(turns) // 2 + 1)
        repeated = any(turns[-size:] == turns[-2 * size : -size] for size in lengths)
        self._repeats = self._repeats + 1 if repeated else 0


def normalize_arguments(text: str) -> str:
    """Return the arguments of a call in a form that is the same for equal arguments.

    White space, the order of names and the way to write a number do not count. Text that is not
    JSON is returned without the white space around it.
    """
    text = text.strip()
    try:
        value = json.loads(text or "{}", parse_float=_read_float)
        return json.dumps({} if value is None else value, sort_keys=True)
    except (ValueError, RecursionError):
        return text


def append_text(message: Message, text: str) -> Message:
    """Return a message with a text at its end."""
    content = message.content
    if isinstance(content, tuple):
        return attrs.evolve(message, content=(*content, TextPart(text)))
    return attrs.evolve(message, content=f"{content}\n\n{text}")


def _read_float(text: str) -> float | int:
    number = float(text)
    return int(number) if number.is_integer() else number
