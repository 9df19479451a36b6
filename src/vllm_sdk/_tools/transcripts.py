"""Conversion of conversations for a server, or a template, that does not know tools."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from vllm_sdk._messages import MessageLike, convert_messages
from vllm_sdk._tools.prompt import ToolPrompt
from vllm_sdk._tools.results import ToolMessage, build_media_message
from vllm_sdk._tools.step_prompt import StepPrompt
from vllm_sdk.errors import RequestInvalid

WireMessage = dict[str, Any]
"""A message in vLLM's own form."""

Words = ToolPrompt | StepPrompt
"""The words of a protocol of descriptive mode."""


def flatten_transcript(
    messages: Iterable[MessageLike], prompt: Words, instructions: str, role: str = "system"
) -> list[WireMessage]:
    """Convert a conversation to plain turns, and add the instructions.

    Native calls and results become turns in the form of descriptive mode. Other turns are not
    changed.

    Args:
        messages: The conversation.
        prompt: The wording of descriptive mode.
        instructions: The text of `prompt.describe`; empty for none.
        role: The role of the turn that gets the instructions, `system` or `user`.

    Raises:
        RequestInvalid: The conversation is empty, or vLLM would refuse, ignore or misread a
            message.
        TypeError: An item is not a message.
    """
    turns = flatten_turns(convert_messages(messages), prompt)
    return add_instructions(turns, instructions, role) if instructions else turns


def flatten_turns(turns: list[WireMessage], prompt: Words) -> list[WireMessage]:
    """Convert a conversation in vLLM's own form to plain turns, without instructions."""
    return list(_flatten_turns(turns, prompt))


def render_text(messages: Iterable[WireMessage]) -> str:
    """Write plain turns as one prompt for `/v1/completions`; it ends before the model's turn."""
    named = {"system": "", "developer": ""}
    lines = [
        f"{named.get(turn['role'], turn['role'].capitalize() + ': ')}{_get_text(turn['content'])}"
        for turn in messages
    ]
    return "\n\n".join([*lines, "Assistant:"])


def _flatten_turns(turns: list[WireMessage], prompt: Words) -> Iterator[WireMessage]:
    names: dict[Any, str] = {}
    results: list[tuple[str, ToolMessage, bool]] = []
    for turn in turns:
        if turn["role"] == "tool":
            # If no earlier call has the id, the id itself names the result.
            call_id: str = turn["tool_call_id"]
            name = names.get(call_id, call_id)
            results.append((name, _read_result(turn["content"]), False))
            continue
        if results:
            told = _write_results(results, prompt)
            results = []
            if turn["role"] == "user":  # some templates refuse two turns of the user in a row
                yield {**turn, "content": _join(told, turn["content"])}
                continue
            yield {"role": "user", "content": told}
        if calls := turn.get("tool_calls"):
            names |= {call["id"]: call["function"]["name"] for call in calls}
            yield _flatten_calls(turn, prompt)
        else:
            yield turn
    if results:
        yield {"role": "user", "content": _write_results(results, prompt)}


def _read_result(content: Any) -> ToolMessage:
    """Read the content of a native tool result: text, or parts in vLLM's own form."""
    parts = cast("list[dict[str, Any]]", _as_parts(content))
    texts = [text if isinstance(text := part.get("text"), str) else part for part in parts]
    return build_media_message(texts, sys.maxsize)


def _write_results(results: list[tuple[str, ToolMessage, bool]], prompt: Words) -> Any:
    """Write the content of the user's turn that tells results: text, or text and media."""
    text = prompt.write_results(results)
    media = [
        {"type": "text", "text": each} if isinstance(each, str) else each
        for each in prompt.list_media(results)
    ]
    return [{"type": "text", "text": text}, *media] if media else text


def _flatten_calls(turn: WireMessage, prompt: Words) -> WireMessage:
    functions = [call["function"] for call in turn["tool_calls"]]
    written = prompt.write_calls([(each["name"], each["arguments"] or "{}") for each in functions])
    said = _get_text(turn["content"])
    kept = {key: value for key, value in turn.items() if key != "tool_calls"}
    return {**kept, "content": f"{said}\n{written}" if said else written}


def add_instructions(
    turns: list[WireMessage], instructions: str, role: str, examples: Sequence[WireMessage] = ()
) -> list[WireMessage]:
    """Add instructions after the system message, or before the first text of the user.

    Args:
        turns: The conversation.
        instructions: The text to add.
        role: The role of the turn that gets it, `system` or `user`.
        examples: Turns to put between the system message and the conversation.
    """
    begins = turns[0]["role"] in {"system", "developer"}
    turns = [*turns[:begins], *examples, *turns[begins:]]
    if role == "system":
        first = turns[0]
        if begins:
            return [{**first, "content": _join(first["content"], instructions)}, *turns[1:]]
        return [{"role": role, "content": instructions}, *turns]
    for place, turn in enumerate(turns):
        if turn["role"] == "user":
            content = _join(instructions, turn["content"])
            return [*turns[:place], {**turn, "content": content}, *turns[place + 1 :]]
    return [{"role": role, "content": instructions}, *turns]


def _join(before: Any, after: Any) -> Any:
    """Join two contents, each text or parts."""
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
                f"a part of type {part.get('type')!r} can't be told as text: "
                "endpoint='completions' takes text alone."
            )
    return "\n".join(part["text"] for part in parts)
