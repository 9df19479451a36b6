"""JSON text: parsing without loss of information, and positions in the text for error messages.

Numbers with a fraction keep their text, because a `Decimal` needs every digit. An object that has a
name twice is marked as such, while `json` would keep the last one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, TypeGuard, TypeVar

from vllm_sdk.errors import OutputEmpty, OutputInvalid

T = TypeVar("T")

EXCERPT_CHARS = 60
"""Limit on the characters of a value, or of the text around it, in an error."""


class Number(str):
    """A JSON number with a fraction or an exponent, as it is in the text."""

    __slots__ = ()


class DuplicateNames(dict[str, Any]):
    """A JSON object in which a name occurs twice.

    Attributes:
        duplicate: the name.
    """

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Find the name that occurs twice."""
        super().__init__(pairs)
        names = [name for name, _ in pairs]
        self.duplicate = next(name for name in names if names.count(name) > 1)


class Mismatch(Exception):
    """A JSON value that is not of the expected shape.

    Attributes:
        reason: the difference, in words.
        steps: the path to the value from the place where the error was raised, innermost first.
    """

    def __init__(self, reason: str) -> None:
        """Store the reason; callers add the steps while the error propagates."""
        super().__init__(reason)
        self.reason = reason
        self.steps: list[str | int] = []


def read_at(step: str | int, read: Callable[[Any], T], value: Any) -> T:
    """Read a part of a value; add its place to the error."""
    try:
        return read(value)
    except Mismatch as mismatch:
        mismatch.steps.append(step)
        raise


def parse(text: str) -> Any:
    """Return the JSON value of a text, or raise `OutputInvalid`."""
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
    """Parse a text and read its value, or raise `OutputInvalid` with the place of the mismatch."""
    value = parse(text)
    try:
        return read(value)
    except Mismatch as mismatch:
        raise build_error(text, mismatch) from mismatch.__cause__
    except RecursionError:
        raise OutputInvalid("The output is nested too deeply to be read.", text=text) from None


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Return whether a parsed value is an array."""
    return isinstance(value, list)


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Return whether a parsed value is an object."""
    return isinstance(value, dict)


def format_path(steps: list[str | int]) -> str:
    """Return the steps from the outside in as a path: `$.companies[0].name`."""
    path = "$"
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if step.isidentifier() else f"[{json.dumps(step)}]"
    return path


def build_error(text: str, mismatch: Mismatch) -> OutputInvalid:
    """Build the error for the user: the path, the reason, and the text around the place."""
    steps = mismatch.steps[::-1]
    path = format_path(steps)
    place = excerpt(text, find_offset(text, steps))
    return OutputInvalid(f"{path}: {mismatch.reason}, at {place}", path=path, text=text)


def find_offset(text: str, steps: list[str | int]) -> int:
    """Return the offset of the value at the end of the steps."""
    place = _skip_space(text, 0)
    for step in steps:
        place = _find_member(text, place, step)
    return place


def extract_json(text: str, steps: list[str | int]) -> str:
    """Return the JSON text of the value at the end of the steps, as it is written."""
    start = find_offset(text, steps)
    _, end = _DECODER.raw_decode(text, start)
    return text[start:end]


def _find_member(text: str, place: int, step: str | int) -> int:
    """Return the offset of a member of an object, or of an item of an array."""
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
    """Return the text around a place, truncated if it is long, with a mark at the place."""
    start, end = max(0, place - EXCERPT_CHARS // 3), place + EXCERPT_CHARS
    before, after = "…" * (start > 0), "…" * (end < len(text))
    return f"{before}{text[start:place]}⟪here⟫{text[place:end]}{after}"


def abbreviate(value: Any) -> str:
    """Return a value as JSON, truncated if it is long."""
    written = _dump(value)
    return written if len(written) <= EXCERPT_CHARS else f"{written[:EXCERPT_CHARS]}…"


def describe_error(error: Exception) -> str:
    """Return the message of user code that refused a value, or failed."""
    message = str(error)
    if message and isinstance(error, TypeError | ValueError | AssertionError):
        return message
    return f"{type(error).__name__}: {message}" if message else type(error).__name__


def is_own_mistake(error: Exception) -> bool:
    """Return whether only this SDK and pydantic took part in an error, and no code of the user.

    Such an error is not a refusal of a value: it must not reach the model as one.
    """
    frame = error.__traceback__
    while frame is not None:
        module = str(frame.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
        if module not in {"vllm_sdk", "pydantic"}:
            return False
        frame = frame.tb_next
    return True


def name_kind(value: Any) -> str:
    """Return the name of a parsed value's kind."""
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
# Control characters in strings are accepted: if a length is given, xgrammar lets the model write
# tabs and other control characters without escapes.
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
