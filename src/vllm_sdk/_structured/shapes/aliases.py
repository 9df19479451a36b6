"""Type aliases that hold themselves: `type Tree = int | list[Tree]`."""

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
    """What an alias stands for, where the alias is part of that.

    Attributes:
        name: the alias's name, with its parameters.
        inner: what it stands for; filled when that is known.
    """

    name: str
    inner: Shape = attrs.field(factory=AnyShape)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of what it stands for."""
        return self.inner.kinds

    @property
    def expected(self) -> str:
        """What it stands for expects."""
        return self.inner.expected

    def iter_parts(self) -> Iterator[Shape]:
        """What it stands for."""
        yield self.inner

    iter_required_parts = iter_parts

    def build_schema(self, definitions: Definitions) -> Schema:
        """A reference to what it stands for."""
        return definitions.refer(self)

    def build_own_schema(self, definitions: Definitions) -> Schema:
        """The schema of what it stands for."""
        return self.inner.build_schema(definitions)

    def read(self, value: Any) -> Any:
        """What it stands for reads."""
        return self.inner.read(value)

    def accepts(self, value: Any) -> bool:
        """What it stands for holds."""
        return self.inner.accepts(value)

    def write(self, value: Any) -> str:
        """What it stands for writes."""
        return self.inner.write(value)


def is_alias(type: Any) -> bool:
    """Whether this was made by a `type` statement or by `TypeAliasType`."""
    return _CLASS(type).__name__ == "TypeAliasType"


_CLASS = type


def resolve_alias(alias: Any) -> Any:
    """What an alias stands for; names in quotes are looked up where it was written.

    Before Python 3.12 an alias can name itself in quotes only.
    """
    module = sys.modules.get(alias.__module__)
    own = {each.__name__: each for each in (alias, *alias.__type_params__)}
    holder = SimpleNamespace(__annotations__={"value": alias.__value__})
    return get_type_hints(holder, vars(module) if module else {}, own, include_extras=True)["value"]
