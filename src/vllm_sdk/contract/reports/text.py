"""Reports for readers: plain text and Markdown."""

from __future__ import annotations

from vllm_sdk.contract.outcomes import Outcome, Report

MARKS = {"pass": "ok  ", "fail": "FAIL", "not applicable": "-   "}


def render_text(report: Report) -> str:
    """Return a report as plain text: the failures in full, and a line for each other check."""
    lines = [describe_server(report)]
    if report.problem:
        return "\n".join([*lines, report.problem, ""])
    lines += [_write_line(each) for each in report.outcomes]
    for each in report.list_failures():
        lines += ["", f"{each.id}: {each.about}", *_list_details(each, "  ")]
    return "\n".join([*lines, "", summarize(report), ""])


def render_markdown(report: Report) -> str:
    """Return a report in Markdown."""
    lines = [f"# {describe_server(report)}", ""]
    if report.problem:
        return "\n".join([*lines, report.problem, ""])
    lines += [summarize(report), ""]
    for each in report.list_failures():
        lines += [f"## {each.id}", "", each.about, ""]
        lines += [
            f"- expected: {_escape(each.expected)}",
            f"- got: {_escape(each.got)}",
            f"- what it means: {each.meaning}",
            "",
            "```console",
            each.curl,
            "```",
            "",
        ]
    lines += ["| check | verdict | |", "|---|---|---|"]
    lines += [
        f"| `{each.id}` | {each.verdict} | {_escape(describe_outcome(each))} |"
        for each in report.outcomes
    ]
    return "\n".join([*lines, ""])


def describe_server(report: Report) -> str:
    """Return the server of a report in a line."""
    server = report.server
    parts = [
        server.url,
        server.version and f"version {server.version}",
        server.model and f"model {server.model}",
        server.context and f"context {server.context}",
        server.kind,
    ]
    return ", ".join(str(part) for part in parts if part)


def describe_outcome(outcome: Outcome) -> str:
    """Return what an outcome has to say besides its verdict."""
    if outcome.verdict == "fail":
        return f"expected {outcome.expected}; got {outcome.got}"
    if outcome.reason:
        return f"{outcome.reason} ({outcome.flag})" if outcome.flag else outcome.reason
    return outcome.note


def summarize(report: Report) -> str:
    """Return the numbers of a report in a line."""
    parts = [
        f"{report.count('pass')} passed",
        f"{report.count('fail')} failed",
        f"{report.count('not applicable')} do not apply",
    ]
    if report.unfinished:
        parts.append(f"{report.unfinished} of these for want of time or tokens")
    return f"{', '.join(parts)}; {report.seconds:.1f} s, {report.tokens} tokens"


def _write_line(outcome: Outcome) -> str:
    said = "" if outcome.verdict == "fail" else describe_outcome(outcome)
    return f"{MARKS[outcome.verdict]} {outcome.id:<34} {said}".rstrip()


def _list_details(outcome: Outcome, indent: str) -> list[str]:
    return [
        f"{indent}expected  {outcome.expected}",
        f"{indent}got       {outcome.got}",
        f"{indent}means     {outcome.meaning}",
        *([f"{indent}try       {outcome.curl}"] if outcome.curl else []),
    ]


def _escape(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
