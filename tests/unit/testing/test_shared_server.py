"""One server is shared by all processes of a test run, and ends with its last user."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Generator
from pathlib import Path

from vllm_sdk.testing import Server
from vllm_sdk.testing.shared_server import share_server


class Starts:
    """Counts the servers that were started and that have ended."""

    def __init__(self) -> None:
        self.started = 0
        self.ended = 0

    @contextlib.contextmanager
    def __call__(self) -> Generator[Server]:
        self.started += 1
        yield Server(f"http://127.0.0.1:{self.started}", "m")
        self.ended += 1


def test_the_first_process_starts_it_and_the_others_use_it(tmp_path: Path) -> None:
    starts = Starts()
    may_leave, has_left = threading.Event(), threading.Event()
    used = []

    def start() -> None:
        with share_server(tmp_path / "shared", starts) as server:
            used.append(server.url)
            inside.set()
            may_leave.wait(30)
        has_left.set()

    inside = threading.Event()
    thread = threading.Thread(target=start)
    thread.start()
    assert inside.wait(30)
    with share_server(tmp_path / "shared", starts) as server:
        used.append(server.url)
        may_leave.set()
        assert not has_left.wait(0.05)
        assert starts.ended == 0
    thread.join(30)
    assert (starts.started, starts.ended) == (1, 1)
    assert used == ["http://127.0.0.1:1"] * 2


def test_the_next_run_starts_its_own(tmp_path: Path) -> None:
    starts = Starts()
    for _ in range(2):
        with share_server(tmp_path, starts):
            assert starts.started == starts.ended + 1
    assert starts.ended == 2
