"""Processes that never outlive the one that started them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from vllm_sdk.testing.errors import LauncherError

SUPERVISOR = Path(__file__).with_name("supervisor.py")
GRACE = 15.0
"""Seconds that a process group has between SIGTERM and SIGKILL."""


class Supervised:
    """A command in a process group of its own, which ends with the block, or with this process.

    Attributes:
        process: The supervisor between this process and the command.
        pid: The command's process id, also its group's; 0 where it could not be started.
    """

    def __init__(
        self,
        command: Sequence[str | os.PathLike[str]],
        *,
        log: Path,
        env: Mapping[str, str] | None = None,
        grace: float = GRACE,
        keep: Sequence[int] = (),
    ) -> None:
        """Start the command.

        Args:
            command: What to run.
            log: Where its output goes, appended.
            env: Its whole environment; this process's where None.
            grace: Seconds between SIGTERM and SIGKILL when it is ended.
            keep: File descriptors to hold open as long as anything of the group is left.
        """
        self._grace = grace
        self.pid = 0
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", SUPERVISOR, str(grace), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                env=env,
                start_new_session=True,
                pass_fds=keep,
            )

    def __enter__(self) -> Self:
        """Wait until the command is running."""
        assert self.process.stdout is not None
        try:
            self.pid = int(self.process.stdout.readline() or 0)
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End the whole group."""
        self.end()

    def signal(self, number: int) -> None:
        """Send a signal to the whole group; no matter whether it still runs."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, number)

    def end(self) -> None:
        """End the whole group and wait until nothing is left of it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            # Twice the grace is the longest that a supervisor takes.
            self.process.wait(2 * self._grace + 5)
        finally:
            # Only where the supervisor itself was killed or interrupted is anything left.
            if self.process.returncode is None or self.process.returncode < 0:
                self.signal(signal.SIGKILL)
                self.process.kill()
                self.process.wait()
            self.process.stdout.close()


def run(
    command: Sequence[str | os.PathLike[str]],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    keep: Sequence[int] = (),
) -> int:
    """Run a command to its end and return its exit code; what it prints goes to `log`."""
    with Supervised(command, log=log, env=env, keep=keep) as running:
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


FOREIGN = (
    "PYTHONPATH",
    "PYTHONHOME",
    "VIRTUAL_ENV",
    "COVERAGE_PROCESS_START",
    "COVERAGE_PROCESS_CONFIG",
    "VLLM_BASE_URL",
    "VLLM_MODEL",
    "VLLM_API_KEY",
    "VLLM_PORT",
)
"""Variables meant for this process, or for the SDK's client, that would mislead a server."""


def clean_environment() -> dict[str, str]:
    """Return this process's environment without what belongs to this process alone."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN}
