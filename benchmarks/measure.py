"""Run one scenario with one peer, in a process of its own, and print the figures as JSON.

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
from benchmarks.peers import AsyncPeer, Streamed, SyncPeer, open_async_peer, open_sync_peer
from benchmarks.plan import Kind, Mode

WARM_UP = 0.3
"""Minimum warm-up in seconds; a peer that opens many connections takes longer."""

WARM_UP_MAX = 4.0
"""Maximum warm-up in seconds, after which a peer is measured even if it is not warm."""

FIRST_CHUNK_WARM_UP = 20
MEMORY_SAMPLES = 50


@attrs.frozen
class Job:
    """The parameters of a run; see `plan.Scenario`."""

    kind: Kind
    peer: str
    mode: Mode
    parallel: int
    seconds: float
    url: str
    server: int
    chunks: int
    requests: int = 0


class Measurement:
    """The time, and the CPU time of this process, the server and others, between two moments."""

    def __init__(self, server: int) -> None:
        """Begin the measurement."""
        self._server = server
        self._core = cores.choose_core("client")
        gc.collect()
        self._marks = self._read_clocks()
        self.began = self._marks[0]

    def _read_clocks(self) -> tuple[float, float, float, float]:
        return (
            time.perf_counter(),
            time.process_time(),  # of all threads, also those that a client in Rust starts
            cores.read_cpu_seconds(self._server),
            cores.read_busy_seconds(self._core),
        )

    def end(self, units: int) -> dict[str, float]:
        """End the measurement and return the figures; the CPU per unit only if there is a unit."""
        seconds, cpu, server, busy = (
            now - then for now, then in zip(self._read_clocks(), self._marks, strict=True)
        )
        figures = {
            "units": units,
            "seconds": seconds,
            "rate": units / seconds,
            "client_share": cpu / seconds,
            "server_share": server / seconds,
            "others_share": max(0.0, (busy - cpu) / seconds),
        }
        return figures | {"cpu_us": cpu / units * 1e6} if units else figures


async def measure_requests_async(peer: AsyncPeer, job: Job) -> dict[str, float]:
    """Send requests from many tasks at once, and count the responses within the time."""
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
    # An event instead would add work to what is measured.
    while len(warm) < job.parallel and time.perf_counter() < began + WARM_UP_MAX:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    before, measurement = done, Measurement(job.server)
    await asyncio.sleep(job.seconds)
    figures = measurement.end(done - before)
    for task in tasks:
        if task.done():
            task.result()  # raises the error of a failed peer
    return figures


def measure_requests_sync(peer: SyncPeer, job: Job) -> dict[str, float]:
    """Send one request after another for the time of the job."""
    _repeat_for(WARM_UP, peer.ask)
    measurement = Measurement(job.server)
    return measurement.end(_repeat_for(job.seconds, peer.ask))


async def measure_chunks_async(peer: AsyncPeer, job: Job) -> dict[str, float]:
    """Read streams in parallel; start none after the time, and read all to their end."""
    await asyncio.gather(*(peer.stream() for _ in range(min(job.parallel, 8))))
    measurement = Measurement(job.server)

    async def work() -> int:
        chunks = 0
        while not chunks or time.perf_counter() < measurement.began + job.seconds:
            chunks += _check_stream(await peer.stream(), job).chunks
        return chunks

    return measurement.end(sum(await asyncio.gather(*(work() for _ in range(job.parallel)))))


def measure_chunks_sync(peer: SyncPeer, job: Job) -> dict[str, float]:
    """Read one stream after another."""

    def read() -> None:
        _check_stream(peer.stream(), job)

    _repeat_for(WARM_UP, read)
    measurement = Measurement(job.server)
    return measurement.end(_repeat_for(job.seconds, read) * job.chunks)


async def measure_first_async(peer: AsyncPeer, job: Job) -> dict[str, float]:
    """Measure the time from the call to the first chunk, one stream at a time."""
    for _ in range(FIRST_CHUNK_WARM_UP):
        await peer.stream()
    waits: list[float] = []
    measurement = Measurement(job.server)
    while time.perf_counter() < measurement.began + job.seconds:
        began = time.perf_counter()
        waits.append(_check_stream(await peer.stream(), job).first - began)
    return measurement.end(len(waits)) | {"first_us": statistics.median(waits) * 1e6}


def measure_first_sync(peer: SyncPeer, job: Job) -> dict[str, float]:
    """Measure the time from the call to the first chunk."""
    for _ in range(FIRST_CHUNK_WARM_UP):
        peer.stream()
    waits: list[float] = []
    measurement = Measurement(job.server)
    while time.perf_counter() < measurement.began + job.seconds:
        began = time.perf_counter()
        waits.append(_check_stream(peer.stream(), job).first - began)
    return measurement.end(len(waits)) | {"first_us": statistics.median(waits) * 1e6}


async def measure_memory_async(peer: AsyncPeer, job: Job) -> dict[str, Any]:
    """Sample the resident memory during many requests."""
    left = job.requests
    every = job.requests // MEMORY_SAMPLES
    samples: list[tuple[int, int]] = []
    measurement = Measurement(job.server)

    async def work() -> None:
        nonlocal left
        while left:
            left -= 1
            if left % every == 0:
                samples.append((job.requests - left, cores.read_resident_bytes()))
            assert await peer.ask()

    await asyncio.gather(*(work() for _ in range(job.parallel)))
    return measurement.end(job.requests) | {"resident": samples}


def measure_sockets(job: Job) -> dict[str, float]:
    """Measure the server's limit: bare sockets, a ready request, and responses only counted."""
    host, port = job.url.removeprefix("http://").split(":")
    body = json.dumps(bodies.build_request()).encode()
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
    measurement = Measurement(job.server)
    while time.perf_counter() < measurement.began + job.seconds:
        for key, _ in ready.select():  # only sockets are registered, which the types do not express
            answer = key.fileobj.recv(65536)  # type: ignore[union-attr]  # only sockets are here
            assert answer.endswith(b"}")
            key.fileobj.send(request)  # type: ignore[union-attr]  # only sockets are here
            done += 1
    return measurement.end(done)


def _repeat_for(seconds: float, act: Callable[[], object]) -> int:
    """Repeat an action for a time, and return the number of repetitions."""
    times, end = 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        act()
        times += 1
    return times


def _check_stream(streamed: Streamed, job: Job) -> Streamed:
    """Raise if a peer lost chunks, or the text in them, since its figures would mean nothing."""
    if streamed.chunks != job.chunks or not streamed.characters:
        raise SystemExit(f"{job.peer} read {streamed.chunks} of {job.chunks} chunks")
    return streamed


_ASYNC = {
    "requests": measure_requests_async,
    "chunks": measure_chunks_async,
    "first": measure_first_async,
    "memory": measure_memory_async,
}
_SYNC = {
    "requests": measure_requests_sync,
    "chunks": measure_chunks_sync,
    "first": measure_first_sync,
}


async def _run_job_async(job: Job) -> None:
    async with open_async_peer(job.peer, job.url) as peer:
        _leave(await _ASYNC[job.kind](peer, job))


def _run_job(job: Job) -> None:
    if job.kind == "sockets":
        _leave(measure_sockets(job))
    elif job.mode == "async":
        asyncio.run(_run_job_async(job))
    else:
        with open_sync_peer(job.peer, job.url) as peer:
            _leave(_SYNC[job.kind](peer, job))


def _leave(figures: dict[str, Any]) -> None:
    """Print the figures and exit at once: a client with a thousand open requests closes slowly."""
    sys.stdout.write(json.dumps(figures))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    _run_job(Job(**json.loads(sys.argv[1])))
