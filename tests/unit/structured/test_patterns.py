"""Patterns: a keyword if all grammar back ends read them as Python does, otherwise described."""

from __future__ import annotations

import re
import warnings
from typing import Annotated

import pytest

from vllm_sdk._structured import schema_of

PATTERNS = [
    ("[a-z]+", "[a-z]+"),
    ("^[a-z]+$", "[a-z]+"),
    ("^a|b$", "a|b"),
    (r"\$", r"\$"),
    ("", ""),
    (r"\d{3}-\w+", "[0-9]{3}-[A-Za-z0-9_]+"),
    (r"[\w.-]\s?", r"[A-Za-z0-9_.-]\s?"),
    ("(ab*)?c?", "(ab*){0,1}c?"),
    ("(?:a(?:bc*)?)??", "(?:a(?:bc*){0,1}){0,1}?"),
    ("[^a-c]{2,100}", "[^a-c]{2,100}"),
    ("[&~-]", "[&~-]"),
    ("日本|🦉", "日本|🦉"),
]


@pytest.mark.parametrize(("pattern", "spelt"), PATTERNS)
def test_a_pattern_is_rewritten_portably(pattern: str, spelt: str) -> None:
    assert schema_of(Annotated[str, re.compile(pattern)]) == {
        "type": "string",
        "pattern": f"^(?:{spelt})$",
    }


@pytest.mark.parametrize(
    "pattern",
    [
        '"', r"\\", r"\n", "\x01", "a{101}", "a{1,1000}", r"[^\d]", r"\D", r"[^\w]", "[[]",
        "[a&&b]", "[!--b]", "[a~~b]", "[]a]", "[^]a]", "{", "a{,2}", "a++", "(?=a)", "(?i:a)",
        r"(a)\1", r"\b", "a$|b", r"\Aa", r"\x41", "]", "}",
    ],
)  # fmt: skip
def test_a_pattern_that_some_back_end_misreads_is_only_described(pattern: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # of `[[` and `&&`
        compiled = re.compile(pattern)
    assert schema_of(Annotated[str, compiled]) == {
        "type": "string",
        "description": f"text that matches {pattern}",
    }
