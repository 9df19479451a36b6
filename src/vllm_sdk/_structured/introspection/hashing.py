"""What can be an item of a set."""

from __future__ import annotations

from typing import Any

import msgspec

from vllm_sdk._structured.introspection.pydantic_models import ModelShape
from vllm_sdk._structured.shapes.base import Shape
from vllm_sdk._structured.shapes.constraints import Refined
from vllm_sdk._structured.shapes.containers import ListOf, MappingOf, TupleOf
from vllm_sdk._structured.shapes.records import Record
from vllm_sdk._structured.shapes.unions import OneOf


def unhashable(shape: Shape) -> Shape | None:
    """The part of a shape for whose values no set has room, or None."""
    if isinstance(shape, MappingOf):
        return shape
    if isinstance(shape, ListOf) and shape.type in (list, set):
        return shape
    if isinstance(shape, Record | ModelShape):
        made = shape.type if isinstance(shape, Record) else shape.model
        return None if _has_hash(made) else shape
    if isinstance(shape, Refined | OneOf | TupleOf | ListOf):
        return next((found for part in shape.parts() if (found := unhashable(part))), None)
    return None


def _has_hash(type: Any) -> bool:
    """Whether a class's own instances have a hash; what they hold is another question."""
    if issubclass(type, msgspec.Struct):
        config = type.__struct_config__
        return config.frozen or not config.eq
    return type.__hash__ is not None
