"""The arguments of a function as one closed JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from vllm_sdk._structured.introspection.shape_builder import build_shape
from vllm_sdk._structured.json_text.parsing import read_json
from vllm_sdk._structured.schema.definitions import build_root_schema
from vllm_sdk._structured.schema.raw_schemas import build_json_schema_shape
from vllm_sdk._structured.shapes.base import Shape, check_and_write
from vllm_sdk._structured.shapes.constrained import ConstrainedShape
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
        required: whether it has no default.
        description: what it is, where its annotation does not say so.
    """

    name: str
    type: Any
    required: bool
    description: str = ""


@attrs.frozen(eq=False)
class Arguments:
    """What a function takes, as JSON.

    Attributes:
        schema: the JSON Schema of the object.
    """

    schema: Schema
    _shape: Shape

    @classmethod
    def from_parameters(cls, function: str, parameters: Iterable[Parameter]) -> Arguments:
        """The arguments of a function with these parameters.

        Raises:
            RequestInvalid: a parameter's type has no form in JSON; the message names both.
        """
        record = TypedDictShape(dict, function)
        for each in parameters:
            shape = _build_parameter_shape(each, f"{function}({each.name})")
            record.fields[each.name] = Field(each.name, each.name, each.name, shape, each.required)
        return cls(build_root_schema(record), record)

    @classmethod
    def from_schema(cls, schema: Schema) -> Arguments:
        """Arguments that stay plain JSON, under a schema that is given.

        Raises:
            RequestInvalid: the schema is invalid, or refers to what it does not hold.
        """
        return cls(schema, build_json_schema_shape(schema))

    def decode(self, text: str) -> dict[str, Any]:
        """The arguments that a JSON text holds, by name.

        No text at all stands for no arguments, as it does for vLLM, of a function without any:
        a call may have been cut off before its arguments.

        Raises:
            OutputInvalid: not JSON, or not these arguments; `.path` says where.
        """
        if not text.strip():
            if self.schema.get("properties"):
                raise OutputInvalid("$: no arguments came: write {} for none", text=text)
            text = "{}"
        found: dict[str, Any] = read_json(text, self._shape.read)
        return found

    def encode(self, arguments: Mapping[str, Any]) -> str:
        """The JSON text of arguments: what `from_json` reads back.

        Raises:
            TypeError: an argument is missing, unknown or not of its type.
        """
        return check_and_write(self._shape, dict(arguments))


def _build_parameter_shape(parameter: Parameter, path: str) -> Shape:
    try:
        shape = build_shape(parameter.type)
    except RequestInvalid as error:
        raise RequestInvalid(f"{path}: {error.message}") from None
    if not parameter.description or (isinstance(shape, ConstrainedShape) and shape.description):
        return shape
    return constrain(shape, [parameter.description])
