"""Conversations for a server, or a template, that knows no tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from vllm_sdk._messages import MessageLike, convert_messages
from vllm_sdk._tools.prompt import ToolPrompt, write_calls
from vllm_sdk._tools.results import ToolMessage
from vllm_sdk.errors import RequestInvalid

WireMessage = dict[str, Any]
"""A message in vLLM's own form."""


def flatten_transcript(
    messages: Iterable[MessageLike], prompt: ToolPrompt, instructions: str, role: str = "system"
) -> list[WireMessage]:
    """A conversation in plain turns, under the instructions.

    Calls and results of an earlier, native conversation become turns as descriptive mode writes
    them; everything else stays.

    Args:
        messages: the conversation.
        prompt: the words of descriptive mode.
        instructions: what `prompt.describe` says; empty for none.
        role: which turn they go into, `system` or `user`.

    Raises:
        RequestInvalid: no message at all, or one that vLLM would refuse, swallow or misread.
        TypeError: something that is no message.
    """
    turns = list(_flatten_turns(convert_messages(messages), prompt))
    return add_instructions(turns, instructions, role) if instructions else turns


def render_text(messages: Iterable[WireMessage]) -> str:
    """Plain turns as one text for `/v1/completions`, which ends where the model goes on."""
    named = {"system": "", "developer": ""}
    lines = [
        f"{named.get(turn['role'], turn['role'].capitalize() + ': ')}{_get_text(turn['content'])}"
        for turn in messages
    ]
    return "\n\n".join([*lines, "Assistant:"])


def _flatten_turns(turns: list[WireMessage], prompt: ToolPrompt) -> Iterator[WireMessage]:
    names: dict[Any, str] = {}
    results: list[tuple[str, ToolMessage, bool]] = []
    for turn in turns:
        if turn["role"] == "tool":
            # With the id of no call before it, the result can only go by that id.
            call_id: str = turn["tool_call_id"]
            name = names.get(call_id, call_id)
            results.append((name, ToolMessage(_get_text(turn["content"])), False))
            continue
        if results:
            told = prompt.write_results(results)
            results = []
            if turn["role"] == "user":  # templates exist that refuse two turns of the user
                yield {**turn, "content": _join(told, turn["content"])}
                continue
            yield {"role": "user", "content": told}
        if calls := turn.get("tool_calls"):
            names |= {call["id"]: call["function"]["name"] for call in calls}
            yield _flatten_calls(turn)
        else:
            yield turn
    if results:
        yield {"role": "user", "content": prompt.write_results(results)}


def _flatten_calls(turn: WireMessage) -> WireMessage:
    functions = [call["function"] for call in turn["tool_calls"]]
    written = write_calls([(each["name"], each["arguments"] or "{}") for each in functions])
    said = _get_text(turn["content"])
    kept = {key: value for key, value in turn.items() if key != "tool_calls"}
    return {**kept, "content": f"{said}\n{written}" if said else written}


def add_instructions(turns: list[WireMessage], instructions: str, role: str) -> list[WireMessage]:
    """Plain turns with instructions after the system message, or before the user's first words."""
    if role == "system":
        first = turns[0]
        if first["role"] in {"system", "developer"}:
            return [{**first, "content": _join(first["content"], instructions)}, *turns[1:]]
        return [{"role": role, "content": instructions}, *turns]
    for place, turn in enumerate(turns):
        if turn["role"] == "user":
            content = _join(instructions, turn["content"])
            return [*turns[:place], {**turn, "content": content}, *turns[place + 1 :]]
    return [{"role": role, "content": instructions}, *turns]


def _join(before: Any, after: Any) -> Any:
    """Two contents, each text or parts, as one."""
    if isinstance(before, str) and isinstance(after, str):
        return f"{before}\n\n{after}" if before and after else before or after
    return [*_as_parts(before), *_as_parts(after)]


def _as_parts(content: Any) -> list[Any]:
    return [{"type": "text", "text": content}] if isinstance(content, str) else [*content]


def _get_text(content: Any) -> str:
    if content is None or isinstance(content, str):
        return content or ""
    parts = cast("list[dict[str, Any]]", content)
    for part in parts:
        if not isinstance(part.get("text"), str):
            raise RequestInvalid(
                f"a part of type {part.get('type')!r} can't be told as text: described tool "
                "results, and endpoint='completions', take text alone."
            )
    return "\n".join(part["text"] for part in parts)
