"""Locks between processes that write the same file."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from vllm_sdk._batching.file_system import explain_file_errors
from vllm_sdk.errors import BatchFileError

ATTEMPTS = 100
"""How many times a lock is tried whose file other processes remove meanwhile."""


class Holder(msgspec.Struct, frozen=True):
    """The process that holds a lock, as the lock file names it.

    Attributes:
        pid: Its process id.
        host: The name of its machine.
        start: The time at which it took the lock, in ISO 8601.
    """

    pid: int
    host: str
    start: str


_HOLDERS = msgspec.json.Decoder(Holder)


class FileLock:
    """A lock that only one process can hold, beside the file that it protects.

    The system releases it however the holder ends.
    """

    def __init__(self, target: Path) -> None:
        """Take the lock.

        Args:
            target: The file that the lock protects. The lock is the file `target` + `.lock`.

        Raises:
            BatchFileError: Another process, or another batch of this one, holds the lock, or the
                file of the lock can't be written.
        """
        self.path = target.with_name(f"{target.name}.lock")
        self._file: int | None = None
        for _ in range(ATTEMPTS):
            with explain_file_errors(self.path, "locked"):
                file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
                try:
                    held = _try_lock(file)
                    if held and _is_at(file, self.path):
                        _write_holder(file)
                        self._file = file
                        return
                    if not held:
                        raise self._build_error(target, file)
                finally:
                    if self._file is None:
                        os.close(file)
        raise BatchFileError(  # pragma: no cover -- others would have to win a hundred times
            f"{self.path} could not be locked: other processes take it again and again.",
            path=self.path,
        )

    def release(self) -> None:
        """Release the lock and remove its file; a second call does nothing."""
        if self._file is None:
            return
        file, self._file = self._file, None
        with contextlib.suppress(OSError):  # Windows removes no open file
            self.path.unlink()
        os.close(file)

    def _build_error(self, target: Path, file: int) -> BatchFileError:
        try:
            holder = _HOLDERS.decode(os.read(file, 10_000))
        except msgspec.MsgspecError:  # it has just taken the lock
            who = "Another process"
        else:
            who = f"Process {holder.pid} on {holder.host}, started at {holder.start},"
        return BatchFileError(
            f"{who} is writing {target}: {self.path} is locked. Wait for it or end it, or choose "
            "another output.",
            path=target,
        )


def _write_holder(file: int) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    os.ftruncate(file, 0)
    os.write(file, msgspec.json.encode(Holder(os.getpid(), socket.gethostname(), now)))


def _is_at(file: int, path: Path) -> bool:
    """Tell whether an open file is still the one of its name: its last holder removes it."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":  # pragma: no cover -- the other branch runs elsewhere
    import msvcrt

    _PLACE = 1 << 30  # a lock of Windows hides what it covers from other readers

    def _try_lock(file: int) -> bool:
        os.lseek(file, _PLACE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _try_lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
