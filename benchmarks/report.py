"""Write the results as a table, as JSON and as a plot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import attrs

from benchmarks import plan
from benchmarks.plan import CPU_GROWTH, FLAT_MB, LOAD, SCENARIOS, TITLES, Scenario
from benchmarks.plot import draw
from benchmarks.run import Figures, Results

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


def compare_peers(results: Results, scenario: Scenario, one: str, other: str) -> float | None:
    """Return how many times better one peer is than another: more requests, less CPU or waiting.

    Returns:
        None if a figure is missing, or the other peer completed nothing.
    """
    name = {"chunks": "cpu_us", "first": "first_us"}.get(scenario.kind, "rate")
    here, there = (results.get(scenario, peer).get(name) for peer in (one, other))
    return _divide(here, there) if name == "rate" else _divide(there, here)


def measure_cpu_growth(results: Results) -> float | None:
    """Return how many times more CPU this SDK needs per request with many than with few at once."""
    few, many = (
        results.get(scenario, "sdk").get("cpu_us") for scenario in (CPU_GROWTH.few, CPU_GROWTH.many)
    )
    return _divide(many, few)


def measure_memory_growth(results: Results) -> tuple[float, float] | None:
    """Return the resident memory in MB after a tenth of the requests and after all."""
    samples = results.memory.get("resident")
    return (samples[len(samples) // 10][1] / 1e6, samples[-1][1] / 1e6) if samples else None


def _divide(one: float | None, other: float | None) -> float | None:
    return None if one is None or not other else one / other


def _format(figure: float | None, digits: str, unit: str = "") -> str:
    """Return a figure as text, and a dash for one that was not measured."""
    return "—" if figure is None else f"{figure:{digits}}{unit}"


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
        ratio = compare_peers(results, target.scenario, "sdk", target.peer)
        yield [
            TITLES[target.peer],
            target.scenario.name,
            f"≥ {target.factor:.3g} x",
            _format(ratio, ".2f", " x"),
            _judge(None if ratio is None else ratio >= target.factor),
        ]
    growth = measure_cpu_growth(results)
    yield [
        "itself",
        f"CPU per request, {CPU_GROWTH.many.parallel} at once and {CPU_GROWTH.few.parallel}",
        f"≤ {CPU_GROWTH.factor:g} x",
        _format(growth, ".2f", " x"),
        _judge(None if growth is None else growth <= CPU_GROWTH.factor),
    ]
    memory = measure_memory_growth(results)
    yield [
        "itself",
        f"memory over {results.effort.requests:,} requests",
        f"≤ {FLAT_MB:g} MB more",
        "—" if memory is None else f"{memory[0]:.1f} → {memory[1]:.1f} MB",
        _judge(None if memory is None else memory[1] - memory[0] <= FLAT_MB),
    ]


def _judge(is_reached: bool | None) -> str:
    return {True: "reached", False: "**missed**", None: "**not measured**"}[is_reached]


def _render_head(scenario: Scenario) -> list[str]:
    unit = {"requests": "requests/s", "chunks": "chunks/s", "first": "first chunk after, µs"}
    against = [f"x {TITLES[peer]}" for peer in ("openai", "aiohttp") if peer in scenario.peers]
    cpu = [] if scenario.kind == "first" else ["CPU, µs"]
    return ["", unit[scenario.kind], *cpu, *against, "others on the core"]


def _render_rows(results: Results, scenario: Scenario) -> Iterator[list[str]]:
    for peer in scenario.peers:
        figures = results.get(scenario, peer)
        if scenario.kind == "first":
            measured = [_format(figures.get("first_us"), ",.0f")]
        else:
            digits = ",.1f" if scenario.kind == "chunks" else ",.0f"
            measured = [
                _format(figures.get("rate"), ",.0f"),
                _format(figures.get("cpu_us"), digits),
            ]
        against = [
            _format(compare_peers(results, scenario, peer, other), ".2f")
            for other in ("openai", "aiohttp")
            if other in scenario.peers
        ]
        others = _format(figures.get("others_share"), ".0%")
        yield [_render_peer(peer, figures), *measured, *against, others]


def _render_peer(peer: str, figures: Figures) -> str:
    if not figures["failed"]:
        return TITLES[peer]
    return f"{TITLES[peer]} (failed in {figures['failed']} of {len(figures['runs'])} runs)"


def _render_proof(results: Results) -> list[str]:
    runs = [
        (scenario, peer, results.get(scenario, peer))
        for scenario in SCENARIOS
        for peer in scenario.peers
        if scenario is not LOAD and "rate" in results.get(scenario, peer)
    ]
    load = results.get(LOAD, "sockets").get("rate")
    rates = [run["rate"] for scenario, _, run in runs if scenario.kind == "requests"]
    if load is None or not any(rates):
        return ["- The runs that show it failed."]
    share, busiest = max(
        (float(run["server_share"]), f"{TITLES[peer]}, {scenario.name}")
        for scenario, peer, run in runs
    )
    return [
        f"- Bare sockets, which only count answers, get {load:,.0f} requests/s from it:",
        f"  {load / max(rates):.0f} times what the fastest client gets.",
        f"- While a client measures, the server uses at most {share:.0%} of its core ({busiest}).",
    ]


def _render_table(head: list[str], rows: Iterator[list[str]]) -> list[str]:
    aligned = ["---", *["---:"] * (len(head) - 1)]
    return ["| " + " | ".join(cells) + " |" for cells in (head, aligned, *rows)]
