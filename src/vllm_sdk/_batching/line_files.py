"""Files of lines, read from their beginning."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import BinaryIO

import msgspec

MAX_LINE_BYTES = 1 << 26
"""Limit on the bytes of one line of an input: 64 MiB."""

_BUFFER = 1 << 20
_BOM = b"\xef\xbb\xbf"
_CHECKED_EACH = 256


class Line(msgspec.Struct, frozen=True, gc=False):
    """A line of a file that is not blank.

    Attributes:
        number: Its number in the file, from 1.
        offset: The offset of its first byte.
        content: Its bytes, without the newline; the first bytes alone if it is too long.
        too_long: Whether it is longer than the limit.
    """

    number: int
    offset: int
    content: bytes
    too_long: bool = False


class Abandoned(Exception):
    """The caller no longer waits for a file to be read."""


def read_lines(
    file: BinaryIO, abandoned: Event | None = None, *, longest: int = MAX_LINE_BYTES
) -> Iterator[Line]:
    r"""Read a file from its beginning, and yield its lines; only `\n` ends a line.

    Blank lines are left out, and so is a byte order mark at the beginning.

    Args:
        file: The file.
        abandoned: Ends the reading if it is set.
        longest: Limit on the bytes of a line.

    Raises:
        OSError: The file can't be read.
        Abandoned: `abandoned` is set.
    """
    number = offset = 0
    file.seek(0)
    while content := file.readline(longest + 1):
        number += 1
        start, offset = offset, offset + len(content)
        if abandoned is not None and number % _CHECKED_EACH == 0 and abandoned.is_set():
            raise Abandoned
        too_long = len(content) > longest and not content.endswith(b"\n")
        if too_long:
            offset += _skip_line(file)
        if number == 1 and content.startswith(_BOM):
            content, start = content[len(_BOM) :], len(_BOM)
        content = content.strip()
        if content:
            yield Line(number, start, content, too_long)


def _skip_line(file: BinaryIO) -> int:
    """Skip the rest of a line, and return how many bytes that was."""
    skipped = 0
    while rest := file.readline(_BUFFER):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            break
    return skipped
