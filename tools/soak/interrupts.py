"""Interrupts programs that call, at random moments."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.soak.script import choose_moment
from tools.soak.settings import Effort
from tools.soak.tally import Tally, Watchdog

BOUND = 10.0
"""Seconds from an interrupt until the program continues or ends."""

_PATIENCE = 90.0
_EACH = 50
"""The interrupts of one program; the last of them ends it."""

_IGNORED = "Exception ignored"
_END = "KeyboardInterrupt"


class ProgramFailed(Exception):
    """A program that did not do what an interrupt asks for."""


def run_interrupts(effort: Effort, url: str, watchdog: Watchdog) -> list[Tally]:
    """Interrupt programs of both kinds, as often as the effort says."""
    chance = random.Random(effort.seed)  # noqa: S311 - it is repeatable, not secret
    tallies: list[Tally] = []
    for kind, client in (("sync", "VLLM"), ("async", "AsyncVLLM")):
        tally = watchdog.follow(Tally(f"{client}, Ctrl-C"))
        tallies.append(tally)
        left = effort.interrupts // 2
        while left > 0:
            number = min(left, _EACH)
            _interrupt(tally, [kind, url, str(number - 1), str(chance.getrandbits(30))], chance)
            left -= number
    return tallies


def _interrupt(tally: Tally, arguments: list[str], chance: random.Random) -> None:
    """Run one program, and interrupt it until it ends."""
    with _running(arguments) as program:
        try:
            for _ in range(int(arguments[2])):
                program.expect("ready", _PATIENCE)
                with tally.call("Ctrl-C", bound=BOUND):
                    program.interrupt(chance)
                    program.expect("survived", BOUND)
            report = json.loads(program.read_line(_PATIENCE))
            program.expect("ready", _PATIENCE)
            with tally.call("the last Ctrl-C", bound=BOUND):
                program.interrupt(chance)
                program.process.wait(BOUND)
            for violation in (*report["left"], *program.find_faults()):
                tally.violate(f"{arguments[0]}, seed {arguments[3]}: {violation}")
        except (ProgramFailed, subprocess.TimeoutExpired, ValueError) as error:
            words = program.read_errors()[-2000:]
            tally.violate(f"{arguments[0]}, seed {arguments[3]}: {error} {words}")


class _Program:
    """A running program, and what it writes."""

    def __init__(self, process: subprocess.Popen[bytes], errors: Path) -> None:
        self.process = process
        self._errors = errors
        self._lines: list[str] = []
        self._rest = b""

    def interrupt(self, chance: random.Random) -> None:
        """Send a SIGINT after a random time, mostly a short one."""
        time.sleep(choose_moment(chance, 0.1))
        self.process.send_signal(signal.SIGINT)

    def expect(self, wanted: str, seconds: float) -> None:
        """Read a line.

        Raises:
            ProgramFailed: The program wrote something else, or nothing in time.
        """
        line = self.read_line(seconds)
        if line != wanted:
            raise ProgramFailed(f"wrote {line!r} instead of {wanted!r}.")

    def read_line(self, seconds: float) -> str:
        """Return the next line.

        Raises:
            ProgramFailed: None came in time, or the program has ended.
        """
        assert self.process.stdout is not None  # noqa: S101 - it is a pipe
        end = time.monotonic() + seconds
        while not self._lines:
            left = max(end - time.monotonic(), 0.0)
            if not select.select([self.process.stdout], [], [], left)[0]:
                raise ProgramFailed(f"wrote nothing for {seconds:g} s.")
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            if not data:
                raise ProgramFailed("ended too early.")
            *lines, self._rest = (self._rest + data).split(b"\n")
            self._lines += [line.decode() for line in lines]
        return self._lines.pop(0)

    def read_errors(self) -> str:
        """Return what the program has written to standard error."""
        return self._errors.read_text("utf-8")

    def find_faults(self) -> Iterator[str]:
        """Yield what is wrong with the end of the program, in sentences."""
        if self.process.returncode not in {-signal.SIGINT, 128 + signal.SIGINT}:
            yield f"the program ended with {self.process.returncode}"
        words = self.read_errors()
        if _IGNORED in words or not words.rstrip().endswith(_END):
            yield f"the program wrote {words}"


@contextmanager
def _running(arguments: list[str]) -> Generator[_Program]:
    command = [sys.executable, "-m", "tools.soak.interrupted", *arguments]
    with (
        tempfile.NamedTemporaryFile("w+") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors) as process,
    ):
        try:
            yield _Program(process, Path(errors.name))
        finally:
            process.kill()
