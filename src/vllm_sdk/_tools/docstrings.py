"""Descriptions of a function and of its parameters, from the docstring."""

from __future__ import annotations

from typing import Any

from vllm_sdk._structured.introspection.docstrings import Docstring, parse_text


def parse_docstring(function: Any) -> Docstring:
    """Parse a function's docstring in Google's, NumPy's or Sphinx's style, or plain text."""
    return parse_text(function.__doc__ or "")
