"""The turns of a conversation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import Role, ToolCall

ROLES: tuple[Role, ...] = ("system", "developer", "user", "assistant", "tool")


@attrs.frozen
class Message:
    """One turn.

    Attributes:
        role: who speaks: `system`, `developer`, `user`, `assistant` or `tool`.
        content: the text, or None for a turn that is only tool calls.
        reasoning: an assistant's reasoning, which some templates want back.
        tool_calls: the calls that an assistant's turn asks for.
        tool_call_id: which call a `tool` turn answers.
        name: the speaker's name, for templates that use one.
    """

    role: Role
    content: str | None = None
    reasoning: str | None = None
    tool_calls: tuple[ToolCall, ...] = ()
    tool_call_id: str | None = None
    name: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The message as vLLM's `messages` field takes it."""
        wire: dict[str, Any] = {"role": self.role, "content": self.content}
        if self.reasoning is not None:
            wire["reasoning"] = self.reasoning
        if self.tool_calls:
            wire["tool_calls"] = [
                {
                    "id": call.id,
                    "type": call.type,
                    "function": {"name": call.name, "arguments": call.arguments},
                }
                for call in self.tool_calls
            ]
        if self.tool_call_id is not None:
            wire["tool_call_id"] = self.tool_call_id
        if self.name is not None:
            wire["name"] = self.name
        return wire


MessageLike: TypeAlias = Message | Mapping[str, Any]
"""A `Message`, or a plain dict in vLLM's own form."""


def system(content: str) -> Message:
    """Instructions that the whole conversation obeys."""
    return Message(role="system", content=content)


def user(content: str) -> Message:
    """A turn of the user."""
    return Message(role="user", content=content)


def assistant(
    content: str | None = None,
    *,
    reasoning: str | None = None,
    tool_calls: Iterable[ToolCall] = (),
) -> Message:
    """An earlier turn of the model; `Reply.message` gives one ready to append."""
    return Message(
        role="assistant", content=content, reasoning=reasoning, tool_calls=tuple(tool_calls)
    )


def tool_result(tool_call_id: str, content: str) -> Message:
    """What a tool answered to the call of that id."""
    return Message(role="tool", content=content, tool_call_id=tool_call_id)


def conversation(messages: Iterable[MessageLike]) -> list[dict[str, Any]]:
    """Turn messages into vLLM's `messages` field, refusing what it would swallow silently.

    Raises:
        RequestInvalid: no message at all, or a role that vLLM gives no meaning.
        TypeError: something that is neither a `Message` nor a dict.
    """
    if isinstance(messages, (str, Mapping, Message)):
        raise TypeError(
            f"messages is a list of turns, not one {type(messages).__name__}: "
            "write chat([user('…')]), or generate('…') for a single prompt"
        )
    wire = [_to_wire(index, message) for index, message in enumerate(messages)]
    if not wire:
        raise RequestInvalid("The conversation is empty: pass at least one message, user('…').")
    return wire


def _to_wire(index: int, message: MessageLike) -> dict[str, Any]:
    if isinstance(message, Message):
        fields = message.to_dict()
    elif isinstance(message, Mapping):
        fields = dict(message)
    else:
        raise TypeError(
            f"messages[{index}] is a {type(message).__name__}; "
            "a message is user('…'), system('…'), assistant('…'), tool_result(…) or a dict"
        )
    if fields.get("role") not in ROLES:
        raise RequestInvalid(
            f"messages[{index}] has the role {fields.get('role')!r}, which vLLM would accept and "
            f"most templates silently drop. Use one of {', '.join(ROLES)}."
        )
    return fields
