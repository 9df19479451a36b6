"""Read vLLM's JSON as a user of a plain HTTP client does."""

from __future__ import annotations

from typing import Any


def get_text(completion: dict[str, Any]) -> str:
    """Return the text of a completion."""
    text: str = completion["choices"][0]["message"]["content"]
    return text


def get_delta(chunk: dict[str, Any]) -> str:
    """Return the text of a chunk, which is empty for the last one, with the usage."""
    choices = chunk["choices"]
    return (choices[0]["delta"].get("content") or "") if choices else ""
