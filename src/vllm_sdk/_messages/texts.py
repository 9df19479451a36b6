"""Checks of text that a request carries."""

from __future__ import annotations

from vllm_sdk.errors import RequestInvalid


def check_text(text: str, what: str) -> None:
    """Refuse text that JSON cannot carry.

    Args:
        text: Any text, empty and very long texts included.
        what: The name of the text, for the error.

    Raises:
        RequestInvalid: The text contains a lone surrogate, half of a character.
    """
    if text.isascii():  # reads a flag of the string, so it costs nothing for a long prompt
        return
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise RequestInvalid(
            f"{what} holds the lone surrogate U+{ord(text[error.start]):04X} at position "
            f"{error.start}, which UTF-8 cannot carry. It usually comes from decoding bytes with "
            "errors='surrogateescape' or from half an emoji; "
            "text.encode('utf-8', 'replace').decode() puts '?' in its place."
        ) from None


def check_string(value: object, what: str) -> None:
    """Refuse a value that is not a string, and text that JSON cannot carry.

    Raises:
        TypeError: The value is not a string.
        RequestInvalid: The text contains a lone surrogate.
    """
    if not isinstance(value, str):
        raise TypeError(f"{what} is a string, not {get_type_name(value)}")
    check_text(value, what)


def get_type_name(value: object) -> str:
    """Return the name of a value's type, for errors."""
    return type(value).__name__
