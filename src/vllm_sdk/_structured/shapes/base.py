"""What a type looks like in JSON: one small class per kind, which states, reads and writes it.

A shape knows three things that must agree: the JSON Schema of its values, how a parsed JSON value
becomes one of them, and how one of them is written. Everything else of the room puts shapes
together.
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

NULL, BOOLEAN, INTEGER, NUMBER, STRING, ARRAY, OBJECT = (
    "null",
    "boolean",
    "integer",
    "number",
    "string",
    "array",
    "object",
)
EVERY_KIND = frozenset({NULL, BOOLEAN, INTEGER, NUMBER, STRING, ARRAY, OBJECT})


class Definitions(Protocol):
    """Where the schemas of classes and aliases are kept that are used more than once.

    Attributes:
        schemas: they, by name.
    """

    schemas: dict[str, Schema]

    def refer(self, shape: Definable) -> Schema:
        """The schema of a class or alias, or a reference to it."""
        ...

    def add(self, name: str, schema: Schema) -> str:
        """Keep a schema under a name of its own, which is answered."""
        ...


class Shape(ABC):
    """One kind of value."""

    _kinds: ClassVar[frozenset[str]] = frozenset()
    _expected: ClassVar[str] = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The JSON kinds that its values are written as."""
        return self._kinds

    @property
    def expected(self) -> str:
        """What it takes, for error messages."""
        return self._expected

    def iter_parts(self) -> Iterator[Shape]:
        """The shapes that it is made of."""
        return iter(())

    def iter_required_parts(self) -> Iterator[Shape]:
        """Those of its parts that every one of its values holds."""
        return iter(())

    @abstractmethod
    def build_schema(self, definitions: Definitions) -> Schema:
        """Its JSON Schema, in the words that vLLM's grammar back ends take."""

    @abstractmethod
    def read(self, value: Any) -> Any:
        """The Python value of a parsed JSON value, or `Mismatch`."""

    @abstractmethod
    def accepts(self, value: Any) -> bool:
        """Whether a Python value is of this kind, by its outermost layer."""

    @abstractmethod
    def write(self, value: Any) -> str:
        """The JSON text of a Python value that it holds."""

    def build_mismatch(self, value: Any) -> Mismatch:
        """The error for a JSON value that is something else."""
        return Mismatch(f"expected {self.expected}, got {name_kind(value)} {abbreviate(value)}")


class Definable(Shape):
    """A shape with a name, which can be part of itself.

    Attributes:
        name: its name.
    """

    name: str

    @abstractmethod
    def build_own_schema(self, definitions: Definitions) -> Schema:
        """Its schema, not a reference to it."""


def check_and_write(shape: Shape, value: Any) -> str:
    """The JSON text of a value; `TypeError` where the shape does not hold it."""
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

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Null."""
        return {"type": NULL}

    def read(self, value: Any) -> None:
        """Null alone."""
        if value is not None:
            raise self.build_mismatch(value)

    def accepts(self, value: Any) -> bool:
        """`None` alone."""
        return value is None

    def write(self, value: Any) -> str:  # noqa: ARG002
        """Null."""
        return "null"


@attrs.frozen
class BoolShape(Shape):
    """`bool`."""

    _kinds = frozenset({BOOLEAN})
    _expected = "true or false"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """True or false."""
        return {"type": BOOLEAN}

    def read(self, value: Any) -> bool:
        """True or false, never 0, 1 or a word."""
        if value is True or value is False:
            return value
        raise self.build_mismatch(value)

    def accepts(self, value: Any) -> bool:
        """A `bool`."""
        return isinstance(value, bool)

    def write(self, value: Any) -> str:
        """True or false."""
        return "true" if value else "false"


@attrs.frozen
class IntShape(Shape):
    """`int`, of any size."""

    _kinds = frozenset({INTEGER})
    _expected = "an integer"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """An integer."""
        return {"type": INTEGER}

    def read(self, value: Any) -> int:
        """An integer without a fraction or an exponent; never a `bool`."""
        if type(value) is Number:
            raise Mismatch(f"expected an integer, digits alone, got number {abbreviate(value)}")
        if type(value) is not int:
            raise self.build_mismatch(value)
        return value

    def accepts(self, value: Any) -> bool:
        """An `int` that is no `bool`."""
        return isinstance(value, int) and not isinstance(value, bool)

    def write(self, value: Any) -> str:
        """Its digits."""
        try:
            return int.__repr__(value)
        except ValueError as error:
            raise TypeError(f"expected an integer that Python can write: {error}") from None


@attrs.frozen
class FloatShape(Shape):
    """`float`, finite."""

    _kinds = frozenset({INTEGER, NUMBER})
    _expected = "a number"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A number."""
        return {"type": NUMBER}

    def read(self, value: Any) -> float:
        """The nearest float; an integer that floats skip is refused, as is one beyond them."""
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
        """A finite `float`, or an `int` in its place."""
        return _INT.accepts(value) or (isinstance(value, float) and math.isfinite(value))

    def write(self, value: Any) -> str:
        """The shortest digits that read back as the same float."""
        return float.__repr__(value) if isinstance(value, float) else _INT.write(value)


@attrs.frozen
class DecimalShape(Shape):
    """`Decimal`: a JSON number, digit for digit."""

    _kinds = frozenset({INTEGER, NUMBER})
    _expected = "a number"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A number."""
        return {"type": NUMBER}

    def read(self, value: Any) -> Decimal:
        """The digits as they stand in the text."""
        if type(value) is not Number and type(value) is not int:
            raise self.build_mismatch(value)
        try:
            return Decimal(value)
        except InvalidOperation:
            raise Mismatch(f"{abbreviate(value)} is beyond what Decimal holds") from None

    def accepts(self, value: Any) -> bool:
        """A finite `Decimal`."""
        return isinstance(value, Decimal) and value.is_finite()

    def write(self, value: Any) -> str:
        """Its digits."""
        return Decimal.__str__(value)


@attrs.frozen
class StrShape(Shape):
    """`str`."""

    _kinds = frozenset({STRING})
    _expected = "a string"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A string."""
        return {"type": STRING}

    def read(self, value: Any) -> str:
        """A string of whole characters: half a surrogate pair can't leave the process as UTF-8."""
        if type(value) is not str:
            raise self.build_mismatch(value)
        if not value.isascii() and not is_valid_unicode(value):
            raise Mismatch(f"{abbreviate(value)} holds half a surrogate pair")
        return value

    def accepts(self, value: Any) -> bool:
        """A `str`."""
        return isinstance(value, str)

    def write(self, value: Any) -> str:
        """The text, quoted."""
        if not is_valid_unicode(value):
            raise TypeError(f"expected whole characters, got half a surrogate pair in {value!r}")
        return quote(value)


@attrs.frozen
class AnyShape(Shape):
    """Any JSON value, as Python's own dicts, lists, texts and numbers."""

    _kinds = EVERY_KIND
    _expected = "JSON"

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """No demand."""
        return {}

    def read(self, value: Any) -> Any:
        """The value with its numbers as `int` and `float`."""
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
        """What JSON has, by its outermost layer."""
        return isinstance(value, list | dict) or any(shape.accepts(value) for shape in _SCALARS)

    def write(self, value: Any) -> str:
        """As `json` writes it, but no key becomes a string that was none."""
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
    """The members of a JSON object; a name that occurs twice is refused."""
    if isinstance(value, DuplicateNames):
        raise Mismatch(f"the field {value.duplicate!r} occurs twice")
    return value


def is_valid_unicode(text: str) -> bool:
    """Whether a text has no half of a surrogate pair, so that UTF-8 can carry it."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def quote(text: str) -> str:
    """A text as a JSON string."""
    return _ENCODER.encode(text)


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_INT = IntShape()
_FLOAT = FloatShape()
_STR = StrShape()
_SCALARS: tuple[Shape, ...] = (NullShape(), BoolShape(), _INT, _FLOAT, _STR)
