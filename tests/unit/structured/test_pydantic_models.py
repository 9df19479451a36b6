"""pydantic models: read by pydantic, with the rules for all classes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from ipaddress import IPv4Address, IPv6Address
from typing import Annotated, Any, Literal
from uuid import UUID

import annotated_types as at
import pydantic
import pytest
from pydantic import BaseModel, ConfigDict, Field, RootModel

from vllm_sdk._structured import from_json, schema_of, to_json
from vllm_sdk._structured.introspection import pydantic_models
from vllm_sdk.errors import OutputInvalid, RequestInvalid


class Item(BaseModel):
    """An item."""

    price: Decimal
    tags: set[str] = Field(default_factory=set, description="its tags")
    count: int = Field(1, multiple_of=2, title="Count")


class Order(BaseModel):
    items: list[Item]
    day: dt.date | None = None
    by_name: dict[str, Item] = Field(default_factory=dict, alias="byName")
    code: str = Field("abcd", pattern="^[a-z]+$", max_length=4)
    wait: dt.timedelta | None = None


class Circle(BaseModel):
    kind: Literal["circle"]
    radius: float


class Square(BaseModel):
    kind: Literal["square", "box"]
    side: float


class Drawing(BaseModel):
    shape: Circle | Square = Field(discriminator="kind")
    pair: tuple[int, str] = (1, "a")


@dataclass
class Cart:
    order: Order
    again: Order | None = None


def test_a_model_round_trips() -> None:
    text = '{"items": [{"price": 1.10, "tags": ["a"], "count": 2}], "byName": {}}'
    order = from_json(Order, text)
    assert order.items[0].price == Decimal("1.10")
    assert from_json(Order, to_json(order)) == order
    cart = Cart(order)
    assert from_json(Cart, to_json(cart)) == cart


def test_the_schema_has_only_keywords_that_back_ends_enforce() -> None:
    schema = schema_of(Order)
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["items"]
    assert schema["properties"]["code"] == {
        "type": "string", "pattern": "^[a-z]+$",
        "description": '(maxLength 4; default: "abcd")',
    }  # fmt: skip
    assert schema["properties"]["wait"]["anyOf"][0] == schema_of(dt.timedelta)
    item = schema["$defs"]["Item"]
    assert item["description"] == "An item."
    assert item["properties"]["tags"]["description"] == "its tags (no item twice)"
    assert item["properties"]["count"] == {
        "type": "integer", "description": "Count (a multiple of 2; default: 1)",
    }  # fmt: skip
    assert schema["properties"]["day"]["anyOf"][0] == {
        "type": "string",
        "pattern": schema_of(dt.date)["pattern"],
        "description": "a date, YYYY-MM-DD",
    }
    shape = schema_of(Drawing)["properties"]["shape"]
    assert shape == {"anyOf": [{"$ref": "#/$defs/Circle"}, {"$ref": "#/$defs/Square"}]}


class Moments(BaseModel):
    any: dt.datetime
    aware: pydantic.AwareDatetime
    naive: pydantic.NaiveDatetime
    clock: dt.time
    day: dt.date
    id: UUID


def test_dates_and_times_have_the_same_patterns_as_in_other_classes() -> None:
    stated = schema_of(Moments)["properties"]
    assert stated == {
        "any": schema_of(dt.datetime),
        "aware": schema_of(Annotated[dt.datetime, at.Timezone(...)]),
        "naive": schema_of(Annotated[dt.datetime, at.Timezone(None)]),
        "clock": schema_of(dt.time),
        "day": schema_of(dt.date),
        "id": schema_of(UUID),
    }


class Bounds(BaseModel):
    price: Decimal = Field(gt=0)
    far: int = Field(le=2**60)
    near: float = Field(ge=0.5)
    address: IPv6Address
    exact: str = Field(pattern=r"^[a-z]\d$")
    part: str = Field(pattern="a(?:b*)?")
    either: str = Field(pattern="^a|b$")
    start: str = Field(pattern="^a")
    quoted: str = Field(pattern='"')


def test_keywords_that_back_ends_misread_are_replaced_or_described() -> None:
    assert schema_of(Bounds)["properties"] == {
        "price": {"type": "number", "exclusiveMinimum": 0.0},
        "far": {"type": "integer", "description": f"(maximum {2**60})"},
        "near": {"type": "number", "minimum": 0.5},
        "address": {"type": "string", "format": "ipv6"},
        "exact": {"type": "string", "pattern": "^[a-z][0-9]$"},
        "part": {"type": "string", "pattern": "a(?:b*){0,1}"},
        "either": {"type": "string", "description": "(matches ^a|b$)"},
        "start": {"type": "string", "description": "(matches ^a)"},
        "quoted": {"type": "string", "description": '(matches ")'},
    }


class Host(BaseModel):
    address: IPv4Address


def test_an_address_has_no_leading_zeros() -> None:
    pattern = schema_of(Host)["properties"]["address"]["pattern"]
    for right in ("127.0.0.1", "255.249.199.10"):
        assert re.search(pattern, right)
        assert from_json(Host, f'{{"address": "{right}"}}').address == IPv4Address(right)
    for wrong in ("127.00.0.1", "256.1.1.1", "1.1.1", "1.1.1.01"):
        assert not re.search(pattern, wrong)
        with pytest.raises(OutputInvalid):
            from_json(Host, f'{{"address": "{wrong}"}}')


def test_models_are_distinguished_by_their_tags() -> None:
    either: Any = Circle | Square
    assert from_json(either, '{"kind": "box", "side": 1.5}') == Square(kind="box", side=1.5)
    with pytest.raises(OutputInvalid) as caught:
        from_json(either, '{"kind": "circle", "radius": "wide"}')
    assert caught.value.path == "$.radius"
    with pytest.raises(OutputInvalid, match="expected a Circle or a Square"):
        from_json(either, '{"kind": "oval"}')
    with pytest.raises(RequestInvalid, match="told apart"):
        schema_of(Circle | dict[str, int])


class Numbers(RootModel[list[int]]):
    pass


class Open(BaseModel, extra="allow"):
    size: int


class Branch(BaseModel):
    twigs: list[Branch]


def test_a_root_model_is_encoded_as_its_root() -> None:
    assert from_json(Numbers, "[1]") == Numbers([1])
    with pytest.raises(RequestInvalid, match="told apart"):
        schema_of(Numbers | list[str])
    with pytest.raises(RequestInvalid, match="told apart"):
        schema_of(Numbers | Circle)


def test_a_model_may_allow_extra_fields() -> None:
    assert schema_of(Open)["additionalProperties"] is True
    assert from_json(Open, '{"size": 1, "more": 2}') == Open.model_validate({"size": 1, "more": 2})
    with pytest.raises(RequestInvalid, match="told apart"):
        schema_of(Open | Circle)


def test_a_model_may_be_recursive() -> None:
    either: Any = Branch | Circle
    assert from_json(either, '{"twigs": [{"twigs": []}]}') == Branch(twigs=[Branch(twigs=[])])


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"items": [{"price": 1, "price": 2}]}', "$.items[0]"),
        ('{"items": [{"price": 1, "tags": [1]}]}', "$.items[0].tags[0]"),
        ('{"items": [{}]}', "$.items[0]"),
        ('{"items": [], "other": 1}', "$.other"),
        ("[]", "$"),
    ],
)
def test_an_error_has_its_path(text: str, path: str) -> None:
    with pytest.raises(OutputInvalid) as caught:
        from_json(Order, text)
    assert caught.value.path == path


def test_without_pydantic_nothing_is_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(pydantic_models.sys.modules, "pydantic")
    assert not pydantic_models.is_model(pydantic.BaseModel)


class Color(Enum):
    RED = "red"


def test_members_of_an_enum_are_the_names_of_an_object() -> None:
    model = pydantic.create_model("Shares", of=(dict[Color, int], ...))
    assert schema_of(model)["properties"]["of"]["properties"] == {"red": {"type": "integer"}}
    assert from_json(model, '{"of": {"red": 1}}') == model(of={Color.RED: 1})


class Raw(BaseModel):
    data: bytes


class Holder(BaseModel):
    raw: Raw = Raw(data=b"\x80")


def test_a_default_that_no_json_can_carry_is_left_out_of_the_schema() -> None:
    assert "default" not in str(schema_of(Holder))
    assert from_json(Holder, "{}") == Holder()


class Left(BaseModel):
    x: int


class Right(BaseModel):
    y: int


class Sides(BaseModel):
    model_config = ConfigDict(extra="allow")

    side: Left | Right


@pytest.mark.parametrize(
    ("side", "said"),
    [
        ('{"z": 1}', "no class of the union has the field"),
        ("5", "side"),
        ('[{"x": 1}]', "side"),
        ('{"x": "a"}', "side"),
    ],
)
def test_a_value_of_no_class_of_a_union_is_refused(side: str, said: str) -> None:
    with pytest.raises(OutputInvalid, match=said):
        from_json(Sides, f'{{"side": {side}}}')


class Closed(BaseModel):
    side: Left | Right


@pytest.mark.parametrize("side", ["5", "[[]]", '{"x": "a"}', '{"z": 1}'])
def test_a_value_of_no_class_is_refused_by_pydantic_itself(side: str) -> None:
    with pytest.raises(OutputInvalid, match="side"):
        from_json(Closed, f'{{"side": {side}}}')


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ({"$ref": "https://example.com/part.json"}, "leads outside of it: nothing is fetched"),
        ({"type": "override"}, "'override' is not a type of JSON: write one of null, boolean"),
        ({"type": ["string", "text"]}, "is not a type of JSON"),
        ({"type": {}}, "is not a type of JSON"),
        ({"properties": []}, "AttributeError"),
    ],
)
@pytest.mark.parametrize("place", ["the model", "a field", "a part"])
def test_a_schema_that_a_model_makes_invalid_is_refused(
    place: str, extra: dict[str, Any], message: str
) -> None:
    field = Annotated[int, pydantic.WithJsonSchema(extra)]
    config = ConfigDict(json_schema_extra=lambda schema: schema.update(extra))
    model = {
        "the model": pydantic.create_model("Model", __config__=config, part=(int, ...)),
        "a field": pydantic.create_model("Model", part=(field, ...)),
        "a part": pydantic.create_model("Model", part=(dict[str, list[field]], ...)),  # type: ignore[valid-type]
    }[place]
    with pytest.raises(RequestInvalid, match=rf"Model: its JSON Schema is invalid: .*{message}"):
        schema_of(model)
    with pytest.raises(RequestInvalid, match="JSON Schema is invalid"):
        from_json(model, "{}")


def test_a_union_without_a_member_in_json_is_refused() -> None:
    kind = Callable[[int], int] | Callable[[], int]
    with pytest.raises(RequestInvalid, match=r"Model: .* no member of a union has a form in JSON"):
        schema_of(pydantic.create_model("Model", part=(kind, 1)))
    model = pydantic.create_model("Model", part=(kind | int, ...))
    assert from_json(model, '{"part": 3}') == model(part=3)
