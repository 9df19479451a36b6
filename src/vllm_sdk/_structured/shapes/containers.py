"""Lists, sets, tuples and dicts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeGuard, cast

import attrs

from vllm_sdk._structured.json_text.parsing import (
    Mismatch,
    abbreviate,
    describe_error,
    is_array,
    is_object,
    read_at,
)
from vllm_sdk._structured.shapes.base import (
    ARRAY,
    OBJECT,
    Definitions,
    Shape,
    StrShape,
    check_and_write,
    quote,
    require_unique_names,
)
from vllm_sdk.types import Schema


@attrs.frozen(eq=False)
class ListShape(Shape):
    """A list, set, frozenset or variadic tuple: items of one shape.

    Attributes:
        items: the shape of every item.
        type: the Python container.
    """

    items: Shape
    type: Callable[[list[Any]], Any]
    _kinds = frozenset({ARRAY})
    _expected = "an array"

    @property
    def unique(self) -> bool:
        """True if an item may occur only once."""
        return self.type is set or self.type is frozenset

    def iter_parts(self) -> Iterator[Shape]:
        """Yield the shape of the items."""
        yield self.items

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return the schema of an array.

        That items are unique is only described: back ends refuse `uniqueItems`.
        """
        schema: Schema = {"type": ARRAY, "items": self.items.build_schema(definitions)}
        return schema | ({"description": "no item twice"} if self.unique else {})

    def read(self, value: Any) -> Any:
        """Read the items; in a set, refuse an item that occurs twice."""
        if not is_array(value):
            raise self.build_mismatch(value)
        items = [read_at(index, self.items.read, item) for index, item in enumerate(value)]
        if not self.unique:
            return self.type(items)
        try:
            found = self.type(items)
        except Exception as error:
            raise Mismatch(f"the items can't be in a set: {describe_error(error)}") from error
        if len(found) < len(items):
            raise Mismatch(f"an item occurs twice in {abbreviate(value)}")
        return found

    def accepts(self, value: Any) -> bool:
        """Accept the container."""
        return type(value) is self.type

    def write(self, value: Any) -> str:
        """Return an array; sort the items of a set by their text, so that their order is stable."""
        items = [check_and_write(self.items, item) for item in value]
        return f"[{', '.join(sorted(items) if self.unique else items)}]"


@attrs.frozen(eq=False)
class TupleShape(Shape):
    """A tuple of a fixed length.

    Attributes:
        items: the shape of each position.
    """

    items: tuple[Shape, ...]
    _kinds = frozenset({ARRAY})

    @property
    def expected(self) -> str:
        """The number of items."""
        return f"an array of {len(self.items)}"

    def iter_parts(self) -> Iterator[Shape]:
        """Iterate over the shapes of the positions."""
        return iter(self.items)

    iter_required_parts = iter_parts

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return the schema of an array of that length."""
        count = len(self.items)
        places = [item.build_schema(definitions) for item in self.items]
        positions = {"prefixItems": places, "items": False, "minItems": count} if places else {}
        return {"type": ARRAY, **positions, "maxItems": count}

    def read(self, value: Any) -> tuple[Any, ...]:
        """Read exactly that number of items."""
        if not is_array(value):
            raise self.build_mismatch(value)
        if len(value) != len(self.items):
            raise Mismatch(f"expected {self.expected}, got {len(value)}")
        places = enumerate(zip(self.items, value, strict=True))
        return tuple([read_at(index, shape.read, item) for index, (shape, item) in places])

    def accepts(self, value: Any) -> bool:
        """Accept a tuple whose items fit their positions."""
        return (
            is_tuple(value)
            and len(value) == len(self.items)
            and all(shape.accepts(item) for shape, item in zip(self.items, value, strict=True))
        )

    def write(self, value: Any) -> str:
        """Return an array."""
        written = [
            check_and_write(shape, item) for shape, item in zip(self.items, value, strict=True)
        ]
        return f"[{', '.join(written)}]"


@attrs.frozen(eq=False)
class MappingShape(Shape):
    """A dict with arbitrary texts as keys.

    Attributes:
        values: the shape of every value.
    """

    values: Shape
    _kinds = frozenset({OBJECT})
    _expected = "an object"

    def iter_parts(self) -> Iterator[Shape]:
        """Yield the shape of the values."""
        yield self.values

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return the schema of an object with arbitrary names."""
        return {"type": OBJECT, "additionalProperties": self.values.build_schema(definitions)}

    def read(self, value: Any) -> dict[Any, Any]:
        """Read the members."""
        if not is_object(value):
            raise self.build_mismatch(value)
        members = require_unique_names(value)
        return {
            read_at(name, self.read_key, name): read_at(name, self.values.read, item)
            for name, item in members.items()
        }

    def read_key(self, name: str) -> Any:
        """Convert a name to the key."""
        return _NAME.read(name)

    def write_key(self, key: Any) -> str:
        """Convert a key to the name."""
        if not isinstance(key, str):
            raise TypeError(f"expected a string as the key, got {abbreviate(key)}")
        _NAME.write(key)  # refuses half a surrogate pair
        return key

    def accepts(self, value: Any) -> bool:
        """Accept a dict."""
        return isinstance(value, dict)

    def write(self, value: Any) -> str:
        """Return an object."""
        members = cast("dict[Any, Any]", value)
        written = [
            f"{quote(self.write_key(key))}: {check_and_write(self.values, item)}"
            for key, item in members.items()
        ]
        return f"{{{', '.join(written)}}}"


@attrs.frozen(eq=False)
class IntKeyMappingShape(MappingShape):
    """A dict with integers as keys."""

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return the schema of an object whose names are integers.

        llguidance does not know `propertyNames`.
        """
        return {
            "type": OBJECT,
            "patternProperties": {INTEGER_NAMES: self.values.build_schema(definitions)},
            "additionalProperties": False,
        }

    def read_key(self, name: str) -> int:
        """Convert a name to an integer; refuse any other text than Python's own for it."""
        try:
            key = int(name)
        except ValueError:
            key = None
        if key is None or str(key) != name:
            raise Mismatch(f"expected an integer as the key, got {abbreviate(name)}")
        return key

    def write_key(self, key: Any) -> str:
        """Return the digits of the integer."""
        if type(key) is not int:
            raise TypeError(f"expected an integer as the key, got {abbreviate(key)}")
        return str(key)


@attrs.frozen(eq=False)
class ChoiceKeyMappingShape(MappingShape):
    """A dict whose keys are from a fixed list: every name is optional, and no other is allowed.

    Attributes:
        keys: the Python keys by their names.
    """

    keys: dict[str, Any]

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return the schema of an object with these names."""
        properties = {name: self.values.build_schema(definitions) for name in self.keys}
        return {"type": OBJECT, "properties": properties, "additionalProperties": False}

    def read_key(self, name: str) -> Any:
        """Return the key of that name."""
        if name not in self.keys:
            raise Mismatch(f"expected one of {', '.join(self.keys)} as the key")
        return self.keys[name]

    def write_key(self, key: Any) -> str:
        """Return the name of a key."""
        for name, each in self.keys.items():
            if type(key) is type(each) and key == each:
                return name
        raise TypeError(f"expected one of {', '.join(self.keys)} as the key, got {abbreviate(key)}")


def is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    """Return whether a value is a tuple that is not a named one."""
    return type(value) is tuple


_NAME = StrShape()
INTEGER_NAMES = "^(?:0|-?[1-9][0-9]*)$"
"""Pattern of the names of a dict with integers as keys."""
