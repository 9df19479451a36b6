"""Refusals: types without a form in JSON, and texts that are not of the type."""

from __future__ import annotations

import abc
import datetime as dt
import enum
import re
import typing
from collections.abc import Callable
from dataclasses import InitVar, dataclass, field
from decimal import Decimal
from io import TextIOWrapper
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    ParamSpec,
    Protocol,
    Self,
    TypedDict,
    TypeVar,
    TypeVarTuple,
)

import annotated_types as at
import attrs
import msgspec
import pydantic
import pytest
from typing_extensions import TypeAliasType
from typing_extensions import TypedDict as ExtensionsTypedDict

from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk.errors import OutputInvalid, RequestInvalid

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
P = ParamSpec("P")


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


class Huge(enum.Enum):
    A = 10**4300


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


class Abstract(abc.ABC):
    @abc.abstractmethod
    def area(self) -> float: ...


@dataclass
class AbstractShape(Abstract):
    side: int


@dataclass
class Sized(Protocol):
    size: int


@dataclass
class OtherInit:
    part: int

    def __init__(self, text: str) -> None:
        self.part = int(text)


@attrs.define
class AttrsInit:
    part: int

    def __init__(self, text: str) -> None:
        self.part = int(text)


@dataclass
class Several(Generic[*Ts]):
    part: tuple[*Ts]


@dataclass
class BareFinal:
    size: Final = 1


@dataclass
class Computed:
    part: "1 / 0"  # noqa: UP037


class Further(ExtensionsTypedDict, extra_items=int):  # type: ignore[call-arg]
    a: int


class Unset(msgspec.Struct):
    a: int | msgspec.UnsetType = msgspec.UNSET


class WithCallable(pydantic.BaseModel):
    part: Callable[[], int]


class Undefined(pydantic.BaseModel):
    part: Missing  # type: ignore[name-defined]  # noqa: F821


class Raising(type):
    def __getattr__(cls, name: str) -> Any:
        raise RuntimeError(name)


class Raises(metaclass=Raising):
    pass


class Unspeakable:
    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        raise KeyError("no words")


LoopOrPool = Loop | Pool
Positive = NewType("Positive", Annotated[int, at.Gt(0)])
JSON = dict[str, "JSON"] | list["JSON"] | str
Itself = TypeAliasType("Itself", "Itself")
IntOrItself = TypeAliasType("IntOrItself", "int | Annotated[OtherItself, 'again']")
OtherItself = TypeAliasType("OtherItself", "IntOrItself | None")
Turns = TypeAliasType("Turns", Annotated[list["Turns"], at.MinLen(1)])
Pairs = TypeAliasType("Pairs", "tuple[T, Pairs[T]]", type_params=(T,))
Lost = TypeAliasType("Lost", "list[Nowhere]")  # noqa: F821
Wrong = TypeAliasType("Wrong", "list[int")  # noqa: F722
Nested = TypeAliasType("Nested", list["Nested"])
Wider = TypeAliasType("Wider", "T | list[Wider[list[T]]]", type_params=(T,))
Clear = TypeAliasType("Clear", "dict[str, Clear] | Other")


@dataclass
class Widening(Generic[T]):
    next: Widening[list[T]] | None


TYPES: list[tuple[Any, str, str]] = [
    (Any, "Any", "Annotated[Any, 'what it is']"),
    (Holder[Any], "Holder[Any].part", "Annotated[Any, 'what it is']"),
    (Annotated[Any, at.Ge(1)], "Annotated", "Any says nothing"),
    (Annotated[complex, {"unhashable": 1}], "Annotated[complex, …]", "two float fields"),
    (object, "object", "name the type"),
    (Holder[Callable[[], int]], ".part", "write a dataclass"),
    (TextIOWrapper, "TextIOWrapper", "write a dataclass"),
    (complex, "complex", "two float fields"),
    (bytearray, "bytearray", "write bytes"),
    (list, "list", "list[str]"),
    (Holder[dict], ".part", "dict[str, int]"),
    (list[int, str], "list[int, str]", "list[str]"),  # type: ignore[misc]
    (typing.List, "list", "list[str]"),  # noqa: UP006
    (typing.Tuple, "tuple", "tuple[str, ...]"),  # noqa: UP006
    (typing.AbstractSet, "Set", "frozenset[str]"),
    (typing.Dict, "dict", "dict[str, int]"),  # noqa: UP006
    (Abstract, "Abstract", "write a dataclass"),
    (AbstractShape, "AbstractShape", "a class that can be made"),
    (Sized, "Sized", "a class that can be made"),
    (OtherInit, "OtherInit.part", "let the decorator write __init__"),
    (AttrsInit, "AttrsInit.part", "let the decorator write __init__"),
    (Several[int, str], "Several[int, str].part", "write the types out"),
    (Generic[P], "Generic", "write the types out"),
    (Self, "Self", "not given"),
    (BareFinal, "BareFinal.size", "Final[int]"),
    (Computed, "Computed", "ZeroDivisionError"),
    (TypeAliasType("Divided", "1 / 0"), "Divided", "ZeroDivisionError"),
    (Further, "Further", "extra_items"),
    (Unset, "Unset.a", "int | None = None"),
    (msgspec.Struct, "Struct", "write a dataclass"),
    (pydantic.BaseModel, "BaseModel", "a class of your own"),
    (WithCallable, "WithCallable", "CallableSchema"),
    (Undefined, "Undefined", "'Missing'"),
    (Raises, "", "can't be read: RuntimeError"),
    (type[int], "type[int]", "has no form"),
    (ClassVar[int], "ClassVar", "not the type of a value"),
    (Holder, "Holder.part", "Box[str]"),
    (Holder[list[T]], "Holder[list[T]]", "Box[str]"),
    (list[T], "list", "Box[str]"),
    ("Person", "Person", "the type itself"),
    (Endless, "Endless", "Endless | None"),
    (Crowd, "Crowd", "without end"),
    (Unknown, "Unknown", "'Missing'"),
    (Broken, "Broken", "can't be evaluated"),
    (WithInitVar, "WithInitVar.part", "make it a field"),
    (OwnInit, "OwnInit.part", "let the decorator write __init__"),
    (Twice, "Twice.b", "change one alias"),
    (BadAlias, "BadAlias.a", "is not a text"),
    (Surrogate, "Surrogate.a", "half a surrogate pair"),
    (Bare, "Bare.a", "write its type"),
    (Row, "Row", "array_like"),
    (Empty, "Empty", "no members"),
    (Flags, "Flags", "set[…]"),
    (Odd, "Odd", "give it a text"),
    (open, "open", "write a dataclass"),
    (Literal[b"a"], "Literal[b'a']", "use a text"),
    (Literal["\ud800"], "Literal", "use a text"),
    (Huge, "Huge", "give it a text"),
    (Literal[()], "Literal", "no values"),
    (dict[Literal["a"] | None, int], "dict", 'not "a" or null'),
    (dict[Annotated[str, at.MinLen(1)], int], "dict", "keys take no constraints"),
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
    (Annotated[Any, "x"] | int, "", "is any JSON already"),
    (list[int] | list[str], "list[int] | list[str]", "keep one of the two"),
    (dict[str, int] | dict[str, str], "dict", "kind: Literal"),
    (str | None | bytes, "str | None | bytes", "str and bytes can't be told apart"),
    (Literal[1] | Annotated[Any, "x"], "", "told apart"),
    (JSON, "JSON", "TypeAliasType"),
    (Itself, "Itself", "is only itself"),
    (IntOrItself, "Itself", "is only itself"),
    (Turns, "Turns", "Turns | None, or a list"),
    (Pairs[int], "Pairs[int]", "without end"),
    (Lost, "Lost", "'Nowhere'"),
    (Wrong, "Wrong", "can't be evaluated"),
    (Wider[int], "Wider[int]", "nested without end"),
    (Widening[int], "Widening[int]", "nested without end"),
    (Clear, "Clear", "told apart"),
    (Annotated[Positive, at.Lt(0)], "", "no value keeps"),
    (Annotated[int, at.Ge("a")], "", "write an int"),
    (Annotated[float, at.Ge(float("nan"))], "", "write an int"),
    (Annotated[int, at.Ge(ge=True)], "", "write an int"),
    (Annotated[dt.date, at.Ge(1)], "", "does not go with date"),
    (Annotated[int, at.MultipleOf(0)], "", "more than 0"),
    (Annotated[str, at.MinLen(-1)], "", "from 0 on"),
    (Annotated[str, at.MaxLen("a")], "", "from 0 on"),  # type: ignore[arg-type]
    (Annotated[str, at.Predicate(5)], "", "no function"),  # type: ignore[arg-type]
    (Annotated[int, at.Ge(1.2), at.Le(1.8)], "", "no value keeps"),
    (Annotated[str, at.Ge(1)], "", "int, float and Decimal"),
    (Annotated[str | None, at.MinLen(1)], "", "texts, bytes, lists"),
    (Annotated[int, re.compile("a")], "", "goes with str"),
    (Annotated[int, at.Timezone(None)], "", "datetime and time"),
    (Annotated[dt.time, at.Timezone("UTC")], "", "Timezone(...)"),
    (Annotated[int, at.Gt(1), at.Lt(2)], "", "no value keeps"),
    (Annotated[float, at.Gt(1), at.Le(1)], "", "no value keeps"),
    (Annotated[str, at.Len(3, 2)], "", "no value keeps"),
    (Annotated[int, pydantic.Field(alias="n")], "", "alias 'n'"),
    (Annotated[int, pydantic.Field(examples=[object])], "", "not JSON"),
    (Annotated[str, pydantic.AfterValidator(len)], "", "AfterValidator"),
    (Annotated[str, pydantic.StringConstraints(strip_whitespace=True)], "", "strip_whitespace"),
    (Annotated[int, pydantic.Field(pattern="a")], "", "goes with str"),
    (Annotated[str, pydantic.Field(pattern=r"\p{L}")], "", "can't read the pattern"),
    (Annotated[int, pydantic.Field(max_digits=2)], "", "go with Decimal"),
    (Annotated[str, pydantic.types.UuidVersion(4)], "", "goes with UUID"),
    (Annotated[int, pydantic.Field(discriminator=pydantic.Discriminator(str))], "", "own Literal"),
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
        if not self.number:
            raise KeyError("zero")


@dataclass(frozen=True)
class Unhashable:
    items: list[int]


@attrs.define
class Short:
    text: str = attrs.field(validator=attrs.validators.max_len(1))


@dataclass
class Climbs:
    number: int

    def __post_init__(self) -> None:
        self.__post_init__()


class Validated(pydantic.BaseModel):
    number: int

    @pydantic.field_validator("number")
    @classmethod
    def looked_up(cls, value: int) -> int:
        return {1: 1}[value]


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
    (int, "1.0", "$", "an integer, digits alone, got number 1.0"),
    (int, "1e2", "$", "an integer, digits alone, got number 1e2"),
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
    (list[Even], '[{"number": 0}]', "$[0]", "KeyError: 'zero'"),
    (Climbs, '{"number": 1}', "$", "nested too deeply"),
    (list[Short], '[{"text": "ab"}]', "$[0]", "must be <= 1"),
    (list[Validated], '[{"number": 2}]', "$[0]", "Validated refuses these values: KeyError: 2"),
    (set[Unhashable], '[{"items": []}]', "$", "can't be in a set: unhashable"),
    (Annotated[int, at.Predicate({}.__getitem__)], "1", "$", "can't be checked: KeyError: 1"),
    (Annotated[int, at.Predicate(lambda _: 1 / 0)], "1", "$", "ZeroDivisionError"),
    (Annotated[int, at.Predicate(lambda _: next(iter(())))], "1", "$", "checked: StopIteration,"),
    (Annotated[Decimal, at.MultipleOf(Decimal("0.1"))], "0.25", "$", "a multiple of 0.1"),
    (Annotated[Decimal, at.MultipleOf(1)], "1e999999", "$", "can't be checked"),
    (Tagged, '{"type": "tagged", "size": 1}', "$.type", '"Tagged"'),
    (int | str | None, "[]", "$", "an integer or a string or null"),
    (Nested | int, "[[1]]", "$[0][0]", "an array"),
    (Nested | int, '"x"', "$", "an array or an integer"),
    (dt.date | dt.time, '"x"', "$", "a date"),
    (Circle | Square, '{"kind": "circle", "radius": "x"}', "$.radius", "a number"),
    (Circle | Square, '{"kind": "oval"}', "$", "(Circle) or an object (Square)"),
    (Left | Right, '{"a": 1, "left": "x"}', "$.left", "an integer"),
    (tuple[int] | tuple[int, int], "[]", "$", "an array of 1 or an array of 2"),
    (Annotated[int, at.Gt(1)], "1", "$", "more than 1, got 1"),
    (Annotated[int, at.MultipleOf(2)], "3", "$", "a multiple of 2"),
    (Annotated[str, at.Predicate(lambda text: text == "a")], '"b"', "$", "a value that is allowed"),
    (Annotated[int, at.Predicate(lambda number: 1 / number)], "0", "$",
     "a constraint can't be checked: ZeroDivisionError"),
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
        from_json(type, text)
    assert (caught.value.path, caught.value.text) == (path, text)
    assert reason in caught.value.message


def test_an_object_without_a_repr_is_refused() -> None:
    with pytest.raises(RequestInvalid, match="can't be read: KeyError: 'no words'"):
        schema_of(Unspeakable())


def test_an_error_of_the_users_own_code_is_kept() -> None:
    with pytest.raises(OutputInvalid) as caught:
        from_json(Even, '{"number": 0}')
    assert isinstance(caught.value.__cause__, KeyError)
    with pytest.raises(RequestInvalid) as refused:
        schema_of(Raises)
    assert isinstance(refused.value.__cause__, RuntimeError)


def test_an_error_shows_the_text_around_it() -> None:
    text = f'{{ "a" : "{"x" * 99}" , "b": [ {{}} , 1 ], "c": "{"y" * 99}"}}'
    with pytest.raises(OutputInvalid) as caught:
        from_json(dict[str, str], text)
    assert caught.value.message == (
        "$.b: expected a string, got array [{}, 1], at …"
        f'{"x" * 11}" , "b": ⟪here⟫[ {{}} , 1 ], "c": "{"y" * 42}…'
    )


def test_deep_values_are_refused_with_the_same_message() -> None:
    deep = '{"next": ' * 600 + "null" + "}" * 600
    with pytest.raises(OutputInvalid, match="nested too deeply"):
        from_json(Loop, deep)


WRONG_VALUES: list[tuple[Any, Any]] = [
    (int, "a"), (int, True), (float, float("inf")), (Decimal, Decimal("NaN")), (str, 1),
    (dict[str, int], {1: 1}), (dict[int, int], {"a": 1}), (dict[Literal["a"], int], {"b": 1}),
    (tuple[int, int], (1,)), (list[int], (1,)), (int | str, 1.5), (One, Other(1)),
    (dt.date, dt.datetime(2020, 1, 1, tzinfo=dt.UTC)), (Literal["a"], "b"), (bool, 1),
    (dt.timedelta, dt.timedelta.max), (Annotated[Any, "x"], {1, 2}),
    (str, "\ud800"), (dict[str, int], {"\ud800": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("type", "value"), WRONG_VALUES, ids=str)
def test_a_value_of_another_type_is_not_written(type: Any, value: Any) -> None:
    with pytest.raises(TypeError, match="expected"):
        to_json(value, type)


@pytest.mark.parametrize("type", [int, str, float])
def test_an_integer_that_python_cannot_write_is_refused(type: Any) -> None:
    with pytest.raises(TypeError, match="expected"):
        to_json(10**5000, type)


def test_a_namedtuple_has_its_path() -> None:
    class Named(NamedTuple):
        part: list

    with pytest.raises(RequestInvalid, match=r"Named\.part: list does not say enough"):
        schema_of(Named)
    with pytest.raises(RequestInvalid, match=r"Typed\.a: list does not say enough"):
        schema_of(typed_dict_of(list))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (Even(2), "is an instance: give its class, Even"),
        ([int], r"is a list, not a type: write list\[…\]"),
        ((int, str), "is a tuple, not a type: write A | B"),
        (5, "5 has no form in JSON"),
    ],
)
def test_a_value_that_is_not_a_type_is_refused(given: Any, says: str) -> None:
    with pytest.raises(RequestInvalid, match=says):
        schema_of(given)


@pytest.mark.parametrize("text", [None, b"1", 1])
def test_the_text_of_an_answer_is_a_str(text: Any) -> None:
    with pytest.raises(TypeError, match="is a str, not"):
        from_json(int, text)


@dataclass
class Whole(int):
    size: int


def test_a_class_that_its_own_fields_cannot_make_is_no_fault_of_the_model() -> None:
    with pytest.raises(TypeError, match="'size' is an invalid keyword argument for int"):
        from_json(Whole, '{"size": 1}')
