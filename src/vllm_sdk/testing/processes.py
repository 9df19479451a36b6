"""Run processes that never outlive the process that started them."""

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
"""Seconds beyond two graces after which a supervisor is killed; it never needs more than two."""


@dataclass(frozen=True)
class SupervisedCommand:
    """A command that runs under a supervisor.

    Attributes:
        process: The supervisor, which ends when the command's process group is empty.
        pid: The process id of the command and of its group; 0 if the command could not be started.
    """

    process: subprocess.Popen[bytes]
    pid: int

    def signal(self, number: int) -> None:
        """Send a signal to the whole group; do nothing if the group has ended."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, number)


@contextlib.contextmanager
def supervise(
    command: Sequence[str | os.PathLike[str]],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    grace: float | None = None,
    keep: Sequence[int] = (),
) -> Generator[SupervisedCommand]:
    """Run a command in a process group of its own, which ends with the block or this process.

    Args:
        command: The command and its arguments.
        log: The file to which the output is appended.
        env: The complete environment; this process's environment if None.
        grace: Seconds between SIGTERM and SIGKILL when the group is ended; `GRACE` if None.
        keep: File descriptors to keep open as long as a process of the group lives.

    Yields:
        The running command. If it could not be started, it has ended and the log has the reason.
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
        yield SupervisedCommand(process, pid)
    finally:
        os.close(leash)
        _await_end(SupervisedCommand(process, pid), 2 * grace + MARGIN)


def _await_end(running: SupervisedCommand, patience: float) -> None:
    """Wait until the supervisor has ended the group; end the group if the supervisor fails."""
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
    """Run a command to its end, append its output to `log`, and return its exit code."""
    with supervise(command, log=log, env=env, keep=keep) as running:
        return running.process.wait()


def capture_output(command: Sequence[str | os.PathLike[str]], *, timeout: float = 120) -> str:
    """Run a short command and return its standard output.

    Raises:
        LauncherError: The command failed, or did not end within `timeout` seconds.
    """
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
            env=build_environment(),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LauncherError(f"Cannot run {command[0]}: {error}") from None
    if done.returncode:
        raise LauncherError(f"{command[0]} failed:\n{done.stderr.strip()}")
    return done.stdout.strip()


CPU = {"VLLM_TARGET_DEVICE": "cpu"}
"""The device for a vLLM that cannot infer it from its own build."""

SERVER_ENVIRONMENT = {
    "VLLM_CPU_KVCACHE_SPACE": "1",  # GB
    "VLLM_ENABLE_V1_MULTIPROCESSING": "0",  # one process fewer: faster, and 1 GB less memory
    "OMP_WAIT_POLICY": "PASSIVE",  # spinning threads stall each other if cores are scarce
    "HF_HUB_OFFLINE": "1",
    "VLLM_NO_USAGE_STATS": "1",
    "DO_NOT_TRACK": "1",
}
"""The defaults of the server's environment; the user's environment and the caller override them."""

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


def build_environment() -> dict[str, str]:
    """Return this process's environment without the `FOREIGN` variables."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN}
