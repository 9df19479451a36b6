"""Parsing of JSON that is not complete yet. The text arrives in pieces, split at any place."""

from __future__ import annotations

import json
import re
import sys
from typing import Any, Generic, NoReturn, TypeVar

from vllm_sdk._exports import export
from vllm_sdk._structured.json_text.growing import (
    MISSING,
    GrowingText,
    OpenContainer,
    Place,
    Snapshot,
    ValueSnapshot,
)

T_co = TypeVar("T_co", covariant=True)

_TOKEN = re.compile(r'[ \t\n\r]+|["\[\]{},:]|[^ \t\n\r"\[\]{},:]+')
_MARKS = frozenset('"[]{},:')
_SPACE = frozenset(" \t\n\r")
_CONTENT = re.compile(
    r'(?:[^"\\]++|\\[^u]|\\u(?![dD][89abAB])[0-9a-fA-F]{4}'
    r"|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})*+"
)
"""Whole characters of a string; those beyond U+FFFF are escaped as a pair."""
_INCOMPLETE_ESCAPE = re.compile(
    r"\\(?:u(?:[0-9a-fA-F]{0,3}"
    r"|[dD][89abAB][0-9a-fA-F]{2}(?:\\(?:u(?:[dD](?:[c-fC-F][0-9a-fA-F]?)?)?)?)?)?)?\Z"
)
_LITERALS = {"true": True, "false": False, "null": None}
_LONGEST_LITERAL = 5
_LARGEST = sys.float_info.max


@export
class Partial(Generic[T_co]):
    """A value of the type `T_co` that is not complete yet.

    Both attributes are built when they are first read. So it costs nothing to skip a partial value.

    Attributes:
        json: the value so far, as plain JSON: dicts, lists, texts, numbers, booleans and None. The
            last text may be incomplete. Fields and items that have not begun are missing. A number
            appears when it is complete; one beyond the range of floats is the largest float.
            Nothing is validated yet.
        text: the model's text so far.
    """

    __slots__ = ("_json", "_text")

    def __init__(self, json: Any, text: str) -> None:
        """Hold the value and the text so far."""
        self._json: Any = json
        self._text: Any = text

    @property
    def json(self) -> Any:
        """The value so far, as plain JSON."""
        if isinstance(self._json, Snapshot):
            self._json = self._json.build()
        return self._json

    @property
    def text(self) -> str:
        """The model's text so far."""
        if isinstance(self._text, Snapshot):
            self._text = self._text.build()
        return str(self._text)

    def __eq__(self, other: object) -> bool:
        """Tell whether both have the same value and text."""
        if not isinstance(other, Partial):
            return NotImplemented
        return bool(self.json == other.json) and self.text == other.text

    def __hash__(self) -> int:
        """Return a hash that equal partial values share."""
        return hash(self.text)

    def __repr__(self) -> str:
        """Show the value."""
        return f"Partial(json={self.json!r})"

    def __reduce__(self) -> tuple[type[Partial[T_co]], tuple[Any, str]]:
        """Pickle and copy the value and the text."""
        return Partial, (self.json, self.text)


# The tokens that may come next, as bits: an `IntFlag` takes ten times as long to test.
_VALUE, _NAME, _COLON, _COMMA, _END = 1, 2, 4, 8, 16


class PartialJsonParser(Generic[T_co]):
    """A parser of a JSON value whose text arrives in pieces; it reads each character once.

    It takes what the decoder takes, raw control characters in strings included. A name that occurs
    twice ends the partial values: the decoder refuses it. Complete parts are shared between the
    partial values.
    """

    def __init__(self) -> None:
        """Start with no text."""
        self._text = GrowingText()
        self._expects = _VALUE
        self._inner: OpenContainer | None = None
        self._root: Any = MISSING
        self._string: GrowingText | None = None  # that is being written
        self._is_name = False
        self._scalar: list[str] = []  # pieces of the number or literal that is being written
        self._literal_shown = False
        self._held = ""  # an escape whose end has not arrived
        self._changed = False
        self._over = False

    def feed(self, text: str) -> Partial[T_co] | None:
        """Append text.

        Returns:
            The certain part of the value, or None if the text adds nothing to it.
        """
        self._text.append(text)
        if self._over:
            return None
        self._changed = False
        try:
            self._read(self._held + text)
        except ValueError:  # not JSON: the decoder will raise the error
            self._over = True
            return None
        last = self._take_last()
        if not self._changed:
            return None
        place = None if self._inner is None else self._inner.take_place()
        value: Any = ValueSnapshot(place, last) if self._root is MISSING else self._root
        said: Any = self._text.take_snapshot()
        return Partial(value, said)

    def _read(self, text: str) -> None:
        self._held = ""
        place = 0
        while place < len(text):
            if self._string is not None:
                place = self._read_string(self._string, text, place)
                continue
            found = _TOKEN.match(text, place)
            assert found is not None  # noqa: S101 -- every character belongs to a token
            token, place = found.group(), found.end()
            if token[0] not in _MARKS and token[0] not in _SPACE:
                self._scalar.append(token)
                continue
            if self._scalar:
                self._end_scalar()
            if token in _MARKS:
                self._handle_mark(token)

    def _read_string(self, string: GrowingText, text: str, place: int) -> int:
        """Read the characters of a string that have arrived, and return the place after them."""
        found = _CONTENT.match(text, place)
        assert found is not None  # noqa: S101 -- it matches the empty text
        content, place = found.group(), found.end()
        if content:
            string.append(_decode_content(content))
            self._changed = self._changed or not self._is_name
        if place == len(text):
            return place
        if text[place] == '"':
            self._end_string(string)
            return place + 1
        if _INCOMPLETE_ESCAPE.match(text, place) is None:
            raise ValueError("not an escape")
        self._held = text[place:]
        return len(text)

    def _end_string(self, string: GrowingText) -> None:
        self._string = None
        if self._is_name and self._inner is not None:
            self._inner.begin_member(string.join())
            self._expects = _COLON
        else:
            self._add(string.join())

    def _end_scalar(self) -> None:
        self._require(_VALUE)
        value = _parse_scalar("".join(self._scalar))
        self._changed = self._changed or not self._literal_shown
        self._scalar, self._literal_shown = [], False
        self._add(value)

    def _handle_mark(self, mark: str) -> None:
        match mark:
            case '"':
                self._require(_VALUE | _NAME)
                self._is_name = bool(self._expects & _NAME)
                self._string = GrowingText()
                self._changed = self._changed or not self._is_name
            case "[" | "{":
                self._open(is_array=mark == "[")
            case "]" | "}":
                self._close(is_array=mark == "]")
            case ",":
                self._require(_COMMA)
                in_array = self._inner is not None and self._inner.is_array
                self._expects = _VALUE if in_array else _NAME
            case _:
                self._require(_COLON)
                self._expects = _VALUE

    def _open(self, *, is_array: bool) -> None:
        self._require(_VALUE)
        outer: Place | None = None if self._inner is None else self._inner.take_place()
        self._inner = OpenContainer(outer, is_array)
        self._expects = _VALUE | _END if is_array else _NAME | _END
        self._changed = True

    def _close(self, *, is_array: bool) -> None:
        inner = self._inner
        self._require(_END)
        if inner is None or inner.is_array is not is_array:
            raise ValueError("the end of another container")
        self._inner = None if inner.outer is None else inner.outer.container
        self._add(inner.close())

    def _add(self, value: Any) -> None:
        """Add a complete value to the innermost container."""
        if self._inner is None:
            self._root, self._expects = value, 0
        else:
            self._inner.add(value)
            self._expects = _COMMA | _END

    def _require(self, kind: int) -> None:
        if not self._expects & kind:
            raise ValueError("a token of another kind")

    def _take_last(self) -> Any:
        """Return the certain part of the value that is being written."""
        if self._string is not None and not self._is_name:
            return self._string.take_snapshot()
        if self._scalar and self._expects & _VALUE and len(self._scalar) <= _LONGEST_LITERAL:
            literal = _LITERALS.get("".join(self._scalar), MISSING)
            if literal is not MISSING and not self._literal_shown:
                self._changed = self._literal_shown = True
            return literal
        return MISSING


class PartialTextParser(Generic[T_co]):
    """A parser of output that is a bare text, not JSON."""

    def __init__(self) -> None:
        """Start with no text."""
        self._text = GrowingText()

    def feed(self, text: str) -> Partial[T_co] | None:
        """Append text."""
        if not text:
            return None
        self._text.append(text)
        said: Any = self._text.take_snapshot()
        return Partial(said, said)


def _decode_content(content: str) -> str:
    """Return the characters that the content of a string stands for.

    Raises:
        ValueError: an escape is unknown, or a character is half of a pair.
    """
    if "\\" in content:
        content = str(_DECODER.decode(f'"{content}"'))
    if not content.isascii():
        content.encode()
    return content


def _parse_scalar(token: str) -> Any:
    """Return a number or a literal.

    Raises:
        ValueError: it is neither.
    """
    value: Any = _DECODER.decode(token)
    return max(-_LARGEST, min(value, _LARGEST)) if isinstance(value, float) else value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


# as strict as the decoder of the whole text
_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, strict=False)
