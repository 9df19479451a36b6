"""The kind of a GGUF is read from its head, whatever else stands there; a broken one is told."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.gguf import Value, array_value, build_gguf, metadata, text_value
from vllm_sdk.testing.gguf import ARCHITECTURE, BadGguf, read_architecture

LLAMA = (ARCHITECTURE, text_value("llama"))
Pairs = list[tuple[str, Value]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gguf") / "model.gguf"


@given(before=metadata, after=metadata, version=st.sampled_from([2, 3]))
def test_the_architecture_is_found_anywhere(
    path: Path, before: Pairs, after: Pairs, version: int
) -> None:
    path.write_bytes(build_gguf(*before, LLAMA, *after, version=version) + b"weights")
    assert read_architecture(path) == "llama"


@given(before=metadata, data=st.data())
def test_a_file_that_is_cut_is_told(path: Path, before: Pairs, data: st.DataObject) -> None:
    whole = build_gguf(*before, LLAMA)
    path.write_bytes(whole[: data.draw(st.integers(4, len(whole) - 1))])
    with pytest.raises(BadGguf, match=r"^it ends in the middle$"):
        read_architecture(path)


@given(st.binary(max_size=60))
def test_nothing_but_a_sentence_comes_of_any_bytes(path: Path, more: bytes) -> None:
    path.write_bytes(build_gguf()[:8] + more)
    with pytest.raises(BadGguf, match=r"^it "):
        read_architecture(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is not a GGUF file"),
        (b"GGU", "it is not a GGUF file"),
        (b"PK\3\4 a wheel", "it is not a GGUF file"),
        (build_gguf(LLAMA, version=1), "it has version 1 of the format, not 2 or 3"),
        (build_gguf(LLAMA, version=3 << 24), "it has version 50331648 of the format, not 2 or 3"),
        (build_gguf(), "it names no architecture"),
        (build_gguf((ARCHITECTURE, (4, b"1234"))), "it names no architecture"),
        (build_gguf(("a", (13, b"")), LLAMA), "it has a value of the unknown type 13"),
        (build_gguf(("a", array_value(9, [])), LLAMA), "it has an array of arrays"),
        (build_gguf(("a", (9, struct.pack("<IQ", 8, 1 << 62))), LLAMA), "it ends in the middle"),
        (build_gguf(("a", (9, struct.pack("<IQ", 4, 1 << 62))), LLAMA), "it ends in the middle"),
        (build_gguf(("a", (8, struct.pack("<Q", 1 << 63))), LLAMA), "it ends in the middle"),
    ],
)
def test_what_is_wrong_is_told(path: Path, content: bytes, reason: str) -> None:
    path.write_bytes(content)
    with pytest.raises(BadGguf, match=f"^{reason}"):
        read_architecture(path)
