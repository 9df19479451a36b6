"""Arguments in which the model wrote JSON text in place of an object or an array."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import pytest

from vllm_sdk._tools import Tool, tool
from vllm_sdk._tools.lenient import unpack_json_texts
from vllm_sdk.errors import OutputInvalid, RequestInvalid


@dataclass
class Node:
    name: str
    price: Decimal = Decimal(0)
    next: Node | None = None


@tool(lenient=True)
def act(
    *,
    node: Node | None = None,
    numbers: list[int] | None = None,
    table: dict[str, list[int]] | None = None,
    pair: tuple[Node, str] | None = None,
    either: Node | str = "",
    how: Literal["a", "b"] = "a",
    count: int = 0,
) -> None:
    """Act."""


def quoted(value: Any) -> str:
    return json.dumps(json.dumps(value))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"node": "{\\"name\\": \\"a\\"}"}', {"node": Node("a")}),
        ('{"node": " {\\"name\\": \\"a\\"} ", "count": 1}', {"node": Node("a"), "count": 1}),
        ('{"node": "{\\"name\\": \\"a\\", \\"price\\": 1.10}"}',
         {"node": Node("a", Decimal("1.10"))}),
        ('{"numbers": "[1, 2]"}', {"numbers": [1, 2]}),
        ('{"numbers": "null"}', {"numbers": None}),
        ('{"table": {"x": "[1]"}}', {"table": {"x": [1]}}),
        ('{"pair": ["{\\"name\\": \\"a\\"}", "{}"]}', {"pair": (Node("a"), "{}")}),
        ('{"pair": "[{\\"name\\": \\"{}\\"}, \\"b\\"]"}', {"pair": (Node("{}"), "b")}),
        ('{"either": "{\\"name\\": \\"a\\"}"}', {"either": '{"name": "a"}'}),
        ('{"node": {"name": "[]"}}', {"node": Node("[]")}),
        (quoted({"node": {"name": "a"}}), {"node": Node("a")}),
        (quoted({"node": json.dumps({"name": "a"})}), {"node": Node("a")}),
        (json.dumps({"node": {"name": "a", "next": json.dumps({"name": "b"})}}),
         {"node": Node("a", next=Node("b"))}),
        ("", {}),
        ("null", {}),
    ],
)  # fmt: skip
def test_json_text_is_read_where_the_schema_wants_an_object(text: str, found: Any) -> None:
    assert act.arguments_of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        '{"node": "{\\"name\\": 1}"}',
        '{"node": "Lyon"}',
        '{"numbers": "7"}',
        '{"numbers": "{}"}',
        '{"count": "1"}',
        '{"node": "{\\"name\\": \\"a\\", \\"name\\": \\"b\\"}"}',
        '{"node": "{}", "node": "{}"}',
        '{"how": "[]"}',
        '{"unknown": "{}"}',
        '"text"',
        "{",
        "[" * 100_000,
    ],
)
def test_what_is_wrong_stays_wrong(text: str) -> None:
    with pytest.raises(OutputInvalid):
        act.arguments_of(text)


def test_an_error_shows_the_place_in_the_inner_text() -> None:
    with pytest.raises(OutputInvalid, match=r"\$\.node\.name: expected a string") as caught:
        act.arguments_of('{"node": "{\\"name\\": 1}"}')
    assert caught.value.path == "$.node.name"


def test_by_default_json_text_is_text() -> None:
    with pytest.raises(OutputInvalid, match="expected"):
        tool(act.function).arguments_of('{"numbers": "[1]"}')


def test_a_raw_tool_is_not_lenient() -> None:
    with pytest.raises(RequestInvalid, match="leave lenient out"):
        tool(lambda text: text, name="raw", raw_arguments=True, lenient=True)


SCHEMA: dict[str, Any] = {
    "type": "object",
    "$defs": {"a/b": {"type": "array"}, "any": True},
    "properties": {
        "referred": {"$ref": "#/$defs/a~1b"},
        "listed": {"type": ["object", "null"]},
        "both": {"allOf": [{"type": ["string", "object"]}, {"type": ["object", "number"]}]},
        "chosen": {"enum": [{"a": 1}, [1], 2.5]},
        "fixed": {"const": {"a": 1}},
        "one": {"oneOf": [{"type": "object"}, {"type": "number"}]},
        "any": {"$ref": "#/$defs/any"},
        "never": False,
        "texts": {"type": "array", "items": {"type": "string"}},
        "places": {"prefixItems": [{"type": "object"}], "items": {"type": "string"}},
        "free": {"type": "array"},
    },
    "patternProperties": {"^x": {"type": "object"}},
    "additionalProperties": {"type": "array"},
}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"referred": "[1]"}, {"referred": [1]}),
        ({"listed": "{}"}, {"listed": {}}),
        ({"both": "{}"}, {"both": {}}),
        ({"chosen": "[1]"}, {"chosen": [1]}),
        ({"fixed": '{"a": 1}'}, {"fixed": {"a": 1}}),
        ({"one": "3"}, {"one": 3}),
        ({"any": "{}"}, {"any": "{}"}),
        ({"any": {"a": "{}"}}, {"any": {"a": "{}"}}),
        ({"never": "{}"}, {"never": "{}"}),
        ({"texts": ["{}"]}, {"texts": ["{}"]}),
        ({"texts": '["{}"]'}, {"texts": ["{}"]}),
        ({"places": ["{}", "{}"]}, {"places": [{}, "{}"]}),
        ({"free": ["{}"]}, {"free": ["{}"]}),
        ({"xy": "{}"}, {"xy": {}}),
        ({"other": "[]"}, {"other": []}),
    ],
)
def test_any_schema_says_where_objects_belong(given: Any, found: Any) -> None:
    assert json.loads(unpack_json_texts(json.dumps(given), SCHEMA)) == found


def test_a_schema_of_the_developer_is_followed() -> None:
    made: Tool[..., Any] = tool(
        lambda **given: given,
        name="search",
        schema={"type": "object", "properties": {"filter": {"type": "object"}}},
        lenient=True,
    )
    assert made.arguments_of('{"filter": "{\\"a\\": 1.5}"}') == {"filter": {"a": 1.5}}
