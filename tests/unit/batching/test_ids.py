"""The ids of a batch as hashes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vllm_sdk._operations.batching.ids import HashSet, OffsetIndex, hash_id

hashes = st.integers(0, 2**64 - 1) | st.integers(0, 600)


@given(st.lists(hashes), hashes)
def test_a_set_has_what_was_added(added: list[int], other: int) -> None:
    found = HashSet()
    for each in added:
        found.add(each)
    found.sort()
    assert all(each in found for each in added)
    assert (other in found) == (other in added)
    assert found.find_repeated() == {each for each in added if added.count(each) > 1}


@given(st.lists(hashes), hashes)
def test_an_index_finds_the_lines_of_a_hash_in_their_order(added: list[int], other: int) -> None:
    index = OffsetIndex()
    for offset, each in enumerate(added):
        index.add(each, offset)
    index.sort()
    assert len(index) == len(added)
    for each in {*added, other}:
        expected = [offset for offset, found in enumerate(added) if found == each]
        assert list(index.find(each)) == expected


@given(st.text())
def test_a_hash_fits_into_64_bits(name: str) -> None:
    assert 0 <= hash_id(name) < 2**64
    assert hash_id(name) == hash_id("".join(name))
