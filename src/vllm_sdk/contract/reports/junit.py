"""Reports as JUnit XML, which CI systems read."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from vllm_sdk.contract.outcomes import Outcome, Report
from vllm_sdk.contract.reports.text import describe_outcome

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(report: Report) -> str:
    """Return a report as JUnit XML; a report without a verdict has one error."""
    counts = (
        f'tests="{max(1, len(report.outcomes))}" failures="{report.count("fail")}" '
        f'skipped="{report.count("not applicable")}" errors="{int(bool(report.problem))}"'
    )
    suite = _quote(f"vLLM contract of {report.server.url}")
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<testsuites>",
        f'  <testsuite name={suite} {counts} time="{report.seconds:.3f}">',
    ]
    if report.problem:
        lines.append(
            '    <testcase classname="contract" name="server">'
            f"<error message={_quote(report.problem)}/></testcase>"
        )
    lines += [_write_case(each) for each in report.outcomes]
    return "\n".join([*lines, "  </testsuite>\n</testsuites>\n"])


def _write_case(outcome: Outcome) -> str:
    group, _, name = outcome.id.partition(".")
    head = (
        f"    <testcase classname={_quote(f'contract.{group}')} name={_quote(name)} "
        f'time="{outcome.seconds:.3f}"'
    )
    if outcome.verdict == "pass":
        return f"{head}/>"
    if outcome.verdict == "fail":
        detail = escape(_clean(f"{outcome.meaning}\n{outcome.curl}"))
        inner = f"<failure message={_quote(describe_outcome(outcome))}>{detail}</failure>"
    else:
        inner = f"<skipped message={_quote(describe_outcome(outcome))}/>"
    return f"{head}>{inner}</testcase>"


def _quote(text: str) -> str:
    return quoteattr(_clean(text), {"\n": "&#10;"})


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
