"""A result that ends the loop."""

from __future__ import annotations

from typing import Any, Generic, TypeGuard, TypeVar

import attrs

from vllm_sdk._exports import export

ValueT_co = TypeVar("ValueT_co", covariant=True)


@export
@attrs.frozen
class Final(Generic[ValueT_co]):
    """A tool's result that ends the loop: `return Final(report)`.

    The loop runs the other calls of the turn, and does not ask the model again. With
    `tool(final=True)` every result of a tool ends the loop.

    Attributes:
        value: The result.
    """

    value: ValueT_co


def is_final(value: object) -> TypeGuard[Final[Any]]:
    """Tell whether a tool's result is final."""
    return isinstance(value, Final)
