"""Draw the results as a plot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

from benchmarks import plan
from benchmarks.plan import TITLES, Scenario
from benchmarks.run import Results

COLOURS = {
    "sdk": "#1b6ca8",
    "pyreqwest": "#5fa38a",
    "aiohttp": "#8fb9d9",
    "httpx2": "#7d7d7d",
    "httpx": "#b8b8b8",
    "openai": "#d98c5f",
}


def draw(results: Results, path: Path) -> None:
    """Draw rates, CPU per chunk, waiting times and memory into one picture."""
    figure = Figure(figsize=(12, 8.4), layout="constrained")
    (rates, chunks), (first, memory) = figure.subplots(2, 2)
    counts = [str(scenario.parallel) for scenario in plan.ASYNC_REQUESTS]
    _draw_bars(
        rates,
        results,
        "rate",
        dict(zip([*counts, "sync"], [*plan.ASYNC_REQUESTS, plan.SYNC_REQUESTS], strict=True)),
    )
    rates.set(title="Requests per second (more is better)", xlabel="async requests at once; sync")
    streams = {
        "64 async streams,\nwritten at once": plan.ASYNC_CHUNKS,
        "64 async streams,\n50 chunks/s each": plan.TRICKLED,
        "one sync stream,\nwritten at once": plan.SYNC_CHUNKS,
    }
    _draw_bars(chunks, results, "cpu_us", streams)
    chunks.set(title="CPU per streamed chunk, µs (less is better)")
    _draw_bars(first, results, "first_us", {"async": plan.ASYNC_FIRST, "sync": plan.SYNC_FIRST})
    first.set(title="Time to the first chunk, µs (less is better)")
    _draw_memory(memory, results)
    figure.savefig(path, metadata={"Date": None})


def _draw_bars(axes: Any, results: Results, figure: str, scenarios: dict[str, Scenario]) -> None:
    """Draw a group of bars for each scenario, with a bar for each peer that has the figure."""
    labelled: set[str] = set()
    for place, scenario in enumerate(scenarios.values()):
        peers = [peer for peer in COLOURS if peer in scenario.peers]
        width = 0.84 / len(peers)
        for number, peer in enumerate(peers):
            value = results.get(scenario, peer).get(figure)
            if value is None:
                continue  # no run measured it
            label = None if peer in labelled else TITLES[peer]
            labelled.add(peer)
            at = place + (number - (len(peers) - 1) / 2) * width
            bar = axes.bar(at, value, width * 0.94, color=COLOURS[peer], label=label)
            shown = f"{value:,.0f}" if value >= 10 else f"{value:.1f}"  # noqa: PLR2004 - digits
            axes.bar_label(bar, [shown], fontsize=6.5, padding=2, rotation=90)
    axes.set_xticks(range(len(scenarios)), list(scenarios))
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(y=0.2)
    axes.legend(frameon=False, fontsize=9)


def _draw_memory(axes: Any, results: Results) -> None:
    """Draw the resident memory over the requests."""
    if samples := results.memory.get("resident"):
        requests, resident = zip(*samples, strict=True)
        axes.plot(requests, [size / 1e6 for size in resident], color=COLOURS["sdk"])
        axes.set_ylim(0, max(resident) / 1e6 * 1.3)
    axes.set(title="Memory of this SDK's process, MB", xlabel="requests answered")
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.spines[["top", "right"]].set_visible(False)
