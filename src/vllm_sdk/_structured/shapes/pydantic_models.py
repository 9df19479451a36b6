"""pydantic models, with pydantic's own schema and validation adapted.

The schema is converted to keywords that the grammar back ends support. Validation is strict and
refuses unknown fields, as for other classes. One difference remains: pydantic converts a JSON
number to a `Decimal` through a float.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any, get_origin

import attrs

from vllm_sdk._structured.json_text.parsing import (
    Mismatch,
    Number,
    describe_error,
    is_array,
    is_object,
)
from vllm_sdk._structured.shapes.base import EVERY_KIND, OBJECT, AnyShape, Definitions, Shape
from vllm_sdk._structured.shapes.choices import ChoiceShape, build_key
from vllm_sdk._structured.shapes.patterns import make_search_portable
from vllm_sdk.types import Schema

_DROPPED = {"title", "default", "examples", "discriminator", "deprecated", "readOnly", "writeOnly"}
_SAID = {
    "uniqueItems": "no item twice",
    "multipleOf": "a multiple of {}",
    "format": "format: {}",
    "contentEncoding": "encoded in {}",
    "contentMediaType": "holds {}",
    "propertyNames": "keys: {}",
    "patternProperties": "keys by pattern: {}",
}
"""Keywords that a back end refuses or ignores, and their text in the description."""

_FORMATS = {"email", "ipv6", "hostname", "uri"}
"""Formats that xgrammar and guidance both enforce."""

_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4 = rf"^{_BYTE}\.{_BYTE}\.{_BYTE}\.{_BYTE}$"
"""Pattern of an IPv4 address; xgrammar's own `ipv4` allows leading zeros."""

_BOUNDS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}


@attrs.frozen(eq=False)
class ModelShape(Shape):
    """A pydantic model.

    Attributes:
        model: the model, with its parameters.
        adapter: pydantic's `TypeAdapter` of the model.
        pydantic_schema: the schema that pydantic generates.
    """

    model: Any
    adapter: Any
    pydantic_schema: Schema

    @property
    def kinds(self) -> frozenset[str]:
        """Any kind for a `RootModel`, otherwise an object."""
        is_root = getattr(self.model, "__pydantic_root_model__", False)
        return EVERY_KIND if is_root else frozenset({OBJECT})

    @property
    def is_open(self) -> bool:
        """True if the model allows extra fields."""
        class_ = get_origin(self.model) or self.model
        config = getattr(class_, "model_config", None) or getattr(class_, "__pydantic_config__", {})
        return bool(config.get("extra") == "allow")

    @property
    def expected(self) -> str:
        """The model."""
        return f"a {self.model.__name__}"

    def collect_properties(self) -> Mapping[str, tuple[bool, Shape]] | None:
        """Return by JSON name whether the field is required, and its shape if it is a choice.

        The result is None for a model that accepts any object.
        """
        if self.is_open or self.kinds == EVERY_KIND:
            return None
        schema = self.pydantic_schema
        if reference := schema.get("$ref"):
            schema = schema["$defs"][reference.removeprefix("#/$defs/")]
        required = schema.get("required", ())
        return {
            key: (key in required, _build_choice(part))
            for key, part in schema.get("properties", {}).items()
        }

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return pydantic's schema with the keywords that back ends support."""
        defined = self.pydantic_schema.get("$defs", {})
        names = {name: definitions.add(name, {}) for name in defined}
        for name, schema in defined.items():
            definitions.schemas[names[name]] = adapt_schema(schema, names)
        return adapt_schema({k: v for k, v in self.pydantic_schema.items() if k != "$defs"}, names)

    def read(self, value: Any) -> Any:
        """Build a validated instance."""
        _refuse_duplicates(value)
        try:
            extra = "allow" if self.is_open else "forbid"
            return self.adapter.validate_json(_dump(value), strict=True, extra=extra)
        except sys.modules["pydantic"].ValidationError as error:
            first = error.errors(include_url=False)[0]
            mismatch = Mismatch(f"{self.model.__name__}: {first['msg']}")
            mismatch.steps += _keep_real_steps(value, first["loc"])[::-1]
            raise mismatch from None
        except Exception as error:
            why = f"{self.model.__name__} refuses these values: {describe_error(error)}"
            raise Mismatch(why) from error

    def accepts(self, value: Any) -> bool:
        """Accept an instance of the model itself."""
        return type(value) is (get_origin(self.model) or self.model)

    def write(self, value: Any) -> str:
        """Return pydantic's own JSON."""
        return bytes(self.adapter.dump_json(value, by_alias=True)).decode()


def adapt_schema(schema: Schema, names: Mapping[str, str]) -> Schema:
    """Return a schema with keywords that every back end supports, and its references renamed."""
    adapted: Schema = {}
    notes: list[str] = []
    for keyword, value in schema.items():
        if note := _build_note(keyword, value, schema):
            notes.append(note)
        elif keyword not in _DROPPED:
            adapted["anyOf" if keyword == "oneOf" else keyword] = _adapt_value(
                keyword, value, names
            )
    if adapted.get("format") == "ipv4":
        adapted |= {"pattern": _IPV4}
        del adapted["format"]
    if "properties" in adapted or adapted.get("type") == OBJECT:
        adapted.setdefault("additionalProperties", False)
    if notes:
        adapted["description"] = f"{adapted.get('description', '')} ({'; '.join(notes)})".strip()
    return adapted


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
    return _SAID.get(keyword, "").format(value)


def _adapt_value(keyword: str, value: Any, names: Mapping[str, str]) -> Any:
    """Return a keyword's value with the schemas in it adapted."""
    if keyword == "pattern":
        return make_search_portable(value)
    if keyword == "$ref":
        return f"#/$defs/{names[value.removeprefix('#/$defs/')]}"
    if keyword == "properties":
        return {name: adapt_schema(each, names) for name, each in value.items()}
    if keyword in {"anyOf", "oneOf", "allOf", "prefixItems"}:
        return [adapt_schema(each, names) for each in value]
    if keyword in {"items", "additionalProperties"} and not isinstance(value, bool):
        return adapt_schema(value, names)
    return value


def _build_choice(schema: Schema) -> Shape:
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return ChoiceShape({build_key(value): value for value in values}) if values else AnyShape()


def _refuse_duplicates(value: Any) -> None:
    """Refuse a name that occurs twice: pydantic would keep the last one."""
    AnyShape().read(value)


def _dump(value: Any) -> str:
    """Return a parsed value as JSON, its numbers digit for digit."""
    if isinstance(value, Number):
        return str(value)
    if is_array(value):
        return f"[{','.join(map(_dump, value))}]"
    if is_object(value):
        return f"{{{','.join(f'{json.dumps(key)}:{_dump(item)}' for key, item in value.items())}}}"
    return json.dumps(value)


def _keep_real_steps(value: Any, steps: tuple[str | int, ...]) -> list[str | int]:
    """Return the steps that exist in the value.

    pydantic's path also has the names of union members and of missing fields.
    """
    real: list[str | int] = []
    for step in steps:
        members: dict[Any, Any] = dict(enumerate(value)) if is_array(value) else {}
        members = {**value} if is_object(value) else members
        if step in members:
            value = members[step]
            real.append(step)
    return real
