"""The forms in which a schema may be shown to a model."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]
Form: TypeAlias = Callable[[Schema], str]
"""Writes the instruction for an answer of a schema."""

_VALUES: dict[str, Any] = {"string": "text", "integer": 0, "number": 0.5, "boolean": True}


def write_json_schema(schema: Schema) -> str:
    """Write compact JSON Schema."""
    compact = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
    return f"Answer with JSON of this schema, and nothing else:\n{compact}"


def write_example(schema: Schema) -> str:
    """Write an example."""
    example = _make_value(schema, schema)
    return f"Answer with JSON like this example, and nothing else:\n{json.dumps(example)}"


def write_fields(schema: Schema) -> str:
    """Write a list of the fields with their descriptions."""
    lines = _list_fields(schema, schema, "")
    return "\n".join(["Answer with JSON of these fields, and nothing else:", *lines])


def _list_fields(part: Schema, schema: Schema, indent: str) -> list[str]:
    """Write a line for each field, and below it the fields of what it holds."""
    lines: list[str] = []
    for name, field in part["properties"].items():
        lines.append(f"{indent}- {name}: {field.get('description', '')}".rstrip(": "))
        inner = _resolve(field.get("items", field), schema)
        if "properties" in inner:
            lines += _list_fields(inner, schema, f"{indent}  ")
    return lines


def _resolve(part: Schema, schema: Schema) -> Schema:
    """Follow a reference."""
    if "$ref" not in part:
        return part
    found: Schema = schema["$defs"][part["$ref"].rpartition("/")[2]]
    return found


def _make_value(part: Schema, schema: Schema) -> Any:
    part = _resolve(part, schema)
    if "enum" in part:
        return part["enum"][0]
    if "properties" in part:
        return {name: _make_value(each, schema) for name, each in part["properties"].items()}
    if part["type"] == "array":
        return [_make_value(part["items"], schema)]
    return _VALUES[part["type"]]
