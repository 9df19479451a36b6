"""Reports as one page of HTML without scripts, which can be sent to a colleague."""

from __future__ import annotations

from html import escape

from vllm_sdk.contract.outcomes import Outcome, Report
from vllm_sdk.contract.reports.text import describe_outcome, describe_server, summarize

STYLE = """
:root { color-scheme: light dark; --ok: #1a7f37; --bad: #cf222e; --dim: #6e7781; }
@media (prefers-color-scheme: dark) { :root { --ok: #3fb950; --bad: #ff7b72; --dim: #9198a1; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-bottom: 0; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; }
tr { border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
dt { color: var(--dim); } dd { margin: 0 0 .5rem; }
pre { overflow-x: auto; padding: .75rem; white-space: pre-wrap;
  background: color-mix(in srgb, currentColor 8%, transparent); }
td:nth-child(2) { white-space: nowrap; }
.pass { color: var(--ok); } .fail { color: var(--bad); font-weight: 600; }
.none { color: var(--dim); }
"""
CLASSES = {"pass": "pass", "fail": "fail", "not applicable": "none"}


def render_html(report: Report) -> str:
    """Return a report as one page of HTML."""
    title = f"Contract of {report.server.url}"
    lines = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
        f"<h1>{escape(title)}</h1>\n<p>{escape(describe_server(report))}</p>",
    ]
    if report.problem:
        lines.append(f'<p class="fail">{escape(report.problem)}</p>')
    else:
        lines.append(f"<p>{escape(summarize(report))}</p>")
    lines += [_write_failure(each) for each in report.list_failures()]
    if report.outcomes:
        rows = "\n".join(map(_write_row, report.outcomes))
        lines.append(f"<table>\n<tr><th>check</th><th>verdict</th><th></th></tr>\n{rows}\n</table>")
    return "\n".join([*lines, "</body>\n</html>\n"])


def _write_failure(outcome: Outcome) -> str:
    facts = {
        "expected": outcome.expected,
        "got": outcome.got,
        "what it means": outcome.meaning,
    }
    items = "".join(f"<dt>{name}</dt><dd>{escape(said)}</dd>" for name, said in facts.items())
    return (
        f'<h2 class="fail" id="{escape(outcome.id)}">{escape(outcome.id)}</h2>\n'
        f"<p>{escape(outcome.about)}</p>\n<dl>{items}</dl>\n<pre>{escape(outcome.curl)}</pre>"
    )


def _write_row(outcome: Outcome) -> str:
    said = "" if outcome.verdict == "fail" else describe_outcome(outcome)
    name = escape(outcome.id)
    cell = f'<a href="#{name}">{name}</a>' if outcome.verdict == "fail" else name
    return (
        f'<tr><td>{cell}</td><td class="{CLASSES[outcome.verdict]}">{outcome.verdict}</td>'
        f"<td>{escape(said or outcome.about)}</td></tr>"
    )
