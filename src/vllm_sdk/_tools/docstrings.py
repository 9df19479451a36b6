"""What a function's docstring says of it and of its parameters."""

from __future__ import annotations

import inspect
from typing import Any

import attrs


@attrs.frozen
class Docstring:
    """A docstring, taken apart.

    Attributes:
        description: what it says before its sections.
        parameters: what it says of each parameter, by name.
    """

    description: str = ""
    parameters: dict[str, str] = attrs.field(factory=dict[str, str])


def parse_docstring(function: Any) -> Docstring:
    """The docstring of a function, in Google's, NumPy's or Sphinx's style, or plain text."""
    text = inspect.cleandoc(function.__doc__ or "")
    if not text:
        return Docstring()
    from docstring_parser import ParseError, parse  # needed only where a tool is made

    try:
        found = parse(text)
    except (ParseError, LookupError, ValueError):
        return Docstring(text)
    said = {each.arg_name: _one_line(each.description) for each in found.params}
    return Docstring((found.description or "").strip(), said)


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
