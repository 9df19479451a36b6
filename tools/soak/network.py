"""The server of the script behind the proxy, in a process of their own.

    python -m tools.soak.network SEED

The first line on standard output is the port of the proxy. At the end of standard input the process
ends, and its last line is a JSON object: the number of faults of each kind that occurred.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

import attrs

from tools.soak.answers import AnswerServer
from tools.soak.faults import FaultPlan
from tools.soak.proxy import Proxy


@attrs.define
class Network:
    """A running network.

    Attributes:
        url: The address of the proxy.
        pid: The id of its process.
        faults: The number of faults of each kind; empty until the network has ended.
    """

    url: str
    pid: int
    faults: dict[str, int] = attrs.field(factory=dict[str, int])


@contextmanager
def run_network(seed: int) -> Generator[Network]:
    """Run a network until the block ends.

    Args:
        seed: The seed of its faults.
    """
    command = [sys.executable, "-m", "tools.soak.network", str(seed)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        network = Network(f"http://127.0.0.1:{int(process.stdout.readline())}", process.pid)
        try:
            yield network
        finally:
            process.stdin.close()
            network.faults.update(json.loads(process.stdout.read() or "{}"))


async def serve(seed: int) -> None:
    """Serve until standard input ends."""
    answers = AnswerServer()
    async with answers.running():
        proxy = Proxy(("127.0.0.1", answers.port), FaultPlan(seed))
        async with proxy.running():
            sys.stdout.write(f"{proxy.port}\n")
            sys.stdout.flush()
            await asyncio.to_thread(sys.stdin.read)
    sys.stdout.write(json.dumps({"exchanges": proxy.exchanges, **proxy.faults}))


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
