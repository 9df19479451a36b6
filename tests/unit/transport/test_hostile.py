"""Servers that break HTTP or vLLM's protocol, and callers that break the clients' rules."""

from __future__ import annotations

import asyncio
import copy
import gc
import io
import json
import logging
import pickle
import socket
import struct
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from clients import ENGINES, OWN_ENGINES, Connect, connecting
from raw_server import (
    BODY,
    WHOLE,
    RawServer,
    chunked,
    piece,
    raw,
    response,
    sends,
    streaming,
    until_gone,
)
from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy, errors
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.protocols import HTTPRequest
from wire import END

AT_ONCE = RetryPolicy(attempts=3, wait_initial=0, wait_jitter=0)
DEEP = b"[" * 100_000 + b"]" * 100_000


@pytest.fixture(params=ENGINES)
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as connect:
        yield connect


def alone(error: BaseException) -> bool:
    """Whether no other library's traceback hangs on an error."""
    return error.__cause__ is None and (error.__context__ is None or error.__suppress_context__)


# Each is one error of the tree on every engine; which, depends on where the engine notices.
BROKEN_HTTP = {
    "another protocol": b"SSH-2.0-OpenSSH_9\r\n",
    "bytes": bytes(range(256)) * 40,
    "a status that is none": b"HTTP/1.1 99999 OK\r\nContent-Length: 0\r\n\r\n",
    "a status of zero": b"HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n",
    "another version": b"HTTP/2 200\r\nContent-Length: 0\r\n\r\n",
    "a switch of protocols": response(b"", "101 Switching", "Upgrade: x", "Connection: upgrade"),
    "a huge header": response(BODY, "200 OK", "X: " + "a" * 200_000),
    "a header without colon": response(BODY, "200 OK", "nonsense"),
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "a negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n" + BODY,
    "two lengths": response(BODY, "200 OK", "Content-Length: 3"),
    "less than was promised": response(BODY)[:-1],
    "more than was promised": response(BODY[:-5]) + BODY[-5:],
    "no chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n",
    "half a chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n30\r\nabc",
    "no gzip": response(BODY, "200 OK", "Content-Encoding: gzip"),
    "no gzip in a refusal": response(BODY, "400 Bad", "Content-Encoding: gzip"),
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "not modified": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "a redirect to nowhere": b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
}


@pytest.mark.parametrize("sent", BROKEN_HTTP.values(), ids=BROKEN_HTTP)
def test_broken_http_is_one_error_with_an_address(connect: Connect, sent: bytes) -> None:
    with raw(sends(sent)) as server, pytest.raises(errors.TransportError) as caught:
        connect(server.url, api_key="hunter2").generate("Hi")
    assert server.url in caught.value.message
    assert "hunter2" not in caught.value.message
    assert len(caught.value.message) < 1000
    assert alone(caught.value)


@pytest.mark.parametrize(
    "sent",
    [BROKEN_HTTP["no chunk"], BROKEN_HTTP["a huge header"], BROKEN_HTTP["two lengths"]],
)
def test_a_broken_answer_is_not_asked_for_twice(connect: Connect, sent: bytes) -> None:
    with raw(sends(sent)) as server:
        with pytest.raises(errors.UnexpectedResponse, match=r"not an HTTP response|broke off"):
            connect(server.url, retry=AT_ONCE).generate("Hi")
    assert server.requests == 1


@pytest.mark.parametrize("kind", OWN_ENGINES)
@pytest.mark.parametrize("sent", [b"H", b"HTTP/1.1 2", BROKEN_HTTP["half a head"]])
def test_a_head_that_breaks_off_does_not_put_the_address_in_doubt(kind: str, sent: bytes) -> None:
    with raw(sends(sent)) as server, connecting(kind) as connect:
        with pytest.raises(errors.UnexpectedResponse, match="began to answer and broke off"):
            connect(server.url).generate("Hi")


def test_engines_quote_briefly() -> None:
    request = HTTPRequest(Endpoint("http://gpu:8000", {}), "GET", "/v1/models")
    told = connection_errors.build_unreachable_error(request, OSError("a\n  b" * 1000))
    assert "(a ba b" in told.message
    assert len(told.message) < 600


BROKEN_JSON = {
    "another encoding": BODY.decode().encode("utf-16"),
    "a number without end": BODY.replace(b"1795383732", b"9" * 10_000),
    "half a character": BODY.replace(b"Hi.", b"Hi\xe2\x82"),
    "depth": BODY.replace(b"1795383732", DEEP),
    "depth in an unknown field": BODY[:-1] + b', "new": ' + DEEP + b"}",
    "events": WHOLE,
}


@pytest.mark.parametrize("body", BROKEN_JSON.values(), ids=BROKEN_JSON)
def test_broken_json_is_one_error_even_where_all_is_logged(connect: Connect, body: bytes) -> None:
    logger = logging.Logger("hostile", logging.DEBUG)  # noqa: LOG001 - no other test sees it
    logger.addHandler(logging.StreamHandler(written := io.StringIO()))
    with raw(sends(response(body))) as server:
        with pytest.raises(errors.UnexpectedResponse, match="not vLLM's") as caught:
            connect(server.url, logger=logger, log_bodies=True, api_key="hunter2").generate("Hi")
    assert alone(caught.value)
    assert "hunter2" not in written.getvalue()


@pytest.mark.parametrize("body", [DEEP, DEEP[:50_000], b"\xff\xfe", b"null", b""])
def test_a_refusal_in_odd_words_is_still_that_refusal(connect: Connect, body: bytes) -> None:
    with raw(sends(response(body, "401 Unauthorized"))) as server:
        with pytest.raises(errors.AuthenticationFailed) as caught:
            connect(server.url).generate("Hi")
    assert alone(caught.value)


def test_a_message_quotes_a_long_refusal_in_part(connect: Connect) -> None:
    body = json.dumps({"error": {"message": "word " * 100_000, "code": 400}}).encode()
    with raw(sends(response(body, "400 Bad Request"))) as server:
        with pytest.raises(errors.BadRequest, match="word word") as caught:
            connect(server.url).generate("Hi")
    assert len(caught.value.message) < 3000


def test_an_answer_before_the_request_was_read_is_heard_and_leaves_nothing_open() -> None:
    def refuse(_: RawServer, peer: socket.socket) -> None:
        peer.recv(1000)
        peer.sendall(response(b"{}", "413 Too Large", "Connection: close"))
        done.wait(10)

    done = threading.Event()
    with raw(refuse) as server, connecting("async") as connect:
        with pytest.raises(errors.BadRequest):
            connect(server.url).generate("word " * 2_000_000)
    gc.collect()  # a connection that is still open would warn here
    done.set()


def test_a_server_that_does_not_read_times_out(connect: Connect) -> None:
    def ignore(_: RawServer, __: socket.socket) -> None:
        done.wait(10)

    done = threading.Event()
    bound = httpx.Timeout(30, write=0.1, read=0.1)
    with raw(ignore) as server, pytest.raises(errors.RequestTimeout):
        connect(server.url, timeout=bound).generate("word " * 2_000_000)
    done.set()


def test_a_connection_that_died_between_two_requests_is_no_failure(connect: Connect) -> None:
    def die_on_the_second(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(response())
        if server.requests == 1:
            server.read(peer)
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with raw(die_on_the_second) as server:
        client = connect(server.url, retry=AT_ONCE)
        assert [client.generate("Hi").text for _ in range(2)] == ["Hi.", "Hi."]


@pytest.mark.parametrize("kind", ["TEXT/Event-Stream", "text/event-stream;charset=utf-8"])
def test_content_types_are_spelt_in_many_ways(connect: Connect, kind: str) -> None:
    with raw(sends(streaming(kind), chunked(WHOLE, b""))) as server:
        with connect(server.url).stream("Hi") as stream:
            assert stream.read().text == "Paris."


@pytest.mark.parametrize("kind", ["application/json", "text/event-streamish"])
@pytest.mark.parametrize("body", [b"", b"{}", b"<p>Hi</p>"])
def test_an_answer_that_is_no_stream_says_so(connect: Connect, kind: str, body: bytes) -> None:
    with raw(sends(response(body, "200 OK", f"Content-Type: {kind}"))) as server:
        with pytest.raises(errors.UnexpectedResponse, match="not an event stream"):
            connect(server.url).stream("Hi").__enter__()


@pytest.mark.parametrize("after", [b"", chunked(piece("more") * 1000), chunked(b"data: {\n\n")])
def test_what_follows_the_end_mark_does_no_harm(connect: Connect, after: bytes) -> None:
    with raw(sends(streaming(), chunked(WHOLE), after)) as server:
        with connect(server.url).stream("Hi") as stream:
            assert stream.read().text == "Paris."


def test_a_stream_that_breaks_http_later_is_interrupted_and_does_not_hang(connect: Connect) -> None:
    def break_later(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming() + chunked(piece("Par")))
        first_read.wait(10)
        peer.sendall(b"zz\r\n")
        until_gone(peer)

    first_read = threading.Event()
    with raw(break_later) as server, connect(server.url).stream("Hi") as stream:
        first_read.set()
        with pytest.raises(errors.StreamInterrupted, match="broke off") as caught:
            stream.read()
    assert caught.value.partial.text == "Par"
    assert alone(caught.value)


def test_a_stream_is_entered_once(connect: Connect) -> None:
    with raw(sends(streaming(), chunked(WHOLE, b""))) as server:
        stream = connect(server.url).stream("Hi")
        with stream:
            with pytest.raises(RuntimeError, match="entered once"):
                stream.__enter__()
            assert stream.read().text == "Paris."
        with pytest.raises(RuntimeError, match="entered once"):
            stream.__enter__()
    assert server.requests == 1


def test_a_stream_that_was_closed_says_so(connect: Connect) -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        with connect(server.url).stream("Hi") as stream:
            next(iter(stream))
        stream.close()
        with pytest.raises(errors.StreamInterrupted, match="closed before its end") as caught:
            stream.read()
    assert caught.value.partial.text == "Par"


def test_two_threads_do_not_share_a_stream() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        with VLLM(server.url) as client, client.stream("Hi") as stream:
            stream._receiving = True  # as while another thread waits for bytes
            with pytest.raises(RuntimeError, match="another thread or task"):
                next(stream)


async def test_two_tasks_do_not_share_a_stream() -> None:
    go_on = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming() + chunked(piece("Par")))
        go_on.wait(10)
        peer.sendall(chunked(piece("is.", "stop") + END.encode(), b""))

    with raw(script) as server:
        async with AsyncVLLM(server.url) as client, client.stream("Hi") as stream:
            first = asyncio.create_task(stream.read())
            await asyncio.sleep(0)
            with pytest.raises(RuntimeError, match="another thread or task"):
                await stream.read()
            go_on.set()
            assert (await first).text == "Paris."


async def test_a_client_closed_while_its_stream_is_read_interrupts_it() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        client = AsyncVLLM(server.url)
        async with client.stream("Hi") as stream:
            await client.close()
            with pytest.raises(errors.StreamInterrupted):
                await stream.read()


def test_a_closed_client_does_not_try_again(connect: Connect) -> None:
    def close_and_refuse(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        sender = client._inner._sender if not connect.is_sync else client._sender
        sender.state.closed = True  # as `close` does, while this request is on its way
        peer.sendall(response(b"", "503 Busy"))

    with raw(close_and_refuse) as server:
        client = connect(server.url, retry=AT_ONCE)
        with pytest.raises(errors.TransportError, match="has been closed"):
            client.generate("Hi")
    assert server.requests == 1


class Raising(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        raise ZeroDivisionError(record.getMessage())


def test_a_log_handler_that_raises_leaves_no_stream_open(connect: Connect) -> None:
    hung_up = threading.Event()

    def watch(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming() + chunked(piece("Par")))
        try:
            until_gone(peer)
        finally:
            hung_up.set()

    logger = logging.Logger("hostile", logging.DEBUG)  # noqa: LOG001 - no other test sees it
    logger.addHandler(Raising())
    with raw(watch) as server:
        client = connect(server.url, logger=logger)
        with pytest.raises(ZeroDivisionError):
            client.stream("Hi").__enter__()
        assert hung_up.wait(10)


async def test_a_hundred_requests_are_cancelled_together_and_leave_nothing() -> None:
    with raw(sends(response()[:-1], hold=True)) as server:
        async with AsyncVLLM(server.url) as client:
            with pytest.raises(ExceptionGroup):  # noqa: PT012 - the group is what is tested
                async with asyncio.TaskGroup() as group:
                    for _ in range(100):
                        group.create_task(client.generate("Hi"))
                    while server.requests < 100:  # noqa: ASYNC110 - threads count them
                        await asyncio.sleep(0.005)
                    raise ValueError
            assert len(asyncio.all_tasks()) == 1
    gc.collect()  # a connection that is still open would warn here


@pytest.mark.parametrize("copies", [pickle.dumps, copy.copy, copy.deepcopy])
@pytest.mark.parametrize("client", [VLLM, AsyncVLLM])
def test_a_client_is_not_copied_and_its_key_not_pickled(client: Any, copies: Any) -> None:
    with pytest.raises(TypeError, match="Make a client in each process"):
        copies(client("http://gpu:8000", api_key="hunter2"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"options": {"temperature": 1}},
        {"retry": 3},
        {"retry": False},
        {"http_client": 5},
        {"logger": "vllm_sdk"},
    ],
)
def test_an_argument_of_another_kind_is_refused_at_once(connect: Connect, wrong: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match=f"{next(iter(wrong))} takes a "):
        connect("http://gpu:8000", **{"http_client": None, **wrong})


def test_each_client_takes_its_own_kind_of_http_client() -> None:
    with httpx.Client() as other, pytest.raises(errors.ConfigurationError, match="AsyncClient"):
        AsyncVLLM("http://gpu:8000", http_client=other)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"attempts": "3"}, {"attempts": True}, {"deadline": None}])
def test_a_policy_of_wrong_types_is_refused(wrong: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="is a number"):
        RetryPolicy(**wrong)


@pytest.mark.parametrize("wrong", [{"use_beam_search": False}, {"logprobs": False}, {"n": 3}])
def test_what_beam_search_stands_on_cannot_be_turned_off(connect: Connect, wrong: Any) -> None:
    with pytest.raises(errors.RequestInvalid, match="beam_search"):
        connect("http://gpu:8000").beam_search("Hi", width=2, **wrong)


@pytest.mark.parametrize("width", [None, "2", 2.5])
def test_the_width_of_beam_search_is_a_number(connect: Connect, width: Any) -> None:
    with pytest.raises(TypeError, match="width is a number"):
        connect("http://gpu:8000").beam_search("Hi", width=width)


def test_tools_are_a_list(connect: Connect) -> None:
    with pytest.raises(TypeError, match="tools is a list of tools"):
        connect("http://gpu:8000").chat([{"role": "user", "content": "Hi"}], tools=5)
