"""What a model with random weights is to be asked, and how, so that its answers end."""

from __future__ import annotations

from typing import Any

import httpx
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from server_versions import key_headers
from vllm_sdk.testing import Server


def drawn(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """So many random values, always the same."""
    values: list[Any] = []

    @settings(
        derandomize=True,
        max_examples=count,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(strategy)
    def collect(value: Any) -> None:
        values.append(value)

    collect()
    return values


def bias_of(server: Server, *, spaces: bool) -> dict[str, float]:
    """A bias under which random texts, lists and objects end.

    What no trained model writes is forbidden: xgrammar lets special tokens be part of a text,
    whose reply then lacks them, and where a length is given, halves of surrogate pairs, which no
    UTF-8 has; they begin with the byte that `한` begins with.

    Args:
        server: whose tokens they are.
        spaces: whether white space may be written.
    """

    def tokens(text: str) -> list[int]:
        asked = {"model": server.model, "prompt": text, "add_special_tokens": False}
        found = httpx.post(
            f"{server.url}/tokenize", json=asked, headers=key_headers(), timeout=30
        ).json()["tokens"]
        return list(found)

    bias = {'"': 8.0, "}": 2.0, "]": 2.0, "<|im_start|>": -100.0, "<|pad|>": -100.0}
    bias["한"] = -100.0
    if not spaces:
        bias |= dict.fromkeys([" ", "\n", "\t", "\r"], -100.0)
    return {str(tokens(text)[0]): value for text, value in bias.items()}
