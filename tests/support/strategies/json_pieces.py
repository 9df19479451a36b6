"""JSON in pieces, as a model writes it."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(-1e9, 1e9) | st.text('a"\\[]{},: é😀'),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text('ab",{'), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def pieces_of(draw: st.DrawFn, value: Any) -> list[str]:
    """Draw the value's JSON, split at random places."""
    indent = draw(st.sampled_from([None, 0, 2]))
    text = json.dumps(value, indent=indent, ensure_ascii=draw(st.booleans()))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=9)))
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]
