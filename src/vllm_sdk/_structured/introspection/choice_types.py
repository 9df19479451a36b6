"""The shapes of `Literal` and `Enum` types."""

from __future__ import annotations

from enum import Enum, Flag
from typing import Any

from vllm_sdk._structured.introspection.refusals import build_refusal
from vllm_sdk._structured.shapes.choices import ChoiceShape, build_key, is_json_scalar


def build_literal_shape(values: tuple[Any, ...], path: str) -> ChoiceShape:
    """Build the shape of a `Literal`."""
    members: dict[tuple[str, Any], Any] = {}
    for value in values:
        plain = value.value if isinstance(value, Enum) else value
        if not is_json_scalar(plain):
            raise build_refusal(
                path,
                f"{value!r} is not a JSON value: use a text, a number of 64 bits, bool or None",
            )
        if build_key(plain) in members:
            raise build_refusal(path, f"{value!r} is written as another of the values is")
        members[build_key(plain)] = value
    if not members:
        raise build_refusal(path, "Literal[()] has no values")
    return ChoiceShape(members)


def build_enum_shape(type: type[Enum], path: str, description: str) -> ChoiceShape:
    """Build the shape of an `Enum` from its members' values."""
    if issubclass(type, Flag):
        raise build_refusal(path, f"{type.__name__} has flags: write set[…] of an Enum")
    if not len(type):
        raise build_refusal(path, f"{type.__name__} has no members")
    members: dict[tuple[str, Any], Any] = {}
    for member in type:
        if not is_json_scalar(member.value):
            raise build_refusal(
                path,
                f"the value of {member} is not a JSON value: give it a text or a number of 64 bits",
            )
        members[build_key(member.value)] = member
    return ChoiceShape(members, description)
