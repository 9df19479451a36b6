"""A process group ends with whoever started it."""

from __future__ import annotations

import ctypes
import os
import runpy
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vllm_sdk.testing import LauncherError, processes, supervisor

STUBBORN = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
if len(sys.argv) > 1:
    subprocess.Popen([sys.executable, __file__])
open(sys.argv[-1] if len(sys.argv) > 1 else os.environ["PIDS"], "a").write(f"{os.getpid()}\\n")
time.sleep(600)
"""


LEAVING = """
import os, subprocess, sys, time
subprocess.Popen([sys.executable, sys.argv[1]])
while not open(os.environ["PIDS"]).read():
    time.sleep(0.01)
"""


@pytest.fixture
def signals() -> Iterator[None]:
    """Put the test's own signal handlers back."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.getsignal(number) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


class Family:
    """A process and its child, both deaf to SIGTERM."""

    def __init__(self, folder: Path, is_gone: Callable[[int], bool]) -> None:
        self.is_gone = is_gone
        self.program = folder / "stubborn.py"
        self.program.write_text(STUBBORN)
        self.noted = folder / "pids"
        self.noted.touch()

    @property
    def command(self) -> list[str]:
        return [sys.executable, str(self.program), str(self.noted)]

    @property
    def pids(self) -> list[int]:
        return [int(line) for line in self.noted.read_text().split()]

    @property
    def complete(self) -> bool:
        return len(self.pids) == 2

    @property
    def gone(self) -> bool:
        return self.complete and all(self.is_gone(pid) for pid in self.pids)


@pytest.fixture
def family(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_gone: Callable[[int], bool]
) -> Family:
    made = Family(tmp_path, is_gone)
    monkeypatch.setenv("PIDS", str(made.noted))
    return made


def supervised_here(arguments: list[str], starter: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run the supervisor inside this process."""
    with os.fdopen(starter) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        code = supervisor.main(["0.2", *arguments])
    let_orphans_go()
    return code


def let_orphans_go() -> None:
    """Undo `adopt_orphans`."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(supervisor.PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize(
    ("program", "code"),
    [("raise SystemExit(3)", 3), ("import os; os.kill(os.getpid(), 9)", 137)],
)
def test_the_exit_code_is_the_commands(
    program: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    starter, leash = os.pipe()
    assert supervised_here([sys.executable, "-c", program], starter, monkeypatch) == code
    os.close(leash)
    assert int(capfd.readouterr().out) > 0


@pytest.mark.usefixtures("signals")
def test_a_command_that_does_not_exist_is_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    starter, leash = os.pipe()
    assert supervised_here(["/no/such/command"], starter, monkeypatch) == 127
    os.close(leash)
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "/no/such/command" in captured.err


@pytest.mark.usefixtures("signals")
def test_the_group_ends_when_the_starter_lets_go(
    family: Family,
    monkeypatch: pytest.MonkeyPatch,
    eventually: Callable[[Callable[[], object]], None],
) -> None:
    starter, leash = os.pipe()

    def let_go() -> None:
        eventually(lambda: family.complete)
        os.close(leash)

    thread = threading.Thread(target=let_go)
    thread.start()
    assert supervised_here(family.command, starter, monkeypatch) == 128 + signal.SIGKILL
    thread.join()
    eventually(lambda: family.gone)


@pytest.mark.usefixtures("signals")
def test_what_a_command_leaves_behind_ends_with_it(
    family: Family, monkeypatch: pytest.MonkeyPatch, is_gone: Callable[[int], bool]
) -> None:
    starter, leash = os.pipe()
    command = [sys.executable, "-c", LEAVING, str(family.program)]
    assert supervised_here(command, starter, monkeypatch) == 0
    os.close(leash)
    assert len(family.pids) == 1
    assert all(is_gone(pid) for pid in family.pids)


@pytest.mark.usefixtures("signals")
def test_it_runs_as_a_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["supervisor.py", "0", "/no/such/command"])
    starter, leash = os.pipe()
    with os.fdopen(starter) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(processes.SUPERVISOR), run_name="__main__")
    os.close(leash)
    let_orphans_go()
    assert ended.value.code == 127


def test_stray_signals_are_ignored() -> None:
    supervisor.ignore(signal.SIGTERM, None)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_orphans_are_adopted_where_the_system_can(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, ...]] = []

    class Library:
        def __init__(self, _: None) -> None:
            self.prctl = lambda *arguments: asked.append(arguments)

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(supervisor.ctypes, "CDLL", Library)
    supervisor.adopt_orphans()
    assert asked == ([(36, 1, 0, 0, 0)] if platform == "linux" else [])


@pytest.mark.parametrize("error", [None, RuntimeError])
def test_nothing_outlives_the_block(
    error: type[Exception] | None,
    family: Family,
    tmp_path: Path,
    eventually: Callable[[Callable[[], object]], None],
) -> None:
    try:
        with processes.supervise(family.command, log=tmp_path / "log", grace=0.2) as running:
            eventually(lambda: family.complete)
            assert running.process.poll() is None
            if error:
                raise error
    except RuntimeError:
        assert error
    # The supervisor has waited for the child's end too, and buried it.
    assert not any(Path(f"/proc/{pid}").exists() for pid in family.pids)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
def test_nothing_outlives_the_block_where_the_supervisor_does_not_work(
    number: signal.Signals,
    family: Family,
    tmp_path: Path,
    eventually: Callable[[Callable[[], object]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "MARGIN", 0.1)
    with processes.supervise(family.command, log=tmp_path / "log", grace=0.1) as running:
        eventually(lambda: family.complete)
        running.process.send_signal(number)
    eventually(lambda: family.gone)


def test_a_stopped_group_is_ended(
    family: Family, tmp_path: Path, eventually: Callable[[Callable[[], object]], None]
) -> None:
    with processes.supervise(family.command, log=tmp_path / "log", grace=0.2) as running:
        eventually(lambda: family.complete)
        running.signal(signal.SIGSTOP)
    eventually(lambda: family.gone)
    running.signal(signal.SIGKILL)  # to nobody: no error


def test_a_command_runs_to_its_end(tmp_path: Path) -> None:
    log = tmp_path / "log"
    command = [sys.executable, "-c", "print('here'); raise SystemExit(4)"]
    assert processes.run(command, log=log) == 4
    assert log.read_text() == "here\n"


def test_a_command_that_cannot_start_has_no_group(tmp_path: Path) -> None:
    with processes.supervise(["/no/such/command"], log=tmp_path / "log") as running:
        assert running.pid == 0
        running.signal(signal.SIGKILL)
    assert running.process.returncode == supervisor.NOT_STARTED


def test_output_is_returned_or_the_failure_told() -> None:
    assert processes.capture_output([sys.executable, "-c", "print(' yes ')"]) == "yes"
    with pytest.raises(LauncherError, match="because"):
        processes.capture_output([sys.executable, "-c", "raise SystemExit('because')"])
    with pytest.raises(LauncherError, match="Cannot run /no/such/command"):
        processes.capture_output(["/no/such/command"])
    with pytest.raises(LauncherError, match="timed out"):
        processes.capture_output(
            [sys.executable, "-c", "import time; time.sleep(600)"], timeout=0.1
        )


def test_a_server_does_not_see_what_is_meant_for_the_client(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VLLM_API_KEY", "secret")
    monkeypatch.setenv("VLLM_CPU_KVCACHE_SPACE", "2")
    environment = processes.build_environment()
    assert "VLLM_API_KEY" not in environment
    assert environment["VLLM_CPU_KVCACHE_SPACE"] == "2"
