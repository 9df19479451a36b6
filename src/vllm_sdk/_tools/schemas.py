"""Composition of schemas: definitions move to the outer schema, and references follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from vllm_sdk._structured.json_text.parsing import is_array, is_object
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import Schema

_BY_NAME = {"properties", "patternProperties", "dependentSchemas", "$defs", "definitions"}
_VALUES = {"enum", "const", "default", "examples", "required", "type"}
_PLACES = ("#/$defs/", "#/definitions/")


def check_references(name: str, schema: Schema) -> None:
    """Refuse references that can't follow when the schema becomes part of another one.

    Raises:
        RequestInvalid: A reference leads elsewhere than to the schema's own definitions.
    """
    known = {
        f"#/{place}/{each}" for place in ("$defs", "definitions") for each in schema.get(place, {})
    }
    for reference in _find_references(schema):
        if reference != "#" and reference not in known:
            raise RequestInvalid(
                f"{name}: the schema refers to {reference!r}: refer to '#/$defs/…' only, "
                "and put the definition there."
            )


def hoist_references(schema: Mapping[str, Any]) -> Schema:
    """Return a schema in which each reference leads to a definition of its own.

    Some generators refer to another place, such as `#/properties/home`. What such a reference leads
    to becomes a definition. A reference that leads nowhere is not changed.
    """
    moved: dict[str, str] = {}
    definitions: dict[str, Schema] = {**schema.get("$defs", {})}

    def rename(reference: str) -> str:
        if reference == "#" or re.fullmatch(r"#/(\$defs|definitions)/[^/]+", reference):
            return reference
        if reference not in moved:
            target = _follow_pointer(schema, reference)
            if target is None:
                return reference
            name = f"part_{len(definitions) + 1}"
            while name in definitions:
                name += "_"
            moved[reference] = f"#/$defs/{name}"
            definitions[name] = {}  # its own references may lead back to it
            definitions[name] = _rewrite(target, rename)
        return moved[reference]

    body: Schema = _rewrite({**schema}, rename)
    return (
        {**body, "$defs": {**body.get("$defs", {}), **_pick(definitions, moved)}} if moved else body
    )


def _pick(definitions: dict[str, Schema], moved: Mapping[str, str]) -> dict[str, Schema]:
    names = {reference.rpartition("/")[2] for reference in moved.values()}
    return {name: schema for name, schema in definitions.items() if name in names}


def _follow_pointer(schema: Any, reference: str) -> Any:
    """Return what a JSON pointer leads to inside a schema, or None."""
    if not reference.startswith("#/"):
        return None
    found = schema
    for step in unquote(reference[2:]).split("/"):
        name = step.replace("~1", "/").replace("~0", "~")
        if is_array(found) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
        elif is_object(found) and name in found:
            found = found[name]
        else:
            return None
    return found if is_object(found) else None


class SchemaComposer:
    """A composer of one schema from several.

    Attributes:
        definitions: The definitions of all parts, by names that do not clash.
    """

    def __init__(self) -> None:
        """Begin without definitions."""
        self.definitions: dict[str, Schema] = {}

    def add(self, name: str, schema: Schema) -> Schema:
        """Add a schema, store its definitions under new names, and return the part to insert.

        Args:
            name: The beginning of the new names.
            schema: The schema, which is not changed.
        """
        body = {key: value for key, value in schema.items() if key not in {"$defs", "definitions"}}
        names: dict[str, str] = {}
        moved: list[tuple[str, Schema]] = []
        for place in _PLACES:
            for each, defined in schema.get(place[2:-1], {}).items():
                names[f"{place}{each}"] = free = self._reserve_name(f"{name}_{each}")
                moved.append((free, defined))
        if any(reference == "#" for reference in _find_references(schema)):
            names["#"] = free = self._reserve_name(name)
            moved.append((free, body))

        def rename(reference: str) -> str:
            return f"#/$defs/{names[reference]}"

        for free, defined in moved:
            self.definitions[free] = _rewrite(defined, rename)
        if "#" in names:
            return {"$ref": rename("#")}
        found: Schema = _rewrite(body, rename)
        return found

    def compose(self, schema: Schema) -> Schema:
        """Return the outer schema, with the definitions of all its parts."""
        return {**schema, "$defs": self.definitions} if self.definitions else schema

    def _reserve_name(self, name: str) -> str:
        number, free = 1, name
        while free in self.definitions:
            number += 1
            free = f"{name}_{number}"
        self.definitions[free] = {}
        return free


def _rewrite(schema: Any, rename: Callable[[str], str]) -> Any:
    if is_array(schema):
        return [_rewrite(each, rename) for each in schema]
    if not is_object(schema):
        return schema
    found: Schema = {}
    for key, value in schema.items():
        if key == "$ref":
            found[key] = rename(value)
        elif key in _BY_NAME and is_object(value):
            found[key] = {name: _rewrite(each, rename) for name, each in value.items()}
        else:
            found[key] = value if key in _VALUES else _rewrite(value, rename)
    return found


def _find_references(schema: Schema) -> Iterator[str]:
    found: list[str] = []

    def note(reference: str) -> str:
        found.append(reference)
        return reference

    _rewrite(schema, note)
    return iter(found)
