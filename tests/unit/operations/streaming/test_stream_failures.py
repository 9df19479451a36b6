"""Streams that go wrong: the right error, with the reply as far as it had arrived."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from decoders import CAPTURED, URL, chat_decoder, completion_decoder
from vllm_sdk import errors
from wire import chunk, delta, event_stream

BUSY = (
    b'data: {"error": {"message": "The engine is currently busy and cannot accept new requests. '
    b'Please try again later or on a different instance.", "type": "Service Unavailable", '
    b'"param": null, "code": 503}}\n\ndata: [DONE]\n\n'
)
STOPPED = (
    b'data: {"id":"cmpl-9f83d9261c1f23a1","object":"text_completion","created":1795383919,'
    b'"model":"tiny","choices":[{"index":0,"text":",","logprobs":null,"finish_reason":"abort",'
    b'"stop_reason":null,"prompt_token_ids":null,"token_ids":null}],'
    b'"system_fingerprint":"vllm-0.32.0-84c79e4e"}\n\ndata: [DONE]\n\n'
)


def interrupted(written: bytes, *, broken: str | None = None, **kwargs: Any) -> Any:
    """The error that ends a stream of these bytes."""
    decoder = chat_decoder(**kwargs)

    def run() -> None:
        for _ in decoder.feed(written):
            pass
        decoder.finish(broken)

    with pytest.raises(errors.StreamInterrupted) as caught:
        run()
    assert URL in str(caught.value)
    assert caught.value.url == URL
    with pytest.raises(errors.StreamInterrupted) as again:
        decoder.finish()
    assert again.value is caught.value
    return caught.value


def test_an_overloaded_server_says_so_as_the_first_event() -> None:
    decoder = chat_decoder()
    with pytest.raises(errors.Overloaded, match="currently busy") as caught:
        list(decoder.feed(BUSY))
    assert (caught.value.status, caught.value.type) == (503, "Service Unavailable")
    assert caught.value.code == 503
    assert decoder.partial is None
    for again in (decoder.finish, lambda: list(decoder.feed(BUSY))):
        with pytest.raises(errors.Overloaded):
            again()


@pytest.mark.parametrize(
    ("said_by_server", "error", "status"),
    [
        ({"message": "No.", "type": "BadRequestError", "code": 400}, errors.BadRequest, 400),
        ({"message": "m", "param": "model", "code": 404}, errors.ModelNotFound, 404),
        ({"message": "Broken", "code": "weird"}, errors.ServerFailure, 500),
        ({"message": "Slow down", "code": "429"}, errors.Overloaded, 429),
        ({"message": "Slow down", "code": " 503 "}, errors.Overloaded, 503),
        ({"message": "Slow down", "status": 429}, errors.Overloaded, 429),
        ({"message": "Slow down", "code": 429.0}, errors.Overloaded, 429),
        ({"message": None, "code": "400"}, errors.BadRequest, 400),
        ({}, errors.ServerFailure, 500),
        (True, errors.ServerFailure, 500),
        ({"message": "Broken", "code": 7}, errors.ServerFailure, 500),
        ({"message": "Broken"}, errors.ServerFailure, 500),
        ("Unauthorized", errors.ServerFailure, 500),
    ],
)
def test_an_error_as_the_first_event_is_that_error(
    said_by_server: Any, error: type[errors.StatusError], status: int
) -> None:
    with pytest.raises(errors.StatusError) as caught:
        list(chat_decoder().feed(event_stream([{"error": said_by_server}])))
    assert type(caught.value) is error
    assert caught.value.status == status


def test_an_error_after_the_first_chunk_carries_what_had_arrived() -> None:
    error = interrupted(event_stream([chunk(delta("Hel")), chunk(delta("lo"))], end="") + BUSY)
    assert "currently busy" in error.message
    assert "5 characters" in error.message
    assert (error.partial.text, error.partial.finish_reason) == ("Hello", None)


def test_an_error_before_any_answer_is_that_error_though_a_chunk_came() -> None:
    with pytest.raises(errors.Overloaded):
        list(chat_decoder().feed(event_stream([chunk()], end="") + BUSY))


def test_an_engine_that_dies_carries_what_had_arrived() -> None:
    error = interrupted(CAPTURED["chat_broken_engine"]["stream"].encode())
    assert "EngineCore encountered an issue" in error.message
    assert [bool(choice.text) for choice in error.partial.choices] == [True, True]


def test_an_aborted_generation_is_an_interruption() -> None:
    decoder = completion_decoder()
    assert [one.finish_reason for one in decoder.feed(STOPPED)] == ["abort"]
    with pytest.raises(errors.StreamInterrupted, match="aborted") as caught:
        decoder.finish()
    assert caught.value.partial.text == ","
    assert caught.value.partial.finish_reason == "abort"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (event_stream([chunk(delta("a"))], end=""), "before choice 0 was finished"),
        (event_stream([chunk(delta("a"))], end='data: {"id'), "in the middle of an event"),
        (event_stream([chunk(delta("a"))]), "before choice 0 was finished"),
        (
            event_stream([chunk(delta("a", finish="stop")), chunk(delta("b", index=1))]),
            "before choice 1 was finished",
        ),
    ],
)
def test_a_stream_that_ends_too_early_is_an_interruption(written: bytes, told: str) -> None:
    error = interrupted(written)
    assert told in error.message
    assert error.partial.text == "a"


def test_a_choice_that_never_came_is_missed_where_it_was_expected() -> None:
    error = interrupted(event_stream([chunk(delta("a", finish="stop"))]), expected=2)
    assert "1 of 2 choices" in error.message


@pytest.mark.parametrize(
    "written", [b"", b": keep-alive\n\n", event_stream([]), event_stream([chunk()])]
)
def test_a_stream_without_an_answer_is_an_interruption(written: bytes) -> None:
    error = interrupted(written)
    assert error.partial is None
    assert "Nothing had arrived" in error.message


@pytest.mark.parametrize(
    ("broken", "told"),
    [("peer closed the connection.", "interrupted: peer closed the connection. What had"),
     ("", "the connection broke")],
)  # fmt: skip
def test_a_broken_connection_carries_what_had_arrived(broken: str, told: str) -> None:
    error = interrupted(event_stream([chunk(delta("Hel"))], end="data: {"), broken=broken)
    assert told in error.message
    assert error.partial.text == "Hel"


def test_a_connection_that_breaks_after_the_end_mark_has_done_its_work() -> None:
    decoder = chat_decoder()
    decoder.feed(event_stream([chunk(delta("a", finish="stop"))]))
    assert decoder.finish(broken="reset by peer").text == "a"


UNREADABLE = [
    b'{"id": "chatcmpl-1", "choices": [',
    b'{"id": "\xff", "model": "tiny", "choices": []}',
    b"<html>502 Bad Gateway</html>",
    b'{"foo": 1}',
    b"[]",
    b"null",
    b'{"error": null}',
    b'{"id": "x", "model": "m", "choices": [{"index": 0, "text": "a completion\'s"}]}',
    b'{"id": "x", "model": "m", "choices": [null]}',
    b'{"id": "x", "model": "m", "choices": [{"index": 0, "delta": {"content": 5}}]}',
    b'{"id": "x", "model": "m", "choices": [{"index": 0, "delta": "text"}]}',
    b'{"id": "x", "model": "m", "choices": {}}',
    b'{"id": "x", "model": "m", "choices": [], "deep": ' + b"[" * 100_000,
    b'{"deep": ' + b"[" * 100_000,
]


@pytest.mark.parametrize("payload", UNREADABLE)
def test_a_first_event_that_is_no_chunk_is_unexpected(payload: bytes) -> None:
    with pytest.raises(errors.UnexpectedResponse, match="is no chunk") as caught:
        list(chat_decoder().feed(b"data: " + payload + b"\n\n"))
    assert caught.value.body == payload[:10_000]
    assert caught.value.url == URL


@pytest.mark.parametrize("payload", UNREADABLE)
def test_a_later_event_that_is_no_chunk_is_an_interruption(payload: bytes) -> None:
    before = event_stream([chunk(delta("Hel"))], end="")
    error = interrupted(before + b"data: " + payload + b"\n\n")
    assert "is no chunk" in error.message
    assert error.partial.text == "Hel"


def test_an_event_that_is_too_long_is_unexpected_or_an_interruption() -> None:
    long = b"data: " + b"x" * 1000
    with pytest.raises(errors.UnexpectedResponse, match="longer than 500 bytes"):
        list(chat_decoder(max_event_bytes=500).feed(long))
    before = event_stream([chunk(delta("Hel"))], end="")
    error = interrupted(before + long, max_event_bytes=500)
    assert "longer than 500 bytes" in error.message
    assert error.partial.text == "Hel"
    decoder = chat_decoder(max_event_bytes=500)
    chunks = decoder.feed(before)
    decoder.feed(long)  # the chunk before it is taken first
    assert next(chunks).text == "Hel"
    with pytest.raises(errors.StreamInterrupted, match="longer than 500 bytes"):
        next(chunks)


def test_a_stream_of_one_event_without_line_ends_has_a_chunk_if_it_is_closed() -> None:
    written = event_stream([chunk(delta("a", finish="stop"))], end="").rstrip()
    decoder = chat_decoder()
    assert list(decoder.feed(written)) == []
    assert [one.text for one in decoder.close()] == ["a"]
    assert list(decoder.close()) == []
    assert decoder.finish().text == "a"
    assert "in the middle of an event" in interrupted(written).message


def test_the_end_takes_a_last_event_without_line_ends() -> None:
    written = event_stream([chunk(delta("a")), chunk(delta("b", finish="stop"))], end="").rstrip()
    decoder = chat_decoder()
    assert [one.text for one in decoder.feed(written)] == ["a"]
    assert decoder.finish().text == "ab"


def test_a_last_event_that_is_too_long_costs_nothing_after_the_last_finish_reason() -> None:
    whole = event_stream([chunk(delta("a", finish="stop"))], end="")
    decoder = chat_decoder(max_event_bytes=500)
    assert len(list(decoder.feed(whole + b"data: " + b"x" * 1000))) == 1
    assert list(decoder.close()) == []
    assert decoder.finish().text == "a"


@pytest.mark.parametrize("size", [5, 40_000])
def test_a_page_in_place_of_a_stream_is_kept_as_far_as_it_is_quoted(size: int) -> None:
    decoder = chat_decoder()
    for _ in range(3):
        assert list(decoder.feed(b"<p>" + b"x" * size + b"\n")) == []
    with pytest.raises(errors.UnexpectedResponse, match="not an event stream") as caught:
        decoder.finish()
    assert len(caught.value.body) == min(3 * (size + 4), 10_000)


def test_a_line_of_ten_megabytes_is_read() -> None:
    decoder = chat_decoder()
    text = "x" * (10 * 1024 * 1024)
    written = event_stream([chunk(delta(text, finish="stop"))])
    for start in range(0, len(written), 65_536):
        decoder.feed(written[start : start + 65_536])
    assert decoder.finish().text == text


def test_an_interruption_survives_pickling_with_its_partial_reply() -> None:
    error = interrupted(event_stream([chunk(delta("Hel"))], end=""))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert again.message == error.message
    assert again.partial.body == error.partial.body
    assert json.loads(json.dumps(again.partial.raw.to_dict()))["choices"][0]["index"] == 0
