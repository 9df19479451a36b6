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

from vllm_sdk._structured.json_text.text import (
    Doubled,
    Mismatch,
    Number,
    at,
    is_array,
    is_object,
    json_kind,
    shown,
)
from vllm_sdk.types import Schema

NULL, TRUTH, WHOLE, FRACTION, STRING, ARRAY, OBJECT = (
    "null",
    "boolean",
    "integer",
    "number",
    "string",
    "array",
    "object",
)
EVERY_KIND = frozenset({NULL, TRUTH, WHOLE, FRACTION, STRING, ARRAY, OBJECT})


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

    def parts(self) -> Iterator[Shape]:
        """The shapes that it is made of."""
        return iter(())

    def needs(self) -> Iterator[Shape]:
        """Those of its parts that every one of its values holds."""
        return iter(())

    @abstractmethod
    def schema(self, definitions: Definitions) -> Schema:
        """Its JSON Schema, in the words that vLLM's grammar back ends take."""

    @abstractmethod
    def read(self, value: Any) -> Any:
        """The Python value of a parsed JSON value, or `Mismatch`."""

    @abstractmethod
    def holds(self, value: Any) -> bool:
        """Whether a Python value is of this kind, by its outermost layer."""

    @abstractmethod
    def write(self, value: Any) -> str:
        """The JSON text of a Python value that it holds."""

    def refuse(self, value: Any) -> Mismatch:
        """The error for a JSON value that is something else."""
        return Mismatch(f"expected {self.expected}, got {json_kind(value)} {shown(value)}")


class Definable(Shape):
    """A shape with a name, which can be part of itself.

    Attributes:
        name: its name.
    """

    name: str

    @abstractmethod
    def own_schema(self, definitions: Definitions) -> Schema:
        """Its schema, not a reference to it."""


def write(shape: Shape, value: Any) -> str:
    """The JSON text of a value; `TypeError` where the shape does not hold it."""
    if not shape.holds(value):
        raise TypeError(f"expected {shape.expected}, got {type(value).__name__} {shown(value)}")
    return shape.write(value)


@attrs.frozen
class Nothing(Shape):
    """`None`."""

    _kinds = frozenset({NULL})
    _expected = "null"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Null."""
        return {"type": NULL}

    def read(self, value: Any) -> None:
        """Null alone."""
        if value is not None:
            raise self.refuse(value)

    def holds(self, value: Any) -> bool:
        """`None` alone."""
        return value is None

    def write(self, value: Any) -> str:  # noqa: ARG002
        """Null."""
        return "null"


@attrs.frozen
class Truth(Shape):
    """`bool`."""

    _kinds = frozenset({TRUTH})
    _expected = "true or false"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """True or false."""
        return {"type": TRUTH}

    def read(self, value: Any) -> bool:
        """True or false, never 0, 1 or a word."""
        if value is True or value is False:
            return value
        raise self.refuse(value)

    def holds(self, value: Any) -> bool:
        """A `bool`."""
        return isinstance(value, bool)

    def write(self, value: Any) -> str:
        """True or false."""
        return "true" if value else "false"


@attrs.frozen
class Whole(Shape):
    """`int`, of any size."""

    _kinds = frozenset({WHOLE})
    _expected = "an integer"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """An integer."""
        return {"type": WHOLE}

    def read(self, value: Any) -> int:
        """An integer without a fraction or an exponent; never a `bool`."""
        if type(value) is Number:
            raise Mismatch(f"expected an integer, digits alone, got number {shown(value)}")
        if type(value) is not int:
            raise self.refuse(value)
        return value

    def holds(self, value: Any) -> bool:
        """An `int` that is no `bool`."""
        return isinstance(value, int) and not isinstance(value, bool)

    def write(self, value: Any) -> str:
        """Its digits."""
        try:
            return int.__repr__(value)
        except ValueError as error:
            raise TypeError(f"expected an integer that Python can write: {error}") from None


@attrs.frozen
class Real(Shape):
    """`float`, finite."""

    _kinds = frozenset({WHOLE, FRACTION})
    _expected = "a number"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A number."""
        return {"type": FRACTION}

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
                raise Mismatch(f"{shown(value)} loses digits as a float; use int or Decimal")
        else:
            raise self.refuse(value)
        if math.isinf(number):
            raise Mismatch(f"{shown(value)} is too large for a float; use int or Decimal")
        return number

    def holds(self, value: Any) -> bool:
        """A finite `float`, or an `int` in its place."""
        return _WHOLE.holds(value) or (isinstance(value, float) and math.isfinite(value))

    def write(self, value: Any) -> str:
        """The shortest digits that read back as the same float."""
        return float.__repr__(value) if isinstance(value, float) else _WHOLE.write(value)


@attrs.frozen
class Exact(Shape):
    """`Decimal`: a JSON number, digit for digit."""

    _kinds = frozenset({WHOLE, FRACTION})
    _expected = "a number"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A number."""
        return {"type": FRACTION}

    def read(self, value: Any) -> Decimal:
        """The digits as they stand in the text."""
        if type(value) is not Number and type(value) is not int:
            raise self.refuse(value)
        try:
            return Decimal(value)
        except InvalidOperation:
            raise Mismatch(f"{shown(value)} is beyond what Decimal holds") from None

    def holds(self, value: Any) -> bool:
        """A finite `Decimal`."""
        return isinstance(value, Decimal) and value.is_finite()

    def write(self, value: Any) -> str:
        """Its digits."""
        return Decimal.__str__(value)


@attrs.frozen
class Text(Shape):
    """`str`."""

    _kinds = frozenset({STRING})
    _expected = "a string"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A string."""
        return {"type": STRING}

    def read(self, value: Any) -> str:
        """A string of whole characters: half a surrogate pair can't leave the process as UTF-8."""
        if type(value) is not str:
            raise self.refuse(value)
        if not value.isascii() and not is_whole(value):
            raise Mismatch(f"{shown(value)} holds half a surrogate pair")
        return value

    def holds(self, value: Any) -> bool:
        """A `str`."""
        return isinstance(value, str)

    def write(self, value: Any) -> str:
        """The text, quoted."""
        if not is_whole(value):
            raise TypeError(f"expected whole characters, got half a surrogate pair in {value!r}")
        return quoted(value)


@attrs.frozen
class Anything(Shape):
    """Any JSON value, as Python's own dicts, lists, texts and numbers."""

    _kinds = EVERY_KIND
    _expected = "JSON"

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """No demand."""
        return {}

    def read(self, value: Any) -> Any:
        """The value with its numbers as `int` and `float`."""
        if is_object(value):
            members = plain_object(value)
            return {_TEXT.read(name): at(name, self.read, item) for name, item in members.items()}
        if is_array(value):
            return [at(index, self.read, item) for index, item in enumerate(value)]
        if type(value) is str:
            return _TEXT.read(value)
        return _REAL.read(value) if type(value) is Number else value

    def holds(self, value: Any) -> bool:
        """What JSON has, by its outermost layer."""
        return isinstance(value, list | dict) or any(shape.holds(value) for shape in _SCALARS)

    def write(self, value: Any) -> str:
        """As `json` writes it, but no key becomes a string that was none."""
        if is_object(value):
            members = [f"{write(_TEXT, key)}: {write(self, value[key])}" for key in value]
            return f"{{{', '.join(members)}}}"
        if is_array(value):
            return f"[{', '.join([write(self, item) for item in value])}]"
        return next(shape for shape in _SCALARS if shape.holds(value)).write(value)


def plain_object(value: dict[str, Any]) -> dict[str, Any]:
    """The members of a JSON object; a name that occurs twice is refused."""
    if isinstance(value, Doubled):
        raise Mismatch(f"the field {value.twice!r} occurs twice")
    return value


def is_whole(text: str) -> bool:
    """Whether a text has no half of a surrogate pair, so that UTF-8 can carry it."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def quoted(text: str) -> str:
    """A text as a JSON string."""
    return _ENCODER.encode(text)


_ENCODER = json.JSONEncoder(ensure_ascii=False)
_WHOLE = Whole()
_REAL = Real()
_TEXT = Text()
_SCALARS: tuple[Shape, ...] = (Nothing(), Truth(), _WHOLE, _REAL, _TEXT)
