"""The arguments of a function as one closed JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from vllm_sdk._structured.introspection.defaults import (
    NO_DEFAULT,
    Defaulted,
    read_default,
    refuse_marker,
)
from vllm_sdk._structured.introspection.shape_builder import build_shape, widen
from vllm_sdk._structured.json_text.parsing import read_json
from vllm_sdk._structured.schema.definitions import build_root_schema
from vllm_sdk._structured.schema.raw_schemas import build_json_schema_shape
from vllm_sdk._structured.shapes.base import Shape, check_and_write
from vllm_sdk._structured.shapes.constraints import constrain
from vllm_sdk._structured.shapes.records import Field, TypedDictShape
from vllm_sdk.errors import OutputInvalid, RequestInvalid
from vllm_sdk.types import Schema


@attrs.frozen
class Parameter:
    """A parameter of a function.

    Attributes:
        name: its name, in Python and in JSON.
        type: its annotation, evaluated.
        required: True if it has no default.
        description: its description in the docstring.
        default: its default, if it has one.
    """

    name: str
    type: Any
    required: bool
    description: str = ""
    default: Any = NO_DEFAULT


@attrs.frozen(eq=False)
class Arguments:
    """The arguments of a function, as JSON.

    Attributes:
        schema: the JSON Schema of the object.
    """

    schema: Schema
    _shape: Shape

    @classmethod
    def from_parameters(cls, function: str, parameters: Iterable[Parameter]) -> Arguments:
        """Build the arguments of a function with these parameters.

        Raises:
            RequestInvalid: a parameter's type has no form in JSON; the message names both.
        """
        record = TypedDictShape(dict, function)
        for each in parameters:
            path = f"{function}({each.name})"
            found = read_default(each.type, each.required, each.default, path)
            shape = _build_parameter_shape(each, found, path)
            record.fields[each.name] = Field(
                each.name, each.name, each.name, shape, found.required, found.make
            )
        return cls(build_root_schema(record), record)

    @classmethod
    def from_schema(cls, schema: Schema) -> Arguments:
        """Build arguments that stay plain JSON, with the schema that is given.

        Raises:
            RequestInvalid: the schema is invalid, or has a reference that leads outside of it.
        """
        return cls(schema, build_json_schema_shape(schema))

    def decode(self, text: str) -> dict[str, Any]:
        """Return the arguments in a JSON text, by name.

        An empty text, or null, means no arguments if none is required.

        Raises:
            OutputInvalid: not JSON, or not these arguments; `.path` says where.
        """
        if text.strip() in {"", "null"}:
            if names := self.schema.get("required"):
                wanted = ", ".join(names)
                raise OutputInvalid(
                    f"$: no arguments came: write an object with {wanted}", text=text
                )
            text = "{}"
        found: dict[str, Any] = read_json(text, self._shape.read)
        return found

    def encode(self, arguments: Mapping[str, Any]) -> str:
        """Return the JSON text of arguments, which `decode` reads back.

        Raises:
            TypeError: an argument is missing, unknown or not of its type.
        """
        return check_and_write(self._shape, dict(arguments))


def _build_parameter_shape(parameter: Parameter, found: Defaulted, path: str) -> Shape:
    try:
        shape = widen(build_shape(found.annotation), found.default)
    except RequestInvalid as error:
        raise RequestInvalid(f"{path}: {error.message}") from None
    refuse_marker(found.default, shape, path)
    return constrain(shape, [parameter.description]) if parameter.description else shape
