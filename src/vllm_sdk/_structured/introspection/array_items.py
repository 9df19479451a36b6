"""A reader of single array items, for items that arrive one by one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vllm_sdk._structured.introspection.shape_builder import build_shape
from vllm_sdk._structured.json_text.parsing import read_json
from vllm_sdk._structured.schema.raw_schemas import JsonSchemaShape
from vllm_sdk._structured.shapes.base import AnyShape, Shape
from vllm_sdk._structured.shapes.constrained import unwrap
from vllm_sdk._structured.shapes.containers import ListShape
from vllm_sdk.errors import OutputInvalid


def build_item_reader(type: Any) -> Callable[[int, str], Any]:
    """Build a function that decodes a single item of an array.

    Args:
        type: a list, set, frozenset or variadic tuple of some type; or a schema, whose items are
            plain JSON.

    Returns:
        A function of the item's index and its JSON text; it raises `OutputInvalid`.

    Raises:
        TypeError: the type does not have items of one type.
    """
    shape = _build_item_shape(type)

    def read(place: int, text: str) -> Any:
        try:
            return read_json(text, shape.read)
        except OutputInvalid as error:
            path = f"$[{place}]{error.path.removeprefix('$')}"
            reason = error.message.removeprefix(f"{error.path}: ")
            raise OutputInvalid(f"{path}: {reason}", path=path, text=text) from error.__cause__

    return read


def _build_item_shape(type: Any) -> Shape:
    shape = unwrap(build_shape(type))
    if isinstance(shape, JsonSchemaShape | AnyShape):
        return AnyShape()
    if not isinstance(shape, ListShape):
        raise TypeError(f"items() needs returns=list[…]: {shape.expected} has no items")
    return shape.items
