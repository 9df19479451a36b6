"""Run one batch in a process of its own, and print the figures as JSON.

python -m benchmarks.batches.measure '{"peer": "sdk", "items": 20000, "concurrency": 256, …}'
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import attrs

from benchmarks.bodies import MAX_TOKENS, MESSAGES, MODEL, TEMPERATURE
from benchmarks.measure import Measurement
from benchmarks.peers import open_async_peer
from vllm_sdk import AsyncVLLM


@attrs.frozen
class Job:
    """The parameters of a run.

    Attributes:
        peer: `sdk` for `batch`, `files` for `run_batch`, or one of `plan.PEERS`.
        items: The number of items of the batch.
        concurrency: The number of requests in flight.
        url: The address of the replay server.
        server: The id of the server's process.
        folder: The folder of the files.
    """

    peer: str
    items: int
    concurrency: int
    url: str
    server: int
    folder: str


async def run_values(job: Job) -> dict[str, Any]:
    """Ask all items by `batch`."""
    async with AsyncVLLM(job.url, model=MODEL) as client:
        await client.batch([MESSAGES] * job.concurrency, concurrency=job.concurrency)
        items = [MESSAGES] * job.items
        measurement = Measurement(job.server)
        results = await client.batch(
            items, concurrency=job.concurrency, temperature=TEMPERATURE, max_tokens=MAX_TOKENS
        )
        figures = measurement.end(len(results))
    assert all(result.text for result in results)
    return figures


async def run_files(job: Job) -> dict[str, Any]:
    """Ask all lines of a file by `run_batch`."""
    folder = Path(job.folder)
    async with AsyncVLLM(job.url, model=MODEL) as client:
        measurement = Measurement(job.server)
        report = await client.run_batch(
            folder / f"{job.items}.jsonl",
            folder / f"{job.items}.out.jsonl",
            concurrency=job.concurrency,
        )
        figures = measurement.end(report.done)
    assert report.done == job.items, report
    return figures


async def run_peer(job: Job) -> dict[str, Any]:
    """Ask all items as programs do: the openai client by `gather`, aiohttp by workers."""
    async with open_async_peer(job.peer, job.url) as peer:
        await _run_workers(peer.ask, job.concurrency, job.concurrency)
        measurement = Measurement(job.server)
        run = _gather if job.peer == "openai" else _run_workers
        texts = await run(peer.ask, job.items, job.concurrency)
        figures = measurement.end(len(texts))
    assert len(texts) == job.items
    assert all(texts)
    return figures


async def _gather(ask: Callable[[], Awaitable[str]], items: int, concurrency: int) -> list[str]:
    """Start a task for each item at once; a semaphore limits those that ask."""
    semaphore = asyncio.Semaphore(concurrency)

    async def work() -> str:
        async with semaphore:
            return await ask()

    return await asyncio.gather(*(work() for _ in range(items)))


async def _run_workers(
    ask: Callable[[], Awaitable[str]], items: int, concurrency: int
) -> list[str]:
    """Let as many workers as may ask at once take the items in turn."""
    numbers = iter(range(items))
    texts: list[str] = []

    async def work() -> None:
        for _ in numbers:
            texts.append(await ask())  # noqa: PERF401 -- each waits

    await asyncio.gather(*(work() for _ in range(concurrency)))
    return texts


def main() -> None:
    """Run the job of the command line."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    job = Job(**json.loads(sys.argv[1]))
    run = {"sdk": run_values, "files": run_files}.get(job.peer, run_peer)
    figures = asyncio.run(run(job))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps(figures | {"peak": peak}))


if __name__ == "__main__":
    main()
