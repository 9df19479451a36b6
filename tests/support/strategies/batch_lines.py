"""Hypothesis strategies for the lines of batch files."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

ROUTES = ("/v1/chat/completions", "/v1/completions", "/v1/embeddings", "/v2/rerank", "/pooling")

texts = st.text(st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    ["\u2028", "a\rb", "\u0085", "\x00", '"', "\\", "\ufeff", "🙂"]
)
"""Texts with characters that split lines elsewhere."""

numbers = st.integers(-(2**80), 2**80) | st.floats(allow_nan=False, allow_infinity=False)

values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
"""JSON values."""

bodies = st.dictionaries(texts, values, max_size=4).map(
    lambda body: {name: value for name, value in body.items() if name != "stream"}
)


@st.composite
def long_lines(draw: st.DrawFn, name: str | None = None) -> dict[str, Any]:
    """Draw a line of the long form."""
    return {
        "custom_id": draw(texts) if name is None else name,
        "method": "POST",
        "url": draw(st.sampled_from(ROUTES)),
        "body": draw(bodies),
    }


@st.composite
def encoded(draw: st.DrawFn, value: Any) -> bytes:
    """Draw a way to write a value as one line."""
    ascii_only = draw(st.booleans())
    separators = draw(st.sampled_from([(",", ":"), (", ", ": "), (" , ", "\t:  ")]))
    text = json.dumps(value, ensure_ascii=ascii_only, separators=separators)
    return text.encode()


@st.composite
def inputs(draw: st.DrawFn) -> tuple[list[dict[str, Any]], bytes]:
    """Draw the lines of an input with different ids, and a file that holds them."""
    names = draw(st.lists(texts, min_size=1, max_size=6, unique=True))
    lines = [draw(long_lines(name)) for name in names]
    content = draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    for line in lines:
        content += draw(st.sampled_from([b"", b"\n", b" \r\n"]))  # blank lines
        content += draw(encoded(line)) + draw(st.sampled_from([b"\n", b"\r\n"]))
    if draw(st.booleans()):
        content = content.rstrip(b"\r\n")
    return lines, content
