"""What the model is told of a result or an error."""

from __future__ import annotations

import datetime as dt
import json
from collections import namedtuple
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any, NamedTuple

import attrs
import msgspec
import pydantic
import pytest

from vllm_sdk._tools.results import ToolMessage, UnwritableResult, write_error, write_result


class Sky(Enum):
    BLUE = "blue"


class Loud(StrEnum):
    YES = "yes"


@dataclass
class Place:
    city: str


@dataclass
class Loose:
    """Its annotation is too little for a schema."""

    parts: list = field(default_factory=list)  # type: ignore[type-arg]


@attrs.define
class LooseAttrs:
    parts: Any


class Pair(NamedTuple):
    a: int
    b: str


LoosePair = namedtuple("LoosePair", ["a", "b"])  # noqa: PYI024 -- without annotations


class Model(pydantic.BaseModel):
    when: dt.date


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (2**70, str(2**70)),
        (1.5, "1.5"),
        (Decimal("1.10"), "1.10"),
        (dt.date(2024, 2, 29), '"2024-02-29"'),
        (Sky.BLUE, '"blue"'),
        (Loud.YES, '"yes"'),
        (Place("Łódź"), '{"city": "Łódź"}'),
        ([1, "a", None], '[1, "a", null]'),
        ((Place("A"), 2), '[{"city": "A"}, 2]'),
        ({3, 1, 2}, "[1, 2, 3]"),
        ({"a": {"b": []}, 1: 2, Sky.BLUE: 3}, '{"a": {"b": []}, "1": 2, "blue": 3}'),
        (Loose([Place("A")]), '{"parts": [{"city": "A"}]}'),
        (LooseAttrs({"a": 1}), '{"parts": {"a": 1}}'),
        (Pair(1, "b"), '{"a": 1, "b": "b"}'),
        (LoosePair(1, None), '{"a": 1, "b": null}'),
        (Model(when=dt.date(2024, 2, 29)), '{"when":"2024-02-29"}'),
    ],
)
def test_what_is_no_text_is_told_as_json(value: Any, text: str) -> None:
    assert write_result(value) == ToolMessage(text, is_json=True)
    json.loads(text)


def test_text_is_told_as_it_is() -> None:
    assert write_result('18 "degrees"\n') == ToolMessage('18 "degrees"\n')
    assert write_result("") == ToolMessage("")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (object(), "JSON can't carry a object"),
        ([1, print], "JSON can't carry a builtin_function_or_method"),
        ({"a": float("nan")}, "JSON has no nan"),
        ({(1, 2): 3}, r"names are texts, not \(1, 2\)"),
        (LooseAttrs(b"a" for _ in ()), "JSON can't carry a generator"),
    ],
)
def test_what_json_cannot_carry_is_refused_by_name(value: Any, why: str) -> None:
    with pytest.raises(UnwritableResult, match=why):
        write_result(value)


def test_what_holds_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(UnwritableResult, match="holds itself"):
        write_result(endless)


def test_what_is_too_long_is_cut_and_says_so() -> None:
    assert write_result("abcdef", longest=6).text == "abcdef"
    assert write_result("abcdefg", longest=6) == ToolMessage(
        "abcdef\n[Cut: these are the first 6 of 7 characters. Ask for less to see the rest.]"
    )
    assert write_result(["abcdefg"], longest=6).is_json is False


def test_half_a_character_does_not_break_the_conversation() -> None:
    assert write_result("a\udcffb").text == "a?b"
    assert write_result(["a\udcffb"]).text == '["a?b"]'
    assert write_error(ValueError("\ud800")).text == "Error: ?"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ValueError("no such city"), "Error: no such city"),
        (ValueError(), "Error: ValueError"),
        (KeyError("city"), "Error: KeyError: 'city'"),
    ],
)
def test_an_exception_is_told_by_its_message(error: Exception, text: str) -> None:
    assert write_error(error) == ToolMessage(text)


def test_a_long_error_is_cut_too() -> None:
    assert write_error(ValueError("abcdef"), longest=10).text.startswith("Error: abc\n[Cut:")


class Broken(dict[str, int]):
    def items(self) -> Any:
        raise ConnectionError("closed")


class Mute(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


class Row(msgspec.Struct):
    cells: dict  # type: ignore[type-arg]


@pytest.mark.parametrize(
    "value", [10**5000, {10**5000: 1}, Broken(a=1)], ids=["number", "name", "dict"]
)
def test_a_result_that_cannot_be_read_is_told(value: Any) -> None:
    with pytest.raises(UnwritableResult, match=r"can't (be read|carry)"):
        write_result(value)


def test_an_exception_without_words_is_told_by_its_kind() -> None:
    assert write_error(Mute()).text == "Error: Mute"


def test_a_struct_whose_annotations_say_too_little_is_told() -> None:
    assert write_result(Row({"a": 1})).text == '{"cells": {"a": 1}}'
