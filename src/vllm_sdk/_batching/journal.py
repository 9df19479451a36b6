"""Files of lines that survive whatever ends the program.

Each line is written at once, by one system call, and synced to the disk by a thread each second and
at the end. A program that is killed leaves whole lines and at most the beginning of one, which
`mend_end` cuts.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from concurrent.futures import Future, wait
from pathlib import Path
from threading import Event, Lock
from typing import BinaryIO

from vllm_sdk._batching.file_system import build_file_error, explain_file_errors
from vllm_sdk._transport.threads import start_thread
from vllm_sdk.errors import BatchFileError

SYNC_SECONDS = 1.0
"""Seconds between two syncs."""

CLOSE_SECONDS = 30.0
"""Seconds that the last sync may take, before the journal is abandoned."""

SAFE = (
    "What was written before is whole and safe. Make room, or bring the disk back, and call again: "
    "the batch continues where it stopped."
)
"""What every error of writing says."""

_BLOCK = 1 << 16


class Journal:
    """A file that lines are appended to. Threads may share it."""

    def __init__(self, path: Path, *, sync_seconds: float = SYNC_SECONDS) -> None:
        """Open the file, or make it.

        Args:
            path: The file.
            sync_seconds: Seconds between two syncs.

        Raises:
            BatchFileError: The file can't be opened.
        """
        self.path = path
        self._sync_seconds = sync_seconds
        self._lock = Lock()
        self._unsynced = False
        self._failure: OSError | None = None
        self._ended = Event()
        self._closed = False
        with explain_file_errors(path, "opened for writing"):
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._file = os.open(path, flags, 0o666)
        self._syncing: Future[None] = start_thread(self._sync_regularly, name="vllm-sdk-sync")

    def append(self, line: bytes) -> None:
        """Append a line, which ends in a newline.

        Raises:
            BatchFileError: The disk is full or gone. The file ends with the last whole line.
        """
        with self._lock:
            if self._failure is not None:
                raise self._build_error(self._failure)
            start = os.fstat(self._file).st_size
            try:
                _write(self._file, line)
            except OSError as error:
                self._failure = error
                with contextlib.suppress(OSError):  # the next run cuts it, if this one can't
                    os.ftruncate(self._file, start)
                raise self._build_error(error) from None
            self._unsynced = True

    def close(self) -> None:
        """Sync and close the file; a second call does nothing.

        Raises:
            BatchFileError: The disk is full or gone, or does not respond.
        """
        if self._closed:
            return
        self._closed = True
        self._ended.set()
        if not wait([self._syncing], CLOSE_SECONDS).done:
            raise BatchFileError(
                f"{self.path} could not be synced: the disk has not responded for "
                f"{CLOSE_SECONDS:.0f} s. {SAFE}",
                path=self.path,
            )
        known = self._failure
        self._sync()
        os.close(self._file)
        if self._failure is not None and self._failure is not known:
            raise self._build_error(self._failure)

    def _sync_regularly(self) -> None:
        while not self._ended.wait(self._sync_seconds):
            self._sync()

    def _sync(self) -> None:
        with self._lock:
            unsynced, self._unsynced = self._unsynced, False
        if unsynced:
            try:
                os.fsync(self._file)
            except OSError as error:
                self._failure = error

    def _build_error(self, error: OSError) -> BatchFileError:
        return build_file_error(self.path, "written", error, SAFE)


def _write(file: int, line: bytes) -> None:
    """Write all bytes; the system may take a part of a long line."""
    written = os.write(file, line)
    while written < len(line):
        written += os.write(file, line[written:])


def mend_end(path: Path, is_whole: Callable[[bytes], bool], longest: int) -> None:
    """Complete the last line of a file, or cut it.

    A last line without its newline gets one if it is whole otherwise. If not, a program was ended
    while it wrote the line.

    Args:
        path: A file of lines.
        is_whole: Tells whether a line is whole.
        longest: Limit on the bytes of a whole line.

    Raises:
        BatchFileError: The file can't be read or written.
    """
    with explain_file_errors(path, "repaired"), path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        start = _find_last_line(file, size)
        if start == size:
            return
        file.seek(start)
        if size - start <= longest and is_whole(file.read()):
            file.seek(size)
            file.write(b"\n")
        else:
            file.truncate(start)
        file.flush()
        os.fsync(file.fileno())


def _find_last_line(file: BinaryIO, size: int) -> int:
    """Return the offset after the last newline."""
    end = size
    while end > 0:
        start = max(0, end - _BLOCK)
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0
