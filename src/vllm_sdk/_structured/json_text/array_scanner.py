"""The items of an array whose text arrives in pieces."""

from __future__ import annotations

import re

_MARK = re.compile(r'["\[\]{},]')
_IN_STRING = re.compile(r'["\\]')
_SPACE = " \t\n\r"


class ArrayItemScanner:
    """A scanner for the ends of an array's items; it sees each character once."""

    def __init__(self) -> None:
        """Start with no text."""
        self._is_array: bool | None = None  # None until the first character has arrived
        self._depth = 1
        self._in_string = False
        self._escape_pending = False
        self._pieces: list[str] = []  # of the item that is being written

    def feed(self, text: str) -> list[str]:
        """Append text.

        Args:
            text: the next piece.

        Returns:
            The JSON texts of the outermost array's items that are now complete; an empty list if
            the outermost value is not an array.
        """
        if self._is_array is None and (text := text.lstrip(_SPACE)):
            self._is_array = text[0] == "["
            text = text[1:]
        return self._scan(text) if text and self._is_array else []

    def _scan(self, text: str) -> list[str]:
        items: list[str] = []
        start, place = 0, int(self._escape_pending)
        self._escape_pending = False
        while found := (_IN_STRING if self._in_string else _MARK).search(text, place):
            mark, place = found.group(), found.end()
            if mark == "\\":
                self._escape_pending = place == len(text)  # the escaped character comes next
                place += 1
            elif mark == '"':
                self._in_string = not self._in_string
            else:
                if self._depth == 1 and mark in ",]":
                    item = "".join([*self._pieces, text[start : found.start()]]).strip(_SPACE)
                    self._pieces, start = [], place
                    if item or mark == ",":
                        items.append(item)
                self._depth += (mark in "[{") - (mark in "]}")
        self._pieces.append(text[start:])
        return items
