"""Conversations, and the `messages` field of a request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, overload

import attrs

from vllm_sdk._exports import export
from vllm_sdk._messages.dicts import convert_message
from vllm_sdk._messages.parts import Part
from vllm_sdk._messages.texts import get_type_name
from vllm_sdk._messages.turns import Message, tool_result, user
from vllm_sdk.errors import RequestInvalid

MessageLike: TypeAlias = Message | Mapping[str, Any]
"""A `Message`, or a plain dict in vLLM's own form."""

_NO_LISTS = (str, bytes, Mapping, Message)


def _as_messages(messages: Iterable[Message]) -> tuple[Message, ...]:
    if isinstance(messages, Message):
        raise TypeError("Conversation takes a list of messages: Conversation([user('…')])")
    turns = tuple(messages)
    for index, turn in enumerate(turns):
        if not isinstance(turn, Message):
            raise TypeError(
                f"turn {index} is a {get_type_name(turn)}; a Conversation holds messages: "
                "user('…'), system('…'), assistant('…'), tool_result(…), reply.message"
            )
    return turns


@export
@attrs.frozen(repr=False)
class Conversation(Sequence[Message]):
    """An immutable list of messages; adding a turn returns a longer conversation.

    `chat` accepts it like a list. Since it never changes, several branches can continue one
    beginning, in threads and batches too:

    >>> talk = Conversation([system("You are brief.")]).user("What is the capital of France?")
    >>> talk = talk.add(client.chat(talk).message)
    >>> cheerful, sad = talk.user("Sing about it."), talk.user("Mourn it.")

    Attributes:
        messages: The turns, first to last.

    Raises:
        TypeError: An item is not a `Message`.
    """

    messages: tuple[Message, ...] = attrs.field(default=(), converter=_as_messages)

    def add(self, *messages: Message) -> Conversation:
        """Append turns, such as `reply.message`.

        Args:
            *messages: The turns to append.

        Returns:
            A longer conversation; this one does not change.

        Raises:
            TypeError: An item is not a `Message`.
        """
        return Conversation(self.messages + messages)

    def user(self, *content: str | Part, name: str | None = None) -> Conversation:
        """Append a turn of the user; see `vllm_sdk.user`."""
        return self.add(user(*content, name=name))

    def tool_result(
        self, tool_call_id: str, *content: str | Part, name: str | None = None
    ) -> Conversation:
        """Append a tool result; see `vllm_sdk.tool_result`."""
        return self.add(tool_result(tool_call_id, *content, name=name))

    def __len__(self) -> int:
        """Return the number of turns."""
        return len(self.messages)

    def __iter__(self) -> Iterator[Message]:
        """Iterate over the turns, first to last."""
        return iter(self.messages)

    @overload
    def __getitem__(self, index: int) -> Message: ...
    @overload
    def __getitem__(self, index: slice) -> Conversation: ...
    def __getitem__(self, index: int | slice) -> Message | Conversation:
        """Return one turn, or a slice of the conversation."""
        if isinstance(index, slice):
            return Conversation(self.messages[index])
        return self.messages[index]

    def __repr__(self) -> str:
        """Show the turns."""
        return f"Conversation({list(self.messages)!r})"


def convert_messages(messages: Iterable[MessageLike]) -> list[dict[str, Any]]:
    """Convert messages to vLLM's `messages` field, and refuse what vLLM would silently ignore.

    Args:
        messages: Messages and plain dicts, first to last. The dicts are not changed.

    Returns:
        One new dict per message.

    Raises:
        RequestInvalid: The list is empty, or vLLM would refuse, ignore or misread a dict.
        TypeError: An item is neither a `Message` nor a dict.
    """
    given: object = messages
    if isinstance(messages, _NO_LISTS) or not isinstance(messages, Iterable):
        raise TypeError(
            f"messages is a list of turns, not one {get_type_name(given)}: "
            "write chat([user('…')]), or generate('…') for a single prompt"
        )
    wire: list[dict[str, Any]] = []
    for message in messages:
        if isinstance(message, Message):
            wire.append(message.to_dict())
        elif isinstance(message, Mapping):
            wire.append(convert_message(len(wire), message))
        else:
            raise TypeError(
                f"messages[{len(wire)}] is a {get_type_name(message)}; a message is "
                "user('…'), system('…'), assistant('…'), tool_result(…), reply.message or a dict"
            )
    if not wire:
        raise RequestInvalid("The conversation is empty: pass at least one message, user('…').")
    return wire
