"""Structured output in typical code of a user, never run: the checkers must infer the types.

Lines that end in `type: ignore` must be refused: an ignore that is not needed fails the check.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypedDict, TypeVar, assert_type

import annotated_types as at

from vllm_sdk._structured import choices_of, from_json, schema_of, to_json

T = TypeVar("T")


@dataclass
class Person:
    name: str


@dataclass
class Circle:
    kind: Literal["circle"]


@dataclass
class Square:
    kind: Literal["square"]


@dataclass
class Box(Generic[T]):
    item: T


class Movie(TypedDict):
    title: str


class Pair(NamedTuple):
    left: int
    right: str


class Colour(enum.Enum):
    RED = "red"


def values(text: str, schema: Mapping[str, Any]) -> None:
    assert_type(from_json(Person, text), Person)
    assert_type(from_json(list[Person], text), list[Person])
    assert_type(from_json(Circle | Square, text), Circle | Square)
    assert_type(from_json(Literal["a", "b"], text), Literal["a", "b"])
    assert_type(from_json(Person | None, text), Person | None)
    assert_type(from_json(dict[str, tuple[int, ...]], text), dict[str, tuple[int, ...]])
    assert_type(from_json(Box[list[int]], text), Box[list[int]])
    assert_type(from_json(Movie, text), Movie)
    assert_type(from_json(Pair, text), Pair)
    assert_type(from_json(Colour, text), Colour)
    assert_type(from_json(dt.date, text), dt.date)
    assert_type(from_json(None, text), None)
    assert_type(from_json(Annotated[int, at.Gt(0)], text), int)
    assert_type(from_json(Annotated[Any, "anything"], text), Any)
    assert_type(from_json(schema, text), Any)
    assert_type(from_json({"type": "object"}, text), Any)


def the_rest(person: Person) -> None:
    assert_type(to_json(person), str)
    assert_type(to_json([person], list[Person]), str)
    assert_type(schema_of(Circle | Square), dict[str, Any])
    assert_type(choices_of(Colour), list[str] | None)


def mistakes(text: str) -> None:
    from_json(3, text)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    from_json(Person, 3)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
