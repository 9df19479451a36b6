"""What `Annotated` says beside the type: bounds, lengths, patterns, time zones, a description.

A bound that xgrammar and guidance both enforce goes into the schema as a keyword. One that either
refuses or passes over (`multipleOf`, numbers beyond 2**53, a pattern with look-ahead) is said in
the description; one that they enforce only nearly (a seventh decimal) is stated and said. All of
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

from vllm_sdk._structured.json_text.text import Mismatch, reason_of
from vllm_sdk._structured.shapes.aliases import Aliased
from vllm_sdk._structured.shapes.base import Definitions, Exact, Real, Shape, Text, Whole
from vllm_sdk._structured.shapes.containers import ListOf, MappingOf
from vllm_sdk._structured.shapes.formats import BYTES, ZONED, Format
from vllm_sdk._structured.shapes.patterns import portable
from vllm_sdk.types import Schema

EXACT_BOUND = 2**53
"""Up to here both back ends take a bound as it is."""

DECIMALS = Decimal("0.000001")
"""xgrammar writes a bounded number with six decimals at most."""


class Unfit(Exception):
    """A constraint that does not go with its type."""


@attrs.frozen(eq=False)
class Rule:
    """One constraint.

    Attributes:
        check: whether a value keeps to it.
        words: the constraint in words; empty where there are none.
        keyword: the JSON Schema keyword that enforces it, or empty.
        bound: the keyword's value.
        exact: whether the keyword says all of it.
    """

    check: Callable[[Any], Any]
    words: str
    keyword: str = ""
    bound: Any = None
    exact: bool = True


@attrs.frozen(eq=False)
class Refined(Shape):
    """A shape with a description or constraints on it.

    Attributes:
        inner: the shape.
        description: what the value is, in words.
        rules: the constraints.
    """

    inner: Shape
    description: str = ""
    rules: tuple[Rule, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the shape."""
        return self.inner.kinds

    @property
    def expected(self) -> str:
        """What the shape expects."""
        return self.inner.expected

    def parts(self) -> Iterator[Shape]:
        """The shape."""
        yield self.inner

    def needs(self) -> Iterator[Shape]:
        """The shape, and the items that it can't be without."""
        yield self.inner
        if any(rule.keyword in {"minItems", "minProperties"} and rule.bound for rule in self.rules):
            yield from bare(self.inner).parts()

    def schema(self, definitions: Definitions) -> Schema:
        """The shape's schema with keywords; what has none is in the description's brackets."""
        stated = self.inner.schema(definitions)
        notes: list[str] = []
        if self.description and not isinstance(self.inner, Refined | Format | ListOf | MappingOf):
            stated.pop("description", None)
        elif said := stated.pop("description", ""):
            notes.append(said)
        for rule in self.rules:
            enforced = rule.keyword and not _taken(rule.keyword) & stated.keys()
            if enforced:
                stated[rule.keyword] = rule.bound
            if rule.words and not (enforced and rule.exact):
                notes.append(rule.words)
        noted = f"({'; '.join(notes)})" if self.description and notes else "; ".join(notes)
        if description := f"{self.description} {noted}".strip():
            stated["description"] = description
        return stated

    def read(self, value: Any) -> Any:
        """What the shape reads, if it keeps to every rule."""
        found = self.inner.read(value)
        for rule in self.rules:
            try:
                kept = rule.check(found)
            except Exception as error:
                why = f"{rule.words or 'a constraint'} can't be checked: {reason_of(error)}"
                raise Mismatch(why) from error
            if not kept:
                raise Mismatch(f"expected {rule.words or 'a value that is allowed'}, got {found!r}")
        return found

    def holds(self, value: Any) -> bool:
        """What the shape holds."""
        return self.inner.holds(value)

    def write(self, value: Any) -> str:
        """What the shape writes."""
        return self.inner.write(value)


def bare(shape: Shape) -> Shape:
    """A shape without its alias and the constraints on it."""
    return bare(shape.inner) if isinstance(shape, Refined | Aliased) else shape


def lean(shape: Shape) -> Shape:
    """A shape that reads the same, without the descriptions around it."""
    return lean(shape.inner) if isinstance(shape, Refined) and not shape.rules else shape


_EXCLUDING = (
    {"minimum", "exclusiveMinimum"},
    {"maximum", "exclusiveMaximum"},
    {"pattern", "minLength", "maxLength"},
)


_INCLUSIVE = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
_LOWER, _UPPER = _EXCLUDING[:2]
_DIGITS = Context(prec=40)


def _taken(keyword: str) -> set[str]:
    """The keywords that leave no room for another: both lower bounds, a pattern and a length.

    Beside a reference none is sure to be seen.
    """
    lengths = {"minLength", "maxLength"}
    if keyword in lengths:
        return {"$ref", "pattern", keyword}
    return {"$ref"} | next((group for group in _EXCLUDING if keyword in group), {keyword})


def refined(shape: Shape, said: Iterable[Any]) -> Shape:
    """A shape with what `Annotated` says about it; what is not known here is passed over.

    Raises:
        Unfit: a constraint does not go with the type.
    """
    description = ""
    rules: list[Rule] = []
    for item in _spread(said):
        if isinstance(item, str):
            description = description or item
        elif isinstance(item, at.Timezone):
            shape = _zoned(shape, item.tz)
        else:
            rules += _rules(bare(shape), item)
    _refuse_empty(bare(shape), [*_rules_within(shape), *rules])
    if isinstance(bare(shape), Real | Exact):
        rules = _opened(rules)
    return Refined(shape, description.strip(), tuple(rules)) if description or rules else shape


def _rules_within(shape: Shape) -> Iterator[Rule]:
    if isinstance(shape, Refined):
        yield from _rules_within(shape.inner)
        yield from shape.rules


def _spread(said: Iterable[Any]) -> Iterator[Any]:
    """Constraints one by one: groups opened, msgspec's `Meta` in annotated-types' words."""
    for item in said:
        if isinstance(item, msgspec.Meta):
            yield from _of_meta(item)
        elif isinstance(item, at.GroupedMetadata) and not _is_pydantic(item):
            yield from _spread(item)
        elif isinstance(documented := getattr(item, "documentation", None), str):
            yield documented
        else:
            yield item


def _of_meta(meta: msgspec.Meta) -> Iterator[Any]:
    made: list[tuple[Any, Callable[[Any], Any]]] = [
        (meta.gt, at.Gt), (meta.ge, at.Ge), (meta.lt, at.Lt), (meta.le, at.Le),
        (meta.multiple_of, at.MultipleOf), (meta.min_length, at.MinLen),
        (meta.max_length, at.MaxLen), (meta.description, str),
        (meta.pattern, lambda pattern: re.compile(f"(?s:.*)(?:{pattern})(?s:.*)")),
        (meta.tz, lambda zoned: at.Timezone(... if zoned else None)),
    ]  # fmt: skip
    return (make(value) for value, make in made if value is not None)


def _rules(shape: Shape, item: Any) -> Iterator[Rule]:
    if isinstance(item, at.Gt | at.Ge | at.Lt | at.Le):
        yield _bound(shape, item)
    elif isinstance(item, at.MultipleOf):
        yield _multiple(shape, item)
    elif isinstance(item, at.MinLen | at.MaxLen):
        yield _length(shape, item)
    elif _is_pattern(item):
        yield _pattern(shape, item)
    elif isinstance(item, at.Predicate):
        if not callable(item.func):
            raise Unfit(f"{item} has no function to call")
        name = getattr(item.func, "__name__", "")
        yield Rule(item.func, "" if name == "<lambda>" else name.replace("_", " "))
    elif _is_pydantic(item):
        raise Unfit(
            "pydantic's Field is read in pydantic models alone; write the description as a text "
            "and constraints with annotated_types"
        )


def _is_pydantic(item: Any) -> bool:
    return type(item).__module__.partition(".")[0] == "pydantic"


def _bound(shape: Shape, item: at.Gt | at.Ge | at.Lt | at.Le) -> Rule:
    rules: dict[type, tuple[str, Callable[[Any, Any], Any], str, str]] = {
        at.Gt: ("gt", operator.gt, "more than", "exclusiveMinimum"),
        at.Ge: ("ge", operator.ge, "at least", "minimum"),
        at.Lt: ("lt", operator.lt, "less than", "exclusiveMaximum"),
        at.Le: ("le", operator.le, "at most", "maximum"),
    }
    name, keeps, words, keyword = rules[type(item)]
    bound = getattr(item, name)
    if not isinstance(shape, Format):
        _want_number(shape, item, bound)
    elif type(bound) is not shape.type:
        raise Unfit(f"{item} does not go with {shape.type.__name__}")
    kind, stated, exact = _json_bound(shape, bound, keyword)
    return Rule(lambda value: keeps(value, bound), f"{words} {bound}", kind, stated, exact)


def _want_number(shape: Shape, item: Any, number: Any) -> None:
    if not isinstance(shape, Whole | Real | Exact):
        raise Unfit(f"{item} goes with int, float and Decimal; in a union, annotate the member")
    if type(number) not in {int, float, Decimal} or number != number:  # noqa: PLR0124 -- NaN
        raise Unfit(f"{item} has no number: write an int, a float or a Decimal")


def _multiple(shape: Shape, item: at.MultipleOf) -> Rule:
    factor: Any = item.multiple_of
    _want_number(shape, item, factor)
    if not 0 < factor < math.inf:
        raise Unfit(f"{item}: the factor must be more than 0")
    exact: Any = Decimal if isinstance(shape, Exact) else Fraction

    def check(value: Any) -> bool:
        # Digit for digit, as JSON has them: 0.3 is a multiple of 0.1, though not as a float.
        return bool(exact(str(value)) % exact(str(factor)) == 0)

    return Rule(check, f"a multiple of {factor}")


def _json_bound(shape: Shape, bound: Any, keyword: str) -> tuple[str, int | float | None, bool]:
    """The keyword and bound that both back ends take, and whether they say all of it.

    What would need more decimals is stated a little further out.
    """
    if not isinstance(shape, Whole | Real | Exact):
        return "", None, False
    exact = Decimal(repr(bound)) if isinstance(bound, float) else Decimal(bound)
    if not exact.is_finite() or abs(exact) > EXACT_BOUND:
        return "", None, False
    outwards = ROUND_FLOOR if keyword in _LOWER else ROUND_CEILING
    if isinstance(shape, Whole):
        inwards = ROUND_CEILING if keyword in _LOWER else ROUND_FLOOR
        whole = exact.to_integral_value(outwards if keyword in _INCLUSIVE else inwards)
        return keyword, int(whole), True
    near = exact.quantize(DECIMALS, outwards, _DIGITS)
    if Decimal(repr(float(near))) != near:
        near = exact.to_integral_value(outwards)
    if near != exact:
        keyword = _INCLUSIVE.get(keyword, keyword)
    return keyword, int(near) if near == int(near) else float(near), near == exact


def _opened(rules: list[Rule]) -> list[Rule]:
    """The rules of a fraction; bounds that are less than 1 apart no longer exclude themselves.

    guidance allows 3 in spite of `exclusiveMinimum: 3` where the maximum is 3.5, and xgrammar
    allows nothing between bounds that differ in the sixth decimal.
    """
    lows = [rule.bound for rule in rules if rule.keyword in _LOWER]
    highs = [rule.bound for rule in rules if rule.keyword in _UPPER]
    if not lows or not highs or min(highs) - max(lows) >= 1:
        return rules
    return [
        attrs.evolve(rule, keyword=_INCLUSIVE[rule.keyword], exact=False)
        if rule.keyword in _INCLUSIVE
        else rule
        for rule in rules
    ]


def _length(shape: Shape, item: at.MinLen | at.MaxLen) -> Rule:
    suffix = "Length" if isinstance(shape, Text) else ""
    suffix = "Items" if isinstance(shape, ListOf) else suffix
    suffix = "Properties" if isinstance(shape, MappingOf) else suffix
    if not suffix and shape is not BYTES:
        raise Unfit(f"{item} goes with texts, bytes, lists, sets and dicts")
    length: Any = item.min_length if isinstance(item, at.MinLen) else item.max_length
    if type(length) is not int or length < 0:
        raise Unfit(f"{item} has no length: write an int from 0 on")
    if isinstance(item, at.MinLen):
        least = item.min_length
        keyword = f"min{suffix}" if suffix else ""
        return Rule(lambda value: len(value) >= least, f"length at least {least}", keyword, least)
    most = item.max_length
    keyword = f"max{suffix}" if suffix else ""
    return Rule(lambda value: len(value) <= most, f"length at most {most}", keyword, most)


def _is_pattern(item: Any) -> TypeGuard[re.Pattern[Any]]:
    return isinstance(item, re.Pattern)


def _pattern(shape: Shape, pattern: re.Pattern[Any]) -> Rule:
    """A pattern that the whole text matches."""
    if not isinstance(shape, Text) or not isinstance(pattern.pattern, str):
        raise Unfit(f"{pattern} goes with str")
    text = pattern.pattern
    spelt = portable(text) if pattern.flags == re.UNICODE else None
    keyword = "" if spelt is None else "pattern"
    return Rule(pattern.fullmatch, f"text that matches {text}", keyword, f"^(?:{spelt})$")


def _zoned(shape: Shape, zone: Any) -> Shape:
    if isinstance(shape, Refined):
        return attrs.evolve(shape, inner=_zoned(shape.inner, zone))
    if not isinstance(shape, Format) or shape.type not in ZONED:
        raise Unfit("Timezone goes with datetime and time")
    if zone is not None and zone is not ...:
        raise Unfit("a zone by name is not supported: write Timezone(...) for any, or None")
    aware, naive = ZONED[shape.type]
    return naive if zone is None else aware


def _refuse_empty(shape: Shape, rules: list[Rule]) -> None:
    """Refuse bounds that leave no value: a back end would refuse the schema."""
    stated: dict[str, Any] = {}
    for rule in rules:
        stated.setdefault(rule.keyword, rule.bound)
    step = 1 if isinstance(shape, Whole) else 0
    low, high = stated.get("minimum"), stated.get("maximum")
    above, below = stated.get("exclusiveMinimum"), stated.get("exclusiveMaximum")
    lows = [bound for bound in (low, None if above is None else above + step) if bound is not None]
    highs = [b for b in (high, None if below is None else below - step) if b is not None]
    strict = not step and not (above is None and below is None)
    pairs = [(lows, highs, strict)] + [
        ([stated[f"min{name}"]], [stated[f"max{name}"]], False)
        for name in ("Length", "Items", "Properties")
        if f"min{name}" in stated and f"max{name}" in stated
    ]
    for least, most, apart in pairs:
        if least and most and (max(least) > min(most) or (apart and max(least) == min(most))):
            raise Unfit("no value keeps to these bounds")
