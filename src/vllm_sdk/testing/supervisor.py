"""Run a command in a process group of its own, and end the whole group with its starter.

    python supervisor.py GRACE COMMAND…

Standard input is a pipe from the starter. A byte on it, or its end, means that the group must end.
The system closes the pipe however the starter ends, also by SIGKILL. The group gets SIGTERM, and
GRACE seconds later SIGKILL. The only line on standard output is the process id of the command,
which is also the id of the group. The command's own output is written to standard error. The
supervisor ends when the group is empty, with the command's exit code.

This file runs as a script and imports nothing but the standard library.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from types import FrameType

GLANCE = 0.02
"""Seconds between two checks of a group that is ending."""

NOT_STARTED = 127
PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans() -> None:
    """Become the parent of the group's orphans, to be able to wait for them (Linux only)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def is_gone(command: subprocess.Popen[bytes]) -> bool:
    """Reap the group's ended processes, and return whether the group is empty."""
    if command.poll() is None:
        return False
    with contextlib.suppress(ChildProcessError):
        buried = command.pid
        while buried:
            buried, _ = os.waitpid(-command.pid, os.WNOHANG)
    try:
        os.killpg(command.pid, 0)
    except (ProcessLookupError, PermissionError):
        return True
    return False


def end(command: subprocess.Popen[bytes], grace: float) -> None:
    """End the command's whole group by SIGTERM, and after `grace` seconds by SIGKILL."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        if is_gone(command):
            return
        # A stopped process receives SIGTERM only when it continues.
        for each in (number, signal.SIGCONT):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(command.pid, each)
        deadline = time.monotonic() + grace
        while time.monotonic() < deadline and not is_gone(command):
            time.sleep(GLANCE)


def supervise(starter: int, grace: float, arguments: list[str]) -> int:
    """Run a command until it ends or the starter closes its pipe, and return its exit code.

    Args:
        starter: The file descriptor of the pipe from the starter.
        grace: Seconds between SIGTERM and SIGKILL.
        arguments: The command.
    """
    try:
        command = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr.fileno(),
            start_new_session=True,
        )
    except OSError as error:
        sys.stderr.write(f"Cannot run {arguments[0]}: {error}\n")
        return NOT_STARTED
    sys.stdout.write(f"{command.pid}\n")
    sys.stdout.flush()

    def end_with_starter() -> None:
        os.read(starter, 1)
        end(command, grace)

    threading.Thread(target=end_with_starter, daemon=True).start()
    code = command.wait()
    end(command, grace)
    return code


def ignore(_number: int, _frame: FrameType | None) -> None:
    """Ignore a signal, because only the pipe ends the supervisor."""


def main(arguments: list[str]) -> int:
    """Supervise a command and return its exit code, 128 + n if signal n ended it."""
    adopt_orphans()
    for stray in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(stray, ignore)
    code = supervise(sys.stdin.fileno(), float(arguments[0]), arguments[1:])
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
