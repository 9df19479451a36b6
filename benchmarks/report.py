"""Write the results as a table, as JSON and as a plot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import attrs

from benchmarks import plan
from benchmarks.plan import FLAT_MB, LOAD, SCENARIOS, TITLES, Scenario
from benchmarks.plot import draw
from benchmarks.run import Results

FOLDER = Path(__file__).parent / "results"


def write(results: Results) -> list[Path]:
    """Print the table, write the table, the figures and the plot, and return their paths."""
    text = render_markdown(results)
    print(text)
    FOLDER.mkdir(exist_ok=True)
    table, figures, plot = (FOLDER / f"results.{kind}" for kind in ("md", "json", "svg"))
    table.write_text(text)
    figures.write_text(json.dumps(attrs.asdict(results), indent=1) + "\n")
    draw(results, plot)
    return [table, figures, plot]


def compare_sdk(results: Results, scenario: Scenario, peer: str) -> float:
    """Return how many times better this SDK is than a peer: more requests, less CPU or waiting."""
    return compare_peers(results, scenario, "sdk", peer)


def compare_peers(results: Results, scenario: Scenario, one: str, other: str) -> float:
    """Return how many times better one peer is than another."""
    here, there = results.get(scenario, one), results.get(scenario, other)
    match scenario.kind:
        case "chunks":
            return float(there["cpu_us"] / here["cpu_us"])
        case "first":
            return float(there["first_us"] / here["first_us"])
        case _:
            return float(here["rate"] / there["rate"])


def measure_growth(results: Results) -> tuple[float, float]:
    """Return the resident memory in MB after a tenth of the requests and after all."""
    samples = results.memory["resident"]
    return samples[len(samples) // 10][1] / 1e6, samples[-1][1] / 1e6


def render_markdown(results: Results) -> str:
    """Return the whole report."""
    lines = [
        "# Benchmark results",
        "",
        f"{results.effort.rounds} rounds in {results.minutes} minutes; a figure is the median.",
        "How to read them: [docs/benchmarks.md](../../docs/benchmarks.md).",
        "",
        *(f"- {name}: {value}" for name, value in results.machine.items()),
        "",
        "![The same as a plot](results.svg)",
        "",
        "## Targets",
        "",
        *_render_table(
            ["this SDK against", "in", "target", "measured", ""], _render_targets(results)
        ),
        "",
        "## Figures",
        "",
        "CPU is the client's, in µs per request or per chunk.",
    ]
    for scenario in SCENARIOS:
        if scenario is not LOAD:
            lines += ["", f"### {scenario.name.capitalize()}", ""]
            lines += _render_table(_render_head(scenario), _render_rows(results, scenario))
    lines += ["", "## Is the replay server the limit?", "", *_render_proof(results), ""]
    return "\n".join(lines)


def _render_targets(results: Results) -> Iterator[list[str]]:
    for target in plan.TARGETS:
        measured = compare_sdk(results, target.scenario, target.peer)
        yield [
            TITLES[target.peer],
            target.scenario.name,
            f"≥ {target.factor:g} x",
            f"{measured:.2f} x" if target.factor < 1 else f"{measured:.1f} x",
            "reached" if measured >= target.factor else "**missed**",
        ]
    early, late = measure_growth(results)
    yield [
        "itself",
        f"memory over {results.effort.requests:,} requests",
        f"≤ {FLAT_MB:g} MB more",
        f"{early:.1f} → {late:.1f} MB",
        "reached" if late - early <= FLAT_MB else "**missed**",
    ]


def _render_head(scenario: Scenario) -> list[str]:
    unit = {"requests": "requests/s", "chunks": "chunks/s", "first": "first chunk after, µs"}
    against = [f"x {TITLES[peer]}" for peer in ("openai", "aiohttp") if peer in scenario.peers]
    cpu = [] if scenario.kind == "first" else ["CPU, µs"]
    return ["", unit[scenario.kind], *cpu, *against, "others on the core"]


def _render_rows(results: Results, scenario: Scenario) -> Iterator[list[str]]:
    for peer in scenario.peers:
        figures = results.get(scenario, peer)
        if scenario.kind == "first":
            measured = [f"{figures['first_us']:,.0f}"]
        else:
            digits = 1 if scenario.kind == "chunks" else 0
            measured = [f"{figures['rate']:,.0f}", f"{figures['cpu_us']:,.{digits}f}"]
        against = [
            f"{compare_peers(results, scenario, peer, other):.2f}"
            for other in ("openai", "aiohttp")
            if other in scenario.peers
        ]
        yield [TITLES[peer], *measured, *against, f"{figures['others_share']:.0%}"]


def _render_proof(results: Results) -> list[str]:
    load = results.get(LOAD, "sockets")
    busiest, share = max(
        (
            (f"{TITLES[peer]}, {scenario.name}", results.get(scenario, peer)["server_share"])
            for scenario in SCENARIOS
            for peer in scenario.peers
            if scenario is not LOAD
        ),
        key=lambda pair: float(pair[1]),
    )
    fastest = max(
        results.get(scenario, peer)["rate"]
        for scenario in SCENARIOS
        if scenario.kind == "requests"
        for peer in scenario.peers
    )
    times = load["rate"] / fastest
    return [
        f"- Bare sockets, which only count answers, get {load['rate']:,.0f} requests/s from it:",
        f"  {times:.0f} times what the fastest client gets.",
        f"- While a client measures, the server uses at most {share:.0%} of its core ({busiest}).",
    ]


def _render_table(head: list[str], rows: Iterator[list[str]]) -> list[str]:
    aligned = ["---", *["---:"] * (len(head) - 1)]
    return ["| " + " | ".join(cells) + " |" for cells in (head, aligned, *rows)]
