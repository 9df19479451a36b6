"""Compressed bodies: the same whatever the cuts, in pieces of a bounded size, and whole."""

from __future__ import annotations

import gzip
import sys
import tracemalloc
import types
import zlib

import brotli
import pytest
import zstandard
from hypothesis import example, given
from hypothesis import strategies as st

from profiles import examples
from strategies.http_responses import CODINGS, bodies, deliveries, raw_deflate
from vllm_sdk._transport.http1.content_coding import (
    ContentDecoder,
    ContentError,
    list_codings,
    new_decoder,
)

PIECE = 65_536


def decoder_of(coding: str) -> ContentDecoder:
    decoder = new_decoder(CODINGS[coding][0])
    assert decoder is not None
    return decoder


def decode(decoder: ContentDecoder, pieces: list[bytes]) -> bytes:
    return b"".join(part for piece in pieces for part in decoder.decode(piece))


@pytest.mark.parametrize("coding", CODINGS)
@given(st.data(), bodies)
@examples(60)
def test_a_body_is_the_same_whatever_the_cuts(
    coding: str, data: st.DataObject, body: bytes
) -> None:
    decoder = decoder_of(coding)
    assert decode(decoder, data.draw(deliveries(CODINGS[coding][1](body)))) == body
    assert decoder.is_finished


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("size", [65_535, 65_536, 65_537, 65_600, 65_794, 131_072, 131_073])
@pytest.mark.parametrize("fill", [b"\0", b"0123456789abcdef"])
def test_a_body_of_about_whole_pieces_is_complete(coding: str, size: int, fill: bytes) -> None:
    body = (fill * size)[:size]
    decoder = decoder_of(coding)
    assert decode(decoder, [CODINGS[coding][1](body)]) == body
    assert decoder.is_finished


@given(st.integers(65_537, 66_100) | st.integers(131_072, 131_700))
@example(65_537)
@example(65_794)
@examples(200)
def test_what_the_decoder_still_holds_of_a_full_piece_is_not_lost(size: int) -> None:
    decoder = decoder_of("raw deflate")
    assert decode(decoder, [raw_deflate(bytes(size))]) == bytes(size)
    assert decoder.is_finished


@pytest.mark.parametrize("coding", CODINGS)
def test_nothing_that_has_arrived_is_held_back(coding: str) -> None:
    compressors = {
        b"gzip": lambda: zlib.compressobj(wbits=31),
        b"deflate": zlib.compressobj,
        b"br": brotli.Compressor,
        b"zstd": lambda: zstandard.ZstdCompressor().compressobj(),
    }
    header = CODINGS[coding][0].lower().removeprefix(b"x-")
    decoder = decoder_of(coding)
    compressor = compressors[header]()
    for event in (b"data: 1\n\n", bytes(70_000), b"data: 2\n\n", bytes(65_794), b"data: 3\n\n"):
        match header:
            case b"br":
                written = compressor.process(event) + compressor.flush()
            case b"zstd":
                flush = zstandard.COMPRESSOBJ_FLUSH_BLOCK
                written = compressor.compress(event) + compressor.flush(flush)
            case _:
                written = compressor.compress(event) + compressor.flush(zlib.Z_SYNC_FLUSH)
        assert decode(decoder, [written]) == event
        assert not decoder.is_finished


@pytest.mark.parametrize("coding", CODINGS)
def test_pieces_are_bounded_and_not_empty(coding: str) -> None:
    written = CODINGS[coding][1](bytes(20_000_000))
    most = 17_000_000 if "zstd" in coding else 2 * PIECE if coding == "br" else PIECE
    assert all(0 < len(piece) <= most for piece in decoder_of(coding).decode(written))


@pytest.mark.parametrize("coding", CODINGS)
def test_the_first_pieces_of_a_bomb_take_little_memory(coding: str) -> None:
    written = CODINGS[coding][1](bytes(30_000_000))
    tracemalloc.start()
    try:
        next(decoder_of(coding).decode(written))
        assert tracemalloc.get_traced_memory()[1] < 34_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate", "br", "zstd"])
@given(st.data(), bodies.filter(bool))
@examples(60)
def test_a_body_that_is_cut_short_is_not_finished(
    coding: str, data: st.DataObject, body: bytes
) -> None:
    written = CODINGS[coding][1](body)
    rest = written[: data.draw(st.integers(1, len(written) - 1))]
    decoder = decoder_of(coding)
    assert body.startswith(decode(decoder, data.draw(deliveries(rest))))
    assert not decoder.is_finished


@pytest.mark.parametrize("coding", CODINGS)
@given(st.data(), st.binary(max_size=200))
@examples(60)
def test_other_bytes_are_broken_or_cut_short_but_no_other_error(
    coding: str, data: st.DataObject, written: bytes
) -> None:
    decoder = decoder_of(coding)
    if data.draw(st.booleans()):  # a start that is right leads further in
        written = CODINGS[coding][1](b"abc" * 9)[: data.draw(st.integers(1, 40))] + written
    try:
        decode(decoder, data.draw(deliveries(written)))
    except ContentError as error:
        assert str(error) == "its compressed body is broken"  # noqa: PT017 - it need not be raised


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("rest", [b"x", b"more of it", b"\0more"])
def test_other_bytes_after_the_compressed_ones_are_not_passed_over(
    coding: str, rest: bytes
) -> None:
    decoder = decoder_of(coding)
    try:
        assert decode(decoder, [CODINGS[coding][1](b"abc"), rest]) == b"abc"
    except ContentError:
        return
    assert not decoder.is_finished


@pytest.mark.parametrize("coding", CODINGS)
def test_an_empty_body_is_finished(coding: str) -> None:
    assert decoder_of(coding).is_finished


@pytest.mark.parametrize("padding", [1, 2, 1000])
def test_gzip_may_be_padded(padding: int) -> None:
    written = gzip.compress(b"abc") + bytes(padding) + gzip.compress(b"def") + bytes(padding)
    for pieces in ([written], [written[place : place + 1] for place in range(len(written))]):
        decoder = decoder_of("gzip")
        assert decode(decoder, pieces) == b"abcdef"
        assert decoder.is_finished


def test_zstd_gets_no_more_memory_than_the_standard_allows() -> None:
    empty_block = b"\x01\x00\x00"
    for log, is_allowed in ((23, True), (24, False), (27, False)):
        frame = zstandard.MAGIC_NUMBER.to_bytes(4, "little") + bytes([0, (log - 10) << 3])
        decoder = decoder_of("zstd")
        if is_allowed:
            assert decode(decoder, [frame + empty_block]) == b""
            assert decoder.is_finished
        else:
            with pytest.raises(ContentError):
                decode(decoder, [frame + empty_block])


@pytest.mark.parametrize("header", [b"", b" ", b"identity", b" Identity "])
def test_a_body_may_be_sent_as_it_is(header: bytes) -> None:
    assert new_decoder(header) is None


@pytest.mark.parametrize("header", [b"lzma", b"gzip, br", b"\xff" * 100])
def test_an_unknown_coding_is_named_in_short(header: bytes) -> None:
    name = header[:40].decode("latin-1")
    with pytest.raises(ContentError) as raised:
        new_decoder(header)
    assert str(raised.value) == f"it is compressed with {name!r}, which was not asked for"


def test_all_codings_are_asked_for_if_their_libraries_are_installed() -> None:
    assert list_codings() == "gzip, deflate, br, zstd"


def test_no_coding_is_asked_for_or_taken_without_its_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("brotli", "zstandard"):
        monkeypatch.setitem(sys.modules, name, None)
    assert list_codings() == "gzip, deflate"
    for header in (b"br", b"zstd"):
        with pytest.raises(ContentError, match="which was not asked for"):
            new_decoder(header)


def test_a_brotli_without_limits_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    older = types.SimpleNamespace(Decompressor=type("Decompressor", (), {"process": None}))
    monkeypatch.setitem(sys.modules, "brotli", older)
    assert list_codings() == "gzip, deflate, zstd"
