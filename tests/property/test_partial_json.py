"""JSON that arrives in pieces: its items and partial values do not depend on the splits."""

from __future__ import annotations

import copy
import json
import pickle
import sys
import tracemalloc
from collections.abc import Iterable
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.json_pieces import pieces_of, values
from vllm_sdk._structured.json_text import partial_json
from vllm_sdk._structured.json_text.array_scanner import ArrayItemScanner
from vllm_sdk._structured.json_text.parsing import DuplicateNames, Number, parse
from vllm_sdk._structured.json_text.partial_json import (
    Partial,
    PartialJsonParser,
    PartialTextParser,
)
from vllm_sdk.errors import OutputInvalid

LARGEST = sys.float_info.max


@given(st.data())
def test_the_items_of_an_array_are_found_once_each(data: st.DataObject) -> None:
    array = data.draw(st.lists(values, max_size=5))
    scanner = ArrayItemScanner()
    found: list[str] = []
    for piece in data.draw(pieces_of(array)):
        found += scanner.feed(piece)
    assert [json.loads(item, strict=False) for item in found] == array


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
    if isinstance(whole, bool) or not isinstance(whole, int | float):
        assert came[-1].json == whole  # the end of a bare number is not always visible


def read_pieces(pieces: Iterable[str]) -> list[Partial[Any]]:
    parser: PartialJsonParser[Any] = PartialJsonParser()
    return [partial for piece in pieces if (partial := parser.feed(piece)) is not None]


@given(st.data())
def test_a_partial_value_stays_as_it_was(data: st.DataObject) -> None:
    pieces = data.draw(pieces_of(data.draw(values)))
    parser: PartialJsonParser[Any] = PartialJsonParser()
    fed = ""
    early: list[tuple[str, str]] = []
    late: list[Partial[Any]] = []
    for piece in pieces:
        fed += piece
        partial = parser.feed(piece)
        other = read_pieces([fed])
        if partial is not None:
            assert partial == other[-1]  # however the text was split
            assert partial.text == fed
            late.append(partial)
            early.append((json.dumps(partial.json), partial.text))
    again = read_pieces(pieces)  # not looked at until now, and then the last one first
    assert [json.dumps(partial.json) for partial in again[::-1]] == [
        seen for seen, _ in early[::-1]
    ]
    assert [(json.dumps(partial.json), partial.text) for partial in late] == early


@given(st.data())
def test_a_partial_value_only_grows_if_a_name_occurs_twice(data: st.DataObject) -> None:
    members = data.draw(st.lists(st.tuples(st.sampled_from("ab"), values), min_size=1, max_size=4))
    written = (f"{json.dumps(name)}: {json.dumps(value)}" for name, value in members)
    text = f"[{{{', '.join(written)}}}]"
    first: dict[str, Any] = {}
    for name, value in members:
        if name in first:
            break
        first[name] = value
    came = read_pieces(text)
    for partial, later in pairwise(came):
        assert grows_into(partial.json, later.json)
    assert came[-1].json == [first]
    assert isinstance(parse(text)[0], DuplicateNames) is (len(first) < len(members))


@given(st.text('a"\\[]{},:1 -eutr\nNn0'))
def test_the_parser_takes_what_the_decoder_takes(text: str) -> None:
    partials = read_pieces(text)
    try:
        value = parse(text)
    except OutputInvalid:
        for partial in partials:
            json.dumps(partial.json, allow_nan=False)
    else:
        if type(value) not in (int, Number, DuplicateNames):
            assert partials[-1].json == json.loads(text, strict=False)


@pytest.mark.parametrize(
    "text", ['["a\x00b\n\tc"]', '{"a\nb": "c\r"}', '["\x7f\x1f"]', '"\x0b"', '["\\u0000"]']
)
def test_raw_control_characters_are_characters(text: str) -> None:
    assert read_pieces(text)[-1].json == json.loads(text, strict=False)


def test_white_space_at_the_end_of_a_text_is_there_at_once() -> None:
    assert [each.json for each in read_pieces(['{"a": "b ', "c", "\n", '"', "}"])] == [
        {"a": "b "},
        {"a": "b c"},
        {"a": "b c\n"},
    ]


@pytest.mark.parametrize("text", ["[1, NaN, 2]", "[1, Infinity, 2]", "[1, -Infinity, 2]"])
def test_what_no_json_has_is_in_no_partial_value(text: str) -> None:
    assert [each.json for each in read_pieces(text)] == [[], [1]]


@pytest.mark.parametrize(("digits", "number"), [("1e999", LARGEST), ("-1e999", -LARGEST)])
def test_a_number_beyond_all_floats_is_the_largest(digits: str, number: float) -> None:
    partial = read_pieces(f"[{digits}, 1]")[-1]
    assert partial.json == [number, 1]
    json.dumps(partial.json, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ('["a\\x"', ["a"]),
        ('["a\\u12x"', ["a"]),
        ('["a\\ud83dx"', ["a"]),
        ('["a\\ude00"', ["a"]),
        ('["a\\ud83d\\u0041"', ["a"]),
        ('["a\ud83d"', ["a"]),
    ],
)
def test_half_a_character_ends_the_partial_values(text: str, before: Any) -> None:
    partials = read_pieces([text[:3], *text[3:], ' "b"]'])
    assert [each.json for each in partials] == [before]


def test_an_escape_arrives_in_pieces() -> None:
    text = '["\\ud83d\\ude00\\u00e9\\\\\\""]'
    assert [each.json for each in read_pieces(text)] == [
        [], [""], ["😀"], ["😀é"], ["😀é\\"], ['😀é\\"'],
    ]  # fmt: skip
    assert read_pieces([text])[-1].json == ['😀é\\"']


@pytest.mark.parametrize(("opening", "count"), [("[", 20_000), ('{"a":', 10_000)])
def test_any_number_of_containers_may_be_open(opening: str, count: int) -> None:
    partials = read_pieces([opening] * count)
    assert len(partials) == count
    value, depth = partials[-1].json, 0
    while value:
        value, depth = value[0 if opening == "[" else "a"], depth + 1
    assert depth == count - 1


PATTERNS = {
    "one text with escapes": ('{"a": "', "ab\\n\\u00e9 ", '"}'),
    "rows": ("[", '{"name": "row", "size": 17, "tags": ["a"]},', "0]"),
    "white space": ("[1", "\n        ", "]"),
    "digits": ("[", "1234 ,", "0]"),
    "one number": ("[0.", "12345678", "]"),
    "names": ("{", '"a\\n#": 1,', '"b": 0}'),
}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_the_work_grows_as_the_text_does(
    pattern: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    start, repeated, end = pattern
    decoded: list[int] = []

    def count(text: str) -> Any:
        decoded.append(len(text))
        return json.loads(text, strict=False)

    monkeypatch.setattr(partial_json, "_DECODER", SimpleNamespace(decode=count))

    def measure(repeats: int) -> tuple[int, int]:
        """Feed the text by character; count what was decoded, and the bytes of all partials."""
        decoded.clear()
        middle = "".join(repeated.replace("#", str(index)) for index in range(repeats))
        text = start + middle + end
        parser: PartialJsonParser[Any] = PartialJsonParser()
        tracemalloc.start()
        kept = [parser.feed(character) for character in text]
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert kept
        assert sum(decoded) <= 4 * len(text)
        return sum(decoded), held

    (few, little), (many, much) = measure(200), measure(1600)
    assert many <= 9 * few + 100
    assert much <= 12 * little


@pytest.mark.parametrize("pattern", ["rows", "white space", "digits", "one number"])
def test_the_scanner_of_items_keeps_only_the_item_that_is_written(pattern: str) -> None:
    start, repeated, end = PATTERNS[pattern]
    scanner = ArrayItemScanner()
    text = start + repeated * 300 + end
    items = [item for character in text for item in scanner.feed(character)]
    assert [json.loads(item) for item in items] == json.loads(text)


def test_a_bare_text_grows_with_each_piece() -> None:
    parser: PartialTextParser[Any] = PartialTextParser()
    partials = [parser.feed(piece) for piece in ("a ", "", "b")]
    assert partials == [Partial("a ", "a "), None, Partial("a b", "a b")]


def test_partial_values_are_values() -> None:
    first, second = read_pieces(['{"a": [1, "x', 'y"'])
    assert first == Partial({"a": [1, "x"]}, '{"a": [1, "x')
    assert hash(first) == hash(Partial({"a": [1, "x"]}, '{"a": [1, "x'))
    assert first != second
    assert first != first.json
    assert repr(first) == "Partial(json={'a': [1, 'x']})"
    assert pickle.loads(pickle.dumps(second)) == copy.copy(second) == second  # noqa: S301
    with pytest.raises(AttributeError):
        first.json = 1  # type: ignore[misc]


@pytest.mark.parametrize("text", ["{5,", "{[", "]", "}", "[1 2,", '{"a" 1,', '"a"]', "[1}", "[1,]"])
def test_invalid_json_gives_no_further_partials(text: str) -> None:
    parser: PartialJsonParser[Any] = PartialJsonParser()
    parser.feed(text)
    assert parser.feed('[{"a": 1}]') is None
