"""One server for all processes of a test run."""

from __future__ import annotations

import contextlib
import fcntl
import json
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO

from vllm_sdk.testing.server import Server


@contextlib.contextmanager
def share_server(
    folder: Path, start: Callable[[], AbstractContextManager[Server]]
) -> Generator[Server]:
    """Use the server of a folder, or start it if no other process has.

    The process that started the server ends it when no process uses it any more, also if a process
    was killed: the locks of files end with their process.

    Args:
        folder: A folder that all processes share.
        start: Start the server.

    Yields:
        The server; for other processes than the starter without its process.
    """
    folder.mkdir(parents=True, exist_ok=True)
    card = folder / "server.json"
    with contextlib.ExitStack() as stack:
        with _lock(folder / "start.lock", fcntl.LOCK_EX):
            starter = stack.enter_context((folder / "starter.lock").open("a"))
            if not _try_lock(starter):
                stack.enter_context(_lock(folder / "users.lock", fcntl.LOCK_SH))
                url, model = json.loads(card.read_text("utf-8"))
                server = Server(url, model)
            else:
                server = stack.enter_context(start())
                card.write_text(json.dumps([server.url, server.model]), "utf-8")
                stack.callback(_wait_for_users, folder, starter)
        yield server


def _wait_for_users(folder: Path, starter: IO[str]) -> None:
    """Wait until no other process uses the server, and let no further process begin to."""
    with (
        _lock(folder / "start.lock", fcntl.LOCK_EX),
        _lock(folder / "users.lock", fcntl.LOCK_EX),
    ):
        fcntl.flock(starter, fcntl.LOCK_UN)


@contextlib.contextmanager
def _lock(path: Path, kind: int) -> Generator[None]:
    with path.open("a") as file:
        fcntl.flock(file, kind)
        yield


def _try_lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
