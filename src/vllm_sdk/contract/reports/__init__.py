"""Reports as text, JSON, JUnit XML, Markdown and a page of HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from vllm_sdk.contract.outcomes import Report
from vllm_sdk.contract.reports.html import render_html
from vllm_sdk.contract.reports.junit import render_junit
from vllm_sdk.contract.reports.text import render_markdown, render_text


def render_json(report: Report) -> str:
    """Return a report as JSON, which `parse_json` reads."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def parse_json(text: str | bytes) -> Report:
    """Return the report that `render_json` wrote.

    Raises:
        ValueError: The text is not such a report.
    """
    return msgspec.json.decode(text, type=Report)


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": render_text,
    "json": render_json,
    "junit": render_junit,
    "md": render_markdown,
    "html": render_html,
}
"""The forms of a report, each with the function that writes it."""


def render(report: Report, form: str = "text") -> str:
    """Return a report in one of the forms of `FORMATS`.

    Args:
        report: The report.
        form: `text`, `json`, `junit`, `md` or `html`.

    Raises:
        ValueError: The form is unknown.
    """
    if form not in FORMATS:
        raise ValueError(f"{form!r} is not a form of reports; the forms are {', '.join(FORMATS)}.")
    return FORMATS[form](report)


__all__ = ["FORMATS", "parse_json", "render", "render_json"]
