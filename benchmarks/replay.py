"""Compile and run the replay server."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

from benchmarks import bodies
from benchmarks.cores import pin_command

SOURCE = Path(__file__).with_name("replay_server.c")


@attrs.frozen
class Replay:
    """A running replay server.

    Attributes:
        url: The address of the server.
        pid: The id of the server's process.
        chunks: The number of chunks in each of its streams.
    """

    url: str
    pid: int
    chunks: int


def compile_server(folder: Path) -> Path:
    """Compile the server into a folder.

    Raises:
        SystemExit: No C compiler is installed, or it failed.
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
def run_server(
    binary: Path, *, stream: Path = bodies.STREAM, trickle: float = 0.0
) -> Iterator[Replay]:
    """Run the server.

    Args:
        binary: The server compiled by `compile_server`.
        stream: The stream that the server sends.
        trickle: Seconds between two chunks of a stream; 0 to write them at once.
    """
    command = [str(binary), str(bodies.CHAT), str(stream), str(round(trickle * 1e6))]
    with subprocess.Popen(
        pin_command("server", command), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        port = int(process.stdout.readline())
        yield Replay(f"http://127.0.0.1:{port}", process.pid, bodies.count_chunks(stream))
        process.stdin.close()
