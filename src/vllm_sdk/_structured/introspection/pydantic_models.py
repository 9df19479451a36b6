"""pydantic's models, where pydantic is installed: its own schema and validation, adapted.

Its schema is brought into what the grammar back ends take; its validation runs in strict mode and
refuses unknown fields, as this room does. One thing it does in its own way: a JSON number becomes
a `Decimal` by way of a float.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, get_origin

import attrs

from vllm_sdk._structured.introspection.refusals import refusal
from vllm_sdk._structured.json_text.text import Mismatch, Number, is_array, is_object, reason_of
from vllm_sdk._structured.shapes import formats
from vllm_sdk._structured.shapes.base import EVERY_KIND, OBJECT, Anything, Definitions, Shape
from vllm_sdk._structured.shapes.choices import Choice, key_of
from vllm_sdk._structured.shapes.patterns import portable_search
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
"""Keywords that a back end refuses or passes over, and how the description says them."""

_FORMATS = {"email", "ipv6", "hostname", "uri"}
"""Formats that xgrammar and guidance both enforce."""

_BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4 = rf"^{_BYTE}\.{_BYTE}\.{_BYTE}\.{_BYTE}$"
"""xgrammar's own idea of it has leading zeros."""

_BOUNDS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}


def is_model(type: Any) -> bool:
    """Whether a class is a model or dataclass of pydantic's; pydantic is not imported for that."""
    pydantic = sys.modules.get("pydantic")
    return pydantic is not None and (
        issubclass(type, pydantic.BaseModel) or "__pydantic_validator__" in vars(type)
    )


def model_shape(type: Any, path: str) -> ModelShape:
    """The shape of a model."""
    pydantic = sys.modules["pydantic"]
    if type in (pydantic.BaseModel, pydantic.RootModel):
        raise refusal(path, f"{type.__name__} holds nothing: write a class of your own")
    try:
        if issubclass(get_origin(type) or type, pydantic.BaseModel):
            type.model_rebuild()  # says which name is not defined, where TypeAdapter does not
        adapter = pydantic.TypeAdapter(type)
        stated = adapter.json_schema(schema_generator=_generator())
    except Exception as error:
        why = str(error).partition("\n")[0].rstrip(".")
        raise refusal(path, f"pydantic has no schema for it: {why}") from error
    return ModelShape(type, adapter, stated)


@attrs.frozen(eq=False)
class ModelShape(Shape):
    """A pydantic model.

    Attributes:
        model: the model, with its parameters.
        adapter: what pydantic makes of it.
        stated: its schema, as pydantic states it.
    """

    model: Any
    adapter: Any
    stated: Schema

    @property
    def kinds(self) -> frozenset[str]:
        """An object, but for a `RootModel`."""
        is_root = getattr(self.model, "__pydantic_root_model__", False)
        return EVERY_KIND if is_root else frozenset({OBJECT})

    @property
    def open(self) -> bool:
        """Whether the model asks for further fields."""
        class_ = get_origin(self.model) or self.model
        config = getattr(class_, "model_config", None) or getattr(class_, "__pydantic_config__", {})
        return bool(config.get("extra") == "allow")

    @property
    def expected(self) -> str:
        """The model."""
        return f"a {self.model.__name__}"

    def signature(self) -> Mapping[str, tuple[bool, Shape]] | None:
        """By JSON name: whether the field is required, and its shape where it is a choice.

        None for a model that any object may be of.
        """
        if self.open or self.kinds == EVERY_KIND:
            return None
        schema = self.stated
        if reference := schema.get("$ref"):
            schema = schema["$defs"][reference.removeprefix("#/$defs/")]
        required = schema.get("required", ())
        return {
            key: (key in required, _choice(stated))
            for key, stated in schema.get("properties", {}).items()
        }

    def schema(self, definitions: Definitions) -> Schema:
        """Pydantic's schema in the back ends' words."""
        defined = self.stated.get("$defs", {})
        names = {name: definitions.add(name, {}) for name in defined}
        for name, schema in defined.items():
            definitions.schemas[names[name]] = adapted(schema, names)
        return adapted({k: v for k, v in self.stated.items() if k != "$defs"}, names)

    def read(self, value: Any) -> Any:
        """A validated instance."""
        _refuse_doubled(value)
        try:
            extra = "allow" if self.open else "forbid"
            return self.adapter.validate_json(_text(value), strict=True, extra=extra)
        except sys.modules["pydantic"].ValidationError as error:
            first = error.errors(include_url=False)[0]
            mismatch = Mismatch(f"{self.model.__name__}: {first['msg']}")
            mismatch.steps += _real_steps(value, first["loc"])[::-1]
            raise mismatch from None
        except Exception as error:
            why = f"{self.model.__name__} refuses these values: {reason_of(error)}"
            raise Mismatch(why) from error

    def holds(self, value: Any) -> bool:
        """An instance of the model itself."""
        return type(value) is (get_origin(self.model) or self.model)

    def write(self, value: Any) -> str:
        """As pydantic writes it."""
        return bytes(self.adapter.dump_json(value, by_alias=True)).decode()


@cache
def _generator() -> Any:
    """What pydantic writes its schemas with, with the forms of this room for dates and the like.

    The back ends' own idea of `date-time` has a 61st second, and a `Decimal` is a number: as a
    string it could be any text.
    """
    base: Any = import_module("pydantic.json_schema").GenerateJsonSchema

    class Generator(base):  # type: ignore[misc]
        def decimal_schema(self, schema: Any) -> Schema:
            stated: Schema = base.decimal_schema(self, schema)
            return next(iter(stated.get("anyOf", [stated])))

        def date_schema(self, _: Any) -> Schema:
            return formats.DATE.stated

        def time_schema(self, schema: Any) -> Schema:
            return _zoned(formats.CLOCK, schema)

        def datetime_schema(self, schema: Any) -> Schema:
            return _zoned(formats.MOMENT, schema)

        def timedelta_schema(self, _: Any) -> Schema:
            return formats.DURATION.stated

        def uuid_schema(self, _: Any) -> Schema:
            return formats.UNIQUE_ID.stated

    return Generator


def _zoned(either: formats.Format, schema: Any) -> Schema:
    aware, naive = formats.ZONED[either.type]
    return {"aware": aware, "naive": naive}.get(schema.get("tz_constraint"), either).stated


def adapted(schema: Schema, names: Mapping[str, str]) -> Schema:
    """A schema in words that every back end takes, its references renamed."""
    kept: Schema = {}
    notes: list[str] = []
    for keyword, value in schema.items():
        if note := _note(keyword, value, schema):
            notes.append(note)
        elif keyword not in _DROPPED:
            kept["anyOf" if keyword == "oneOf" else keyword] = _within(keyword, value, names)
    if kept.get("format") == "ipv4":
        kept |= {"pattern": _IPV4}
        del kept["format"]
    if "properties" in kept or kept.get("type") == OBJECT:
        kept.setdefault("additionalProperties", False)
    if notes:
        kept["description"] = f"{kept.get('description', '')} ({'; '.join(notes)})".strip()
    return kept


def _note(keyword: str, value: Any, schema: Schema) -> str:
    """What the description says in place of a keyword; nothing for one that stays."""
    if keyword == "format" and value in {*_FORMATS, "ipv4"}:
        return ""
    if keyword == "pattern" and portable_search(value) is None:
        return f"matches {value}"
    if keyword in _BOUNDS and abs(value) > 2**53:
        return f"{keyword} {value}"
    if keyword in {"minLength", "maxLength"} and schema.keys() & {"pattern", "format"}:
        return f"{keyword} {value}"
    return _SAID.get(keyword, "").format(value)


def _within(keyword: str, value: Any, names: Mapping[str, str]) -> Any:
    """A keyword's value, with the schemas in it adapted."""
    if keyword == "pattern":
        return portable_search(value)
    if keyword == "$ref":
        return f"#/$defs/{names[value.removeprefix('#/$defs/')]}"
    if keyword == "properties":
        return {name: adapted(each, names) for name, each in value.items()}
    if keyword in {"anyOf", "oneOf", "allOf", "prefixItems"}:
        return [adapted(each, names) for each in value]
    if keyword in {"items", "additionalProperties"} and not isinstance(value, bool):
        return adapted(value, names)
    return value


def _choice(stated: Schema) -> Shape:
    values = stated.get("enum", [stated["const"]] if "const" in stated else [])
    return Choice({key_of(value): value for value in values}) if values else Anything()


def _refuse_doubled(value: Any) -> None:
    """Refuse a name that occurs twice: pydantic would keep the last one."""
    Anything().read(value)


def _text(value: Any) -> str:
    """A parsed value as JSON again, its numbers digit for digit."""
    if isinstance(value, Number):
        return str(value)
    if is_array(value):
        return f"[{','.join(map(_text, value))}]"
    if is_object(value):
        return f"{{{','.join(f'{json.dumps(key)}:{_text(item)}' for key, item in value.items())}}}"
    return json.dumps(value)


def _real_steps(value: Any, steps: tuple[str | int, ...]) -> list[str | int]:
    """The steps that exist in the value: pydantic's also name unions' members and what lacks."""
    real: list[str | int] = []
    for step in steps:
        members: dict[Any, Any] = dict(enumerate(value)) if is_array(value) else {}
        members = {**value} if is_object(value) else members
        if step in members:
            value = members[step]
            real.append(step)
    return real
