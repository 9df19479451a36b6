"""A schema in the manner of a TypeScript type."""

from __future__ import annotations

import enum
import json
import re
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

import pytest
from annotated_types import Ge, Len
from hypothesis import given

from strategies.structured import Kind, kinds
from vllm_sdk import schema_of
from vllm_sdk._structured.schema.instructions import build_instruction
from vllm_sdk._structured.schema.outlines import write_outline


@dataclass
class Stop:
    """A stop
    of a trip."""

    city: str
    nights: Annotated[int, Ge(1), "The number of nights"]


@dataclass
class Trip:
    traveller: Annotated[str, "The name"]
    stops: Annotated[list[Stop], Len(1, 4)]
    kind: Literal["work", "fun"] = "fun"
    back: Stop | None = None
    notes: dict[str, int] = field(default_factory=dict)


@dataclass
class Tree:
    name: str
    children: list[Tree]


def test_a_nested_class() -> None:
    assert build_instruction(Trip) == (
        "Answer with JSON of this type, and nothing else:\n"
        "{\n"
        "  traveller: string  // The name\n"
        "  stops: Stop[]  // minItems: 1; maxItems: 4\n"
        '  kind?: "work" | "fun"\n'
        "  back?: Stop | null\n"
        "  notes?: {\n"
        "    [key: string]: integer\n"
        "  }\n"
        "}\n"
        "type Stop = // A stop of a trip.\n"
        "{\n"
        "  city: string\n"
        "  nights: integer  // The number of nights; minimum: 1\n"
        "}"
    )


def test_a_class_that_refers_to_itself() -> None:
    assert (write_outline(schema_of(Tree)) or "").endswith("children: Tree[]\n}")


@pytest.mark.parametrize(
    ("type", "outline"),
    [
        (int, "integer"),
        (list[int], "integer[]"),
        (list[int | str], "(integer | string)[]"),
        (list[list[int | None]], "(integer | null)[][]"),
        (list[Literal["a", 1]], '("a" | 1)[]'),
        (tuple[int, str], "[integer, string]"),
        (Annotated[Any, "x"], "any"),
        (list[Annotated[Any, "x"]], "any[]"),
        (dict[str, list[bool]], "{\n  [key: string]: boolean[]\n}"),
    ],
)
def test_types(type: Any, outline: str) -> None:
    written = write_outline(schema_of(type)) or ""
    assert re.sub(r"// .*\n", "", written) == outline


@pytest.mark.parametrize(
    ("schema", "outline"),
    [
        ({"type": ["string", "null"], "minLength": 2}, "// minLength: 2\nstring | null"),
        ({"type": "array"}, "any[]"),
        ({"type": "object"}, "{\n  [key: string]: any\n}"),
        ({"type": "object", "additionalProperties": False}, "{}"),
        (
            {"type": "object", "properties": {"a b": {"const": None}}, "title": "T"},
            '{\n  "a b"?: null\n}',
        ),
        (
            {"type": "array", "items": {"type": "number", "description": "a\n price"}},
            "// each: a price\nnumber[]",
        ),
        ({"type": "array", "prefixItems": [True], "items": {"type": "null"}}, "[any, ...null[]]"),
        ({"type": "array", "items": {"oneOf": [{"enum": [1]}, {}]}}, "(1 | any)[]"),
    ],
)
def test_raw_schemas(schema: Any, outline: str) -> None:
    assert write_outline(schema) == outline


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "patternProperties": {"^a": {"type": "string"}}},
        {"type": "array", "items": {"not": {"type": "null"}}},
        {"type": "object", "required": ["a"]},
        {"type": "array", "items": {"$ref": "#"}},
        {"$defs": {"a/b": {"type": "null"}}, "$ref": "#/$defs/a~1b"},
        {"type": "array", "items": False},
        {"$defs": {"A": {"if": True}}, "type": "string"},
    ],
)
def test_what_the_form_cannot_show_is_json_schema(schema: Any) -> None:
    assert write_outline(schema) is None
    compact = json.dumps(schema, separators=(",", ":"))
    assert build_instruction(schema) == (
        f"Answer with JSON of this schema, and nothing else:\n{compact}"
    )


class Level(enum.Enum):
    LOW = "low"
    HIGH = 2


def test_an_enum_shows_its_values() -> None:
    assert write_outline(schema_of(list[Level])) == '("low" | 2)[]'


def list_names(schema: Any) -> set[str]:
    """The names of all properties, and all values of enums, as JSON."""
    if isinstance(schema, list):
        return set().union(*map(list_names, schema))
    if not isinstance(schema, dict):
        return set()
    found = set(schema.get("properties", ()))
    found |= {json.dumps(each, ensure_ascii=False) for each in schema.get("enum", ())}
    inner = [
        *schema.get("properties", {}).values(), *schema.get("$defs", {}).values(),
        schema.get("items"), schema.get("anyOf"), schema.get("prefixItems"),
        schema.get("additionalProperties"),
    ]  # fmt: skip
    return found.union(*map(list_names, inner))


@given(kinds)
def test_every_name_and_value_is_shown(kind: Kind) -> None:
    schema = schema_of(kind.type)
    outline = write_outline(schema)
    if outline is not None:
        assert [name for name in list_names(schema) if name not in outline] == []
