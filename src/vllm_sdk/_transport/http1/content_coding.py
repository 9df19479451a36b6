"""Decompress response bodies, in pieces of a bounded size.

A few bytes of a compressed body may stand for gigabytes. Whoever takes the pieces can stop after
each of them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Protocol

_PIECE = 1 << 16
"""Limit on the decompressed bytes of one piece, which brotli exceeds by half."""

_SLICE = 512
"""Bytes of zstd that are taken at a time, since its library knows no limit: 16 MB at most."""

_MAX_WINDOW = 1 << 23
"""The memory that a body may ask for in its header: what the standard allows zstd over HTTP."""

_GZIP = 16 + zlib.MAX_WBITS

_BROKEN = "its compressed body is broken"


class ContentError(Exception):
    """A body that is not compressed as its headers say; the text is for the end of a sentence."""


class ContentDecoder(Protocol):
    """Decompresses one body.

    Attributes:
        is_finished: Whether the compressed data are complete. An empty body is.
    """

    @property
    def is_finished(self) -> bool:
        """True if the compressed data are complete."""
        ...

    def decode(self, data: bytes) -> Iterator[bytes]:
        """Take compressed bytes, cut anywhere.

        Returns:
            An iterator of the decompressed pieces, none of which is empty.

        Raises:
            ContentError: The data are not compressed in this way.
        """
        ...


def list_codings() -> str:
    """Return the value of `Accept-Encoding`: the codings that can be decoded here."""
    optional = [name for name, has in (("br", _has_brotli), ("zstd", _has_zstandard)) if has()]
    return ", ".join(["gzip", "deflate", *optional])


def new_decoder(header: bytes) -> ContentDecoder | None:
    """Return the decoder that a `Content-Encoding` header asks for; None if it asks for none.

    Raises:
        ContentError: The coding is unknown, or its library is not installed.
    """
    coding = header.strip().lower().decode("latin-1")
    match coding:
        case "" | "identity":
            return None
        case "gzip" | "x-gzip":
            return _ZlibDecoder(_GZIP)
        case "deflate":
            return _ZlibDecoder(None)
        case "br" if _has_brotli():
            return _BrotliDecoder()
        case "zstd" if _has_zstandard():
            return _ZstdDecoder()
        case _:
            raise ContentError(f"it is compressed with {coding[:40]!r}, which was not asked for")


def _has_brotli() -> bool:
    # Versions before 1.2 cannot limit what comes out.
    try:
        return hasattr(import_module("brotli").Decompressor, "can_accept_more_data")
    except ImportError:
        return False


def _has_zstandard() -> bool:
    try:
        return bool(import_module("zstandard"))
    except ImportError:
        return False


class _ZlibDecoder:
    """Decodes gzip, of several members too, and deflate with or without its zlib header."""

    def __init__(self, window: int | None) -> None:
        self._window = window
        self._decoder: Any = None
        self._held = b""  # the first byte, while two are needed to tell the form

    @property
    def is_finished(self) -> bool:
        return not self._held and (self._decoder is None or bool(self._decoder.eof))

    def decode(self, data: bytes) -> Iterator[bytes]:
        data, self._held = self._held + data, b""
        is_full = False
        while data or is_full:  # a full piece may leave more in the decoder, without any input
            if self._decoder is None or self._decoder.eof:
                if self._decoder is not None:  # another member follows, or padding
                    data = data.lstrip(b"\0")
                if len(data) <= 1:
                    self._held = data
                    return
                self._decoder = zlib.decompressobj(self._window or _find_window(data))
            try:
                piece = self._decoder.decompress(data, _PIECE)
            except zlib.error:
                raise ContentError(_BROKEN) from None
            if piece:
                yield piece
            is_full = len(piece) == _PIECE
            data = self._decoder.unconsumed_tail or self._decoder.unused_data


def _find_window(start: bytes) -> int:
    """Tell deflate in its zlib form, as the standard says, from the raw one that some send."""
    is_zlib = start[0] & 0x0F == zlib.DEFLATED and int.from_bytes(start[:2]) % 31 == 0
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS


class _BrotliDecoder:
    """Decodes brotli."""

    def __init__(self) -> None:
        self._library: Any = import_module("brotli")
        self._decoder: Any = None

    @property
    def is_finished(self) -> bool:
        return self._decoder is None or bool(self._decoder.is_finished())

    def decode(self, data: bytes) -> Iterator[bytes]:
        if self._decoder is None:
            self._decoder = self._library.Decompressor()
        try:
            while piece := self._decoder.process(data, output_buffer_limit=_PIECE):
                yield piece
                data = b""  # it may hold back more of what it has decompressed
        except self._library.error:
            raise ContentError(_BROKEN) from None


class _ZstdDecoder:
    """Decodes zstd, of several frames too."""

    def __init__(self) -> None:
        self._library: Any = import_module("zstandard")
        self._decoder: Any = None

    @property
    def is_finished(self) -> bool:
        return self._decoder is None or bool(self._decoder.eof)

    def decode(self, data: bytes) -> Iterator[bytes]:
        try:
            for start in range(0, len(data), _SLICE):
                part = data[start : start + _SLICE]
                while part:
                    if self._decoder is None or self._decoder.eof:
                        frames = self._library.ZstdDecompressor(max_window_size=_MAX_WINDOW)
                        self._decoder = frames.decompressobj()
                    if piece := self._decoder.decompress(part):
                        yield piece
                    part = self._decoder.unused_data
        except self._library.ZstdError:
            raise ContentError(_BROKEN) from None
