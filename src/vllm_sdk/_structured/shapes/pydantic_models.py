"""pydantic models, with pydantic's own schema and validation adapted.

The schema is converted to keywords that the grammar back ends support. Validation is strict and
refuses unknown fields, as for other classes, except in a model that allows or ignores them.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, get_origin

import attrs

from vllm_sdk._structured.json_text.parsing import (
    Mismatch,
    describe_error,
    format_path,
    is_array,
    is_object,
    is_own_mistake,
    parse,
)
from vllm_sdk._structured.shapes.base import EVERY_KIND, OBJECT, AnyShape, Definitions, Shape
from vllm_sdk._structured.shapes.choices import ChoiceShape, build_key
from vllm_sdk._structured.shapes.pydantic_input import InputWriter
from vllm_sdk._structured.shapes.pydantic_output import get_fields, write_dumped
from vllm_sdk._structured.shapes.pydantic_schemas import (
    EXTRA,
    adapt_schema,
    get_definition_name,
)
from vllm_sdk.types import Schema

_CONTEXT: ContextVar[Any] = ContextVar("_CONTEXT", default=None)


@contextmanager
def validation_context(context: Any) -> Generator[None]:
    """Give a context to the validators of pydantic models that are decoded in the block.

    `client.generate(…, returns=Order)` in the block decodes with it, as `from_json(…, context=…)`
    does.

    Args:
        context: any value; validators have it as `info.context`.
    """
    token = _CONTEXT.set(context)
    try:
        yield
    finally:
        _CONTEXT.reset(token)


@attrs.frozen(eq=False)
class ModelShape(Shape):
    """A pydantic model.

    Attributes:
        model: the model, with its parameters.
        adapter: pydantic's `TypeAdapter` of the model.
        pydantic_schema: the schema that pydantic generates, with marks.
        input: the writer of pydantic's input.
        settings: arguments of each validation, which depend on pydantic's version.
    """

    model: Any
    adapter: Any
    pydantic_schema: Schema
    input: InputWriter
    settings: Mapping[str, Any]

    @property
    def kinds(self) -> frozenset[str]:
        """Any kind for a `RootModel`, otherwise an object."""
        is_root = getattr(self.model, "__pydantic_root_model__", False)
        return EVERY_KIND if is_root else frozenset({OBJECT})

    @property
    def is_open(self) -> bool:
        """True if the model takes extra fields, to keep or to ignore them."""
        return EXTRA in self._own_schema

    @property
    def expected(self) -> str:
        """The model."""
        return f"a {self.model.__name__}"

    @property
    def _own_schema(self) -> Schema:
        schema = self.pydantic_schema
        if reference := schema.get("$ref"):
            schema = schema["$defs"][get_definition_name(reference)]
        return schema

    def collect_properties(self) -> Mapping[str, tuple[bool, Shape]] | None:
        """Return by JSON name whether the field is required, and its shape if it is a choice.

        The result is None for a model that accepts any object.
        """
        if self.is_open or self.kinds == EVERY_KIND:
            return None
        schema = self._own_schema
        required = schema.get("required", ())
        return {
            key: (key in required, _build_choice(part))
            for key, part in schema.get("properties", {}).items()
        }

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return pydantic's schema with the keywords that back ends support."""
        defined = self.pydantic_schema.get("$defs", {})
        names = {name: definitions.add(name, {}) for name in defined}
        for name, schema in defined.items():
            definitions.schemas[names[name]] = adapt_schema(schema, defined, names)
        own = {key: value for key, value in self.pydantic_schema.items() if key != "$defs"}
        return adapt_schema(own, defined, names)

    def read(self, value: Any) -> Any:
        """Build a validated instance.

        Any exception of a validator means that it refuses the values. An error without a validator
        is raised as it is.
        """
        text = self.input.write(value)
        try:
            return self.adapter.validate_json(
                text, strict=True, context=_CONTEXT.get(), **self.settings
            )
        except sys.modules["pydantic"].ValidationError as error:
            first = error.errors(include_url=False)[0]
            mismatch = Mismatch(f"{self.model.__name__}: {first['msg']}")
            mismatch.steps += _keep_real_steps(value, first["loc"])[::-1]
            raise mismatch from None
        except RecursionError:
            raise
        except Exception as error:
            if is_own_mistake(error):
                raise
            why = f"{self.model.__name__} refuses these values: {describe_error(error)}"
            raise Mismatch(why) from error

    def accepts(self, value: Any) -> bool:
        """Accept an instance of the model itself."""
        return type(value) is (get_origin(self.model) or self.model)

    def write(self, value: Any) -> str:
        """Return JSON that is read as an equal instance, or raise `TypeError`."""
        try:
            dumped = self.adapter.dump_python(
                value, mode="json", by_alias=False, round_trip=True, warnings=False
            )
            text = write_dumped(value, dumped)
        except (TypeError, ValueError, UnicodeError) as error:
            raise self._build_write_error(str(error)) from error
        try:
            again = self.read(parse(text))
        except Mismatch as mismatch:
            where = format_path(mismatch.steps[::-1])
            why = f"it would be read with an error, {where}: {mismatch.reason}"
            raise self._build_write_error(why) from None
        if again != value:
            names = [
                name
                for name in get_fields(type(value))
                if getattr(again, name, None) != getattr(value, name, None)
            ]
            where = f" in {', '.join(names)}" if names else ""
            raise self._build_write_error(f"it would be read as another value{where}")
        return text

    def _build_write_error(self, why: str) -> TypeError:
        return TypeError(f"this {self.model.__name__} has no JSON that reads back: {why}")


def _build_choice(schema: Schema) -> Shape:
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return ChoiceShape({build_key(value): value for value in values}) if values else AnyShape()


def _keep_real_steps(value: Any, steps: tuple[str | int, ...]) -> list[str | int]:
    """Return the steps that exist in the value.

    pydantic's path also has the names of union members and of missing fields.
    """
    real: list[str | int] = []
    for step in steps:
        members: dict[Any, Any] = dict(enumerate(value)) if is_array(value) else {}
        members = {**value} if is_object(value) else members
        if step in members:
            value = members[step]
            real.append(step)
    return real
