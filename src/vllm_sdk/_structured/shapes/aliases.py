"""Recursive type aliases: `type Tree = int | list[Tree]`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, get_type_hints

import attrs

from vllm_sdk._structured.shapes.base import AnyShape, Definable, Definitions, Shape
from vllm_sdk.types import Schema


@attrs.define(eq=False)
class AliasShape(Definable):
    """The value of a recursive alias.

    Attributes:
        name: the alias's name, with its parameters.
        inner: the shape of its value; assigned when that is known.
    """

    name: str
    inner: Shape = attrs.field(factory=AnyShape)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its value."""
        return self.inner.kinds

    @property
    def expected(self) -> str:
        """The expectation of its value."""
        return self.inner.expected

    def iter_parts(self) -> Iterator[Shape]:
        """Yield the shape of its value."""
        yield self.inner

    iter_required_parts = iter_parts

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return a reference to the schema of its value."""
        return definitions.refer(self)

    def build_own_schema(self, definitions: Definitions) -> Schema:
        """Return the schema of its value."""
        return self.inner.build_schema(definitions)

    def read(self, value: Any) -> Any:
        """Read a value with the inner shape."""
        return self.inner.read(value)

    def accepts(self, value: Any) -> bool:
        """Accept a value that the inner shape accepts."""
        return self.inner.accepts(value)

    def write(self, value: Any) -> str:
        """Write a value with the inner shape."""
        return self.inner.write(value)


def is_alias(type: Any) -> bool:
    """Return whether a `type` statement or `TypeAliasType` created this."""
    return _CLASS(type).__name__ == "TypeAliasType"


_CLASS = type


def resolve_alias(alias: Any) -> Any:
    """Return the value of an alias; look up quoted names in the module that defines it.

    Before Python 3.12 an alias can name itself in quotes only.
    """
    module = sys.modules.get(alias.__module__)
    own = {each.__name__: each for each in (alias, *alias.__type_params__)}
    holder = SimpleNamespace(__annotations__={"value": alias.__value__})
    return get_type_hints(holder, vars(module) if module else {}, own, include_extras=True)["value"]
