"""Server-sent events, one case of the standard or of the field at a time."""

from __future__ import annotations

import time

import pytest

from vllm_sdk._transport.sse import EventDecoder
from vllm_sdk.errors import UnexpectedResponse


def decoded(*pieces: bytes) -> list[bytes]:
    decoder = EventDecoder()
    return [payload for piece in pieces for payload in decoder.feed(piece)]


CASES: list[tuple[bytes, list[bytes]]] = [
    (b"", []),
    (b"\n\n\n", []),
    (b"data: a\n\n", [b"a"]),
    (b"data: a\n\ndata: b\n\n", [b"a", b"b"]),
    (b"data:a\n\n", [b"a"]),
    (b"data:  a\n\n", [b" a"]),
    (b"data\n\n", [b""]),
    (b"data:\n\n", [b""]),
    (b"data: a\ndata: b\n\n", [b"a\nb"]),
    (b"data: a\n\n\ndata: b\n\n", [b"a", b"b"]),
    (b"data: a\r\n\r\ndata: b\r\n\r\n", [b"a", b"b"]),
    (b"data: a\r\rdata: b\r\r", [b"a", b"b"]),
    (b"data: a\r\n\n", [b"a"]),
    (b": keep-alive\n\ndata: a\n\n: keep-alive\n\n", [b"a"]),
    (b"event: message\nid: 7\nretry: 10\ndata: a\n\n", [b"a"]),
    (b"database: a\n\n", []),
    (b" data: a\n\n", []),
    (b"\xef\xbb\xbfdata: a\n\n", [b"a"]),
    (b"data: a\n\n\xef\xbb\xbfdata: b\n\n", [b"a"]),
    (b"data: a\n", []),
    (b"data: a\n\ndata: b", [b"a"]),
    (b"data: a\rdata: b\n\n", [b"a\nb"]),
    (b"data:  a\r\n\r\n", [b" a"]),
]


@pytest.mark.parametrize(("written", "payloads"), CASES)
def test_an_event_is_what_the_standard_says(written: bytes, payloads: list[bytes]) -> None:
    assert decoded(written) == payloads


@pytest.mark.parametrize(("written", "payloads"), CASES)
def test_it_is_the_same_later_in_the_stream(written: bytes, payloads: list[bytes]) -> None:
    if written.startswith(b"\xef\xbb\xbf"):  # a byte order mark is one at the start alone
        payloads = []
    assert decoded(b"data: first\n\n", written) == [b"first", *payloads]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c"])
def test_only_cr_and_lf_end_a_line(separator: str) -> None:
    text = f"one{separator}two".encode()
    assert decoded(b"data: " + text + b"\n\n") == [text]


def test_a_character_cut_in_two_is_put_together() -> None:
    written = "data: é😀\n\n".encode()
    assert decoded(written[:7], written[7:10], written[10:]) == ["é😀".encode()]


def test_a_crlf_cut_in_two_ends_one_line() -> None:
    assert decoded(b"data: a\r", b"\ndata: b\r", b"\n\r", b"", b"\n") == [b"a\nb"]


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (b'data: a\ndata: {"i', b'a\n{"i'),
        (b"data: a\n", b"a"),
        (b"data: a\r", b"a"),
        (b"data: a", b"a"),
        (b"\xef\xbb\xbfdata: a", b"a"),
        (b"data: a\n\n: a comment", b""),
        (b"data: a\n\nevent: message", b""),
        (b"data: a\n\nevent: ping\ndata: {}", b""),
        (b"data: a\n\ndata:", b""),
        (b"", b""),
    ],
)
def test_the_end_gives_the_payload_of_an_event_that_never_ended(
    written: bytes, left: bytes
) -> None:
    decoder = EventDecoder()
    decoder.feed(written)
    assert decoder.close() == left
    assert decoder.close() == b""


@pytest.mark.parametrize("kind", ["ping", "keepalive", "keep-alive", "heartbeat"])
def test_an_event_that_keeps_the_connection_alive_says_nothing(kind: str) -> None:
    idle = f"event: {kind}\ndata: whatever\n\n".encode()
    assert decoded(idle + b"data: a\n\n" + idle + b"data: b\n\n") == [b"a", b"b"]
    assert decoded(b"data: a\n\n", idle[:9], idle[9:], b"data: b\n\n") == [b"a", b"b"]
    named = f"event: {kind}\n".encode()
    assert decoded(b"data: a\n\n", named, b"data: {}\n\n", b"data: b\n\n") == [b"a", b"b"]


def test_nothing_is_left_of_a_whole_stream() -> None:
    decoder = EventDecoder()
    decoder.feed(b"data: a\n\n")
    assert decoder.close() == b""


def test_ten_megabytes_on_one_line_take_no_longer_in_small_pieces() -> None:
    size = 10 * 1024 * 1024
    decoder = EventDecoder()
    started = time.process_time()
    decoder.feed(b"data: ")
    for _ in range(size // 1024):
        assert decoder.feed(b"x" * 1024) == []
    (payload,) = decoder.feed(b"\n\n")
    assert len(payload) == size
    assert time.process_time() - started < 2  # a copy per piece would take half a minute


def test_many_short_lines_of_one_event_are_not_read_again() -> None:
    decoder = EventDecoder()
    started = time.process_time()
    for _ in range(50_000):
        decoder.feed(b"data: x\n")
    (payload,) = decoder.feed(b"\n")
    assert payload.count(b"x") == 50_000
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "pieces",
    [
        [b"data: 12345\n\n"],
        [b"data: 12", b"345"],
        [b"data: 1\n", b"data: 2\n"],
        [b": a comment without an end"],
        [b"data: a\n\ndata: 12345\n\n"],
        [b"data: a\n\n", b"data: b\n\ndata: 12345"],
        [b"data: a\n\n", b"data: 12345\n\n"],
    ],
)
def test_an_event_that_is_too_long_is_refused(pieces: list[bytes]) -> None:
    decoder = EventDecoder(max_event_bytes=10)

    def feed_all() -> None:
        for piece in [*pieces, b""]:
            decoder.feed(piece)

    with pytest.raises(UnexpectedResponse, match="longer than 10 bytes"):
        feed_all()
    with pytest.raises(UnexpectedResponse):
        decoder.feed(b"data: a\n\n")
    with pytest.raises(UnexpectedResponse):
        decoder.close()


def test_events_before_the_one_that_is_too_long_are_given_first() -> None:
    decoder = EventDecoder(max_event_bytes=10)
    assert decoder.feed(b"data: a\n\ndata: b\n\ndata: 12345\n\n") == [b"a", b"b"]
    with pytest.raises(UnexpectedResponse):
        decoder.close()


def test_comments_without_end_do_not_add_up() -> None:
    decoder = EventDecoder(max_event_bytes=20)
    for _ in range(100):
        assert decoder.feed(b": keep-alive\n") == []
    assert decoder.feed(b"data: a\n\n") == [b"a"]
