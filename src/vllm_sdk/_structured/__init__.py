"""Structured output without I/O: JSON Schemas of types, and JSON text to and from their instances.

Sub-packages:
    shapes: one class per kind of type, with its JSON Schema, reader and writer.
    introspection: the shapes of Python types, of function signatures and of array items.
    schema: complete JSON Schemas, schemas that users give, and the instruction for the model.
    json_text: parsing without loss, positions and excerpts, and parsing of partial text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, overload

from typing_extensions import TypeForm

from vllm_sdk._structured.introspection.shape_builder import build_shape
from vllm_sdk._structured.json_text.choice_text import read_choice
from vllm_sdk._structured.json_text.parsing import read_json
from vllm_sdk._structured.json_text.partial_json import Partial
from vllm_sdk._structured.schema.definitions import build_root_schema
from vllm_sdk._structured.shapes.base import Shape, check_and_write
from vllm_sdk._structured.shapes.choices import ChoiceShape
from vllm_sdk._structured.shapes.constrained import ConstrainedShape
from vllm_sdk._structured.shapes.pydantic_models import validation_context
from vllm_sdk.types import Schema

__all__ = ["Partial", "choices_of", "from_json", "schema_of", "to_json", "validation_context"]

T = TypeVar("T")


def schema_of(type: Any) -> Schema:
    """Return the JSON Schema of a type, limited to what vLLM's grammar back ends enforce.

    Objects are closed. Their properties are in the order of declaration. Fields with a default
    are not required. Constraints that xgrammar or guidance would refuse or ignore are in a
    description, and `from_json` checks them.

    Args:
        type: a dataclass, attrs class, TypedDict, NamedTuple, Enum, Literal, union, container,
            primitive, date or UUID, pydantic model, msgspec Struct, or any of them nested,
            generic or annotated. A dict is a JSON Schema of the dialect that it names, 2020-12
            by default, and is returned unchanged; True is the schema of any JSON.
            `Annotated[Any, schema]` is the same as a type, alone or as a part of another one.

    Returns:
        A new dict, which the caller may change.

    Raises:
        RequestInvalid: the type, or a part of it, has no form in JSON; the message names the part
            and says what to write instead. Or a schema is invalid, or has a reference that leads
            outside of it: nothing is fetched.
    """
    return build_root_schema(build_shape(type))


@overload
def from_json(type: TypeForm[T], text: str, *, context: Any = None) -> T: ...
@overload
def from_json(type: Mapping[str, Any] | bool, text: str, *, context: Any = None) -> Any: ...
def from_json(type: Any, text: str, *, context: Any = None) -> Any:
    """Return the instance of a type that a JSON text describes.

    Decoding is strict: a conversion that would lose information is refused, numbers become
    `Decimal` digit for digit, unknown, missing and duplicate fields are refused, and
    constraints are checked.

    Args:
        type: a type or schema, as `schema_of` takes it. With a schema (a dict) the result is
            plain JSON that the schema accepts, with numbers as `int` and `float`. If
            `choices_of` returns choices, the text may be a bare choice.
        text: the model's output; white space around it is ignored.
        context: the validation context of pydantic models; their validators have it as
            `info.context`. Default: the one of `validation_context`, or None.

    Raises:
        OutputInvalid: the text is not JSON, not of that type, or not a choice; `.path` says where.
        RequestInvalid: the type has no form in JSON.
    """
    shape = build_shape(type)
    if context is not None:
        with validation_context(context):
            return from_json(type, text)
    if choices := _find_choices(shape):
        return read_choice(text, choices, shape.read)
    return read_json(text, shape.read)


def to_json(value: Any, type: Any = None) -> str:
    """Return the JSON text of a value, which `from_json` reads back.

    Args:
        value: an instance.
        type: its type; the class of the value by default.

    A pydantic model is written with the names, numbers and texts that its schema has, and without
    computed fields. It is read again: a value whose JSON would be read as another one, such as that
    of a `SecretStr` or of a field with `exclude`, is refused.

    Raises:
        TypeError: the value, or a part of it, is not of the type, or has no JSON that reads back.
        RequestInvalid: the type has no form in JSON.
    """
    return check_and_write(build_shape(value.__class__ if type is None else type), value)


def choices_of(type: Any) -> list[str] | None:
    """Return the choices of a Literal or Enum of texts, for vLLM's `choice`, which needs no quotes.

    The result is None for every other type, and if a bare text would be ambiguous: an empty one,
    one that begins with a quote, or one with a control character.
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
