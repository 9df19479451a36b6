"""Check of plain dicts in vLLM's own form against the fields that vLLM reads.

vLLM takes almost any dict with a role and drops fields that it does not know, such as a misspelt
`content`. So the fields of a message are a closed set here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from vllm_sdk._messages.part_dicts import as_items, as_mapping, convert_content
from vllm_sdk._messages.texts import get_type_name
from vllm_sdk._messages.turns import check_turn, convert_tool_call
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import ToolCall

PLAIN_ROLES = ("system", "developer", "user", "assistant")
"""The roles whose messages may consist of text alone."""

READ = frozenset({"role", "content", "name", "task"})
READ_ONLY_OF = {
    "reasoning": "assistant",
    "tool_calls": "assistant",
    "tool_call_id": "tool",
    "tools": "developer",
}
"""The fields that vLLM reads in every message, and those that it reads in one role alone."""

UNREAD = {
    "refusal": "put its text into content",
    "annotations": "leave it out",
    "audio": "pass audio(…) in the content of a user message",
    "function_call": "use tool_calls",
}
"""Fields of OpenAI's replies that vLLM accepts and does not read, each with the alternative."""


def convert_message(index: int, message: Mapping[str, Any]) -> dict[str, Any]:
    """Check a plain dict and convert it to the form that vLLM reads.

    Args:
        index: The position of the message, for errors.
        message: The dict, which is not changed.

    Returns:
        A new dict, without fields that are None or empty.

    Raises:
        RequestInvalid: vLLM would refuse, ignore or misread something; the error names the message.
    """
    content = message.get("content")
    if (
        type(content) is str
        and content
        and content.isascii()
        and len(message) == 2  # noqa: PLR2004 - the content and the role
        and message.get("role") in PLAIN_ROLES
    ):
        return dict(message)  # the usual case
    try:
        wire = _check_message(message)
        msgspec.json.encode(wire)  # fails if JSON cannot carry some inner value
    except RequestInvalid as error:
        raise RequestInvalid(f"messages[{index}]: {error.message}") from None
    except UnicodeEncodeError as error:
        raise RequestInvalid(
            f"messages[{index}] holds a lone surrogate (at position {error.start} of one of its "
            "texts), which UTF-8 cannot carry."
        ) from None
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise RequestInvalid(f"messages[{index}] is nothing that JSON can carry: {error}") from None
    return wire


def _check_message(message: Mapping[str, Any]) -> dict[str, Any]:
    # vLLM refuses some fields that are None, and OpenAI's replies have many of them.
    wire = {name: value for name, value in message.items() if value}
    former = wire.pop("reasoning_content", None)
    if former:
        wire.setdefault("reasoning", former)  # as vLLM renames it
    wire["content"] = convert_content(message.get("content"))
    check_turn(
        wire.get("role"),
        wire["content"],
        reasoning=wire.get("reasoning"),
        tool_calls=wire.get("tool_calls"),
        tool_call_id=wire.get("tool_call_id"),
    )
    for name, value in wire.items():
        _check_field(name, value, wire["role"])
    if "tool_calls" in wire:
        wire["tool_calls"] = _convert_calls(wire["tool_calls"])
    elif "content" not in message and "reasoning" not in wire:
        raise RequestInvalid("The message has no content.")
    return wire


def _check_field(name: str, value: Any, role: str) -> None:
    if name not in READ and READ_ONLY_OF.get(name) != role:
        raise RequestInvalid(f"vLLM reads no {name!r} in a {role} message. {_advise(name)}")
    if name in {"name", "task", "reasoning", "tool_call_id"} and not isinstance(value, str):
        raise RequestInvalid(f"{name} is a string, not {get_type_name(value)}.")


def _advise(name: str) -> str:
    if name in UNREAD:
        return f"Instead, {UNREAD[name]}."
    if name in READ_ONLY_OF:
        return f"It belongs to the role {READ_ONLY_OF[name]!r}."
    from difflib import get_close_matches  # only mistakes need it

    known = [*READ, *READ_ONLY_OF]
    near = get_close_matches(str(name), known, 1)
    return f"Did you mean {near[0]!r}?" if near else f"It knows {', '.join(sorted(known))}."


def _convert_calls(calls: Any) -> list[dict[str, Any]]:
    items = as_items(calls)
    if items is None:
        raise RequestInvalid(f"tool_calls is a list of calls, not {get_type_name(calls)}.")
    return [_convert_call(index, call) for index, call in enumerate(items)]


def _convert_call(index: int, call: Any) -> dict[str, Any]:
    if isinstance(call, ToolCall):
        return convert_tool_call(call)
    fields = as_mapping(call) or {}
    function = as_mapping(fields.get("function")) or {}
    texts = (fields.get("id"), function.get("name"), function.get("arguments"))
    if fields.get("type") != "function" or not all(isinstance(text, str) for text in texts):
        raise RequestInvalid(
            f"tool_calls[{index}] is no call that vLLM takes: {{'id': …, 'type': 'function', "
            "'function': {'name': …, 'arguments': …}}, all of them text, "
            "the arguments as JSON (json.dumps)."
        )
    return {**fields, "function": dict(function)}
