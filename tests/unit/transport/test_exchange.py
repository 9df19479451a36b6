"""One exchange without I/O: what is valid is read exactly, and nothing else gets through."""

from __future__ import annotations

import itertools
import tracemalloc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles import examples
from strategies.http_responses import (
    BROKEN,
    CODINGS,
    FOLLOWED,
    ServerResponse,
    anything,
    deliveries,
    responses,
    with_length,
)
from vllm_sdk._transport.arguments import MAX_ERROR_BYTES
from vllm_sdk._transport.http1.exchange import MAX_HEAD_BYTES, Exchange, Headers, ResponseParser

LIMIT = 10_000_000
NEXT = with_length(b"201 Next", b"next", b"X-Next: yes")
NEXT_HEADERS = {b"content-length": b"4", b"x-next": b"yes"}


def trickling(data: bytes) -> list[bytes]:
    return [data[place : place + 1] for place in range(len(data))]


def begin(parser: ResponseParser, limit: int = LIMIT) -> Exchange:
    exchange = Exchange(limit)
    parser.begin(exchange)
    return exchange


@attrs.frozen
class Outcome:
    """What has become of an exchange; `is_reusable` is from before the connection's end."""

    status: int
    headers: dict[bytes, bytes]
    body: bytes
    is_complete: bool
    violation: str | None
    is_too_large: bool
    is_reusable: bool


def read(pieces: Iterable[bytes], limit: int = LIMIT) -> Outcome:
    """Read one response from a connection of its own, which then ends."""
    parser = ResponseParser()
    exchange = begin(parser, limit)
    for piece in pieces:
        parser.feed(piece)
    is_reusable = exchange.ended and parser.reusable
    parser.end()
    return Outcome(
        exchange.status,
        exchange.headers,
        exchange.take(),
        exchange.complete,
        exchange.violation,
        exchange.too_large,
        is_reusable,
    )


def meant(response: ServerResponse) -> Outcome:
    """The outcome that the server means."""
    return Outcome(
        response.status,
        response.headers,
        response.body,
        is_complete=True,
        violation=None,
        is_too_large=False,
        is_reusable=response.persists,
    )


def read_by_h11(data: bytes) -> tuple[int, dict[bytes, bytes], bytes, bytes]:
    """The status, the headers, the payload and the rest as another library reads them."""
    peer = h11.Connection(h11.CLIENT, max_incomplete_event_size=1 << 20)
    peer.send(h11.Request(method="GET", target="/", headers=[("Host", "gpu")]))
    peer.send(h11.EndOfMessage())
    peer.receive_data(data)
    status, headers, payload = 0, dict[bytes, bytes](), b""
    while True:
        match peer.next_event():
            case h11.Response(status_code=status, headers=fields):
                for name, value in fields:
                    headers[name] = headers[name] + b", " + value if name in headers else value
            case h11.Data(data=piece):
                payload += piece
            case h11.EndOfMessage():
                return status, headers, payload, peer.trailing_data[0]
            case h11.NEED_DATA:
                peer.receive_data(b"")
            case event:
                assert isinstance(event, h11.InformationalResponse)


@contextmanager
def memory_below(most: int) -> Iterator[None]:
    """Check that the block does not hold more than `most` bytes at any time."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


# Valid responses.


@given(responses())
@examples(200)
def test_a_response_is_read_as_its_server_means_it(response: ServerResponse) -> None:
    assert read([response.data]) == meant(response)


@given(responses())
@examples(200)
def test_another_library_reads_the_same(response: ServerResponse) -> None:
    status, headers, payload, rest = read_by_h11(response.data)
    assert (status, headers, rest) == (response.status, response.headers, b"")
    assert payload == response.payload


@given(st.data(), responses())
@examples(200)
def test_a_response_is_the_same_whatever_the_cuts(
    data: st.DataObject, response: ServerResponse
) -> None:
    assert read(data.draw(deliveries(response.data))) == meant(response)


@given(st.data(), st.lists(responses(persists=True), min_size=2, max_size=4))
def test_a_connection_carries_one_response_after_the_other(
    data: st.DataObject, row: list[ServerResponse]
) -> None:
    parser = ResponseParser()
    for response in row:
        exchange = begin(parser)
        assert not parser.touched
        for piece in data.draw(deliveries(response.data)):
            assert not exchange.ended
            parser.feed(piece)
        assert parser.touched
        assert (exchange.complete, parser.reusable) == (True, True)
        assert exchange.take() == response.body
        assert (exchange.status, exchange.headers) == (response.status, response.headers)
        parser.release()


@given(st.data(), responses())
def test_a_response_that_is_cut_short_is_not_complete(
    data: st.DataObject, response: ServerResponse
) -> None:
    least = len(response.head) if response.ends_by_close else len(response.data)
    whole = response.data[: data.draw(st.integers(0, least - 1))]
    outcome = read(data.draw(deliveries(whole)))
    assert outcome.violation == "the connection was closed"
    assert not outcome.is_reusable
    assert response.body.startswith(outcome.body)


def test_a_header_of_10_kilobytes_and_200_headers_are_read() -> None:
    lines = [
        b"X-Long: " + b"v" * 10_240,
        *(b"X-%d: %d" % (number, number) for number in range(200)),
    ]
    data = with_length(b"200 OK", b"abc", *lines)
    for pieces in ([data], trickling(data)):
        outcome = read(pieces)
        assert outcome.headers[b"x-long"] == b"v" * 10_240
        assert outcome.headers[b"x-199"] == b"199"
        assert (outcome.body, outcome.is_complete, len(outcome.headers)) == (b"abc", True, 202)


def test_a_thousand_interim_responses_are_passed_over() -> None:
    data = b"HTTP/1.1 102 Processing\r\nX-Interim: yes\r\n\r\n" * 1000
    outcome = read([data, NEXT])
    assert (outcome.status, outcome.headers, outcome.body) == (201, NEXT_HEADERS, b"next")
    assert outcome.is_reusable


def test_trailers_do_not_become_headers_of_this_response_or_the_next() -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    parser = ResponseParser()
    exchange = begin(parser)
    parser.feed(head + b"1\r\na\r\n0\r\nX-Trailer: leaks\r\nContent-Encoding: gzip\r\n\r\n")
    assert exchange.headers == {b"transfer-encoding": b"chunked"}
    later = begin(parser)
    parser.feed(NEXT)
    assert (later.headers, later.take()) == (NEXT_HEADERS, b"next")


def test_spaces_around_a_value_are_not_part_of_it() -> None:
    data = with_length(b"200 OK", b"", b"X-A:  \ta b   ", b"X-B: \t ", b"X-C:", b"X-a: c ")
    assert read([data]).headers == {
        b"content-length": b"0",
        b"x-a": b"a b, c",
        b"x-b": b"",
        b"x-c": b"",
    }


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
@pytest.mark.parametrize("status", [b"200 OK", b"204 No Content", b"304 Not Modified"])
def test_a_response_without_a_body_is_complete_whatever_its_coding(
    status: bytes, coding: str
) -> None:
    outcome = read([with_length(status, b"", b"Content-Encoding: " + coding.encode())])
    assert (outcome.is_complete, outcome.body, outcome.is_reusable) == (True, b"", True)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate", "br", "zstd"])
@pytest.mark.parametrize("ends_by_close", [True, False])
def test_a_compressed_body_that_is_cut_short_is_not_complete(
    coding: str, ends_by_close: bool
) -> None:
    header, compress = CODINGS[coding]
    written = with_length(b"200 OK", compress(b"abc" * 99)[:-1], b"Content-Encoding: " + header)
    if ends_by_close:
        written = written.replace(b"Content-Length", b"X-Length")
    outcome = read([written])
    assert outcome.violation == "its compressed body is cut short"
    assert not outcome.is_reusable


# Whatever arrives.


@given(st.data(), anything, st.sampled_from([0, 5, LIMIT]))
@examples(500)
def test_whatever_arrives_is_complete_or_a_violation(
    data: st.DataObject, received: bytes, limit: int
) -> None:
    parser = ResponseParser()
    exchange = begin(parser, limit)
    for piece in data.draw(deliveries(received)):
        seen = (exchange.status, dict(exchange.headers), exchange.size, exchange.complete)
        has_ended = exchange.ended
        parser.feed(piece)
        assert all(exchange.pieces)
        assert sum(map(len, exchange.pieces)) == exchange.size <= limit
        if has_ended:
            assert seen == (exchange.status, exchange.headers, exchange.size, exchange.complete)
            assert not parser.reusable
    if exchange.ended and parser.reusable:
        assert exchange.complete
        later = begin(parser)
        parser.feed(NEXT)
        assert (later.status, later.headers, later.take()) == (201, NEXT_HEADERS, b"next")
        assert (later.complete, parser.reusable) == (True, True)
    else:
        parser.end()
        assert not parser.reusable
    assert exchange.complete != (exchange.violation is not None)
    assert exchange.violation is not None or exchange.status >= 200


@given(st.data(), anything)
@examples(300)
def test_whatever_arrives_is_judged_the_same_whatever_the_cuts(
    data: st.DataObject, received: bytes
) -> None:
    whole = read([received] if received else [])
    cut = read(data.draw(deliveries(received)))
    assert (whole.status, whole.is_complete) == (cut.status, cut.is_complete)
    if whole.is_complete:  # a decoder may drop what came right before an error
        assert (whole.headers, whole.body) == (cut.headers, cut.body)
    if not received.endswith((b"\r", b"\n")):  # those after a response belong to none
        assert whole.is_reusable == cut.is_reusable


@pytest.mark.parametrize("name", BROKEN)
@given(data=st.data())
@examples(20)
def test_a_broken_response_is_a_violation(name: str, data: st.DataObject) -> None:
    whole, cut = read([BROKEN[name]]), read(data.draw(deliveries(BROKEN[name])))
    for outcome in (whole, cut):
        assert outcome.violation
        assert (outcome.is_complete, outcome.is_reusable) == (False, False)
    assert whole.status == cut.status


@pytest.mark.parametrize("name", FOLLOWED)
@given(data=st.data())
@examples(20)
def test_nothing_follows_a_response_into_this_exchange_or_another(
    name: str, data: st.DataObject
) -> None:
    parser = ResponseParser()
    exchange = begin(parser)
    pieces = data.draw(deliveries(FOLLOWED[name]))
    for piece in pieces:
        parser.feed(piece)
    assert (exchange.complete, exchange.violation, parser.reusable) == (True, None, False)
    assert exchange.take() in {b"first", b""}
    assert b"x" not in exchange.headers


@pytest.mark.parametrize("name", FOLLOWED)
def test_what_arrives_while_nobody_asks_spoils_the_connection(name: str) -> None:
    parser = ResponseParser()
    begin(parser)
    parser.feed(NEXT)
    parser.release()
    parser.feed(FOLLOWED[name])
    assert not parser.reusable
    parser.end()


@pytest.mark.parametrize("status", [0, 99, 101])
def test_a_response_after_a_refused_one_leaves_no_trace(status: int) -> None:
    refused = b"HTTP/1.1 %03d No\r\nContent-Length: 0\r\n\r\n" % status
    for pieces in ([refused + NEXT], [refused, NEXT], trickling(refused + NEXT)):
        outcome = read(pieces)
        assert (outcome.status, outcome.body) == (0, b"")
        assert outcome.headers == {b"content-length": b"0"}
        assert (outcome.violation, outcome.is_reusable) == (f"its status is {status}", False)


def test_a_connection_that_an_engine_has_given_up_stays_so() -> None:
    parser = ResponseParser()
    exchange = begin(parser)
    parser.reusable = False
    parser.feed(NEXT)
    assert (exchange.complete, parser.reusable) == (True, False)


def test_an_exchange_that_an_engine_has_ended_takes_nothing_more() -> None:
    parser = ResponseParser()
    exchange = begin(parser)
    exchange.error = TimeoutError()
    parser.feed(NEXT)
    parser.end()
    assert (exchange.status, exchange.complete, exchange.violation) == (0, False, None)
    assert not parser.reusable


# Limits.

sizes = st.sampled_from([1, 2, 100, 65_535, 65_536, 65_537, 65_700, 131_072, 200_000])


@pytest.mark.parametrize("coding", [None, *CODINGS])
@given(st.data(), sizes, st.sampled_from([b"\0", bytes(range(256))]))
@examples(40)
def test_the_limit_of_a_body_is_exact(
    coding: str | None, data: st.DataObject, size: int, fill: bytes
) -> None:
    header, compress = CODINGS[coding] if coding else (b"identity", bytes)
    body = (fill * size)[:size]
    pieces = data.draw(
        deliveries(with_length(b"200 OK", compress(body), b"Content-Encoding: " + header))
    )
    passed = read(pieces, limit=size)
    assert (passed.body == body, passed.is_complete, passed.is_reusable) == (True, True, True)
    refused = read(pieces, limit=size - 1)
    assert refused.violation == f"its body is longer than {size - 1:,} bytes"
    assert (refused.is_too_large, refused.is_complete, refused.is_reusable) == (True, False, False)
    assert body.startswith(refused.body)


COUNTED = b"%07d\n" * 140_000 % tuple(range(140_000))


@pytest.mark.parametrize("coding", [None, "gzip", "raw deflate", "br", "zstd"])
@pytest.mark.parametrize("excess", [-1, 0, 1, 70_000])
@given(data=st.data())
@examples(10)
def test_the_start_of_a_long_refusal_is_kept(
    coding: str | None, excess: int, data: st.DataObject
) -> None:
    header, compress = CODINGS[coding] if coding else (b"identity", bytes)
    body = COUNTED[: MAX_ERROR_BYTES + excess]
    written = with_length(b"500 Broken", compress(body), b"Content-Encoding: " + header)
    outcome = read(data.draw(deliveries(written)))
    assert (outcome.status, outcome.is_complete, outcome.violation) == (500, True, None)
    assert outcome.body == body[:MAX_ERROR_BYTES]
    assert outcome.is_reusable == (excess <= 0)


@pytest.mark.parametrize("rest", [1, 100_000])
def test_the_rest_of_a_long_refusal_does_not_become_the_next_response(rest: int) -> None:
    written = with_length(b"500 Broken", bytes(MAX_ERROR_BYTES + rest + 1))
    parser = ResponseParser()
    exchange = begin(parser)
    parser.feed(written[:-rest])
    assert (exchange.complete, exchange.size, parser.reusable) == (True, MAX_ERROR_BYTES, False)


def test_a_refusal_of_any_limit_has_no_empty_piece() -> None:
    written = with_length(b"404 No", b"abcdef")
    parser = ResponseParser()
    exchange = begin(parser, limit=3)
    for piece in (written[:-3], written[-3:]):
        parser.feed(piece)
    assert (exchange.pieces, exchange.complete, parser.reusable) == ([b"abc"], True, False)


INTERIM = b"HTTP/1.1 100 Continue\r\n\r\n"
EMPTY = b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX: \r\n\r\n"


@pytest.mark.parametrize("before", [b"", INTERIM, INTERIM * 1000, b"\r\n" * 9], ids=len)
@given(data=st.data())
@examples(20)
def test_the_limit_of_a_head_is_exact(before: bytes, data: st.DataObject) -> None:
    start, value, rest = EMPTY.partition(b"X: ")
    room = MAX_HEAD_BYTES - len(before + EMPTY)
    fitting = before + start + value + b"v" * room + rest
    outcome = read(data.draw(deliveries(fitting + b"abc")))
    assert (outcome.body, outcome.is_reusable) == (b"abc", True)
    longer = before + start + value + b"v" * (room + 1) + rest
    outcome = read(data.draw(deliveries(longer + b"abc")))
    assert outcome.violation == "its head is longer than 131,072 bytes"
    assert (outcome.status, outcome.body, outcome.is_reusable) == (0, b"", False)


def test_the_limit_of_a_head_is_exact_if_its_bytes_trickle() -> None:
    head = EMPTY[:-4] + b"v" * (MAX_HEAD_BYTES - len(EMPTY))
    assert read(trickling(head + b"\r\n\r\nabc")).is_reusable
    assert not read(trickling(head + b"v\r\n\r\nabc")).status


@pytest.mark.parametrize("cut", [1, 2, 3, 7, 10_000])
def test_a_head_of_the_longest_length_takes_no_room_from_its_body(cut: int) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX: \r\n\r\n"
    head = head[:-4] + b"v" * (MAX_HEAD_BYTES - len(head)) + b"\r\n\r\n"
    framed = b"003;a=b\r\nabc\r\n0\r\nX-Trailer: a\r\n\r\n"
    pieces = [framed[start : start + cut] for start in range(0, len(framed), cut)]
    outcome = read([head, *pieces])
    assert (outcome.body, outcome.is_complete, outcome.is_reusable) == (b"abc", True, True)
    assert read([head + framed]) == outcome


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
ENDLESS: dict[str, tuple[bytes, bytes]] = {
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X-Header: value\r\n"),
    "a header": (b"HTTP/1.1 200 OK\r\nX-Header: ", b"value"),
    "a name": (b"HTTP/1.1 200 OK\r\nX-", b"name"),
    "a reason": (b"HTTP/1.1 200 ", b"OK"),
    "interim responses": (b"", INTERIM),
    "line ends": (b"", b"\r\n"),
    "an extension": (CHUNKED + b"3;", b"name"),
    "a size": (CHUNKED, b"000"),
    "trailers": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
        b"X-Trailer: a\r\n",
    ),
    "a body": (b"HTTP/1.1 200 OK\r\n\r\n", b"body"),
    "a refusal": (b"HTTP/1.1 500 No\r\n\r\n", b"body"),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_a_gigabyte_of_anything_ends_in_bounded_memory(name: str) -> None:
    start, again = ENDLESS[name]
    piece = again * (65_536 // len(again))
    parser = ResponseParser()
    with memory_below(3_000_000):
        exchange = begin(parser, limit=2_000_000)
        parser.feed(start) if start else None
        for _ in itertools.repeat(None, 1_000_000_000 // len(piece)):
            parser.feed(piece)
        assert exchange.ended
        assert not parser.reusable


@pytest.mark.parametrize("coding", CODINGS)
def test_zeros_that_are_compressed_end_in_bounded_memory(coding: str) -> None:
    header, compress = CODINGS[coding]
    bomb = compress(bytes(30_000_000))
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: " + header + b"\r\n\r\n"
    with memory_below(20_000_000):
        assert read([head + bomb * 10], limit=1_000_000).is_too_large


# Interrupts.


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt, SystemExit, GeneratorExit])
@pytest.mark.parametrize(
    ("owner", "method"),
    [
        (ResponseParser, "on_message_begin"),
        (ResponseParser, "on_header"),
        (ResponseParser, "on_headers_complete"),
        (ResponseParser, "on_body"),
        (ResponseParser, "on_message_complete"),
        (ResponseParser, "_parse"),
        (Exchange, "start_body"),
        (Exchange, "add"),
        (Exchange, "_keep"),
        (Exchange, "finish"),
    ],
)
def test_an_interrupt_comes_out_as_itself_and_ends_the_connection(
    owner: Any,
    method: str,
    interrupt: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(*_: Any) -> None:
        raise interrupt("now")

    with monkeypatch.context() as patch:
        patch.setattr(owner, method, interrupted)
        parser = ResponseParser()
        exchange = begin(parser)
        with pytest.raises(interrupt, match="now") as raised:
            parser.feed(NEXT)
    assert raised.value.__cause__ is None
    assert not parser.reusable
    parser.feed(NEXT)
    parser.end()
    assert not parser.reusable
    assert exchange.ended


def test_an_interrupt_after_the_end_of_a_response_leaves_it_complete(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finish = Exchange.finish

    def finish_interrupted(exchange: Exchange) -> None:
        finish(exchange)
        raise KeyboardInterrupt

    monkeypatch.setattr(Exchange, "finish", finish_interrupted)
    parser = ResponseParser()
    exchange = begin(parser)
    with pytest.raises(KeyboardInterrupt):
        parser.feed(NEXT)
    assert (exchange.complete, exchange.violation, parser.reusable) == (True, None, False)


# The rest of the surface.


def test_the_end_of_an_idle_connection_is_the_end_of_its_use() -> None:
    parser = ResponseParser()
    assert parser.reusable
    parser.end()
    assert not parser.reusable


def test_the_pieces_of_a_body_are_taken_once() -> None:
    exchange = Exchange(LIMIT)
    exchange.add(b"ab")
    assert exchange.take() == b"ab"
    exchange.add(b"c")
    exchange.add(b"d")
    assert exchange.take() == b"cd"
    assert exchange.take() == b""


def test_headers_are_found_whatever_the_case_of_their_names() -> None:
    headers = Headers({b"x-name": b"caf\xe9", b"x-empty": b""})
    assert headers["X-Name"] == headers["x-name"] == "café"
    assert dict(headers) == {"x-name": "café", "x-empty": ""}
    assert len(headers) == 2
    assert "X-Other" not in headers
    assert headers.get("ключ") is None
    assert repr(headers) == "Headers({'x-name': 'café', 'x-empty': ''})"
