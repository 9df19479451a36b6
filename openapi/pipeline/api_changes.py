"""Write docs/api-changes.md: what changed in vLLM's served API, version by version."""

from __future__ import annotations

import difflib
import itertools
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from . import history
from .document import Document, get_components, iter_operations, read
from .inline import name_inline_classes
from .names import Names, name_things
from .normalise import drop_defaults, normalise
from .report import Section, compare_readable, write_type

_INTRODUCTION = """\
# Changes of vLLM's API

What changed in the HTTP API that vLLM serves, version by version, with types, defaults and bounds.
`make api-changes` writes this page from the exported specs in `openapi/history`; do not edit it.

Each version was exported with every task and every flag that adds a route, and with the same
versions of openai, fastapi and pydantic, so that each difference is vLLM's own. `+` is new, `-` is
gone, `~` has changed. Defaults are the server's.

vLLM ignores fields of a request that it does not know: a field that is gone, or that the server is
too old for, has no effect and gives no error.

Answers of routes that build their JSON by hand are not in vLLM's code as models. For those, this
page can only say that the handler's code changed.
"""
# Small classes inside fields are described in place.
_WITHOUT = (drop_defaults, name_inline_classes)
_GENERATION = ("ChatCompletionRequest", "CompletionRequest", "ResponsesRequest")


def run(folder: Path, page: Path, *, check: bool) -> int:
    """Write the page, or check that it agrees with the history, and return the exit code."""
    text = render(history.read_all(folder), Names.from_document(read(folder / "names.json")))
    current = page.read_text("utf-8") if page.exists() else ""
    if not check:
        page.write_text(text, "utf-8")
        print(f"{page.name}: {'unchanged' if text == current else 'written'}")
        return 0
    if text == current:
        return 0
    lines = difflib.unified_diff(current.splitlines(), text.splitlines(), lineterm="", n=0)
    print("\n".join(list(lines)[:20]))
    print(
        f"docs/{page.name} is not what openapi/history gives: run `make api-changes`",
        file=sys.stderr,
    )
    return 1


def render(specs: Mapping[str, Document], names: Names) -> str:
    """Return the page for the exported spec of each version, the oldest first."""
    named = {
        version: normalise(name_things(spec, names), without=_WITHOUT)
        for version, spec in specs.items()
    }
    versions = list(named)
    parts = [_INTRODUCTION, _render_overview(named)]
    for before, now in reversed(list(itertools.pairwise(versions))):
        sections = compare_readable(named[before], named[now])
        parts.append(f"## {before} to {now}\n")
        parts.extend(map(_render_section, sections))
        if not sections:
            parts.append("No difference.\n")
    return "\n".join(parts)


def _render_overview(named: Mapping[str, Document]) -> str:
    """Return the table of versions, and the versions that added fields of generation requests."""
    rows = ["| vLLM | routes | classes |", "|---|---|---|"]
    for version, spec in named.items():
        routes = sum("#" not in route for route, _ in iter_operations(spec))
        rows.append(f"| {version} | {routes} | {len(get_components(spec))} |")
    fields = [
        "",
        "Fields of the generation requests that came or went since the first of these versions:",
        "",
        "| request | field | since | gone in | type in the newest version that has it |",
        "|---|---|---|---|---|",
        *_render_field_rows(named),
    ]
    return "\n".join([*rows, *fields, ""])


def _render_field_rows(specs: Mapping[str, Document]) -> Iterator[str]:
    versions = list(specs)
    for request in _GENERATION:
        fields = {
            version: get_components(spec).get(request, {}).get("properties", {})
            for version, spec in specs.items()
        }
        for name in sorted({name for known in fields.values() for name in known}):
            having = [version for version in versions if name in fields[version]]
            if having == versions:
                continue
            since = "" if having[0] == versions[0] else having[0]
            last = versions.index(having[-1])
            gone = "" if having[-1] == versions[-1] else versions[last + 1]
            kind = _describe(fields[having[-1]][name])
            yield f"| `{request}` | `{name}` | {since} | {gone} | {kind} |"


def _describe(field: Document) -> str:
    default = field.get("default")
    text = f"`{write_type(field)}`" + (f", default `{default}`" if default is not None else "")
    return text.replace("|", "\\|")


def _render_section(section: Section) -> str:
    """Return a section, in which the changes of one class or route are one list."""
    lines = [f"### {section.title}", ""]
    if section.title in ("New classes", "Removed classes"):
        names = ", ".join(section.lines).replace(",,", ",").split(", ")
        lines += textwrap.wrap(", ".join(f"`{name}`" for name in names if name), 110)
    else:
        lines += list(_render_items(section.lines))
    return "\n".join([*lines, ""])


def _render_items(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        indent = "  " if line.startswith("  ") else ""
        sign, _, rest = line.strip().partition(" ")
        if sign in ("+", "-", "~"):
            name, separator, text = rest.partition(": ")
            yield f"{indent}- {_SIGNS[sign]} `{name.strip()}`" + (
                f": `{text}`" if separator else ""
            )
        else:
            yield f"{indent}- `{line.strip()}`"


_SIGNS = {sign: f"**{sign}**" for sign in "+-~"}
