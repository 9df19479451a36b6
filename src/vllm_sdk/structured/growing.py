"""JSON that is still being written: what of it is certain already.

Text goes in as it comes, cut anywhere; each character is looked at once.
"""

from __future__ import annotations

import re
from typing import Any, Generic, TypeVar

import attrs
import jiter

T_co = TypeVar("T_co", covariant=True)

_OUTSIDE = re.compile(r'["\[\]{},]')
_IN_STRING = re.compile(r'["\\]')
_NUMBER_AT_END = re.compile(r"-?[0-9][0-9.eE+-]*$")


@attrs.frozen
class Partial(Generic[T_co]):
    """A value of the type `T_co` as far as it has come.

    Attributes:
        json: what is there, as plain JSON: dicts, lists, texts, numbers, booleans and None. The
            last text may still grow; fields and items that have not begun are missing. A number is
            there once it has ended. Nothing is checked yet.
        text: the model's text so far.
    """

    json: Any
    text: str = attrs.field(repr=False)


class Scanner:
    """Finds the ends of the items of an array while its text is still growing.

    Attributes:
        text: all that was fed.
        in_string: whether the text ends inside of a JSON string.
    """

    def __init__(self) -> None:
        """Begin with no text."""
        self.text = ""
        self.in_string = False
        self._place = 0
        self._depth = 0
        self._is_array = False
        self._item = 0

    def feed(self, text: str) -> list[str]:
        """Take more text.

        Args:
            text: what comes next.

        Returns:
            The JSON texts of the outermost array's items that are now whole; none where the
            outermost value is no array.
        """
        self.text += text
        items: list[str] = []
        while found := (_IN_STRING if self.in_string else _OUTSIDE).search(self.text, self._place):
            mark = found.group()
            if mark == "\\":
                if found.end() == len(self.text):  # the escaped character is still to come
                    self._place = found.start()
                    return items
                self._place = found.end() + 1
                continue
            self._place = found.end()
            if mark == '"':
                self.in_string = not self.in_string
            else:
                self._structure(mark, found.start(), items)
        self._place = len(self.text)
        return items

    def _structure(self, mark: str, place: int, items: list[str]) -> None:
        if mark in "[{":
            if self._depth == 0 and not self.text[:place].strip():
                self._is_array = mark == "["
                self._item = place + 1
            self._depth += 1
            return
        outermost = self._depth == 1 and self._is_array
        if outermost and mark in ",]":
            item = self.text[self._item : place].strip()
            if item or mark == ",":
                items.append(item)
            self._item = place + 1
        if mark != ",":
            self._depth -= 1


class Growing(Generic[T_co]):
    """A JSON value that grows with its text."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._scanner = Scanner()
        self._last: Any = _NOTHING

    def feed(self, text: str) -> Partial[T_co] | None:
        """Take more text.

        Returns:
            The value as far as it is certain, where that is more than before.
        """
        self._scanner.feed(text)
        whole = self._scanner.text
        certain = whole if self._scanner.in_string else _NUMBER_AT_END.sub("", whole)
        try:
            # not from the cache of strings: these are seen once
            value = jiter.from_json(
                certain.encode(errors="replace"),
                partial_mode="trailing-strings",
                cache_mode="keys",
            )
        except ValueError:  # nothing has begun, or it is no JSON, which the decoder will say
            return None
        if value == self._last and type(value) is type(self._last):
            return None
        self._last = value
        return Partial(value, whole)


class GrowingText(Generic[T_co]):
    """A text that grows, where the answer is no JSON but a bare text."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._text = ""

    def feed(self, text: str) -> Partial[T_co] | None:
        """Take more text."""
        self._text += text
        return Partial(self._text, self._text) if text else None


_NOTHING: Any = object()
