"""The calls of a turn: read before they run, and recorded with their outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Any

import attrs

from vllm_sdk._operations.generation.circles import explain_circles
from vllm_sdk._operations.generation.explanations import explain_padding
from vllm_sdk._operations.replies import Reply
from vllm_sdk._operations.tool_loop.error_classes import is_error_of
from vllm_sdk._operations.tool_loop.events import CallRecord, Status
from vllm_sdk._operations.tool_loop.steps import LoopConfig, Outcome, PendingCall
from vllm_sdk._tools import Tool
from vllm_sdk._tools.final import is_final
from vllm_sdk._tools.result_json import UnwritableResult
from vllm_sdk._tools.results import (
    ToolMessage,
    write_error,
    write_problem,
    write_result,
)
from vllm_sdk.errors import OutputInvalid, OutputTruncated
from vllm_sdk.types import ToolCall


class CallReader:
    """Reads the model's calls of the offered tools, and gives each an id of its own."""

    def __init__(self, config: LoopConfig, history: Iterable[dict[str, Any]]) -> None:
        """Start after a conversation, whose ids are taken.

        Args:
            config: The settings of the loop.
            history: The conversation, in vLLM's own form.
        """
        self._inject = config.inject
        self._hidden = config.hidden_errors
        self._max_chars = config.max_result_chars
        self._taken = {call["id"] for message in history for call in message.get("tool_calls", ())}
        # Nine letters and digits: the only form that Mistral's templates take.
        self._free = (f"call{number:05d}" for number in count(1))

    def read(
        self, call: ToolCall, turn: int, offered: Mapping[str, Tool[..., Any]]
    ) -> tuple[CallRecord, PendingCall | ToolMessage]:
        """Read a call of an offered tool: one that is ready to run, or the error for the model."""
        record = CallRecord(self._choose_id(call), call.name, call.arguments, turn)
        tool = offered.get(call.name)
        if tool is None:
            known = ", ".join(offered) or "none now"
            error = OutputInvalid(
                f"no tool is called {call.name}; there is {known}", text=call.arguments
            )
            return self._reject(record, "unknown", error)
        try:
            record = attrs.evolve(record, arguments=tool.arguments_of(call.arguments))
            arguments = tool.arguments_of(call.arguments)
        except OutputInvalid as error:
            return self._reject(record, "invalid", error)
        for name in tool.injected.keys() & self._inject.keys():
            arguments[name] = self._inject[name]
        return record, PendingCall(record, tool, arguments)

    def record_outcome(
        self, pending: PendingCall, outcome: Outcome
    ) -> tuple[CallRecord, ToolMessage]:
        """Record how a call ended, and write what the model reads of it."""
        result, final = outcome.result, pending.tool.final
        if is_final(result):
            result, final = result.value, True
        record = attrs.evolve(
            pending.call,
            status=outcome.status,
            result=result,
            exception=outcome.exception,
            final=final and outcome.status == "done",
        )
        if outcome.status == "done":
            try:
                return record, write_result(result, self._max_chars)
            except UnwritableResult as error:
                if record.final:
                    raise TypeError(f"{record.name} has a final result, but {error}") from error
                return self._add_error(
                    attrs.evolve(record, status="failed", exception=error),
                    self._write_unwritable(record, error),
                )
        if outcome.reason or outcome.exception is None:
            reason = outcome.reason or f"{record.name} was {outcome.status}"
            return self._add_error(record, write_problem(reason, self._max_chars))
        if is_error_of(outcome.exception, self._hidden):
            return self._add_error(record, write_problem(f"{record.name} failed", self._max_chars))
        return self._add_error(record, write_error(outcome.exception, self._max_chars))

    def _write_unwritable(self, record: CallRecord, error: UnwritableResult) -> ToolMessage:
        """Write what the model reads of a call whose result has no form in JSON."""
        why = str(error)
        if is_error_of(error.__cause__, self._hidden):
            why = "its result can't be read"
        return write_problem(f"{record.name} has run, but {why}", self._max_chars)

    def _reject(
        self, record: CallRecord, status: Status, error: OutputInvalid
    ) -> tuple[CallRecord, ToolMessage]:
        return self._add_error(
            attrs.evolve(record, status=status, exception=error),
            write_problem(error.message, self._max_chars),
        )

    def _add_error(self, record: CallRecord, told: ToolMessage) -> tuple[CallRecord, ToolMessage]:
        return attrs.evolve(record, error=told.text), told

    def _choose_id(self, call: ToolCall) -> str:
        """Return the call's own id, unless it has none or another call has the same."""
        chosen = call.id
        if not chosen or chosen in self._taken:
            chosen = next(free for free in self._free if free not in self._taken)
        self._taken.add(chosen)
        return chosen


def take_outcome(outcomes: Iterator[Outcome]) -> Outcome:
    """Take the next outcome that the client sent.

    Raises:
        RuntimeError: The client sent fewer outcomes than there were calls.
    """
    outcome = next(outcomes, None)
    if outcome is None:
        raise RuntimeError("RunTools is answered with one Outcome for each call")
    return outcome


def is_whole(found: PendingCall | ToolMessage) -> bool:
    """Tell whether a call of a truncated turn is complete: its arguments arrived and are JSON."""
    return (
        isinstance(found, PendingCall)
        and not found.tool.raw_arguments
        and bool(found.call.arguments_json.strip())
    )


def build_truncation_error(reply: Reply[str]) -> OutputTruncated:
    """Build the error for a truncated turn."""
    reason = explain_padding(reply.text) or explain_circles(reply.text)
    return OutputTruncated(
        f"The model's turn was cut off. {reason}"
        if reason
        else "The model's turn was cut off by the token budget, or by the server: give it more "
        "with max_tokens=….",
        text=reply.text,
        reply=reply,
    )
