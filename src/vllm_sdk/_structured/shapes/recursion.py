"""Recursive shapes: the classes and aliases in them, and those that have no finite value."""

from __future__ import annotations

from collections.abc import Iterator

from vllm_sdk._structured.shapes.aliases import AliasShape
from vllm_sdk._structured.shapes.base import Definable, Shape
from vllm_sdk._structured.shapes.constrained import ConstrainedShape
from vllm_sdk._structured.shapes.unions import UnionShape


def iter_definables(shape: Shape) -> Iterator[Definable]:
    """Iterate over the classes and recursive aliases in a shape.

    Each is yielded once for each use outside of itself.
    """
    met: set[int] = set()
    waiting = [shape]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, Definable):
            yield part
            if id(part) in met:
                continue
            met.add(id(part))
        waiting += part.iter_parts()


def find_alias_loop(shape: Shape) -> AliasShape | None:
    """Return an alias in a shape that is itself, or a union with itself, or None."""
    return next(
        (
            part
            for part in iter_definables(shape)
            if isinstance(part, AliasShape) and _leads_to(part.inner, part, frozenset())
        ),
        None,
    )


def _leads_to(part: Shape, alias: AliasShape, passed: frozenset[int]) -> bool:
    """Return whether every value of this part is a value of the alias."""
    if part is alias:
        return True
    if id(part) in passed or not isinstance(part, AliasShape | ConstrainedShape | UnionShape):
        return False
    return any(_leads_to(each, alias, passed | {id(part)}) for each in part.iter_parts())


def find_endless(shape: Shape) -> Definable | None:
    """Return a class or alias in a shape whose every value contains another one of it, or None."""
    finite: set[int] = set()

    def is_finite(part: Shape, inside: frozenset[int]) -> bool:
        if id(part) in finite:
            return True
        if id(part) in inside:
            return False
        choose = any if isinstance(part, UnionShape) else all
        needed = part.iter_parts() if isinstance(part, UnionShape) else part.iter_required_parts()
        if choose(is_finite(each, inside | {id(part)}) for each in needed):
            finite.add(id(part))
            return True
        return False

    return next((part for part in iter_definables(shape) if not is_finite(part, frozenset())), None)
