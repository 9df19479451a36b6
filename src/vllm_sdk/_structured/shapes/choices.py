"""Literals and enums: a value out of a few."""

from __future__ import annotations

import json
import math
import sys
from enum import Enum, Flag
from typing import Any

import attrs

from vllm_sdk._structured.introspection.refusals import refusal
from vllm_sdk._structured.json_text.text import Mismatch, Number, shown
from vllm_sdk._structured.shapes.base import (
    FRACTION,
    NULL,
    STRING,
    TRUTH,
    WHOLE,
    Definitions,
    Shape,
    is_whole,
)
from vllm_sdk.types import Schema

_KINDS: dict[type, str] = {
    str: STRING, int: WHOLE, bool: TRUTH, float: FRACTION, type(None): NULL,
}  # fmt: skip

_MOST = sys.float_info.max


def key_of(value: Any) -> tuple[str, Any]:
    """What tells JSON values apart: `1`, `1.0` and `true` are equal in Python."""
    if isinstance(value, Number):
        return FRACTION, float(value)
    kind = _KINDS.get(value.__class__)
    return (kind, value) if kind else ("", None)


def json_scalar(value: Any) -> bool:
    """Whether JSON carries a value as a plain string, number, boolean or null.

    Back ends write integers of more than 64 bits as floats, in which they lose digits.
    """
    if type(value) is str:
        return is_whole(value)
    if type(value) is int:
        return abs(value) < 2**63
    return type(value) in _KINDS and (type(value) is not float or math.isfinite(value))


@attrs.frozen(eq=False)
class Choice(Shape):
    """One of a few values.

    Attributes:
        members: the Python values by what their JSON is.
        description: what the class says of itself, or nothing.
    """

    members: dict[tuple[str, Any], Any]
    description: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its values."""
        return frozenset(kind for kind, _ in self.members)

    @property
    def values(self) -> list[Any]:
        """The values as JSON has them."""
        return [value for _, value in self.members]

    @property
    def expected(self) -> str:
        """The values."""
        return " or ".join(json.dumps(value, ensure_ascii=False) for value in self.values)

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """The list of values."""
        values = self.values
        stated: Schema = {"enum": values} if len(values) > 1 else {"const": values[0]}
        return stated | ({"description": self.description} if self.description else {})

    def read(self, value: Any) -> Any:
        """The member that has this JSON."""
        key = key_of(value)
        if key not in self.members:
            key = self._nearly(key)
        if key not in self.members:
            raise Mismatch(f"expected {self.expected}, got {shown(value)}")
        return self.members[key]

    def _nearly(self, key: tuple[str, Any]) -> tuple[str, Any]:
        """The float that a back end means: it writes 2.0 as 2, and may miss the last digits."""
        kind, number = key
        if kind not in (WHOLE, FRACTION) or abs(number) > _MOST:
            return key
        floats = [each for each in self.members if each[0] == FRACTION]
        near = [each for each in floats if math.isclose(each[1], number, rel_tol=1e-14)]
        return near[0] if len(near) == 1 else key

    def holds(self, value: Any) -> bool:
        """One of the members, of the same type."""
        return any(type(value) is type(each) and value == each for each in self.members.values())

    def write(self, value: Any) -> str:
        """The member's JSON."""
        same = (
            key[1]
            for key, each in self.members.items()
            if type(value) is type(each) and value == each
        )
        return json.dumps(next(same), ensure_ascii=False)


def literal(values: tuple[Any, ...], path: str) -> Choice:
    """The shape of a `Literal`."""
    members: dict[tuple[str, Any], Any] = {}
    for value in values:
        plain = value.value if isinstance(value, Enum) else value
        if not json_scalar(plain):
            raise refusal(
                path, f"{value!r} is no JSON value: use a text, a number of 64 bits, bool or None"
            )
        if key_of(plain) in members:
            raise refusal(path, f"{value!r} is written as another of the values is")
        members[key_of(plain)] = value
    if not members:
        raise refusal(path, "Literal[()] has no values")
    return Choice(members)


def enumeration(type: type[Enum], path: str, description: str) -> Choice:
    """The shape of an `Enum`: its members' values."""
    if issubclass(type, Flag):
        raise refusal(path, f"{type.__name__} has flags: write set[…] of an Enum")
    if not len(type):
        raise refusal(path, f"{type.__name__} has no members")
    members: dict[tuple[str, Any], Any] = {}
    for member in type:
        if not json_scalar(member.value):
            raise refusal(
                path,
                f"the value of {member} is no JSON value: give it a text or a number of 64 bits",
            )
        members[key_of(member.value)] = member
    return Choice(members, description)
