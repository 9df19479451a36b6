"""JSON that comes in pieces: cut anywhere, its items and its partial values are the same."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.growing import in_pieces, values
from vllm_sdk._structured.json_text.partial_json import Growing, Partial, Scanner


@given(st.data())
def test_the_items_of_an_array_are_found_once_each(data: st.DataObject) -> None:
    array = data.draw(st.lists(values, max_size=5))
    scanner = Scanner()
    found: list[str] = []
    for piece in data.draw(in_pieces(array)):
        found += scanner.feed(piece)
    assert [json.loads(item) for item in found] == array


def test_an_item_is_there_as_soon_as_what_follows_it() -> None:
    scanner = Scanner()
    came = [(character, scanner.feed(character)) for character in '[1, "a,]", {"b": [2]}]']
    assert [(character, items) for character, items in came if items] == [
        (",", ["1"]),
        (",", ['"a,]"']),
        ("]", ['{"b": [2]}']),
    ]


@given(st.data())
def test_what_is_no_array_has_no_items(data: st.DataObject) -> None:
    value = data.draw(values.filter(lambda value: not isinstance(value, list)))
    scanner = Scanner()
    assert [item for piece in data.draw(in_pieces(value)) for item in scanner.feed(piece)] == []


def grows_into(partial: Any, whole: Any) -> bool:
    """Whether a value can become another by growing alone."""
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
    growing: Growing[Any] = Growing()
    partials = [growing.feed(piece) for piece in data.draw(in_pieces(whole))]
    came = [partial for partial in partials if partial is not None]
    for partial, later in pairwise(came):
        assert partial.json != later.json
        assert grows_into(partial.json, later.json)
    for partial in came:
        assert grows_into(partial.json, whole)
    if not isinstance(whole, int | float):  # a bare number's end is not to be seen
        assert came[-1].json == whole


@given(st.text('a"\\[]{},:1 -e'))
def test_what_is_no_json_has_partials_without_trouble(text: str) -> None:
    growing: Growing[Any] = Growing()
    for character in text:
        partial = growing.feed(character)
        assert partial is None or isinstance(partial, Partial)


@pytest.mark.parametrize("text", ["{5,", "{[", "]", "}", "[1 2,", '{"a" 1,', '"a"]'])
def test_text_that_can_be_no_json_gives_nothing_more(text: str) -> None:
    growing: Growing[Any] = Growing()
    growing.feed(text)
    assert growing.feed('[{"a": 1}]') is None
