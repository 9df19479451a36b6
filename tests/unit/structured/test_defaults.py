"""Defaults: None widens a type, pydantic's Field is understood, other markers are refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import enum
import types
from collections import UserDict, UserList
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, NamedTuple, TypedDict

import annotated_types as at
import attrs
import msgspec
import pydantic
import pytest
from pydantic import BaseModel, Field

from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk.errors import OutputInvalid, RequestInvalid


class Depends:
    """A marker, as web frameworks have them."""

    def __init__(self, dependency: Any) -> None:
        self.dependency = dependency


class Slotted:
    __slots__ = ("dependency",)

    def __init__(self) -> None:
        self.dependency = 1


class OneSlot:
    __slots__ = "dependency"  # noqa: PLC0205 -- Python allows it

    def __init__(self) -> None:
        self.dependency = 1


class Missing:
    """A sentinel."""


class Query(pydantic.fields.FieldInfo):  # type: ignore[misc]
    """A marker of another library that is a kind of pydantic's."""


def make_class(maker: str, annotation: Any, default: Any) -> Any:
    if maker == "dataclass":
        return dataclasses.make_dataclass("Made", [("x", annotation, default)])
    if maker == "attrs":
        return attrs.make_class("Made", {"x": attrs.field(type=annotation, default=default)})
    if maker == "struct":
        return msgspec.defstruct("Made", [("x", annotation, default)])
    body = {"__annotations__": {"x": annotation}, "x": default, "__module__": __name__}
    return types.new_class("Made", (NamedTuple,), {}, lambda scope: scope.update(body))


MAKERS = ["dataclass", "attrs", "struct", "tuple"]


@pytest.mark.parametrize("maker", MAKERS)
def test_a_default_of_none_widens_the_type(maker: str) -> None:
    made = make_class(maker, str, None)
    assert schema_of(made)["properties"]["x"] == {"anyOf": [{"type": "string"}, {"type": "null"}]}
    for value in (made(), made("a")):
        assert from_json(made, to_json(value)) == value
    assert from_json(made, '{"x": null}') == from_json(made, "{}") == made()
    optional = make_class(maker, str | None, None)
    assert schema_of(optional) == schema_of(made)


@pytest.mark.parametrize("maker", MAKERS)
def test_pydantics_field_is_understood(maker: str) -> None:
    made = make_class(maker, int, Field(3, ge=1, description="how many"))
    assert schema_of(made)["properties"]["x"] == {
        "type": "integer", "minimum": 1, "description": "how many (default: 3)",
    }  # fmt: skip
    assert "required" not in schema_of(made)
    assert from_json(made, "{}").x == 3
    with pytest.raises(OutputInvalid, match="at least 1"):
        from_json(made, '{"x": 0}')
    required = make_class(maker, int, Field(ge=1))
    assert schema_of(required)["required"] == ["x"]
    with pytest.raises(OutputInvalid, match="missing"):
        from_json(required, "{}")
    assert from_json(make_class(maker, list[int], Field(default_factory=list)), "{}").x == []
    assert from_json(make_class(maker, str, Field(default_factory=lambda: "a")), "{}").x == "a"
    assert from_json(make_class(maker, str, Field(None)), '{"x": null}').x is None


@dataclass
class InAnnotation:
    plain: Annotated[int, at.Ge(0)]
    one: Annotated[int, Field(default=7), "one"]
    two: Annotated[int, Field(ge=1)] = 2


def test_a_default_may_be_in_the_annotation() -> None:
    assert schema_of(InAnnotation)["required"] == ["plain"]
    assert from_json(InAnnotation, '{"plain": 1}') == InAnnotation(1, 7, 2)


@pytest.mark.parametrize(
    "marker",
    [
        Depends(int),
        Slotted(),
        OneSlot(),
        Query(default=3),
        pydantic.PrivateAttr(3),
        dataclasses.field(default=3),
        attrs.field(default=3),
        msgspec.field(default=3),
        ...,
    ],
    ids=lambda marker: type(marker).__name__,
)
@pytest.mark.parametrize("maker", ["attrs", "tuple"])
def test_other_markers_are_refused(maker: str, marker: Any) -> None:
    made = make_class(maker, int, marker)
    with pytest.raises(RequestInvalid, match=r"^Made\.x: .* in the place of the default"):
        schema_of(made)


@pytest.mark.parametrize("marker", [attrs.field(default=3), Depends(int)], ids=["attrs", "Depends"])
def test_a_marker_in_a_pydantic_model_is_refused(marker: Any) -> None:
    model = pydantic.create_model("Made", x=(int, marker))
    with pytest.raises(RequestInvalid, match=r"^Made: .* in the place of the default"):
        schema_of(model)


def test_pydantic_understands_fields_of_dataclasses() -> None:
    model = pydantic.create_model("Made", x=(int, dataclasses.field(default=3)), y=(Model, Model()))
    assert from_json(model, "{}") == model(x=3)


def test_a_factory_that_takes_the_other_fields_is_refused() -> None:
    with pytest.raises(RequestInvalid, match=r"Made\.x: the factory of a default takes arguments"):
        schema_of(make_class("dataclass", int, Field(default_factory=lambda data: data["y"])))


class Mood(enum.Enum):
    GOOD = "good"


@dataclass(frozen=True)
class Base:
    size: int = 0


@dataclass(frozen=True)
class Derived(Base):
    more: int = 0


class Model(BaseModel):
    size: int = 0


class SubModel(Model):
    more: int = 0


class Day(dt.date):
    """A date of another library."""

    def __init__(self, *_: int) -> None:
        self.name = "day"


class Known(TypedDict):
    size: int


class Amount(Fraction):
    """A number of another library."""

    __slots__ = ("unit",)

    def __init__(self, *_: int) -> None:
        self.unit = "kg"


@pytest.mark.parametrize(
    ("annotation", "default"),
    [
        (int, 3),
        (float, 3),
        (str, Missing()),
        (str, object()),
        (str, msgspec.UNSET),
        (str, attrs.NOTHING),
        (str, Mood.GOOD),
        (str, decimal.Decimal(1)),
        (tuple[int, ...], []),
        (list[int], UserList([1])),
        (dict[str, int], UserDict({"a": 1})),
        (Known, UserDict({"size": 1})),
        (Base, Derived()),
        (Base | None, Derived()),
        (Model, SubModel()),
        (dt.date, Day(2020, 1, 1)),
        (Decimal, Amount(1)),
        (Annotated[Any, "anything"], Depends(int)),
    ],
    ids=lambda each: type(each).__name__,
)
def test_a_default_of_another_class_is_not_a_marker(annotation: Any, default: Any) -> None:
    assert schema_of(make_class("tuple", annotation, default))["type"] == "object"
