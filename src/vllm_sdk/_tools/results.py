"""The text that the model reads of a tool's result or error."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Any, TypeGuard, cast

import attrs
import msgspec

from vllm_sdk._structured import to_json
from vllm_sdk._structured.json_text.parsing import describe_error
from vllm_sdk._structured.shapes.base import quote

MAX_RESULT_CHARS = 16_000
"""Default limit on the characters of a tool result shown to the model; some 4,000 tokens."""


class UnwritableResult(Exception):
    """A result that JSON can't carry, in whole or in part; the message says what to return."""


@attrs.frozen
class ToolMessage:
    """The message to the model about a call.

    Attributes:
        text: The text of the message.
        is_json: Whether the text is one whole JSON value.
    """

    text: str
    is_json: bool = False


def write_result(value: Any, longest: int = MAX_RESULT_CHARS) -> ToolMessage:
    """Write the message about a result: text unchanged, any other value as JSON.

    Args:
        value: The value that the tool returned.
        longest: Limit on the characters; a longer text is truncated, with a note.

    Raises:
        UnwritableResult: JSON can't carry the value.
    """
    if isinstance(value, str) and not isinstance(value, Enum):
        return ToolMessage(truncate(value, longest))
    try:
        text = write_json(value)
    except RecursionError:
        raise UnwritableResult("the result holds itself, or is nested too deeply") from None
    except UnwritableResult:
        raise
    except Exception as error:  # the value may run code of the user
        raise UnwritableResult(f"the result can't be read: {describe_error(error)}") from error
    return ToolMessage(truncate(text, longest), is_json=len(text) <= longest)


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


def write_json(value: Any) -> str:
    """Write a value as JSON: plain data, and any value that `to_json` accepts.

    Raises:
        UnwritableResult: JSON can't carry the value.
    """
    if _is_mapping(value):
        return f"{{{', '.join(_write_member(key, item) for key, item in value.items())}}}"
    if _is_list(value):
        items = [write_json(item) for item in value]
        return f"[{', '.join(sorted(items) if isinstance(value, AbstractSet) else items)}]"
    if isinstance(value, str) and not isinstance(value, Enum):
        return quote(value)  # `truncate` replaces half of a surrogate pair
    if isinstance(value, float) and not math.isfinite(value):
        raise UnwritableResult(f"JSON has no {value}: return a text or None in its place")
    try:
        return to_json(value)
    except (ValueError, TypeError):
        # A type whose annotations are not enough for a schema can still be written.
        fields = _get_fields(value)
    if fields is None:
        raise UnwritableResult(
            f"JSON can't carry a {type(value).__name__}: return text, numbers, lists, dicts or "
            "a dataclass of them"
        )
    return write_json(fields)


def _is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(value, Mapping)


def _is_list(value: object) -> TypeGuard[Collection[Any]]:
    """Tell whether a value is a list, a set, or a tuple without names."""
    return isinstance(value, list | tuple | AbstractSet) and not hasattr(
        cast("Any", value), "_asdict"
    )


def _write_member(key: Any, item: Any) -> str:
    if isinstance(key, Enum):
        key = key.value
    if not isinstance(key, str | int):
        raise UnwritableResult(
            f"JSON's names are texts, not {key!r}: return a dict by texts, or a list"
        )
    return f"{quote(str(key))}: {write_json(item)}"


def _get_fields(value: Any) -> dict[str, Any] | None:
    kind: type[Any] = value.__class__
    if issubclass(kind, msgspec.Struct):
        return msgspec.structs.asdict(value)
    if attrs.has(kind):
        return {each.name: getattr(value, each.name) for each in attrs.fields(kind)}
    if dataclasses.is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
    named = getattr(value, "_asdict", None)
    return named() if isinstance(value, tuple) and named else None
