"""Read the kind of model that a GGUF file contains, without its weights."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ARCHITECTURE = "general.architecture"

MAGIC = b"GGUF"
VERSIONS = (2, 3)
"""The versions of the format whose counts have 64 bits; version 1 was never common."""

_STRING, _ARRAY = 8, 9
_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
"""Bytes of a value by the number of its type: all types but texts and arrays."""


class BadGguf(Exception):
    """The file is not a GGUF, or its head cannot be read; the message says why."""


def read_architecture(path: Path) -> str:
    """Return the architecture that a GGUF file names, such as `llama`.

    Raises:
        BadGguf: The file is not a GGUF, is of another version, is cut, or names no architecture.
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        head = _Head(file, os.fstat(file.fileno()).st_size)
        if head.size < len(MAGIC) or head.take(len(MAGIC)) != MAGIC:
            raise BadGguf("it is not a GGUF file")
        if (version := head.read_number("<I")) not in VERSIONS:
            raise BadGguf(f"it has version {version} of the format, not 2 or 3")
        head.read_number("<Q")  # the number of tensors
        for _ in range(head.read_number("<Q")):
            key = head.read_text()
            kind = head.read_number("<I")
            if key == ARCHITECTURE and kind == _STRING:
                return head.read_text()
            head.skip(kind)
    raise BadGguf("it names no architecture")


@dataclass(frozen=True)
class _Head:
    """The values at the beginning of a file, read one after the other."""

    file: IO[bytes]
    size: int

    def take(self, count: int) -> bytes:
        """Return the next bytes; no more than the file has are ever asked for."""
        if count > self.size - self.file.tell():
            raise BadGguf("it ends in the middle")
        return self.file.read(count)

    def read_number(self, form: str) -> int:
        (number,) = struct.unpack(form, self.take(struct.calcsize(form)))
        return int(number)

    def read_text(self) -> str:
        return self.take(self.read_number("<Q")).decode("utf-8", "replace")

    def skip(self, kind: int) -> None:
        """Pass over a value of a type."""
        if kind == _ARRAY:
            inner, count = self.read_number("<I"), self.read_number("<Q")
            if inner == _ARRAY:
                raise BadGguf("it has an array of arrays, which this reader does not know")
            self._skip_values(inner, count)
        else:
            self._skip_values(kind, 1)

    def _skip_values(self, kind: int, count: int) -> None:
        if kind == _STRING:
            for _ in range(count):
                self.take(self.read_number("<Q"))
        elif kind in _SIZES:
            self.take(_SIZES[kind] * count)
        else:
            raise BadGguf(f"it has a value of the unknown type {kind}")
