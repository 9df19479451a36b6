"""pydantic's metadata outside of models, and its dataclasses and TypedDicts inside of them."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import uuid1, uuid4

import msgspec
import pydantic
import pytest
from pydantic import BaseModel, Discriminator, Field, StringConstraints, Tag
from typing_extensions import TypedDict

from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk.errors import OutputInvalid


def refuses(type: Any, text: str) -> bool:
    try:
        from_json(type, text)
    except OutputInvalid:
        return True
    return False


def test_constraints_and_words_are_read() -> None:
    rating = Annotated[int, Field(ge=1, title="Rating", description="of five", examples=[4])]
    assert schema_of(rating) == {
        "type": "integer", "minimum": 1, "description": "Rating: of five (examples: 4)",
    }  # fmt: skip
    assert from_json(rating, "3") == 3
    assert refuses(rating, "0")
    assert schema_of(Annotated[int, Field(strict=True)]) == {"type": "integer"}
    assert schema_of(Annotated[int, Field(title="Count")])["description"] == "Count"


@pytest.mark.parametrize(
    "pattern",
    [Field(pattern="^a+$"), StringConstraints(pattern="^a+$"), msgspec.Meta(pattern="^a+$")],
    ids=["Field", "StringConstraints", "Meta"],
)
def test_a_pattern_is_searched(pattern: Any) -> None:
    letters = Annotated[str, pattern]
    assert schema_of(letters) == {"type": "string", "pattern": "^a+$"}
    assert from_json(letters, '"aa"') == "aa"
    assert refuses(letters, '"ab"')
    assert schema_of(Annotated[str, Field(pattern="^a")])["description"] == "text that matches ^a"


def test_digits_are_counted() -> None:
    price: Any = Annotated[Decimal, Field(max_digits=4, decimal_places=2)]
    assert schema_of(price)["description"] == "at most 4 digits; at most 2 decimal places"
    for right in ("12.34", "0.01", "1234", "1e3"):
        assert from_json(price, right) == Decimal(right)
    for wrong in ("123.45", "0.001", "12345", "1e4"):
        assert refuses(price, wrong)
    assert from_json(Annotated[Decimal, Field(decimal_places=1)], "1.5") == Decimal("1.5")


def test_the_version_of_a_uuid_is_checked() -> None:
    four = uuid4()
    assert from_json(pydantic.UUID4, f'"{four}"') == four
    assert refuses(pydantic.UUID4, f'"{uuid1()}"')


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]


@pytest.mark.parametrize(
    "tag", [Field(discriminator="kind"), Discriminator("kind")], ids=["a", "b"]
)
def test_a_discriminator_is_a_tag(tag: Any) -> None:
    pet: Any = Annotated[Cat | Annotated[Dog, Tag("dog")], tag]
    assert from_json(pet, '{"kind": "dog"}') == Dog(kind="dog")
    assert len(schema_of(pet)["anyOf"]) == 2


@pydantic.dataclasses.dataclass
class Point:
    x: Decimal
    name: str = Field("a", alias="label")


@pydantic.dataclasses.dataclass(config={"extra": "ignore"})
class Loose:
    x: int = 0


@dataclasses.dataclass
class Plain:
    price: Decimal = Decimal(0)


class Size(TypedDict, total=False):
    width: Decimal


class LooseSize(TypedDict, total=False):
    __pydantic_config__ = {"extra": "allow"}  # type: ignore[misc]  # noqa: RUF012 -- as pydantic has it
    width: int


class Everything(BaseModel):
    point: Point | None = None
    loose: Loose = Loose()
    plain: Plain = Plain()
    size: Size = {}
    loose_size: LooseSize = {}


def test_classes_of_any_kind_are_parts_of_models() -> None:
    value = Everything(
        point=Point(x=Decimal("0.1000000000000000000001"), label="b"),  # type: ignore[call-arg]
        plain=Plain(Decimal("1.5")), size={"width": Decimal(2)}, loose_size={"width": 3},
    )  # fmt: skip
    text = to_json(value)
    assert '"point":{"x":0.1000000000000000000001,"label":"b"}' in text
    assert from_json(Everything, text) == value
    assert from_json(Everything, '{"loose": {"y": 1}}') == Everything()
    assert from_json(Everything, '{"loose_size": {"y": 1}}').loose_size == {"y": 1}
    for wrong in ('{"plain": {"y": 1}}', '{"size": {"y": 1}}', '{"point": {"x": 1, "y": 1}}'):
        assert refuses(Everything, wrong)
    assert from_json(Point, to_json(value.point)) == value.point


def test_fields_of_decimals_have_limits_in_their_settings() -> None:
    assert schema_of(Annotated[Decimal, Field(max_digits=3)])["description"] == "at most 3 digits"
    assert schema_of(Annotated[int, Field(strict=False), pydantic.Strict()]) == {"type": "integer"}
    assert schema_of(pydantic.conint(ge=1)) == {"type": "integer", "minimum": 1}
