"""Checks of single values, by kind: each returns the value in its stored form, or raises.

A wrong type is a `TypeError`, a wrong value a `RequestInvalid`. Both name the option.
"""

from __future__ import annotations

import math
import operator
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from numbers import Real
from typing import Any, TypeAlias, TypeGuard

from vllm_sdk.errors import RequestInvalid

Check: TypeAlias = Callable[[str, Any], Any]

INT64_MIN, INT64_MAX = -(2**63), 2**63 - 1
UINT64_MAX = 2**64 - 1  # vLLM's own transport (MessagePack) carries no larger integer
LARGEST_FLOAT = sys.float_info.max
LONGEST_SHOWN = 80

SMALLEST_FLOAT = math.nextafter(0.0, 1.0)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether a value is a mapping."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[Collection[Any]]:
    """Tell whether a value is a list, a tuple, a set or the like."""
    return isinstance(value, Collection) and not isinstance(value, (str, bytes, Mapping))


def is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether a part of a JSON value is an object."""
    return isinstance(value, dict)


def build_type_error(name: str, value: object, expected: str) -> TypeError:
    """Return an error that shows the value and the expected kind of value."""
    return TypeError(f"{name} takes {expected}, not the {type(value).__name__} {abbreviate(value)}")


def build_unknown_name_error(
    trouble: str, name: str, known: Iterable[str], listed: str
) -> TypeError:
    """Return an error that names the nearest known name, or the place that lists them all."""
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    return TypeError(f"{trouble}: {f'did you mean {near[0]!r}?' if near else listed}")


def abbreviate(value: object) -> str:
    """Return the repr of a value, cut to a length that fits into a message."""
    shown = repr(value)
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}…"


def make_number_check(low: float, high: float, said: str) -> Check:
    """Return a check for a finite number in a range, stored as a float.

    Args:
        low: The smallest number.
        high: The largest number.
        said: The range in words.
    """

    def check(name: str, value: Any) -> float:
        given = value
        if type(value) is not float:
            if isinstance(value, bool) or not isinstance(value, Real):
                raise build_type_error(name, value, "a number")
            try:
                value = float(value)
            except OverflowError:
                value = math.inf
        if low <= value <= high:  # false for NaN
            return value  # type: ignore[no-any-return]  # a float, by type() or float()
        raise RequestInvalid(f"{name}={abbreviate(given)}: vLLM takes a number {said}.")

    return check


def make_integer_check(low: int, high: int, said: str) -> Check:
    """Return a check for an integer in a range.

    Args:
        low: The smallest integer.
        high: The largest integer.
        said: The range in words.
    """

    def check(name: str, value: Any) -> int:
        if type(value) is not int:
            value = _check_exact_int(name, value)
        if low <= value <= high:
            return value  # type: ignore[no-any-return]  # an int, by type() or _exact_int
        raise RequestInvalid(f"{name}={abbreviate(value)}: vLLM takes an integer {said}.")

    return check


def _check_exact_int(name: str, value: Any, expected: str = "an integer") -> int:
    if isinstance(value, bool):
        raise build_type_error(name, value, expected)
    try:
        return operator.index(value)
    except TypeError:
        raise build_type_error(name, value, expected) from None


def check_flag(name: str, value: Any) -> bool:
    """Accept True and False alone."""
    if value is True or value is False:
        return value
    raise build_type_error(name, value, "True or False")


def make_choice_check(*choices: str) -> Check:
    """Return a check for one of a few words."""

    def check(name: str, value: Any) -> str:
        kept = check_text(name, value)
        if kept in choices:
            return kept
        raise RequestInvalid(f"{name}={abbreviate(kept)}: vLLM takes one of {', '.join(choices)}.")

    return check


def check_text(name: str, value: Any) -> str:
    """Accept text that UTF-8 can carry."""
    if not isinstance(value, str):
        raise build_type_error(name, value, "text")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise RequestInvalid(
                f"{name} holds half of a surrogate pair, no JSON text: {abbreviate(value)}"
            ) from None
    return value if type(value) is str else str.__str__(value)


def check_items(name: str, value: Any, check: Check, expected: str) -> tuple[Any, ...]:
    """Accept a list whose items pass a check, and store it as a tuple."""
    if not is_list(value):
        raise build_type_error(name, value, expected)
    return tuple([check(f"{name}[{index}]", item) for index, item in enumerate(value)])


check_token_id = make_integer_check(0, INT64_MAX, "of 0 or more, a token id")


def check_token_ids(name: str, value: Any) -> tuple[int, ...]:
    """Accept a list of token ids; only the server knows whether the vocabulary has them."""
    return check_items(name, value, check_token_id, "a list of token ids")


def check_json_object(name: str, value: Any) -> dict[str, Any]:
    """Accept a JSON object, and store a deep copy that later changes do not reach."""
    if not isinstance(value, Mapping):
        raise build_type_error(name, value, "a dict")
    copy: dict[str, Any] = check_json_value(name, value)
    return copy


def check_json_value(name: str, value: Any) -> Any:
    """Accept any value that JSON can carry, and store a deep copy."""
    try:
        return _copy_json(name, value)
    except RecursionError:
        raise RequestInvalid(f"{name} is nested too deeply, or holds itself.") from None


def _copy_json(path: str, value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return check_text(path, value)
    if is_mapping(value):
        return {
            check_text(f"a key of {path}", key): _copy_json(f"{path}.{key}", item)
            for key, item in value.items()
        }
    if is_list(value):
        return [_copy_json(f"{path}[{index}]", item) for index, item in enumerate(value)]
    return check_json_number(path, value)


def check_json_number(path: str, value: Any) -> int | float:
    """Accept a finite number; integers have up to 64 bits, since vLLM carries no larger ones."""
    if hasattr(value, "__index__"):
        return check_integer_64(path, value)  # type: ignore[no-any-return]  # an int, checked
    if isinstance(value, Real):
        return check_finite(path, value)  # type: ignore[no-any-return]  # a number, checked
    raise build_type_error(path, value, "a value that JSON can carry")


check_integer_64 = make_integer_check(INT64_MIN, UINT64_MAX, "of up to 64 bits")
check_finite = make_number_check(-LARGEST_FLOAT, LARGEST_FLOAT, "that is finite")


def measure_nesting(value: Any) -> int:
    """Count the objects and arrays around the innermost value."""
    depth = 0
    level: list[Any] = [value]
    while containers := [inside for item in level if (inside := _get_contents(item)) is not None]:
        depth += 1
        level = [inner for inside in containers for inner in inside]
    return depth


def _get_contents(value: object) -> Collection[Any] | None:
    if is_dict(value):
        return value.values()
    return value if is_list(value) else None


def freeze(value: Any) -> Any:
    """Return something hashable that equal values share, even if they contain dicts."""
    if is_dict(value):
        return frozenset(value)
    if is_list(value):
        return tuple(map(freeze, value))
    return value


def refuse_unread(
    name: str, fields: Mapping[str, Any], known: Collection[str], advice: Mapping[str, str]
) -> None:
    """Refuse fields inside a value that vLLM accepts and does not read.

    Args:
        name: The name of the value.
        fields: Its fields; those that are None count as missing.
        known: The fields that vLLM reads.
        advice: What to do instead of some of the others.

    Raises:
        RequestInvalid: A field is not a known one.
    """
    from difflib import get_close_matches

    for field, value in fields.items():
        if field not in known and value is not None:
            near = get_close_matches(str(field), list(known), n=1)
            instead = f"did you mean {near[0]!r}?" if near else f"it reads {', '.join(known)}."
            raise RequestInvalid(
                f"{name}: vLLM ignores {field!r}, silently: {advice.get(field, instead)}"
            )
