"""The two engines of our own against real servers: connections that are kept, lost and refused."""

from __future__ import annotations

import asyncio
import gzip
import json
import select
import socket
import threading
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from clients import Connect
from local_server import Exchange, LocalServer, serving
from raw_server import (
    WHOLE,
    RawServer,
    chunked,
    echo,
    piece,
    raw,
    reply,
    reset,
    response,
    sends,
    streaming,
    until_gone,
)
from vllm_sdk import RetryPolicy, errors
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.engines import copy_engine
from vllm_sdk._transport.http1 import (
    asyncio_connection,
    asyncio_dialing,
    asyncio_pool,
    blocking_connection,
    blocking_pool,
    dialing,
)
from vllm_sdk._transport.http1.asyncio_engine import AsyncHTTPTransport
from vllm_sdk._transport.http1.blocking_engine import HTTPTransport
from vllm_sdk._transport.protocols import HTTPRequest
from wire import chat_body

AT_ONCE = RetryPolicy(wait_initial=0, wait_jitter=0)

Kill = Callable[[socket.socket], None]


def find_pool(client: Any) -> Any:
    """Return the only pool of a client's engine."""
    transport = client._sender.transport if hasattr(client, "_sender") else None
    transport = transport or client._inner._sender.transport
    if isinstance(transport, HTTPTransport):
        (pool,) = transport._pools.values()
        return pool
    (pools,) = [pools() for pools in transport._loops.values()]
    (pool,) = pools._pools.values()
    return pool


def count_places(client: Any) -> int:
    """Return how many places of a client's pool are taken, by idle connections too."""
    pool = find_pool(client)
    return pool._count if hasattr(pool, "_count") else len(pool._places)


def send(connect: Connect, request: HTTPRequest, **settings: Any) -> Any:
    """Send a request by an engine alone."""
    if connect.is_sync:
        transport = HTTPTransport(**settings)
        try:
            return transport.send(request)
        finally:
            transport.close()

    async def ask() -> Any:
        transport = AsyncHTTPTransport(**settings)
        try:
            return await transport.send(request)
        finally:
            await transport.close()

    return connect._runner.run(ask())


def run_by(connect: Connect, transport: Any) -> Callable[[HTTPRequest], Any]:
    return lambda request: connect._runner.run(transport.send(request))


def ask_together(connect: Connect, client: Any, prompts: list[str]) -> list[str]:
    """Ask for all prompts at once, from threads or tasks, and return the texts."""
    if connect.is_sync:
        with ThreadPoolExecutor(len(prompts)) as threads:
            return list(threads.map(lambda prompt: client.generate(prompt).text, prompts))

    async def ask() -> list[str]:
        asked = [client._inner.generate(prompt) for prompt in prompts]
        return [answered.text for answered in await asyncio.gather(*asked)]

    return connect._runner.run(ask())


def be_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every end of a connection come later than one that proves it dead."""
    for module in (asyncio_connection, blocking_connection):
        monkeypatch.setattr(module, "DEATH_WINDOW", -1000.0)


def overlook(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engines not notice that an idle connection has ended."""
    for module in (asyncio_connection, blocking_connection):
        monkeypatch.setattr(module.Connection, "is_silent", property(lambda _: True))


# Connections that are kept.


def test_a_connection_is_used_again(connect: Connect) -> None:
    with raw(echo) as server:
        client = connect(server.url)
        assert [client.generate(str(n)).text for n in range(5)] == ["0", "1", "2", "3", "4"]
    assert (server.requests, server.connections) == (5, 1)


@pytest.mark.parametrize(
    ("start", "connections"),
    [
        (b"HTTP/1.1 200 OK\r\nConnection: close\r\n", 3),
        (b"HTTP/1.0 200 OK\r\n", 3),
        (b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n", 1),
    ],
)
def test_a_server_says_whether_a_connection_is_kept(
    connect: Connect, start: bytes, connections: int
) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            text = server.read_marker(peer)
            peer.sendall(reply(text).replace(b"HTTP/1.1 200 OK\r\n", start))

    with raw(script) as server:
        client = connect(server.url)
        assert [client.generate(str(n)).text for n in range(3)] == ["0", "1", "2"]
    assert server.connections == connections


def test_a_body_may_end_with_the_connection(connect: Connect) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        text = server.read_marker(peer)
        peer.sendall(b"HTTP/1.1 200 OK\r\n\r\n" + json.dumps(chat_body(text)).encode())

    with raw(script) as server:
        client = connect(server.url)
        assert [client.generate(str(n)).text for n in range(3)] == ["0", "1", "2"]


def test_a_connection_that_was_idle_for_too_long_is_let_go(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (asyncio_pool, blocking_pool):
        monkeypatch.setattr(module, "KEEPALIVE_EXPIRY", -1.0)
    with raw(echo) as server:
        client = connect(server.url)
        assert client.generate("first").text == "first"
        if not connect.is_sync:
            connect._runner.run(asyncio.sleep(0.01))
        assert client.generate("second").text == "second"
        server.wait_for("ended", 1)
        assert count_places(client) <= 1
    assert server.connections == 2


def end(peer: socket.socket) -> None:
    peer.close()


def end_and_reset(peer: socket.socket) -> None:
    """End, and refuse what comes: the server's kernel, in place of a server that is gone."""
    peer.shutdown(socket.SHUT_WR)
    select.select([peer], [], [], 30)


def reset_as_the_next_comes(peer: socket.socket) -> None:
    select.select([peer], [], [], 30)
    reset(peer)


@pytest.mark.parametrize("noticed", [True, False])
@pytest.mark.parametrize("kill", [end, end_and_reset, reset, reset_as_the_next_comes])
def test_a_request_on_a_connection_that_ended_is_sent_again_and_served_once(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, kill: Kill, noticed: bool
) -> None:
    ended = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(server.read_marker(peer)))
        if server.requests == 1:
            if kill in {end, reset}:
                kill(peer)
                ended.set()
            else:
                ended.set()
                kill(peer)
        else:
            echo(server, peer)

    if not noticed:
        overlook(monkeypatch)
    with raw(script) as server:
        client = connect(server.url)
        assert client.generate("first").text == "first"
        assert ended.wait(30)
        assert client.generate("second").text == "second"
        assert client.generate("third").text == "third"
        assert count_places(client) == 1
    assert (server.requests, server.connections) == (3, 2)


@pytest.mark.parametrize("noticed", [True, False])
def test_a_large_request_on_a_connection_that_ended_is_sent_again(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, noticed: bool
) -> None:
    ended = threading.Event()
    large = "word " * 500_000

    def script(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(server.read_marker(peer)))
        if server.requests == 1:
            peer.close()
            ended.set()

    if not noticed:
        overlook(monkeypatch)
    with raw(script) as server:
        client = connect(server.url)
        client.generate("first")
        assert ended.wait(30)
        assert client.generate(large).text == large
    assert server.requests == 2


def close_late(peer: socket.socket) -> None:
    time.sleep(0.3)
    peer.close()


def reset_late(peer: socket.socket) -> None:
    time.sleep(0.3)
    reset(peer)


@pytest.mark.parametrize("is_used", [True, False])
@pytest.mark.parametrize("kill", [end, close_late, reset_late])
def test_a_request_that_was_read_is_not_sent_again(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, kill: Kill, is_used: bool
) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        if is_used:
            peer.sendall(reply(server.read_marker(peer)))
        server.read(peer)
        kill(peer)

    if kill is reset_late:
        be_late(monkeypatch)
    with raw(script) as server:
        client = connect(server.url, retry=AT_ONCE)
        if is_used:
            client.generate("first")
        with pytest.raises(errors.ConnectionFailed, match="before it answered") as caught:
            client.generate("second")
        assert caught.value.sent is True
        assert count_places(client) == 0
    assert server.requests == is_used + 1


def test_a_reset_of_a_fresh_connection_may_end_the_work_on_the_request(connect: Connect) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        reset(peer)

    with raw(script) as server:
        with pytest.raises(errors.ConnectionFailed, match="before it answered") as caught:
            connect(server.url, retry=AT_ONCE).generate("Hi")
    assert caught.value.sent is True
    assert server.requests == 1


@pytest.mark.parametrize("unasked", [b"x", reply("wrong"), b"HTTP/1.1 408 Timeout\r\n\r\n"])
def test_what_arrives_on_an_idle_connection_answers_nothing(
    connect: Connect, unasked: bytes
) -> None:
    go_on, spoken = threading.Event(), threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(server.read_marker(peer)))
        if server.requests == 1:
            go_on.wait(30)
            peer.sendall(unasked)
            spoken.set()
        echo(server, peer)

    with raw(script) as server:
        client = connect(server.url)
        assert client.generate("first").text == "first"
        go_on.set()
        assert spoken.wait(30)
        assert client.generate("second").text == "second"
        server.wait_for("ended", 1)
    assert server.connections == 2


def test_a_server_that_speaks_first_is_refused(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_blocking = blocking_connection.open_connection
    open_async = asyncio_pool.Pool._open_socket

    def open_and_listen(*args: Any) -> socket.socket:
        opened = open_blocking(*args)
        assert select.select([opened], [], [], 30)[0]
        return opened

    async def open_and_listen_async(pool: asyncio_pool.Pool) -> Any:
        connection = await open_async(pool)
        assert select.select([connection._socket.fileno()], [], [], 30)[0]
        return connection

    def script(_: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply("wrong"))
        until_gone(peer)

    monkeypatch.setattr(blocking_connection, "open_connection", open_and_listen)
    monkeypatch.setattr(asyncio_pool.Pool, "_open_socket", open_and_listen_async)
    with raw(script) as server:
        client = connect(server.url)
        with pytest.raises(errors.ConnectionFailed, match="before it was asked") as caught:
            client.generate("Hi")
        assert caught.value.sent is False
        server.wait_for("ended", 1)
        assert count_places(client) == 0


def test_two_responses_never_reach_another_request(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    length = len(reply("0000"))
    # The second response stays in the kernel: nobody has seen it when the first is complete.
    monkeypatch.setattr(blocking_connection, "_RECEIVED", length)
    kind = asyncio.selector_events._SelectorSocketTransport  # type: ignore[attr-defined]
    monkeypatch.setattr(kind, "max_size", length)

    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            peer.sendall(reply(server.read_marker(peer)) * 2)

    prompts = [f"{n:04}" for n in range(120)]
    with raw(script) as server:
        few = connect(server.url, max_connections=3)
        assert ask_together(connect, few, prompts) == prompts
        many = connect(server.url)
        assert ask_together(connect, many, prompts) == prompts
        assert [many.generate(prompt).text for prompt in prompts] == prompts
    assert server.requests == 360


def test_two_responses_in_one_piece_never_reach_another_request(connect: Connect) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            peer.sendall(reply(server.read_marker(peer)) * 2)

    prompts = [str(n) for n in range(120)]
    with raw(script) as server:
        client = connect(server.url, max_connections=5)
        assert ask_together(connect, client, prompts) == prompts


# Streams whose connection goes on after their end mark.


def wait_until(connect: Connect, is_so: Callable[[], bool]) -> None:
    """Wait for a state of the engine that nothing announces; its loop runs meanwhile."""

    async def wait() -> None:
        async with asyncio.timeout(30):
            while not is_so():  # noqa: ASYNC110 - nothing announces it
                await asyncio.sleep(0.001)

    connect._runner.run(wait())


def find_source(connect: Connect, stream: Any) -> Any:
    """Return what an engine reads a stream from."""
    return (stream if connect.is_sync else stream._inner)._open.source


def look_for_more(connect: Connect, client: Any) -> None:
    """Wait until the only connection of a client, which is not closed, can be used again."""
    pool = find_pool(client)
    if connect.is_sync:
        (place,) = pool._idle
        assert select.select([place._open_socket], [], [], 30)[0]
    else:
        wait_until(connect, lambda: len(pool._idle) == 1)


class Rest:
    """Sends a stream up to its end mark, and the rest when it is told to; then it echoes."""

    def __init__(self, *rest: bytes, head: bytes = streaming(), start: bytes = WHOLE) -> None:
        self.go_on = threading.Event()
        self.gone = threading.Event()
        self._start = head + chunked(start)
        self._rest = rest

    def __call__(self, server: RawServer, peer: socket.socket) -> None:
        text = server.read_marker(peer)
        if text == "stream":
            peer.sendall(self._start)
            self.go_on.wait(30)
            peer.sendall(b"".join(self._rest))
            self.gone.set()
        else:
            peer.sendall(reply(text))
        echo(server, peer)


ZIPPER = zlib.compressobj(wbits=31)
ZIPPED = (ZIPPER.compress(WHOLE) + ZIPPER.flush(zlib.Z_SYNC_FLUSH), ZIPPER.flush())


@pytest.mark.parametrize(
    ("start", "rest", "coding"),
    [
        (WHOLE, b"", b""),
        (WHOLE, chunked(b": nothing more\n\n", b": at all\n\n"), b""),
        (ZIPPED[0], chunked(ZIPPED[1]), b"\r\nContent-Encoding: gzip"),
    ],
    ids=["the end", "comments", "the rest of a compressed body"],
)
def test_a_connection_is_used_again_once_the_rest_of_a_stream_has_arrived(
    connect: Connect, start: bytes, rest: bytes, coding: bytes
) -> None:
    head = streaming().replace(b"\r\n\r\n", coding + b"\r\n\r\n")
    script = Rest(rest, chunked(b""), head=head, start=start)
    with raw(script) as server:
        client = connect(server.url, max_connections=1)
        with client.stream("stream") as stream:
            assert stream.read().text == "Paris."
        script.go_on.set()
        assert script.gone.wait(30)
        look_for_more(connect, client)
        assert [client.generate(n).text for n in "abc"] == ["a", "b", "c"]
        assert count_places(client) == 1
    assert server.connections == 1


def test_a_connection_whose_stream_goes_on_after_its_end_mark_is_not_waited_for(
    connect: Connect,
) -> None:
    rest = Rest(chunked(b": nothing more\n\n"))
    with raw(rest) as server:
        client = connect(server.url)
        with client.stream("stream") as stream:
            assert stream.read().text == "Paris."
            exchange = find_source(connect, stream)._exchange
        rest.go_on.set()
        if connect.is_sync:
            look_for_more(connect, client)
        else:
            wait_until(connect, lambda: exchange.size > len(WHOLE))
            assert exchange.pieces == []
        assert client.generate("next").text == "next"
    assert server.connections == 2


@pytest.mark.parametrize("rest", [b"", b"x", chunked(b"") + b"x"], ids=["end", "noise", "more"])
def test_a_connection_whose_stream_ends_badly_is_not_used_again(
    connect: Connect, rest: bytes
) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        if server.read_marker(peer) != "stream":
            peer.sendall(reply("next"))
            until_gone(peer)
            return
        peer.sendall(streaming() + chunked(WHOLE))
        left.wait(30)
        peer.sendall(rest)
        peer.shutdown(socket.SHUT_WR)
        ended.set()
        until_gone(peer)

    left, ended = threading.Event(), threading.Event()
    with raw(script) as server:
        client = connect(server.url)
        with client.stream("stream") as stream:
            assert stream.read().text == "Paris."
        left.set()
        assert ended.wait(30)
        assert client.generate("Hi").text == "next"
        server.wait_for("ended", 1)
        assert count_places(client) == 1
    assert server.connections == 2


def test_a_stream_without_an_end_keeps_nobody_waiting(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asyncio_connection, "_REST_LIMIT", 0.01)
    rest = Rest()
    with raw(rest) as server:
        client = connect(server.url, max_connections=1)
        with client.stream("stream") as stream:
            assert stream.read().text == "Paris."
        assert client.generate("next").text == "next"
        assert count_places(client) == 1
        rest.go_on.set()
        server.wait_for("ended", 1)
    assert server.connections == 2


@pytest.mark.parametrize("arrives", [True, False])
def test_a_connection_whose_stream_was_left_goes_to_who_waits_for_one(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, arrives: bool
) -> None:
    if not arrives:
        monkeypatch.setattr(asyncio_connection, "_REST_LIMIT", 0.01)
    rest = Rest(chunked(b""))
    with raw(rest) as server:
        client = connect(server.url, max_connections=1)
        with client.stream("stream") as stream:
            assert next(iter(stream)).text == "Paris."
            pool = find_pool(client)
            if connect.is_sync:
                (place,) = pool._places
                with ThreadPoolExecutor(1) as thread:
                    waiting = thread.submit(client.generate, "next")
                    wait_until(connect, lambda: len(pool._waiters) == 1)
                    if arrives:
                        rest.go_on.set()
                        assert select.select([place._open_socket], [], [], 30)[0]
                    stream.read()
                    assert waiting.result(30).text == "next"
            else:

                async def ask() -> str:
                    waiting = asyncio.create_task(client._inner.generate("next"))
                    await asyncio.sleep(0)
                    assert len(pool._waiters) == 1
                    if arrives:
                        rest.go_on.set()
                    await stream._inner.read()
                    return (await waiting).text  # type: ignore[no-any-return]

                assert connect._runner.run(ask()) == "next"
        assert count_places(client) == 1
        rest.go_on.set()
    assert server.connections == (1 if arrives else 2)


def test_a_stream_that_was_left_has_no_more_to_read_and_closes_nothing(connect: Connect) -> None:
    rest = Rest(chunked(b""))
    with raw(rest) as server:
        client = connect(server.url)
        with client.stream("stream") as stream:
            source = find_source(connect, stream)
            assert stream.read().text == "Paris."
            run = (lambda value: value) if connect.is_sync else connect._runner.run
            run(source.release())
            assert (next(source, None) if connect.is_sync else run(anext(source, None))) is None
            run(source.close())
        rest.go_on.set()
        look_for_more(connect, client)
        assert client.generate("next").text == "next"
    assert server.connections == 1


def test_closing_a_client_closes_a_connection_whose_stream_was_left(connect: Connect) -> None:
    rest = Rest()
    with raw(rest) as server:
        client = connect(server.url)
        with client.stream("stream") as stream:
            assert stream.read().text == "Paris."
        client.close()
        rest.go_on.set()
        server.wait_for("ended", 1)
    assert server.connections == 1


# Limits.


def test_no_more_connections_than_allowed_are_opened_and_all_are_served(connect: Connect) -> None:
    prompts = [str(n) for n in range(60)]
    with raw(echo) as server:
        client = connect(server.url, max_connections=3)
        assert ask_together(connect, client, prompts) == prompts
        assert count_places(client) <= 3
    assert server.connections <= 3


def test_no_connection_free_in_time_says_so_and_loses_no_place(connect: Connect) -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        client = connect(server.url, max_connections=1, timeout=httpx.Timeout(30, pool=0.01))
        with client.stream("Hi"):
            for _ in range(3):
                with pytest.raises(errors.RequestTimeout, match="came free") as caught:
                    client.generate("Hi")
                assert caught.value.sent is False
            assert count_places(client) == 1
        with client.stream("Hi"):
            assert count_places(client) == 1
    assert server.requests == 2


def test_without_time_to_wait_a_free_place_is_still_used(connect: Connect) -> None:
    with raw(sends(reply("Hi."))) as server:
        client = connect(server.url, max_connections=1, timeout=httpx.Timeout(30, pool=0))
        assert [client.generate("Hi").text for _ in range(3)] == ["Hi."] * 3


def test_without_limits_everything_works(connect: Connect) -> None:
    with raw(echo) as server:
        client = connect(server.url, timeout=None, max_connections=2)
        assert ask_together(connect, client, ["a", "b", "c"]) == ["a", "b", "c"]
        large = "word " * 500_000
        assert client.generate(large).text == large


def test_a_limit_of_zero_fails_at_once(connect: Connect) -> None:
    with raw(sends(hold=True)) as server:
        for limit in (httpx.Timeout(30, read=0), httpx.Timeout(None, read=0)):
            with pytest.raises(errors.RequestTimeout, match="did not answer in time"):
                connect(server.url, timeout=limit).generate("Hi")


def test_a_body_that_stalls_is_given_up(connect: Connect) -> None:
    stalls = response(b" " * 10)[:-1]
    with raw(sends(stalls, hold=True)) as server:
        client = connect(server.url, timeout=httpx.Timeout(30, read=1.5))
        with pytest.raises(errors.RequestTimeout, match="fell silent"):
            client.generate("Hi")
        server.wait_for("ended", 1)
        assert count_places(client) == 0


def test_a_stream_that_stalls_is_given_up(connect: Connect) -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        client = connect(server.url, timeout=httpx.Timeout(30, read=0.5))
        with client.stream("Hi") as stream:
            with pytest.raises(errors.StreamInterrupted, match="fell silent"):
                stream.read()
        server.wait_for("ended", 1)
        assert count_places(client) == 0


def test_each_arrival_starts_the_limit_on_reading_anew(connect: Connect) -> None:
    def drip(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        sent = reply("Hi.")
        for start in range(0, len(sent), 40):
            peer.sendall(sent[start : start + 40])
            time.sleep(0.05)

    with raw(drip) as server:
        client = connect(server.url, timeout=httpx.Timeout(30, read=0.4))
        assert client.generate("Hi").text == "Hi."


def test_a_slow_reader_holds_the_server_back_and_does_not_time_out(connect: Connect) -> None:
    total, sent, blocked = 40_000_000, [0], threading.Event()
    event = piece("more " * 40_000)
    block = chunked(event)

    def flood(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming())
        peer.settimeout(0.3)
        while sent[0] < total:
            left = block
            while left:
                try:
                    taken = peer.send(left)
                except TimeoutError:
                    blocked.set()
                    continue
                left, sent[0] = left[taken:], sent[0] + taken
        peer.sendall(chunked(WHOLE, b""))

    with raw(flood) as server:
        client = connect(server.url, timeout=httpx.Timeout(30, read=5))
        with client.stream("Hi") as stream:
            first = next(iter(stream))
            assert first.text.startswith("more ")
            if connect.is_sync:
                assert blocked.wait(30)
            else:
                connect._runner.run(asyncio.to_thread(blocked.wait, 30))
                assert blocked.is_set()
            assert sent[0] < total / 2
            received = sum(len(chunk.text) for chunk in stream)
        assert received > total * 0.9
    assert server.connections == 1


# Requests that are answered before they are sent.


@pytest.mark.parametrize("closes", [True, False])
def test_an_answer_before_the_request_was_sent_is_heard(connect: Connect, closes: bool) -> None:
    def refuse(_: RawServer, peer: socket.socket) -> None:
        peer.recv(1000)
        peer.sendall(response(b"too large", "413 Too Large"))
        if not closes:
            done.wait(30)

    done = threading.Event()
    with raw(refuse) as server:
        client = connect(server.url)
        for _ in range(3):
            with pytest.raises(errors.BadRequest, match="too large") as caught:
                client.generate("word " * 4_000_000)
            assert caught.value.status == 413
        assert count_places(client) == 0
        done.set()


def test_a_server_that_ends_while_a_large_request_is_sent_has_not_read_it(connect: Connect) -> None:
    def leave(_: RawServer, peer: socket.socket) -> None:
        peer.recv(1000)

    with raw(leave) as server:
        client = connect(server.url)
        with pytest.raises(errors.ConnectionFailed, match="not read the whole") as caught:
            client.generate("word " * 4_000_000)
        assert caught.value.sent is False
        assert count_places(client) == 0


def test_a_server_that_reads_slowly_has_time_for_each_part(connect: Connect) -> None:
    def read_slowly(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(str(len(server.read(peer, pause=0.01)))))

    with raw(read_slowly) as server:
        client = connect(server.url, timeout=httpx.Timeout(30, write=0.5))
        assert int(client.generate("word " * 1_000_000).text) > 5_000_000


# What is sent and received.


def test_the_characters_of_a_path_are_quoted(connect: Connect) -> None:
    with serving(body={}) as server:
        path = "/v1/models/gr\u00fcn und\r\nHost: evil/\u2603"
        request = HTTPRequest(Endpoint(server.url, {}), "GET", path)
        assert send(connect, request).status == 200
    (seen,) = server.requests
    assert seen.path == "/v1/models/gr%C3%BCn%20und%0D%0AHost:%20evil/%E2%98%83"
    assert seen.headers["host"] == server.url.removeprefix("http://")


def test_a_path_that_cannot_be_sent_loses_no_connection(connect: Connect) -> None:
    transport = HTTPTransport() if connect.is_sync else AsyncHTTPTransport()
    with raw(echo) as server:
        client = connect(server.url, transport=transport)
        client.generate("first")
        request = HTTPRequest(Endpoint(server.url, {}), "GET", "/v1/models/\ud800")
        ask: Any = transport.send if connect.is_sync else run_by(connect, transport)
        with pytest.raises(UnicodeEncodeError):
            ask(request)
        assert client.generate("second").text == "second"
    assert server.connections == 1


def test_headers_of_many_bytes_are_sent_and_read(connect: Connect) -> None:
    long = "a" * 10_000
    with raw(echo) as server:
        client = connect(server.url, headers={"X-Long": long})
        assert client.generate("Hi").text == "Hi"
    with serving(body=chat_body(), X_Long=long) as other:
        assert connect(other.url, headers={"X-Long": long}).generate("Hi").text == "Hi."
    assert other.requests[0].headers["x-long"] == long


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\n", "\r", "gr\u00fcn", "\x00", " a"])
def test_a_header_that_would_break_the_request_is_refused(connect: Connect, value: str) -> None:
    with pytest.raises(errors.ConfigurationError, match="X-Team"):
        connect("http://127.0.0.1:1", headers={"X-Team": value})


def test_a_compressed_answer_is_read(connect: Connect) -> None:
    body = gzip.compress(json.dumps(chat_body("Small.")).encode())
    with raw(sends(response(body, "200 OK", "Content-Encoding: gzip"))) as server:
        assert connect(server.url).generate("Hi").text == "Small."


def test_an_answer_that_is_too_long_is_not_read(connect: Connect) -> None:
    def flood(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")
        while True:
            peer.sendall(b" " * 100_000)

    with raw(flood) as server:
        client = connect(server.url, max_response_bytes=1_000_000)
        with pytest.raises(errors.UnexpectedResponse, match="more than 1,000,000 bytes"):
            client.generate("Hi")
        server.wait_for("ended", 1)
        assert count_places(client) == 0


# Addresses.


def test_a_server_on_a_unix_socket(connect: Connect, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "vllm.sock"))
        listener.listen()
        with raw(echo, listener=listener) as server:
            client = connect(f"unix://{tmp_path}/vllm.sock")
            assert [client.generate(str(n)).text for n in range(3)] == ["0", "1", "2"]
            assert server.connections == 1


def test_a_unix_socket_that_is_not_there(connect: Connect, tmp_path: Path) -> None:
    with pytest.raises(errors.ConnectionFailed, match="No vLLM server answers") as caught:
        connect(f"unix://{tmp_path}/vllm.sock").generate("Hi")
    assert caught.value.sent is False


def test_a_unix_socket_whose_queue_is_full_is_waited_for(connect: Connect, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX) as first:
        listener.bind(str(tmp_path / "vllm.sock"))
        listener.listen(0)
        first.connect(listener.getsockname())
        url = f"unix://{tmp_path}/vllm.sock"
        with pytest.raises(errors.ConnectionFailed, match="timeout") as caught:
            connect(url, timeout=httpx.Timeout(30, connect=0.1)).generate("Hi")
        assert caught.value.sent is False
        timer = threading.Timer(0.1, serve_two, (listener,))
        timer.start()
        assert connect(url).generate("Hi").text == "Hi."
        timer.join()


def serve_two(listener: socket.socket) -> None:
    listener.accept()[0].close()
    peer, _ = listener.accept()
    with peer:
        peer.recv(65536)
        peer.sendall(reply("Hi."))


def test_a_server_on_ipv6(connect: Connect) -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listener:
        with raw(echo, listener=listener):
            client = connect(f"http://[::1]:{listener.getsockname()[1]}")
            assert client.generate("Hi").text == "Hi"


class Names:
    """Looks names up as a test wants it."""

    def __init__(self, *hosts: str, wait: threading.Event | None = None) -> None:
        self.hosts = hosts
        self.asked: list[Any] = []
        self._wait = wait
        self._real = socket.getaddrinfo

    def __call__(self, host: Any, port: Any, *args: Any, **more: Any) -> Any:
        if isinstance(host, str) and host.replace(".", "").isdigit():
            return self._real(host, port, *args, **more)
        self.asked.append(host)
        if self._wait is not None:
            self._wait.wait(30)
        kind, unknown = socket.SOCK_STREAM, 99
        families = {host: unknown if host == "::" else socket.AF_INET for host in self.hosts}
        return [(families[host], kind, 6, "", (host, port)) for host in self.hosts]


def test_a_second_address_is_tried_if_the_first_is_dead(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    with raw(echo) as server:
        monkeypatch.setattr(socket, "getaddrinfo", Names("127.0.0.2", "127.0.0.1"))
        client = connect(server.url.replace("127.0.0.1", "gpu-7"))
        assert client.generate("Hi").text == "Hi"


def test_a_second_address_is_tried_if_the_first_is_silent(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as full, socket.socket() as filler, raw(echo) as server:
        port = int(server.url.rpartition(":")[2])
        full.bind(("127.0.0.2", port))
        full.listen(0)
        filler.connect(("127.0.0.2", port))
        monkeypatch.setattr(socket, "getaddrinfo", Names("127.0.0.2", "127.0.0.1"))
        client = connect(f"http://gpu-7:{port}", timeout=httpx.Timeout(30, connect=20))
        assert client.generate("Hi").text == "Hi"


def test_a_silent_address_has_all_the_time_if_no_other_is_left(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (asyncio_dialing, dialing):
        monkeypatch.setattr(module, "HAPPY_EYEBALLS_DELAY", 0.01)
    with socket.socket() as full, socket.socket() as filler:
        full.bind(("127.0.0.2", 0))
        full.listen(0)
        filler.connect(full.getsockname())
        monkeypatch.setattr(socket, "getaddrinfo", Names("127.0.0.2", "127.0.0.3"))
        url = f"http://gpu-7:{full.getsockname()[1]}"
        with pytest.raises(errors.ConnectionFailed, match="timeout") as caught:
            connect(url, timeout=httpx.Timeout(30, connect=0.2)).generate("Hi")
    assert caught.value.sent is False


def test_a_host_whose_addresses_are_all_dead(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    with raw(echo) as server:
        pass
    monkeypatch.setattr(socket, "getaddrinfo", Names("127.0.0.2", "127.0.0.1"))
    with pytest.raises(errors.ConnectionFailed, match="No vLLM server answers") as caught:
        connect(server.url.replace("127.0.0.1", "gpu-7")).generate("Hi")
    assert caught.value.sent is False


def test_a_slow_look_up_ends_with_the_limit_on_connecting(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", Names("127.0.0.1", wait=looked_up))
    try:
        client = connect("http://gpu-7:1", timeout=httpx.Timeout(30, connect=0.1))
        with pytest.raises(errors.ConnectionFailed, match="timeout") as caught:
            client.generate("Hi")
    finally:
        looked_up.set()
    assert caught.value.sent is False


def test_a_family_that_this_machine_does_not_have_is_passed_over(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    with raw(echo) as server:
        monkeypatch.setattr(socket, "getaddrinfo", Names("::", "127.0.0.1"))
        client = connect(server.url.replace("127.0.0.1", "gpu-7"))
        assert client.generate("Hi").text == "Hi"
    monkeypatch.setattr(socket, "getaddrinfo", Names())
    with pytest.raises(errors.ConnectionFailed, match="No vLLM server answers"):
        connect("http://gpu-8:1").generate("Hi")


@pytest.mark.parametrize("host", ["b\u00fccher-gpu", "x" * 63, "gpu.example."])
def test_a_host_has_any_name(connect: Connect, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    with serving(body=chat_body()) as server:
        monkeypatch.setattr(socket, "getaddrinfo", Names("127.0.0.1"))
        url = server.url.replace("127.0.0.1", host)
        assert connect(url).generate("Hi").text == "Hi."
    seen = server.requests[0].headers["host"].rpartition(":")[0]
    assert seen == host.encode("idna").decode()


def test_many_requests_at_once_look_a_name_up_once(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Names("127.0.0.1")
    with raw(echo) as server:
        monkeypatch.setattr(socket, "getaddrinfo", names)
        client = connect(server.url.replace("127.0.0.1", "gpu-7"))
        prompts = [str(n) for n in range(20)]
        assert ask_together(connect, client, prompts) == prompts
    assert connect.is_sync or len(names.asked) == 1


# Transports that serve several clients.


def test_one_transport_serves_several_servers(connect: Connect) -> None:
    transport = HTTPTransport() if connect.is_sync else AsyncHTTPTransport()
    with raw(echo) as server, raw(echo) as other:
        clients = [connect(url, transport=transport) for url in (server.url, other.url)]
        for n in range(6):
            assert clients[n % 2].generate(str(n)).text == str(n)
        run = (lambda value: value) if connect.is_sync else connect._runner.run
        run(transport.close())
    assert (server.connections, other.connections) == (1, 1)


@pytest.mark.parametrize("is_used", [True, False])
def test_a_transport_that_was_closed_serves_nobody(connect: Connect, is_used: bool) -> None:
    transport = HTTPTransport() if connect.is_sync else AsyncHTTPTransport()
    with raw(echo) as server:
        client = connect(server.url, transport=transport, retry=AT_ONCE)
        if is_used:
            client.generate("Hi")
        run = (lambda value: value) if connect.is_sync else connect._runner.run
        run(transport.close())
        with pytest.raises(errors.TransportError, match="has been closed") as caught:
            client.generate("Hi")
    assert caught.value.sent is False
    assert server.requests == is_used


# Many at once.


def test_many_requests_with_streams_among_them(connect: Connect) -> None:
    def script(exchange: Exchange) -> None:
        exchange.answer(body=chat_body(exchange.seen.json["messages"][0]["content"]))

    prompts = [str(n) for n in range(200)]
    with LocalServer(script) as server:
        client = connect(server.url)
        assert ask_together(connect, client, prompts) == prompts
        assert ask_together(connect, client, prompts) == prompts
    assert len(server.peers) <= 200


def test_an_engine_without_a_copy_is_shared() -> None:
    assert copy_engine(object(), 5) is None
    original = HTTPTransport(max_connections=3)
    copied = copy_engine(original, 5)
    assert copied is not None
    assert copied.max_connections == 5
    original.close()
