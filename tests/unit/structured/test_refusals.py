"""What is refused: types without a form in JSON, and texts that are not of the type."""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Callable
from dataclasses import InitVar, dataclass, field
from decimal import Decimal
from io import TextIOWrapper
from typing import Annotated, Any, ClassVar, Generic, Literal, NamedTuple, TypedDict, TypeVar

import annotated_types as at
import attrs
import msgspec
import pydantic
import pytest
from typing_extensions import TypeAliasType

from vllm_sdk.errors import OutputInvalid, RequestInvalid
from vllm_sdk.structured import decode, encode, schema_of

T = TypeVar("T")


@dataclass
class Holder(Generic[T]):
    part: T


@dataclass
class Endless:
    me: Endless


@dataclass
class Crowd:
    members: Annotated[list[Crowd], at.MinLen(1)]


@dataclass(frozen=True)
class Frozen:
    cells: list[int]


@dataclass
class Unknown:
    part: Missing  # type: ignore[name-defined]  # noqa: F821


@dataclass
class Broken:
    part: int.missing  # type: ignore[name-defined]


@dataclass
class WithInitVar:
    part: InitVar[int]


@dataclass(init=False)
class OwnInit:
    part: int


@dataclass
class Twice:
    a: int
    b: int = field(metadata={"alias": "a"})


@dataclass
class BadAlias:
    a: int = field(metadata={"alias": 1})


@dataclass
class Surrogate:
    a: int = field(metadata={"alias": "\ud800"})


@attrs.define
class Bare:
    a = attrs.field()


class Row(msgspec.Struct, array_like=True):
    a: int


class Empty(enum.Enum):
    pass


class Flags(enum.Flag):
    A = 1


class Odd(enum.Enum):
    A = (1, 2)


class Clash(enum.Enum):
    A = 1
    B = "1"


class Shade(enum.Enum):
    A = "a"


@dataclass
class One:
    a: int


@dataclass
class Other:
    a: int
    b: str = ""


@dataclass
class Loop:
    next: Loop | None


@dataclass
class Pool:
    next: Pool | None


LoopOrPool = Loop | Pool
Turns = TypeAliasType("Turns", "list[Turns]")


class _Alias:
    """A `type` statement, which Python 3.11 can't make so that it holds itself."""

    __type_params__ = ()
    __value__: Any


_Alias.__name__ = "TypeAliasType"
Selves = _Alias()
Selves.__value__ = list[Selves]

TYPES: list[tuple[Any, str, str]] = [
    (Any, "Any", "Annotated[Any, 'what it is']"),
    (Holder[Any], "Holder[Any].part", "Annotated[Any, 'what it is']"),
    (Annotated[Any, at.Ge(1)], "Annotated", "Any says nothing"),
    (object, "object", "name the type"),
    (Holder[Callable[[], int]], ".part", "write a dataclass"),
    (TextIOWrapper, "TextIOWrapper", "write a dataclass"),
    (complex, "complex", "two float fields"),
    (bytearray, "bytearray", "write bytes"),
    (list, "list", "list[str]"),
    (Holder[dict], ".part", "dict[str, int]"),
    (type[int], "type[int]", "has no form"),
    (ClassVar[int], "ClassVar", "no type of a value"),
    (Holder, "Holder.part", "Box[str]"),
    (Holder[list[T]], "Holder[list[T]]", "Box[str]"),
    (list[T], "list", "Box[str]"),
    ("Person", "Person", "the type itself"),
    (Endless, "Endless", "Endless | None"),
    (Crowd, "Crowd", "without end"),
    (Unknown, "Unknown", "'Missing'"),
    (Broken, "Broken", "can't be evaluated"),
    (WithInitVar, "WithInitVar.part", "make it a field"),
    (OwnInit, "OwnInit", "let dataclass write it"),
    (Twice, "Twice.b", "change one alias"),
    (BadAlias, "BadAlias.a", "is no text"),
    (Surrogate, "Surrogate.a", "half a surrogate pair"),
    (Bare, "Bare.a", "write its type"),
    (Row, "Row", "array_like"),
    (Empty, "Empty", "no members"),
    (Flags, "Flags", "set[…]"),
    (Odd, "Odd", "give it a text"),
    (open, "open", "write a dataclass"),
    (Literal[b"a"], "Literal", "use a text"),
    (Literal[Shade.A, "a"], "Literal", "as another of the values"),
    (dict[Clash, int], "dict", "same text in JSON"),
    (dict[float, int], "dict", "dict[str, …]"),
    (str | dt.date, "str | date", "told apart"),
    (dt.datetime | Annotated[dt.datetime, at.Timezone(None)], "", "told apart"),
    (bytes | dt.date, "bytes | date", "told apart"),
    (list[list[int] | list[str]], "list", "told apart"),
    (Decimal | float, "Decimal | float", "told apart"),
    (Shade | str, "Shade | str", "told apart"),
    (Shade | Literal["a"], "", "told apart"),
    (Literal["2020-01-01"] | dt.date, "", "told apart"),
    (One | dict[str, int], "One | dict[str, int]", "kind: Literal"),
    (Loop | Pool, "Loop | Pool", "kind: Literal"),
    (Annotated[Any, "x"] | int, "", "told apart"),
    (Literal[1] | Annotated[Any, "x"], "", "told apart"),
    (Turns, "Turns", "give the type itself"),
    (Selves, "", "write a class that holds itself"),
    (Annotated[str, at.Ge(1)], "", "int, float and Decimal"),
    (Annotated[str | None, at.MinLen(1)], "", "texts, bytes, lists"),
    (Annotated[int, re.compile("a")], "", "goes with str"),
    (Annotated[int, at.Timezone(None)], "", "datetime and time"),
    (Annotated[dt.time, at.Timezone("UTC")], "", "Timezone(...)"),
    (Annotated[int, at.Gt(1), at.Lt(2)], "", "no value keeps"),
    (Annotated[float, at.Gt(1), at.Le(1)], "", "no value keeps"),
    (Annotated[str, at.Len(3, 2)], "", "no value keeps"),
    (Annotated[int, pydantic.Field(gt=1)], "", "annotated_types"),
]  # fmt: skip


def typed_dict_of(hint: Any) -> Any:
    return TypedDict("Typed", {"a": hint})


@pytest.mark.parametrize(("type", "path", "instead"), TYPES, ids=str)
def test_a_type_is_refused_by_the_path_of_the_part(type: Any, path: str, instead: str) -> None:
    with pytest.raises(RequestInvalid) as caught:
        schema_of(type)
    assert path in caught.value.message.partition(": ")[0] or not path
    assert instead in caught.value.message


@dataclass
class Even:
    number: int

    def __post_init__(self) -> None:
        if self.number % 2:
            raise ValueError("odd")


@dataclass
class Circle:
    kind: Literal["circle"]
    radius: float


@dataclass
class Square:
    kind: Literal["square"]
    side: float


class Tagged(msgspec.Struct, tag=True):
    size: int


@dataclass
class Left:
    a: int
    left: int


@dataclass
class Right:
    a: int
    right: int


TEXTS: list[tuple[Any, str, str, str]] = [
    (int, "", "$", "is empty"),
    (int, " \n", "$", "is empty"),
    (int, "1 2", "$", "not JSON"),
    (int, "NaN", "$", "NaN"),
    (int, "1" * 5000, "$", "digits"),
    (list[int], "[" * 200_000, "$", "nested too deeply"),
    (int, "1.0", "$", "an integer, got number 1.0"),
    (int, "true", "$", "boolean"),
    (float, "1e999", "$", "too large"),
    (float, "1" * 400, "$", "too large"),
    (float, str(2**53 + 1), "$", "loses digits"),
    (float, '"1"', "$", "a number, got string"),
    (Decimal, "null", "$", "a number, got null"),
    (Decimal, "1e9999999999999999999", "$", "beyond"),
    (bool, "1", "$", "true or false"),
    (None, "0", "$", "null"),
    (str, "1", "$", "a string"),
    (str, r'"\ud800"', "$", "surrogate"),
    (str, "[" + "1, " * 99 + "1]", "$", "…"),
    (dt.date, "1", "$", "a date"),
    (dt.date, '"2021-02-29"', "$", "a date"),
    (dt.datetime, '"2021-02-28"', "$", "a date and time"),
    (list[int], '[1, "a"]', "$[1]", "an integer"),
    (list[int], "{}", "$", "an array, got object"),
    (set[int], "[1, 1]", "$", "twice"),
    (set[tuple[int, ...]], "[[1], [1]]", "$", "twice"),
    (set[Frozen], '[{"cells": [1]}]', "$", "can't be in a set"),
    (tuple[int, str], "[1]", "$", "an array of 2, got 1"),
    (tuple[int, str], "{}", "$", "an array of 2"),
    (tuple[int, str], '[1, {"a": 1}]', "$[1]", "a string, got object"),
    (dict[str, int], "[]", "$", "an object"),
    (dict[str, int], '{"a": 1, "a": 2}', "$", "'a' occurs twice"),
    (dict[str, int], '{"a b": "x"}', '$["a b"]', "an integer"),
    (dict[str, int], '{"x": 1, "y": "z"}', "$.y", "an integer"),
    (dict[int, int], '{"1.0": 1}', '$["1.0"]', "an integer as the key"),
    (dict[int, int], '{"01": 1}', '$["01"]', "an integer as the key"),
    (dict[Literal["a"], int], '{"b": 1}', "$.b", "one of a"),
    (Literal["a", 1], "true", "$", '"a" or 1'),
    (Literal["a", 1], "1.5", "$", '"a" or 1'),
    (Literal["a", 1], "[]", "$", '"a" or 1'),
    (list[One], '[{"a": 1}, {}]', "$[1]", "'a' of One is missing"),
    (list[One], '[{"a": 1, "c": 2}]', "$[0]", 'no field "c"; it has a'),
    (list[One], "[1]", "$[0]", "an object (One)"),
    (list[Even], '[{"number": 1}]', "$[0]", "odd"),
    (Tagged, '{"type": "tagged", "size": 1}', "$.type", '"Tagged"'),
    (int | str | None, "[]", "$", "an integer or a string or null"),
    (dt.date | dt.time, '"x"', "$", "a date"),
    (Circle | Square, '{"kind": "circle", "radius": "x"}', "$.radius", "a number"),
    (Circle | Square, '{"kind": "oval"}', "$", "(Circle) or an object (Square)"),
    (Left | Right, '{"a": 1, "left": "x"}', "$.left", "an integer"),
    (tuple[int] | tuple[int, int], "[]", "$", "an array of 1 or an array of 2"),
    (Annotated[int, at.Gt(1)], "1", "$", "more than 1, got 1"),
    (Annotated[int, at.MultipleOf(2)], "3", "$", "a multiple of 2"),
    (Annotated[str, at.Predicate(lambda text: text == "a")], '"b"', "$", "a value that is allowed"),
    (Annotated[str, re.compile("a+")], '"ab"', "$", "matches a+"),
    (Annotated[str, msgspec.Meta(pattern="^a")], '"b"', "$", "matches"),
    (Annotated[list[int], at.MinLen(1)], "[]", "$", "length at least 1"),
    (Annotated[bytes, at.MaxLen(1)], '"AAAA"', "$", "length at most 1"),
    (Annotated[dt.datetime, at.Ge(dt.datetime(2020, 1, 1))],  # noqa: DTZ001 -- naive is the point
     '"2021-01-01T00:00:00Z"', "$", "can't be checked"),
    (Annotated[Any, "x"], '[{"a": 1, "a": 2}]', "$[0]", "twice"),
]  # fmt: skip


@pytest.mark.parametrize(("type", "text", "path", "reason"), TEXTS, ids=lambda each: str(each)[:30])
def test_a_text_is_invalid_by_the_path_of_the_part(
    type: Any, text: str, path: str, reason: str
) -> None:
    with pytest.raises(OutputInvalid) as caught:
        decode(type, text)
    assert (caught.value.path, caught.value.text) == (path, text)
    assert reason in caught.value.message


def test_an_error_shows_the_text_around_it() -> None:
    text = f'{{ "a" : "{"x" * 99}" , "b": [ {{}} , 1 ], "c": "{"y" * 99}"}}'
    with pytest.raises(OutputInvalid) as caught:
        decode(dict[str, str], text)
    assert caught.value.message == (
        "$.b: expected a string, got array [{}, 1], at …"
        f'{"x" * 11}" , "b": ⟪here⟫[ {{}} , 1 ], "c": "{"y" * 42}…'
    )


def test_deep_values_are_refused_in_the_same_words() -> None:
    deep = '{"next": ' * 600 + "null" + "}" * 600
    with pytest.raises(OutputInvalid, match="nested too deeply"):
        decode(Loop, deep)


WRONG_VALUES: list[tuple[Any, Any]] = [
    (int, "a"), (int, True), (float, float("inf")), (Decimal, Decimal("NaN")), (str, 1),
    (dict[str, int], {1: 1}), (dict[int, int], {"a": 1}), (dict[Literal["a"], int], {"b": 1}),
    (tuple[int, int], (1,)), (list[int], (1,)), (int | str, 1.5), (One, Other(1)),
    (dt.date, dt.datetime(2020, 1, 1, tzinfo=dt.UTC)), (Literal["a"], "b"), (bool, 1),
    (dt.timedelta, dt.timedelta.max), (Annotated[Any, "x"], {1, 2}),
]  # fmt: skip


@pytest.mark.parametrize(("type", "value"), WRONG_VALUES, ids=str)
def test_a_value_of_another_type_is_not_written(type: Any, value: Any) -> None:
    with pytest.raises(TypeError, match="expected"):
        encode(value, type)


def test_a_namedtuple_has_its_path() -> None:
    class Named(NamedTuple):
        part: list

    with pytest.raises(RequestInvalid, match=r"Named\.part: list does not say enough"):
        schema_of(Named)
    with pytest.raises(RequestInvalid, match=r"Typed\.a: list does not say enough"):
        schema_of(typed_dict_of(list))
