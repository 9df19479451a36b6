"""The interface of shapes, the primitive shapes, and the shape of any JSON value.

A shape describes a kind of value in JSON. It has three parts that must agree: the JSON Schema of
its values, the conversion of a parsed JSON value to a Python value, and the conversion back to
text. The rest of the room combines shapes.
"""

from __future__ import annotations

import json
import math
from abc import ABC, abstractmethod
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar, Protocol

import attrs

from vllm_sdk._structured.json_text.parsing import (
    DuplicateNames,
    Mismatch,
    Number,
    abbreviate,
    is_array,
    is_object,
    name_kind,
    read_at,
)
from vllm_sdk.types import Schema

KINDS = ("null", "boolean", "integer", "number", "string", "array", "object")
NULL, BOOLEAN, INTEGER, NUMBER, STRING, ARRAY, OBJECT = KINDS
EVERY_KIND = frozenset(KINDS)


class Definitions(Protocol):
    """The schemas of classes and aliases that are used more than once.

    Attributes:
        schemas: the schemas, by name.
    """

    schemas: dict[str, Schema]

    def refer(self, shape: Definable) -> Schema:
        """Return the schema of a class or alias, or a reference to it."""
        ...

    def add(self, name: str, schema: Schema) -> str:
        """Store a schema under a unique name, and return that name."""
        ...


class Shape(ABC):
    """A kind of value."""

    _kinds: ClassVar[frozenset[str]] = frozenset()
    _expected: ClassVar[str] = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The JSON kinds of its values."""
        return self._kinds

    @property
    def expected(self) -> str:
        """A description of its values, for error messages."""
        return self._expected

    def iter_parts(self) -> Iterator[Shape]:
        """Iterate over the shapes inside this one."""
        return iter(())

    def iter_required_parts(self) -> Iterator[Shape]:
        """Iterate over the parts that each of its values contains."""
        return iter(())

    @abstractmethod
    def build_schema(self, definitions: Definitions) -> Schema:
        """Build its JSON Schema from keywords that vLLM's grammar back ends support."""

    @abstractmethod
    def read(self, value: Any) -> Any:
        """Convert a parsed JSON value to a Python value, or raise `Mismatch`."""

    @abstractmethod
    def accepts(self, value: Any) -> bool:
        """Return whether a Python value is of this kind, judged by its outermost layer."""

    @abstractmethod
    def write(self, value: Any) -> str:
        """Return the JSON text of a Python value that it accepts."""

    def build_mismatch(self, value: Any) -> Mismatch:
        """Build the error for a JSON value of another kind."""
        return Mismatch(f"expected {self.expected}, got {name_kind(value)} {abbreviate(value)}")


class Definable(Shape):
    """A shape with a name, which can be recursive.

    Attributes:
        name: its name.
    """

    name: str

    @abstractmethod
    def build_own_schema(self, definitions: Definitions) -> Schema:
        """Build its schema, never a reference to it."""


def check_and_write(shape: Shape, value: Any) -> str:
    """Return the JSON text of a value; raise `TypeError` if the shape does not accept it."""
    if not shape.accepts(value):
        raise TypeError(
            f"expected {shape.expected}, got {type(value).__name__} {abbreviate(value)}"
        )
    return shape.write(value)


@attrs.frozen
class NullShape(Shape):
    """`None`."""

    _kinds = frozenset({NULL})
    _expected = "null"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema of null."""
        return {"type": NULL}

    def read(self, value: Any) -> None:
        """Accept null alone."""
        if value is not None:
            raise self.build_mismatch(value)

    def accepts(self, value: Any) -> bool:
        """Accept `None` alone."""
        return value is None

    def write(self, value: Any) -> str:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return null."""
        return "null"


@attrs.frozen
class BoolShape(Shape):
    """`bool`."""

    _kinds = frozenset({BOOLEAN})
    _expected = "true or false"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema of booleans."""
        return {"type": BOOLEAN}

    def read(self, value: Any) -> bool:
        """Accept true or false, never 0, 1 or a word."""
        if value is True or value is False:
            return value
        raise self.build_mismatch(value)

    def accepts(self, value: Any) -> bool:
        """Accept a `bool`."""
        return isinstance(value, bool)

    def write(self, value: Any) -> str:
        """Return true or false."""
        return "true" if value else "false"


@attrs.frozen
class IntShape(Shape):
    """`int`, of any size."""

    _kinds = frozenset({INTEGER})
    _expected = "an integer"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema of integers."""
        return {"type": INTEGER}

    def read(self, value: Any) -> int:
        """Accept an integer without a fraction or an exponent, and never a `bool`."""
        if type(value) is Number:
            raise Mismatch(f"expected an integer, digits alone, got number {abbreviate(value)}")
        if type(value) is not int:
            raise self.build_mismatch(value)
        return value

    def accepts(self, value: Any) -> bool:
        """Accept an `int` that is not a `bool`."""
        return isinstance(value, int) and not isinstance(value, bool)

    def write(self, value: Any) -> str:
        """Return its digits."""
        try:
            return int.__repr__(value)
        except ValueError as error:
            raise TypeError(f"expected an integer that Python can write: {error}") from None


@attrs.frozen
class FloatShape(Shape):
    """`float`, finite."""

    _kinds = frozenset({INTEGER, NUMBER})
    _expected = "a number"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema of numbers."""
        return {"type": NUMBER}

    def read(self, value: Any) -> float:
        """Return the nearest float; refuse an integer that loses digits or exceeds all floats."""
        if type(value) is Number:
            number = float(value)
        elif type(value) is int:
            try:
                number = float(value)
            except OverflowError:
                number = math.inf
            if math.isfinite(number) and int(number) != value:
                raise Mismatch(f"{abbreviate(value)} loses digits as a float; use int or Decimal")
        else:
            raise self.build_mismatch(value)
        if math.isinf(number):
            raise Mismatch(f"{abbreviate(value)} is too large for a float; use int or Decimal")
        return number

    def accepts(self, value: Any) -> bool:
        """Accept a finite `float`, or an `int` in its place."""
        return _INT.accepts(value) or (isinstance(value, float) and math.isfinite(value))

    def write(self, value: Any) -> str:
        """Return the shortest digits that read back as the same float."""
        return float.__repr__(value) if isinstance(value, float) else _INT.write(value)


@attrs.frozen
class DecimalShape(Shape):
    """`Decimal`: a JSON number, digit for digit."""

    _kinds = frozenset({INTEGER, NUMBER})
    _expected = "a number"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema of numbers."""
        return {"type": NUMBER}

    def read(self, value: Any) -> Decimal:
        """Return the digits as they are in the text."""
        if type(value) is not Number and type(value) is not int:
            raise self.build_mismatch(value)
        try:
            return Decimal(value)
        except InvalidOperation:
            raise Mismatch(f"{abbreviate(value)} is beyond what Decimal holds") from None

    def accepts(self, value: Any) -> bool:
        """Accept a finite `Decimal`."""
        return isinstance(value, Decimal) and value.is_finite()

    def write(self, value: Any) -> str:
        """Return its digits."""
        return Decimal.__str__(value)


@attrs.frozen
class StrShape(Shape):
    """`str`."""

    _kinds = frozenset({STRING})
    _expected = "a string"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema of strings."""
        return {"type": STRING}

    def read(self, value: Any) -> str:
        """Return a string without lone surrogates, which UTF-8 cannot encode."""
        if type(value) is not str:
            raise self.build_mismatch(value)
        if not value.isascii() and not is_valid_unicode(value):
            raise Mismatch(f"{abbreviate(value)} holds half a surrogate pair")
        return value

    def accepts(self, value: Any) -> bool:
        """Accept a `str`."""
        return isinstance(value, str)

    def write(self, value: Any) -> str:
        """Return the quoted text."""
        if not is_valid_unicode(value):
            raise TypeError(f"expected whole characters, got half a surrogate pair in {value!r}")
        return quote(value)


@attrs.frozen
class AnyShape(Shape):
    """Any JSON value, as Python dicts, lists, texts and numbers."""

    _kinds = EVERY_KIND
    _expected = "JSON"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return the schema without any demand."""
        return {}

    def read(self, value: Any) -> Any:
        """Return the value with its numbers as `int` and `float`."""
        if is_object(value):
            members = require_unique_names(value)
            return {
                _STR.read(name): read_at(name, self.read, item) for name, item in members.items()
            }
        if is_array(value):
            return [read_at(index, self.read, item) for index, item in enumerate(value)]
        if type(value) is str:
            return _STR.read(value)
        return _FLOAT.read(value) if type(value) is Number else value

    def accepts(self, value: Any) -> bool:
        """Accept a value that JSON has, judged by its outermost layer."""
        return isinstance(value, list | dict) or any(shape.accepts(value) for shape in _SCALARS)

    def write(self, value: Any) -> str:
        """Return the same text as `json`, but never turn a key into a string."""
        if is_object(value):
            members = [
                f"{check_and_write(_STR, key)}: {check_and_write(self, value[key])}"
                for key in value
            ]
            return f"{{{', '.join(members)}}}"
        if is_array(value):
            return f"[{', '.join([check_and_write(self, item) for item in value])}]"
        return next(shape for shape in _SCALARS if shape.accepts(value)).write(value)


def require_unique_names(value: dict[str, Any]) -> dict[str, Any]:
    """Return the members of a JSON object; refuse a name that occurs twice."""
    if isinstance(value, DuplicateNames):
        raise Mismatch(f"the field {value.duplicate!r} occurs twice")
    return value


def is_valid_unicode(text: str) -> bool:
    """Return whether a text has no lone surrogate, so that UTF-8 can encode it."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def quote(text: str) -> str:
    """Return a text as a JSON string."""
    return _ENCODER.encode(text)


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_INT = IntShape()
_FLOAT = FloatShape()
_STR = StrShape()
_SCALARS: tuple[Shape, ...] = (NullShape(), BoolShape(), _INT, _FLOAT, _STR)
