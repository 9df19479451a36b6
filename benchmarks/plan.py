"""The scenarios of the benchmarks, and the targets of the project."""

from __future__ import annotations

from typing import Literal

import attrs

Mode = Literal["async", "sync"]
Kind = Literal["requests", "chunks", "first", "memory", "sockets"]
Feed = Literal["at once", "trickled", "short"]

ASYNC_PEERS = ("sdk", "openai", "httpx", "httpx2", "aiohttp", "pyreqwest")
SYNC_PEERS = ("sdk", "openai", "httpx", "httpx2", "pyreqwest")

TITLES = {
    "sdk": "this SDK",
    "openai": "openai",
    "httpx": "httpx",
    "httpx2": "httpx2",
    "aiohttp": "aiohttp",
    "pyreqwest": "pyreqwest",
    "sockets": "raw sockets",
}


@attrs.frozen
class StreamPacing:
    """The pace and length of a replay server's streams.

    Attributes:
        trickle: Seconds between two chunks; 0 to write the stream at once.
        chunks: The number of chunks; None for the stream as captured.
    """

    trickle: float = 0.0
    chunks: int | None = None


FEEDS: dict[Feed, StreamPacing] = {
    "at once": StreamPacing(),
    # 50 tokens per second and stream, the rate of a loaded server
    "trickled": StreamPacing(trickle=0.02, chunks=128),
    "short": StreamPacing(trickle=0.0005, chunks=8),
}


@attrs.frozen
class Scenario:
    """One measurement of several peers.

    Attributes:
        name: The name in the table.
        kind: Requests per second, CPU per chunk, time to the first chunk, memory, or raw sockets.
        mode: The asynchronous or the synchronous clients.
        peers: The peers to measure.
        parallel: The number of requests or streams at the same time.
        seconds: The duration of one measurement; a run takes longer, to warm up and to end.
        feed: The replay server to use.
    """

    name: str
    kind: Kind
    mode: Mode
    peers: tuple[str, ...]
    parallel: int = 1
    seconds: float = 1.2
    feed: Feed = "at once"


def _plan_requests(parallel: int, seconds: float) -> Scenario:
    return Scenario(
        f"async requests, {parallel} at once", "requests", "async", ASYNC_PEERS, parallel, seconds
    )


ASYNC_REQUESTS = [
    _plan_requests(1, 1.0),
    _plan_requests(64, 1.2),
    _plan_requests(256, 1.2),
    _plan_requests(1000, 2.0),
]
SYNC_REQUESTS = Scenario("sync requests, one thread", "requests", "sync", SYNC_PEERS)
ASYNC_CHUNKS = Scenario("async chunks, 64 streams", "chunks", "async", ASYNC_PEERS, 64)
TRICKLED = Scenario(
    "async chunks, 64 streams, trickled", "chunks", "async", ASYNC_PEERS, 64, 1.0, "trickled"
)
SYNC_CHUNKS = Scenario("sync chunks, one stream", "chunks", "sync", SYNC_PEERS)
ASYNC_FIRST = Scenario(
    "async time to first chunk", "first", "async", ASYNC_PEERS, seconds=0.8, feed="short"
)
SYNC_FIRST = Scenario(
    "sync time to first chunk", "first", "sync", SYNC_PEERS, seconds=0.8, feed="short"
)
LOAD = Scenario("raw sockets, 64 at once", "sockets", "sync", ("sockets",), 64, 1.0)

SCENARIOS = [
    *ASYNC_REQUESTS,
    SYNC_REQUESTS,
    ASYNC_CHUNKS,
    TRICKLED,
    SYNC_CHUNKS,
    ASYNC_FIRST,
    SYNC_FIRST,
    LOAD,
]

MEMORY = Scenario("memory over many requests", "memory", "async", ("sdk",), 64)


@attrs.frozen
class Target:
    """The factor by which this SDK must be better than a peer."""

    scenario: Scenario
    peer: str
    factor: float


TARGETS = [
    Target(ASYNC_REQUESTS[1], "openai", 22),
    Target(ASYNC_REQUESTS[2], "openai", 30),
    Target(ASYNC_REQUESTS[3], "openai", 45),
    Target(ASYNC_REQUESTS[1], "pyreqwest", 1),
    Target(ASYNC_REQUESTS[2], "pyreqwest", 1),
    *(Target(scenario, "aiohttp", 1.7) for scenario in ASYNC_REQUESTS),
    Target(ASYNC_CHUNKS, "openai", 25),
    Target(TRICKLED, "openai", 8),
    Target(SYNC_REQUESTS, "openai", 10),
    Target(SYNC_CHUNKS, "openai", 8),
    Target(ASYNC_FIRST, "openai", 1 / 0.15),
    Target(SYNC_FIRST, "openai", 1 / 0.15),
]


@attrs.frozen
class CpuGrowth:
    """The factor by which the CPU per request of this SDK may grow from one scenario to another."""

    few: Scenario
    many: Scenario
    factor: float


CPU_GROWTH = CpuGrowth(few=ASYNC_REQUESTS[1], many=ASYNC_REQUESTS[3], factor=1.5)

FLAT_MB = 2.0
"""The limit on the growth of memory, from 10 % of the requests to the last one."""
