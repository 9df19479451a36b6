"""Unions: which members are distinguishable in JSON, and which member a value belongs to."""

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
        members: its members in the order of declaration; every two of them are distinguishable.
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
        """Iterate over the members."""
        return iter(self.members)

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return an `anyOf` of the members; not every back end supports `oneOf`."""
        return {"anyOf": [member.build_schema(definitions) for member in self.members]}

    def read(self, value: Any) -> Any:
        """Read a value with the member that it belongs to."""
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
        """Return a choice before its own type, `int` before `float`, within nested unions too."""
        if not self._ordered_members:
            leaves = _flatten(self.members)
            order = sorted(leaves, key=lambda member: _BREADTH.get(type(unwrap(member)), 2))
            self._ordered_members = tuple(order)
        return self._ordered_members

    def accepts(self, value: Any) -> bool:
        """Accept a value that one of the members accepts."""
        return any(member.accepts(value) for member in self.members)

    def write(self, value: Any) -> str:
        """Write a value with the first member that can.

        A member may accept a value by its class and not be able to write its fields: the members
        can be one generic class with several arguments.
        """
        failure = TypeError(f"expected {self.expected}")
        for member in self.order_members():
            if member.accepts(value):
                try:
                    return member.write(value)
                except TypeError as error:
                    failure = error
        raise failure


def _flatten(members: Iterable[Shape]) -> Iterator[Shape]:
    """Iterate over the members, with those of nested unions in their place."""
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
    """Return whether both shapes read every JSON value of both as the same Python value.

    This is true if they have no JSON value in common.
    """
    one, other = unwrap(one), unwrap(other)
    for union, rest in ((one, other), (other, one)):
        if isinstance(union, UnionShape):
            return all(are_distinguishable(member, rest) for member in union.members)
    return _are_read_alike(one, other) or are_disjoint(one, other)


def _are_read_alike(one: Shape, other: Shape) -> bool:
    """Return whether a value of both shapes may be read by either of them."""
    # IntShape is tried first, so that an integer remains an `int`
    if one is other or {type(one), type(other)} == {IntShape, FloatShape}:
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
    """Return whether the choice's values of a primitive kind are plain, not members of an enum."""
    return not any(
        isinstance(value, Enum)
        for (kind, _), value in choice.members.items()
        if kind in plain.kinds
    )


def are_disjoint(  # noqa: PLR0911 -- one line for each kind of pair
    one: Shape, other: Shape, compared: frozenset[Pair] = frozenset()
) -> bool:
    """Return whether it is certain that no JSON value is of both shapes."""
    one, other = unwrap(one), unwrap(other)
    if not one.kinds & other.kinds:
        return True
    pair = frozenset({id(one), id(other)})
    if one is other or pair in compared:  # they contain each other: the comparison is under way
        return False
    compared |= {pair}
    for union, rest in ((one, other), (other, one)):
        if isinstance(union, UnionShape):
            return all(are_disjoint(member, rest, compared) for member in union.members)
    if isinstance(one, ChoiceShape) or isinstance(other, ChoiceShape):
        return _is_choice_disjoint(one, other) or _is_choice_disjoint(other, one)
    if isinstance(one, FormatShape) and isinstance(other, FormatShape):
        return _are_formats_disjoint(one, other)
    if isinstance(one, TupleShape) and isinstance(other, TupleShape):
        return any(
            a is None or b is None or are_disjoint(a, b, compared)
            for a, b in zip_longest(one.items, other.items)
        )
    return _are_objects_disjoint(find_properties(one), find_properties(other), compared)


def suggest_alternative(one: Shape, other: Shape) -> str:
    """Return what to write in place of two members that are not distinguishable."""
    if EVERY_KIND in (one.kinds, other.kinds):
        return "one of them is any JSON already: leave the other out"
    if OBJECT in one.kinds & other.kinds:
        return (
            "give each a class with a field kind: Literal['…'] without a default, or with a "
            "required field of its own"
        )
    return "keep one of the two, or wrap each in a class with a required field of its own"


def find_properties(shape: Shape) -> Mapping[str, tuple[bool, Shape]] | None:
    """Return the properties of a class, or None if the shape is not a class."""
    shape = unwrap(shape)
    return shape.collect_properties() if isinstance(shape, RecordShape | ModelShape) else None


def _are_objects_disjoint(
    one: Mapping[str, tuple[bool, Shape]] | None,
    other: Mapping[str, tuple[bool, Shape]] | None,
    compared: frozenset[Pair],
) -> bool:
    """Return whether a required field is unknown to the other class, or disjoint from its field."""
    if one is None or other is None:
        return False
    return any(
        (required and key not in theirs)
        or (required and theirs[key][0] and are_disjoint(shape, theirs[key][1], compared))
        for mine, theirs in ((one, other), (other, one))
        for key, (required, shape) in mine.items()
    )


def _is_choice_disjoint(choice: Shape, other: Shape) -> bool:
    """Return whether no member of a choice is of the other shape."""
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
    """Return whether an object was probably meant for a class: it has its tags, or its fields."""
    properties = find_properties(shape)
    if properties is None or not isinstance(value, dict):
        return False
    tags = {key: unwrap(field) for key, (required, field) in properties.items() if required}
    choices = {key: field for key, field in tags.items() if isinstance(field, ChoiceShape)}
    if choices:
        return all(
            key in value and build_key(value[key]) in tag.members for key, tag in choices.items()
        )
    return all(key in value for key in tags)


def _name_container_kind(value: Any) -> str:
    return "array" if isinstance(value, list) else "object"
