"""GGUF files: their heads with metadata of every type, and no weights."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from hypothesis import strategies as st

from strategies.options import texts

Value = tuple[int, bytes]
"""The number of a type, and the bytes of a value."""

_FORMS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9


def write_text(text: str) -> bytes:
    """Write a text as GGUF does: its length, then its bytes."""
    encoded = text.encode()
    return struct.pack("<Q", len(encoded)) + encoded


def text_value(text: str) -> Value:
    return _STRING, write_text(text)


def array_value(kind: int, items: Sequence[bytes]) -> Value:
    return _ARRAY, struct.pack("<IQ", kind, len(items)) + b"".join(items)


def build_gguf(*metadata: tuple[str, Value], version: int = 3) -> bytes:
    """Build a file with this metadata and no tensors."""
    head = b"GGUF" + struct.pack("<IQQ", version, 0, len(metadata))
    pairs = [write_text(key) + struct.pack("<I", kind) + raw for key, (kind, raw) in metadata]
    return head + b"".join(pairs)


@st.composite
def values(draw: st.DrawFn) -> Value:
    """Draw a value of any type: a number, a text, or an array of either."""
    kind = draw(st.sampled_from([*_FORMS, _STRING]))
    is_array = draw(st.booleans())
    count = draw(st.integers(0, 3)) if is_array else 1
    if kind == _STRING:
        items = [write_text(draw(texts)) for _ in range(count)]
    else:
        items = [draw(st.binary(min_size=size, max_size=size)) for size in _sizes(kind, count)]
    return array_value(kind, items) if is_array else (kind, items[0])


def _sizes(kind: int, count: int) -> list[int]:
    return [struct.calcsize(f"<{_FORMS[kind]}")] * count


metadata = st.lists(st.tuples(texts, values()), max_size=4)
"""Further metadata of a file."""
