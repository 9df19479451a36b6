"""The complete schema of a type, with `$defs` for classes and aliases that are used repeatedly."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from vllm_sdk._structured.shapes.base import Definable, Shape
from vllm_sdk._structured.shapes.recursion import iter_definables
from vllm_sdk.types import Schema


class Definitions:
    """The places of class and alias schemas: inline if used once, in `$defs` otherwise."""

    def __init__(self, shape: Shape) -> None:
        """Count the uses of each class and alias."""
        times = Counter(id(part) for part in iter_definables(shape))
        self._shared = {key for key, count in times.items() if count > 1}
        self._names: dict[Any, str] = {}
        self.schemas: dict[str, Schema] = {}

    def refer(self, shape: Definable) -> Schema:
        """Return its schema, or a reference to it if it is shared or recursive."""
        if id(shape) not in self._shared:
            return shape.build_own_schema(self)
        if id(shape) not in self._names:
            name = self.add(shape.name, {})
            self._names[id(shape)] = name
            self.schemas[name] = shape.build_own_schema(self)
        return {"$ref": f"#/$defs/{self._names[id(shape)]}"}

    def add(self, name: str, schema: Schema) -> str:
        """Store a schema under a unique name, and return that name."""
        plain = re.sub(r"[^A-Za-z0-9_]+", "_", name).strip("_") or "Part"
        number, free = 1, plain
        while free in self.schemas:
            number += 1
            free = f"{plain}_{number}"
        self.schemas[free] = schema
        return free


def build_root_schema(shape: Shape) -> Schema:
    """Build the schema of a shape that is not part of another one."""
    definitions = Definitions(shape)
    schema = shape.build_schema(definitions)
    return {**schema, "$defs": definitions.schemas} if definitions.schemas else schema
