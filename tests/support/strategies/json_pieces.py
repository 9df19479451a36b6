"""JSON in pieces, as a model writes it."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import strategies as st

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text('a"\\[]{},: é😀\n\t\x00'),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text('ab",{'), inner, max_size=4)
    ),
    max_leaves=12,
)

spaces = st.text(" \n\r\t", max_size=3)
RAW = {"\\n": "\n", "\\t": "\t", "\\u0000": "\0"}


@st.composite
def pieces_of(draw: st.DrawFn, value: Any) -> list[str]:
    """Draw the value's JSON, split at random places.

    Control characters are escaped or raw, and white space may surround the value.
    """
    indent = draw(st.sampled_from([None, 0, 2]))
    text = json.dumps(value, indent=indent, ensure_ascii=draw(st.booleans()))
    if draw(st.booleans()):
        text = re.sub(r"\\\\|\\[nt]|\\u0000", lambda found: RAW.get(found[0], found[0]), text)
    text = draw(spaces) + text + draw(spaces)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=9)))
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]
