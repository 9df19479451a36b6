"""The replay server, compiled where it is used and run for a while."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

from benchmarks import bodies
from benchmarks.cores import pinned_command

SOURCE = Path(__file__).with_name("replay_server.c")


@attrs.frozen
class Replay:
    """A replay server that runs.

    Attributes:
        url: where it listens.
        pid: its process.
        chunks: how many chunks a stream of it has.
    """

    url: str
    pid: int
    chunks: int


def compiled(folder: Path) -> Path:
    """Compile the server into a folder.

    Raises:
        SystemExit: there is no C compiler, or it failed.
    """
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise SystemExit("The replay server is written in C: install a C compiler (gcc or clang).")
    binary = folder / "replay_server"
    command = [compiler, "-O2", "-o", str(binary), str(SOURCE)]
    if subprocess.run(command, check=False).returncode:
        raise SystemExit(f"{compiler} could not compile {SOURCE.name}; it needs Linux (epoll).")
    return binary


@contextmanager
def replaying(
    binary: Path, *, stream: Path = bodies.STREAM, trickle: float = 0.0
) -> Iterator[Replay]:
    """Run the server.

    Args:
        binary: what `compiled` made.
        stream: the stream that it gives.
        trickle: seconds between two chunks of a stream; 0 to write them in one go.
    """
    command = [str(binary), str(bodies.CHAT), str(stream), str(round(trickle * 1e6))]
    with subprocess.Popen(
        pinned_command("server", command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        port = int(process.stdout.readline())
        yield Replay(f"http://127.0.0.1:{port}", process.pid, bodies.chunks_of(stream))
        process.stdin.close()
