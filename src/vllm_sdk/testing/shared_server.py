"""One server for all workers of a test run, kept by a process of its own.

    python -m vllm_sdk.testing.shared_server FOLDER

The first worker starts that process, the keeper. It serves the scripted model until no process
holds the lock of users any more. The system releases locks however a process ends, so the server
survives each worker, also one that is killed, and ends after the last.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, cast

from vllm_sdk.testing.errors import LauncherError, ServerFailed
from vllm_sdk.testing.server import Server, serve

CARD = "server.json"
"""The file that names the server."""

START = "start.lock"
"""The lock of the process that looks for a keeper, and starts one if there is none."""

USERS = "users.lock"
"""The lock that users share, and that the keeper needs alone to end the server."""

KEPT = "kept.lock"
"""The lock of the keeper."""

KEEPER = (sys.executable, "-m", "vllm_sdk.testing.shared_server")
END_SECONDS = 60.0
"""Seconds to wait for the end of a server, which needs at most 35."""

GLANCE = 0.02


@contextlib.contextmanager
def share_server(folder: Path, *, keeper: Sequence[str] = KEEPER) -> Generator[Server]:
    """Use the server of a folder, and have it started if no other process has.

    Args:
        folder: A folder that all processes share.
        keeper: The command of the keeper, without the folder.

    Yields:
        The server, with `url`, `model` and `log` alone, since the process of another starts it.

    Raises:
        ServerFailed: It could not be started.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        with _lock(folder / START, fcntl.LOCK_EX):
            # A keeper ends only if nobody shares this lock, so it is not ending after this line.
            stack.enter_context(_lock(folder / USERS, fcntl.LOCK_SH))
            if not is_kept(folder):
                _start_keeper([*keeper, str(folder)])
            url, model, log = json.loads((folder / CARD).read_text("utf-8"))
        yield Server(url, model, Path(log) if log else None)


def is_kept(folder: Path) -> bool:
    """Return whether a keeper runs."""
    with (folder / KEPT).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def wait_for_end(folder: Path, seconds: float = END_SECONDS) -> bool:
    """Wait until the keeper has ended the server, and return whether it has in time."""
    deadline = time.monotonic() + seconds
    while is_kept(folder):
        if time.monotonic() > deadline:
            return False
        time.sleep(GLANCE)
    return True


def _start_keeper(command: Sequence[str]) -> None:
    """Start the keeper, and wait until its server is healthy.

    Raises:
        ServerFailed: It has ended instead.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,
        encoding="utf-8",
    )
    try:
        with cast("IO[str]", process.stdout) as output:
            said = output.readline()
    except BaseException:
        process.kill()
        process.wait()
        raise
    if not said:
        raise ServerFailed(f"The keeper of the server ended with exit code {process.wait()}.")
    if problem := json.loads(said):
        process.wait()
        raise ServerFailed(problem)
    process.returncode = 0  # it outlives this process, which is therefore not to wait for it


def keep(
    folder: Path, output: IO[str], start: Callable[[], AbstractContextManager[Server]] = serve
) -> None:
    """Keep a server until no process uses it any more.

    Args:
        folder: The folder of the locks.
        output: Gets one line of JSON: null if the server runs, else the problem.
        start: Start the server.
    """
    # The lock of users is released last: the next user then sees that nothing is kept.
    with (folder / USERS).open("a") as users, _lock(folder / KEPT, fcntl.LOCK_EX):
        try:
            with start() as server:
                log = str(server.log) if server.log else None
                card = json.dumps([server.url, server.model, log])
                (folder / CARD).write_text(card, "utf-8")
                _say(output, None)
                fcntl.flock(users, fcntl.LOCK_EX)
        except LauncherError as error:
            _say(output, str(error))


def _say(output: IO[str], problem: str | None) -> None:
    output.write(f"{json.dumps(problem)}\n")
    output.flush()


@contextlib.contextmanager
def _lock(path: Path, kind: int) -> Generator[None]:
    with path.open("a") as file:
        fcntl.flock(file, kind)
        yield


if __name__ == "__main__":
    keep(Path(sys.argv[1]), sys.stdout)
