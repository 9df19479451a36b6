"""The shapes of pydantic models, if pydantic is installed."""

from __future__ import annotations

import re
import sys
from typing import Any, get_origin

from vllm_sdk._structured.introspection.pydantic_generator import UnsupportedField, build_generator
from vllm_sdk._structured.introspection.pydantic_keys import UnsupportedKeys
from vllm_sdk._structured.introspection.refusals import build_refusal
from vllm_sdk._structured.json_text.parsing import describe_error, is_array, is_object
from vllm_sdk._structured.schema.definitions import build_root_schema
from vllm_sdk._structured.shapes.pydantic_input import InputWriter
from vllm_sdk._structured.shapes.pydantic_models import ModelShape
from vllm_sdk._structured.shapes.pydantic_schemas import EXTRA

LOWEST = (2, 11)
"""Lowest version of pydantic with which models are tested."""

_EXTRA_BY_CALL = (2, 12)
"""The version since which a validation takes `extra`."""


def is_model(type: Any) -> bool:
    """Return whether a class is a pydantic model or dataclass, without importing pydantic."""
    pydantic = sys.modules.get("pydantic")
    return pydantic is not None and (
        issubclass(type, pydantic.BaseModel) or "__pydantic_validator__" in vars(type)
    )


def build_model_shape(type: Any, path: str) -> ModelShape:
    """Build the shape of a model."""
    pydantic = sys.modules["pydantic"]
    version = _parse_version(pydantic.VERSION)
    if version < LOWEST:
        raise build_refusal(
            path,
            f"pydantic {pydantic.VERSION} is too old: install pydantic "
            f"{'.'.join(map(str, LOWEST))} or newer, or write a dataclass",
        )
    if type in (pydantic.BaseModel, pydantic.RootModel):
        raise build_refusal(path, f"{type.__name__} holds nothing: write a class of your own")
    try:
        if issubclass(get_origin(type) or type, pydantic.BaseModel):
            type.model_rebuild()  # its error names an undefined name, TypeAdapter's does not
        adapter = pydantic.TypeAdapter(type)
        schema = adapter.json_schema(schema_generator=build_generator())
    except (UnsupportedField, UnsupportedKeys) as unsupported:
        raise build_refusal(path, str(unsupported)) from None
    except Exception as error:
        why = str(error).partition("\n")[0].rstrip(".")
        raise build_refusal(path, f"pydantic has no schema for it: {why}") from error
    # A class may say that it takes other names. What a call says is for all classes.
    by_call = version >= _EXTRA_BY_CALL and not _has_mark(schema, EXTRA)
    settings: dict[str, Any] = {"by_alias": True} | ({"extra": "forbid"} if by_call else {})
    shape = ModelShape(type, adapter, schema, InputWriter(schema, not by_call), settings)
    _refuse_invalid(shape, path)
    return shape


def _refuse_invalid(shape: ModelShape, path: str) -> None:
    """Refuse a schema that `json_schema_extra` or `WithJsonSchema` made unreadable for servers."""
    try:
        build_root_schema(shape)
    except Exception as error:
        raise build_refusal(path, f"its JSON Schema is invalid: {describe_error(error)}") from error


def _parse_version(text: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", text)[:2]))


def _has_mark(schema: Any, mark: str) -> bool:
    if is_object(schema):
        return mark in schema or any(_has_mark(part, mark) for part in schema.values())
    return is_array(schema) and any(_has_mark(part, mark) for part in schema)
