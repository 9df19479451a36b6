"""Digests: of a request, of an input file."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import msgspec

from vllm_sdk._operations.core import Request

_DIGEST_BYTES = 16


def hash_request(request: Request) -> str:
    """Return the hash of what a request asks: its method, its route, its body.

    An id that the body gives the request does not count.

    Returns:
        32 hexadecimal digits, the same in every process.
    """
    body = request.body or b""
    if request.request_id is not None:
        fields = msgspec.json.decode(body, type=dict[str, msgspec.Raw])
        fields.pop("request_id", None)
        body = msgspec.json.encode(fields)
    return hash_parts(request.method.encode(), request.path.encode(), body)


def hash_value(value: Any) -> str:
    """Return the hash of a JSON value, whatever the order of its keys."""
    return hash_parts(msgspec.json.encode(value, order="sorted"))


def hash_parts(*parts: bytes) -> str:
    """Return the hash of bytes, which depends on where one part ends and the next begins."""
    digest = blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


class ContentDigest:
    """The digest of a file's content, line by line."""

    def __init__(self) -> None:
        """Begin with an empty content."""
        self._digest = blake2b(digest_size=_DIGEST_BYTES)

    def add(self, content: bytes) -> None:
        """Add the next bytes."""
        self._digest.update(content)

    def finish(self) -> str:
        """Return 32 hexadecimal digits."""
        return self._digest.hexdigest()
