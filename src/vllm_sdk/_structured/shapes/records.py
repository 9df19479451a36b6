"""Classes with named fields of any kind, as closed JSON objects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from vllm_sdk._structured.json_text.parsing import (
    Mismatch,
    abbreviate,
    describe_error,
    is_object,
    is_own_mistake,
    parse,
)
from vllm_sdk._structured.shapes.base import (
    OBJECT,
    Definable,
    Definitions,
    Shape,
    check_and_write,
    quote,
    require_unique_names,
)
from vllm_sdk._structured.shapes.choices import ChoiceShape
from vllm_sdk._structured.shapes.constrained import without_descriptions
from vllm_sdk.types import Schema


@attrs.frozen(eq=False)
class Field:
    """A field of a class.

    Attributes:
        attribute: its name in Python.
        parameter: its name in the constructor's call.
        key: its name in JSON.
        shape: the shape of its value.
        required: True if it has no default.
        make: the function that makes the default where Python would pass on a marker, or None.
    """

    attribute: str
    parameter: str
    key: str
    shape: Shape
    required: bool
    make: Callable[[], Any] | None = None


@attrs.frozen
class _ReadPlan:
    """The lookup tables for reading an object, built when the first object is read.

    Attributes:
        readers: by JSON name, the parameter (empty for a tag) and the shape.
        required: the names of required fields, in their order.
        makers: by parameter, the functions that make defaults.
    """

    readers: dict[str, tuple[str, Shape]]
    required: dict[str, None]
    makers: dict[str, Callable[[], Any]]


@attrs.define(eq=False)
class RecordShape(Definable):
    """A class with named fields.

    Attributes:
        type: the class, without its parameters.
        name: its name, with its parameters.
        description: the summary of its docstring, or empty.
        fields: its fields by their JSON names; filled when they are known, as a class may be
            recursive.
        tag: a field that only identifies the class, as a msgspec Struct can have.
        computed: the attributes that instances compare, and that construction may set to another
            value.
    """

    type: Callable[..., Any]
    name: str
    description: str = ""
    fields: dict[str, Field] = attrs.field(factory=dict[str, Field])
    tag: tuple[str, ChoiceShape] | None = None
    computed: tuple[str, ...] = ()
    _plan: _ReadPlan | None = None
    _kinds = frozenset({OBJECT})

    @property
    def expected(self) -> str:
        """The class."""
        return f"an object ({self.name})"

    def iter_parts(self) -> Iterator[Shape]:
        """Iterate over the shapes of its fields."""
        return (field.shape for field in self.fields.values())

    def iter_required_parts(self) -> Iterator[Shape]:
        """Iterate over the shapes of its required fields."""
        return (field.shape for field in self.fields.values() if field.required)

    def collect_properties(self) -> Mapping[str, tuple[bool, Shape]]:
        """Return by JSON name whether the field is required, and its shape."""
        fields = {key: (field.required, field.shape) for key, field in self.fields.items()}
        return ({self.tag[0]: (True, self.tag[1])} if self.tag else {}) | fields

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return its schema, or a reference to it."""
        return definitions.refer(self)

    def build_own_schema(self, definitions: Definitions) -> Schema:
        """Return the schema of a closed object with its properties in the order of declaration."""
        properties = self.collect_properties()
        schema: Schema = {"type": OBJECT}
        if self.description:
            schema["description"] = self.description
        schema["properties"] = {
            key: shape.build_schema(definitions) for key, (_, shape) in properties.items()
        }
        if required := [key for key, (required, _) in properties.items() if required]:
            schema["required"] = required
        return schema | {"additionalProperties": False}

    def read(self, value: Any) -> Any:
        """Build an instance; refuse unknown and missing fields."""
        if not is_object(value):
            raise self.build_mismatch(value)
        members = require_unique_names(value)
        plan = self._plan or self._build_plan()
        given: dict[str, Any] = {}
        for key, item in members.items():
            if key not in plan.readers:
                self._refuse_unknown(key)
            parameter, shape = plan.readers[key]
            try:
                found = shape.read(item)
            except Mismatch as mismatch:
                mismatch.steps.append(key)
                raise
            if parameter:
                given[parameter] = found
        if not plan.required.keys() <= members.keys():
            missing = next(key for key in plan.required if key not in members)
            raise Mismatch(f"the field {missing!r} of {self.name} is missing")
        for parameter, make in plan.makers.items():
            if parameter not in given:
                given[parameter] = make()
        return self._build_instance(given)

    def _build_plan(self) -> _ReadPlan:
        parameters = {key: field.parameter for key, field in self.fields.items()}
        properties = self.collect_properties()
        self._plan = _ReadPlan(
            {
                key: (parameters.get(key, ""), without_descriptions(shape))
                for key, (_, shape) in properties.items()
            },
            {key: None for key, (required, _) in properties.items() if required},
            {each.parameter: each.make for each in self.fields.values() if each.make},
        )
        return self._plan

    def _build_instance(self, given: dict[str, Any]) -> Any:
        try:
            return self.type(**given)
        except RecursionError:
            raise
        except Exception as error:
            if is_own_mistake(error):
                raise
            # Validators are user code: any exception means that they refuse these values.
            raise Mismatch(f"{self.name} refuses these values: {describe_error(error)}") from error

    def _refuse_unknown(self, key: str) -> None:
        known = ", ".join(self.collect_properties()) or "no field"
        raise Mismatch(f"{self.name} has no field {abbreviate(key)}; it has {known}")

    def accepts(self, value: Any) -> bool:
        """Accept an instance of the class itself; the extra fields of a subclass would be lost."""
        return type(value) is self.type

    def iter_members(self, value: Any) -> Iterator[tuple[Field, Any]]:
        """Iterate over the fields of an instance and their values."""
        return ((field, getattr(value, field.attribute)) for field in self.fields.values())

    def write(self, value: Any) -> str:
        """Return an object with its members in the order of declaration."""
        tag = [f"{quote(self.tag[0])}: {quote(self.tag[1].values[0])}"] if self.tag else []
        written = [
            f"{quote(field.key)}: {check_and_write(field.shape, item)}"
            for field, item in self.iter_members(value)
        ]
        text = f"{{{', '.join(tag + written)}}}"
        if self.computed:
            self._refuse_lost(value, text)
        return text

    def _refuse_lost(self, value: Any, text: str) -> None:
        """Refuse an instance with a field that construction would set to another value."""
        try:
            again = self.read(parse(text))
        except Mismatch as mismatch:
            raise TypeError(f"this {self.name} would be read with an error: {mismatch}") from None
        for name in self.computed:
            if getattr(again, name, None) != getattr(value, name, None):
                raise TypeError(
                    f"this {self.name} has no JSON that reads back: it would be read as another "
                    f"value in {name}, which its construction sets"
                )


@attrs.define(eq=False)
class TypedDictShape(RecordShape):
    """A `TypedDict`: a dict that has the fields."""

    def accepts(self, value: Any) -> bool:
        """Accept a dict of these fields, whose values their shapes accept."""
        return (
            is_object(value)
            and all(key in self.fields for key in value)
            and all(
                field.shape.accepts(value[key]) if key in value else not field.required
                for key, field in self.fields.items()
            )
        )

    def iter_members(self, value: Any) -> Iterator[tuple[Field, Any]]:
        """Iterate over the fields that are present."""
        return ((field, value[key]) for key, field in self.fields.items() if key in value)
