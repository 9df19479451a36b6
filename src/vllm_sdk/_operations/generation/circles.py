"""Answers that go round in circles: the same items of an array, or the same text, to the end."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from vllm_sdk._structured.json_text.parsing import abbreviate, format_path, is_array
from vllm_sdk._structured.json_text.partial_json import PartialJsonParser

FEWEST_ROUNDS = 4
FEWEST_CHARS = 40
"""The least that counts as a circle: 4 rounds, with 40 characters together."""

LONGEST_ROUND = 200
"""Limit on the items or characters of one round."""

LIMIT_LENGTHS = "limit lengths with Len(…), as in Annotated[list[str], Len(0, 10)]"
"""What keeps a type from going round in circles."""


def explain_circles(text: str) -> str:
    """Write what a truncated answer repeats, and what helps; empty if it does not repeat itself."""
    repeated = describe_circles(text)
    if not repeated:
        return ""
    return (
        f"{repeated} More tokens do not help: {LIMIT_LENGTHS}, or let the server end such an "
        "answer early with repetition_detection=…."
    )


def describe_circles(text: str) -> str:
    """Write what a truncated answer repeats up to its end; empty if it does not repeat itself."""
    return _describe_array(text) or _describe_tail(text)


def _describe_array(text: str) -> str:
    """Write which array of truncated JSON goes round in circles; the outermost one counts."""
    partial = PartialJsonParser[Any]().feed(text)
    value: Any = None if partial is None else partial.json
    steps: list[str | int] = []
    while value and not isinstance(value, str | int | float):
        if is_array(value):
            items = value[-LONGEST_ROUND * FEWEST_ROUNDS - 1 : -1]  # the last one may be cut off
            if size := _find_round([_write(each) for each in items]):
                return (
                    f"The array {format_path(steps)} goes round in circles: it has "
                    f"{len(value)} items, and the last ones are {abbreviate(items[-size:])} again "
                    "and again."
                )
            steps.append(len(value) - 1)
            value = value[-1]
        else:
            name, value = next(reversed(value.items()))
            steps.append(name)
    return ""


def _describe_tail(text: str) -> str:
    """Write which characters are at the end again and again."""
    size = _find_round(text)
    if not size:
        return ""
    ending = abbreviate(text[-size:])
    return f"The answer goes round in circles: it ends in {ending} again and again."


def _find_round(parts: Sequence[str]) -> int:
    """Return the length of the shortest round that the end consists of, or 0.

    Args:
        parts: The items of an array as JSON with a comma, or the characters of a text.
    """
    for size in range(1, min(LONGEST_ROUND, len(parts) // FEWEST_ROUNDS) + 1):
        chars = sum(map(len, parts[-size:]))
        needed = size * max(FEWEST_ROUNDS, -(-FEWEST_CHARS // chars))
        if len(parts) >= needed and parts[-needed:-size] == parts[size - needed :]:
            return size
    return 0


def _write(item: Any) -> str:
    """Return an item as JSON with a comma."""
    try:
        return f"{json.dumps(item)},"
    except RecursionError:  # so deep that no error could show it: equal to itself alone
        return f"{id(item)},"
