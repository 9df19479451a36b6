"""The results as a table, as JSON and as a plot."""

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
    """Print the table, and write it, the figures and the plot."""
    text = markdown(results)
    print(text)
    FOLDER.mkdir(exist_ok=True)
    table, figures, plot = (FOLDER / f"results.{kind}" for kind in ("md", "json", "svg"))
    table.write_text(text)
    figures.write_text(json.dumps(attrs.asdict(results), indent=1) + "\n")
    draw(results, plot)
    return [table, figures, plot]


def better(results: Results, scenario: Scenario, peer: str) -> float:
    """How many times better this SDK is than a peer: more requests, less CPU or less waiting."""
    return ratio(results, scenario, "sdk", peer)


def ratio(results: Results, scenario: Scenario, one: str, other: str) -> float:
    """How many times better one peer is than another."""
    here, there = results.of(scenario, one), results.of(scenario, other)
    match scenario.kind:
        case "chunks":
            return float(there["cpu_us"] / here["cpu_us"])
        case "first":
            return float(there["first_us"] / here["first_us"])
        case _:
            return float(here["rate"] / there["rate"])


def grown(results: Results) -> tuple[float, float]:
    """The resident memory early and at the end, in MB: after a tenth of the requests, and all."""
    samples = results.memory["resident"]
    return samples[len(samples) // 10][1] / 1e6, samples[-1][1] / 1e6


def markdown(results: Results) -> str:
    """The whole report."""
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
        *_table(["this SDK against", "in", "target", "measured", ""], _targets(results)),
        "",
        "## Figures",
        "",
        "CPU is the client's, in µs per request or per chunk.",
    ]
    for scenario in SCENARIOS:
        if scenario is not LOAD:
            lines += ["", f"### {scenario.name.capitalize()}", ""]
            lines += _table(_head(scenario), _rows(results, scenario))
    lines += ["", "## Is the replay server the limit?", "", *_proof(results), ""]
    return "\n".join(lines)


def _targets(results: Results) -> Iterator[list[str]]:
    for target in plan.TARGETS:
        measured = better(results, target.scenario, target.peer)
        yield [
            TITLES[target.peer],
            target.scenario.name,
            f"≥ {target.factor:g} x",
            f"{measured:.2f} x" if target.factor < 1 else f"{measured:.1f} x",
            "reached" if measured >= target.factor else "**missed**",
        ]
    early, late = grown(results)
    yield [
        "itself",
        f"memory over {results.effort.requests:,} requests",
        f"≤ {FLAT_MB:g} MB more",
        f"{early:.1f} → {late:.1f} MB",
        "reached" if late - early <= FLAT_MB else "**missed**",
    ]


def _head(scenario: Scenario) -> list[str]:
    unit = {"requests": "requests/s", "chunks": "chunks/s", "first": "first chunk after, µs"}
    against = [f"x {TITLES[peer]}" for peer in ("openai", "aiohttp") if peer in scenario.peers]
    cpu = [] if scenario.kind == "first" else ["CPU, µs"]
    return ["", unit[scenario.kind], *cpu, *against, "others on the core"]


def _rows(results: Results, scenario: Scenario) -> Iterator[list[str]]:
    for peer in scenario.peers:
        figures = results.of(scenario, peer)
        if scenario.kind == "first":
            measured = [f"{figures['first_us']:,.0f}"]
        else:
            digits = 1 if scenario.kind == "chunks" else 0
            measured = [f"{figures['rate']:,.0f}", f"{figures['cpu_us']:,.{digits}f}"]
        against = [
            f"{ratio(results, scenario, peer, other):.2f}"
            for other in ("openai", "aiohttp")
            if other in scenario.peers
        ]
        yield [TITLES[peer], *measured, *against, f"{figures['others_share']:.0%}"]


def _proof(results: Results) -> list[str]:
    load = results.of(LOAD, "sockets")
    busiest, share = max(
        (
            (f"{TITLES[peer]}, {scenario.name}", results.of(scenario, peer)["server_share"])
            for scenario in SCENARIOS
            for peer in scenario.peers
            if scenario is not LOAD
        ),
        key=lambda pair: float(pair[1]),
    )
    fastest = max(
        results.of(scenario, peer)["rate"]
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


def _table(head: list[str], rows: Iterator[list[str]]) -> list[str]:
    aligned = ["---", *["---:"] * (len(head) - 1)]
    return ["| " + " | ".join(cells) + " |" for cells in (head, aligned, *rows)]
