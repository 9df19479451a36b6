"""The JSON text of a pydantic instance, which reads back as an equal instance.

pydantic writes the values. Names, decimals and durations are written as the schema says, and not as
pydantic does: its output has names, texts and periods that its input refuses.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from vllm_sdk._structured.json_text.parsing import is_array, is_object
from vllm_sdk._structured.shapes.base import AnyShape, DecimalShape, check_and_write, quote
from vllm_sdk._structured.shapes.formats import DURATION


def write_dumped(value: Any, dumped: Any) -> str:
    """Return the JSON text of a value, or of a part of one.

    Args:
        value: the value.
        dumped: the value as pydantic dumps it in its mode `json`, with the names of fields.
    """
    while getattr(value, "__pydantic_root_model__", False):
        value = value.root
    if isinstance(value, Decimal) and isinstance(dumped, str) and _DECIMAL.accepts(value):
        return _DECIMAL.write(value)
    if DURATION.accepts(value) and isinstance(dumped, str | float):
        return DURATION.write(value)
    if is_object(dumped):
        return _write_object(value, dumped)
    if is_array(dumped):
        values = _list_items(value)
        if len(values) != len(dumped):  # a serializer wrote it
            values = dumped
        return f"[{','.join(map(write_dumped, values, dumped))}]"
    return check_and_write(_ANY, dumped)


def _write_object(value: Any, dumped: dict[str, Any]) -> str:
    if isinstance(value, Mapping):
        values = _list_items(_get_values(value))
        if len(values) != len(dumped):  # a serializer wrote it
            values = [*dumped.values()]
        items = [(key, each, dumped[key]) for key, each in zip(dumped, values, strict=True)]
    else:
        fields = get_fields(type(value))
        items = [
            (
                find_key(name, fields[name]) if name in fields else name,
                getattr(value, name, raw),
                raw,
            )
            for name, raw in dumped.items()
        ]
    written = [f"{quote(key)}:{write_dumped(each, raw)}" for key, each, raw in items]
    return f"{{{','.join(written)}}}"


def _get_values(value: Any) -> Any:
    return value.values()


def _list_items(value: Any) -> list[Any]:
    return list(value) if hasattr(value, "__iter__") and hasattr(value, "__len__") else []


def find_key(name: str, field: Any) -> str:
    """Return the name in JSON of a field of a pydantic class, as its schema has it."""
    alias: Any = field.validation_alias
    choices: list[Any] = getattr(alias, "choices", [alias])
    return next((each for each in choices if isinstance(each, str)), name)


def get_fields(cls: Any) -> dict[str, Any]:
    """Return the fields of a pydantic model or dataclass."""
    return getattr(cls, "__pydantic_fields__", None) or getattr(cls, "model_fields", {})


_ANY = AnyShape()
_DECIMAL = DecimalShape()
