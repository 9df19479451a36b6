"""Parsing of JSON that is not complete yet. The text arrives in pieces, split at any place."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import Any, Generic, TypeVar

import attrs
import jiter

from vllm_sdk._exports import export
from vllm_sdk._structured.json_text.parsing import is_array

T_co = TypeVar("T_co", covariant=True)

_MARK = re.compile(r'["\[\]{},:]')
_IN_STRING = re.compile(r'["\\]')
_LITERALS = {"true": True, "false": False, "null": None}


@export
@attrs.frozen
class Partial(Generic[T_co]):
    """A value of the type `T_co` that is not complete yet.

    Attributes:
        json: the value so far, as plain JSON: dicts, lists, texts, numbers, booleans and None. The
            last text may be incomplete. Fields and items that have not begun are missing. A number
            appears when it is complete. Nothing is validated yet.
        text: the model's text so far.
    """

    json: Any
    text: str = attrs.field(repr=False)


class _MarkScanner(ABC):
    """The text so far, and a scanner of its structural marks, which sees each mark once."""

    def __init__(self) -> None:
        """Start with no text."""
        self._text = ""
        self._place = 0
        self._in_string = False

    def _scan(self, text: str) -> None:
        """Append text, and handle its marks."""
        self._text += text
        while found := (_IN_STRING if self._in_string else _MARK).search(self._text, self._place):
            mark = found.group()
            if mark == "\\":
                if found.end() == len(self._text):  # the escaped character has not arrived
                    self._place = found.start()
                    return
                self._place = found.end() + 1
                continue
            self._place = found.end()
            if mark == '"':
                self._in_string = not self._in_string
            else:
                self._handle_mark(mark, found.start())
        self._place = len(self._text)

    @abstractmethod
    def _handle_mark(self, mark: str, place: int) -> None:
        """Handle a bracket, a comma or a colon outside of strings."""


class ArrayItemScanner(_MarkScanner):
    """A scanner for the ends of an array's items in text that arrives in pieces."""

    def __init__(self) -> None:
        """Start with no text."""
        super().__init__()
        self._depth = 0
        self._is_array = False
        self._start = 0  # of the item that is being written
        self._items: list[str] = []

    def feed(self, text: str) -> list[str]:
        """Append text.

        Args:
            text: the next piece.

        Returns:
            The JSON texts of the outermost array's items that are now complete; an empty list if
            the outermost value is not an array.
        """
        self._items = []
        self._scan(text)
        return self._items

    def _handle_mark(self, mark: str, place: int) -> None:
        if mark in "[{":
            if self._depth == 0 and not self._text[:place].strip():
                self._is_array = mark == "["
                self._start = place + 1
            self._depth += 1
            return
        if self._depth == 1 and self._is_array and mark in ",]":
            item = self._text[self._start : place].strip()
            if item or mark == ",":
                self._items.append(item)
            self._start = place + 1
        if mark in "]}":
            self._depth -= 1


@attrs.define(eq=False)
class _OpenContainer:
    """An array or object whose end has not arrived.

    Attributes:
        value: its complete content, a list or a dict.
        key: the name of the member that is being written, in an object.
    """

    value: Any
    key: str | None = None

    @property
    def awaits_key(self) -> bool:
        """True if the next token is a name."""
        return not is_array(self.value) and self.key is None

    def add(self, item: Any) -> None:
        """Append a complete item, or set the complete value of the current member."""
        if is_array(self.value):
            self.value.append(item)
        elif self.key is None:
            raise ValueError("a value without a name")
        else:
            self.value[self.key] = item
            self.key = None

    def copy_with(self, last: Any) -> Any:
        """Return a copy with the incomplete value as its last part."""
        if last is _MISSING:
            return self.value.copy()
        if is_array(self.value):
            return [*self.value, last]
        return self.value | ({} if self.key is None else {self.key: last})


class PartialJsonParser(_MarkScanner, Generic[T_co]):
    """A parser of a JSON value whose text arrives in pieces.

    Each token is read once. Complete parts are shared between the partial values; only the arrays
    and objects that are still open are copied.
    """

    def __init__(self) -> None:
        """Start with no text."""
        super().__init__()
        self._start = 0  # of the token that is being written
        self._open: list[_OpenContainer] = []
        self._root: Any = _MISSING
        self._last: Any = _MISSING
        self._over = False

    def feed(self, text: str) -> Partial[T_co] | None:
        """Append text.

        Returns:
            The certain part of the value, or None if the text adds nothing to it.
        """
        try:
            self._scan(text)
            value = self._build_value(self._read_tail())
        except (ValueError, IndexError):  # not JSON: the decoder will raise the error
            self._over, self._open = True, []
            return None
        # complete parts are the same objects in both, so comparing them costs nothing
        if value is _MISSING or (value == self._last and type(value) is type(self._last)):
            return None
        self._last = value
        return Partial(value, self._text)

    def _handle_mark(self, mark: str, place: int) -> None:
        if self._over:
            return
        token = self._text[self._start : place].strip()
        self._start = place + 1
        if mark in "[{":
            self._open_container(mark)
        elif mark == ":":
            self._open[-1].key = str(_parse_token(token))
        elif token:
            self._open[-1].add(_parse_token(token))
        if mark in "]}":
            ended = self._open.pop().value
            if self._open:
                self._open[-1].add(ended)
            else:
                self._root, self._over = ended, True

    def _open_container(self, mark: str) -> None:
        if self._open and self._open[-1].awaits_key:
            raise ValueError("a value without a name")
        container: Any = [] if mark == "[" else {}
        self._open.append(_OpenContainer(container))

    def _read_tail(self) -> Any:
        """Return the certain value of the token that is being written."""
        token = self._text[self._start :].strip()
        if self._over or not token or (self._open and self._open[-1].awaits_key):
            return _MISSING
        if token[0] == '"':
            # each of these strings is seen once: no cache
            return jiter.from_json(
                token.encode(errors="replace"), partial_mode="trailing-strings", cache_mode="none"
            )
        return _LITERALS.get(token, _MISSING)

    def _build_value(self, tail: Any) -> Any:
        """Return the whole value; its parts that may still change are copies."""
        value = tail
        for place in range(len(self._open) - 1, -1, -1):
            value = self._open[place].copy_with(value)
        return value if self._open or self._root is _MISSING else self._root


class PartialTextParser(Generic[T_co]):
    """A parser of output that is a bare text, not JSON."""

    def __init__(self) -> None:
        """Start with no text."""
        self._text = ""

    def feed(self, text: str) -> Partial[T_co] | None:
        """Append text."""
        self._text += text
        return Partial(self._text, self._text) if text else None


def _parse_token(token: str) -> Any:
    return jiter.from_json(token.encode(errors="replace"), cache_mode="keys")


_MISSING: Any = object()
