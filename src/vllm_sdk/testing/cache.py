"""The folder where environments, models and logs are kept, and how they get there whole."""

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
"""How long, in seconds, a process waits for another that makes the same thing."""

LOGS_KEPT = 50


def cache_folder() -> Path:
    """Return the launcher's folder: `VLLM_SDK_CACHE`, else `vllm-sdk` in the user's cache."""
    if chosen := os.environ.get("VLLM_SDK_CACHE"):
        return Path(chosen).expanduser().absolute()
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "vllm-sdk"


@contextlib.contextmanager
def lock(name: str, *, patience: float = PATIENCE, say: Callable[[str], None]) -> Generator[int]:
    """Hold the lock called `name`; only one process of the machine can.

    The lock belongs to the open file, so the system releases it however the holder ends. A child
    that inherits the yielded file descriptor holds it too: what is left of a killed set-up keeps
    the next one waiting until it is gone.

    Args:
        name: Of a file in the cache's `locks` folder.
        patience: Seconds to wait for another holder.
        say: Told once when there is another holder.

    Raises:
        SetupFailed: The other holder was not done in time.
    """
    path = cache_folder() / "locks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        if not _locked(file):
            say(f"Waiting for another process that is making {name}")
            deadline = time.monotonic() + patience
            while not _locked(file):
                if time.monotonic() > deadline:
                    raise SetupFailed(
                        f"Another process has been making {name} for {patience:.0f} s. Wait for "
                        f"it or end it; it holds {path}."
                    )
                time.sleep(0.05)
        yield file.fileno()


def _locked(file: IO[str]) -> bool:
    """Take the lock where nobody has it; tell whether it is ours."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def make_folder(target: Path, fill: Callable[[Path], None]) -> None:
    """Make the folder `target` whole or not at all.

    It is filled under another name and renamed when it is complete. Call it under a lock: what an
    interrupted attempt left behind is deleted first.

    Args:
        target: The folder to make.
        fill: Fills the empty folder that it is given; `target` appears only where it returns.
    """
    partial = target.with_name(target.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        fill(partial)
        partial.rename(target)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def new_log(name: str) -> Path:
    """Return a path for a new log called `name`, and delete all but the latest logs."""
    folder = cache_folder() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    logs = sorted(folder.glob("*.log"))
    for old in logs[: max(0, len(logs) - LOGS_KEPT + 1)]:
        old.unlink(missing_ok=True)
    now = time.strftime("%Y%m%d-%H%M%S")
    return folder / f"{now}-{time.monotonic_ns()}-{name}-{os.getpid()}.log"


def tail(log: Path, lines: int = 40) -> str:
    """Return the last `lines` lines of a log, indented; a note where it is empty."""
    text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
    last = text.splitlines()[-lines:]
    return "\n".join("  | " + line for line in last) or "  | (nothing)"
