"""Writes the results of a soak into docs/reliability.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from tools.soak.herd import Recovery
from tools.soak.settings import Effort
from tools.soak.tally import Tally

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
BEGIN = "<!-- make soak: begin -->"
END = "<!-- make soak: end -->"


@attrs.define
class Results:
    """The results of a soak.

    Attributes:
        effort: How much was done.
        version: The version of vLLM.
        minutes: The time that it took.
        tallies: The outcomes of each part.
        faults: The number of faults of each kind.
        recoveries: What the retry policies got.
    """

    effort: Effort
    version: str = "unknown"
    minutes: float = 0.0
    tallies: list[Tally] = attrs.field(factory=list[Tally])
    faults: dict[str, int] = attrs.field(factory=dict[str, int])
    recoveries: list[Recovery] = attrs.field(factory=list[Recovery])

    @property
    def violations(self) -> list[str]:
        """The violations of all parts."""
        tallies = [*self.tallies, *(group.tally for group in self.recoveries)]
        return [f"{tally.name}: {each}" for tally in tallies for each in tally.violations]


def render(results: Results) -> str:
    """Return the tables as Markdown."""
    effort = results.effort
    lines = [
        f"The last run: seed {effort.seed}, {results.minutes:.1f} minutes, vLLM {results.version}.",
        "",
        *_render_table(
            ["part", "calls", "right", "errors", "longest, s", "violations"],
            map(_render_tally, results.tallies),
        ),
        "",
        f"The proxy passed {results.faults.get('exchanges', 0):,} exchanges and injected:",
        "",
        *_render_table(["fault", "times"], _render_faults(results.faults)),
        "",
        "The retry policies on the live server:",
        "",
        *_render_table(
            ["server", "policy", "client", "answers", "lost", "requests per call", "seconds"],
            map(_render_recovery, results.recoveries),
        ),
    ]
    return "\n".join(lines)


def write(results: Results, page: Path = PAGE) -> None:
    """Put the tables between the marks of a page."""
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{render(results)}\n{END}{after}", "utf-8")


def _render_tally(tally: Tally) -> list[str]:
    errors = sorted((name, number) for name, number in tally.outcomes.items() if name != "right")
    return [
        tally.name,
        f"{tally.calls:,}",
        f"{tally.outcomes['right']:,}",
        ", ".join(f"{number:,} `{name}`" for name, number in errors) or "none",
        f"{tally.longest:.1f}",
        str(len(tally.violations)),
    ]


def _render_faults(faults: dict[str, int]) -> Iterator[list[str]]:
    for name, number in sorted(faults.items()):
        if name != "exchanges":
            yield [name, f"{number:,}"]


def _render_recovery(group: Recovery) -> list[str]:
    return [
        group.situation,
        group.policy,
        f"`{group.client}`",
        f"{group.answered} of {group.calls}",
        str(group.lost),
        f"{group.requests / group.calls:.1f}",
        f"{group.seconds:.1f}",
    ]


def _render_table(head: list[str], rows: Iterable[list[str]]) -> list[str]:
    return ["| " + " | ".join(cells) + " |" for cells in (head, ["---"] * len(head), *rows)]
