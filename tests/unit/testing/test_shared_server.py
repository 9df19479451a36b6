"""One server is shared by all processes of a test run, and ends with its last user."""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
import runpy
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import httpx
import pytest

from vllm_sdk.testing import Server, ServerFailed, SetupFailed, shared_server
from vllm_sdk.testing.shared_server import KEPT, is_kept, keep, share_server, wait_for_end

Start = Callable[[str], "subprocess.Popen[str]"]
Eventually = Callable[[Callable[[], object]], None]

USING = """
import time
from pathlib import Path
from vllm_sdk.testing.shared_server import share_server
with share_server(Path({folder!r})) as server:
    print(server.url, flush=True)
    time.sleep(600)
"""


def is_healthy(url: str) -> bool:
    try:
        return httpx.get(f"{url}/health", timeout=5).status_code == 200
    except httpx.TransportError:
        return False


def count_starts(pretended: Any) -> int:
    return sum(line.startswith("serve ") for line in pretended.events)


def test_users_share_a_server_that_ends_with_the_last(prepared: Any, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    with contextlib.ExitStack() as users:
        first = users.enter_context(contextlib.ExitStack())
        server = first.enter_context(share_server(folder))
        with share_server(folder) as same:
            assert same == server
            assert server.model == "scripted"
            assert server.log
            assert server.log.read_text() == "Serving.\n"
        first.close()
        with share_server(folder) as late:
            url = late.url
            assert is_healthy(url)
    assert wait_for_end(folder)
    assert not is_healthy(url)
    assert count_starts(prepared) >= 1


def test_the_server_survives_the_process_that_started_it(
    prepared: Any, tmp_path: Path, start: Start
) -> None:
    process = start(USING.format(folder=str(tmp_path)))
    assert process.stdout
    url = process.stdout.readline().strip()
    with share_server(tmp_path) as server:
        process.kill()
        process.wait(60)
        assert server.url == url
        assert is_healthy(url)
    assert wait_for_end(tmp_path)
    assert count_starts(prepared) == 1


def test_the_next_run_starts_its_own(prepared: Any, tmp_path: Path) -> None:
    for count in (1, 2):
        with share_server(tmp_path) as server:
            assert is_healthy(server.url)
        assert wait_for_end(tmp_path)
        assert count_starts(prepared) == count


def test_a_server_that_cannot_be_started_is_an_error_for_each_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VLLM_PYTHON", "/nowhere/python")
    for _ in range(2):
        with pytest.raises(ServerFailed, match="/nowhere/python"), share_server(tmp_path):
            pass
    assert not is_kept(tmp_path)


def test_a_keeper_that_ends_is_an_error(tmp_path: Path) -> None:
    keeper = (sys.executable, "-c", "raise SystemExit(5)")
    with pytest.raises(ServerFailed, match="exit code 5"), share_server(tmp_path, keeper=keeper):
        pass


def test_a_user_that_stops_waiting_ends_the_keeper(
    tmp_path: Path, is_gone: Callable[[int], bool]
) -> None:
    program = 'echo $$ > "$0/pid"; printf "\\377\\n"; exec sleep 600'
    keeper = ("sh", "-c", program)
    with pytest.raises(UnicodeDecodeError), share_server(tmp_path, keeper=keeper):
        pass
    assert is_gone(int((tmp_path / "pid").read_text()))


def test_the_wait_for_the_end_is_bounded(tmp_path: Path) -> None:
    with (tmp_path / KEPT).open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert not wait_for_end(tmp_path, 0.05)
    assert wait_for_end(tmp_path, 0)


@contextlib.contextmanager
def pretend() -> Generator[Server]:
    """A server without a log."""
    yield Server("http://127.0.0.1:1", "m")


def test_a_keeper_keeps_while_it_is_used(tmp_path: Path, eventually: Eventually) -> None:
    said = io.StringIO()
    users = (tmp_path / shared_server.USERS).open("a")
    fcntl.flock(users, fcntl.LOCK_SH)
    thread = threading.Thread(target=keep, args=(tmp_path, said, pretend))
    thread.start()
    eventually(said.getvalue)
    assert json.loads(said.getvalue()) is None
    assert is_kept(tmp_path)
    with share_server(tmp_path) as server:
        assert server == Server("http://127.0.0.1:1", "m")
    users.close()
    thread.join(60)
    assert not is_kept(tmp_path)


def test_a_keeper_says_why_there_is_no_server(tmp_path: Path) -> None:
    @contextlib.contextmanager
    def fail() -> Generator[Server]:
        if tmp_path.exists():
            raise SetupFailed("The disk is full.")
        yield Server("", "")

    said = io.StringIO()
    keep(tmp_path, said, fail)
    assert json.loads(said.getvalue()) == "The disk is full."


def test_the_module_is_the_keeper(
    prepared: Any,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "argv", ["shared_server", str(tmp_path)])
    monkeypatch.delitem(sys.modules, "vllm_sdk.testing.shared_server")
    runpy.run_module("vllm_sdk.testing.shared_server", run_name="__main__")
    assert capsys.readouterr().out == "null\n"
    assert count_starts(prepared) == 1
