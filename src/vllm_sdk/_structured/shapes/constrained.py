"""A shape with a description or constraints."""

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


class InvalidConstraint(Exception):
    """A constraint that cannot be applied to its type."""


@attrs.frozen(eq=False)
class Constraint:
    """A constraint on a value.

    Attributes:
        check: the function that returns whether a value satisfies it.
        words: the constraint in words; may be empty.
        keyword: the JSON Schema keyword that enforces it, or empty.
        bound: the keyword's value.
        exact: True if the keyword expresses the constraint completely.
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
        description: a description of the value.
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
        """The expectation of the shape."""
        return self.inner.expected

    def iter_parts(self) -> Iterator[Shape]:
        """Yield the shape."""
        yield self.inner

    def iter_required_parts(self) -> Iterator[Shape]:
        """Yield the shape, and its items if a minimum length requires them."""
        yield self.inner
        if any(
            each.keyword in {"minItems", "minProperties"} and each.bound
            for each in self.constraints
        ):
            yield from unwrap(self.inner).iter_parts()

    def build_schema(self, definitions: Definitions) -> Schema:
        """Return the shape's schema with keywords.

        Constraints without a keyword are in the description, in parentheses.
        """
        schema = self.inner.build_schema(definitions)
        notes: list[str] = []
        if self.description and not isinstance(
            self.inner, ConstrainedShape | FormatShape | ListShape | MappingShape
        ):
            schema.pop("description", None)
        elif inner_description := schema.pop("description", ""):
            notes.append(inner_description)
        for each in self.constraints:
            enforced = each.keyword and not _list_conflicts(each.keyword) & schema.keys()
            if enforced:
                schema[each.keyword] = each.bound
            if each.words and not (enforced and each.exact):
                notes.append(each.words)
        note = f"({'; '.join(notes)})" if self.description and notes else "; ".join(notes)
        if description := f"{self.description} {note}".strip():
            schema["description"] = description
        return schema

    def read(self, value: Any) -> Any:
        """Read the value, then check every constraint."""
        found = self.inner.read(value)
        for each in self.constraints:
            try:
                is_satisfied = each.check(found)
            except Exception as error:
                why = f"{each.words or 'a constraint'} can't be checked: {describe_error(error)}"
                raise Mismatch(why) from error
            if not is_satisfied:
                raise Mismatch(f"expected {each.words or 'a value that is allowed'}, got {found!r}")
        return found

    def accepts(self, value: Any) -> bool:
        """Accept a value that the shape accepts."""
        return self.inner.accepts(value)

    def write(self, value: Any) -> str:
        """Write the value with the shape."""
        return self.inner.write(value)


def unwrap(shape: Shape) -> Shape:
    """Return a shape without its alias and the constraints on it."""
    return unwrap(shape.inner) if isinstance(shape, ConstrainedShape | AliasShape) else shape


def without_descriptions(shape: Shape) -> Shape:
    """Return a shape that reads the same, without the descriptions around it."""
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
    """Return the keywords that exclude another: both lower bounds, a pattern and a length.

    Beside a reference, no keyword is sure to be seen.
    """
    lengths = {"minLength", "maxLength"}
    if keyword in lengths:
        return {"$ref", "pattern", keyword}
    return {"$ref"} | next((group for group in _EXCLUDING if keyword in group), {keyword})
