"""`Message`, one turn of a conversation, and the functions that build one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import attrs

from vllm_sdk._exports import export
from vllm_sdk._messages.parts import PART_CLASSES, Part, TextPart
from vllm_sdk._messages.texts import check_string, get_type_name
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import Role, ToolCall

ROLES: tuple[Role, ...] = ("system", "developer", "user", "assistant", "tool")
"""The roles that have a meaning in vLLM."""

Content: TypeAlias = str | tuple[Part, ...] | None
"""The content of a turn: text, parts in their order, or None."""


def _as_content(content: str | Part | Sequence[str | Part] | None) -> Content:
    if content is None or isinstance(content, str):
        return content
    if isinstance(content, PART_CLASSES):
        return (content,)
    if isinstance(content, (list, tuple)):
        return tuple(_as_part(item) for item in content)
    raise TypeError(f"content is text, a part or a list of them, not {get_type_name(content)}")


def _as_part(item: object) -> Part:
    if isinstance(item, PART_CLASSES):
        return item
    if isinstance(item, str):
        return TextPart(item)
    raise TypeError(
        "content is text and parts, each an argument of its own, as in "
        f"user('What is this?', image('cat.png')); not {get_type_name(item)}"
    )


def _as_calls(calls: Iterable[ToolCall] | None) -> tuple[ToolCall, ...]:
    return tuple(calls) if calls else ()


@export
@attrs.frozen
class Message:
    """One turn of a conversation.

    `system`, `user`, `assistant` and `tool_result` build the usual ones. The constructor checks the
    turn. It never changes, so any number of conversations may share it.

    Attributes:
        role: The role of the speaker: `system`, `developer`, `user`, `assistant` or `tool`.
        content: The text, a tuple of parts, or None for a turn that has only tool calls. A list of
            texts and parts becomes a tuple.
        reasoning: The reasoning of an assistant's turn, which some templates read.
        tool_calls: The tool calls of an assistant's turn.
        tool_call_id: The id of the call that a `tool` turn answers.
        name: The speaker's name, for templates that use one.

    Raises:
        RequestInvalid: The role has no meaning in vLLM, the turn is empty, vLLM would ignore a
            field in this role, or a text contains a lone surrogate.
        TypeError: A field has a wrong type.
    """

    role: Role
    content: Content = attrs.field(default=None, converter=_as_content)
    reasoning: str | None = None
    tool_calls: tuple[ToolCall, ...] = attrs.field(default=(), converter=_as_calls)
    tool_call_id: str | None = None
    name: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a turn that vLLM would refuse, ignore or misread."""
        check_turn(
            self.role,
            self.content,
            reasoning=self.reasoning,
            tool_calls=self.tool_calls,
            tool_call_id=self.tool_call_id,
        )
        if isinstance(self.content, str):
            check_string(self.content, f"the content of the {self.role} message")
        if self.reasoning is not None:
            check_string(self.reasoning, "reasoning")
        if self.tool_call_id is not None:
            check_string(self.tool_call_id, "tool_call_id")
        if self.name is not None:
            check_string(self.name, "name")
        for call in self.tool_calls:
            _check_call(call)

    def to_dict(self) -> dict[str, Any]:
        """Return the message in the form of vLLM's field `messages`."""
        content = self.content
        wire: dict[str, Any] = {
            "role": self.role,
            "content": [part.to_dict() for part in content]
            if isinstance(content, tuple)
            else content,
        }
        if self.reasoning is not None:
            wire["reasoning"] = self.reasoning
        if self.tool_calls:
            wire["tool_calls"] = [convert_tool_call(call) for call in self.tool_calls]
        if self.tool_call_id is not None:
            wire["tool_call_id"] = self.tool_call_id
        if self.name is not None:
            wire["name"] = self.name
        return wire


def system(content: str) -> Message:
    """Build a system message: instructions for the whole conversation.

    Args:
        content: The instructions. Empty text is sent too: it keeps templates from adding their own
            default.

    Returns:
        A message of the role `system`.

    Raises:
        RequestInvalid: The text contains a lone surrogate.
        TypeError: The content is not a string.
    """
    _check_only_text(content, "system(…)")
    return Message("system", content)


def user(*content: str | Part, name: str | None = None) -> Message:
    """Build a turn of the user: `user("Hello")`, `user("What is this?", image("cat.png"))`.

    Args:
        *content: Texts and parts, in the order in which the model reads them.
        name: The user's name, for templates that use one.

    Returns:
        A message of the role `user`.

    Raises:
        RequestInvalid: The content is empty, or a text contains a lone surrogate.
        TypeError: An item is neither text nor a part.
    """
    return Message("user", _join(content), name=name)


def assistant(
    content: str | None = None,
    *,
    reasoning: str | None = None,
    tool_calls: Iterable[ToolCall] = (),
    name: str | None = None,
) -> Message:
    """Build an earlier turn of the model; `Reply.message` is one that is ready to append.

    Args:
        content: The text, or None for a turn that has only tool calls. As the last turn, with
            `continue_final_message` and without `add_generation_prompt`, it is the beginning of the
            answer.
        reasoning: The reasoning before the text, which some templates read.
        tool_calls: The tool calls of the turn.
        name: The speaker's name, for templates that use one.

    Returns:
        A message of the role `assistant`.

    Raises:
        RequestInvalid: Content, reasoning and tool calls are all missing, or a text contains a lone
            surrogate.
        TypeError: An argument has a wrong type.
    """
    if content is not None:
        _check_only_text(content, "assistant(…)")
    message = Message("assistant", content, reasoning, tool_calls, name=name)
    if content is None and reasoning is None and not message.tool_calls:
        raise RequestInvalid("assistant() says nothing: pass content, reasoning or tool_calls.")
    return message


def tool_result(tool_call_id: str, *content: str | Part, name: str | None = None) -> Message:
    """Build the result of a tool call: `tool_result(call.id, "18 degrees")`.

    Args:
        tool_call_id: The `id` of the call.
        *content: Texts and parts; a text may be empty.
        name: The tool's name, for templates that use it.

    Returns:
        A message of the role `tool`.

    Raises:
        RequestInvalid: The id is empty, the content is missing, or a text contains a lone
            surrogate.
        TypeError: An argument has a wrong type.
    """
    if isinstance(tool_call_id, ToolCall):
        raise TypeError("tool_call_id is the id of the call: pass call.id")
    return Message("tool", _join(content), tool_call_id=tool_call_id, name=name)


def convert_tool_call(call: ToolCall) -> dict[str, Any]:
    """Convert a tool call to vLLM's form in an assistant's turn."""
    function = {"name": call.name, "arguments": call.arguments}
    return {"id": call.id, "type": call.type, "function": function}


def check_turn(
    role: Any, content: Any, *, reasoning: Any, tool_calls: Any, tool_call_id: Any
) -> None:
    """Refuse a turn that vLLM would refuse, ignore or misread.

    Args:
        role: The role of the speaker.
        content: Text, parts (each a `Part` or in vLLM's own form), or None.
        reasoning: Allowed for an assistant alone.
        tool_calls: Allowed for an assistant alone.
        tool_call_id: Allowed for a tool alone.

    Raises:
        RequestInvalid: The role has no meaning, the turn is empty, or a field belongs to another
            role.
    """
    if role not in ROLES:
        raise RequestInvalid(
            f"The role {role!r} has no meaning: vLLM would accept it, and most templates silently "
            f"drop it. Use one of {', '.join(ROLES)}."
        )
    if role != "assistant":
        if reasoning:
            raise _build_ignored_error("reasoning", role, "assistant")
        if tool_calls:
            raise _build_ignored_error("tool_calls", role, "assistant")
        _check_says_something(role, content)
    if role == "tool" and not tool_call_id:
        raise RequestInvalid(
            "A tool message needs the tool_call_id of the call that it answers: vLLM would "
            "take it without, and the model could not tell which call is meant."
        )
    if role != "tool" and tool_call_id:
        raise _build_ignored_error("tool_call_id", role, "tool")


NOTHING = (TextPart(""), TextPart("").to_dict())
"""Parts without text."""


def _check_says_something(role: Role, content: Any) -> None:
    if content is None or (not content and not isinstance(content, str)):
        raise RequestInvalid(f"The {role} message has no content.")
    # Empty system messages and tool results are useful, so only those of the user are refused.
    if role == "user" and (
        not content or (not isinstance(content, str) and all(part in NOTHING for part in content))
    ):
        raise RequestInvalid("The user message is empty: there is nothing to answer.")


def _build_ignored_error(field: str, role: str, right: Role) -> RequestInvalid:
    return RequestInvalid(
        f"vLLM ignores {field} in a {role} message; it belongs to the role {right!r}."
    )


def _check_call(call: object) -> None:
    if not isinstance(call, ToolCall):
        raise TypeError(
            f"tool_calls holds vllm_sdk.types.ToolCall values, not {get_type_name(call)}"
        )
    check_string(call.id, "the id of a tool call")
    check_string(call.name, "the name of a tool call")
    check_string(call.arguments, "the arguments of a tool call (JSON text)")


def _join(content: tuple[str | Part, ...]) -> Any:
    """Return a single text as text, which every template takes, and anything else as parts."""
    return content[0] if len(content) == 1 and isinstance(content[0], str) else content


def _check_only_text(content: object, function: str) -> None:
    if not isinstance(content, str):
        raise TypeError(f"{function} takes text, not {get_type_name(content)}")
