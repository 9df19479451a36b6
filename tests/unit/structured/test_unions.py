"""The distinguishable members of unions."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar, Union

import pytest

from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk.errors import RequestInvalid

T = TypeVar("T")


@dataclass
class Pair(Generic[T]):
    x: T


@dataclass
class Number:
    x: int


@dataclass
class SameNumber:
    x: int


@dataclass
class Text:
    x: str


@dataclass
class Further:
    x: int
    y: int | None = None


@dataclass
class Nested:
    x: Number | None


@dataclass
class Either:
    x: int | str


@dataclass
class Cat:
    kind: Literal["cat", "kitten"]


@dataclass
class Dog:
    kind: Literal["dog"]


class Colour(enum.Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Number, SameNumber),
        (Number, Further),
        (Number, Either),
        (Number, dict[str, int]),
        (list[Number], list[SameNumber]),
        (list[int], list[str]),
        (list[int], list[float]),
        (tuple[int, str], tuple[float, str]),
        (tuple[Number], tuple[SameNumber]),
        (dict[str, int], dict[str, str]),
        (dt.date, str),
        (Colour, str),
        (Colour, Literal["red", "blue"]),
    ],
)
def test_an_ambiguous_union_is_refused(one: Any, other: Any) -> None:
    for union in (Union[one, other], Union[other, one]):  # noqa: UP007 -- of two variables
        with pytest.raises(RequestInvalid, match="can't be told apart in JSON"):
            schema_of(union)


@pytest.mark.parametrize(
    ("union", "values"),
    [
        (Number | Text, [Number(1), Text("1")]),
        (Number | Nested, [Number(1), Nested(Number(1)), Nested(None)]),
        (Cat | Dog, [Cat("kitten"), Dog("dog")]),
        (list[Number] | Number, [[Number(1)], Number(1)]),
        (tuple[int, str] | tuple[str, int], [(1, "a"), ("a", 1)]),
        (tuple[int] | tuple[int, int], [(1,), (1, 1)]),
        (int | float, [1, 1.0]),
        (bool | int, [True, 1]),
        (Literal[1] | str, [1, "1"]),
        (Colour | Literal["blue"], [Colour.RED, "blue"]),
        (dt.date | dt.datetime, [dt.date(2026, 1, 1), dt.datetime(2026, 1, 1)]),  # noqa: DTZ001
    ],
)
def test_every_member_round_trips(union: Any, values: list[Any]) -> None:
    for value in values:
        found = from_json(union, to_json(value, union))
        assert found == value
        assert type(found) is type(value)


def test_a_member_is_written_by_its_fields_and_not_its_class_alone() -> None:
    either = Union[Pair[str], Pair[None]]  # noqa: UP007 -- as in the other order
    for value in (Pair(None), Pair("a")):
        assert from_json(either, to_json(value, either)) == value
    with pytest.raises(TypeError, match="expected"):
        to_json(Pair(1), either)
