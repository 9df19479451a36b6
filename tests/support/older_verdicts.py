"""The verdicts of older versions of vLLM that differ from those of the newest one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from server_versions import ServerVersion


@dataclass(frozen=True)
class Older:
    """A verdict of older versions that differs from that of the newest one.

    Attributes:
        since: The first version with the verdict of the newest one.
        status: The status that older versions answer with.
        option: The name of the option.
        example: A value of the option.
        applies: Returns whether the verdict applies to another value.
        newest: The status that the newest version answers with.
    """

    since: str
    status: int
    option: str
    example: Any
    applies: Callable[[Any], bool]
    newest: int = 400

    @property
    def chosen(self) -> dict[str, Any]:
        """The example as a field."""
        return {self.option: self.example}


def is_too_large(value: Any) -> bool:
    """Return whether an integer in the value has more than 64 bits."""
    if isinstance(value, dict | list):
        return any(map(is_too_large, value.values() if isinstance(value, dict) else value))
    return isinstance(value, int) and not -(2**63) <= value < 2**64


def is_unprintable(constraint: Any) -> bool:
    """Return whether a choice has a control character."""
    choices = constraint.get("choice") if isinstance(constraint, dict) else constraint.choice
    return not all(map(str.isprintable, choices or ()))


OLDER = [
    Older("0.29.0", 500, "bad_words", ["a", " "], lambda words: any(map(str.isspace, words))),
    Older("0.29.0", 200, "stop_token_ids", [-1], lambda ids: min(ids) < 0),
    Older("0.29.0", 200, "stop_token_ids", [2**31], lambda ids: max(ids) >= 2**31),
    Older("0.30.0", 200, "routed_experts_prompt_start", 2**31, lambda start: start >= 2**31),
    Older("0.30.0", 200, "cache_salt", "a/b", bool),
    Older("0.30.0", 500, "vllm_xargs", {"a": 2**64}, is_too_large),
    Older("0.30.0", 500, "kv_transfer_params", {"a": {"b": [2**64]}}, is_too_large),
    Older("0.30.0", 500, "ec_transfer_params", {"a": -(2**63) - 1}, is_too_large),
    Older("0.31.0", 500, "structured_outputs", {"choice": ["\0"]}, is_unprintable, newest=200),
]
"""The older verdicts, sorted by the version that ended them."""


def statuses_of_older(version: ServerVersion, chosen: dict[str, Any]) -> set[int]:
    """Return the statuses that a server answers with because it is older."""
    return {
        older.status
        for older in OLDER
        if version.is_before(older.since)
        and chosen.get(older.option)
        and older.applies(chosen[older.option])
    }
