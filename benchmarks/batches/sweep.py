"""Measure fixed concurrencies and `"auto"` on a real vLLM: `make bench-concurrency`.

Each batch runs in a fresh client, and every concurrency once in each round.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from pathlib import Path
from typing import Literal

from vllm_sdk import AsyncVLLM
from vllm_sdk.testing import use_server

RESULTS = Path(__file__).parents[1] / "results/concurrency.md"

CONCURRENCIES: tuple[int | Literal["auto"], ...] = (
    1, 8, 32, 64, 128, 256, 512, "auto",
)  # fmt: skip

SLOW = (1, 8)
"""Concurrencies that are measured with fewer items."""

FEW = 64

PROMPTS = 1_500
"""Items of a batch: enough for `"auto"` to find its number and to profit by it."""

TOKENS = 16


async def run_batch(url: str, prompts: int, concurrency: int | Literal["auto"]) -> float:
    """Return the generated tokens per second of one batch."""
    items = [f"Item {number}: write a line about the number {number}." for number in range(prompts)]
    async with AsyncVLLM(url) as client:
        began = time.perf_counter()
        results = await client.batch(
            items, concurrency=concurrency, max_tokens=TOKENS, ignore_eos=True, temperature=0
        )
        seconds = time.perf_counter() - began
    replies = [result.reply for result in results if result.reply is not None]
    assert len(replies) == prompts, "a request failed"
    return sum(reply.usage.completion_tokens for reply in replies) / seconds


def measure(url: str, prompts: int, rounds: int) -> dict[str, list[float]]:
    """Measure every concurrency in turn, as many times as there are rounds."""
    rates: dict[str, list[float]] = {str(number): [] for number in CONCURRENCIES}
    for number_of_round in range(rounds):
        # Every other round runs backwards, so that what grows or falls meanwhile meets all alike.
        order = CONCURRENCIES[:: -1 if number_of_round % 2 else 1]
        for number in order:
            items = FEW if number in SLOW else prompts
            rates[str(number)].append(asyncio.run(run_batch(url, items, number)))
            print(f"{number}: {rates[str(number)][-1]:,.0f} tokens/s", flush=True)
    return rates


def render(rates: dict[str, list[float]], model: str, prompts: int) -> str:
    """Write the report."""
    medians = {name: statistics.median(values) for name, values in rates.items()}
    best = max((name for name in medians if name != "auto"), key=medians.__getitem__)
    lines = [
        "# Concurrency on a real vLLM",
        "",
        f"Model `{model}` on the CPU, {prompts:,} prompts, {TOKENS} tokens each.",
        "",
        "| concurrency | tokens/s | of the best fixed one |",
        "|---:|---:|---:|",
        *(
            f"| {name} | {rate:,.0f} | {rate / medians[best]:.0%} |"
            for name, rate in medians.items()
        ),
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batches.sweep", description=__doc__)
    parser.add_argument("--model", default="random", help="the model of vllm_sdk.testing")
    parser.add_argument("--prompts", type=int, default=PROMPTS)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with use_server(given.model) as server:
        rates = measure(server.url, given.prompts, given.rounds)
        text = render(rates, server.model, given.prompts)
    print(text)
    RESULTS.write_text(text)


if __name__ == "__main__":
    main()
