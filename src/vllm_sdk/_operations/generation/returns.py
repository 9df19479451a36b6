"""What the argument `returns=` and its companions ask for."""

from __future__ import annotations

from typing import Any, Literal

from vllm_sdk._operations.generation.outputs import TEXT, Output, SchemaIn
from vllm_sdk.errors import RequestInvalid


def chat_output(
    returns: Any, *, repair: int = 0, schema_in: SchemaIn | None = "auto"
) -> Output[Any]:
    """What a chat is to answer.

    Raises:
        RequestInvalid: the type has no form in JSON, or `repair` goes with nothing.
        TypeError: `repair` or `schema_in` is of the wrong type.
    """
    return _output(returns, repair, schema_in, ("auto", "system", "user"))


def completion_output(
    returns: Any, *, repair: int = 0, schema_in: Literal["prompt"] | None = "prompt"
) -> Output[Any]:
    """What a completion is to answer; see `chat_output`."""
    return _output(returns, repair, schema_in, ("prompt",))


def _output(returns: Any, repair: int, schema_in: Any, places: tuple[str, ...]) -> Output[Any]:
    if not isinstance(repair, int) or isinstance(repair, bool):
        raise TypeError(f"repair is a number of further attempts, not {repair!r}")
    if repair < 0:
        raise RequestInvalid(f"repair={repair}: it is a number of further attempts, 0 or more.")
    if schema_in is not None and schema_in not in places:
        raise RequestInvalid(
            f"schema_in={schema_in!r}: it is {', '.join(map(repr, places))}, or None for nowhere."
        )
    if returns is None or returns is str:
        if repair:
            raise RequestInvalid("repair= goes with returns=: a text is never wrong.")
        return TEXT
    # most programs never ask for a type, and start without what reads them
    from vllm_sdk._operations.generation.typed_output import typed_output

    return typed_output(returns, place=schema_in, repair=repair)
