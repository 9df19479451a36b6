"""A shape with a description or constraints on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from vllm_sdk._structured.json_text.parsing import Mismatch, describe_error
from vllm_sdk._structured.shapes.aliases import AliasShape
from vllm_sdk._structured.shapes.base import (
    Definitions,
    Shape,
)
from vllm_sdk._structured.shapes.containers import ListShape, MappingShape
from vllm_sdk._structured.shapes.formats import FormatShape
from vllm_sdk.types import Schema


@attrs.frozen(eq=False)
class Constraint:
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
class ConstrainedShape(Shape):
    """A shape with a description or constraints on it.

    Attributes:
        inner: the shape.
        description: what the value is, in words.
        constraints: the constraints.
    """

    inner: Shape
    description: str = ""
    constraints: tuple[Constraint, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the shape."""
        return self.inner.kinds

    @property
    def expected(self) -> str:
        """What the shape expects."""
        return self.inner.expected

    def iter_parts(self) -> Iterator[Shape]:
        """The shape."""
        yield self.inner

    def iter_required_parts(self) -> Iterator[Shape]:
        """The shape, and the items that it can't be without."""
        yield self.inner
        if any(
            each.keyword in {"minItems", "minProperties"} and each.bound
            for each in self.constraints
        ):
            yield from unwrap(self.inner).iter_parts()

    def build_schema(self, definitions: Definitions) -> Schema:
        """The shape's schema with keywords; what has none is in the description's brackets."""
        stated = self.inner.build_schema(definitions)
        notes: list[str] = []
        if self.description and not isinstance(
            self.inner, ConstrainedShape | FormatShape | ListShape | MappingShape
        ):
            stated.pop("description", None)
        elif said := stated.pop("description", ""):
            notes.append(said)
        for each in self.constraints:
            enforced = each.keyword and not _list_conflicts(each.keyword) & stated.keys()
            if enforced:
                stated[each.keyword] = each.bound
            if each.words and not (enforced and each.exact):
                notes.append(each.words)
        noted = f"({'; '.join(notes)})" if self.description and notes else "; ".join(notes)
        if description := f"{self.description} {noted}".strip():
            stated["description"] = description
        return stated

    def read(self, value: Any) -> Any:
        """What the shape reads, if it keeps to every constraint."""
        found = self.inner.read(value)
        for each in self.constraints:
            try:
                kept = each.check(found)
            except Exception as error:
                why = f"{each.words or 'a constraint'} can't be checked: {describe_error(error)}"
                raise Mismatch(why) from error
            if not kept:
                raise Mismatch(f"expected {each.words or 'a value that is allowed'}, got {found!r}")
        return found

    def accepts(self, value: Any) -> bool:
        """What the shape holds."""
        return self.inner.accepts(value)

    def write(self, value: Any) -> str:
        """What the shape writes."""
        return self.inner.write(value)


def unwrap(shape: Shape) -> Shape:
    """A shape without its alias and the constraints on it."""
    return unwrap(shape.inner) if isinstance(shape, ConstrainedShape | AliasShape) else shape


def without_descriptions(shape: Shape) -> Shape:
    """A shape that reads the same, without the descriptions around it."""
    return (
        without_descriptions(shape.inner)
        if isinstance(shape, ConstrainedShape) and not shape.constraints
        else shape
    )


_EXCLUDING = (
    {"minimum", "exclusiveMinimum"},
    {"maximum", "exclusiveMaximum"},
    {"pattern", "minLength", "maxLength"},
)


def _list_conflicts(keyword: str) -> set[str]:
    """The keywords that leave no room for another: both lower bounds, a pattern and a length.

    Beside a reference none is sure to be seen.
    """
    lengths = {"minLength", "maxLength"}
    if keyword in lengths:
        return {"$ref", "pattern", keyword}
    return {"$ref"} | next((group for group in _EXCLUDING if keyword in group), {keyword})
