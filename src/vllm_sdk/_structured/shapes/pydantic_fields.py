"""pydantic's metadata outside of its models: `Annotated[int, Field(ge=1, description="…")]`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

import annotated_types as at
import attrs

from vllm_sdk._structured.shapes.constrained import InvalidConstraint

_IGNORED = {
    "strict", "union_mode", "fail_fast", "allow_inf_nan", "defer_build", "coerce_numbers_to_str",
}  # fmt: skip
"""Settings without a meaning for decoding: it is strict, JSON has no infinity, and the members of
unions are distinguishable."""

_INERT = {"Strict", "FailFast", "AllowInfNan", "Tag"}
"""Classes of metadata that have no more meaning than these settings."""


@attrs.frozen
class SearchPattern:
    """A pattern that a part of the text must match."""

    pattern: str


@attrs.frozen
class DecimalDigits:
    """Limits on the digits of a number, or None."""

    max_digits: int | None
    decimal_places: int | None


@attrs.frozen
class UuidVersion:
    """The version of a UUID."""

    version: int


def is_pydantic(item: Any) -> bool:
    """Return whether pydantic defines the class of a value."""
    return type(item).__module__.partition(".")[0] == "pydantic"


def is_field(item: Any) -> bool:
    """Return whether a value is pydantic's `Field(…)`, or another library's kind of it."""
    return any(
        each.__name__ == "FieldInfo" and each.__module__ == "pydantic.fields"
        for each in type(item).__mro__
    )


def convert_metadata(item: Any) -> Iterator[Any]:
    """Iterate over pydantic's metadata as descriptions and constraints of this room.

    Raises:
        InvalidConstraint: the metadata only works in a pydantic model.
    """
    name = type(item).__name__
    group: Any = item
    if is_field(item):
        yield from _convert_field(item)
    elif name == "PydanticGeneralMetadata" or "_PydanticGeneralMetadata" in name:
        yield from _convert_settings(cast("dict[str, Any]", vars(group)))
    elif isinstance(group, at.GroupedMetadata):  # StringConstraints
        yield from _convert_all(cast("Iterable[Any]", item))
    elif name == "UuidVersion":
        yield UuidVersion(item.uuid_version)
    elif name == "Discriminator" and isinstance(item.discriminator, str):
        return
    elif name not in _INERT:
        raise InvalidConstraint(
            f"pydantic's {name} is read in pydantic models alone: write the type in a model, or "
            "the constraint with annotated_types, Predicate(function) for one"
        )


def _convert_all(items: Iterable[Any]) -> Iterator[Any]:
    for each in items:
        yield from convert_metadata(each) if is_pydantic(each) else [each]


def _convert_field(field: Any) -> Iterator[Any]:
    alias: Any = field.validation_alias or field.alias
    if alias is not None:
        raise InvalidConstraint(
            f"the alias {alias!r} of pydantic's Field is read in pydantic models alone: write "
            "field(metadata={'alias': …}), or rename the parameter"
        )
    if callable(getattr(field.discriminator, "discriminator", None)):
        raise InvalidConstraint(
            "a discriminator that is a function is read in pydantic models alone: give each class "
            "a field with its own Literal"
        )
    yield from _convert_all(field.metadata)
    said = [str(each) for each in (field.title, field.description) if each]
    notes = [*_describe_default(field.default), *_describe_examples(field.examples or [])]
    note = [f"({'; '.join(notes)})"] if notes else []
    if said or note:
        yield " ".join([*([": ".join(said)] if said else []), *note])


def _describe_default(default: Any) -> Iterator[str]:
    if type(default) in {str, int, float, bool} and default != "":
        yield f"default: {json.dumps(default, ensure_ascii=False)}"


def _describe_examples(examples: list[Any]) -> Iterator[str]:
    try:
        written = [json.dumps(each, ensure_ascii=False) for each in examples]
    except (TypeError, ValueError):
        raise InvalidConstraint("the examples of Field are not JSON: write them as JSON") from None
    if written:
        yield f"examples: {', '.join(written)}"


def _convert_settings(settings: dict[str, Any]) -> Iterator[Any]:
    given = {
        key: value for key, value in settings.items() if value is not None and value is not False
    }
    if (pattern := given.pop("pattern", None)) is not None:
        yield SearchPattern(getattr(pattern, "pattern", pattern))
    digits = given.pop("max_digits", None), given.pop("decimal_places", None)
    if digits != (None, None):
        yield DecimalDigits(*digits)
    if unknown := sorted(given.keys() - _IGNORED):
        raise InvalidConstraint(
            f"pydantic's {unknown[0]} is applied in pydantic models alone: leave it out, or write "
            "the type in a model"
        )
