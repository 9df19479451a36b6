"""Measure batches, print the table, and write it into `benchmarks/results/`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import attrs

from benchmarks import bodies
from benchmarks.replay import Replay, compile_server, run_server
from benchmarks.run import describe_machine, run_process

RESULTS = Path(__file__).parents[1] / "results/batches.md"

CONCURRENCY = 256
VALUES = 20_000
FEW = 10_000
MANY = 1_000_000

LIMIT = 1800
"""Time limit of one run in seconds."""

TITLES = {
    "sdk": "this SDK, `client.batch`",
    "openai": "openai, `asyncio.gather` and a semaphore",
    "aiohttp": "aiohttp, a pool of workers",
    "files": "this SDK, `client.run_batch`",
}

TARGETS = {"openai": 20.0, "aiohttp": 1.0}
"""The factor by which `client.batch` must complete more items per second than a peer."""

MEMORY_MB = 100
"""The limit on the memory of a million lines beyond that of ten thousand."""


@attrs.frozen
class Run:
    """The figures of one batch, or its error."""

    peer: str
    items: int
    figures: dict[str, Any]

    @property
    def rate(self) -> float:
        """Items per second."""
        return float(self.figures["rate"])

    @property
    def peak_mb(self) -> float:
        """The highest resident memory in MB."""
        return float(self.figures["peak"]) / 1e6


def write_input(path: Path, lines: int) -> None:
    """Write an input of `run_batch`."""
    body = json.dumps(bodies.build_request())
    with path.open("w") as file:
        for number in range(lines):
            file.write(
                f'{{"custom_id": "item-{number}", "method": "POST", '
                f'"url": "/v1/chat/completions", "body": {body}}}\n'
            )


def measure(peer: str, items: int, server: Replay, folder: Path) -> Run:
    """Run one batch in a process of its own."""
    print(f"{TITLES[peer]}: {items:,} items …", file=sys.stderr, flush=True)
    job = {
        "peer": peer,
        "items": items,
        "concurrency": CONCURRENCY,
        "url": server.url,
        "server": server.pid,
        "folder": str(folder),
    }
    command = [sys.executable, "-m", "benchmarks.batches.measure", json.dumps(job)]
    figures = run_process(command, LIMIT)
    if "error" in figures:
        raise SystemExit(f"{peer}: {figures['error']}")
    return Run(peer, items, figures)


def measure_all(values: int, many: int) -> list[Run]:
    """Measure batches of values and of files."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with run_server(compile_server(folder)) as server:
            runs = [measure(peer, values, server, folder) for peer in ("sdk", "aiohttp", "openai")]
            for lines in (FEW, many):
                write_input(folder / f"{lines}.jsonl", lines)
                runs.append(measure("files", lines, server, folder))
    return runs


def render(runs: list[Run], machine: dict[str, str]) -> str:
    """Write the report."""
    lines = ["# Batches", "", *(f"- {name}: {value}" for name, value in machine.items()), ""]
    lines += [
        f"{CONCURRENCY} requests in flight. CPU is that of the client.",
        "",
        "| batch | items | items/s | CPU per item, µs | peak memory, MB | others on the core |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {TITLES[run.peer]} | {run.items:,} | {run.rate:,.0f} | {run.figures['cpu_us']:.0f} "
        f"| {run.peak_mb:.0f} | {run.figures['others_share']:.0%} |"
        for run in runs
    ]
    return "\n".join([*lines, "", *judge(runs), ""])


def judge(runs: list[Run]) -> list[str]:
    """Compare the figures with the targets."""
    own = next(run for run in runs if run.peer == "sdk")
    lines = []
    for run in runs:
        if run.peer in TARGETS:
            times, target = own.rate / run.rate, TARGETS[run.peer]
            verdict = "reached" if times >= target else "**missed**"
            lines.append(f"- {times:.2f} x {run.peer}; the target is {target:g} x: {verdict}.")
    few, many = (run for run in runs if run.peer == "files")
    more = many.peak_mb - few.peak_mb
    verdict = "reached" if more <= MEMORY_MB else "**missed**"
    lines.append(
        f"- {more:.0f} MB more for {many.items:,} lines than for {few.items:,}; the target is at "
        f"most {MEMORY_MB} MB: {verdict}."
    )
    return lines


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batches", description=__doc__)
    parser.add_argument("--values", type=int, default=VALUES, help="items of `client.batch`")
    parser.add_argument("--lines", type=int, default=MANY, help="lines of `client.run_batch`")
    given = parser.parse_args()
    machine = describe_machine()
    text = render(measure_all(given.values, given.lines), machine)
    print(text)
    RESULTS.write_text(text)
    print(f"wrote {RESULTS}")


if __name__ == "__main__":
    main()
