"""The tables of an evaluation, and their place in docs/quality.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import attrs

from tools.quality.methods import Extraction, Loop, Run
from tools.quality.scoring import Share

PAGE = Path(__file__).resolve().parents[2] / "docs" / "quality.md"

PARTS = ("tools", "labels", "records")

HALVES = {False: "open half", True: "held-back half"}


@attrs.define
class Results:
    """The results of an evaluation.

    Attributes:
        model: The model's name.
        version: The version of vLLM.
        held_back: Whether the held-back half was used.
        tools: The runs of the tool loops.
        oracle: The runs of the arguments with the right tool given.
        labels: The runs of the labels.
        records: The runs of the records.
    """

    model: str
    version: str
    held_back: bool
    tools: list[Run] = attrs.field(factory=list[Run])
    oracle: list[Run] = attrs.field(factory=list[Run])
    labels: list[Run] = attrs.field(factory=list[Run])
    records: list[Run] = attrs.field(factory=list[Run])


def render(results: Results) -> str:
    """Return the tables of all parts as Markdown."""
    return "\n\n".join(render_part(results, part) for part in PARTS if getattr(results, part))


def render_part(results: Results, part: str) -> str:
    """Return the tables of one part as Markdown."""
    head = f"{part.capitalize()}, the {HALVES[results.held_back]}, {results.model} on vLLM "
    lines = [f"{head}{results.version}:"]
    if part == "tools":
        columns = [
            "tools", "right tool or none", "right arguments", "none when none",
            "answer uses the result", "errors", *COSTS,
        ]  # fmt: skip
        lines += _render_table(columns, map(_render_tools, results.tools))
        columns = ["the right tool given", "right arguments", *COSTS]
        lines += _render_table(columns, map(_render_bools, results.oracle))
    elif part == "labels":
        columns = ["labels", "right", *COSTS]
        lines += _render_table(columns, map(_render_bools, results.labels))
    else:
        columns = ["records", "right fields", "right records", "truncated", "repaired", *COSTS]
        lines += _render_table(columns, map(_render_records, results.records))
    return "\n".join(lines)


COSTS = ("tokens in", "tokens out", "seconds")
"""The columns of what a method costs."""


def advise(results: Results) -> list[str]:
    """Say in sentences which methods suit the model."""
    said = [
        f"For tools, {results.model} does best with {best.name}: {count_right(best)} right."
        for best in _find_best(results.tools)
    ]
    return said + [
        f"For {kind}, it does best with {best.name}."
        for kind, runs in (("labels", results.labels), ("records", results.records))
        for best in _find_best(runs)
    ]


def write(results: Results, page: Path = PAGE) -> list[str]:
    """Put the tables of each part that ran between its marks in a page.

    Returns:
        The parts that have such marks.
    """
    text = page.read_text("utf-8")
    written: list[str] = []
    for part in PARTS:
        name = f"make quality, {results.model}, {HALVES[results.held_back]}, {part}"
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        if getattr(results, part) and begin in text:
            before, _, rest = text.partition(begin)
            after = rest.partition(end)[2]
            text = f"{before}{begin}\n{render_part(results, part)}\n{end}{after}"
            written.append(part)
    page.write_text(text, "utf-8")
    return written


def count_right(run: Run) -> Share:
    """Count the right results of a run of any kind."""
    return Share.of(chain.from_iterable(map(_list_right, run.results)))


def _list_right(result: Loop | Extraction | bool) -> list[bool]:
    if isinstance(result, Loop):
        return [result.score.tool and result.score.answered]
    return result.fields if isinstance(result, Extraction) else [result]


def _find_best(runs: Sequence[Run]) -> list[Run]:
    """Return the best run, the first one of equals; an empty list without runs."""
    return [max(runs, key=lambda run: count_right(run).right)] if runs else []


def _render_tools(run: Run) -> list[str]:
    loops: Sequence[Loop] = run.results
    needing = [each for each in loops if each.question.calls]
    errors = Counter(each.error for each in loops if each.error)
    return [
        run.name,
        str(Share.of(each.score.tool for each in loops)),
        str(Share.of(each.score.arguments for each in needing)),
        str(Share.of(each.score.tool for each in loops if not each.question.calls)),
        str(Share.of(each.score.arguments and each.score.answered for each in needing)),
        ", ".join(f"{number} `{name}`" for name, number in sorted(errors.items())) or "none",
        *_render_costs(run),
    ]


def _render_bools(run: Run) -> list[str]:
    return [run.name, str(Share.of(run.results)), *_render_costs(run)]


def _render_records(run: Run) -> list[str]:
    records: Sequence[Extraction] = run.results
    return [
        run.name,
        str(count_right(run)),
        str(Share.of(all(each.fields) for each in records)),
        str(sum(each.truncated for each in records)),
        str(sum(each.repaired for each in records)),
        *_render_costs(run),
    ]


def _render_costs(run: Run) -> list[str]:
    usage = run.usage
    return [f"{usage.prompt_tokens:,}", f"{usage.completion_tokens:,}", f"{run.seconds:.0f}"]


def _render_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table after an empty line; nothing without rows."""
    listed = [*rows]
    if not listed:
        return []
    return [
        "",
        *("| " + " | ".join(cells) + " |" for cells in (head, ["---"] * len(head), *listed)),
    ]
