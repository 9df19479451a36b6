"""The shapes of pydantic models, if pydantic is installed."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from typing import Any, get_origin

from vllm_sdk._structured.introspection.refusals import build_refusal
from vllm_sdk._structured.shapes import formats
from vllm_sdk._structured.shapes.pydantic_models import ModelShape
from vllm_sdk.types import Schema


def is_model(type: Any) -> bool:
    """Return whether a class is a pydantic model or dataclass, without importing pydantic."""
    pydantic = sys.modules.get("pydantic")
    return pydantic is not None and (
        issubclass(type, pydantic.BaseModel) or "__pydantic_validator__" in vars(type)
    )


def build_model_shape(type: Any, path: str) -> ModelShape:
    """Build the shape of a model."""
    pydantic = sys.modules["pydantic"]
    if type in (pydantic.BaseModel, pydantic.RootModel):
        raise build_refusal(path, f"{type.__name__} holds nothing: write a class of your own")
    try:
        if issubclass(get_origin(type) or type, pydantic.BaseModel):
            type.model_rebuild()  # its error names an undefined name, TypeAdapter's does not
        adapter = pydantic.TypeAdapter(type)
        schema = adapter.json_schema(schema_generator=_build_generator())
    except Exception as error:
        why = str(error).partition("\n")[0].rstrip(".")
        raise build_refusal(path, f"pydantic has no schema for it: {why}") from error
    return ModelShape(type, adapter, schema)


@cache
def _build_generator() -> Any:
    """Build the schema generator for pydantic, with this room's formats for dates and times.

    The back ends' own `date-time` has a 61st second. A `Decimal` is a number: as a string it
    could be any text.
    """
    base: Any = import_module("pydantic.json_schema").GenerateJsonSchema

    class Generator(base):  # type: ignore[misc]
        def decimal_schema(self, schema: Any) -> Schema:
            alternatives: Schema = base.decimal_schema(self, schema)
            return next(iter(alternatives.get("anyOf", [alternatives])))

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

    return Generator


def _choose_zone(either: formats.FormatShape, schema: Any) -> Schema:
    aware, naive = formats.ZONE_VARIANTS[either.type]
    return {"aware": aware, "naive": naive}.get(schema.get("tz_constraint"), either).json_schema
