"""Conversations, and the `messages` field of a request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, overload

import attrs

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


@attrs.frozen(repr=False)
class Conversation(Sequence[Message]):
    """A history that never changes: adding a turn gives a longer one.

    `chat` takes it as it takes a list. Since it never changes, branches of a conversation can go on
    side by side, in threads and batches too, from one beginning:

    >>> talk = Conversation([system("You are brief.")]).user("What is the capital of France?")
    >>> talk = talk.add(client.chat(talk).message)
    >>> cheerful, sad = talk.user("Sing about it."), talk.user("Mourn it.")

    Attributes:
        messages: the turns, first to last.

    Raises:
        TypeError: something that is no `Message`.
    """

    messages: tuple[Message, ...] = attrs.field(default=(), converter=_as_messages)

    def add(self, *messages: Message) -> Conversation:
        """Go on with more turns, such as `reply.message`.

        Args:
            *messages: the turns to append.

        Returns:
            A longer conversation; this one stays as it is.

        Raises:
            TypeError: something that is no `Message`.
        """
        return Conversation(self.messages + messages)

    def user(self, *content: str | Part, name: str | None = None) -> Conversation:
        """Go on with a turn of the user; see `vllm_sdk.user`."""
        return self.add(user(*content, name=name))

    def tool_result(
        self, tool_call_id: str, *content: str | Part, name: str | None = None
    ) -> Conversation:
        """Go on with what a tool answered; see `vllm_sdk.tool_result`."""
        return self.add(tool_result(tool_call_id, *content, name=name))

    def __len__(self) -> int:
        """How many turns there are."""
        return len(self.messages)

    def __iter__(self) -> Iterator[Message]:
        """Go through the turns, first to last."""
        return iter(self.messages)

    @overload
    def __getitem__(self, index: int) -> Message: ...
    @overload
    def __getitem__(self, index: slice) -> Conversation: ...
    def __getitem__(self, index: int | slice) -> Message | Conversation:
        """One turn, or a part of the conversation."""
        if isinstance(index, slice):
            return Conversation(self.messages[index])
        return self.messages[index]

    def __repr__(self) -> str:
        """Show the turns."""
        return f"Conversation({list(self.messages)!r})"


def convert_messages(messages: Iterable[MessageLike]) -> list[dict[str, Any]]:
    """Turn messages into vLLM's `messages` field, refusing what it would swallow silently.

    Args:
        messages: messages and plain dicts, first to last. Dicts are read, never changed.

    Returns:
        One new dict per message.

    Raises:
        RequestInvalid: no message at all, or a dict that vLLM would refuse, swallow or misread.
        TypeError: something that is neither a `Message` nor a dict.
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
