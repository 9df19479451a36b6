"""Conversations, and the `messages` field of a request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeAlias, cast, overload

import attrs
import msgspec

from vllm_sdk._exports import export
from vllm_sdk._messages.dicts import convert_message
from vllm_sdk._messages.part_dicts import as_items, as_mapping
from vllm_sdk._messages.parts import Part
from vllm_sdk._messages.reading import read_message
from vllm_sdk._messages.texts import get_type_name
from vllm_sdk._messages.turns import Message, tool_result, user
from vllm_sdk.errors import RequestInvalid


class MessageModel(Protocol):
    """A message of the package `openai`: an object of pydantic with a role."""

    @property
    def role(self) -> str:
        """The role of the speaker."""
        ...

    @property
    def model_dump(self) -> Callable[..., dict[str, Any]]:
        """The method that returns its fields."""
        ...


MessageLike: TypeAlias = Message | Mapping[str, Any] | MessageModel
"""A `Message`, a plain dict in vLLM's own form, or a message of the package `openai`."""

_FORMAT_VERSION = 1
"""The version of the JSON of a conversation."""

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

    def to_json(self) -> str:
        """Return the conversation as JSON text, which `from_json` reads back.

        The text has all content, and media as data URLs. Later versions of this package read it.
        """
        turns = [message.to_dict() for message in self.messages]
        return msgspec.json.encode({"version": _FORMAT_VERSION, "messages": turns}).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> Conversation:
        """Return the conversation that a JSON text holds.

        No file is read. The roles and URLs are those of the text: check them if it comes from an
        end user.

        Args:
            text: The output of `to_json`, or an array of messages in vLLM's own form.

        Raises:
            RequestInvalid: The text is not the JSON of a conversation, is of a later version, or
                has a message that vLLM would refuse, ignore or misread.
            TypeError: The text is neither a string nor bytes.
        """
        return cls(read_message(index, message) for index, message in enumerate(_read_json(text)))

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


def _read_json(text: object) -> list[Any]:
    """Return the messages in the JSON of a conversation."""
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"the JSON of a conversation is a str, not {get_type_name(text)}")
    try:
        value: Any = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise RequestInvalid(f"This is not the JSON of a conversation: {error}.") from None
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        version = fields.get("version")
        if type(version) is not int:
            version = 0
        if version > _FORMAT_VERSION:
            raise RequestInvalid(
                f"A later version of vllm_sdk wrote this conversation (version {version} of its "
                f"form; this one reads {_FORMAT_VERSION}): update the package."
            )
        value = fields.get("messages") if version == _FORMAT_VERSION else None
    turns = as_items(value)
    if turns is None:
        raise RequestInvalid(
            "This is not the JSON of a conversation: it is the output of to_json, or an array of "
            'messages, [{"role": …, "content": …}].'
        )
    return [*turns]


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
    if (
        isinstance(messages, _NO_LISTS)
        or not isinstance(messages, Iterable)
        or hasattr(given, "model_dump")
    ):
        raise TypeError(
            f"messages is a list of turns, not one {get_type_name(given)}: "
            "write chat([user('…')]), or generate('…') for a single prompt"
        )
    wire: list[dict[str, Any]] = []
    for message in messages:
        if isinstance(message, Message):
            wire.append(message.to_dict())
        else:
            wire.append(convert_message(len(wire), _read_fields(len(wire), message)))
    if not wire:
        raise RequestInvalid("The conversation is empty: pass at least one message, user('…').")
    return wire


def _read_fields(index: int, message: object) -> Mapping[str, Any]:
    """Return the fields of a message that is a dict, or an object of the package `openai`."""
    if not hasattr(message, "role") and hasattr(message, "message"):
        raise TypeError(f"messages[{index}] is a {get_type_name(message)}: pass its .message")
    if hasattr(message, "choices"):
        raise TypeError(
            f"messages[{index}] is a {get_type_name(message)}: pass its .choices[0].message"
        )
    fields = as_mapping(message)
    if fields is None:
        raise TypeError(
            f"messages[{index}] is a {get_type_name(message)}; a message is user('…'), "
            "system('…'), assistant('…'), tool_result(…), reply.message or a dict"
        )
    return fields
