"""What is added to a conversation: instructions, and output that does not decode."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from vllm_sdk._operations.generation.outputs import Placement
from vllm_sdk.errors import BadRequest, OutputInvalid, RequestInvalid

WireMessage: TypeAlias = dict[str, Any]
"""A message in vLLM's own form."""

_SYSTEM_ROLES = ("system", "developer")
_SYSTEM_REJECTED = re.compile(
    r"(?i)system (role|messages?|prompts?)\b[^.]{0,40}\bnot\b[^.]{0,20}\b(supported|allowed)"
    r"|roles must alternate|only user and assistant roles"
)
"""The errors of templates that take no system message: Gemma's, Mistral's, and similar ones."""


def with_instruction(
    instruction: str, messages: list[WireMessage], placement: Placement
) -> list[WireMessage]:
    """Put an instruction into the system message, or after the user's last message.

    Raises:
        RequestInvalid: The conversation lacks a user message to put it into.
    """
    if placement == "system":
        if messages[0]["role"] in _SYSTEM_ROLES:
            return [_append_text(messages[0], instruction), *messages[1:]]
        return [{"role": "system", "content": instruction}, *messages]
    for index in range(len(messages) - 1, -1, -1):
        if messages[index]["role"] == "user":
            message = _append_text(messages[index], instruction)
            return [*messages[:index], message, *messages[index + 1 :]]
    raise RequestInvalid("schema_placement='user' needs a user message to put the schema into.")


def rejects_system_message(error: BadRequest, messages: list[WireMessage]) -> bool:
    """Tell whether a template rejected a system message that holds only the SDK's instruction."""
    only_ours = messages[0]["role"] not in _SYSTEM_ROLES
    return only_ours and bool(_SYSTEM_REJECTED.search(error.message.removeprefix(error.url)))


def repair_instruction(error: OutputInvalid) -> str:
    """Write what the model reads about output that does not decode."""
    # the message may show half an emoji, which the model wrote as an escape and JSON can't carry
    message = error.message.encode(errors="replace").decode()
    return (
        f"That answer can't be used. {message}\n"
        "Answer again: the whole, corrected, and nothing else."
    )


def with_repair_turns(messages: list[WireMessage], error: OutputInvalid) -> list[WireMessage]:
    """Append the output that does not decode, and the request to repair it."""
    if not error.text.strip():  # templates reject an empty turn, and two user turns in a row
        return with_instruction(repair_instruction(error), messages, "user")
    return [
        *messages,
        {"role": "assistant", "content": error.text},
        {"role": "user", "content": repair_instruction(error)},
    ]


def _append_text(message: WireMessage, text: str) -> WireMessage:
    content = message["content"]
    if isinstance(content, str):
        return {**message, "content": f"{content}\n\n{text}"}
    return {**message, "content": [*content, {"type": "text", "text": text}]}
