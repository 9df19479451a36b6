"""Text that is one of a few choices, bare or as a JSON string."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from vllm_sdk._structured.json_text.parsing import Mismatch, abbreviate, build_error, parse
from vllm_sdk.errors import OutputEmpty, OutputInvalid


def read_choice(text: str, choices: Sequence[str], read: Callable[[Any], Any]) -> Any:
    """Return the value of the choice that a text names.

    Args:
        text: the model's output: a choice, bare or as a JSON string; white space may surround it.
        choices: the choices.
        read: makes the value from a choice.

    Raises:
        OutputInvalid: the text is not one of the choices.
    """
    if text in choices:
        return read(text)
    value = _find_string(text)
    if value in choices:
        return read(value)
    bare = text.strip()
    alike = [choice for choice in choices if choice.strip() == bare]
    if len(alike) == 1:
        return read(alike[0])
    expected = " or ".join(abbreviate(choice) for choice in choices)
    if not bare:
        raise OutputEmpty(f"The output is empty; expected {expected}.", text=text)
    raise build_error(text, Mismatch(f"expected {expected}, got {abbreviate(value)}"))


def _find_string(text: str) -> str:
    """Return the string if the text is a JSON string, else the text."""
    try:
        value = parse(text)
    except OutputInvalid:
        return text
    return value if type(value) is str else text
