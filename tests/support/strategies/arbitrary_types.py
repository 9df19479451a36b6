"""Random types with every feature of types, for servers that must accept all of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal, NotRequired, Union
from uuid import UUID

import annotated_types as at
import attrs
import msgspec
import pydantic
from hypothesis import strategies as st
from typing_extensions import TypedDict  # pydantic refuses the other before Python 3.12

from strategies.options import texts
from vllm_sdk._structured import schema_of
from vllm_sdk.errors import RequestInvalid

Types = st.SearchStrategy[Any]


def any_of(*strategies: Types) -> Types:
    """Return a strategy that draws from each equally often, which `one_of` does not promise."""

    @st.composite  # of a short name: that of nested `flatmap`s would fill the memory
    def drawn(draw: st.DrawFn) -> Any:
        return draw(draw(st.sampled_from(strategies)))

    return drawn()


ODD_TEXTS = [
    'say "yes"', "it's", "back\\slash", "two\nlines", "tab\t", "a b", "naïve", "日本語", "🦉",
    "$ref", "$", "^a$", "", " ", ".*", "[x]", "{y}", "a|b", "</s>", "null", "true", "1", "-1.5",
    "\u2028", "e\u0301", "\x7f", "\x01", "a/b", "#/$defs/A", "%s", "'", "`",
]  # fmt: skip
odd_texts = st.sampled_from(ODD_TEXTS) | texts
descriptions = st.sampled_from(["", "plain words"]) | odd_texts

PATTERNS = [
    "a", "[a-z]+", "[A-Z]{2}[0-9]{2,4}", r"\d{3}-\d{4}", r"\w+@\w+\.com", "a|b|cd", "(ab|c)*d?",
    '"', 'say "[a-z]*"', r"\\", r"[\\/]x", r"a\\b", "^abc$", "^a|b$", r"\$[0-9]+", "[äöü]{1,3}",
    "é+", "日本|東京", "🦉{2}", "[^a-z]", '[^"]{1,4}', r"\s?x", ".", ".{0,5}", r"[\w.-]+", "",
    "[-+]?[0-9]", "(a(b*c)?)?d", "(?:xy+)??", "[ -~]{2}",
    "(?:a(?:b(?:c)?)?)", "(?i:yes|no)", "(?=a)a", r"(a)\1", r"\bword\b", "a{0}", "x{3,}", "(a*)*",
    r"[\]]", "[.]", "[$^]", r"\/", r"\t", r"\n", "a$|b", r"\Aabc\Z", r"[\[]", "#", "a b", r"\.",
    "[a-]", "[0-9]{4}-[0-9]{2}", "\\u0041", "\\x41", r"[^\s]", r"[^\d]{2}", r"\S+", r"\D", r"\W",
    "{", "}", "]", "a{300}", "(?:[ab]{50}){4}",
]  # fmt: skip

WHOLE_BOUNDS = [
    0, 1, 3, 7, 10, 99, 100, 101, 255, 1000, 2**31, 2**53 - 1, 2**53, 2**53 + 1, 2**63 - 1,
    2**63, 10**20, 10**40,
]  # fmt: skip
whole_bounds = st.sampled_from([sign * n for n in WHOLE_BOUNDS for sign in (1, -1)]) | st.integers(
    -1000, 1000
)
FRACTION_BOUNDS = [
    0.0, 0.1, 0.5, 0.25, 1.0, 1.5, 2.75, 10.0, 99.99, 0.001, 1e-7, 1e-300, 5e-324, 123456.789, 1e15,
    1e16, 1e22, 1e100, 1.7e308,
]  # fmt: skip
fraction_bounds = st.sampled_from([s * n for n in FRACTION_BOUNDS for s in (1, -1)]) | st.floats(
    -1e6, 1e6
)
decimal_bounds = st.decimals(-1000, 1000, places=3) | st.sampled_from(
    [Decimal("0.1"), Decimal("1e-30"), Decimal("-1e30"), Decimal("1.0000000000000000000001")]
)


def _make_union(*members: Any) -> Any:
    """Return a union, also of types without `|`: None and None, for example."""
    return Union.__getitem__(members)


def _bound(type: type, bounds: st.SearchStrategy[Any]) -> Types:
    """Return a strategy for a number with a lower bound, an upper bound, or both."""
    lows = st.none() | bounds.map(at.Ge) | bounds.map(at.Gt)
    highs = st.none() | bounds.map(at.Le) | bounds.map(at.Lt)
    pairs = st.tuples(lows, highs).map(lambda pair: [each for each in pair if each is not None])
    return pairs.map(lambda said: Annotated[type, *said] if said else type)


lengths = st.integers(0, 12) | st.sampled_from([30, 64, 200])


@st.composite
def _sizes(draw: st.DrawFn) -> list[Any]:
    """Draw a minimum length, a maximum length, or both."""
    least, more = draw(lengths), draw(lengths)
    both = [at.Len(least, least + more)], [at.Len(least, least)]
    return draw(st.sampled_from([[at.MinLen(least)], [at.MaxLen(more)], *both]))


numbers: Types = any_of(
    _bound(int, whole_bounds),
    _bound(float, fraction_bounds),
    _bound(float, whole_bounds),
    _bound(Decimal, decimal_bounds),
    st.integers(1, 12).map(lambda n: Annotated[int, at.MultipleOf(n)]),
    st.sampled_from([0.01, 0.5]).map(lambda n: Annotated[float, at.MultipleOf(n)]),
)
strings: Types = any_of(
    st.just(str),
    _sizes().map(lambda said: Annotated[str, *said]),
    st.sampled_from(PATTERNS).map(lambda pattern: Annotated[str, re.compile(pattern)]),
    st.tuples(st.sampled_from(PATTERNS), _sizes()).map(
        lambda both: Annotated[str, re.compile(both[0]), *both[1]]
    ),
)
formats: Types = st.sampled_from([
    dt.date, dt.datetime, Annotated[dt.datetime, at.Timezone(...)], UUID, dt.timedelta, dt.time,
    Annotated[dt.datetime, at.Timezone(None)], Annotated[dt.time, at.Timezone(...)], bytes,
    Annotated[dt.time, at.Timezone(None)], Annotated[dt.date, at.Ge(dt.date(2020, 1, 1))],
    Annotated[bytes, at.MaxLen(9)],
])  # fmt: skip

scalars: st.SearchStrategy[Any] = any_of(
    odd_texts, st.integers(), st.booleans(), st.none(), st.floats(-1e9, 1e9)
)


@st.composite
def enums(draw: st.DrawFn, values: st.SearchStrategy[Any] = scalars) -> Any:
    """Draw an enum whose values are distinguishable in JSON."""
    plain = draw(st.lists(values, min_size=1, max_size=4, unique_by=lambda v: (type(v), v)))
    return enum.Enum("Colour", {f"MEMBER{place}": value for place, value in enumerate(plain)})


literals: Types = st.lists(
    odd_texts | st.integers() | st.booleans() | st.none(), min_size=1, max_size=5
).map(lambda values: Literal[*values])
choices_of_texts: Types = st.lists(odd_texts, min_size=1, max_size=5).map(
    lambda values: Literal[*values]
) | enums(odd_texts)

leaves: Types = any_of(
    numbers,
    strings,
    formats,
    literals,
    choices_of_texts,
    enums(),
    st.sampled_from([int, float, bool, None, Decimal, str]),
)

field_keys = st.sampled_from(["name", "age", "items", "kind"]) | odd_texts


@st.composite
def _fields(draw: st.DrawFn, inner: Types, most: int = 4) -> dict[str, tuple[Any, bool]]:
    """Draw fields by JSON name: a type, and whether it has a default."""
    return draw(st.dictionaries(field_keys, st.tuples(inner, st.booleans()), max_size=most))


def _make_dataclass(name: str, fields: dict[str, tuple[Any, bool]], tag: str | None = None) -> Any:
    tagged: list[Any] = [] if tag is None else [("kind_", Literal[tag])]
    return dataclasses.make_dataclass(
        name,
        [
            *tagged,
            *(
                (
                    f"field{place}",
                    _make_union(hint, None) if lacks else hint,
                    _make_dataclass_field(key, lacks),
                )
                for place, (key, (hint, lacks)) in enumerate(fields.items())
            ),
        ],
        kw_only=True,
    )


def _make_dataclass_field(key: str, lacks: bool) -> Any:
    default = {"default": None} if lacks else {}
    return dataclasses.field(**default, metadata={"alias": key})


def _make_attrs_class(name: str, fields: dict[str, tuple[Any, bool]]) -> Any:
    return attrs.make_class(
        name,
        {
            f"field{place}": attrs.field(
                type=_make_union(hint, None) if lacks else hint,
                default=None if lacks else attrs.NOTHING,
                kw_only=True,
                metadata={"alias": key},
            )
            for place, (key, (hint, lacks)) in enumerate(fields.items())
        },
    )


def _make_typeddict(name: str, fields: dict[str, tuple[Any, bool]]) -> Any:
    return TypedDict(
        name, {key: NotRequired[hint] if lacks else hint for key, (hint, lacks) in fields.items()}
    )


def _make_model(name: str, fields: dict[str, tuple[Any, bool]]) -> Any:
    made: dict[str, Any] = {
        f"field{place}": (
            _make_union(hint, None) if lacks else hint,
            pydantic.Field(None if lacks else ..., alias=key),
        )
        for place, (key, (hint, lacks)) in enumerate(fields.items())
    }
    return pydantic.create_model(name, **made)


def _make_struct(name: str, fields: dict[str, tuple[Any, bool]]) -> Any:
    return msgspec.defstruct(
        name,
        [
            (
                f"field{place}",
                _make_union(hint, None) if lacks else hint,
                *([None] if lacks else []),
            )
            for place, (_, (hint, lacks)) in enumerate(fields.items())
        ],
        kw_only=True,
        tag=True,
    )


MAKERS: list[Callable[[str, dict[str, tuple[Any, bool]]], Any]] = [
    _make_dataclass, _make_attrs_class, _make_typeddict, _make_struct,
]  # fmt: skip


@st.composite
def records(draw: st.DrawFn, inner: Types) -> Any:
    """Draw a class of any kind."""
    return draw(st.sampled_from(MAKERS))("Data", draw(_fields(inner)))


@st.composite
def models(draw: st.DrawFn) -> Any:
    """Draw a pydantic model of types that pydantic reads as this SDK does."""
    own = any_of(
        st.sampled_from([int, str, bool, float, dt.date, dt.datetime, UUID, Decimal, dt.timedelta]),
        choices_of_texts,
        _sizes().map(lambda said: Annotated[str, *said]),
    )
    inner = own | own.map(lambda each: list[each]) | own.map(lambda each: dict[str, each])
    return draw(st.just(_make_model))("Model", draw(_fields(inner)))


@st.composite
def recursive_classes(draw: st.DrawFn, inner: Types) -> Any:
    """Draw a class that is recursive through an optional field, a list, a dict or a union."""
    again = ["Node | None", "list[Node]", "dict[str, Node]", "list[Node] | Node | None"]
    fields = [("value", draw(inner)), ("again", draw(st.sampled_from(again)))]
    return dataclasses.make_dataclass("Node", fields)


@st.composite
def tagged_unions(draw: st.DrawFn, inner: Types) -> Any:
    """Draw dataclasses that a Literal distinguishes."""
    tags = draw(st.lists(odd_texts, min_size=2, max_size=3, unique=True))
    members = [
        _make_dataclass(f"Member{place}", draw(_fields(inner, 2)), tag)
        for place, tag in enumerate(tags)
    ]
    return _make_union(*members)


KEYS: Types = st.sampled_from([str, int]) | choices_of_texts | enums(st.integers())


@st.composite
def dicts(draw: st.DrawFn, inner: Types) -> Any:
    """Draw a dict with texts, integers or a choice as keys."""
    return dict[draw(KEYS), draw(inner)]


@st.composite
def sized(draw: st.DrawFn, containers: Types) -> Any:
    """Draw a list or dict with limits on its length."""
    least = draw(st.integers(0, 3))
    return Annotated[draw(containers), at.Len(least, least + draw(st.integers(0, 5)))]


def _nest(inner: Types) -> Types:
    lists = inner.map(lambda each: list[each])
    return any_of(
        lists,
        sized(lists),
        inner.map(lambda each: set[each]),
        inner.map(lambda each: tuple[each, ...]),
        st.lists(inner, max_size=3).map(lambda places: tuple[*places]),
        dicts(inner),
        sized(inner.map(lambda each: dict[str, each])),
        inner.map(lambda each: _make_union(each, None)),
        st.lists(inner, min_size=2, max_size=3).map(lambda members: _make_union(*members)),
        records(inner),
        records(inner),
        recursive_classes(inner),
        tagged_unions(inner),
        models(),
        st.tuples(inner, descriptions).map(lambda both: Annotated[both[0], both[1]]),
    )


def _has_schema(type: Any) -> bool:
    """Return whether the type is accepted; one with an ambiguous union, for example, is not."""
    try:
        schema_of(type)
    except RequestInvalid:
        return False
    return True


_flat = any_of(leaves, _nest(leaves))
arbitrary_types: Types = any_of(leaves, _nest(leaves), _nest(_flat), _nest(_nest(_flat))).filter(
    _has_schema
)
"""Any type that has a schema, up to three layers of containers deep."""
