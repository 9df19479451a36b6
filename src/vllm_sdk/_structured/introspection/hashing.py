"""Types whose instances can be items of a set."""

from __future__ import annotations

from typing import Any

import msgspec

from vllm_sdk._structured.shapes.base import Shape
from vllm_sdk._structured.shapes.constrained import ConstrainedShape
from vllm_sdk._structured.shapes.containers import ListShape, MappingShape, TupleShape
from vllm_sdk._structured.shapes.pydantic_models import ModelShape
from vllm_sdk._structured.shapes.records import RecordShape
from vllm_sdk._structured.shapes.unions import UnionShape


def find_unhashable(shape: Shape) -> Shape | None:
    """Return the part of a shape whose values are not hashable, or None."""
    if isinstance(shape, MappingShape):
        return shape
    if isinstance(shape, ListShape) and shape.type in (list, set):
        return shape
    if isinstance(shape, RecordShape | ModelShape):
        cls = shape.type if isinstance(shape, RecordShape) else shape.model
        return None if _has_hash(cls) else shape
    if isinstance(shape, ConstrainedShape | UnionShape | TupleShape | ListShape):
        return next(
            (found for part in shape.iter_parts() if (found := find_unhashable(part))), None
        )
    return None


def _has_hash(type: Any) -> bool:
    """Return whether the class defines a hash; its fields may still be unhashable."""
    if issubclass(type, msgspec.Struct):
        config = type.__struct_config__
        return config.frozen or not config.eq
    return type.__hash__ is not None
