"""The calls of a turn: read before they run, and told of after they ran."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

import attrs

from vllm_sdk._operations.tool_loop.steps import CallRecord, Outcome, PendingCall, Status
from vllm_sdk._tools import Tool
from vllm_sdk._tools.results import (
    ToolMessage,
    UnwritableResult,
    write_error,
    write_problem,
    write_result,
)
from vllm_sdk.errors import OutputInvalid
from vllm_sdk.types import ToolCall


class CallReader:
    """Reads calls by the tools that there are; gives each an id of its own."""

    def __init__(
        self, tools: Mapping[str, Tool[..., Any]], history: Iterable[dict[str, Any]], longest: int
    ) -> None:
        """Begin after a conversation, whose ids are taken.

        Args:
            tools: what may be called, by name.
            history: the conversation, in vLLM's own form.
            longest: so many characters of a result or an error are told.
        """
        self._tools = tools
        self._longest = longest
        self._taken = {call["id"] for message in history for call in message.get("tool_calls", ())}
        # Nine letters and digits: the only form that Mistral's templates take.
        self._free = (f"call{number:05d}" for number in count(1))

    def read(self, call: ToolCall, turn: int) -> tuple[CallRecord, PendingCall | ToolMessage]:
        """A call, ready to run; or what the model is told where it can't."""
        record = CallRecord(self._id_of(call), call.name, call.arguments, turn)
        tool = self._tools.get(call.name)
        if tool is None:
            known = ", ".join(self._tools)
            trouble = OutputInvalid(
                f"no tool is called {call.name}; there is {known}", text=call.arguments
            )
            return self._in_vain(record, "unknown", trouble)
        try:
            record = attrs.evolve(record, arguments=tool.arguments_of(call.arguments))
            given = tool.arguments_of(call.arguments)
        except OutputInvalid as error:
            return self._in_vain(record, "invalid", error)
        return record, PendingCall(record, tool, given)

    def ended(self, pending: PendingCall, outcome: Outcome) -> tuple[CallRecord, ToolMessage]:
        """A call that was run or refused, and what the model is told of it."""
        record = attrs.evolve(
            pending.call,
            status=outcome.status,
            result=outcome.result,
            exception=outcome.exception,
        )
        if outcome.status == "done":
            try:
                return record, write_result(outcome.result, self._longest)
            except UnwritableResult as error:
                record = attrs.evolve(record, status="failed", exception=error)
                return self._with_error(
                    record, write_problem(f"{record.name} has run, but {error}", self._longest)
                )
        if outcome.reason or outcome.exception is None:
            said = outcome.reason or f"{record.name} was {outcome.status}"
            return self._with_error(record, write_problem(said, self._longest))
        return self._with_error(record, write_error(outcome.exception, self._longest))

    def _in_vain(
        self, record: CallRecord, status: Status, error: OutputInvalid
    ) -> tuple[CallRecord, ToolMessage]:
        return self._with_error(
            attrs.evolve(record, status=status, exception=error),
            write_problem(error.message, self._longest),
        )

    def _with_error(self, record: CallRecord, told: ToolMessage) -> tuple[CallRecord, ToolMessage]:
        return attrs.evolve(record, error=told.text), told

    def _id_of(self, call: ToolCall) -> str:
        """The call's own id, unless it has none or another call has it."""
        mine = call.id
        if not mine or mine in self._taken:
            mine = next(free for free in self._free if free not in self._taken)
        self._taken.add(mine)
        return mine


def outcome_of(outcomes: Iterator[Outcome]) -> Outcome:
    """The next outcome that the driver sent.

    Raises:
        RuntimeError: it sent fewer than there were calls.
    """
    found = next(outcomes, None)
    if found is None:
        raise RuntimeError("RunTools is answered with one Outcome for each call")
    return found
