"""JSON text: parsed without losing anything, and found again for error messages.

Numbers with a fraction keep their text (a `Decimal` wants every digit), and an object that has a
name duplicate says so, where `json` would keep the last one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, TypeGuard, TypeVar

from vllm_sdk.errors import OutputEmpty, OutputInvalid

T = TypeVar("T")

EXCERPT_CHARS = 60
"""So many characters of a value, or of the text around it, are shown in an error."""


class Number(str):
    """A JSON number with a fraction or an exponent, as it was written."""

    __slots__ = ()


class DuplicateNames(dict[str, Any]):
    """A JSON object in which a name occurs duplicate.

    Attributes:
        duplicate: the name.
    """

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Find the name that is there duplicate."""
        super().__init__(pairs)
        names = [name for name, _ in pairs]
        self.duplicate = next(name for name in names if names.count(name) > 1)


class Mismatch(Exception):
    """A JSON value is not of the shape that was asked for.

    Attributes:
        steps: the way to it from where it was raised, innermost first.
    """

    def __init__(self, reason: str) -> None:
        """Keep the reason; the way to it is added as the error rises."""
        super().__init__(reason)
        self.reason = reason
        self.steps: list[str | int] = []


def read_at(step: str | int, read: Callable[[Any], T], value: Any) -> T:
    """Read a part of a value; an error learns where the part was."""
    try:
        return read(value)
    except Mismatch as mismatch:
        mismatch.steps.append(step)
        raise


def parse(text: str) -> Any:
    """The JSON value of a text, or `OutputInvalid`."""
    if not isinstance(text, str):
        raise TypeError(f"the text of an answer is a str, not {type(text).__name__}")
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        if not text.strip():
            raise OutputEmpty("The output is empty; JSON was expected.", text=text) from None
        reason = f"The output is not JSON: {error.msg.lower()}, at {excerpt(text, error.pos)}"
    except RecursionError:
        reason = "The output is nested too deeply to be read."
    except ValueError as error:
        reason = f"The output is not JSON that Python can hold: {error}"
    raise OutputInvalid(reason, text=text) from None


def read_json(text: str, read: Callable[[Any], T]) -> T:
    """What is read of a text's JSON value, or `OutputInvalid` that shows where it is not."""
    value = parse(text)
    try:
        return read(value)
    except Mismatch as mismatch:
        raise build_error(text, mismatch) from mismatch.__cause__
    except RecursionError:
        raise OutputInvalid("The output is nested too deeply to be read.", text=text) from None


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether a parsed value is an array."""
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a parsed value is an object."""
    return isinstance(value, dict)


def format_path(steps: list[str | int]) -> str:
    """The steps from the outside in, as a path: `$.companies[0].name`."""
    path = "$"
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if step.isidentifier() else f"[{json.dumps(step)}]"
    return path


def build_error(text: str, mismatch: Mismatch) -> OutputInvalid:
    """The error for the user: where, what was expected, and the text around it."""
    steps = mismatch.steps[::-1]
    path = format_path(steps)
    place = excerpt(text, find_offset(text, steps))
    return OutputInvalid(f"{path}: {mismatch.reason}, at {place}", path=path, text=text)


def find_offset(text: str, steps: list[str | int]) -> int:
    """Where the value begins that the steps lead to."""
    place = _skip_space(text, 0)
    for step in steps:
        place = _find_member(text, place, step)
    return place


def extract_json(text: str, steps: list[str | int]) -> str:
    """The JSON text of the value that the steps lead to, as it is written there."""
    start = find_offset(text, steps)
    _, end = _DECODER.raw_decode(text, start)
    return text[start:end]


def _find_member(text: str, place: int, step: str | int) -> int:
    """Where a member of the object, or an item of the array, begins."""
    place = _skip_space(text, place + 1)
    index = 0
    while True:
        name: str | int = index
        if isinstance(step, str):
            name, place = _DECODER.raw_decode(text, place)
            place = _skip_space(text, _skip_space(text, place) + 1)
        if name == step:
            return place
        _, place = _DECODER.raw_decode(text, place)
        place = _skip_space(text, _skip_space(text, place) + 1)
        index += 1


def excerpt(text: str, place: int) -> str:
    """The text from a place on, with a little of what is before it, cut where it is long."""
    start, end = max(0, place - EXCERPT_CHARS // 3), place + EXCERPT_CHARS
    before, after = "…" * (start > 0), "…" * (end < len(text))
    return f"{before}{text[start:place]}⟪here⟫{text[place:end]}{after}"


def abbreviate(value: Any) -> str:
    """A value, cut where it is long."""
    written = _dump(value)
    return written if len(written) <= EXCERPT_CHARS else f"{written[:EXCERPT_CHARS]}…"


def describe_error(error: Exception) -> str:
    """What the user's own code said when it refused a value, or failed."""
    said = str(error)
    if said and isinstance(error, TypeError | ValueError | AssertionError):
        return said
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def name_kind(value: Any) -> str:
    """The name of a parsed value's kind."""
    if isinstance(value, Number):
        return "number"
    return _KINDS[type(value)]


def _dump(value: Any) -> str:
    if isinstance(value, Number):
        return str(value)
    try:
        return json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):
        return repr(value) if not isinstance(value, int) else "an integer too long to show"


def _skip_space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _build_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    return members if len(members) == len(pairs) else DuplicateNames(pairs)


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a JSON number")


_SPACE = re.compile(r"[ \t\n\r]*")
# Not strict about control characters in strings: where a length is given, xgrammar lets the model
# write tabs and the like as they are.
_DECODER = json.JSONDecoder(
    object_pairs_hook=_build_object,
    parse_float=Number,
    parse_constant=_refuse_constant,
    strict=False,
)
_KINDS: dict[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    str: "string",
    list: "array",
    dict: "object",
    DuplicateNames: "object",
}
