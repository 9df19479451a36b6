"""Text that a request can carry."""

from __future__ import annotations

from vllm_sdk.errors import RequestInvalid


def check_text(text: str, what: str) -> None:
    """Refuse text that JSON cannot carry.

    Args:
        text: any text; empty and enormous are fine.
        what: what it is, for the error.

    Raises:
        RequestInvalid: the text holds a lone surrogate, half of a character.
    """
    if text.isascii():  # a flag of the string: no cost, however long the prompt
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
    """Refuse what is no text, or none that JSON can carry.

    Raises:
        TypeError: the value is not a string.
        RequestInvalid: the text holds a lone surrogate.
    """
    if not isinstance(value, str):
        raise TypeError(f"{what} is a string, not {get_type_name(value)}")
    check_text(value, what)


def get_type_name(value: object) -> str:
    """Name a value's type, for errors."""
    return type(value).__name__
