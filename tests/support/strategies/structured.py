"""Random types, and random instances of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import typing
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar
from uuid import UUID

import annotated_types as at
import attrs
import msgspec
import pydantic
from hypothesis import strategies as st
from typing_extensions import TypeAliasType, TypedDict  # pydantic refuses the other before 3.12

from strategies.options import texts

T = TypeVar("T")
Nested = TypeAliasType("Nested", "int | list[Nested] | dict[str, Nested] | None")


@dataclasses.dataclass
class Box(Generic[T]):
    """A recursive generic class."""

    item: T
    others: list[Box[T]] = dataclasses.field(default_factory=list)


class Kind(typing.NamedTuple):
    """A type, its instances, and facts about it."""

    type: Any
    values: st.SearchStrategy[Any]
    hashable: bool = True
    stated: bool = True
    """True if the schema has every constraint that decoding checks."""
    pydantic: bool = True
    """True if pydantic writes the same JSON for the type."""
    strict: bool = True
    """True if decoding accepts no more than the schema; pydantic models read "12" as a datetime."""


zones = st.none() | st.integers(-1439, 1439).map(
    lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))
)
finite = st.floats(allow_nan=False, allow_infinity=False)
PRIMITIVES = [
    Kind(str, texts),
    Kind(int, st.integers(-(2**70), 2**70)),
    Kind(float, finite),
    Kind(bool, st.booleans()),
    Kind(type(None), st.none()),
    # pydantic converts a JSON number to a Decimal through a float.
    Kind(Decimal, st.decimals(allow_nan=False, allow_infinity=False), pydantic=False),
    Kind(dt.date, st.dates()),
    Kind(dt.datetime, st.datetimes(timezones=zones)),
    Kind(Annotated[dt.datetime, at.Timezone(None)], st.datetimes(), pydantic=False),
    Kind(dt.time, st.times(timezones=zones)),
    Kind(dt.timedelta, st.timedeltas(dt.timedelta(-(10**7)), dt.timedelta(10**7)), pydantic=False),
    Kind(UUID, st.uuids()),
    Kind(bytes, st.binary(max_size=9), pydantic=False),
    Kind(Annotated[int, at.Interval(ge=-3, lt=9)], st.integers(-3, 8)),
    Kind(Annotated[float, at.Gt(0)], st.floats(0, 99, exclude_min=True)),
    Kind(Annotated[str, at.Len(1, 3)], st.text("ab", min_size=1, max_size=3)),
    Kind(Annotated[int, at.MultipleOf(3)], st.integers(-9, 9).map(lambda n: 3 * n), stated=False),
    Kind(Annotated[int, at.Ge(0), "how many"], st.integers(0, 9)),
    Kind(Annotated[float, at.MultipleOf(0.1), "a price"], st.sampled_from([0.1, 0.3, 2.0]),
         stated=False, pydantic=False),  # pydantic calculates with floats
    Kind(Literal["a", 1, True], st.sampled_from(["a", 1, True])),
    Kind(Nested, st.recursive(st.integers(-9, 9) | st.none(), lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2)
    ), max_leaves=4), hashable=False),
]  # fmt: skip


def wrap_in_list(inner: Kind) -> Kind:
    """Return a list of it."""
    return inner._replace(
        type=list[inner.type], values=st.lists(inner.values, max_size=3), hashable=False
    )


def wrap_in_set(inner: Kind) -> Kind:
    """Return a set of it, or a list if it is not hashable."""
    if not inner.hashable:
        return wrap_in_list(inner)
    values = st.sets(inner.values, max_size=3)
    return inner._replace(type=set[inner.type], values=values, hashable=False, stated=False)


def join_in_tuple(one: Kind, other: Kind) -> Kind:
    """Return a pair."""
    both = _combine(one, other)
    return both._replace(
        type=tuple[one.type, other.type], values=st.tuples(one.values, other.values)
    )


def wrap_in_dict(inner: Kind) -> Kind:
    """Return a dict of it."""
    values = st.dictionaries(texts, inner.values, max_size=3)
    return inner._replace(type=dict[str, inner.type], values=values, hashable=False)


def wrap_in_int_dict(inner: Kind) -> Kind:
    """Return a dict of it with integers as keys."""
    values = st.dictionaries(st.integers(), inner.values, max_size=3)
    return inner._replace(type=dict[int, inner.type], values=values, hashable=False)


def make_optional(inner: Kind) -> Kind:
    """Return it, or None."""
    return inner._replace(type=inner.type | None, values=inner.values | st.none())


def _combine(*kinds: Kind) -> Kind:
    return Kind(
        None,
        st.nothing(),
        all(kind.hashable for kind in kinds),
        all(kind.stated for kind in kinds),
        all(kind.pydantic for kind in kinds),
        all(kind.strict for kind in kinds),
    )


def annotate(inner: Kind) -> Kind:
    """Return it with a description."""
    return inner._replace(type=Annotated[inner.type, "what it is"])


def wrap_in_generic(inner: Kind) -> Kind:
    """Return a generic class with it as the parameter."""
    leaves = st.builds(Box, inner.values)
    values = st.recursive(
        leaves,
        lambda boxes: st.builds(Box, inner.values, st.lists(boxes, max_size=2)),
        max_leaves=3,
    )
    return inner._replace(type=Box[inner.type], values=values, hashable=False)


def make_recursive(inner: Kind) -> Kind:
    """Return a new recursive class with it as a field."""
    made: Any = dataclasses.make_dataclass(
        "Chain", [("link", inner.type), ("rest", "Chain | None", dataclasses.field(default=None))]
    )
    values = st.lists(inner.values, min_size=1, max_size=3).map(
        lambda links: functools.reduce(lambda rest, link: made(link, rest), links, None)
    )
    # pydantic looks the name up in the module, which does not have this class.
    return inner._replace(type=made, values=values, hashable=False, pydantic=False)


class Member(typing.NamedTuple):
    """A field of a random class."""

    name: str
    kind: Kind
    optional: bool
    """True if it has the default None."""
    alias: str
    """Its name in JSON if that is different, or empty."""

    @property
    def metadata(self) -> dict[str, str]:
        """The metadata of the field in dataclasses and attrs."""
        return {"description": "a field"} | ({"alias": self.alias} if self.alias else {})


def _make_dataclass(members: list[Member]) -> Any:
    return dataclasses.make_dataclass(
        "Data",
        [
            (
                each.name,
                each.kind.type,
                dataclasses.field(
                    default=None if each.optional else dataclasses.MISSING,
                    metadata=each.metadata,
                    kw_only=True,
                ),
            )
            for each in members
        ],
    )


def _make_attrs_class(members: list[Member]) -> Any:
    made = attrs.make_class("Attrs", {each.name: _make_attribute(each) for each in members})
    aliased = {each.name: each.name + each.name for each in members if each.name == "b"}
    return lambda **given: made(
        **{aliased.get(name, name): item for name, item in given.items()}
    ), made


def _make_attribute(member: Member) -> Any:
    return attrs.field(
        type=member.kind.type,
        default=None if member.optional else attrs.NOTHING,
        alias="bb" if member.name == "b" else None,
        metadata=member.metadata,
        kw_only=True,
    )


def _make_struct(members: list[Member]) -> Any:
    return msgspec.defstruct(
        "Struct",
        [
            (
                each.name,
                each.kind.type,
                msgspec.field(
                    name=each.alias or None,
                    default=None if each.optional else msgspec.NODEFAULT,
                ),
            )
            for each in members
        ],
        kw_only=True,
        tag=True if len(members) > 1 else None,
    )


def _make_model(members: list[Member]) -> Any:
    fields: dict[str, Any] = {
        each.name: (
            each.kind.type,
            pydantic.Field(None if each.optional else ..., alias=each.alias or None),
        )
        for each in members
    }
    return pydantic.create_model("Model", __config__={"populate_by_name": True}, **fields)


def _make_namedtuple(members: list[Member]) -> Any:
    return NamedTuple("Named", [(each.name, each.kind.type) for each in members])


def _make_typeddict(members: list[Member]) -> Any:
    return TypedDict("Typed", {each.name: each.kind.type for each in members})


MAKERS: list[Callable[[list[Member]], Any]] = [
    _make_dataclass,
    _make_attrs_class,
    _make_struct,
    _make_model,
    _make_namedtuple,
    _make_typeddict,
]
ALIASES = {"a": "the a", "b": "", "c": "Ünïcode", "d": ""}


@st.composite
def records(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """Draw a class of any kind with up to three fields."""
    make = draw(st.sampled_from(MAKERS))
    if make is _make_model:
        inner = inner.filter(lambda kind: kind.pydantic)
    drawn = draw(
        st.dictionaries(st.sampled_from("abcd"), st.tuples(inner, st.booleans()), max_size=3)
    )
    aliased = draw(st.booleans())
    members = [
        Member(
            name, make_optional(kind) if lacks else kind, lacks, ALIASES[name] if aliased else ""
        )
        for name, (kind, lacks) in drawn.items()
    ]
    made = make(members)
    build, made = made if isinstance(made, tuple) else (made, made)
    values = st.fixed_dictionaries({each.name: each.kind.values for each in members})
    known = _combine(*(each.kind for each in members))
    return known._replace(
        type=made,
        values=values.map(lambda given: build(**given)),
        hashable=False,
        stated=known.stated and make is not _make_model,
        strict=known.strict and make is not _make_model,
        # pydantic writes named tuples as arrays, and supports neither attrs, msgspec nor metadata.
        pydantic=known.pydantic
        and (make in {_make_model, _make_typeddict} or (make is _make_dataclass and not aliased)),
    )


@st.composite
def tagged_unions(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """Draw two dataclasses that a Literal distinguishes."""
    kinds = [draw(inner), draw(inner)]
    made: list[Any] = [
        dataclasses.make_dataclass(name, [("tag", Literal[name]), ("value", kind.type)])
        for name, kind in zip(("Circle", "Square"), kinds, strict=True)
    ]
    one, other = made
    values = st.builds(one, st.just("Circle"), kinds[0].values) | st.builds(
        other, st.just("Square"), kinds[1].values
    )
    return _combine(*kinds)._replace(type=one | other, values=values, hashable=False)


@st.composite
def enums(draw: st.DrawFn) -> Kind:
    """Draw an enum of texts or of numbers."""
    plain = draw(st.sampled_from([["red", "green"], [1, 2, 3], ["red", 1]]))
    made = enum.Enum("Colour", {f"MEMBER{place}": value for place, value in enumerate(plain)})
    # pydantic accepts true as 1.
    return Kind(made, st.sampled_from(list(made)), pydantic=1 not in plain)


def _nest(inner: st.SearchStrategy[Kind]) -> st.SearchStrategy[Kind]:
    return st.one_of(
        inner.map(wrap_in_list),
        inner.map(wrap_in_set),
        inner.map(wrap_in_dict),
        inner.map(wrap_in_int_dict),
        inner.map(make_optional),
        inner.map(annotate),
        inner.map(wrap_in_generic),
        inner.map(make_recursive),
        st.builds(join_in_tuple, inner, inner),
        records(inner),
        records(inner),
        tagged_unions(inner),
    )


kinds = st.recursive(st.sampled_from(PRIMITIVES) | enums(), _nest, max_leaves=6)


@st.composite
def typed_values(draw: st.DrawFn) -> tuple[Kind, Any]:
    """Draw a type, and an instance of it."""
    kind = draw(kinds)
    return kind, draw(kind.values)


@st.composite
def mutations(draw: st.DrawFn, value: Any) -> dict[str, Any]:
    """Draw JSON with every possible change at one place, by the name of the change."""
    if isinstance(value, dict) and value and draw(st.integers(0, 3)):
        name = draw(st.sampled_from(list(value)))
        inside = draw(mutations(value[name]))
        return {change: value | {name: other} for change, other in inside.items()}
    if isinstance(value, list) and value and draw(st.integers(0, 3)):
        place = draw(st.integers(0, len(value) - 1))
        inside = draw(mutations(value[place]))
        before, after = value[:place], value[place + 1 :]
        return {change: [*before, other, *after] for change, other in inside.items()}
    return list_changes(value)


def list_changes(value: Any) -> dict[str, Any]:
    """Return replacements of a JSON value, by the name of the change.

    1.0 is not among them: it is an integer to JSON Schema, while decoding requires integers
    without a fraction.
    """
    found: dict[str, Any] = {
        "null": None, "true": True, "0": 0, "7": 7, "-0.5": -0.5, "2**80": 2**80, "text": "a",
        "empty text": "", "no date": "2021-02-29", "empty array": [], "empty object": {},
        "in an array": [value], "in an object": {"a": value},
    }  # fmt: skip
    match value:
        case bool():
            found |= {"the other truth": not value, "truth as a text": str(value).lower()}
        case int() | float():
            found |= {"negative": -value, "number as a text": str(value)}
            found |= {"one more": value + 1, "one less": value - 1}
        case str():
            found |= {"longer text": value + "x", "shorter text": value[1:], "upper": value.upper()}
            found |= {"a space before": f" {value}", "digits": "12", "swapped": value[::-1]}
        case list():
            found |= {"twice": [*value, *value], "shorter": value[1:], "longer": [*value, None]}
            found |= {"reversed": value[::-1]}
        case dict():
            names = list(value)
            found |= {
                "unknown field": {**value, "unknown": 1},
                "missing field": {name: value[name] for name in names[1:]},
                "other order": {name: value[name] for name in reversed(names)},
                "renamed field": {
                    f"{name}s" if name == names[0] else name: value[name] for name in names
                },
                "values": list(value.values()),
            }
    return found
