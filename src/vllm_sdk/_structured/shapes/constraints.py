"""Metadata of `Annotated`: bounds, lengths, patterns, time zones, a description.

A bound that xgrammar and guidance both enforce becomes a keyword of the schema. A bound that one
of them refuses or ignores (`multipleOf`, numbers beyond 2**53, a pattern with look-ahead) is in
the description. A bound that they enforce only approximately (a seventh decimal) is both. All of
them are checked when a value is decoded.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import Any, TypeGuard

import annotated_types as at
import attrs
import msgspec

from vllm_sdk._structured.shapes.base import (
    DecimalShape,
    FloatShape,
    IntShape,
    Shape,
    StrShape,
)
from vllm_sdk._structured.shapes.constrained import (
    ConstrainedShape,
    Constraint,
    InvalidConstraint,
    unwrap,
)
from vllm_sdk._structured.shapes.containers import ListShape, MappingShape
from vllm_sdk._structured.shapes.formats import BYTES, UNIQUE_ID, ZONE_VARIANTS, FormatShape
from vllm_sdk._structured.shapes.patterns import make_portable, make_search_portable
from vllm_sdk._structured.shapes.pydantic_fields import (
    DecimalDigits,
    SearchPattern,
    UuidVersion,
    convert_metadata,
    is_field,
    is_pydantic,
)

EXACT_BOUND = 2**53
"""Largest bound that both back ends enforce exactly."""

DECIMALS = Decimal("0.000001")
"""Smallest step of a bounded number in xgrammar, which writes at most six decimals."""


_INCLUSIVE = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
_LOWER = {"minimum", "exclusiveMinimum"}
_UPPER = {"maximum", "exclusiveMaximum"}
_DIGITS = Context(prec=40)


def constrain(shape: Shape, metadata: Iterable[Any]) -> Shape:
    """Return a shape with the metadata of `Annotated` applied; unknown metadata is ignored.

    Of several descriptions the last one is the value's own, and an alias's follows in parentheses.

    Raises:
        InvalidConstraint: a constraint cannot be applied to the type.
    """
    descriptions: list[str] = []
    constraints: list[Constraint] = []
    for item in _flatten_metadata(metadata):
        if isinstance(item, str):
            descriptions += [text] if (text := item.strip()) else []
        elif isinstance(item, at.Timezone):
            shape = _apply_zone(shape, item.tz)
        else:
            constraints += _build_constraints(unwrap(shape), item)
    _refuse_empty(unwrap(shape), [*_iter_constraints(shape), *constraints])
    if isinstance(unwrap(shape), FloatShape | DecimalShape):
        constraints = _widen_bounds(constraints)
    for each in descriptions[:-1]:
        shape = ConstrainedShape(shape, each)
    if not descriptions and not constraints:
        return shape
    return ConstrainedShape(shape, "".join(descriptions[-1:]), tuple(constraints))


def _iter_constraints(shape: Shape) -> Iterator[Constraint]:
    if isinstance(shape, ConstrainedShape):
        yield from _iter_constraints(shape.inner)
        yield from shape.constraints


def _flatten_metadata(metadata: Iterable[Any]) -> Iterator[Any]:
    """Iterate over single constraints; expand groups, and convert msgspec's `Meta`."""
    for item in metadata:
        if isinstance(item, msgspec.Meta):
            yield from _convert_meta(item)
        elif is_pydantic(item) or is_field(item):
            yield from _flatten_metadata(convert_metadata(item))
        elif isinstance(item, at.GroupedMetadata):
            yield from _flatten_metadata(item)
        elif isinstance(documented := getattr(item, "documentation", None), str):
            yield documented
        else:
            yield item


def _convert_meta(meta: msgspec.Meta) -> Iterator[Any]:
    converters: list[tuple[Any, Callable[[Any], Any]]] = [
        (meta.gt, at.Gt), (meta.ge, at.Ge), (meta.lt, at.Lt), (meta.le, at.Le),
        (meta.multiple_of, at.MultipleOf), (meta.min_length, at.MinLen),
        (meta.max_length, at.MaxLen), (meta.description, str),
        (meta.pattern, SearchPattern),
        (meta.tz, lambda zoned: at.Timezone(... if zoned else None)),
    ]  # fmt: skip
    return (make(value) for value, make in converters if value is not None)


def _build_constraints(shape: Shape, item: Any) -> Iterator[Constraint]:
    if isinstance(item, at.Gt | at.Ge | at.Lt | at.Le):
        yield _build_bound(shape, item)
    elif isinstance(item, at.MultipleOf):
        yield _build_multiple(shape, item)
    elif isinstance(item, at.MinLen | at.MaxLen):
        yield _build_length(shape, item)
    elif _is_pattern(item):
        yield _build_pattern(shape, item)
    elif isinstance(item, at.Predicate):
        if not callable(item.func):
            raise InvalidConstraint(f"{item} has no function to call")
        name = getattr(item.func, "__name__", "")
        yield Constraint(item.func, "" if name == "<lambda>" else name.replace("_", " "))
    else:
        yield from _build_converted(shape, item)


def _build_converted(shape: Shape, item: Any) -> Iterator[Constraint]:
    """Build the constraints of msgspec and pydantic that annotated-types lacks."""
    if isinstance(item, SearchPattern):
        yield _build_search(shape, item.pattern)
    elif isinstance(item, DecimalDigits):
        yield from _build_digits(shape, item)
    elif isinstance(item, UuidVersion):
        if shape is not UNIQUE_ID:
            raise InvalidConstraint("the version of a UUID goes with UUID")
        number = item.version
        yield Constraint(lambda value: value.version == number, f"a UUID of version {number}")


def _build_bound(shape: Shape, item: at.Gt | at.Ge | at.Lt | at.Le) -> Constraint:
    kinds: dict[type, tuple[str, Callable[[Any, Any], Any], str, str]] = {
        at.Gt: ("gt", operator.gt, "more than", "exclusiveMinimum"),
        at.Ge: ("ge", operator.ge, "at least", "minimum"),
        at.Lt: ("lt", operator.lt, "less than", "exclusiveMaximum"),
        at.Le: ("le", operator.le, "at most", "maximum"),
    }
    name, keeps, words, keyword = kinds[type(item)]
    bound = getattr(item, name)
    if not isinstance(shape, FormatShape):
        _require_number(shape, item, bound)
    elif type(bound) is not shape.type:
        raise InvalidConstraint(f"{item} does not go with {shape.type.__name__}")
    keyword, limit, exact = _approximate_bound(shape, bound, keyword)
    return Constraint(lambda value: keeps(value, bound), f"{words} {bound}", keyword, limit, exact)


def _require_number(shape: Shape, item: Any, number: Any) -> None:
    if not isinstance(shape, IntShape | FloatShape | DecimalShape):
        raise InvalidConstraint(
            f"{item} goes with int, float and Decimal; in a union, annotate the member"
        )
    if type(number) not in {int, float, Decimal} or number != number:  # noqa: PLR0124 -- NaN
        raise InvalidConstraint(f"{item} has no number: write an int, a float or a Decimal")


def _build_multiple(shape: Shape, item: at.MultipleOf) -> Constraint:
    factor: Any = item.multiple_of
    _require_number(shape, item, factor)
    if not 0 < factor < math.inf:
        raise InvalidConstraint(f"{item}: the factor must be more than 0")
    exact: Any = Decimal if isinstance(shape, DecimalShape) else Fraction

    def check(value: Any) -> bool:
        # Exact arithmetic on the digits: 0.3 is a multiple of 0.1, but not as a float.
        return bool(exact(str(value)) % exact(str(factor)) == 0)

    return Constraint(check, f"a multiple of {factor}")


def _approximate_bound(
    shape: Shape, bound: Any, keyword: str
) -> tuple[str, int | float | None, bool]:
    """Return the keyword and bound that both back ends support, and whether they are exact.

    A bound that would need more decimals is moved outwards a little.
    """
    if not isinstance(shape, IntShape | FloatShape | DecimalShape):
        return "", None, False
    exact = Decimal(repr(bound)) if isinstance(bound, float) else Decimal(bound)
    if not exact.is_finite() or abs(exact) > EXACT_BOUND:
        return "", None, False
    outwards = ROUND_FLOOR if keyword in _LOWER else ROUND_CEILING
    if isinstance(shape, IntShape):
        inwards = ROUND_CEILING if keyword in _LOWER else ROUND_FLOOR
        whole = exact.to_integral_value(outwards if keyword in _INCLUSIVE else inwards)
        return keyword, int(whole), True
    near = exact.quantize(DECIMALS, outwards, _DIGITS)
    if Decimal(repr(float(near))) != near:
        near = exact.to_integral_value(outwards)
    if near != exact:
        keyword = _INCLUSIVE.get(keyword, keyword)
    return keyword, int(near) if near == int(near) else float(near), near == exact


def _widen_bounds(constraints: list[Constraint]) -> list[Constraint]:
    """Make bounds on a fraction inclusive if they are less than 1 apart.

    guidance allows 3 in spite of `exclusiveMinimum: 3` if the maximum is 3.5, and xgrammar
    allows nothing between bounds that differ in the sixth decimal.
    """
    lows = [each.bound for each in constraints if each.keyword in _LOWER]
    highs = [each.bound for each in constraints if each.keyword in _UPPER]
    if not lows or not highs or min(highs) - max(lows) >= 1:
        return constraints
    return [
        attrs.evolve(each, keyword=_INCLUSIVE[each.keyword], exact=False)
        if each.keyword in _INCLUSIVE
        else each
        for each in constraints
    ]


def _build_length(shape: Shape, item: at.MinLen | at.MaxLen) -> Constraint:
    suffix = "Length" if isinstance(shape, StrShape) else ""
    suffix = "Items" if isinstance(shape, ListShape) else suffix
    suffix = "Properties" if isinstance(shape, MappingShape) else suffix
    if not suffix and shape is not BYTES:
        raise InvalidConstraint(f"{item} goes with texts, bytes, lists, sets and dicts")
    length: Any = item.min_length if isinstance(item, at.MinLen) else item.max_length
    if type(length) is not int or length < 0:
        raise InvalidConstraint(f"{item} has no length: write an int from 0 on")
    if isinstance(item, at.MinLen):
        least = item.min_length
        keyword = f"min{suffix}" if suffix else ""
        return Constraint(
            lambda value: len(value) >= least, f"length at least {least}", keyword, least
        )
    most = item.max_length
    keyword = f"max{suffix}" if suffix else ""
    return Constraint(lambda value: len(value) <= most, f"length at most {most}", keyword, most)


def _is_pattern(item: Any) -> TypeGuard[re.Pattern[Any]]:
    return isinstance(item, re.Pattern)


def _build_pattern(shape: Shape, pattern: re.Pattern[Any]) -> Constraint:
    """Build the constraint that the whole text matches a pattern."""
    if not isinstance(shape, StrShape) or not isinstance(pattern.pattern, str):
        raise InvalidConstraint(f"{pattern} goes with str")
    text = pattern.pattern
    spelt = make_portable(text) if pattern.flags == re.UNICODE else None
    keyword = "" if spelt is None else "pattern"
    return Constraint(pattern.fullmatch, f"text that matches {text}", keyword, f"^(?:{spelt})$")


def _build_search(shape: Shape, pattern: str) -> Constraint:
    """Build the constraint that a part of the text matches a pattern."""
    if not isinstance(shape, StrShape):
        raise InvalidConstraint(f"the pattern {pattern} goes with str")
    try:
        search = re.compile(pattern).search
    except re.error as error:
        raise InvalidConstraint(f"Python can't read the pattern {pattern}: {error}") from None
    spelt = make_search_portable(pattern)
    keyword = "" if spelt is None else "pattern"
    return Constraint(search, f"text that matches {pattern}", keyword, spelt)


def _build_digits(shape: Shape, item: DecimalDigits) -> Iterator[Constraint]:
    if not isinstance(shape, DecimalShape):
        raise InvalidConstraint("max_digits and decimal_places go with Decimal")
    most, places = item.max_digits, item.decimal_places
    if most is not None:
        yield Constraint(lambda value: _count_digits(value)[0] <= most, f"at most {most} digits")
    if places is not None:
        yield Constraint(
            lambda value: _count_digits(value)[1] <= places, f"at most {places} decimal places"
        )


def _count_digits(value: Decimal) -> tuple[int, int]:
    """Return the digits of a number, and those after the point, as pydantic counts them."""
    _, digits, exponent = value.as_tuple()
    places = max(0, -int(exponent))
    return max(len(digits) + max(0, int(exponent)), places), places


def _apply_zone(shape: Shape, zone: Any) -> Shape:
    if isinstance(shape, ConstrainedShape):
        return attrs.evolve(shape, inner=_apply_zone(shape.inner, zone))
    if not isinstance(shape, FormatShape) or shape.type not in ZONE_VARIANTS:
        raise InvalidConstraint("Timezone goes with datetime and time")
    if zone is not None and zone is not ...:
        raise InvalidConstraint(
            "a zone by name is not supported: write Timezone(...) for any, or None"
        )
    aware, naive = ZONE_VARIANTS[shape.type]
    return naive if zone is None else aware


def _refuse_empty(shape: Shape, constraints: list[Constraint]) -> None:
    """Refuse bounds that leave no value: a back end would refuse the schema."""
    bounds: dict[str, Any] = {}
    for each in constraints:
        bounds.setdefault(each.keyword, each.bound)
    step = 1 if isinstance(shape, IntShape) else 0
    low, high = bounds.get("minimum"), bounds.get("maximum")
    above, below = bounds.get("exclusiveMinimum"), bounds.get("exclusiveMaximum")
    lows = [bound for bound in (low, None if above is None else above + step) if bound is not None]
    highs = [b for b in (high, None if below is None else below - step) if b is not None]
    strict = not step and not (above is None and below is None)
    pairs = [(lows, highs, strict)] + [
        ([bounds[f"min{name}"]], [bounds[f"max{name}"]], False)
        for name in ("Length", "Items", "Properties")
        if f"min{name}" in bounds and f"max{name}" in bounds
    ]
    for least, most, apart in pairs:
        if least and most and (max(least) > min(most) or (apart and max(least) == min(most))):
            raise InvalidConstraint("no value keeps to these bounds")
