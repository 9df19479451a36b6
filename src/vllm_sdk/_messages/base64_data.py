"""Base64: data URLs, and base64 without one."""

from __future__ import annotations

from binascii import Error as Base64Error
from binascii import a2b_base64, b2a_base64
from pathlib import Path
from urllib.parse import unquote_to_bytes

from vllm_sdk._messages.media_types import detect_media_type
from vllm_sdk.errors import RequestInvalid

_TEXT_TYPES = ("text/", "application/json", "application/xml", "application/yaml")
_SIGNATURE_CHARS = 128
"""The characters of base64 whose bytes show the kind of a file, line ends included."""
_LONGEST_PATH = 4096
_SHORTEST = {"//": 64, "/9": 12}
"""The least number of characters of base64 that begins as a path does: of MPEG audio and JPEG."""
_SHOWN = 60


def shorten(url: str | None) -> str:
    """Return the repr of a URL, cut to its first 60 characters."""
    if url is None or len(url) <= _SHOWN:
        return repr(url)
    return f"<{url[:_SHOWN]}… {len(url)} characters>"


def encode_base64(data: bytes) -> str:
    """Encode bytes in base64, in the form that vLLM decodes."""
    return b2a_base64(data, newline=False).decode("ascii")


def is_data_of_text(url: str) -> bool:
    """Tell whether a URL is a data URL of text."""
    return is_data(url) and url[5:].lower().startswith(_TEXT_TYPES)


def decode_data_url(url: str) -> bytes:
    """Return the bytes of a data URL.

    Raises:
        RequestInvalid: Its data is missing, or not base64.
    """
    head, _, payload = url.partition(",")
    if not head.lower().endswith(";base64"):
        return unquote_to_bytes(payload)
    return decode_base64(payload, url)


def is_data(url: str) -> bool:
    """Tell whether a URL is a data URL."""
    return url[:5].lower() == "data:"


def decode_base64(text: str, name: str) -> bytes:
    """Return the bytes that base64 stands for.

    Args:
        text: Base64, strictly.
        name: The text that the error shows the start of.

    Raises:
        RequestInvalid: The text is not base64, or empty.
    """
    try:
        data = a2b_base64(text, strict_mode=True)
    except (Base64Error, ValueError) as error:  # ValueError: not ASCII
        raise RequestInvalid(f"The data of {shorten(name)} is not base64: {error}.") from None
    if not data:
        raise RequestInvalid(f"{shorten(name)} is empty: there is nothing to send.")
    return data


def decode_bare_base64(text: str) -> bytes | None:
    """Return the bytes of base64 whose start shows a kind of file; None for any other text.

    It may be broken into lines, lack its padding, and use the alphabet of URLs.

    Raises:
        RequestInvalid: It is far too long for a path, and broken.
    """
    start = _normalise(text[:_SIGNATURE_CHARS])
    try:
        shown = a2b_base64(start[: len(start) // 4 * 4], strict_mode=True)
    except (Base64Error, ValueError):
        return None
    if detect_media_type(shown) is None:
        return None
    may_be_path = len(text) < _LONGEST_PATH
    if may_be_path and (len(start) < _SHORTEST.get(start[:2], 0) or _exists(text)):
        return None
    whole = _normalise(text)
    try:
        return decode_base64(whole + "=" * (-len(whole) % 4), text)
    except RequestInvalid:
        if may_be_path:
            return None
        raise


def _normalise(text: str) -> str:
    return "".join(text.split()).replace("-", "+").replace("_", "/")


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a name that no file can have
        return False
