"""The forms in which a schema may be shown to a model."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]
Form: TypeAlias = Callable[[Schema], str]
"""Writes the instruction for an answer of a schema."""

_VALUES: dict[str, Any] = {"string": "text", "integer": 0, "number": 0.5, "boolean": True}


def write_typescript(schema: Schema) -> str:
    """Write a type in the manner of TypeScript, with the descriptions as comments."""
    lines = [
        f"  {name}: {_write_type(part)}{_write_comment(part)}"
        for name, part in schema["properties"].items()
    ]
    joined = "\n".join(lines)
    return f"Answer with JSON of this type, and nothing else:\n{{\n{joined}\n}}"


def write_example(schema: Schema) -> str:
    """Write an example."""
    example = {name: _make_value(part) for name, part in schema["properties"].items()}
    return f"Answer with JSON like this example, and nothing else:\n{json.dumps(example)}"


def write_fields(schema: Schema) -> str:
    """Write a list of the fields with their descriptions."""
    lines = [
        f"- {name}: {part.get('description', '')}".rstrip(": ")
        for name, part in schema["properties"].items()
    ]
    return "\n".join(["Answer with JSON of these fields, and nothing else:", *lines])


def _write_type(part: Schema) -> str:
    if "enum" in part:
        return " | ".join(map(json.dumps, part["enum"]))
    if part["type"] == "array":
        return f"{_write_type(part['items'])}[]"
    return str(part["type"])


def _write_comment(part: Schema) -> str:
    return f"  // {part['description']}" if "description" in part else ""


def _make_value(part: Schema) -> Any:
    if "enum" in part:
        return part["enum"][0]
    if part["type"] == "array":
        return [_make_value(part["items"])]
    return _VALUES[part["type"]]
