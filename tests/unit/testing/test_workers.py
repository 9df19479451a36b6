"""The fixture `vllm_server` in runs of pytest-xdist."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest_plugins = "pytester"

Eventually = Callable[[Callable[[], object]], None]

HELPERS = """
import os, time
from pathlib import Path
import httpx, pytest

HERE = Path(__file__).parent

def mark(name, text=""):
    (HERE / f"{name}.partial").write_text(str(text))
    (HERE / f"{name}.partial").rename(HERE / name)

def await_mark(name):
    deadline = time.monotonic() + 60
    while not (HERE / name).exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return (HERE / name).read_text()

def is_gone(pid):
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (ProcessLookupError, FileNotFoundError):
        return True
"""
BOTH = """
from helpers import *

@pytest.mark.parametrize(("own", "other"), [("a", "b"), ("b", "a")])
def test_both(own, other, vllm_server):
    mark(own, vllm_server.url)
    assert await_mark(other) == vllm_server.url
    assert httpx.get(f"{vllm_server.url}/health").status_code == 200
"""
ONE_DIES = """
from helpers import *

def test_that_dies(vllm_server):
    mark("started", os.getpid())
    await_mark("joined")
    os.kill(os.getpid(), 9)

def test_that_lives(request):
    pid = int(await_mark("started"))
    server = request.getfixturevalue("vllm_server")
    mark("joined")
    while not is_gone(pid):
        time.sleep(0.01)
    assert httpx.get(f"{server.url}/health").status_code == 200
"""
ENDLESS = """
from helpers import *

@pytest.mark.parametrize("name", ["a", "b"])
def test_endless(name, vllm_server):
    mark(name, vllm_server.url)
    time.sleep(600)
"""
IMPATIENT = """
from xdist.workermanage import NodeManager

NodeManager.EXIT_TIMEOUT = 0.5  # it waits so long, three times, for a worker that is in a test
"""
ARGUMENTS = ("-n", "2", "-p", "vllm_sdk_pytest", "-p", "xdist", "-p", "no:cacheprovider")


@pytest.fixture
def user(
    prepared: Any, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> pytest.Pytester:
    """A user's folder, where pytest has xdist and our plugin alone."""
    assert prepared
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    pytester.makepyfile(helpers=HELPERS)
    pytester.makeconftest(IMPATIENT)
    return pytester


@pytest.fixture
def run(user: pytest.Pytester) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Start a run that a test ends."""
    started = []

    def begin(source: str) -> subprocess.Popen[str]:
        user.makepyfile(source)
        command = [sys.executable, "-m", "pytest", *ARGUMENTS]
        process = subprocess.Popen(  # noqa: S603 -- our own command
            command, cwd=user.path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate(timeout=60)


def count_starts(pretended: Any) -> int:
    return sum(line.startswith("serve ") for line in pretended.events)


def test_all_workers_use_one_server_that_leaves_nothing(
    user: pytest.Pytester, prepared: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.makepyfile(BOTH)
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    user.runpytest_subprocess(*ARGUMENTS, timeout=120).assert_outcomes(passed=2)
    assert count_starts(prepared) == 1
    assert [each.name for each in folder.iterdir() if each.name.startswith("vllm-")] == []


def test_the_server_survives_a_worker_that_is_killed(user: pytest.Pytester, prepared: Any) -> None:
    user.makepyfile(ONE_DIES)
    user.runpytest_subprocess(*ARGUMENTS, timeout=120).assert_outcomes(passed=1, failed=1)
    assert count_starts(prepared) == 1


def test_the_server_is_gone_when_an_interrupted_run_ends(
    user: pytest.Pytester, prepared: Any, run: Any, eventually: Eventually, is_gone: Any
) -> None:
    process = run(ENDLESS)
    eventually(lambda: all((user.path / name).exists() for name in "ab"))
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == pytest.ExitCode.INTERRUPTED, said
    assert all(is_gone(pid) for pid in prepared.pids)


def test_the_server_ends_after_a_run_that_is_killed(
    user: pytest.Pytester, prepared: Any, run: Any, eventually: Eventually, is_gone: Any
) -> None:
    process = run(ENDLESS)
    eventually(lambda: all((user.path / name).exists() for name in "ab"))
    process.kill()
    eventually(lambda: all(is_gone(pid) for pid in prepared.pids))


def test_runs_without_the_server_start_none(user: pytest.Pytester, prepared: Any) -> None:
    user.makepyfile("def test_nothing(): pass")
    user.runpytest_subprocess(*ARGUMENTS, timeout=120).assert_outcomes(passed=1)
    assert prepared.events == []
