"""One run of one scenario with one peer, in a process of its own; prints its figures as JSON.

python -m benchmarks.measure '{"kind": "requests", "peer": "sdk", …}'
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import resource
import selectors
import socket
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import attrs

from benchmarks import bodies, cores
from benchmarks.peers import AsyncPeer, Streamed, SyncPeer, async_peer, sync_peer
from benchmarks.plan import Kind, Mode

WARM_UP = 0.3
"""Seconds of warm-up at least; one that has more connections to open takes longer."""

WARM_UP_MAX = 4.0
"""Seconds after which a peer that is not warm yet is measured as it is."""

FIRST_CHUNK_WARM_UP = 20
MEMORY_SAMPLES = 50


@attrs.frozen
class Job:
    """What to do; see `plan.Scenario`."""

    kind: Kind
    peer: str
    mode: Mode
    parallel: int
    seconds: float
    url: str
    server: int
    chunks: int
    requests: int = 0


class Window:
    """What the clock, this process, the server and everybody else did between two moments."""

    def __init__(self, server: int) -> None:
        """Begin."""
        self._server = server
        self._core = cores.core_of("client")
        gc.collect()
        self._marks = self._now()
        self.began = self._marks[0]

    def _now(self) -> tuple[float, float, float, float]:
        return (
            time.perf_counter(),
            time.process_time(),
            cores.cpu_of(self._server),
            cores.busy(self._core),
        )

    def figures(self, units: int) -> dict[str, float]:
        """End; the figures per unit of work."""
        seconds, cpu, server, busy = (
            now - then for now, then in zip(self._now(), self._marks, strict=True)
        )
        return {
            "units": units,
            "seconds": seconds,
            "rate": units / seconds,
            "cpu_us": cpu / max(units, 1) * 1e6,
            "client_share": cpu / seconds,
            "server_share": server / seconds,
            "others_share": max(0.0, (busy - cpu) / seconds),
        }


async def requests_async(peer: AsyncPeer, job: Job) -> dict[str, float]:
    """Ask from many tasks at once; count what is answered within the time."""
    done = 0
    warm: set[int] = set()

    async def work(number: int) -> None:
        nonlocal done
        while True:
            assert await peer.ask()
            warm.add(number)
            done += 1

    tasks = [asyncio.create_task(work(number)) for number in range(job.parallel)]
    began = time.perf_counter()
    await asyncio.sleep(WARM_UP)
    while len(warm) < job.parallel and time.perf_counter() < began + WARM_UP_MAX:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    before, window = done, Window(job.server)
    await asyncio.sleep(job.seconds)
    figures = window.figures(done - before)
    for task in tasks:
        if task.done():
            task.result()  # a peer that failed is not measured, it is reported
    return figures


def requests_sync(peer: SyncPeer, job: Job) -> dict[str, float]:
    """Ask again and again for the time given."""
    _for(WARM_UP, peer.ask)
    window = Window(job.server)
    return window.figures(_for(job.seconds, peer.ask))


async def chunks_async(peer: AsyncPeer, job: Job) -> dict[str, float]:
    """Read streams in parallel; none begins after the time, and all are read to their end."""
    await asyncio.gather(*(peer.stream() for _ in range(min(job.parallel, 8))))
    window = Window(job.server)

    async def work() -> int:
        chunks = 0
        while not chunks or time.perf_counter() < window.began + job.seconds:
            chunks += _checked(await peer.stream(), job).chunks
        return chunks

    return window.figures(sum(await asyncio.gather(*(work() for _ in range(job.parallel)))))


def chunks_sync(peer: SyncPeer, job: Job) -> dict[str, float]:
    """Read one stream after another."""

    def read() -> None:
        _checked(peer.stream(), job)

    _for(WARM_UP, read)
    window = Window(job.server)
    return window.figures(_for(job.seconds, read) * job.chunks)


async def first_async(peer: AsyncPeer, job: Job) -> dict[str, float]:
    """Time from the call to the first chunk, one stream at a time."""
    for _ in range(FIRST_CHUNK_WARM_UP):
        await peer.stream()
    waits: list[float] = []
    window = Window(job.server)
    while time.perf_counter() < window.began + job.seconds:
        began = time.perf_counter()
        waits.append(_checked(await peer.stream(), job).first - began)
    return window.figures(len(waits)) | {"first_us": statistics.median(waits) * 1e6}


def first_sync(peer: SyncPeer, job: Job) -> dict[str, float]:
    """Time from the call to the first chunk."""
    for _ in range(FIRST_CHUNK_WARM_UP):
        peer.stream()
    waits: list[float] = []
    window = Window(job.server)
    while time.perf_counter() < window.began + job.seconds:
        began = time.perf_counter()
        waits.append(_checked(peer.stream(), job).first - began)
    return window.figures(len(waits)) | {"first_us": statistics.median(waits) * 1e6}


async def memory_async(peer: AsyncPeer, job: Job) -> dict[str, Any]:
    """The resident memory, sampled over many requests."""
    left = job.requests
    every = job.requests // MEMORY_SAMPLES
    samples: list[tuple[int, int]] = []
    window = Window(job.server)

    async def work() -> None:
        nonlocal left
        while left:
            left -= 1
            if left % every == 0:
                samples.append((job.requests - left, cores.resident()))
            assert await peer.ask()

    await asyncio.gather(*(work() for _ in range(job.parallel)))
    return window.figures(job.requests) | {"resident": samples}


def sockets(job: Job) -> dict[str, float]:
    """What the server can do: bare sockets, a ready request, and answers that are only counted."""
    host, port = job.url.removeprefix("http://").split(":")
    body = json.dumps(bodies.request()).encode()
    request = b"POST /v1/chat/completions HTTP/1.1\r\nhost: %s\r\ncontent-length: %d\r\n\r\n%s" % (
        host.encode(),
        len(body),
        body,
    )
    ready = selectors.DefaultSelector()
    for _ in range(job.parallel):
        connection = socket.create_connection((host, int(port)))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ready.register(connection, selectors.EVENT_READ)
        connection.send(request)
    done = 0
    window = Window(job.server)
    while time.perf_counter() < window.began + job.seconds:
        for key, _ in ready.select():  # only sockets are registered, which the types cannot say
            answer = key.fileobj.recv(65536)  # type: ignore[union-attr]
            assert answer.endswith(b"}")
            key.fileobj.send(request)  # type: ignore[union-attr]
            done += 1
    return window.figures(done)


def _for(seconds: float, act: Callable[[], object]) -> int:
    """Act again and again; say how often."""
    times, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        act()
        times += 1
    return times


def _checked(streamed: Streamed, job: Job) -> Streamed:
    """A peer that loses chunks, or the text in them, has nothing to compare."""
    if streamed.chunks != job.chunks or not streamed.characters:
        raise SystemExit(f"{job.peer} read {streamed.chunks} of {job.chunks} chunks")
    return streamed


_ASYNC = {
    "requests": requests_async,
    "chunks": chunks_async,
    "first": first_async,
    "memory": memory_async,
}
_SYNC = {"requests": requests_sync, "chunks": chunks_sync, "first": first_sync}


async def _measure_async(job: Job) -> None:
    async with async_peer(job.peer, job.url) as peer:
        _leave(await _ASYNC[job.kind](peer, job))


def _measure(job: Job) -> None:
    if job.kind == "sockets":
        _leave(sockets(job))
    elif job.mode == "async":
        asyncio.run(_measure_async(job))
    else:
        with sync_peer(job.peer, job.url) as peer:
            _leave(_SYNC[job.kind](peer, job))


def _leave(figures: dict[str, Any]) -> None:
    """Print and go at once: a client with a thousand requests on the way takes long to end."""
    sys.stdout.write(json.dumps(figures))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    _measure(Job(**json.loads(sys.argv[1])))
