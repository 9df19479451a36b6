"""The reasons why a type is refused, and what to write instead."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Any, ClassVar, Final, ForwardRef

import attrs
import msgspec

from vllm_sdk.errors import RequestInvalid

WHY_NOT_ANY = "Any says nothing: name the type, or write Annotated[Any, 'what it is']"

_WITHOUT_ITEMS: dict[Any, str] = {
    list: "write what the items are: list[str]",
    set: "write what the items are: set[str]",
    frozenset: "write what the items are: frozenset[str]",
    tuple: "write what the items are: tuple[str, int] or tuple[str, ...]",
    dict: "write what keys and values are: dict[str, int]",
}
_INSTEAD: list[tuple[Any, str]] = [
    (object, "object is anything: name the type, or write Annotated[Any, 'what it is']"),
    (complex, "JSON has no complex numbers: write a class with two float fields"),
    (bytearray, "write bytes"),
    (Final, "write the type of the value: Final[int]"),
    (msgspec.UnsetType, "write None for what may be missing: int | None = None"),
]


def build_refusal(path: str, why: str) -> RequestInvalid:
    """Build the error for a part of a type."""
    message = why if why.startswith(path) else f"{path}: {why}"  # a type that is refused as a whole
    return RequestInvalid(f"{message}.")


def explain_missing_form(type: Any) -> str:
    """Return why a type has no form in JSON, and which types have one."""
    if type is ClassVar:
        return "is not the type of a value"
    if instead := next((text for other, text in _WITHOUT_ITEMS.items() if other is type), ""):
        return f"does not say enough: {instead}"
    if instead := next((text for other, text in _INSTEAD if other is type), ""):
        return f"won't do: {instead}"
    return _explain_non_type(type) or (
        "has no form in JSON: write a dataclass, TypedDict, Enum, Literal, or one of str, int, "
        "float, bool, None, Decimal, datetime, date, time, timedelta, UUID, bytes"
    )


def _explain_non_type(type: Any) -> str:
    """Return why a value that is not a type is refused, or ""."""
    if isinstance(type, list):
        return "is a list, not a type: write list[…]"
    if isinstance(type, tuple):
        return "is a tuple, not a type: write A | B for one of them, tuple[A, B] for both"
    cls: Any = type.__class__
    if not isinstance(type, _CLASS) and (is_dataclass(type) or attrs.has(cls)):
        return f"is an instance: give its class, {cls.__name__}"
    return ""


_CLASS = type


def explain_missing_parameter(parameter: Any) -> str:
    """Return why a generic class without its parameters is refused."""
    return f"the parameter {parameter} is not given: write it, as in Box[str]"


def explain_quoted_name(name: str | ForwardRef) -> str:
    """Return why a quoted name that cannot be looked up is refused."""
    name = name if isinstance(name, str) else name.__forward_arg__
    return (
        f"{name!r} is a name in quotes, which only classes and aliases can look up: give the type "
        "itself; where it holds itself, write a class, `type Name = …`, or before Python 3.12 "
        "Name = TypeAliasType('Name', '…')"
    )
