"""Assign the client and the server to cores, and measure the use of CPU and memory.

The client and the server each have a core of their own, so that neither takes the other's time.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Literal

_TICK = os.sysconf("SC_CLK_TCK")
_USABLE = sorted(os.sched_getaffinity(0))


def choose_core(who: Literal["client", "server"]) -> int:
    """Return the core of the client or of the server; both share a single core."""
    return _USABLE[0] if who == "server" else _USABLE[-1]


def pin_command(who: Literal["client", "server"], command: list[str]) -> list[str]:
    """Return the command that runs on the core of the client or of the server."""
    taskset = shutil.which("taskset")
    return [taskset, "-c", str(choose_core(who)), *command] if taskset else command


def read_cpu_seconds(pid: int) -> float:
    """Return the seconds of CPU time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def read_busy_seconds(core: int) -> float:
    """Return the seconds that a core has been busy, with all processes together."""
    for line in Path("/proc/stat").read_text().splitlines():
        name, *ticks = line.split()
        if name == f"cpu{core}":
            user, nice, system, _idle, _wait, *rest = map(int, ticks)
            return (user + nice + system + sum(rest[:3])) / _TICK
    raise LookupError(f"no core {core}")


def read_resident_bytes() -> int:
    """Return the resident memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
