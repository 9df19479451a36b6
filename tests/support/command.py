"""Runs the command `vllm-sdk`: in this process, in another one, and at a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import attrs
import pytest

from vllm_sdk.cli import main

COMMAND = (sys.executable, "-m", "vllm_sdk")
PATIENCE = 60.0
"""Seconds that a process may take for what a test waits for; none should."""

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@attrs.frozen
class Result:
    """The end of a command."""

    code: int
    out: str
    err: str


@attrs.frozen
class Here:
    """Runs the command in this process, where coverage is measured."""

    capture: pytest.CaptureFixture[str]

    def __call__(self, *words: object, stdin: bytes | None = b"") -> Result:
        """Run the command; `stdin=None` is a pipe that never ends."""
        self.capture.readouterr()
        with feeding(stdin):
            code = main([str(each) for each in words])
        out, err = self.capture.readouterr()
        return Result(code, out, err)


@contextmanager
def feeding(content: bytes | None) -> Iterator[None]:
    """Make a pipe the standard input of this process."""
    reader, writer = os.pipe()
    with standard_input(reader):
        if content is not None:
            os.write(writer, content)
            os.close(writer)
        try:
            yield
        finally:
            if content is None:
                os.close(writer)


@contextmanager
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], str]]:
    """Make a pseudo-terminal the standard output of this process; give what it shows so far."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (30, 90))

    def read() -> str:
        shown = ""
        while select.select([master], [], [], 0)[0]:
            shown += os.read(master, 65536).decode()
        return _COLOURS.sub("", shown).replace("\r", "")

    with open(slave, "w", encoding="utf-8") as out, monkeypatch.context() as patch:  # noqa: PTH123
        patch.setattr(sys, "stdout", out)
        yield read
    os.close(master)


@contextmanager
def standard_input(descriptor: int) -> Iterator[None]:
    """Make a descriptor the standard input of this process, and close it at the end."""
    before, file = os.dup(0), sys.stdin
    os.dup2(descriptor, 0)
    os.close(descriptor)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 -- a descriptor
    try:
        yield
    finally:
        sys.stdin = file
        os.dup2(before, 0)
        os.close(before)


def run_apart(*words: object, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Result:
    """Run the command in a process of its own."""
    done = subprocess.run(  # noqa: S603 -- our own command
        [*COMMAND, *map(str, words)],
        input=stdin,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        env=build_environment(env),
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def build_environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which the output is the same on every machine."""
    return os.environ | {"COLUMNS": "90", "NO_COLOR": "1", "TERM": "xterm"} | dict(more or {})


class Terminal:
    """A command at a pseudo-terminal, which a test types at."""

    def __init__(self, *words: object, columns: int = 90, **env: str) -> None:
        """Start the command."""
        self.master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (30, columns))
        self.settings = termios.tcgetattr(slave)
        environment = build_environment({"COLUMNS": str(columns), **env})
        self.process = subprocess.Popen(  # noqa: S603 -- our own command
            [*COMMAND, *map(str, words)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: _take_terminal(slave),  # noqa: PLW1509 -- no threads of ours yet
        )
        self.slave = slave
        self.shown = ""
        self._read_to = 0

    def __enter__(self) -> Self:
        """Enter a block that ends the command."""
        return self

    def __exit__(self, *_: object) -> None:
        """Kill the command if it still runs."""
        self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self.master)
        os.close(self.slave)

    def type(self, text: str) -> None:
        """Type a line."""
        os.write(self.master, f"{text}\n".encode())

    def press(self, key: bytes) -> None:
        """Press a key: `\\x03` for Ctrl-C, `\\x04` for Ctrl-D."""
        os.write(self.master, key)

    def interrupt_until(self, text: str) -> None:
        """Press Ctrl-C until a text is shown.

        Python does not see a signal that arrives just before it waits for a key, until the next.
        """
        before = self._read_to
        deadline = time.monotonic() + PATIENCE
        while self.shown.find(text, before) < 0:
            assert time.monotonic() < deadline, f"{text!r} was never shown: {self.shown!r}"
            self.press(b"\x03")
            self._read(1.0)
        self.read_until(text)

    def read_until(self, text: str) -> str:
        """Wait until a text is shown, after what was waited for before; return what is before."""
        deadline = time.monotonic() + PATIENCE
        while (place := self.shown.find(text, self._read_to)) < 0:
            assert time.monotonic() < deadline, f"{text!r} was never shown: {self.shown!r}"
            self._read(1.0)
        before = self.shown[self._read_to : place]
        self._read_to = place + len(text)
        return before

    def wait(self) -> int:
        """Wait until the command ends, and return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"it did not end: {self.shown!r}"
            self._read(0.05)
        self._read(0)
        return self.process.returncode

    def terminate(self) -> int:
        """Send SIGTERM, and return the exit code.

        It is sent again: one that arrives before readline waits for a key is seen after the key.
        """
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"it did not end: {self.shown!r}"
            self.process.send_signal(signal.SIGTERM)
            self._read(0.5)
        return self.wait()

    @property
    def is_as_before(self) -> bool:
        """Whether the terminal has the settings that it had at the start."""
        return termios.tcgetattr(self.slave) == self.settings

    def _read(self, seconds: float) -> None:
        while select.select([self.master], [], [], seconds)[0]:
            content = os.read(self.master, 65536).decode("utf-8", "replace")
            self.shown += _COLOURS.sub("", content).replace("\r", "")
            seconds = 0


def _take_terminal(slave: int) -> None:
    """Make the pseudo-terminal that of the new session, so that Ctrl-C reaches it."""
    import fcntl

    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def interrupt(number: signal.Signals = signal.SIGINT) -> None:
    """Send a signal to the main thread of this process, which runs the command."""
    ident = threading.main_thread().ident
    assert ident is not None
    signal.pthread_kill(ident, number)


def write_file(folder: Path, name: str, content: Any) -> Path:
    """Write a file, of text or bytes."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
