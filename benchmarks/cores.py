"""Which core runs what, and who else uses it.

The client has a core of its own and the server another, so that neither takes the other's time.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Literal

_TICK = os.sysconf("SC_CLK_TCK")
_USABLE = sorted(os.sched_getaffinity(0))


def core_of(who: Literal["client", "server"]) -> int:
    """The core of the client or of the server; with a single core they share it."""
    return _USABLE[0] if who == "server" else _USABLE[-1]


def pinned_command(who: Literal["client", "server"], command: list[str]) -> list[str]:
    """The command, held to its core."""
    taskset = shutil.which("taskset")
    return [taskset, "-c", str(core_of(who)), *command] if taskset else command


def cpu_of(pid: int) -> float:
    """The seconds of CPU time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def busy(core: int) -> float:
    """The seconds that a core has been busy, whoever kept it so."""
    for line in Path("/proc/stat").read_text().splitlines():
        name, *ticks = line.split()
        if name == f"cpu{core}":
            user, nice, system, _idle, _wait, *rest = map(int, ticks)
            return (user + nice + system + sum(rest[:3])) / _TICK
    raise LookupError(f"no core {core}")


def resident() -> int:
    """The bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
