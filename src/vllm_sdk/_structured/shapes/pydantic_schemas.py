"""JSON Schemas of pydantic, with keywords that the grammar back ends support.

Constraints that no back end enforces, and the title, default and examples of a field, are put into
the description, which the model reads. Marks are keywords of this SDK: the generator adds them for
the reader, and `adapt_schema` removes them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from vllm_sdk._structured.json_text.parsing import is_array, is_object
from vllm_sdk._structured.shapes.base import KINDS, OBJECT
from vllm_sdk._structured.shapes.patterns import make_search_portable
from vllm_sdk.types import Schema

DECIMAL, WIDENED, NAMES, EXTRA = (
    f"x-vllm-sdk-{name}" for name in ("decimal", "widened", "names", "extra")
)
"""Marks: a `Decimal`; a field whose default None widens its type; all names of an object's fields;
what an object's class says about other names ("allow" or "ignore")."""

_DROPPED = {
    DECIMAL, WIDENED, NAMES, EXTRA, "title", "discriminator", "deprecated", "readOnly", "writeOnly",
    "propertyNames", "patternProperties",
}  # fmt: skip
_NOTED = {
    "uniqueItems": "no item twice",
    "multipleOf": "a multiple of {}",
    "format": "format: {}",
    "contentEncoding": "encoded in {}",
    "contentMediaType": "holds {}",
}
"""Keywords that a back end refuses or ignores, and their text in the description."""

_FORMATS = {"email", "ipv6", "hostname", "uri"}
"""Formats that xgrammar and guidance both enforce."""

_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4 = rf"^{_BYTE}\.{_BYTE}\.{_BYTE}\.{_BYTE}$"
"""Pattern of an IPv4 address; xgrammar's own `ipv4` allows leading zeros."""

_BOUNDS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
_UNIONS = {"anyOf", "oneOf", "allOf"}
_SCHEMAS = {*_UNIONS, "prefixItems"}


class InvalidSchema(ValueError):
    """A schema that user code changed into one that no server can read."""


def adapt_schema(schema: Schema, defined: Mapping[str, Schema], names: Mapping[str, str]) -> Schema:
    """Return a schema with keywords that every back end supports.

    Args:
        schema: the schema that pydantic generates.
        defined: its definitions, by pydantic's names.
        names: the names that take the place of pydantic's.

    Raises:
        InvalidSchema: a type is unknown, a union has no member, or a reference leads outside of
            the schema.
    """
    adapter = _Adapter(defined, names)
    return adapter.adapt_schema(schema)


@attrs.frozen
class _Adapter:
    """The adaptation of one schema."""

    defined: Mapping[str, Schema]
    names: Mapping[str, str]

    def adapt(self, schema: Schema | bool) -> Schema | bool:
        """Return a part of the schema, adapted; a boolean may be in its place."""
        return schema if isinstance(schema, bool) else self.adapt_schema(schema)

    def adapt_schema(self, schema: Schema) -> Schema:
        _check_type(schema.get("type", OBJECT))
        adapted: Schema = {}
        notes: list[str] = []
        for keyword, value in schema.items():
            if note := _build_note(keyword, value, schema):
                notes.append(note)
            elif keyword not in _DROPPED and keyword not in {"default", "examples"}:
                adapted["anyOf" if keyword == "oneOf" else keyword] = self._adapt_value(
                    keyword, value
                )
        if adapted.get("format") == "ipv4":
            adapted |= {"pattern": _IPV4}
            del adapted["format"]
        notes += self._adapt_names(schema, adapted)
        if "properties" in adapted:
            adapted.setdefault("additionalProperties", False)
        elif adapted.get("type") == OBJECT and "patternProperties" not in adapted:
            adapted.setdefault("additionalProperties", True)
        if description := _describe(schema, [*notes, *_list_hints(schema)]):
            adapted["description"] = description
        return adapted

    def _adapt_value(self, keyword: str, value: Any) -> Any:
        """Return a keyword's value with the schemas in it adapted."""
        if keyword == "pattern":
            return make_search_portable(value)
        if keyword == "$ref":
            return f"#/$defs/{self._find_name(value)}"
        if keyword == "properties":
            return {name: self.adapt(each) for name, each in value.items()}
        if keyword in _UNIONS and not value:
            raise InvalidSchema("no member of a union has a form in JSON")
        if keyword in _SCHEMAS:
            return [self.adapt(each) for each in value]
        if keyword in {"items", "additionalProperties"}:
            return self.adapt(value)
        return value

    def _find_name(self, reference: str) -> str:
        name = self.names.get(get_definition_name(reference))
        if name is None:
            raise InvalidSchema(f"the $ref {reference!r} leads outside of it: nothing is fetched")
        return name

    def _adapt_names(self, schema: Schema, adapted: Schema) -> Iterator[str]:
        """Constrain the names of an object to those of its keys, or yield them in words."""
        keys = self._resolve(schema.get("propertyNames", {}))
        listed = keys.get("enum", [keys["const"]] if "const" in keys else None)
        if listed and "properties" not in adapted:
            values = adapted.get("additionalProperties", {})
            part: Schema = {} if values is True else values
            adapted["properties"] = dict.fromkeys(listed, part)
            adapted["additionalProperties"] = False
            return
        if keys:
            said = {key: value for key, value in keys.items() if key not in _DROPPED}
            yield f"keys: {said.pop('description', '') or _write(said)}"
        patterns = schema.get("patternProperties", {})
        portable = {make_search_portable(pattern): each for pattern, each in patterns.items()}
        if patterns and None not in portable:
            adapted["patternProperties"] = {key: self.adapt(each) for key, each in portable.items()}
            adapted.setdefault("additionalProperties", False)
        elif patterns:
            yield f"keys that match {' or '.join(patterns)}"
            values = [self.adapt(each) for each in patterns.values()]
            adapted["additionalProperties"] = values[0] if len(values) == 1 else {"anyOf": values}

    def _resolve(self, schema: Any) -> Schema:
        found: Schema = schema if is_object(schema) else {}
        if reference := found.get("$ref"):
            return self._resolve(self.defined.get(get_definition_name(reference)))
        return found


def _check_type(type: Any) -> None:
    names = type if is_array(type) else [type]
    if any(each not in KINDS for each in names):
        raise InvalidSchema(f"{type!r} is not a type of JSON: write one of {', '.join(KINDS)}")


def get_definition_name(reference: str) -> str:
    """Return the name of the definition that a reference of pydantic leads to."""
    return reference.removeprefix("#/$defs/")


def _build_note(keyword: str, value: Any, schema: Schema) -> str:
    """Return the description's text for a keyword that is left out, or "" for one that stays."""
    if keyword == "format" and value in {*_FORMATS, "ipv4"}:
        return ""
    if keyword == "pattern" and make_search_portable(value) is None:
        return f"matches {value}"
    if keyword in _BOUNDS and abs(value) > 2**53:
        return f"{keyword} {value}"
    if keyword in {"minLength", "maxLength"} and schema.keys() & {"pattern", "format"}:
        return f"{keyword} {value}"
    return _NOTED.get(keyword, "").format(value)


def _list_hints(schema: Schema) -> Iterator[str]:
    """Iterate over the default and the examples in words; "nothing" is not worth a word."""
    if (default := schema.get("default")) not in (None, "", [], {}):
        yield f"default: {_write(default)}"
    examples = schema.get("examples")
    if is_array(examples) and examples:
        yield f"examples: {', '.join(map(_write, examples))}"


def _describe(schema: Schema, notes: list[str]) -> str:
    said = [str(schema[key]) for key in ("title", "description") if schema.get(key)]
    note = [f"({'; '.join(notes)})"] if notes else []
    return " ".join([*([": ".join(said)] if said else []), *note])


def _write(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
