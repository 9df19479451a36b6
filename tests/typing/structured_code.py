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

from vllm_sdk._structured import choices_of, decode, encode, schema_of

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
    assert_type(decode(Person, text), Person)
    assert_type(decode(list[Person], text), list[Person])
    assert_type(decode(Circle | Square, text), Circle | Square)
    assert_type(decode(Literal["a", "b"], text), Literal["a", "b"])
    assert_type(decode(Person | None, text), Person | None)
    assert_type(decode(dict[str, tuple[int, ...]], text), dict[str, tuple[int, ...]])
    assert_type(decode(Box[list[int]], text), Box[list[int]])
    assert_type(decode(Movie, text), Movie)
    assert_type(decode(Pair, text), Pair)
    assert_type(decode(Colour, text), Colour)
    assert_type(decode(dt.date, text), dt.date)
    assert_type(decode(None, text), None)
    assert_type(decode(Annotated[int, at.Gt(0)], text), int)
    assert_type(decode(Annotated[Any, "anything"], text), Any)
    assert_type(decode(schema, text), Any)
    assert_type(decode({"type": "object"}, text), Any)


def the_rest(person: Person) -> None:
    assert_type(encode(person), str)
    assert_type(encode([person], list[Person]), str)
    assert_type(schema_of(Circle | Square), dict[str, Any])
    assert_type(choices_of(Colour), list[str] | None)


def mistakes(text: str) -> None:
    decode(3, text)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
    decode(Person, 3)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
