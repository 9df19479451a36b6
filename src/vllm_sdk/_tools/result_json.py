"""A tool's result as JSON, whatever kind of value it is."""

from __future__ import annotations

import dataclasses
import math
import sys
from collections import UserString
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any, TypeGuard

import attrs
import msgspec

from vllm_sdk._messages.parts import PART_CLASSES, Part, TextPart
from vllm_sdk._structured.introspection.pydantic_models import is_model
from vllm_sdk._structured.shapes import formats
from vllm_sdk._structured.shapes.base import quote


class UnwritableResult(Exception):
    """A result that JSON can't carry, in whole or in part; the message says what to return."""


class ResultWriter:
    """Writes a result as JSON, and collects the media in it.

    Attributes:
        media: The media that were found, in their order. The JSON has their names.
    """

    def __init__(self) -> None:
        """Start without media."""
        self.media: list[Part] = []

    def write(self, value: Any) -> str:
        """Write a value, or a part of it.

        Raises:
            UnwritableResult: JSON can't carry the value.
        """
        for kind, write in _SCALARS:
            if isinstance(value, kind):
                return write(self, value)
        if is_array_like(value):
            return self._write_array(value)
        if (shape := _find_format(value)) is not None:
            return shape.write(value)
        if is_model(type(value)) and not holds_media(value):
            return _write_model(value)
        return self._write_parts(value)

    def _write_parts(self, value: Any) -> str:
        """Write a record, an object or an array."""
        if (fields := get_fields(value)) is not None:
            value = fields
        if is_mapping(value):
            return f"{{{', '.join([self._write_member(*each) for each in value.items()])}}}"
        if is_list(value):
            items = [self.write(item) for item in value]
            return f"[{', '.join(sorted(items) if isinstance(value, AbstractSet) else items)}]"
        raise UnwritableResult(
            f"JSON can't carry a {type(value).__name__}: return {_advise(value)}"
        )

    def _write_array(self, value: Any) -> str:
        """Write an array or a scalar of numpy, or of a library that has the same methods."""
        plain = value.tolist()
        if is_array_like(plain):  # numpy's longdouble, which no type of Python holds
            plain = float(plain)
        return self.write(plain)

    def _write_member(self, key: Any, item: Any) -> str:
        return f"{quote(_write_name(key))}: {self.write(item)}"

    def write_part(self, part: Part) -> str:
        """Collect a medium and write its name; write the text of a text part."""
        if isinstance(part, TextPart):
            return quote(part.text)
        self.media.append(part)
        return quote(name_medium(part, len(self.media)))


def name_medium(part: Any, number: int) -> str:
    """Return the name by which a text refers to a medium, such as `<image 1>`.

    Args:
        part: The medium, as a part or as a dict in vLLM's own form.
        number: The number of the medium, from 1.
    """
    if is_mapping(part):  # vLLM takes a part without a type by its first field
        kind = str(part.get("type") or next(iter(part))).removeprefix("input_")
        return f"<{kind.partition('_')[0]} {number}>"
    return f"<{part.kind} {number}>"


def holds_media(value: Any) -> bool:
    """Tell whether a value is a medium, or has one in it at any depth."""
    if isinstance(value, PART_CLASSES):
        return not isinstance(value, TextPart)
    if isinstance(value, str | bytes | bytearray | int | float) or value is None:
        return False
    inside: Iterable[Any] = ()
    if (fields := get_fields(value)) is not None:
        inside = fields.values()
    elif is_mapping(value):
        inside = value.values()
    elif is_list(value) and not is_array_like(value):
        inside = value
    return any(holds_media(each) for each in inside)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether a value is a mapping."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[Collection[Any]]:
    """Tell whether a value is a sequence, a set or a view of one, but not a text."""
    return isinstance(value, Sequence | AbstractSet | ValuesView) and not isinstance(
        value, str | UserString | bytes | bytearray | memoryview
    )


def is_array_like(value: object) -> bool:
    """Tell whether a value is an array or a scalar of numpy, or of a library like it."""
    kind = type(value)
    return hasattr(kind, "dtype") and hasattr(kind, "tolist")


def get_fields(value: Any) -> dict[str, Any] | None:
    """Return the fields of a record by their names in JSON, or None if a value is not a record."""
    kind: type[Any] = value.__class__
    if issubclass(kind, msgspec.Struct):
        config = kind.__struct_config__
        tag = {} if config.tag is None else {config.tag_field or "type": config.tag}
        names = zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True)
        return {**tag, **{encoded: getattr(value, name) for encoded, name in names}}
    if attrs.has(kind):
        return {
            each.metadata.get("alias", each.alias or each.name): getattr(value, each.name)
            for each in attrs.fields(kind)
        }
    if dataclasses.is_dataclass(value):
        return {
            each.metadata.get("alias", each.name): getattr(value, each.name)
            for each in dataclasses.fields(value)
        }
    if is_model(kind):
        return {name: getattr(value, name) for name in kind.model_fields}
    named = getattr(value, "_asdict", None)
    return named() if isinstance(value, tuple) and named else None


def _write_model(value: Any) -> str:
    """Write a pydantic model or dataclass as `model_dump_json` does."""
    if (dump := getattr(value, "model_dump_json", None)) is not None:
        return str(dump())
    pydantic: Any = sys.modules["pydantic"]  # the value is of a dataclass of pydantic's
    return str(pydantic.TypeAdapter(value.__class__).dump_json(value).decode())


def _find_format(value: Any) -> formats.FormatShape | None:
    """Return the format of a date, a time, bytes and so on, or of a subclass of one."""
    for kind in type(value).__mro__:
        shape = formats.BY_TYPE.get(kind)
        if shape is not None and shape.can_express(value):
            return shape
    return None


def _write_name(key: Any) -> str:
    """Write the name of a member of an object."""
    if isinstance(key, Enum):
        return _write_name(key.value)
    if isinstance(key, str):
        return str.__str__(key)
    if isinstance(key, bool | PurePath | UserString):
        return str(key)
    if isinstance(key, int):
        return _write_int(key)
    if (shape := _find_format(key)) is not None:
        return str(shape.to_text(key))
    if is_array_like(key) and not isinstance(key, float):  # np.float64 is one
        return _write_name(key.tolist())
    raise UnwritableResult(
        f"JSON's names are texts, not {key!r}: return a dict by texts, or a list"
    )


def _write_int(value: int) -> str:
    try:
        return int.__repr__(value)
    except ValueError as error:
        raise UnwritableResult(f"JSON can't carry the number: {error}") from None


def _write_float(value: float) -> str:
    if not math.isfinite(value):
        raise UnwritableResult(f"JSON has no {value}: return a text or None in its place")
    return float.__repr__(value)


def _write_decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise UnwritableResult(f"JSON has no {value}: return a text or None in its place")
    return Decimal.__str__(value)


def _advise(value: object) -> str:
    if hasattr(value, "__next__") or hasattr(value, "__anext__"):
        return "a list of its items"
    return "text, numbers, lists, dicts or a dataclass of them"


_SCALARS: tuple[tuple[Any, Callable[[ResultWriter, Any], str]], ...] = (
    (Enum, lambda writer, value: writer.write(value.value)),
    (str, lambda _, value: quote(str.__str__(value))),  # `truncate` replaces a lone surrogate
    (bool, lambda _, value: "true" if value else "false"),
    (int, lambda _, value: _write_int(value)),
    (float, lambda _, value: _write_float(value)),
    (type(None), lambda _, __: "null"),
    (Decimal, lambda _, value: _write_decimal(value)),
    (PART_CLASSES, lambda writer, value: writer.write_part(value)),
    (PurePath | UserString, lambda _, value: quote(str(value))),
    (bytearray | memoryview, lambda writer, value: writer.write(bytes(value))),
)
