"""Quoted annotations are evaluated in the scopes that Python would use."""

from __future__ import annotations

import datetime as dt
import functools
import typing
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, NamedTuple

import annotated_types as at
import attrs
import msgspec
import pytest

from vllm_sdk import tool
from vllm_sdk._structured import from_json, schema_of
from vllm_sdk.errors import RequestInvalid


@dataclass
class Item:
    """The module's item."""

    wrong: int


@dataclass
class Order:
    @dataclass
    class Item:
        name: str

    Count = Annotated[int, at.Ge(-7)]

    items: list[Item]
    count: Count = 1
    date: date | None = None


@attrs.frozen
class Attrs:
    @attrs.frozen
    class Part:
        size: int

    part: Part


class Struct(msgspec.Struct):
    class Part(msgspec.Struct):
        size: int

    part: Part


class Named(NamedTuple):
    part: Order.Item


@dataclass
class Inherited(Order):
    more: int = 0


def test_a_class_sees_what_it_has() -> None:
    text = '{"items": [{"name": "tea"}], "count": 2, "date": "2020-01-02"}'
    assert from_json(Order, text) == Order([Order.Item("tea")], 2, dt.date(2020, 1, 2))
    assert schema_of(Order)["properties"]["count"]["minimum"] == -7
    assert from_json(Inherited, text).items == [Order.Item("tea")]
    assert from_json(Attrs, '{"part": {"size": 1}}') == Attrs(Attrs.Part(1))
    assert from_json(Struct, '{"part": {"size": 1}}') == Struct(Struct.Part(1))
    assert typing.get_type_hints(Named)["part"] is Order.Item
    assert from_json(Named, '{"part": {"name": "a"}}') == Named(Order.Item("a"))


def test_a_class_in_a_function_sees_the_local_names() -> None:
    @dataclass
    class Leaf:
        size: int

    @dataclass
    class Tree:
        leaves: list[Leaf]
        trees: list[Tree] = field(default_factory=list)

    assert from_json(Tree, '{"leaves": [{"size": 1}], "trees": [{"leaves": []}]}') == Tree(
        [Leaf(1)], [Tree([])]
    )


def make_lost() -> Any:
    @dataclass
    class Leaf:
        size: int

    @dataclass
    class Tree:
        leaf: Leaf

    return Tree


def test_a_name_of_a_function_that_ended_is_not_found() -> None:
    with pytest.raises(RequestInvalid, match="'Leaf', which is not to be found"):
        schema_of(make_lost())


class Shop:
    @dataclass
    class Item:
        name: str

    def buy(self, item: Item, count: int = 1) -> str:
        return f"{count} {item.name}"

    @classmethod
    def sell(cls, item: Item) -> str:
        return f"{cls.__name__}: {item.name}"

    @staticmethod
    def show(item: Item) -> str:
        return item.name

    @tool
    def decorated(self, item: Item) -> str:
        return item.name

    def __call__(self, item: Item) -> str:
        return item.name


class Stall(Shop):
    pass


@pytest.mark.parametrize(
    "function",
    [
        Shop().buy,
        Stall().buy,
        Shop.sell,
        Stall.sell,
        Shop.show,
        Shop(),
        functools.partial(Shop().buy, count=2),
    ],
    ids=["method", "inherited", "class", "inherited class", "static", "callable", "partial"],
)
def test_a_method_sees_the_names_of_its_class(function: Any) -> None:
    found = tool(function, name="shop").arguments_of('{"item": {"name": "tea"}}')
    assert found == {"item": Shop.Item("tea")}


def test_a_decorated_method_sees_the_names_of_its_class() -> None:
    assert Shop().decorated.arguments_of('{"item": {"name": "a"}}') == {"item": Shop.Item("a")}


def test_a_function_in_a_function_sees_the_local_names() -> None:
    @dataclass
    class Local:
        size: int

    late: Any

    @tool
    def measure(local: Local) -> int:
        return local.size

    def closed(local: Local) -> Any:
        return Local(local.size), late

    assert measure.arguments_of('{"local": {"size": 1}}') == {"local": Local(1)}
    assert tool(closed).arguments_of('{"local": {"size": 1}}') == {"local": Local(1)}
    late = closed


def make_closed() -> Any:
    @dataclass
    class Local:
        size: int

    def measure(local: Local) -> Any:
        return Local(local.size)

    class Scale:
        def measure(self, local: Local) -> int:
            return local.size

    return measure, Scale().measure


def test_a_closure_keeps_its_names() -> None:
    closed, lost = make_closed()
    assert tool(closed).arguments_of('{"local": {"size": 1}}')["local"].size == 1
    with pytest.raises(RequestInvalid, match="'Local', which is not to be found"):
        tool(lost)


def test_a_function_of_no_module_sees_its_own_names() -> None:
    scope: dict[str, Any] = {"Item": Item, "__name__": "nowhere"}
    exec("def show(item: 'Item'): return item", scope)  # noqa: S102
    assert tool(scope["show"]).arguments_of('{"item": {"wrong": 1}}') == {"item": Item(1)}
