"""Random types, and random instances of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import typing
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple
from uuid import UUID

import annotated_types as at
import attrs
from hypothesis import strategies as st
from typing_extensions import TypedDict  # pydantic refuses the other before Python 3.12

from strategies.options import texts


class Kind(typing.NamedTuple):
    """A type, its instances, and what is known of it."""

    type: Any
    values: st.SearchStrategy[Any]
    hashable: bool = True
    stated: bool = True
    """Whether the schema says all that decoding checks."""
    pydantic: bool = True
    """Whether pydantic writes the type's JSON as we do."""


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
    # pydantic reads a JSON number into a Decimal by way of a float.
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
    Kind(Literal["a", 1, True], st.sampled_from(["a", 1, True])),
]


def list_of(inner: Kind) -> Kind:
    """A list of it."""
    return inner._replace(
        type=list[inner.type], values=st.lists(inner.values, max_size=3), hashable=False
    )


def set_of(inner: Kind) -> Kind:
    """A set of it."""
    if not inner.hashable:
        return list_of(inner)
    values = st.sets(inner.values, max_size=3)
    return inner._replace(type=set[inner.type], values=values, hashable=False, stated=False)


def tuple_of(one: Kind, other: Kind) -> Kind:
    """A pair."""
    both = _together(one, other)
    return both._replace(
        type=tuple[one.type, other.type], values=st.tuples(one.values, other.values)
    )


def dict_of(inner: Kind) -> Kind:
    """A dict of it."""
    values = st.dictionaries(texts, inner.values, max_size=3)
    return inner._replace(type=dict[str, inner.type], values=values, hashable=False)


def numbered_dict_of(inner: Kind) -> Kind:
    """A dict of it by integers."""
    values = st.dictionaries(st.integers(), inner.values, max_size=3)
    return inner._replace(type=dict[int, inner.type], values=values, hashable=False)


def optional(inner: Kind) -> Kind:
    """It, or nothing."""
    return inner._replace(type=inner.type | None, values=inner.values | st.none())


def _together(*kinds: Kind) -> Kind:
    return Kind(
        None,
        st.nothing(),
        all(kind.hashable for kind in kinds),
        all(kind.stated for kind in kinds),
        all(kind.pydantic for kind in kinds),
    )


def _a_dataclass(fields: dict[str, tuple[Any, bool]]) -> Any:
    return dataclasses.make_dataclass(
        "Data",
        [
            (name, hint, dataclasses.field(default=None, kw_only=True))
            if optional
            else (name, hint, dataclasses.field(kw_only=True))
            for name, (hint, optional) in fields.items()
        ],
    )


def _an_attrs_class(fields: dict[str, tuple[Any, bool]]) -> Any:
    return attrs.make_class(
        "Attrs",
        {
            name: attrs.field(type=hint, default=None if optional else attrs.NOTHING, kw_only=True)
            for name, (hint, optional) in fields.items()
        },
    )


def _a_namedtuple(fields: dict[str, tuple[Any, bool]]) -> Any:
    return NamedTuple("Named", [(name, hint) for name, (hint, _) in fields.items()])


def _a_typeddict(fields: dict[str, tuple[Any, bool]]) -> Any:
    return TypedDict("Typed", {name: hint for name, (hint, _) in fields.items()})


MAKERS: list[Callable[[dict[str, tuple[Any, bool]]], Any]] = [
    _a_dataclass,
    _an_attrs_class,
    _a_namedtuple,
    _a_typeddict,
]


@st.composite
def records(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """A class of any make with up to three fields."""
    drawn = draw(
        st.dictionaries(st.sampled_from("abcd"), st.tuples(inner, st.booleans()), max_size=3)
    )
    fields = {
        name: (optional(kind) if lacks else kind, lacks) for name, (kind, lacks) in drawn.items()
    }
    make = draw(st.sampled_from(MAKERS))
    made = make({name: (kind.type, lacks) for name, (kind, lacks) in fields.items()})
    values = st.fixed_dictionaries({name: kind.values for name, (kind, _) in fields.items()})
    known = _together(*(kind for kind, _ in fields.values()))
    return known._replace(
        type=made,
        values=values.map(lambda given: made(**given)),
        hashable=False,
        # pydantic makes tuples of named tuples, and does not know attrs.
        pydantic=known.pydantic and make in {_a_dataclass, _a_typeddict},
    )


@st.composite
def tagged_unions(draw: st.DrawFn, inner: st.SearchStrategy[Kind]) -> Kind:
    """Two dataclasses that a Literal tells apart."""
    kinds = [draw(inner), draw(inner)]
    made: list[Any] = [
        dataclasses.make_dataclass(name, [("tag", Literal[name]), ("value", kind.type)])
        for name, kind in zip(("Circle", "Square"), kinds, strict=True)
    ]
    one, other = made
    values = st.builds(one, st.just("Circle"), kinds[0].values) | st.builds(
        other, st.just("Square"), kinds[1].values
    )
    return _together(*kinds)._replace(type=one | other, values=values, hashable=False)


@st.composite
def enums(draw: st.DrawFn) -> Kind:
    """An enum of texts or of numbers."""
    plain = draw(st.sampled_from([["red", "green"], [1, 2, 3], ["red", 1]]))
    made = enum.Enum("Colour", {f"MEMBER{place}": value for place, value in enumerate(plain)})
    return Kind(made, st.sampled_from(list(made)))


def _deeper(inner: st.SearchStrategy[Kind]) -> st.SearchStrategy[Kind]:
    return st.one_of(
        inner.map(list_of),
        inner.map(set_of),
        inner.map(dict_of),
        inner.map(numbered_dict_of),
        inner.map(optional),
        st.builds(tuple_of, inner, inner),
        records(inner),
        tagged_unions(inner),
    )


kinds = st.recursive(st.sampled_from(PRIMITIVES) | enums(), _deeper, max_leaves=6)


@st.composite
def typed_values(draw: st.DrawFn) -> tuple[Kind, Any]:
    """A random type, and an instance of it."""
    kind = draw(kinds)
    return kind, draw(kind.values)


@st.composite
def mutated(draw: st.DrawFn, value: Any) -> Any:
    """JSON with one thing wrong, or only different."""
    if isinstance(value, dict) and value and draw(st.booleans()):
        name = draw(st.sampled_from(list(value)))
        return value | {name: draw(mutated(value[name]))}
    if isinstance(value, list) and value and draw(st.booleans()):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], draw(mutated(value[place])), *value[place + 1 :]]
    other = [None, True, 0, 7, -0.5, "", "a", "2021-02-29", [], {}, [value], {"a": value}]
    if isinstance(value, dict):
        other += [{**value, "unknown": 1}, {name: value[name] for name in list(value)[1:]}]
    if isinstance(value, list):
        other += [[*value, *value], value[1:]]
    return draw(st.sampled_from(other))
