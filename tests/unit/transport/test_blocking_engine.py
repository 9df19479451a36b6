"""What is particular to the engine on blocking sockets: threads, and interrupts."""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

import httpx
import pytest

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
from vllm_sdk import VLLM, RetryPolicy, errors
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.http1 import blocking_connection, blocking_pool
from vllm_sdk._transport.http1.blocking_pool import Pool
from vllm_sdk._transport.http1.sockets import TLS
from vllm_sdk._transport.protocols import HTTPRequest

NO_RETRIES = RetryPolicy(attempts=1)


def find_pool(client: VLLM) -> Pool:
    (pool,) = client._sender.transport._pools.values()  # type: ignore[attr-defined]
    return pool  # type: ignore[no-any-return]


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for a state of the engine that nothing announces."""
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.001)


def swallow(server: RawServer, peer: socket.socket) -> None:
    server.read(peer)
    until_gone(peer)


@contextmanager
def asking(client: VLLM, prompt: str = "Hi") -> Iterator[Callable[[], errors.TransportError]]:
    """Ask in a thread; what is given waits for the error of that call."""
    caught: list[errors.TransportError] = []

    def ask() -> None:
        try:
            client.generate(prompt)
        except errors.TransportError as error:
            caught.append(error)

    def find_error() -> errors.TransportError:
        thread.join(10)
        assert not thread.is_alive()
        (error,) = caught
        return error

    thread = threading.Thread(target=ask)
    thread.start()
    yield find_error
    thread.join(30)


def test_many_threads_share_a_client() -> None:
    with raw(echo) as server, VLLM(server.url) as client, ThreadPoolExecutor(200) as threads:
        prompts = [str(n) for n in range(1000)]
        replies = list(threads.map(client.generate, prompts))
        assert [answered.text for answered in replies] == prompts
    assert server.connections <= 200


def test_threads_are_served_in_the_order_of_their_arrival() -> None:
    order: list[str] = []
    go_on = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            order.append(server.read_marker(peer))
            go_on.wait(30)
            peer.sendall(reply(order[-1]))

    with raw(script) as server, VLLM(server.url, max_connections=1) as client:
        threads = []
        for n in range(20):
            threads.append(threading.Thread(target=client.generate, args=(str(n),)))
            threads[-1].start()
            if not n:
                server.wait_for("requests", 1)
            else:
                wait_until(lambda: len(find_pool(client)._waiters) == n)  # noqa: B023
        go_on.set()
        for thread in threads:
            thread.join(30)
    assert order == [str(n) for n in range(20)]


def test_a_thread_whose_time_is_over_leaves_the_queue() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        client = VLLM(
            server.url, max_connections=1, timeout=httpx.Timeout(30, pool=0.05), retry=NO_RETRIES
        )
        with client, client.stream("Hi"):
            with asking(client) as find_error:
                assert isinstance(find_error(), errors.RequestTimeout)
            assert len(find_pool(client)._waiters) == 0


def test_a_place_that_was_lost_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking_pool, "_SLICE", 0.05)
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        with VLLM(server.url, max_connections=1, timeout=httpx.Timeout(30)) as client:
            stream: Any = client.stream("Hi").__enter__()
            with asking(client.with_options(timeout=httpx.Timeout(30, read=0.2))) as find_error:
                wait_until(lambda: len(find_pool(client)._waiters) == 1)
                del stream  # as a Ctrl-C in an unlucky place tears it out
                gc.collect()
                assert "began to answer" in find_error().message
            server.wait_for("ended", 2)


# Closing.


def test_closing_ends_the_calls_of_other_threads_and_says_what_was_sent() -> None:
    with raw(swallow) as server:
        client = VLLM(server.url, max_connections=1, retry=RetryPolicy(wait_initial=0))
        with asking(client) as find_sent:
            server.wait_for("requests", 1)
            with asking(client) as find_waiting:
                wait_until(lambda: len(find_pool(client)._waiters) == 1)
                client.close()
                assert find_sent().sent is True
                assert find_waiting().sent is False
        server.wait_for("ended", 1)
        with pytest.raises(errors.TransportError, match="has been closed"):
            client.generate("late")
    assert server.connections == 1


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("stage", ["connecting", "agreeing", "looking up"])
def test_closing_ends_a_call_that_connects(
    scheme: str, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = threading.Event()
    with socket.socket() as full, socket.socket() as filler:
        full.bind(("127.0.0.1", 0))
        full.listen(0 if stage == "connecting" else 10)
        filler.connect(full.getsockname())
        host = "gpu-7" if stage == "looking up" else "127.0.0.1"
        if stage == "looking up":
            known = socket.getaddrinfo("127.0.0.1", full.getsockname()[1])
            monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: done.wait(30) and known)
        scheme = "https" if stage == "agreeing" else scheme
        client = VLLM(f"{scheme}://{host}:{full.getsockname()[1]}", retry=NO_RETRIES)
        with asking(client) as find_error:
            wait_until(lambda: bool(client._sender.transport._pools))  # type: ignore[attr-defined]
            wait_until(lambda: len(find_pool(client)._places) == 1)
            client.close()
            error = find_error()
        done.set()
    assert error.sent is False
    assert "has been closed" in error.message


def test_closing_ends_a_call_that_sends_and_says_that_it_was_not_sent() -> None:
    done = threading.Event()

    def ignore(_: RawServer, __: socket.socket) -> None:
        done.wait(30)

    with raw(ignore) as server:
        client = VLLM(server.url, retry=NO_RETRIES)
        with asking(client, "word " * 4_000_000) as find_error:
            server.wait_for("connections", 1)
            wait_until(lambda: any(place._is_used for place in list(find_pool(client)._places)))
            time.sleep(0.05)
            client.close()
            assert find_error().sent is False
        done.set()


def test_a_call_that_was_given_a_connection_as_the_client_closed_was_not_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    acquire = Pool.acquire

    def acquire_and_close(pool: Pool, *args: Any, **more: Any) -> Any:
        connection = acquire(pool, *args, **more)
        client.close()
        return connection

    with raw(echo) as server:
        client = VLLM(server.url, retry=NO_RETRIES)
        monkeypatch.setattr(Pool, "acquire", acquire_and_close)
        with pytest.raises(errors.TransportError, match="was not sent") as caught:
            client.generate("Hi")
    assert caught.value.sent is False
    assert server.requests == 0


# Streams of two threads.


def test_closing_a_stream_wakes_the_thread_that_reads_it() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        with VLLM(server.url) as client, client.stream("Hi") as stream:
            next(stream)
            caught: list[errors.StreamInterrupted] = []

            def read() -> None:
                try:
                    stream.read()
                except errors.StreamInterrupted as error:
                    caught.append(error)

            reader = threading.Thread(target=read)
            reader.start()
            (place,) = list(find_pool(client)._places)
            wait_until(lambda: place._is_used)
            stream.close()
            reader.join(10)
            assert not reader.is_alive()
            assert caught[0].partial.text == "Par"
            wait_until(lambda: len(find_pool(client)._places) == 0)
        server.wait_for("ended", 1)


def test_a_descriptor_is_not_freed_while_a_thread_waits_for_it() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        with VLLM(server.url) as client, client.stream("Hi"):
            (place,) = list(find_pool(client)._places)
            assert place._enter()  # as a thread does that reads
            descriptor = place._open_socket.fileno()
            client.close()
            assert place._open_socket.fileno() == descriptor
            server.wait_for("ended", 1)
            place._leave(blocking_connection.Exchange(1))
            assert place._open_socket.fileno() == -1


def test_a_stream_that_ends_as_another_thread_closes_it_is_not_used_again() -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            server.read(peer)
            peer.sendall(streaming() + chunked(WHOLE, b""))

    with raw(script) as server, VLLM(server.url) as client:
        for n in range(2):
            source: Any = client.stream("Hi")
            with source as stream:
                stream.read()
                inner = stream._open.source
            assert inner.status == 200
            assert inner.headers["content-type"] == "text/event-stream"
            assert server.requests == n + 1
    assert server.connections == 1


# Interrupts.


def test_an_interrupt_in_any_call_of_a_socket_loses_no_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with raw(echo) as server, VLLM(server.url, max_connections=1) as client:
        for name in ("_write", "_read_some", "_leave", "_enter", "open"):
            for used in (False, True):
                client.generate("Hi") if used else find_idle(client)
                with monkeypatch.context() as patch:
                    patch.setattr(blocking_connection.Connection, name, raise_interrupt)
                    with suppress(KeyboardInterrupt):
                        client.generate("Hi")
                gc.collect()
                assert client.generate("again").text == "again"
                assert len(find_pool(client)._places) == 1


def find_idle(client: VLLM) -> None:
    """Close the idle connections of a client, if there are any."""
    for pool in client._sender.transport._pools.values():  # type: ignore[attr-defined]
        while pool._idle:
            pool._forget(pool._idle.pop())


def raise_interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


INTERRUPTED = """
import gc, random, signal, sys, warnings
from vllm_sdk import VLLM

def stop(*_):
    raise KeyboardInterrupt

warnings.simplefilter("ignore")  # an interrupt may hit between a socket and its first name
signal.signal(signal.SIGALRM, stop)
moments, interrupted = random.Random(7), 0
client = VLLM(sys.argv[1], max_connections=2)
for n in range(300):
    try:
        signal.setitimer(signal.ITIMER_REAL, moments.uniform(0.0002, 0.004))
        with client.stream(str(n)) as stream:
            assert stream.read().text == f"{n}Paris."
        signal.setitimer(signal.ITIMER_REAL, 0)
    except KeyboardInterrupt:
        interrupted += 1
gc.collect()
(pool,) = client._sender.transport._pools.values()
with client.stream("last") as stream:
    assert stream.read().text == "lastParis."
print(bool(interrupted), len(pool._places) == len(pool._idle), len(pool._waiters))
"""


def test_an_interrupt_at_any_moment_loses_no_place() -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            text = server.read_marker(peer)
            peer.sendall(streaming() + chunked(piece(text)))
            peer.sendall(chunked(WHOLE, b""))

    with raw(script) as server:
        # in a process of its own: an interrupt can leave a lock of the measured coverage taken
        ran = subprocess.run(  # noqa: S603
            [sys.executable, "-c", INTERRUPTED, server.url],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert (ran.stdout, ran.returncode) == ("True True 0\n", 0), ran.stderr


def test_an_interrupt_while_waiting_for_a_place_leaves_the_queue() -> None:
    main = threading.get_ident()

    def interrupt() -> None:
        wait_until(lambda: len(find_pool(client)._waiters) == 1)
        time.sleep(0.05)
        signal.pthread_kill(main, signal.SIGINT)

    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        with VLLM(server.url, max_connections=1) as client, client.stream("Hi"):
            thread = threading.Thread(target=interrupt)
            thread.start()
            with pytest.raises(KeyboardInterrupt):
                client.generate("Hi")
            thread.join(30)
            assert len(find_pool(client)._waiters) == 0
            assert len(find_pool(client)._places) == 1


@pytest.mark.parametrize("kept", [True, False])
def test_a_thread_that_gives_up_as_it_is_served_passes_its_place_on(kept: bool) -> None:
    with raw(echo) as server, VLLM(server.url, max_connections=1) as client:
        client.generate("Hi")
        pool = find_pool(client)
        waiter = blocking_pool._Waiter()
        with pool._lock:
            waiter.connection = pool._idle.pop()
        if not kept:
            pool._forget(waiter.connection)
            waiter.connection = blocking_connection.Connection()
            pool._places.add(waiter.connection)
        pool._leave_queue(waiter)
        assert client.generate("again").text == "again"
        assert len(pool._places) == 1
    assert server.connections == (1 if kept else 2)


def test_a_client_that_nobody_closed_leaves_nothing_open() -> None:
    with raw(echo) as server:
        VLLM(server.url).generate("Hi")
        gc.collect()
        server.wait_for("ended", 1)


def test_a_handed_on_connection_is_not_used_once_the_client_is_closed() -> None:
    with raw(echo) as server:
        client = VLLM(server.url)
        client.generate("Hi")
        pool = find_pool(client)
        (place,) = list(pool._places)
        client.close()
        request: Any = type("Request", (), {"method": "GET", "path": "/"})()
        with pytest.raises(errors.TransportError, match="has been closed"):
            pool._renew(request, place)
    assert os.getpid() == pool.process


def test_a_stream_of_a_closed_client_is_interrupted() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        client = VLLM(server.url)
        with client.stream("Hi") as stream:
            next(stream)
            client.close()
            with pytest.raises(errors.StreamInterrupted, match="the client was closed"):
                stream.read()
        server.wait_for("ended", 1)


def test_an_interrupt_while_a_body_is_read_loses_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming() + chunked(piece("Par")))
        until_gone(peer)

    with raw(script) as server, VLLM(server.url, max_connections=1) as client:
        with client.stream("Hi") as stream:
            next(stream)
            with monkeypatch.context() as patch:
                patch.setattr(blocking_connection.Connection, "_read_some", raise_interrupt)
                with pytest.raises(KeyboardInterrupt):
                    stream.read()
        with monkeypatch.context() as patch:
            patch.setattr(blocking_connection.Connection, "read", raise_interrupt)
            with pytest.raises(KeyboardInterrupt):
                client.generate("Hi")
        assert len(find_pool(client)._places) == 0
        server.wait_for("ended", 2)


def test_another_process_neither_reads_a_stream_nor_closes_connections() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        with VLLM(server.url) as client, client.stream("Hi") as stream:
            source: Any = stream._open.source  # type: ignore[union-attr]
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(os, "getpid", lambda: 0)  # as in a fork
                with pytest.raises(errors.TransportError, match="forked from"):
                    next(source)
                client._sender.transport.close()
            assert server.ended == 0
            assert len(find_pool(client)._places) == 1


def test_a_pool_that_is_made_while_the_client_is_closed_is_not_used() -> None:
    class Closing(dict[Any, Any]):
        def get(self, *_: object) -> None:
            client.close()

    with raw(echo) as server:
        client = VLLM(server.url)
        client._sender.transport._pools = Closing()  # type: ignore[attr-defined]
        with pytest.raises(errors.TransportError, match="has been closed"):
            client.generate("Hi")
    assert server.connections == 0


# Turns of a connection that depend on the moment.


def connect_pair() -> tuple[blocking_connection.Connection, socket.socket]:
    """Return an open connection, and the server's end of it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        connection = blocking_connection.Connection()
        endpoint = Endpoint(f"http://127.0.0.1:{listener.getsockname()[1]}", {})
        connection.open(HTTPRequest(endpoint, "GET", "/"), TLS(None))
        return connection, listener.accept()[0]


def ask_by(connection: blocking_connection.Connection, body: bytes) -> blocking_connection.Exchange:
    """Ask by a connection, with little time to write."""
    endpoint = Endpoint("http://127.0.0.1:1", {}, timeout=httpx.Timeout(30, write=0.01))
    request = HTTPRequest(endpoint, "POST", "/", body)
    exchange = blocking_connection.Exchange(1000)
    connection.ask(request, b"POST / HTTP/1.1\r\n\r\n", exchange)
    return exchange


def test_freeing_a_closed_connection_runs_nothing_that_would_swallow_a_ctrl_c() -> None:
    connection, peer = connect_pair()
    peer.close()
    connection.close()
    called: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            called.append(frame.f_code.co_name)

    before = sys.getprofile()
    sys.setprofile(note)
    del connection
    sys.setprofile(before)
    assert called == []


def test_a_connection_that_is_left_behind_is_closed() -> None:
    connection, peer = connect_pair()
    del connection
    gc.collect()
    with peer:
        peer.settimeout(30)
        assert peer.recv(1) == b""


def test_an_answer_that_comes_as_the_time_to_write_ends_is_heard() -> None:
    connection, peer = connect_pair()
    with peer:
        peer.sendall(response(b"too large", "413 Too Large"))
        connection._open_socket.setblocking(False)  # noqa: FBT003 - the standard library's own
        with suppress(BlockingIOError):
            while True:
                connection._open_socket.send(b" " * 1_000_000)
        exchange = ask_by(connection, b" " * 10)
        assert (exchange.status, exchange.error) == (413, None)
        assert not connection.is_reusable
        connection.close()


def test_a_reset_that_is_found_while_a_request_is_sent_by_tls_is_told_by_the_next_attempt() -> None:
    connection, peer = connect_pair()
    connection._is_secure = True
    reset(peer)
    assert select.select([connection._open_socket], [], [], 30)[0]
    assert connection._is_answered()
    connection.close()


def test_a_connection_that_opens_as_the_client_is_closed_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_connection = blocking_connection.open_connection

    def open_and_close(*args: Any) -> socket.socket:
        opened = open_connection(*args)
        client.close()
        return opened

    monkeypatch.setattr(blocking_connection, "open_connection", open_and_close)
    with raw(echo) as server:
        client = VLLM(server.url, retry=NO_RETRIES)
        with pytest.raises(errors.TransportError, match="has been closed") as caught:
            client.generate("Hi")
        server.wait_for("ended", 1)
    assert caught.value.sent is False
    assert server.requests == 0


def test_a_pool_that_is_closed_as_a_call_comes_gives_it_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    acquire = Pool.acquire

    def close_and_acquire(pool: Pool, *args: Any, **more: Any) -> Any:
        client.close()
        return acquire(pool, *args, **more)

    monkeypatch.setattr(Pool, "acquire", close_and_acquire)
    with raw(echo) as server:
        client = VLLM(server.url, retry=NO_RETRIES)
        with pytest.raises(errors.TransportError, match="has been closed") as caught:
            client.generate("Hi")
    assert caught.value.sent is False
    assert server.connections == 0


def test_a_connection_that_ended_as_it_was_handed_on_is_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(server.read_marker(peer)))
        ended.wait(30)
        if server.requests > 1:
            until_gone(peer)

    def wait(pool: Pool, *_: object) -> Any:
        connection = pool._idle.pop()  # as the thread that had it gave it on
        pool._waiters.clear()
        ended.set()
        assert select.select([connection._open_socket], [], [], 30)[0]
        return connection

    with raw(script) as server, VLLM(server.url, max_connections=1) as client:
        client.generate("first")
        pool = find_pool(client)
        with monkeypatch.context() as patch:
            patch.setattr(Pool, "_take", lambda *_, **__: None)
            patch.setattr(Pool, "_wait", wait)
            assert client.generate("second").text == "second"
        assert len(pool._places) == 1
    assert server.connections == 2


def test_another_process_opens_connections_of_its_own() -> None:
    with raw(echo) as server, VLLM(server.url) as client:
        transport: Any = client._sender.transport
        client.generate("parent")
        pools, process = transport._pools, transport._process
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "getpid", lambda: 0)  # as in a fork
            assert client.generate("child").text == "child"
            transport.close()
        assert server.connections == 2
        transport._pools, transport._process, transport._is_closed = pools, process, False
        assert client.generate("parent").text == "parent"
    assert server.connections == 2
