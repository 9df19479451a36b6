"""What a body is, by its first bytes: gateways label bodies wrongly, or not at all."""

from __future__ import annotations

import re
from enum import Enum

_BOM = b"\xef\xbb\xbf"

# A field of an event or a comment begins the first line, or `data` begins any other.
_EVENT = re.compile(rb"(?:(?:data|event|id|retry)?:|(?:data|event|id|retry)[\r\n])")
_DATA = re.compile(rb"[\r\n]data:")
_FIELDS = (b"data:", b"event:", b"id:", b"retry:")
_TAG = re.compile(rb"<[^>]*>?")
_HIDDEN = re.compile(rb"<(script|style|!--).*?(</\1>|-->|\Z)", re.DOTALL | re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)

# Limit on the bytes of an HTML page in which a text is looked for, and on the characters quoted.
_PAGE_BYTES = 10_000
_QUOTED_CHARS = 160


class BodyForm(Enum):
    """A form of a body."""

    EMPTY = "empty"
    EVENTS = "an event stream"
    JSON = "JSON"
    HTML = "HTML"
    TEXT = "plain text"


def recognise_form(content_type: str, start: bytes) -> BodyForm:
    """Recognise the form of a body.

    The bytes decide. The content type decides only if the bytes are white space, or a JSON value
    that plain text may begin with, such as a number.

    Args:
        content_type: The `Content-Type` header, or an empty string.
        start: The first bytes of the body, as many as have arrived.
    """
    kind = content_type.partition(";")[0].strip().lower()
    text = start.removeprefix(_BOM).lstrip()
    if not text:
        return BodyForm.EVENTS if kind == "text/event-stream" else BodyForm.EMPTY
    if text[:1] in {b"{", b"["}:
        return BodyForm.JSON
    if text[:1] == b"<":
        return BodyForm.HTML
    if (
        _EVENT.match(text)
        or _DATA.search(text)
        or any(field.startswith(text) for field in _FIELDS)  # the first line has only begun
    ):
        return BodyForm.EVENTS
    return BodyForm.JSON if kind.endswith("json") else BodyForm.TEXT


def quote_start(content: bytes, form: BodyForm) -> str:
    """Return the first words of a body for a message: of HTML its title, or what a reader sees."""
    if form is BodyForm.HTML:
        page = content[:_PAGE_BYTES]
        title = _TITLE.search(page)
        seen = b"" if title is None else _TAG.sub(b" ", title.group(1))
        content = seen if seen.strip() else _TAG.sub(b" ", _HIDDEN.sub(b" ", page))
    text = content.removeprefix(_BOM)[:_PAGE_BYTES].decode("utf-8", "replace")
    words = " ".join(text.split())
    return words if len(words) <= _QUOTED_CHARS else f"{words[:_QUOTED_CHARS]}…"
