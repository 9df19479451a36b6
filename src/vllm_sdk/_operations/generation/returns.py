"""What the argument `returns=` and its companions ask for."""

from __future__ import annotations

from typing import Any, Literal

from vllm_sdk._operations.generation.outputs import TEXT, Output, SchemaPlacement
from vllm_sdk.errors import RequestInvalid


def chat_output(
    returns: Any, *, max_repairs: int = 0, schema_placement: SchemaPlacement | None = "auto"
) -> Output[Any]:
    """What a chat is to answer.

    Raises:
        RequestInvalid: the type has no form in JSON, or `max_repairs` goes with nothing.
        TypeError: `max_repairs` or `schema_placement` is of the wrong type.
    """
    return _output(returns, max_repairs, schema_placement, ("auto", "system", "user"))


def completion_output(
    returns: Any, *, max_repairs: int = 0, schema_placement: Literal["prompt"] | None = "prompt"
) -> Output[Any]:
    """What a completion is to answer; see `chat_output`."""
    return _output(returns, max_repairs, schema_placement, ("prompt",))


def _output(
    returns: Any, max_repairs: int, schema_placement: Any, places: tuple[str, ...]
) -> Output[Any]:
    if not isinstance(max_repairs, int) or isinstance(max_repairs, bool):
        raise TypeError(f"max_repairs is a number of further attempts, not {max_repairs!r}")
    if max_repairs < 0:
        raise RequestInvalid(
            f"max_repairs={max_repairs}: it is a number of further attempts, 0 or more."
        )
    if schema_placement is not None and schema_placement not in places:
        raise RequestInvalid(
            f"schema_placement={schema_placement!r}: it is {', '.join(map(repr, places))}, or None "
            "for nowhere."
        )
    if returns is None or returns is str:
        if max_repairs:
            raise RequestInvalid("max_repairs= goes with returns=: a text is never wrong.")
        return TEXT
    # most programs never ask for a type, and start without what reads them
    from vllm_sdk._operations.generation.typed_output import typed_output

    return typed_output(returns, place=schema_placement, max_repairs=max_repairs)
