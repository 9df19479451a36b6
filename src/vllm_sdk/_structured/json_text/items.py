"""The items of an array, read one by one as they come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vllm_sdk._structured.introspection.shape_builder import shape_of
from vllm_sdk._structured.json_text.text import read_text
from vllm_sdk._structured.schema.raw_schemas import Schemed
from vllm_sdk._structured.shapes.base import Anything, Shape
from vllm_sdk._structured.shapes.constraints import bare
from vllm_sdk._structured.shapes.containers import ListOf
from vllm_sdk.errors import OutputInvalid


def item_reader(type: Any) -> Callable[[int, str], Any]:
    """What decodes a single item of an array.

    Args:
        type: a list, set, frozenset or variadic tuple of some type; or a schema, of which the items
            are plain JSON.

    Returns:
        A function of the item's place and its JSON text; it raises `OutputInvalid`.

    Raises:
        TypeError: the type has no items that are alike.
    """
    shape = _items_of(type)

    def read(place: int, text: str) -> Any:
        try:
            return read_text(text, shape.read)
        except OutputInvalid as error:
            path = f"$[{place}]{error.path.removeprefix('$')}"
            reason = error.message.removeprefix(f"{error.path}: ")
            raise OutputInvalid(f"{path}: {reason}", path=path, text=text) from error.__cause__

    return read


def _items_of(type: Any) -> Shape:
    shape = bare(shape_of(type))
    if isinstance(shape, Schemed | Anything):
        return Anything()
    if not isinstance(shape, ListOf):
        raise TypeError(f"items() needs returns=list[…]: {shape.expected} has no items")
    return shape.items
