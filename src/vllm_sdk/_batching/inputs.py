"""Input files: JSON lines, plain or compressed, from a path or from standard input."""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import Any, BinaryIO, cast

from vllm_sdk._batching.file_system import explain_file_errors
from vllm_sdk._batching.line_files import Abandoned, Line, read_lines
from vllm_sdk.errors import BatchInvalid

STDIN = "-"
"""The input that means standard input."""

_BUFFER = 1 << 20


class InputFile:
    """An input file, which can be read more than once.

    Attributes:
        name: What to call it in messages.
        path: Its path, or None for standard input.
        abandoned: Ends the reading if it is set.
    """

    def __init__(self, source: str | os.PathLike[str]) -> None:
        """Look at the file; nothing is read yet.

        Args:
            source: The path of a file, or `-` for standard input.

        Raises:
            BatchInvalid: The file is missing, or is a folder.
            BatchFileError: The file can't be looked at.
        """
        self.path = None if os.fspath(source) == STDIN else Path(source)
        self.name = "standard input" if self.path is None else str(self.path)
        self.abandoned = Event()
        self._spool: BinaryIO | None = None
        self._seen: tuple[int, ...] | None = None
        self._is_stream = self.path is None or self._look(self.path)

    def _look(self, path: Path) -> bool:
        """Tell whether a file can be read only once, as a pipe."""
        with explain_file_errors(path, "read"):
            try:
                found = path.stat()
            except FileNotFoundError:
                raise BatchInvalid(f"There is no input file {path}.", path=path) from None
        if stat.S_ISDIR(found.st_mode):
            raise BatchInvalid(f"The input {path} is a folder: give a file.", path=path)
        return not stat.S_ISREG(found.st_mode)

    def spool(self) -> None:
        """Copy an input that can be read only once to a temporary file.

        Raises:
            BatchFileError: It can't be read, or the temporary file can't be written.
        """
        if not self._is_stream or self._spool is not None:
            return
        with (
            explain_file_errors(Path(self.name), "copied to a temporary file"),
            _open_stdin() if self.path is None else self.path.open("rb", 0) as stream,
        ):
            self._spool = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 -- see `close`
            while block := stream.read(_BUFFER):
                if self.abandoned.is_set():
                    raise Abandoned
                self._spool.write(block)

    def lines(self) -> Iterator[Line]:
        """Read the file from its beginning, and yield its lines that are not blank.

        Raises:
            BatchInvalid: The file is not compressed as its name says, or it has changed since it
                was read first.
            BatchFileError: The file can't be read.
        """
        path = Path(self.name)
        with explain_file_errors(path, "read"):
            if self._spool is not None:
                yield from read_lines(self._spool, self.abandoned)
                return
            self._check_unchanged(path)
            try:
                with _open(path) as opened:
                    yield from read_lines(opened, self.abandoned)
            except _list_decompression_errors(path) as error:
                raise BatchInvalid(
                    f"{path} can't be decompressed: {error}. Is it whole, and of the format that "
                    "its name ends in?",
                    path=path,
                ) from None

    def _check_unchanged(self, path: Path) -> None:
        found = path.stat()
        seen = (found.st_ino, found.st_size, found.st_mtime_ns)
        if self._seen is not None and seen != self._seen:
            raise BatchInvalid(
                f"{path} has changed since it was checked: call again when nothing writes it.",
                path=path,
            )
        self._seen = seen

    def close(self) -> None:
        """End the reading, and delete the temporary file."""
        self.abandoned.set()
        if self._spool is not None:
            self._spool.close()


def _open_stdin() -> BinaryIO:
    """Open standard input without its buffer: a thread that waits in one blocks the program's end.

    Raises:
        OSError: The program has no standard input.
    """
    try:
        return open(os.dup(sys.stdin.fileno()), "rb", 0)  # noqa: PTH123 -- a descriptor
    except (AttributeError, ValueError) as error:  # a service has none
        raise OSError(f"the program has none ({error})") from None


def _open(path: Path) -> BinaryIO:
    if path.suffix == ".gz":
        return cast("BinaryIO", io.BufferedReader(gzip.open(path, "rb"), _BUFFER))
    if path.suffix == ".zst":
        return cast("BinaryIO", io.BufferedReader(_import_zstd(path).open(path, "rb"), _BUFFER))
    return path.open("rb", buffering=_BUFFER)


def _import_zstd(path: Path) -> Any:
    """Import the library of Zstandard: Python's own, or that of the extra.

    Raises:
        BatchInvalid: There is none.
    """
    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    raise BatchInvalid(
        f"To read {path}, install the extra: pip install 'vllm-typed-sdk[zstd]'.", path=path
    )


def _list_decompression_errors(path: Path) -> tuple[type[Exception], ...]:
    found: tuple[type[Exception], ...] = (EOFError, gzip.BadGzipFile, zlib.error)
    return (*found, _import_zstd(path).ZstdError) if path.suffix == ".zst" else found
