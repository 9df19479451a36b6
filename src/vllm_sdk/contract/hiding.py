"""Texts of a server, made fit for a report."""

from __future__ import annotations

from typing import TypeVar

import msgspec

S = TypeVar("S", bound=msgspec.Struct)

SHORTEST_KEY = 8
"""Characters of a key that is a secret; a shorter one, such as `EMPTY`, may be a word of a text."""

HIDDEN = "[API key]"


def clean(text: str, api_key: str | None = None) -> str:
    """Return a text without the API key and without halves of surrogate pairs.

    Args:
        text: The text, which a server may have written.
        api_key: The key that the server was sent, which it may have sent back.
    """
    whole = text.encode("utf-8", "replace").decode()
    if api_key is None or len(api_key) < SHORTEST_KEY:
        return whole
    return whole.replace(api_key, HIDDEN)


def clean_texts(struct: S, api_key: str | None) -> S:
    """Return a struct whose texts are `clean`."""
    fields = msgspec.structs.asdict(struct)
    texts = {name: clean(each, api_key) for name, each in fields.items() if isinstance(each, str)}
    return msgspec.structs.replace(struct, **texts)
