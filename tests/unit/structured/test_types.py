"""Every kind of type: its schema, and values that round-trip."""

from __future__ import annotations

import datetime as dt
import enum
import re
import sys
import typing
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from decimal import Decimal
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Required,
    Self,
    TypedDict,
    TypeVar,
)

import annotated_types as at
import attrs
import msgspec
import pydantic.dataclasses
import pytest
from typing_extensions import Doc, ReadOnly, TypeAliasType
from typing_extensions import TypedDict as ExtensionsTypedDict
from typing_extensions import TypeVar as ExtensionsTypeVar

from vllm_sdk._structured import choices_of, from_json, schema_of, to_json

T = TypeVar("T")
U = TypeVar("U")
V = ExtensionsTypeVar("V", default=int)


@dataclass
class Company:
    name: Annotated[str, "Company name"]
    country: Annotated[str, "Country of headquarters"]
    description: Annotated[str, "What the company does"]


@dataclass
class Person:
    """A person of
    public interest.

    Known to many.
    """

    name: Annotated[str, "Full name"]
    age: int = field(metadata={"description": "In years", "alias": "years"})
    companies: list[Company] = field(default_factory=list)
    initials: str = field(init=False, default="")
    motto: str | None = None
    """What the person
    says"""


@dataclass
class Node:
    value: int
    next: Node | None = None


@dataclass
class Tree:
    children: list[Tree]


@attrs.frozen
class Point:
    x: int
    _y: int = 0
    z: int = attrs.field(default=0, alias="depth")
    size: int = attrs.field(init=False, default=1)


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Partial(TypedDict, total=False):
    title: Required[str]
    year: int


class Pair(NamedTuple):
    left: int
    right: str = "r"


class Struct(msgspec.Struct, tag="it", rename="camel"):
    my_size: Annotated[int, msgspec.Meta(ge=1, description="How big")] = 2


class Plain(msgspec.Struct):
    size: int


class Colour(enum.Enum):
    """A colour."""

    RED = "red"
    GREEN = "green"


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


@dataclass
class Box(Generic[T]):
    item: T


@dataclass
class Crate(Box[list[U]], Generic[U]):
    label: U


@dataclass
class Family:
    children: list[Self]
    parent: Self | None = None


@dataclass
class Label(Generic[V]):
    text: V


@dataclass
class Base:
    kept: ClassVar[int] = 1
    name: str = "base"
    size: int = 0


@dataclass(frozen=True, slots=True)
class Frozen:
    name: str
    _: KW_ONLY
    size: int = 0


@dataclass
class Child(Base):
    name: Literal["child"] = "child"  # type: ignore[assignment]
    extra: int = 1


class Read(ExtensionsTypedDict):
    title: ReadOnly[Required[str]]
    year: NotRequired[ReadOnly[Annotated[int, at.Ge(0)]]]


@attrs.define
class Converted:
    size: float = attrs.field(converter=float)


@pydantic.dataclasses.dataclass
class Checked:
    size: int = pydantic.Field(gt=3)


@dataclass
class IntBox(Box[int]):
    pass


@dataclass
class Circle:
    kind: Literal["circle"]
    radius: float


@dataclass
class Square:
    kind: Literal["square"]
    side: float


UserId = NewType("UserId", int)
Positive = NewType("Positive", Annotated[int, at.Gt(0)])
Start = NewType("Start", Annotated[dt.datetime, "the start"])
Alias = TypeAliasType("Alias", list[int])
Pairs = TypeAliasType("Pairs", list[tuple[T, T]], type_params=(T,))
Nested = TypeAliasType("Nested", "int | list[Nested]")
Lists = TypeAliasType("Lists", list["Lists"])
Branches = TypeAliasType("Branches", "T | dict[str, Branches[T]]", type_params=(T,))
Even = TypeAliasType("Even", "tuple[()] | tuple[int, Odd]")
Odd = TypeAliasType("Odd", "tuple[int, Even]")
Numbers = TypeAliasType("Numbers", int | str)


@dataclass
class Document:
    content: Annotated[Nested, "what it says"]
    copy: Nested | None = None


@dataclass
class Marked:
    size: Final[int] = 1


VALUES: list[tuple[Any, Any, str]] = [
    (Pair, Pair(1), '{"left": 1, "right": "r"}'),
    (Movie, {"title": "M"}, '{"title": "M"}'),
    (Partial, {"title": "M", "year": 1931}, '{"title": "M", "year": 1931}'),
    (Point, Point(1, 2, 3), '{"x": 1, "y": 2, "depth": 3}'),
    (Struct, Struct(3), '{"type": "it", "mySize": 3}'),
    (Plain, Plain(1), '{"size": 1}'),
    (Node, Node(1, Node(2)), '{"value": 1, "next": {"value": 2, "next": null}}'),
    (Tree, Tree([Tree([])]), '{"children": [{"children": []}]}'),
    (Box[Box[int]], Box(Box(1)), '{"item": {"item": 1}}'),
    (
        Family,
        Family([Family([])]),
        '{"children": [{"children": [], "parent": null}], "parent": null}',
    ),
    (Label, Label(1), '{"text": 1}'),
    (Label[str], Label("a"), '{"text": "a"}'),
    (Child, Child(size=2), '{"name": "child", "size": 2, "extra": 1}'),
    (Frozen, Frozen("a"), '{"name": "a", "size": 0}'),
    (Read, {"title": "a", "year": 0}, '{"title": "a", "year": 0}'),
    (Converted, Converted("1.5"), '{"size": 1.5}'),
    (Checked, Checked(4), '{"size":4}'),
    (dict[Annotated[str, "a country"], int], {"a": 1}, '{"a": 1}'),
    (typing.Tuple[()], (), "[]"),  # noqa: UP006
    (Crate[str], Crate(["a"], "b"), '{"item": ["a"], "label": "b"}'),
    (Box[Annotated[int, {"unhashable": 1}]], Box(1), '{"item": 1}'),
    (IntBox, IntBox(1), '{"item": 1}'),
    (Colour, Colour.RED, '"red"'),
    (Level, Level.HIGH, "2"),
    (Literal[Colour.RED, "x"], Colour.RED, '"red"'),
    (dict[Colour, int], {Colour.RED: 1}, '{"red": 1}'),
    (dict[Level, int], {Level.LOW: 1}, '{"1": 1}'),
    (dict[int, str], {-1: "a"}, '{"-1": "a"}'),
    (Mapping[str, int], {"a": 1}, '{"a": 1}'),
    (Sequence[int], [1], "[1]"),
    (frozenset[int], frozenset([2, 1]), "[1, 2]"),
    (tuple[int, ...], (1, 2), "[1, 2]"),
    (tuple[()], (), "[]"),
    (tuple[int, str], (1, "a"), '[1, "a"]'),
    (UserId, 7, "7"),
    (Alias, [1], "[1]"),
    (Pairs[int], [(1, 2)], "[[1, 2]]"),
    (Nested, [1, [2, []]], "[1, [2, []]]"),
    (Annotated[Nested, "n"] | str, [1, [2, []]], "[1, [2, []]]"),
    (Lists, [[], [[]]], "[[], [[]]]"),
    (Annotated[Lists, at.MinLen(1)], [[]], "[[]]"),
    (Branches[int], {"a": {"b": 1}}, '{"a": {"b": 1}}'),
    (tuple[Branches[int], Branches[str]], (1, {"a": "b"}), '[1, {"a": "b"}]'),
    (Even, (1, (2, ())), "[1, [2, []]]"),
    (Document, Document([1], 2), '{"content": [1], "copy": 2}'),
    (Annotated[float | Numbers, at.Predicate(bool)] | None, 1, "1"),
    (Marked, Marked(2), '{"size": 2}'),
    (Circle | Square, Square("square", 2.0), '{"kind": "square", "side": 2.0}'),
    (int | float | str, 1.0, "1.0"),
    (dt.date | dt.datetime | None, dt.date(2020, 2, 29), '"2020-02-29"'),
    (Annotated[Any, "anything"], {"a": [1.5, 1, None, "x"]}, '{"a": [1.5, 1, null, "x"]}'),
    (Decimal, Decimal("1.10"), "1.10"),
    (float, 3, "3"),
    (dt.timedelta, dt.timedelta(days=-1, seconds=1, microseconds=5), '"-P0DT23H0M3598.999995S"'),
    (bytes, b"\xff", '"/w=="'),
    (tuple[int, str] | tuple[int, int], (1, 2), "[1, 2]"),
    (tuple[int] | tuple[int, int], (1,), "[1]"),
    (Movie | Pair, {"title": "a"}, '{"title": "a"}'),
    (Annotated[int | str, "either"] | None, "a", '"a"'),
    (Literal["auto"] | int, "auto", '"auto"'),
    (Literal[0] | str | None, 0, "0"),
    (Literal["x"] | dt.date, "x", '"x"'),
    (Literal["x"] | list[int], [1], "[1]"),
    (Annotated[int, at.Gt(5)] | Annotated[int, at.Lt(0)], -1, "-1"),
]


if sys.version_info >= (3, 12):
    # Python 3.11 does not parse the statement.
    exec("type Statement[S] = S | list[Statement[S]]")  # noqa: S102
    VALUES.append((locals()["Statement"][int], [[1], 2], "[[1], 2]"))


@pytest.mark.parametrize(("type", "value", "text"), VALUES, ids=str)
def test_a_value_is_written_and_read(type: Any, value: Any, text: str) -> None:
    assert to_json(value, type) == text
    assert from_json(type, text) == value


def test_an_integer_stays_one_in_a_union_within_a_union() -> None:
    assert repr(from_json(float | Numbers, "1")) == "1"
    assert repr(from_json(Annotated[float | None, "inner"] | int, "1")) == "1"
    assert repr(from_json(Annotated[float | Numbers, at.Predicate(bool)] | None, "1")) == "1"


def test_the_schema_of_a_nested_dataclass() -> None:
    einstein = Person("Albert Einstein", 76, [Company("Patent Office", "CH", "Patents")])
    assert from_json(Person, to_json(einstein)) == einstein
    assert schema_of(Person) == {
        "type": "object",
        "description": "A person of public interest.\n\nKnown to many.",
        "properties": {
            "name": {"type": "string", "description": "Full name"},
            "years": {"type": "integer", "description": "In years"},
            "companies": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "name": {"type": "string", "description": "Company name"},
                        "country": {"type": "string", "description": "Country of headquarters"},
                        "description": {"type": "string", "description": "What the company does"},
                    },
                    "required": ["name", "country", "description"],
                    "additionalProperties": False,
                },
            },
            "motto": {
                "anyOf": [{"type": "string"}, {"type": "null"}],
                "description": "What the person says",
            },
        },
        "required": ["name", "years"],
        "additionalProperties": False,
    }
    assert list(schema_of(Person)["properties"]) == ["name", "years", "companies", "motto"]


def test_a_recursive_class_is_defined_once() -> None:
    assert schema_of(Node) == {
        "$ref": "#/$defs/Node",
        "$defs": {
            "Node": {
                "type": "object",
                "properties": {
                    "value": {"type": "integer"},
                    "next": {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]},
                },
                "required": ["value"],
                "additionalProperties": False,
            }
        },
    }


def test_a_recursive_alias_is_defined_once() -> None:
    nested = {
        "Nested": {
            "anyOf": [{"type": "integer"}, {"type": "array", "items": {"$ref": "#/$defs/Nested"}}]
        }
    }
    assert schema_of(Nested) == {"$ref": "#/$defs/Nested", "$defs": nested}
    assert schema_of(Document) == {
        "type": "object",
        "properties": {
            "content": {"$ref": "#/$defs/Nested", "description": "what it says"},
            "copy": {"anyOf": [{"$ref": "#/$defs/Nested"}, {"type": "null"}]},
        },
        "required": ["content"],
        "additionalProperties": False,
        "$defs": nested,
    }
    assert list(schema_of(Branches[int])["$defs"]) == ["Branches_int"]


def test_classes_of_one_name_are_kept_apart() -> None:
    def make(hint: Any) -> Any:
        return NamedTuple("Same", [("a", hint)])

    one, other = make(int), make(str)
    schema = schema_of(tuple[one, one, other, other])
    assert [place["$ref"] for place in schema["prefixItems"]] == [
        "#/$defs/Same", "#/$defs/Same", "#/$defs/Same_2", "#/$defs/Same_2",
    ]  # fmt: skip


def test_the_caller_may_change_the_schema() -> None:
    schema_of(Person)["properties"].clear()
    assert schema_of(Person)["properties"]


@pytest.mark.parametrize(
    ("type", "choices"),
    [
        (Literal["a", "b"], ["a", "b"]),
        (Annotated[Colour, "which"], ["red", "green"]),
        (Annotated[Literal["a"], at.Predicate(str.islower)], None),
        (Literal["a", 1], None),
        (Literal["a", '"'], None),
        (Literal["a", ""], None),
        (Literal["a\n"], None),
        (Level, None),
        (str, None),
    ],
    ids=str,
)
def test_the_choices_of_literals_and_enums(type: Any, choices: list[str] | None) -> None:
    assert choices_of(type) == choices


def test_a_bare_choice_decodes() -> None:
    assert from_json(Colour, "green") is Colour.GREEN
    assert from_json(Colour, '"green"') is Colour.GREEN


SCHEMAS: list[tuple[Any, dict[str, Any]]] = [
    (Annotated[int, at.Ge(0), "how many"], {"minimum": 0, "description": "how many"}),
    (Annotated[int, at.Interval(gt=1, le=9)], {"exclusiveMinimum": 1, "maximum": 9}),
    (Annotated[int, at.Ge(1), at.Gt(2)], {"minimum": 1, "description": "more than 2"}),
    (Annotated[int, at.Lt(2**70)], {"description": f"less than {2**70}"}),
    (Annotated[float, at.Le(0.5)], {"maximum": 0.5}),
    (Annotated[Decimal, at.Le(Decimal("0.5"))], {"maximum": 0.5}),
    (Annotated[Decimal, at.Le(Decimal("0.1"))], {"maximum": 0.1}),
    (Annotated[int, at.MultipleOf(3), "size"], {"description": "size (a multiple of 3)"}),
    (Annotated[str, at.Len(1, 3)], {"minLength": 1, "maxLength": 3}),
    (Annotated[list[int], at.MinLen(1)], {"minItems": 1}),
    (Annotated[dict[str, int], at.MaxLen(1)], {"maxProperties": 1}),
    (Annotated[str, re.compile("[a-z]+")], {"pattern": "^(?:[a-z]+)$"}),
    (
        Annotated[str, re.compile("[a-z]+"), at.MaxLen(9)],
        {"pattern": "^(?:[a-z]+)$", "description": "length at most 9"},
    ),
    (Annotated[str, re.compile('"')], {"description": 'text that matches "'}),
    (Annotated[str, re.compile("(?!a).")], {"description": "text that matches (?!a)."}),
    (Annotated[str, at.Predicate(str.islower)], {"description": "islower"}),
    (Annotated[str, at.Predicate(lambda _: True)], {}),
    (Annotated[str, Doc("what")], {"description": "what"}),
    (Annotated[str, 7, "first", "second"], {"description": "second (first)"}),
    (Annotated[set[int], "ids"], {"description": "ids (no item twice)"}),
    (Annotated[bytes, at.MaxLen(3), "key"], {
        "description": "key (bytes in base64; length at most 3)",
    }),
    (Annotated[int, msgspec.Meta(lt=3, description="d")], {
        "exclusiveMaximum": 3, "description": "d",
    }),
    (Colour, {"enum": ["red", "green"], "description": "A colour."}),
    (Annotated[Colour, "which"], {"enum": ["red", "green"], "description": "which"}),
    (Annotated[Annotated[int, at.Gt(0), "inner"], "outer", at.MultipleOf(2)], {
        "exclusiveMinimum": 0, "description": "outer (inner; a multiple of 2)",
    }),
    (Annotated[Positive, at.Lt(9)], {"exclusiveMinimum": 0, "exclusiveMaximum": 9}),
    (Annotated[Lists, at.MinLen(1)], {
        "$ref": "#/$defs/Lists", "description": "length at least 1",
        "$defs": {"Lists": {"type": "array", "items": {"$ref": "#/$defs/Lists"}}},
    }),
    (Annotated[int, {"unhashable": 1}], {}),
    (Annotated[Any, "any JSON"], {"description": "any JSON"}),
    (dict[Literal["a", 1], int], {
        "properties": {"a": {"type": "integer"}, "1": {"type": "integer"}},
    }),
    (Literal["a"], {"const": "a"}),
    (Checked, {
        "properties": {"size": {"exclusiveMinimum": 3, "type": "integer"}}, "required": ["size"],
    }),
    (dict[Annotated[str, "a country"], int], {"description": "keys: a country"}),
    (Annotated[dict[Annotated[str, "a country"], int], "people"], {
        "description": "people (keys: a country)",
    }),
    (Annotated[int, at.Gt(1.5), at.Le(2.5)], {"exclusiveMinimum": 1, "maximum": 2}),
    (Annotated[int, at.Gt(10**400)], {"description": f"more than {10**400}"}),
    (Annotated[float, at.Ge(2.0)], {"minimum": 2}),
    (Annotated[dt.date, at.Ge(dt.date(2020, 1, 1))], {
        "description": "a date, YYYY-MM-DD; at least 2020-01-01",
    }),
    (dict[int, int], {"patternProperties": {"^(?:0|-?[1-9][0-9]*)$": {"type": "integer"}}}),
]  # fmt: skip


@pytest.mark.parametrize(("type", "stated"), SCHEMAS)
def test_constraints_and_descriptions(type: Any, stated: dict[str, Any]) -> None:
    schema = schema_of(type)
    for keyword in ("type", "items", "additionalProperties"):
        schema.pop(keyword, None)
    if schema.get("description", "").startswith(("key (bytes", "a date")):
        schema.pop("pattern")
    assert schema == stated


def test_the_zone_of_a_time_can_be_required() -> None:
    naive, aware = '"12:00:00"', '"12:00:00Z"'
    for zone, takes, refuses in ((None, naive, aware), (..., aware, naive)):
        hint: Any = Annotated[dt.time, at.Timezone(zone)]
        assert from_json(hint, takes)
        assert re.search(schema_of(hint)["pattern"], takes[1:-1])
        assert not re.search(schema_of(hint)["pattern"], refuses[1:-1])
    start: Any = Annotated[Start, at.Timezone(None)]
    assert schema_of(start)["description"].startswith("the start (a date and time without a zone")
    zoned: Any = Annotated[dt.datetime, msgspec.Meta(tz=True)]
    assert from_json(zoned, '"2020-01-01T00:00:00+01:00"').utcoffset() == dt.timedelta(hours=1)


def test_multiples_are_checked_digit_for_digit() -> None:
    assert from_json(Annotated[float, at.MultipleOf(0.1)], "0.3") == 0.3
    assert from_json(Annotated[Decimal, at.MultipleOf(0.1)], "0.3") == Decimal("0.3")


def test_a_class_in_a_function_may_name_itself() -> None:
    @dataclass
    class Local:
        next: Local | None = None

    assert from_json(Local, '{"next": {}}') == Local(Local())


@dataclass
class Total:
    prices: list[int]
    total: int = field(init=False)
    cache: Any = field(init=False, compare=False, default_factory=object)

    def __post_init__(self) -> None:
        if 0 in self.prices:
            raise ValueError("nothing is free")
        self.total = sum(self.prices)


@attrs.define
class Counted:
    start: int
    count: int = attrs.field(init=False)
    log: Any = attrs.field(init=False, eq=False, factory=object)


@dataclass(eq=False)
class Unequal:
    start: int
    cache: Any = field(init=False, default_factory=object)


def test_a_field_that_the_constructor_computes_is_not_written() -> None:
    basket = Total([1, 2])
    assert to_json(basket) == '{"prices": [1, 2]}'
    assert from_json(Total, to_json(basket)) == basket
    for whole in (Counted(1), Unequal(1)):
        assert to_json(whole) == '{"start": 1}'


@attrs.define
class Grown:
    size: int = attrs.field(converter=lambda size: size + 1)


@attrs.define
class Clipped:
    size: int

    def __attrs_post_init__(self) -> None:
        self.size = min(self.size, 9)


@dataclass
class Rounded:
    size: int

    def __post_init__(self) -> None:
        self.size -= self.size % 10


def test_a_field_that_construction_changes_is_written_if_it_reads_back() -> None:
    for value in (Clipped(7), Rounded(25)):
        assert from_json(type(value), to_json(value)) == value
    too_large, uneven = Clipped(7), Rounded(20)
    too_large.size, uneven.size = 12, 25
    for value in (Grown(3), too_large, uneven):
        with pytest.raises(TypeError, match="another value in size, which its construct"):
            to_json(value)


def test_a_computed_field_that_was_changed_has_no_json() -> None:
    basket, counted = Total([1, 2]), Counted(1)
    basket.total = 4
    counted.count = 5
    for value, name, kind in (
        (basket, "total", Total),
        ([counted], "count", list[Counted]),
        ({"a": basket}, "total", dict[str, Total]),
    ):
        with pytest.raises(TypeError, match=f"another value in {name}, which its construct"):
            to_json(value, kind)
    basket.prices.append(0)
    with pytest.raises(TypeError, match=r"would be read with an error: .*nothing is free"):
        to_json(basket)
