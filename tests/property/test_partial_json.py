"""JSON that arrives in pieces: its items and partial values do not depend on the splits."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.json_pieces import pieces_of, values
from vllm_sdk._structured.json_text.partial_json import ArrayItemScanner, Partial, PartialJsonParser


@given(st.data())
def test_the_items_of_an_array_are_found_once_each(data: st.DataObject) -> None:
    array = data.draw(st.lists(values, max_size=5))
    scanner = ArrayItemScanner()
    found: list[str] = []
    for piece in data.draw(pieces_of(array)):
        found += scanner.feed(piece)
    assert [json.loads(item) for item in found] == array


def test_an_item_is_complete_at_its_delimiter() -> None:
    scanner = ArrayItemScanner()
    came = [(character, scanner.feed(character)) for character in '[1, "a,]", {"b": [2]}]']
    assert [(character, items) for character, items in came if items] == [
        (",", ["1"]),
        (",", ['"a,]"']),
        ("]", ['{"b": [2]}']),
    ]


@given(st.data())
def test_other_values_than_arrays_have_no_items(data: st.DataObject) -> None:
    value = data.draw(values.filter(lambda value: not isinstance(value, list)))
    scanner = ArrayItemScanner()
    assert [item for piece in data.draw(pieces_of(value)) for item in scanner.feed(piece)] == []


def grows_into(partial: Any, whole: Any) -> bool:
    """Return whether a value can become another by growth alone."""
    if isinstance(partial, dict) and isinstance(whole, dict):
        names = list(partial)
        settled = all(partial[name] == whole[name] for name in names[:-1])
        return (
            names == list(whole)[: len(names)]
            and settled
            and (not names or grows_into(partial[names[-1]], whole[names[-1]]))
        )
    if isinstance(partial, list) and isinstance(whole, list):
        settled = partial[:-1] == whole[: len(partial) - 1] if partial else True
        return settled and (not partial or grows_into(partial[-1], whole[len(partial) - 1]))
    if isinstance(partial, str) and isinstance(whole, str):
        return whole.startswith(partial)
    return type(partial) is type(whole) and partial == whole


@given(st.data())
def test_a_partial_value_only_grows(data: st.DataObject) -> None:
    whole = data.draw(values)
    parser: PartialJsonParser[Any] = PartialJsonParser()
    partials = [parser.feed(piece) for piece in data.draw(pieces_of(whole))]
    came = [partial for partial in partials if partial is not None]
    for partial, later in pairwise(came):
        assert partial.json != later.json
        assert grows_into(partial.json, later.json)
    for partial in came:
        assert grows_into(partial.json, whole)
    if not isinstance(whole, int | float):  # the end of a bare number is not visible
        assert came[-1].json == whole


@given(st.text('a"\\[]{},:1 -e'))
def test_invalid_json_raises_nothing(text: str) -> None:
    parser: PartialJsonParser[Any] = PartialJsonParser()
    for character in text:
        partial = parser.feed(character)
        assert partial is None or isinstance(partial, Partial)


@pytest.mark.parametrize("text", ["{5,", "{[", "]", "}", "[1 2,", '{"a" 1,', '"a"]'])
def test_invalid_json_gives_no_further_partials(text: str) -> None:
    parser: PartialJsonParser[Any] = PartialJsonParser()
    parser.feed(text)
    assert parser.feed('[{"a": 1}]') is None
