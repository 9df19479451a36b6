"""Types that hold themselves: where they are met, and which of them have no finite value."""

from __future__ import annotations

from collections.abc import Iterator

from vllm_sdk._structured.shapes.aliases import AliasShape
from vllm_sdk._structured.shapes.base import Definable, Shape
from vllm_sdk._structured.shapes.constrained import ConstrainedShape
from vllm_sdk._structured.shapes.unions import UnionShape


def iter_definables(shape: Shape) -> Iterator[Definable]:
    """The classes and recursive aliases in a shape, each as often as outside of itself."""
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
    """An alias in a shape that is itself, or a union with itself, if there is one."""
    return next(
        (
            part
            for part in iter_definables(shape)
            if isinstance(part, AliasShape) and _leads_to(part.inner, part, frozenset())
        ),
        None,
    )


def _leads_to(part: Shape, alias: AliasShape, passed: frozenset[int]) -> bool:
    """Whether a value of the alias is at once a value of this part."""
    if part is alias:
        return True
    if id(part) in passed or not isinstance(part, AliasShape | ConstrainedShape | UnionShape):
        return False
    return any(_leads_to(each, alias, passed | {id(part)}) for each in part.iter_parts())


def find_endless(shape: Shape) -> Definable | None:
    """A class or alias in a shape whose every value holds another one of it, if there is one."""
    finite: set[int] = set()

    def ends(part: Shape, inside: frozenset[int]) -> bool:
        if id(part) in finite:
            return True
        if id(part) in inside:
            return False
        choose = any if isinstance(part, UnionShape) else all
        needed = part.iter_parts() if isinstance(part, UnionShape) else part.iter_required_parts()
        if choose(ends(each, inside | {id(part)}) for each in needed):
            finite.add(id(part))
            return True
        return False

    return next((part for part in iter_definables(shape) if not ends(part, frozenset())), None)
