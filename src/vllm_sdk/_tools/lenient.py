"""Arguments in which the model wrote JSON text in place of an object or an array.

Weak models write `{"filter": "{}"}`, or quote the arguments as a whole. Only a text that the schema
refuses is read as JSON: if any branch of the schema takes a string, the text stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from vllm_sdk._structured.json_text.parsing import (
    DuplicateNames,
    find_offset,
    is_array,
    is_object,
    name_kind,
    parse,
)
from vllm_sdk._structured.shapes.base import ARRAY, EVERY_KIND, INTEGER, NUMBER, OBJECT, STRING
from vllm_sdk.errors import OutputInvalid
from vllm_sdk.types import Schema

_EDIT = tuple[list[str | int], str]
"""The steps to a string, and the JSON text to write in its place."""


def unpack_json_texts(text: str, schema: Schema) -> str:
    """Return arguments in which JSON texts are replaced by the objects and arrays that they hold.

    Args:
        text: The arguments, as the model wrote them. A text that is not JSON is returned unchanged.
        schema: The JSON Schema of the arguments.
    """
    try:
        return _Unpacker(schema).unpack(text, [schema])
    except (OutputInvalid, RecursionError):
        return text  # decoding says what is wrong with it


class _Unpacker:
    """Finds JSON texts by the schema's side."""

    def __init__(self, root: Schema) -> None:
        """Keep the schema that references are followed in."""
        self._root = root

    def unpack(self, text: str, schemas: list[Any]) -> str:
        """Return a JSON text in which the JSON texts are replaced."""
        edits = list(self._find_edits(parse(text), schemas, []))
        for steps, inner in reversed(edits):
            start = find_offset(text, steps)
            _, end = _DECODER.raw_decode(text, start)
            text = f"{text[:start]}{inner}{text[end:]}"
        return text

    def _find_edits(
        self, value: Any, schemas: list[Any], steps: list[str | int]
    ) -> Iterator[_EDIT]:
        if type(value) is str:
            if (inner := self._read_text(value, schemas)) is not None:
                yield steps, inner
        elif is_array(value):
            for index, item in enumerate(value):
                yield from self._find_edits(item, self._list_items(schemas, index), [*steps, index])
        elif is_object(value) and not isinstance(value, DuplicateNames):
            for name, item in value.items():
                yield from self._find_edits(item, self._list_members(schemas, name), [*steps, name])

    def _read_text(self, text: str, schemas: list[Any]) -> str | None:
        """Return the JSON in a text, or None if the schema takes the text itself."""
        kinds = frozenset[str]().union(*(self._find_kinds(each) for each in schemas))
        if not schemas or STRING in kinds or not kinds & {OBJECT, ARRAY}:
            return None
        try:
            kind = name_kind(parse(text))
        except OutputInvalid:
            return None
        if kind in kinds or (kind == INTEGER and NUMBER in kinds):
            return self.unpack(text, schemas).strip()
        return None

    def _find_kinds(self, schema: Any) -> frozenset[str]:
        """Return the kinds of values that a schema may take."""
        if not is_object(schema):
            return EVERY_KIND if schema else frozenset()
        kinds = EVERY_KIND
        if "type" in schema:
            stated = schema["type"]
            kinds = frozenset([stated] if isinstance(stated, str) else stated)
        for keyword in ("anyOf", "oneOf"):
            if keyword in schema:
                kinds &= frozenset[str]().union(*map(self._find_kinds, schema[keyword]))
        for part in [*schema.get("allOf", ()), *self._follow(schema)]:
            kinds &= self._find_kinds(part)
        if "enum" in schema or "const" in schema:
            values = parse(json.dumps(schema.get("enum", [schema.get("const")])))
            kinds &= {name_kind(value) for value in values}
        return kinds

    def _follow(self, schema: Schema) -> Iterator[Any]:
        """Yield the schema that a reference leads to, if there is one."""
        if "$ref" not in schema:
            return
        found: Any = self._root
        for step in schema["$ref"].removeprefix("#").split("/")[1:]:
            found = found[step.replace("~1", "/").replace("~0", "~")]
        yield found

    def _iter_branches(self, schemas: Iterable[Any]) -> Iterator[Schema]:
        """Yield schemas and all that apply to the same value."""
        for schema in schemas:
            if is_object(schema):
                yield schema
                parts = (schema.get(keyword, ()) for keyword in ("anyOf", "oneOf", "allOf"))
                for part in parts:
                    yield from self._iter_branches(part)
                yield from self._iter_branches(self._follow(schema))

    def _list_members(self, schemas: list[Any], name: str) -> list[Any]:
        """Return the schemas of a member of an object."""
        found: list[Any] = []
        for branch in self._iter_branches(schemas):
            stated = [
                part
                for pattern, part in branch.get("patternProperties", {}).items()
                if re.search(pattern, name)
            ]
            if name in branch.get("properties", {}):
                stated.append(branch["properties"][name])
            if not stated and "additionalProperties" in branch:
                stated.append(branch["additionalProperties"])
            found += stated
        return found

    def _list_items(self, schemas: list[Any], index: int) -> list[Any]:
        """Return the schemas of an item of an array."""
        found: list[Any] = []
        for branch in self._iter_branches(schemas):
            prefix = branch.get("prefixItems", ())
            if index < len(prefix):
                found.append(prefix[index])
            elif "items" in branch:
                found.append(branch["items"])
        return found


_DECODER = json.JSONDecoder(strict=False)
