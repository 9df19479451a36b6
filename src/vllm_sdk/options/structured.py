"""The options that have a class: the constraint, and the limits on repetition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import attrs
import msgspec

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import checks

CONSTRAINTS = ("json", "regex", "choice", "grammar", "json_object", "structural_tag")

SETTINGS_OF_THE_SERVER = {
    "disable_any_whitespace": "start the server with --structured-outputs-config "
    '\'{"backend": "xgrammar", "disable_any_whitespace": true}\'',
    "disable_additional_properties": 'write "additionalProperties": false into the schema, as '
    "schema_of does",
    "whitespace_pattern": "constrain the answer by regex or grammar, or start the server with "
    '--structured-outputs-config \'{"backend": "xgrammar", "disable_any_whitespace": true}\'',
}
"""Fields that vLLM accepts in a request and never reads, each with what to do instead."""

# The limits of vLLM: the cost of compiling a grammar rises steeply with each level.
MAX_SCHEMA_NESTING = 64
MAX_STRUCTURAL_TAG_NESTING = 80


@attrs.frozen(kw_only=True, repr=False)
class StructuredOutputs:
    """The constraint on the answer: exactly one of six kinds (vLLM's `structured_outputs`).

    The constraint only masks tokens. The model does not see it, so the prompt still has to say what
    the answer looks like.

    Attributes:
        json: A JSON Schema, as a dict or as JSON text, nested at most 64 levels deep.
        regex: A regular expression that matches the whole answer.
        choice: The possible answers; at least one.
        grammar: A grammar in GBNF or Lark notation.
        json_object: True for any JSON object. False is refused.
        structural_tag: JSON inside free text, as a dict or as JSON text.
        disable_any_whitespace: Refused: vLLM ignores it in a request, as the two below.
        disable_additional_properties: Refused.
        whitespace_pattern: Refused.

    Raises:
        RequestInvalid: The number of constraints is not one, or vLLM would refuse the constraint.
        TypeError: A field has a wrong type.
    """

    json: str | Mapping[str, Any] | None = None
    regex: str | None = None
    choice: Sequence[str] | None = None
    grammar: str | None = None
    json_object: bool | None = None
    structural_tag: str | Mapping[str, Any] | None = None
    disable_any_whitespace: None = None
    disable_additional_properties: None = None
    whitespace_pattern: None = None

    def __attrs_post_init__(self) -> None:
        """Check the constraint and store it in its immutable form."""
        for name, check in _CONSTRAINT_CHECKS.items():
            if (value := getattr(self, name)) is not None:
                object.__setattr__(self, name, check(f"structured_outputs.{name}", value))
        given = [name for name in CONSTRAINTS if getattr(self, name) is not None]
        if len(given) != 1:
            raise RequestInvalid(
                f"structured_outputs has {' and '.join(given) if given else 'no constraint'}: "
                f"give exactly one of {', '.join(CONSTRAINTS)}."
            )

    def to_dict(self) -> dict[str, Any]:
        """Return the constraint in the form of vLLM's field `structured_outputs`."""
        return _get_set_fields(self)

    def __hash__(self) -> int:
        """Return a hash that equal constraints share."""
        return hash(tuple([checks.freeze(getattr(self, name)) for name in _CONSTRAINT_CHECKS]))

    def __repr__(self) -> str:
        """Show what is set."""
        return _show(self)


@attrs.frozen(kw_only=True, repr=False)
class RepetitionDetection:
    """Limits beyond which an answer repeats itself and is ended (vLLM's `repetition_detection`).

    Attributes:
        max_pattern_size: Largest size in tokens of a repeated pattern; 0 turns the detection off.
        min_count: Number of times that a pattern must occur; at least 2.
        min_pattern_size: Smallest size in tokens of a repeated pattern. Default 1.

    Raises:
        RequestInvalid: vLLM would refuse the sizes.
        TypeError: A field has a wrong type.
    """

    max_pattern_size: int
    min_count: int
    min_pattern_size: int | None = None

    def __attrs_post_init__(self) -> None:
        """Check the sizes as vLLM does."""
        for name in ("max_pattern_size", "min_count", "min_pattern_size"):
            if (value := getattr(self, name)) is not None:
                kept = _check_size(f"repetition_detection.{name}", value)
                object.__setattr__(self, name, kept)
        if (self.min_pattern_size or 0) > self.max_pattern_size:
            raise RequestInvalid(
                f"repetition_detection.min_pattern_size={self.min_pattern_size} is more than "
                f"max_pattern_size={self.max_pattern_size}."
            )
        if self.max_pattern_size > 0 and self.min_count < 2:  # noqa: PLR2004 -- the number is the format itself
            raise RequestInvalid(
                f"repetition_detection.min_count={self.min_count}: vLLM takes 2 or more."
            )

    def to_dict(self) -> dict[str, Any]:
        """Return the sizes in the form of vLLM's field `repetition_detection`."""
        return _get_set_fields(self)

    def __repr__(self) -> str:
        """Show what is set."""
        return _show(self)


V = TypeVar("V", StructuredOutputs, RepetitionDetection)


def make_value_check(kind: type[V]) -> checks.Check:
    """Return a check for a value of a class, or a dict of its fields."""
    names = [field.name for field in attrs.fields(kind)]
    required = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]

    def check(name: str, value: Any) -> V:
        if isinstance(value, kind):
            return value
        if not checks.is_mapping(value):
            raise checks.build_type_error(name, value, f"a {kind.__name__} or a dict of its fields")
        for field in value:
            if field not in names:
                raise checks.build_unknown_name_error(
                    f"{name} has no {field!r}", str(field), names, f"it has {', '.join(names)}."
                )
        if missing := [field for field in required if field not in value]:
            raise TypeError(f"{name} lacks {' and '.join(missing)}")
        return kind(**value)

    return check


def refuse_deep(name: str, value: dict[str, Any], limit: int) -> None:
    """Refuse a schema that is nested deeper than vLLM allows."""
    if (depth := checks.measure_nesting(value)) > limit:
        raise RequestInvalid(f"{name} is nested {depth} deep; vLLM takes {limit} levels.")


def _check_schema(name: str, value: Any) -> dict[str, Any] | str:
    return _check_json_or_text(name, value, MAX_SCHEMA_NESTING)


def _check_structural_tag(name: str, value: Any) -> str:
    kept = _check_json_or_text(name, value, MAX_STRUCTURAL_TAG_NESTING)
    return kept if isinstance(kept, str) else msgspec.json.encode(kept).decode()


def _check_json_or_text(name: str, value: Any, limit: int) -> dict[str, Any] | str:
    if checks.is_mapping(value):
        kept = checks.check_json_object(name, value)
        refuse_deep(name, kept, limit)
        return kept
    if not isinstance(value, str):
        raise checks.build_type_error(name, value, "a dict or JSON text")
    try:
        decoded: Any = msgspec.json.decode(checks.check_text(name, value))
    except (msgspec.DecodeError, RecursionError) as error:
        raise RequestInvalid(f"{name} is not JSON: {error}") from None
    if not checks.is_dict(decoded):
        raise RequestInvalid(f"{name} is JSON, but not an object: {checks.abbreviate(value)}")
    refuse_deep(name, decoded, limit)
    return value


def _check_regex(name: str, value: Any) -> str:
    kept = checks.check_text(name, value)
    if "\0" in kept:
        raise RequestInvalid(f"{name} holds a NUL character, which vLLM refuses.")
    return kept


def _check_choice(name: str, value: Any) -> tuple[str, ...]:
    kept = checks.check_items(name, value, checks.check_text, "a list of texts")
    if not kept:
        raise RequestInvalid(f"{name} is empty: give at least one answer to choose from.")
    return kept


def _check_grammar(name: str, value: Any) -> str:
    kept = checks.check_text(name, value)
    if not kept.strip():
        raise RequestInvalid(f"{name} is blank: give a grammar.")
    return kept


def _check_true(name: str, value: Any) -> bool:
    if not checks.check_flag(name, value):
        raise RequestInvalid(f"{name}=False is refused by vLLM: leave structured_outputs out.")
    return True


def _refuse_setting(name: str, value: Any) -> None:  # noqa: ARG001 -- a check takes both
    field = name.rpartition(".")[2]
    raise RequestInvalid(
        f"vLLM ignores {name} in a request: leave it out. Instead, {SETTINGS_OF_THE_SERVER[field]}."
    )


def _get_set_fields(value: StructuredOutputs | RepetitionDetection) -> dict[str, Any]:
    held = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
    return {
        name: [*item] if isinstance(item, tuple) else item
        for name, item in held
        if item is not None
    }


def _show(value: StructuredOutputs | RepetitionDetection) -> str:
    fields = ", ".join(f"{name}={item!r}" for name, item in _get_set_fields(value).items())
    return f"{type(value).__name__}({fields})"


_check_size = checks.make_integer_check(0, checks.INT64_MAX, "of 0 or more")

_CONSTRAINT_CHECKS: dict[str, checks.Check] = {
    "json": _check_schema,
    "regex": _check_regex,
    "choice": _check_choice,
    "grammar": _check_grammar,
    "json_object": _check_true,
    "structural_tag": _check_structural_tag,
    **dict.fromkeys(SETTINGS_OF_THE_SERVER, _refuse_setting),
}
