"""Structured output, the pure half: a type's JSON Schema, and JSON text as an instance of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, overload

from typing_extensions import TypeForm

from vllm_sdk._structured.introspection.shape_builder import build_shape
from vllm_sdk._structured.json_text.parsing import read_json
from vllm_sdk._structured.json_text.partial_json import Partial
from vllm_sdk._structured.schema.definitions import build_root_schema
from vllm_sdk._structured.shapes.base import Shape, check_and_write
from vllm_sdk._structured.shapes.choices import ChoiceShape
from vllm_sdk._structured.shapes.constrained import ConstrainedShape
from vllm_sdk.types import Schema

__all__ = ["Partial", "choices_of", "from_json", "schema_of", "to_json"]

T = TypeVar("T")


def schema_of(type: Any) -> Schema:
    """The JSON Schema of a type, within what vLLM's grammar back ends enforce.

    Objects are closed, their properties in the order of declaration; fields with a default are
    not required. What xgrammar or guidance would refuse or pass over is said in a description,
    and checked by `from_json`.

    Args:
        type: a dataclass, attrs class, TypedDict, NamedTuple, Enum, Literal, union, container,
            primitive, date or UUID, pydantic model, msgspec Struct, or any of them nested,
            generic or annotated. A dict is taken as a JSON Schema of the dialect that it names,
            2020-12 by default, and stays as it is; `Annotated[Any, schema]` is the same as a
            type, alone or as a part of another one.

    Returns:
        A schema of your own, to change as you like.

    Raises:
        RequestInvalid: the type, or a part of it, has no form in JSON; the message names the part
            and says what to write instead. Or a schema is invalid, or refers to what it does not
            hold: nothing is fetched.
    """
    return build_root_schema(build_shape(type))


@overload
def from_json(type: TypeForm[T], text: str) -> T: ...
@overload
def from_json(type: Mapping[str, Any], text: str) -> Any: ...
def from_json(type: Any, text: str) -> Any:
    """The instance of a type that a JSON text holds.

    Strict: nothing is converted that would lose information, numbers become `Decimal` digit for
    digit, unknown, missing and doubled fields are refused, and constraints are checked.

    Args:
        type: what `schema_of` takes. With a schema (a dict) the answer is plain JSON that the
            schema accepts, its numbers `int` and `float`. Where `choices_of` has choices, a bare
            choice is taken, too.
        text: the model's answer.

    Raises:
        OutputInvalid: the text is not JSON, or not of that type; `.path` says where.
        RequestInvalid: the type has no form in JSON.
    """
    shape = build_shape(type)
    if (choices := _find_choices(shape)) and text in choices:
        return shape.read(text)
    return read_json(text, shape.read)


def to_json(value: Any, type: Any = None) -> str:
    """The JSON text of a value: what `from_json` reads back.

    Args:
        value: an instance.
        type: its type; without, the class of the value.

    Raises:
        TypeError: the value, or a part of it, is not of the type.
        RequestInvalid: the type has no form in JSON.
    """
    return check_and_write(build_shape(value.__class__ if type is None else type), value)


def choices_of(type: Any) -> list[str] | None:
    """The texts of a Literal or Enum of texts, for vLLM's `choice`, which needs no quotes.

    None for every other type, and where a bare text could be misread: one that is empty, begins
    with a quote, or holds a control character.
    """
    return _find_choices(build_shape(type))


def _find_choices(shape: Shape) -> list[str] | None:
    while isinstance(shape, ConstrainedShape):
        if shape.constraints:
            return None
        shape = shape.inner
    if not isinstance(shape, ChoiceShape):
        return None
    values = shape.values
    plain = all(
        isinstance(value, str) and value.isprintable() and value and value[0] != '"'
        for value in values
    )
    return values if plain else None
