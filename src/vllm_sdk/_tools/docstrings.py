"""Descriptions of a function and of its parameters, from the docstring."""

from __future__ import annotations

import inspect
from typing import Any

import attrs


@attrs.frozen
class Docstring:
    """The parts of a docstring.

    Attributes:
        description: The text before the sections.
        parameters: The description of each parameter, by name.
    """

    description: str = ""
    parameters: dict[str, str] = attrs.field(factory=dict[str, str])


def parse_docstring(function: Any) -> Docstring:
    """Parse a function's docstring in Google's, NumPy's or Sphinx's style, or plain text."""
    text = inspect.cleandoc(function.__doc__ or "")
    if not text:
        return Docstring()
    from docstring_parser import ParseError, parse  # imported only if a tool is made

    try:
        found = parse(text)
    except (ParseError, LookupError, ValueError):
        return Docstring(text)
    said = {each.arg_name: _one_line(each.description) for each in found.params}
    return Docstring((found.description or "").strip(), said)


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())
