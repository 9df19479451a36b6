"""How a user of a plain HTTP client reads vLLM's JSON."""

from __future__ import annotations

from typing import Any


def text_of(completion: dict[str, Any]) -> str:
    """The text of a completion."""
    text: str = completion["choices"][0]["message"]["content"]
    return text


def delta_of(chunk: dict[str, Any]) -> str:
    """The text of a chunk; the last one, which brings the usage, has none."""
    choices = chunk["choices"]
    return (choices[0]["delta"].get("content") or "") if choices else ""
