"""Processes that never outlive the one that started them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vllm_sdk.testing.errors import LauncherError

SUPERVISOR = Path(__file__).with_name("supervisor.py")
GRACE = 15.0
"""Seconds that a process group has between SIGTERM and SIGKILL."""

MARGIN = 5.0
"""Seconds beyond two graces, the longest that a supervisor takes, after which it is given up."""


@dataclass(frozen=True)
class Running:
    """A supervised command.

    Attributes:
        process: The supervisor, which ends when nothing is left of the command's process group.
        pid: The command's process id, also its group's; 0 where it could not be started.
    """

    process: subprocess.Popen[bytes]
    pid: int

    def signal(self, number: int) -> None:
        """Send a signal to the whole group; nothing happens where it is gone."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, number)


@contextlib.contextmanager
def supervised(
    command: Sequence[str | os.PathLike[str]],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    grace: float | None = None,
    keep: Sequence[int] = (),
) -> Generator[Running]:
    """Run a command in a process group of its own, which ends with the block or this process.

    Args:
        command: What to run.
        log: Where its output goes, appended.
        env: Its whole environment; this process's where None.
        grace: Seconds between SIGTERM and SIGKILL when it is ended; `GRACE` where not given.
        keep: File descriptors to hold open as long as anything of the group is left.

    Yields:
        The command, running; or ended at once where it could not be started, which the log tells.
    """
    grace = GRACE if grace is None else grace
    held, leash = os.pipe()
    told, tells = os.pipe()
    try:
        with log.open("ab") as output:
            process = subprocess.Popen(
                [sys.executable, "-I", "-S", SUPERVISOR, str(grace), *command],
                stdin=held,
                stdout=tells,
                stderr=output,
                env=env,
                start_new_session=True,
                pass_fds=keep,
            )
    finally:
        os.close(held)
        os.close(tells)
    pid = 0
    try:
        with os.fdopen(told) as line:
            pid = int(line.readline() or 0)
        yield Running(process, pid)
    finally:
        os.close(leash)
        _bury(Running(process, pid), 2 * grace + MARGIN)


def _bury(running: Running, patience: float) -> None:
    """Wait until the supervisor has ended the group; where it cannot, do it without it."""
    try:
        running.process.wait(patience)
    except subprocess.TimeoutExpired:
        running.process.kill()
        running.process.wait()
    if running.process.returncode < 0:
        running.signal(signal.SIGKILL)


def run(
    command: Sequence[str | os.PathLike[str]],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    keep: Sequence[int] = (),
) -> int:
    """Run a command to its end and return its exit code; what it prints goes to `log`."""
    with supervised(command, log=log, env=env, keep=keep) as running:
        return running.process.wait()


def output_of(command: Sequence[str | os.PathLike[str]], *, timeout: float = 120) -> str:
    """Run a short command and return what it printed.

    Raises:
        LauncherError: It failed, or was not done after `timeout` seconds.
    """
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
            env=clean_environment(),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LauncherError(f"Cannot run {command[0]}: {error}") from None
    if done.returncode:
        raise LauncherError(f"{command[0]} failed:\n{done.stderr.strip()}")
    return done.stdout.strip()


CPU = {"VLLM_TARGET_DEVICE": "cpu"}
"""What vLLM is told about the machine if it cannot infer it from its own build."""

SERVER_ENVIRONMENT = {
    "VLLM_CPU_KVCACHE_SPACE": "1",  # GB
    "VLLM_ENABLE_V1_MULTIPROCESSING": "0",  # one process fewer: quicker, and 1 GB less
    "OMP_WAIT_POLICY": "PASSIVE",  # spinning threads stall each other where cores are scarce
    "HF_HUB_OFFLINE": "1",
    "VLLM_NO_USAGE_STATS": "1",
    "DO_NOT_TRACK": "1",
}
"""The server's environment if neither the caller nor the user's environment says otherwise."""

FOREIGN = (
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONDONTWRITEBYTECODE",
    "VIRTUAL_ENV",
    "COVERAGE_PROCESS_START",
    "COVERAGE_PROCESS_CONFIG",
    "VLLM_BASE_URL",
    "VLLM_MODEL",
    "VLLM_API_KEY",
    "VLLM_PORT",
    "VLLM_VERSION",
)
"""Variables meant for this process, or for the SDK's client, that would mislead a server."""


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what belongs to this process alone."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN}
