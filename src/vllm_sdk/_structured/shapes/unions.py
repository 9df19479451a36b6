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

from vllm_sdk._structured.json_text.parsing import Mismatch
from vllm_sdk._structured.shapes.base import (
    EVERY_KIND,
    OBJECT,
    BoolShape,
    Definitions,
    FloatShape,
    IntShape,
    NullShape,
    Shape,
    StrShape,
)
from vllm_sdk._structured.shapes.choices import ChoiceShape, build_key
from vllm_sdk._structured.shapes.constrained import ConstrainedShape, unwrap
from vllm_sdk._structured.shapes.containers import TupleShape
from vllm_sdk._structured.shapes.formats import DATETIME, TIME, FormatShape
from vllm_sdk._structured.shapes.pydantic_models import ModelShape
from vllm_sdk._structured.shapes.records import RecordShape
from vllm_sdk.types import Schema

Pair = frozenset[int]


@attrs.define(eq=False)
class UnionShape(Shape):
    """A union.

    Attributes:
        members: its members in the order of declaration; every two of them are told apart.
    """

    members: tuple[Shape, ...]
    _ordered_members: tuple[Shape, ...] = ()
    _candidates: dict[str, list[Shape]] = attrs.field(factory=dict[str, list[Shape]])

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of all members."""
        return frozenset[str]().union(*(member.kinds for member in self.members))

    @property
    def expected(self) -> str:
        """The members."""
        return " or ".join(member.expected for member in self.members)

    def iter_parts(self) -> Iterator[Shape]:
        """The members."""
        return iter(self.members)

    def build_schema(self, definitions: Definitions) -> Schema:
        """Any of the members; `oneOf` is not taken by every back end."""
        return {"anyOf": [member.build_schema(definitions) for member in self.members]}

    def read(self, value: Any) -> Any:
        """What the member that fits reads."""
        kind = build_key(value)[0] or _name_container_kind(value)
        if (candidates := self._candidates.get(kind)) is None:
            candidates = [member for member in self.order_members() if kind in member.kinds]
            self._candidates[kind] = candidates
        if len(candidates) == 1:
            return candidates[0].read(value)
        refusals: list[Mismatch] = []
        for member in candidates:
            try:
                return member.read(value)
            except Mismatch as mismatch:
                refusals.append(mismatch)
        resemblances = [resembles(member, value) for member in candidates]
        if resemblances.count(True) == 1:
            raise refusals[resemblances.index(True)]
        raise self.build_mismatch(value)

    def order_members(self) -> tuple[Shape, ...]:
        """A choice before the type that it is of, `int` before `float`, in unions within, too."""
        if not self._ordered_members:
            leaves = _flatten(self.members)
            order = sorted(leaves, key=lambda member: _BREADTH.get(type(unwrap(member)), 2))
            self._ordered_members = tuple(order)
        return self._ordered_members

    def accepts(self, value: Any) -> bool:
        """What one of the members holds."""
        return any(member.accepts(value) for member in self.members)

    def write(self, value: Any) -> str:
        """What the member writes that holds the value."""
        return next(m for m in self.order_members() if m.accepts(value)).write(value)


def _flatten(members: Iterable[Shape]) -> Iterator[Shape]:
    """The members, those of unions among them in their place."""
    for member in members:
        inner = unwrap(member)
        if isinstance(inner, UnionShape) and not (
            isinstance(member, ConstrainedShape) and member.constraints
        ):
            yield from _flatten(inner.members)
        else:
            yield member


_PRIMITIVES = (NullShape, BoolShape, IntShape, FloatShape, StrShape)
_BREADTH: dict[type[Shape], int] = {ChoiceShape: 0, IntShape: 1}


def are_distinguishable(one: Shape, other: Shape) -> bool:
    """Whether every JSON value of both shapes is the same Python value in both, if there is any."""
    one, other = unwrap(one), unwrap(other)
    for union, rest in ((one, other), (other, one)):
        if isinstance(union, UnionShape):
            return all(are_distinguishable(member, rest) for member in union.members)
    return _are_read_alike(one, other) or are_disjoint(one, other)


def _are_read_alike(one: Shape, other: Shape) -> bool:
    """Whether it does not matter which of the two reads a value that is of both."""
    if one is other or {type(one), type(other)} == {IntShape, FloatShape}:  # an integer stays one
        return True
    if isinstance(one, _PRIMITIVES):
        return type(one) is type(other) or (
            isinstance(other, ChoiceShape) and _has_plain_values(other, one)
        )
    if isinstance(one, ChoiceShape) and isinstance(other, ChoiceShape):
        both = one.members.keys() & other.members.keys()
        return all(one.members[key] is other.members[key] for key in both)
    return isinstance(other, _PRIMITIVES) and _are_read_alike(other, one)


def _has_plain_values(choice: ChoiceShape, plain: Shape) -> bool:
    """Whether the choice's values of a plain kind are plain themselves, not members of an enum."""
    return not any(
        isinstance(value, Enum)
        for (kind, _), value in choice.members.items()
        if kind in plain.kinds
    )


def are_disjoint(  # noqa: PLR0911 -- one line for each kind of pair
    one: Shape, other: Shape, asked: frozenset[Pair] = frozenset()
) -> bool:
    """Whether no JSON value is of both shapes, as far as can be said."""
    one, other = unwrap(one), unwrap(other)
    if not one.kinds & other.kinds:
        return True
    pair = frozenset({id(one), id(other)})
    if one is other or pair in asked:  # asked while it is being answered: they hold each other
        return False
    asked |= {pair}
    for union, rest in ((one, other), (other, one)):
        if isinstance(union, UnionShape):
            return all(are_disjoint(member, rest, asked) for member in union.members)
    if isinstance(one, ChoiceShape) or isinstance(other, ChoiceShape):
        return _is_choice_disjoint(one, other) or _is_choice_disjoint(other, one)
    if isinstance(one, FormatShape) and isinstance(other, FormatShape):
        return _are_formats_disjoint(one, other)
    if isinstance(one, TupleShape) and isinstance(other, TupleShape):
        return any(
            a is None or b is None or are_disjoint(a, b, asked)
            for a, b in zip_longest(one.items, other.items)
        )
    return _are_objects_disjoint(find_properties(one), find_properties(other), asked)


def suggest_alternative(one: Shape, other: Shape) -> str:
    """What to write in place of two members that can't be told apart."""
    if EVERY_KIND in (one.kinds, other.kinds):
        return "one of them is any JSON already: leave the other out"
    if OBJECT in one.kinds & other.kinds:
        return (
            "give each a class with a field kind: Literal['…'] without a default, or with a "
            "required field of its own"
        )
    return "keep one of the two, or wrap each in a class with a required field of its own"


def find_properties(shape: Shape) -> Mapping[str, tuple[bool, Shape]] | None:
    """The fields of a class, or None for what has none."""
    shape = unwrap(shape)
    return shape.collect_properties() if isinstance(shape, RecordShape | ModelShape) else None


def _are_objects_disjoint(
    one: Mapping[str, tuple[bool, Shape]] | None,
    other: Mapping[str, tuple[bool, Shape]] | None,
    asked: frozenset[Pair],
) -> bool:
    """A required field that the other class has not, or has with values of another kind."""
    if one is None or other is None:
        return False
    return any(
        (required and key not in theirs)
        or (required and theirs[key][0] and are_disjoint(shape, theirs[key][1], asked))
        for mine, theirs in ((one, other), (other, one))
        for key, (required, shape) in mine.items()
    )


def _is_choice_disjoint(choice: Shape, other: Shape) -> bool:
    """Whether no member of a choice is of the other shape."""
    if not isinstance(choice, ChoiceShape):
        return False
    if isinstance(other, ChoiceShape):
        return not choice.members.keys() & other.members.keys()
    shared = [key for key in choice.members if key[0] in other.kinds]
    if isinstance(other, FormatShape):
        return not any(re.fullmatch(other.pattern, text) for _, text in shared)
    return not shared


def _are_formats_disjoint(one: FormatShape, other: FormatShape) -> bool:
    types = {one.type, other.type}
    if len(types) == 1:
        return one is not other and DATETIME not in (one, other) and TIME not in (one, other)
    return types <= {dt.date, dt.datetime, dt.time, dt.timedelta, UUID}


def resembles(shape: Shape, value: Any) -> bool:
    """Whether an object looks like it was meant to be of a class: its tags, or its fields, fit."""
    signature = find_properties(shape)
    if signature is None or not isinstance(value, dict):
        return False
    tags = {key: unwrap(field) for key, (required, field) in signature.items() if required}
    choices = {key: field for key, field in tags.items() if isinstance(field, ChoiceShape)}
    if choices:
        return all(
            key in value and build_key(value[key]) in tag.members for key, tag in choices.items()
        )
    return all(key in value for key in tags)


def _name_container_kind(value: Any) -> str:
    return "array" if isinstance(value, list) else "object"
