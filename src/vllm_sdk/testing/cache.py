"""The folder of environments, models and logs, with locks and atomic creation."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import IO

from vllm_sdk.testing.errors import SetupFailed

PATIENCE = 1800.0
"""Seconds that a process waits for another one that makes the same thing."""

LOGS_KEPT = 50
"""Number of logs in the folder; older ones are deleted."""


def get_cache_folder() -> Path:
    """Return the launcher's folder: `VLLM_SDK_CACHE`, else `vllm-sdk` in the user's cache."""
    if chosen := os.environ.get("VLLM_SDK_CACHE"):
        return Path(chosen).expanduser().absolute()
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "vllm-sdk"


@contextlib.contextmanager
def lock(name: str, *, patience: float = PATIENCE, say: Callable[[str], None]) -> Generator[int]:
    """Hold a lock that only one process of the machine can hold.

    The lock belongs to the open file, so the system releases it however the holder ends. A child
    that inherits the yielded file descriptor holds the lock too. The children of a killed set-up
    therefore keep the next set-up waiting until they have ended.

    Args:
        name: The name of a file in the cache's `locks` folder.
        patience: Seconds to wait for another holder.
        say: Called once if there is another holder.

    Yields:
        The file descriptor that holds the lock.

    Raises:
        SetupFailed: The other holder did not release the lock in time.
    """
    path = get_cache_folder() / "locks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        if not _try_lock(file):
            say(f"Waiting for another process that is making {name}")
            deadline = time.monotonic() + patience
            while not _try_lock(file):
                if time.monotonic() > deadline:
                    raise SetupFailed(
                        f"Another process has been making {name} for {patience:.0f} s. Wait for "
                        f"it or end it; it holds {path}."
                    )
                time.sleep(0.05)
        yield file.fileno()


def _try_lock(file: IO[str]) -> bool:
    """Take the lock if it is free, and return whether this process holds it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def make_folder(target: Path, fill: Callable[[Path], None]) -> None:
    """Make the folder `target` completely or not at all.

    The folder is filled under another name and renamed when it is complete. It then replaces what
    is there under its name. The caller must hold a lock, because the leftovers of an interrupted
    attempt are deleted first.

    Args:
        target: The folder to make.
        fill: Fills the empty folder passed to it. `target` appears only if `fill` returns.
    """
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        fill(partial)
        _remove(target)
        partial.rename(target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _remove(path: Path) -> None:
    """Remove what is there under a name: a folder, a file, a link or nothing."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    else:
        shutil.rmtree(path, ignore_errors=True)


def check_space(what: str, folder: Path, space: float) -> None:
    """Check that a folder's disk has room.

    Args:
        what: What is to be made there, as the subject of a sentence.
        folder: An existing folder.
        space: Bytes that must be free.

    Raises:
        SetupFailed: There is less.
    """
    free = shutil.disk_usage(folder).free
    if free < space:
        raise SetupFailed(
            f"{what} needs {space / 1e9:g} GB and {folder} has {free / 1e9:.1f} GB free. "
            "Make room, or set VLLM_SDK_CACHE to a folder with more."
        )


def create_log(name: str) -> Path:
    """Delete all but the latest logs, and return a path for a new log."""
    folder = get_cache_folder() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    logs = sorted(folder.glob("*.log"))
    for old in logs[: max(0, len(logs) - LOGS_KEPT + 1)]:
        old.unlink(missing_ok=True)
    now = time.strftime("%Y%m%d-%H%M%S")
    return folder / f"{now}-{time.monotonic_ns()}-{name}-{os.getpid()}.log"


def read_tail(log: Path, lines: int = 40) -> str:
    """Return the last lines of a log, indented, or a note if the log is empty."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    last = text.splitlines()[-lines:]
    return "\n".join("  | " + line for line in last) or "  | (nothing)"
