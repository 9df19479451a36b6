"""Literals and enums: one of a fixed list of values."""

from __future__ import annotations

import json
import math
import sys
from typing import Any

import attrs

from vllm_sdk._structured.json_text.parsing import Mismatch, Number, abbreviate
from vllm_sdk._structured.shapes.base import (
    BOOLEAN,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    Definitions,
    Shape,
    is_valid_unicode,
)
from vllm_sdk.types import Schema

_KINDS: dict[type, str] = {
    str: STRING, int: INTEGER, bool: BOOLEAN, float: NUMBER, type(None): NULL,
}  # fmt: skip

_MOST = sys.float_info.max


def build_key(value: Any) -> tuple[str, Any]:
    """Return a key that distinguishes JSON values: `1`, `1.0` and `true` are equal in Python."""
    if isinstance(value, Number):
        return NUMBER, float(value)
    kind = _KINDS.get(value.__class__)
    return (kind, value) if kind else ("", None)


def is_json_scalar(value: Any) -> bool:
    """Return whether JSON can represent a value as a plain string, number, boolean or null.

    Back ends write integers of more than 64 bits as floats, which lose digits.
    """
    if type(value) is str:
        return is_valid_unicode(value)
    if type(value) is int:
        return abs(value) < 2**63
    return type(value) in _KINDS and (type(value) is not float or math.isfinite(value))


@attrs.frozen(eq=False)
class ChoiceShape(Shape):
    """One of a fixed list of values.

    Attributes:
        members: the Python values, by the keys of their JSON values.
        description: the docstring of the enum, or empty.
    """

    members: dict[tuple[str, Any], Any]
    description: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its values."""
        return frozenset(kind for kind, _ in self.members)

    @property
    def values(self) -> list[Any]:
        """The JSON values."""
        return [value for _, value in self.members]

    @property
    def expected(self) -> str:
        """The values."""
        return " or ".join(json.dumps(value, ensure_ascii=False) for value in self.values)

    def build_schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002 -- a subclass or sibling needs it
        """Return an `enum`, or a `const` for a single value."""
        values = self.values
        schema: Schema = {"enum": values} if len(values) > 1 else {"const": values[0]}
        return schema | ({"description": self.description} if self.description else {})

    def read(self, value: Any) -> Any:
        """Return the member with this JSON value."""
        key = build_key(value)
        if key not in self.members:
            key = self._find_close_float(key)
        if key not in self.members:
            raise Mismatch(f"expected {self.expected}, got {abbreviate(value)}")
        return self.members[key]

    def _find_close_float(self, key: tuple[str, Any]) -> tuple[str, Any]:
        """Return the key of the float that a back end means.

        A back end writes 2.0 as 2, and its last digits may differ.
        """
        kind, number = key
        if kind not in (INTEGER, NUMBER) or abs(number) > _MOST:
            return key
        floats = [each for each in self.members if each[0] == NUMBER]
        near = [each for each in floats if math.isclose(each[1], number, rel_tol=1e-14)]
        return near[0] if len(near) == 1 else key

    def accepts(self, value: Any) -> bool:
        """Accept a member, of the same type."""
        return any(type(value) is type(each) and value == each for each in self.members.values())

    def write(self, value: Any) -> str:
        """Return the JSON text of the member."""
        same = (
            key[1]
            for key, each in self.members.items()
            if type(value) is type(each) and value == each
        )
        return json.dumps(next(same), ensure_ascii=False)
