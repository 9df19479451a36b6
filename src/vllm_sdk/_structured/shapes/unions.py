"""Unions: which members can be told apart in JSON, and which of them a value is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from itertools import zip_longest
from typing import Any
from uuid import UUID

import attrs

from vllm_sdk._structured.introspection.pydantic_models import ModelShape
from vllm_sdk._structured.json_text.text import Mismatch
from vllm_sdk._structured.shapes.aliases import Aliased
from vllm_sdk._structured.shapes.base import (
    EVERY_KIND,
    OBJECT,
    Definitions,
    Nothing,
    Real,
    Shape,
    Text,
    Truth,
    Whole,
)
from vllm_sdk._structured.shapes.choices import Choice, key_of
from vllm_sdk._structured.shapes.constraints import Refined, bare
from vllm_sdk._structured.shapes.containers import TupleOf
from vllm_sdk._structured.shapes.formats import CLOCK, MOMENT, Format
from vllm_sdk._structured.shapes.records import Record
from vllm_sdk.types import Schema

Pair = frozenset[int]


@attrs.define(eq=False)
class OneOf(Shape):
    """A union.

    Attributes:
        members: its members in the order of declaration; every two of them are told apart.
    """

    members: tuple[Shape, ...]
    _ordered: tuple[Shape, ...] = ()
    _able: dict[str, list[Shape]] = attrs.field(factory=dict[str, list[Shape]])

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of all members."""
        return frozenset[str]().union(*(member.kinds for member in self.members))

    @property
    def expected(self) -> str:
        """The members."""
        return " or ".join(member.expected for member in self.members)

    def parts(self) -> Iterator[Shape]:
        """The members."""
        return iter(self.members)

    def schema(self, definitions: Definitions) -> Schema:
        """Any of the members; `oneOf` is not taken by every back end."""
        return {"anyOf": [member.schema(definitions) for member in self.members]}

    def read(self, value: Any) -> Any:
        """What the member that fits reads."""
        kind = key_of(value)[0] or _kind_of_container(value)
        if (able := self._able.get(kind)) is None:
            able = [member for member in self.narrow_first() if kind in member.kinds]
            self._able[kind] = able
        if len(able) == 1:
            return able[0].read(value)
        refusals: list[Mismatch] = []
        for member in able:
            try:
                return member.read(value)
            except Mismatch as mismatch:
                refusals.append(mismatch)
        claims = [claims_object(member, value) for member in able]
        if claims.count(True) == 1:
            raise refusals[claims.index(True)]
        raise self.refuse(value)

    def narrow_first(self) -> tuple[Shape, ...]:
        """A choice before the type that it is of, `int` before `float`, in unions within, too."""
        if not self._ordered:
            leaves = _leaves(self.members)
            order = sorted(leaves, key=lambda member: _BREADTH.get(type(bare(member)), 2))
            self._ordered = tuple(order)
        return self._ordered

    def holds(self, value: Any) -> bool:
        """What one of the members holds."""
        return any(member.holds(value) for member in self.members)

    def write(self, value: Any) -> str:
        """What the member writes that holds the value."""
        return next(m for m in self.narrow_first() if m.holds(value)).write(value)


def _leaves(members: Iterable[Shape]) -> Iterator[Shape]:
    """The members, those of unions among them in their place."""
    for member in members:
        inner = bare(member)
        if isinstance(inner, OneOf) and not (isinstance(member, Refined) and member.rules):
            yield from _leaves(inner.members)
        else:
            yield member


_PLAIN = (Nothing, Truth, Whole, Real, Text)
_BREADTH: dict[type[Shape], int] = {Choice: 0, Whole: 1}


def told_apart(one: Shape, other: Shape) -> bool:
    """Whether every JSON value of both shapes is the same Python value in both, if there is any."""
    one, other = _unwrapped(one), _unwrapped(other)
    for union, rest in ((one, other), (other, one)):
        if isinstance(union, OneOf):
            return all(told_apart(member, rest) for member in union.members)
    return _read_alike(one, other) or disjoint(one, other)


def _read_alike(one: Shape, other: Shape) -> bool:
    """Whether it does not matter which of the two reads a value that is of both."""
    if one is other or {type(one), type(other)} == {Whole, Real}:  # an integer stays one
        return True
    if isinstance(one, _PLAIN):
        return type(one) is type(other) or (isinstance(other, Choice) and _is_plain(other, one))
    if isinstance(one, Choice) and isinstance(other, Choice):
        both = one.members.keys() & other.members.keys()
        return all(one.members[key] is other.members[key] for key in both)
    return isinstance(other, _PLAIN) and _read_alike(other, one)


def _is_plain(choice: Choice, plain: Shape) -> bool:
    """Whether the choice's values of a plain kind are plain themselves, not members of an enum."""
    return not any(
        isinstance(value, Enum)
        for (kind, _), value in choice.members.items()
        if kind in plain.kinds
    )


def disjoint(  # noqa: PLR0911 -- one line for each kind of pair
    one: Shape, other: Shape, asked: frozenset[Pair] = frozenset()
) -> bool:
    """Whether no JSON value is of both shapes, as far as can be said."""
    one, other = _unwrapped(one), _unwrapped(other)
    if not one.kinds & other.kinds:
        return True
    pair = frozenset({id(one), id(other)})
    if one is other or pair in asked:  # asked while it is being answered: they hold each other
        return False
    asked |= {pair}
    for union, rest in ((one, other), (other, one)):
        if isinstance(union, OneOf):
            return all(disjoint(member, rest, asked) for member in union.members)
    if isinstance(one, Choice) or isinstance(other, Choice):
        return _choice_apart(one, other) or _choice_apart(other, one)
    if isinstance(one, Format) and isinstance(other, Format):
        return _formats_apart(one, other)
    if isinstance(one, TupleOf) and isinstance(other, TupleOf):
        return any(
            a is None or b is None or disjoint(a, b, asked)
            for a, b in zip_longest(one.items, other.items)
        )
    return _objects_apart(signature_of(one), signature_of(other), asked)


def _unwrapped(shape: Shape) -> Shape:
    """A shape without constraints, and not by an alias's name."""
    shape = bare(shape)
    return _unwrapped(shape.inner) if isinstance(shape, Aliased) else shape


def advice(one: Shape, other: Shape) -> str:
    """What to write in place of two members that can't be told apart."""
    if EVERY_KIND in (one.kinds, other.kinds):
        return "one of them is any JSON already: leave the other out"
    if OBJECT in one.kinds & other.kinds:
        return (
            "give each a class with a field kind: Literal['…'] without a default, or with a "
            "required field of its own"
        )
    return "keep one of the two, or wrap each in a class with a required field of its own"


def signature_of(shape: Shape) -> Mapping[str, tuple[bool, Shape]] | None:
    """The fields of a class, or None for what has none."""
    shape = bare(shape)
    return shape.signature() if isinstance(shape, Record | ModelShape) else None


def _objects_apart(
    one: Mapping[str, tuple[bool, Shape]] | None,
    other: Mapping[str, tuple[bool, Shape]] | None,
    asked: frozenset[Pair],
) -> bool:
    """A required field that the other class has not, or has with values of another kind."""
    if one is None or other is None:
        return False
    return any(
        (required and key not in theirs)
        or (required and theirs[key][0] and disjoint(shape, theirs[key][1], asked))
        for mine, theirs in ((one, other), (other, one))
        for key, (required, shape) in mine.items()
    )


def _choice_apart(choice: Shape, other: Shape) -> bool:
    """Whether no member of a choice is of the other shape."""
    if not isinstance(choice, Choice):
        return False
    if isinstance(other, Choice):
        return not choice.members.keys() & other.members.keys()
    shared = [key for key in choice.members if key[0] in other.kinds]
    if isinstance(other, Format):
        return not any(re.fullmatch(other.pattern, text) for _, text in shared)
    return not shared


def _formats_apart(one: Format, other: Format) -> bool:
    types = {one.type, other.type}
    if len(types) == 1:
        return one is not other and MOMENT not in (one, other) and CLOCK not in (one, other)
    return types <= {dt.date, dt.datetime, dt.time, dt.timedelta, UUID}


def claims_object(shape: Shape, value: Any) -> bool:
    """Whether an object looks like it was meant to be of a class: its tags, or its fields, fit."""
    signature = signature_of(shape)
    if signature is None or not isinstance(value, dict):
        return False
    tags = {key: bare(field) for key, (required, field) in signature.items() if required}
    choices = {key: field for key, field in tags.items() if isinstance(field, Choice)}
    if choices:
        return all(
            key in value and key_of(value[key]) in tag.members for key, tag in choices.items()
        )
    return all(key in value for key in tags)


def _kind_of_container(value: Any) -> str:
    return "array" if isinstance(value, list) else "object"
