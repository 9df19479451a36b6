"""The message that the model reads of a tool's result or error."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, TypeGuard

import attrs

from vllm_sdk._messages.parts import PART_CLASSES, Part, TextPart
from vllm_sdk._structured.json_text.parsing import describe_error
from vllm_sdk._tools.result_json import (
    ResultWriter,
    UnwritableResult,
    get_fields,
    holds_media,
    name_medium,
)

MAX_RESULT_CHARS = 16_000
"""Default limit on the characters of a tool result shown to the model; some 4,000 tokens."""


@attrs.frozen
class ToolMessage:
    """The message to the model about a call.

    Attributes:
        text: The text of the message. A name such as `<image 1>` stands for a medium.
        is_json: True if the text is one whole JSON value.
        parts: Texts and media in their order, if the message has media; else empty. A medium is a
            part, or a dict in vLLM's own form.
    """

    text: str
    is_json: bool = False
    parts: tuple[Any, ...] = ()

    @property
    def content(self) -> tuple[Any, ...]:
        """Texts and media in their order, for `tool_result`."""
        return self.parts or (self.text,)

    @property
    def media(self) -> list[Any]:
        """The media in their order, without the texts."""
        return [each for each in self.parts if not isinstance(each, str)]


def write_result(value: Any, longest: int = MAX_RESULT_CHARS) -> ToolMessage:
    """Write the message about a result: text and media unchanged, any other value as JSON.

    The media of a list follow each other as in the list. Those inside other values follow the JSON,
    in which names stand for them.

    Args:
        value: The value that the tool returned.
        longest: Limit on the characters of all texts; a longer text is truncated, with a note.

    Raises:
        UnwritableResult: JSON can't carry the value.
    """
    if isinstance(value, TextPart):
        value = value.text
    if isinstance(value, str) and not isinstance(value, Enum):
        return ToolMessage(truncate(value, longest))
    try:
        if isinstance(value, PART_CLASSES) or (_is_plain_list(value) and holds_media(value)):
            return build_media_message(_write_parts(value), longest)
        writer = ResultWriter()
        text = writer.write(value)
    except RecursionError:
        raise UnwritableResult("the result holds itself, or is nested too deeply") from None
    except UnwritableResult:
        raise
    except Exception as error:  # the value may run code of the user
        raise UnwritableResult(f"the result can't be read: {describe_error(error)}") from error
    cut = truncate(text, longest)
    parts = (cut, *writer.media) if writer.media else ()
    return ToolMessage(cut, is_json=len(text) <= longest, parts=parts)


def build_media_message(parts: Sequence[Any], longest: int = MAX_RESULT_CHARS) -> ToolMessage:
    """Build a message from texts and media, with a name for each medium in its text.

    Args:
        parts: Texts, and media as parts or dicts in vLLM's own form.
        longest: Limit on the characters of all texts.
    """
    kept: list[Any] = []
    lines: list[str] = []
    media = 0
    for each in parts:
        if isinstance(each, str):
            kept.append(truncate(each, longest))
            lines.append(kept[-1])
            longest = max(longest - len(each), 0)
        else:
            media += 1
            kept.append(each)
            lines.append(name_medium(each, media))
    return ToolMessage("\n".join(lines), parts=tuple(kept) if media else ())


def _write_parts(value: Any) -> list[str | Part]:
    """Write a list that holds media, or an item of one, as texts and media in their order."""
    if isinstance(value, TextPart):
        return [value.text]
    if isinstance(value, PART_CLASSES):
        return [value]
    if isinstance(value, str) and not isinstance(value, Enum):
        return [value]
    if _is_plain_list(value):
        return [part for item in value for part in _write_parts(item)]
    writer = ResultWriter()
    text = writer.write(value)
    return [text, *writer.media]


def _is_plain_list(value: object) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, list | tuple) and get_fields(value) is None


def write_error(error: BaseException, longest: int = MAX_RESULT_CHARS) -> ToolMessage:
    """Write the message about an exception: its text, with its type if the text says little."""
    try:
        said = str(error)
    except Exception:  # noqa: BLE001 -- the exception is the user's, and so is its __str__
        said = ""
    if not said or isinstance(error, LookupError):
        said = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return write_problem(said, longest)


def write_problem(said: str, longest: int = MAX_RESULT_CHARS) -> ToolMessage:
    """Write the message about a call that has no result."""
    return ToolMessage(truncate(f"Error: {said}", longest))


def truncate(text: str, longest: int) -> str:
    """Truncate a text, with a note for the model, and replace what a request can't carry."""
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()  # a lone surrogate becomes `?`
    if len(text) <= longest:
        return text
    return (
        f"{text[:longest]}\n[Cut: these are the first {longest} of {len(text)} characters. "
        "Ask for less to see the rest.]"
    )
