"""pydantic's generator of JSON Schemas, with this room's formats and marks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any, ClassVar

from vllm_sdk._structured.introspection.defaults import explain_marker, is_marker, is_plain
from vllm_sdk._structured.introspection.pydantic_keys import constrain_names
from vllm_sdk._structured.shapes import formats
from vllm_sdk._structured.shapes.pydantic_output import get_fields
from vllm_sdk._structured.shapes.pydantic_schemas import DECIMAL, EXTRA, NAMES, WIDENED
from vllm_sdk.types import Schema


class UnsupportedField(Exception):
    """A field that has only an `AliasPath`, a marker as its default, or a type without fields."""


@cache
def build_generator() -> Any:  # noqa: C901 -- one method for each kind of schema
    """Build the schema generator for pydantic.

    The back ends' own `date-time` has a 61st second. A `Decimal` is a number: as a string it
    could be any text. Classes are closed unless they say otherwise. Titles are only those that
    somebody wrote.
    """
    base: Any = import_module("pydantic.json_schema").GenerateJsonSchema
    bare: Any = import_module("pydantic").BaseModel
    unserializable: Any = import_module("pydantic_core").PydanticSerializationError

    class Generator(base):  # type: ignore[misc]
        ignored_warning_kinds: ClassVar = {"skipped-choice", "non-serializable-default"}

        def field_title_should_be_set(self, _: Any) -> bool:
            return False

        def encode_default(self, default: Any) -> Any:
            if formats.DURATION.accepts(default):
                return formats.DURATION.to_text(default)
            if isinstance(default, Decimal):
                return float(default)
            try:
                return base.encode_default(self, default)
            except UnicodeDecodeError as error:  # pragma: no cover - of pydantic before 2.12
                raise unserializable(str(error)) from None

        def decimal_schema(self, schema: Any) -> Schema:
            alternatives: Schema = base.decimal_schema(self, schema)
            number: Schema = next(iter(alternatives.get("anyOf", [alternatives])))
            return number | {DECIMAL: True}

        def date_schema(self, _: Any) -> Schema:
            return formats.DATE.json_schema

        def time_schema(self, schema: Any) -> Schema:
            return _choose_zone(formats.TIME, schema)

        def datetime_schema(self, schema: Any) -> Schema:
            return _choose_zone(formats.DATETIME, schema)

        def timedelta_schema(self, _: Any) -> Schema:
            return formats.DURATION.json_schema

        def uuid_schema(self, _: Any) -> Schema:
            return formats.UNIQUE_ID.json_schema

        def enum_schema(self, schema: Any) -> Schema:
            return _drop_own_title(base.enum_schema(self, schema), schema["cls"])

        def dict_schema(self, schema: Any) -> Schema:
            return self._constrain_names(base.dict_schema(self, schema), schema)

        def ordered_dict_schema(self, schema: Any) -> Schema:
            return self._constrain_names(base.ordered_dict_schema(self, schema), schema)

        def counter_schema(self, schema: Any) -> Schema:
            return self._constrain_names(base.counter_schema(self, schema), schema)

        def _constrain_names(self, found: Schema, schema: Any) -> Schema:
            core = schema.get("keys_schema", {"type": "any"})
            return constrain_names(found, core, self.generate_inner(core), self._follow)

        def _follow(self, schema: Schema) -> Schema:
            reference = schema.get("$ref")
            known = self.get_schema_from_definitions(reference) if reference else schema
            return known or schema

        def default_schema(self, schema: Any) -> Schema:
            default = schema.get("default")
            is_value = is_plain(default) or hasattr(default.__class__, "model_fields")
            if is_marker(default) or not (is_value or self._can_encode(default)):
                raise UnsupportedField(explain_marker(default))
            found: Schema = base.default_schema(self, schema)
            if schema.get("default", ...) is not None or self._accepts_null(found):
                return found
            found.pop("default", None)
            return {"anyOf": [found, {"type": "null"}], "default": None, WIDENED: True}

        def _can_encode(self, default: Any) -> bool:
            try:
                base.encode_default(self, default)
            except Exception:  # noqa: BLE001 -- of pydantic's core, which may not be imported here
                return False
            return True

        def _accepts_null(self, schema: Schema) -> bool:
            if reference := schema.get("$ref"):
                known = self.get_schema_from_definitions(reference)
                return known is not None and self._accepts_null(known)
            branches = [
                *schema.get("anyOf", ()),
                *schema.get("oneOf", ()),
                *schema.get("allOf", ()),
            ]
            if branches:
                return any(map(self._accepts_null, branches))
            if "enum" in schema or "const" in schema:
                return None in schema.get("enum", [schema.get("const", "")])
            return bool(schema.get("type", "null") == "null")

        def model_fields_schema(self, schema: Any) -> Schema:
            return _note_names(base.model_fields_schema(self, schema), schema["fields"].items())

        def dataclass_args_schema(self, schema: Any) -> Schema:
            fields = ((each["name"], each) for each in schema["fields"])
            return _note_names(base.dataclass_args_schema(self, schema), fields)

        def typed_dict_schema(self, schema: Any) -> Schema:
            found = _note_names(base.typed_dict_schema(self, schema), schema["fields"].items())
            cls = schema.get("cls")
            said = getattr(cls, "__pydantic_config__", {}).get("extra")
            behavior = schema.get("extra_behavior")  # "ignore" if nobody says anything
            return _note_extra(found, cls, said or (behavior if behavior == "allow" else None))

        def model_schema(self, schema: Any) -> Schema:
            if schema["cls"] is bare:
                raise UnsupportedField("BaseModel holds nothing: write a class of your own")
            found = base.model_schema(self, schema)
            return _note_config(found, schema["cls"], schema["cls"].model_config)

        def dataclass_schema(self, schema: Any) -> Schema:
            found = base.dataclass_schema(self, schema)
            cls = schema["cls"]
            return _note_config(found, cls, getattr(cls, "__pydantic_config__", {}))

    return Generator


def _choose_zone(either: formats.FormatShape, schema: Any) -> Schema:
    aware, naive = formats.ZONE_VARIANTS[either.type]
    return {"aware": aware, "naive": naive}.get(schema.get("tz_constraint"), either).json_schema


def _note_names(found: Schema, fields: Any) -> Schema:
    names: list[str] = []
    for name, field in fields:
        alias = field.get("validation_alias", name)
        own = list(_iter_names(alias))
        if not any(flat for _, flat in own):
            raise UnsupportedField(
                f"the field {name!r} has only the AliasPath {alias!r}, which is no name that a "
                "model can be shown: give it a text as its alias, or AliasChoices with a text"
            )
        names += [each for each, _ in own]
    return found | {NAMES: names}


def _iter_names(alias: Any) -> Iterator[tuple[str, bool]]:
    """Iterate over the names in an alias, and whether each is the whole alias."""
    if isinstance(alias, str):
        yield alias, True
    elif isinstance(alias[0], list):
        for path in alias:
            yield path[0], len(path) == 1
    else:
        yield alias[0], False


def _note_config(found: Schema, cls: Any, config: Any) -> Schema:
    config = config or {}
    if config.get("populate_by_name") or config.get("validate_by_name"):
        found = found | {NAMES: [*found.get(NAMES, ()), *get_fields(cls)]}
    return _note_extra(found, cls, config.get("extra"))


def _note_extra(found: Schema, cls: Any, extra: Any) -> Schema:
    found = _drop_own_title(found, cls)
    if "properties" not in found:
        return found
    if extra == "allow":
        return {"additionalProperties": True} | found | {EXTRA: extra}
    said = {EXTRA: extra} if extra == "ignore" else {}
    return found | {"additionalProperties": False} | said


def _drop_own_title(found: Schema, cls: Any) -> Schema:
    """Remove the title that is only the name of the class."""
    if found.get("title") == getattr(cls, "__name__", None):
        found.pop("title", None)
    return found
