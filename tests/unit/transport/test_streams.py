"""Streams on every engine, against a real local server."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from clients import ENGINES, Connect, connecting
from local_server import (
    Exchange,
    Flaky,
    LocalServer,
    serving,
    serving_stream,
    with_patience,
)
from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy, errors, system, user
from vllm_sdk.types.chunks import ChatChunk
from wire import END, EVENT_STREAM, USAGE, chunk, delta, event, text_choice

DONE = END.encode()
BUSY = {"error": {"message": "The engine is busy", "type": "Unavailable", "code": 503}}


@pytest.fixture(params=ENGINES)
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as connect:
        yield connect


def piece(text: str = "", finish: str | None = None) -> bytes:
    return event(chunk(delta(text, finish=finish)))


LAST = event(chunk(usage=USAGE))
WHOLE = [piece("Par"), piece("is."), piece(finish="stop"), LAST, DONE]


def streams(*pieces: bytes, stop: bool = True, content_type: str = EVENT_STREAM) -> Any:
    """A script that streams in chunked encoding, as vLLM does."""

    def script(exchange: Exchange) -> None:
        exchange.begin(200, content_type, None, Transfer_Encoding="chunked")
        for piece in pieces:
            exchange.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if stop:
            exchange.write(b"0\r\n\r\n")

    return script


@pytest.mark.parametrize("pieces", [WHOLE, [b"".join(WHOLE)]], ids=["apart", "at once"])
def test_chunks_come_typed_and_the_reply_is_whole_in_the_end(
    connect: Connect, pieces: list[bytes]
) -> None:
    with LocalServer(streams(*pieces)) as server:
        with connect(server.url).stream("Capital of France?", temperature=0) as stream:
            chunks = list(stream)
            assert list(stream) == []
    assert [type(chunk) for chunk in chunks] == [ChatChunk] * 4
    assert [chunk.text for chunk in chunks] == ["Par", "is.", "", ""]
    assert stream.reply.text == "Paris."
    assert stream.reply.finish_reason == "stop"
    assert stream.reply.usage.total_tokens == 5
    assert server.requests[0].json == {
        "messages": [{"role": "user", "content": "Capital of France?"}],
        "temperature": 0,
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_the_text_alone(connect: Connect) -> None:
    with LocalServer(streams(*WHOLE)) as server:
        with connect(server.url).stream([system("Brief."), user("Capital?")]) as stream:
            assert list(stream.text) == ["Par", "is."]


def test_read_goes_to_the_end(connect: Connect) -> None:
    with LocalServer(streams(*WHOLE)) as server:
        with connect(server.url).stream("Hi", system="Brief.") as stream:
            assert stream.partial.text == "Par"
            assert stream.read().text == "Paris."
            assert stream.read() is stream.reply
    assert [m["role"] for m in server.requests[0].json["messages"]] == ["system", "user"]


def test_completions_stream_too(connect: Connect) -> None:
    def text(index: int, text: str, finish: str | None = None) -> bytes:
        return event(chunk(text_choice(text, index, finish=finish)))

    script = streams(text(0, "a"), text(1, "x"), text(1, "y", "stop"), text(0, "b", "stop"), DONE)
    with LocalServer(script) as server:
        with connect(server.url).stream_completion(["one", "two"]) as stream:
            assert [choice.text for choice in stream.read().choices] == ["ab", "xy"]
    assert server.requests[0].path == "/v1/completions"
    assert server.requests[0].json["prompt"] == ["one", "two"]


def test_a_stream_is_read_in_its_block(connect: Connect) -> None:
    stream = connect("http://127.0.0.1:1").stream("Hi")
    with pytest.raises(RuntimeError, match="inside its block"):
        next(iter(stream))
    with pytest.raises(RuntimeError, match="has not ended"):
        _ = stream.reply
    assert stream.partial is None
    stream.close()


def test_a_mistake_is_told_before_the_block(connect: Connect) -> None:
    client = connect("http://127.0.0.1:1")
    with pytest.raises(errors.RequestInvalid, match="prompt is empty"):
        client.stream("")
    with pytest.raises(errors.RequestInvalid, match="prompt_logprobs"):
        client.stream("Hi", prompt_logprobs=1)
    with pytest.raises(TypeError, match="system= needs a prompt that is a text"):
        client.stream([user("Hi")], system="Brief.")


def test_leaving_early_hangs_up_on_the_server(connect: Connect) -> None:
    hung_up = threading.Event()

    def endless(exchange: Exchange) -> None:
        exchange.begin(200, EVENT_STREAM, None)
        try:
            while True:
                exchange.write(piece("more "))
        except OSError:
            hung_up.set()

    with LocalServer(endless) as server:
        with connect(server.url).stream("Hi") as stream:
            for chunk in stream:
                assert chunk.text == "more "
                break
        assert hung_up.wait(10)


def test_a_connection_is_used_again_after_a_whole_stream(connect: Connect) -> None:
    with LocalServer(streams_keeping(*WHOLE)) as server:
        client = connect(server.url)
        for _ in range(3):
            with client.stream("Hi") as stream:
                stream.read()
    # A client of httpx for synchronous code cannot look whether the end of the body is there.
    assert len(server.peers) == (3 if connect.kind.startswith("sync-httpx") else 1)


def test_a_connection_whose_body_does_not_end_is_not_used_again(connect: Connect) -> None:
    released = threading.Event()

    def hold(exchange: Exchange) -> None:
        exchange.keep(200, EVENT_STREAM, Transfer_Encoding="chunked")
        for piece in WHOLE:
            exchange.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        released.wait(30)

    with LocalServer(hold) as server:
        client = connect(server.url)
        for _ in range(3):
            with client.stream("Hi") as stream:
                assert stream.read().text == "Paris."
        released.set()
    assert len(server.peers) == 3


def streams_keeping(*pieces: bytes) -> Any:
    """As `streams`, and the connection stays open for the next request."""

    def script(exchange: Exchange) -> None:
        exchange.keep(200, EVENT_STREAM, Transfer_Encoding="chunked")
        *earlier, last = [b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces]
        for piece in earlier:
            exchange.write(piece)
        exchange.write(last + b"0\r\n\r\n")  # the end of the body is there with the end mark

    return script


def test_a_broken_connection_leaves_the_partial_reply(connect: Connect) -> None:
    with LocalServer(streams(piece("Par"), stop=False)) as server:
        with connect(server.url).stream("Hi") as stream:
            with pytest.raises(errors.StreamInterrupted, match="broke off") as caught:
                stream.read()
            with pytest.raises(errors.StreamInterrupted):
                stream.read()
    assert caught.value.partial.text == "Par"


def test_a_stream_that_falls_silent_leaves_the_partial_reply(connect: Connect) -> None:
    def stall(exchange: Exchange) -> None:
        exchange.begin(200, EVENT_STREAM, None)
        exchange.write(piece("Par"))
        exchange.wait_for_end()

    def read(bound: httpx.Timeout) -> None:
        with connect(server.url, timeout=bound).stream("Hi") as stream:
            stream.read()

    with LocalServer(stall) as server:
        with pytest.raises(errors.StreamInterrupted, match="fell silent") as caught:
            with_patience(read, lambda error: getattr(error, "partial", None))
    assert caught.value.partial.text == "Par"


@pytest.mark.parametrize("stop", [True, False])
def test_a_stream_without_its_end_mark_was_interrupted(connect: Connect, stop: bool) -> None:
    with LocalServer(streams(piece("Par"), stop=stop)) as server:
        with connect(server.url).stream("Hi") as stream, pytest.raises(errors.StreamInterrupted):
            stream.read()


def test_an_error_later_in_a_stream_leaves_the_partial_reply(connect: Connect) -> None:
    with LocalServer(streams(piece("Par"), event(BUSY), DONE)) as server:
        with connect(server.url).stream("Hi") as stream:
            with pytest.raises(errors.StreamInterrupted, match="The engine is busy") as caught:
                stream.read()
    assert caught.value.partial.text == "Par"


def test_an_overloaded_server_is_asked_again_while_nothing_has_come(connect: Connect) -> None:
    scripts = [streams(event(BUSY), DONE), streams(*WHOLE)]
    with LocalServer(Flaky(*scripts)) as server:
        client = connect(server.url, retry=RetryPolicy(wait_initial=0, wait_jitter=0))
        with client.stream("Hi") as stream:
            assert stream.read().text == "Paris."
    assert len(server.requests) == 2


def test_an_overloaded_server_says_so(connect: Connect) -> None:
    with LocalServer(streams(event(BUSY), DONE)) as server:
        with pytest.raises(errors.Overloaded, match="The engine is busy") as caught:
            connect(server.url).stream("Hi").__enter__()
    assert caught.value.status == 503


def test_a_refused_stream_is_the_same_error_as_without_streaming(connect: Connect) -> None:
    refusal = {"error": {"message": "no", "type": "BadRequestError", "param": "n", "code": 400}}
    with serving(400, refusal) as server, pytest.raises(errors.BadRequest) as caught:
        connect(server.url).stream("Hi").__enter__()
    assert caught.value.param == "n"


def test_an_unknown_model_is_told_with_those_that_are_served(connect: Connect) -> None:
    missing = {"error": {"message": "no", "type": "NotFoundError", "param": "model", "code": 404}}

    def script(exchange: Exchange) -> None:
        if exchange.seen.path == "/v1/models":
            exchange.answer(body={"data": [{"id": "tiny"}]})
        else:
            exchange.answer(404, missing)

    with LocalServer(script) as server, pytest.raises(errors.ModelNotFound) as caught:
        connect(server.url).stream("Hi", model="nope").__enter__()
    assert caught.value.served == ("tiny",)


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"{}"])
def test_an_answer_that_is_no_stream(connect: Connect, body: bytes) -> None:
    with serving(body=body, content_type="text/html") as server:
        with pytest.raises(errors.UnexpectedResponse, match="not an event stream"):
            connect(server.url).stream("Hi").__enter__()


def test_a_stream_that_holds_nothing(connect: Connect) -> None:
    with LocalServer(streams(DONE)) as server:
        with pytest.raises(errors.StreamInterrupted, match="without an answer"):
            connect(server.url).stream("Hi").__enter__()


def test_an_error_in_the_block_closes_the_stream(connect: Connect) -> None:
    with LocalServer(streams(*WHOLE)) as server:
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012 - the block is what is tested
            with connect(server.url).stream("Hi") as stream:
                next(iter(stream))
                raise KeyboardInterrupt


def test_a_stream_that_failed_to_open_is_not_entered_again(connect: Connect) -> None:
    with serving(500) as server:
        stream = connect(server.url).stream("Hi")
        with pytest.raises(errors.ServerFailure), stream:
            pass
        with pytest.raises(RuntimeError, match="entered once"), stream:
            pass
    assert len(server.requests) == 1


def test_a_stream_that_was_closed_first_is_not_opened(connect: Connect) -> None:
    stream = connect("http://127.0.0.1:1").stream("Hi")
    stream.close()
    with pytest.raises(RuntimeError, match="entered once"), stream:
        pass


def test_a_stream_that_is_closed_while_it_opens_does_not_open() -> None:
    asked, closed = threading.Event(), threading.Event()

    def wait(exchange: Exchange) -> None:
        asked.set()
        closed.wait(30)
        exchange.begin(200, EVENT_STREAM, None)
        exchange.write(event(chunk(delta("Hi", finish="stop"))))

    with LocalServer(wait) as server, VLLM(server.url) as client:
        stream = client.stream("Hi")

        def close() -> None:
            asked.wait(30)
            stream.close()
            closed.set()

        closing = threading.Thread(target=close)
        closing.start()
        with pytest.raises(RuntimeError, match="closed while it was opened"), stream:
            pass
        closing.join(30)


async def test_an_asynchronous_stream_that_is_closed_while_it_opens_does_not_open() -> None:
    closed = threading.Event()

    def wait(exchange: Exchange) -> None:
        closed.wait(30)
        exchange.begin(200, EVENT_STREAM, None)
        exchange.write(event(chunk(delta("Hi", finish="stop"))))

    with LocalServer(wait) as server:
        async with AsyncVLLM(server.url) as client:
            stream = client.stream("Hi")
            opening = asyncio.ensure_future(stream.__aenter__())
            await asyncio.sleep(0)
            await stream.close()
            closed.set()
            with pytest.raises(RuntimeError, match="closed while it was opened"):
                await opening


def test_a_stream_of_one_event_without_its_line_ends_is_whole(connect: Connect) -> None:
    only = b"data: " + json.dumps(chunk(delta("Paris.", finish="stop"))).encode()
    with serving_stream(only) as server, connect(server.url).stream("Hi") as stream:
        assert stream.read().text == "Paris."
