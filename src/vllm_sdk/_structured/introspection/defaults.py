"""Defaults of fields and parameters: values, pydantic's `Field(…)`, and refused markers."""

from __future__ import annotations

import dataclasses
import inspect
import numbers
import sys
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from typing import Annotated, Any, get_args, get_origin

import attrs

from vllm_sdk._structured.introspection.refusals import build_refusal
from vllm_sdk._structured.shapes.base import AnyShape, DecimalShape, FloatShape, IntShape, Shape
from vllm_sdk._structured.shapes.constrained import unwrap
from vllm_sdk._structured.shapes.containers import ListShape, MappingShape
from vllm_sdk._structured.shapes.formats import FormatShape
from vllm_sdk._structured.shapes.pydantic_fields import is_field, is_pydantic
from vllm_sdk._structured.shapes.pydantic_models import ModelShape
from vllm_sdk._structured.shapes.records import RecordShape, TypedDictShape
from vllm_sdk._structured.shapes.unions import UnionShape

NO_DEFAULT: Any = object()
"""The default of a field without one, or with one that is not known before a value is made."""


@attrs.frozen
class Defaulted:
    """A field or parameter after its default was read.

    Attributes:
        annotation: its annotation, with pydantic's `Field(…)` in it.
        required: True if it has no default.
        default: the value of the default, or `NO_DEFAULT`.
        make: the function that makes the default where Python would pass on a marker, or None.
    """

    annotation: Any
    required: bool
    default: Any = NO_DEFAULT
    make: Callable[[], Any] | None = None


def read_default(annotation: Any, required: bool, default: Any, path: str) -> Defaulted:
    """Read pydantic's `Field(…)` in the place of a default, or in the annotation.

    Raises:
        RequestInvalid: the factory of the default takes arguments.
    """
    if _is_own_field(default):
        annotation = Annotated[annotation, default]
        return _read_field(annotation, default, path)
    if required and get_origin(annotation) is Annotated:
        for item in reversed(get_args(annotation)[1:]):
            if _is_own_field(item) and not item.is_required():
                return _read_field(annotation, item, path)
    return Defaulted(annotation, required, default)


def _is_own_field(value: Any) -> bool:
    return is_field(value) and is_pydantic(value)


def _read_field(annotation: Any, field: Any, path: str) -> Defaulted:
    if field.is_required():
        return Defaulted(annotation, required=True)
    make: Any = field.default_factory
    if make is None:
        default = field.default
        return Defaulted(annotation, required=False, default=default, make=lambda: default)
    if not isinstance(make, type) and any(
        each.default is each.empty and each.kind is each.POSITIONAL_OR_KEYWORD
        for each in inspect.signature(make).parameters.values()
    ):
        raise build_refusal(
            path, "the factory of a default takes arguments in pydantic models only"
        )
    return Defaulted(annotation, required=False, make=make)


def refuse_marker(default: Any, shape: Shape, path: str) -> None:
    """Refuse a default that is a marker of some library instead of a value of the type.

    Python would pass it on as it is. Values of built-in classes, enum members and sentinels, which
    have no state, are taken as they are.

    Raises:
        RequestInvalid: the default is a marker.
    """
    if is_marker(default) or (
        not is_plain(default) and not shape.accepts(default) and not _is_instance(default, shape)
    ):
        raise build_refusal(path, explain_marker(default))


def explain_marker(default: Any) -> str:
    """Return why a marker is refused, and what to write instead."""
    name = f"{type(default).__module__.partition('.')[0]}'s {type(default).__name__}"
    return (
        f"{name} in the place of the default would be passed on as it is: write the value itself, "
        "None, pydantic's Field(…), or what the class's own decorator takes"
    )


def is_marker(default: Any) -> bool:
    """Return whether a default describes a field in a class of another kind."""
    module, name = type(default).__module__, type(default).__name__
    return (
        default is ...
        or isinstance(default, dataclasses.Field)
        or is_field(default)
        or (
            module.partition(".")[0] in {"attr", "attrs", "msgspec"}
            and name in {"_CountingAttr", "Factory", "Field"}
        )
    )


def is_plain(default: Any) -> bool:
    """Return whether a default is a value that Python has, or a sentinel."""
    root = type(default).__module__.partition(".")[0]
    return (
        default is NO_DEFAULT
        or isinstance(default, Enum | type)
        or root in sys.stdlib_module_names
        or root == "typing_extensions"
        or not _has_state(default)
    )


def _has_state(value: Any) -> bool:
    slots = [name for cls in type(value).__mro__ for name in _list_slots(cls)]
    return bool(getattr(value, "__dict__", None)) or any(hasattr(value, name) for name in slots)


def _list_slots(cls: type) -> list[str]:
    slots = cls.__dict__.get("__slots__", ())
    names = [slots] if isinstance(slots, str) else list(slots)
    return [name for name in names if name not in {"__dict__", "__weakref__"}]


def _is_instance(default: Any, shape: Shape) -> bool:  # noqa: PLR0911 -- one line for each kind
    """Return whether a default has a class of the shape, for example a subclass."""
    shape = unwrap(shape)
    if isinstance(shape, UnionShape):
        return any(_is_instance(default, member) for member in shape.members)
    if isinstance(shape, AnyShape):
        return True
    if isinstance(shape, IntShape | FloatShape | DecimalShape):
        return isinstance(default, numbers.Number)
    if isinstance(shape, ListShape):
        return isinstance(default, Collection)
    if isinstance(shape, MappingShape | TypedDictShape):
        return isinstance(default, Mapping)
    if isinstance(shape, RecordShape):
        return isinstance(default, shape.type) if isinstance(shape.type, type) else False
    if isinstance(shape, FormatShape):
        return isinstance(default, shape.type)
    return isinstance(shape, ModelShape) and isinstance(
        default, get_origin(shape.model) or shape.model
    )
