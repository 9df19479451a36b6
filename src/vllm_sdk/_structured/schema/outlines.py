"""A schema in the manner of a TypeScript type, which models follow better than JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, cast

from vllm_sdk._structured.json_text.parsing import is_array, is_object

_INDENT = "  "

_SHAPE = frozenset(
    {
        "$defs", "$ref", "additionalProperties", "anyOf", "const", "enum", "items", "oneOf",
        "prefixItems", "properties", "required", "type",
    }
)  # fmt: skip
"""Keywords that the type itself shows."""

_NOTES = (
    "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties",
    "maxProperties", "default",
)  # fmt: skip
"""Keywords that a comment shows."""

_KNOWN = _SHAPE | {*_NOTES, "description", "title", "$schema"}

_REFERENCE = re.compile(r"#/\$defs/([A-Za-z_$][\w$]*)")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")


class _Inexpressible(Exception):
    """The schema says something for which the form has no words."""


def write_outline(schema: Any) -> str | None:
    """Write a schema as a type, and the types that it refers to.

    Descriptions and limits are comments. A description is on one line.

    Args:
        schema: A JSON Schema.

    Returns:
        The text; None if the schema has a keyword that the form can't show.
    """
    definitions: dict[str, Any] = schema.get("$defs", {}) if is_object(schema) else {}
    try:
        parts = [_write_with_comment(schema)]
        parts += [
            f"type {name} = {_write_with_comment(each)}" for name, each in definitions.items()
        ]
    except _Inexpressible:
        return None
    return "\n".join(parts)


def _write_with_comment(schema: Any) -> str:
    """Write a type after the comment on it."""
    notes = list(_list_notes(schema))
    comment = f"// {'; '.join(notes)}\n" if notes else ""
    return f"{comment}{_write_type(schema, '')}"


def _write_type(schema: Any, indent: str) -> str:
    """Write a type; its lines after the first have the indent."""
    if schema is True or schema == {}:
        return "any"
    if not is_object(schema) or not _KNOWN.issuperset(schema):
        raise _Inexpressible
    if "$ref" in schema:
        return _write_reference(schema["$ref"])
    if (members := _write_members_of_union(schema, indent)) is not None:
        return " | ".join(members)
    kind = schema.get("type", "any")
    if kind == "object":
        return _write_object(schema, indent)
    return _write_array(schema, indent) if kind == "array" else str(kind)


def _write_members_of_union(schema: dict[str, Any], indent: str) -> list[str] | None:
    """Write the values or the types that a schema lists; None if it lists none."""
    if "const" in schema:
        return [_write_value(schema["const"])]
    if "enum" in schema:
        return [_write_value(each) for each in schema["enum"]]
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            return [_write_type(each, indent) for each in schema[keyword]]
    kinds = schema.get("type")
    if is_array(kinds):
        return [_write_type({**schema, "type": each}, indent) for each in kinds]
    return None


def _write_reference(reference: Any) -> str:
    found = _REFERENCE.fullmatch(str(reference))
    if found is None:
        raise _Inexpressible
    return found[1]


def _write_array(schema: dict[str, Any], indent: str) -> str:
    if "prefixItems" in schema:
        items = [_write_type(each, indent) for each in schema["prefixItems"]]
        rest = schema.get("items", True)
        if rest is not False:
            items.append(f"...{_write_items(rest, indent)}")
        return f"[{', '.join(items)}]"
    return _write_items(schema.get("items", True), indent)


def _write_items(schema: Any, indent: str) -> str:
    item = _write_type(schema, indent)
    return f"({item})[]" if is_object(schema) and _is_union(schema) else f"{item}[]"


def _is_union(schema: dict[str, Any]) -> bool:
    return not schema.keys().isdisjoint({"anyOf", "enum", "oneOf"}) or is_array(schema.get("type"))


def _write_object(schema: dict[str, Any], indent: str) -> str:
    properties: dict[str, Any] = schema.get("properties", {})
    required: list[str] = schema.get("required", [])
    rest = schema.get("additionalProperties", True)
    if set(required) - set(properties):
        raise _Inexpressible
    lines = [
        _write_member(name if _NAME.fullmatch(name) else _write_value(name), part, indent,
                      mark="" if name in required else "?")
        for name, part in properties.items()
    ]  # fmt: skip
    if rest is not False and (rest is not True or not properties):
        lines.append(_write_member("[key: string]", rest, indent))
    return "\n".join(["{", *lines, f"{indent}}}"]) if lines else "{}"


def _write_member(name: str, schema: Any, indent: str, *, mark: str = "") -> str:
    """Write a line, or more, for a member; the comment ends the first."""
    deeper = indent + _INDENT
    written = f"{deeper}{name}{mark}: {_write_type(schema, deeper)}"
    notes = "; ".join(_list_notes(schema))
    first, line_break, others = written.partition("\n")
    return f"{first}  // {notes}{line_break}{others}" if notes else written


def _list_notes(schema: Any) -> Iterator[str]:
    """Yield what a comment says of a type, and of the items of an array in it."""
    if not is_object(schema):
        return
    if description := schema.get("description"):
        yield " ".join(str(description).split())
    for keyword in _NOTES:
        if keyword in schema:
            yield f"{keyword}: {_write_value(schema[keyword])}"
    for part in ("anyOf", "oneOf", "prefixItems"):
        for each in cast("list[Any]", schema.get(part, [])):
            yield from _list_notes(each)
    if "items" in schema:
        for note in _list_notes(schema["items"]):
            yield f"each: {note}"


def _write_value(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
