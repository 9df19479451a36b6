"""`Message`, one turn of a conversation, and the functions that make one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import attrs

from vllm_sdk._messages.parts import PART_CLASSES, Part, TextPart
from vllm_sdk._messages.texts import check_string, get_type_name
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import Role, ToolCall

ROLES: tuple[Role, ...] = ("system", "developer", "user", "assistant", "tool")
"""The roles that vLLM gives a meaning."""

Content: TypeAlias = str | tuple[Part, ...] | None
"""What a turn says: text, parts in their order, or nothing."""


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


@attrs.frozen
class Message:
    """One turn; `system`, `user`, `assistant` and `tool_result` make the usual ones.

    It is checked when it is made, and it never changes: any number of conversations may share it.

    Attributes:
        role: who speaks: `system`, `developer`, `user`, `assistant` or `tool`.
        content: the text; or a tuple of parts; or None for a turn that is only tool calls. What is
            given as a list of text and parts becomes a tuple.
        reasoning: an assistant's reasoning, which some templates want back.
        tool_calls: the calls that an assistant's turn asks for.
        tool_call_id: which call a `tool` turn answers.
        name: the speaker's name, for templates that use one.

    Raises:
        RequestInvalid: a role that vLLM gives no meaning, a turn that says nothing, a field that
            vLLM would ignore in this role, or text with a lone surrogate.
        TypeError: a field of the wrong type.
    """

    role: Role
    content: Content = attrs.field(default=None, converter=_as_content)
    reasoning: str | None = None
    tool_calls: tuple[ToolCall, ...] = attrs.field(default=(), converter=_as_calls)
    tool_call_id: str | None = None
    name: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what vLLM would refuse, swallow or misread."""
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
        """The message as vLLM's `messages` field takes it."""
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
    """Instructions that the whole conversation obeys.

    Args:
        content: the instructions. Empty text is sent too: it keeps templates from putting their
            own default in place.

    Returns:
        A message of the role `system`.

    Raises:
        RequestInvalid: the text holds a lone surrogate.
        TypeError: the content is not a string.
    """
    _check_only_text(content, "system(…)")
    return Message("system", content)


def user(*content: str | Part, name: str | None = None) -> Message:
    """A turn of the user: `user("Hello")`, `user("What is this?", image("cat.png"))`.

    Args:
        *content: text and parts, in the order in which the model is to see them.
        name: the user's name, for templates that use one.

    Returns:
        A message of the role `user`.

    Raises:
        RequestInvalid: nothing is said, or the text holds a lone surrogate.
        TypeError: something that is neither text nor a part.
    """
    return Message("user", _join(content), name=name)


def assistant(
    content: str | None = None,
    *,
    reasoning: str | None = None,
    tool_calls: Iterable[ToolCall] = (),
    name: str | None = None,
) -> Message:
    """An earlier turn of the model; `Reply.message` gives one ready to append.

    Args:
        content: what the model said, or None for a turn that is only tool calls. As the last turn,
            with `continue_final_message` and without `add_generation_prompt`, it is the beginning
            of the answer.
        reasoning: what the model thought before, which some templates want back.
        tool_calls: the calls that the turn asks for.
        name: the speaker's name, for templates that use one.

    Returns:
        A message of the role `assistant`.

    Raises:
        RequestInvalid: nothing is said at all, or text holds a lone surrogate.
        TypeError: an argument of the wrong type.
    """
    if content is not None:
        _check_only_text(content, "assistant(…)")
    message = Message("assistant", content, reasoning, tool_calls, name=name)
    if content is None and reasoning is None and not message.tool_calls:
        raise RequestInvalid("assistant() says nothing: pass content, reasoning or tool_calls.")
    return message


def tool_result(tool_call_id: str, *content: str | Part, name: str | None = None) -> Message:
    """What a tool answered to a call: `tool_result(call.id, "18 degrees")`.

    Args:
        tool_call_id: the `id` of the call that it answers.
        *content: text and parts; the text may be empty.
        name: the tool's name, for templates that use it.

    Returns:
        A message of the role `tool`.

    Raises:
        RequestInvalid: the id is empty, nothing is answered, or text holds a lone surrogate.
        TypeError: an argument of the wrong type.
    """
    if isinstance(tool_call_id, ToolCall):
        raise TypeError("tool_call_id is the id of the call: pass call.id")
    return Message("tool", _join(content), tool_call_id=tool_call_id, name=name)


def convert_tool_call(call: ToolCall) -> dict[str, Any]:
    """A tool call as vLLM takes it within an assistant's turn."""
    function = {"name": call.name, "arguments": call.arguments}
    return {"id": call.id, "type": call.type, "function": function}


def check_turn(
    role: Any, content: Any, *, reasoning: Any, tool_calls: Any, tool_call_id: Any
) -> None:
    """Refuse a turn that vLLM would refuse, swallow or misread.

    Args:
        role: who speaks.
        content: text, or parts (each a `Part` or as vLLM takes it), or None.
        reasoning: for an assistant alone.
        tool_calls: for an assistant alone.
        tool_call_id: for a tool alone.

    Raises:
        RequestInvalid: a role without meaning, nothing said, or a field of another role.
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
"""Parts that say nothing."""


def _check_says_something(role: Role, content: Any) -> None:
    if content is None or (not content and not isinstance(content, str)):
        raise RequestInvalid(f"The {role} message has no content.")
    # Empty system messages and tool results have their uses.
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
    """A single text stays text, which every template takes; anything else becomes parts."""
    return content[0] if len(content) == 1 and isinstance(content[0], str) else content


def _check_only_text(content: object, function: str) -> None:
    if not isinstance(content, str):
        raise TypeError(f"{function} takes text, not {get_type_name(content)}")
