"""What is particular to the engine on asyncio: loops, cancellation, large bodies."""

import asyncio
import gc
import os
import signal
import socket
import threading
import warnings
import weakref
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import trio
import uvloop

from certificates import new_client_context, new_server_context
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
from vllm_sdk import AsyncVLLM, RetryPolicy, errors
from vllm_sdk._transport.endpoint import Endpoint, Origin
from vllm_sdk._transport.http1 import asyncio_connection, asyncio_dialing, asyncio_pool
from vllm_sdk._transport.http1.asyncio_connection import Connection
from vllm_sdk._transport.http1.asyncio_engine import AsyncHTTPTransport
from vllm_sdk._transport.http1.asyncio_pool import Pool
from vllm_sdk._transport.http1.exchange import Exchange as HTTPExchange
from vllm_sdk._transport.http1.sockets import TLS
from vllm_sdk._transport.protocols import HTTPRequest
from wire import EVENT_STREAM, chat_body

NO_RETRIES = RetryPolicy(attempts=1)


def test_one_client_serves_one_event_loop_after_another() -> None:
    with serving(body=chat_body("Again.")) as server:
        client = AsyncVLLM(server.url, retry=NO_RETRIES)
        for _ in range(3):
            assert asyncio.run(client.generate("Hi")).text == "Again."
        gc.collect()  # a connection that a loop left behind would warn here
    assert len(server.peers) == 3


def test_one_client_serves_two_event_loops_at_once() -> None:
    both_asked = threading.Barrier(2, timeout=10)

    def wait_for_the_other(exchange: Exchange) -> None:
        both_asked.wait()
        exchange.answer(body=chat_body("Both."))

    texts: list[str] = []
    with LocalServer(wait_for_the_other) as server:
        client = AsyncVLLM(server.url, retry=NO_RETRIES)
        threads = [
            threading.Thread(target=lambda: texts.append(asyncio.run(client.generate("Hi")).text))
            for _ in range(2)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
    assert texts == ["Both.", "Both."]


def test_a_client_that_nobody_closed_leaves_nothing_open() -> None:
    async def forget(url: str) -> None:
        await AsyncVLLM(url, retry=NO_RETRIES).generate("Hi")

    with serving(body=chat_body()) as server:
        asyncio.run(forget(server.url))
        gc.collect()


def test_a_cancelled_request_closes_its_connection() -> None:
    asked, hung_up = threading.Event(), threading.Event()

    def watch(exchange: Exchange) -> None:
        exchange.begin(200, "application/json", 1_000_000_000_000)
        asked.set()
        try:
            while True:
                exchange.write(b" " * 1000)
        except OSError:
            hung_up.set()

    async def cancel(url: str) -> None:
        async with AsyncVLLM(url, retry=NO_RETRIES) as client:
            request = asyncio.create_task(client.generate("Hi"))
            assert await asyncio.to_thread(asked.wait, 30)
            request.cancel()
            with pytest.raises(asyncio.CancelledError):
                await request
            assert await asyncio.to_thread(hung_up.wait, 10)

    with LocalServer(watch) as server:
        asyncio.run(cancel(server.url))


def test_a_large_body_is_sent_whole() -> None:
    prompt = "word " * 500_000

    async def ask(url: str) -> None:
        async with AsyncVLLM(url, retry=NO_RETRIES) as client:
            await client.generate(prompt)

    with serving(body=chat_body()) as server:
        asyncio.run(ask(server.url))
    assert server.requests[0].json["messages"][0]["content"] == prompt
    assert int(server.requests[0].headers["content-length"]) > 2_500_000


def test_a_thousand_requests_at_once() -> None:
    async def ask(url: str) -> list[str]:
        async with AsyncVLLM(url) as client:
            replies = await asyncio.gather(*(client.generate(str(n)) for n in range(1000)))
        return [reply.text for reply in replies]

    with raw(echo) as server:
        assert asyncio.run(ask(server.url)) == [str(n) for n in range(1000)]


def test_no_connection_in_time_says_that_the_server_is_out_of_reach() -> None:
    async def ask() -> None:
        # a backlog of none, and one connection in it already: the next one is not accepted
        import socket

        with socket.socket() as full:
            full.bind(("127.0.0.1", 0))
            full.listen(0)
            address = full.getsockname()
            fillers = [socket.socket() for _ in range(4)]
            for filler in fillers:
                filler.setblocking(False)  # noqa: FBT003 - the standard library's own
                filler.connect_ex(address)
            try:
                timeout = httpx.Timeout(30, connect=0.2)
                url = f"127.0.0.1:{address[1]}"
                async with AsyncVLLM(url, timeout=timeout, retry=NO_RETRIES) as client:
                    with pytest.raises(errors.ConnectionFailed, match="timeout"):
                        await client.generate("Hi")
            finally:
                for filler in fillers:
                    filler.close()

    asyncio.run(ask())


def find_pool(client: AsyncVLLM) -> asyncio_pool.Pool:
    """Return the pool of the running loop."""
    transport: Any = client._sender.transport
    pools = transport._loops[asyncio.get_running_loop()]()
    (pool,) = pools._pools.values()
    return pool  # type: ignore[no-any-return]


def count_descriptors() -> int:
    return len(os.listdir("/dev/fd"))  # noqa: PTH208 - pathlib opens one itself


async def settle() -> None:
    """Let the loop close what is to be closed."""
    for _ in range(5):
        await asyncio.sleep(0)


def swallow(_: RawServer, peer: socket.socket) -> None:
    until_gone(peer)


# Cancelled calls.


async def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for a state of the engine that nothing announces."""
    async with asyncio.timeout(30):
        while not is_so():  # noqa: ASYNC110 - nothing announces it
            await asyncio.sleep(0.001)


def is_writing(pool: asyncio_pool.Pool) -> bool:
    return any(connection._is_writing for connection in pool._connections)


async def cancelling(server: RawServer, ready: Callable[[asyncio_pool.Pool], bool]) -> None:
    """Cancel a generation when the pool is ready, and expect that no place is lost."""
    client = AsyncVLLM(server.url, retry=NO_RETRIES, max_connections=1)
    async with client:
        task = asyncio.create_task(client.generate("Hi"))
        await asyncio.sleep(0)
        await wait_until(lambda: ready(find_pool(client)))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await settle()
        pool = find_pool(client)
        gc.collect()
        assert (pool._count, len(pool._connections), len(pool._dialing)) == (0, 0, 0)


async def test_a_call_cancelled_while_it_waits_for_its_answer_loses_no_place() -> None:
    with raw(swallow) as server:
        await cancelling(server, lambda _: server.connections == 1)
        server.wait_for("ended", 1)


async def test_a_call_cancelled_while_it_agrees_on_tls_loses_no_place() -> None:
    with raw(swallow) as server:
        server.url = server.url.replace("http:", "https:")
        await cancelling(server, lambda _: server.connections == 1)
        await asyncio.to_thread(server.wait_for, "ended", 1)


async def test_a_call_cancelled_while_it_looks_a_name_up_loses_no_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: bool(done.wait(30)) and [])
    with raw(swallow) as server:
        server.url = server.url.replace("127.0.0.1", "gpu-7")
        try:
            await cancelling(server, lambda pool: pool._looking_up is not None)
        finally:
            done.set()
            await settle()


async def test_a_call_cancelled_while_it_connects_loses_no_place() -> None:
    with socket.socket() as full, socket.socket() as filler:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        filler.connect(full.getsockname())
        server = RawServer(f"http://127.0.0.1:{full.getsockname()[1]}")
        await cancelling(server, lambda pool: len(pool._dialing) == 1)


async def test_a_call_cancelled_while_it_sends_loses_no_place() -> None:
    done = threading.Event()
    with raw(lambda *_: done.wait(30) and None) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES) as client:
            task = asyncio.create_task(client.generate("word " * 4_000_000))
            await asyncio.sleep(0)
            pool = find_pool(client)
            await wait_until(lambda: is_writing(pool))
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await settle()
            assert pool._count == 0
        done.set()


async def test_calls_cancelled_while_they_wait_for_a_place_pass_it_on() -> None:
    go_on = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            text = server.read_marker(peer)
            go_on.wait(30)
            peer.sendall(reply(text))

    with raw(script) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES, max_connections=1) as client:
            tasks = [asyncio.create_task(client.generate(str(n))) for n in range(10)]
            await asyncio.to_thread(server.wait_for, "connections", 1)
            pool = find_pool(client)
            await wait_until(lambda: len(pool._waiters) == 9)
            for task in tasks[1:9:2]:
                task.cancel()
            go_on.set()
            await asyncio.wait(tasks)
            assert [tasks[n].result().text for n in (0, 2, 4, 6, 8, 9)] == list("024689")
            assert (pool._count, len(pool._waiters)) == (1, 0)


@pytest.mark.parametrize("given", ["a connection", "a place"])
async def test_a_call_cancelled_as_it_is_given_a_place_passes_it_on(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = () if given == "a connection" else ("Connection: close",)
    released = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            text = server.read_marker(peer)
            released.wait(30)
            peer.sendall(reply(text, *headers))
            if headers:
                return

    with raw(script) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES, max_connections=1) as client:
            first, second, third = (asyncio.create_task(client.generate(n)) for n in "abc")
            await asyncio.sleep(0)
            pool = find_pool(client)
            await wait_until(lambda: len(pool._waiters) == 2)
            hand_on = pool._hand_on

            def hand_on_and_cancel(connection: Any) -> bool:
                handed = hand_on(connection)
                second.cancel()
                return handed

            monkeypatch.setattr(pool, "_hand_on", hand_on_and_cancel)
            released.set()
            assert (await first).text == "a"
            with pytest.raises(asyncio.CancelledError):
                await second
            assert (await third).text == "c"
            await settle()
            assert pool._count == (0 if headers else 1)


async def test_a_stream_whose_reader_is_cancelled_loses_no_place() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        async with AsyncVLLM(server.url, max_connections=1) as client:

            async def read() -> None:
                async with client.stream("Hi") as stream:
                    await stream.read()

            for n in range(3):
                task = asyncio.create_task(read())
                await asyncio.to_thread(server.wait_for, "requests", n + 1)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            await settle()
            assert find_pool(client)._count == 0


def test_ctrl_c_ends_a_call() -> None:
    def interrupt(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        os.kill(os.getpid(), signal.SIGINT)
        until_gone(peer)

    async def ask(url: str) -> None:
        async with AsyncVLLM(url, retry=NO_RETRIES) as client:
            await client.generate("Hi")

    with raw(interrupt) as server, pytest.raises(KeyboardInterrupt):
        asyncio.run(ask(server.url))
    gc.collect()


async def test_requests_are_served_in_the_order_of_their_arrival() -> None:
    order: list[str] = []

    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            order.append(server.read_marker(peer))
            peer.sendall(reply(order[-1]))

    with raw(script) as server:
        async with AsyncVLLM(server.url, max_connections=1) as client:
            await asyncio.gather(*(client.generate(str(n)) for n in range(50)))
    assert order == [str(n) for n in range(50)]


async def test_a_connection_that_ended_as_it_was_handed_on_is_replaced() -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(server.read_marker(peer)) + (b"x" if server.requests % 2 else b""))

    with raw(script) as server:
        async with AsyncVLLM(server.url, max_connections=2) as client:
            replies = await asyncio.gather(*(client.generate(str(n)) for n in range(20)))
    assert [answered.text for answered in replies] == [str(n) for n in range(20)]


# Closing.


async def test_closing_ends_every_call_and_says_what_was_sent() -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        text = server.read_marker(peer)
        if text == "stream":
            peer.sendall(streaming() + chunked(piece("Par")))
        until_gone(peer)

    with raw(script) as server:
        client = AsyncVLLM(server.url, retry=RetryPolicy(wait_initial=0), max_connections=2)
        async with client.stream("stream") as stream:
            reading = asyncio.create_task(stream.read())
            asking = asyncio.create_task(client.generate("asked"))
            await asyncio.to_thread(server.wait_for, "requests", 2)
            waiting = [asyncio.create_task(client.generate("waits")) for _ in range(5)]
            await asyncio.sleep(0)
            pool = find_pool(client)
            assert len(pool._waiters) == 5
            await asyncio.gather(client.close(), client.close())
            await asyncio.wait([reading, asking, *waiting], timeout=10)
            for task in waiting:
                error = task.exception()
                assert isinstance(error, errors.TransportError)
                assert error.sent is False
            error = asking.exception()
            assert isinstance(error, errors.TransportError)
            assert error.sent is True
            assert isinstance(reading.exception(), errors.StreamInterrupted)
        with pytest.raises(errors.TransportError, match="has been closed"):
            await client.generate("late")
        await asyncio.to_thread(server.wait_for, "ended", 2)
    assert (server.requests, server.connections) == (2, 2)


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_closing_ends_calls_that_connect(scheme: str) -> None:
    with socket.socket() as full, socket.socket() as filler:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        filler.connect(full.getsockname())
        client = AsyncVLLM(f"{scheme}://127.0.0.1:{full.getsockname()[1]}", retry=NO_RETRIES)
        asking = [asyncio.create_task(client.generate("Hi")) for _ in range(3)]
        await asyncio.sleep(0.01)
        assert len(find_pool(client)._dialing) == 3
        await client.close()
        await asyncio.wait(asking, timeout=10)
        for task in asking:
            with pytest.raises(errors.TransportError, match="has been closed") as caught:
                await task
            assert caught.value.sent is False


async def test_closing_ends_a_call_that_sends_and_says_that_it_was_not_sent() -> None:
    done = threading.Event()
    with raw(lambda *_: done.wait(30) and None) as server:
        client = AsyncVLLM(server.url, retry=NO_RETRIES)
        task = asyncio.create_task(client.generate("word " * 4_000_000))
        await asyncio.sleep(0)
        pool = find_pool(client)
        await wait_until(lambda: is_writing(pool))
        await client.close()
        with pytest.raises(errors.TransportError, match="was not sent") as caught:
            await task
        assert caught.value.sent is False
        done.set()


async def test_closing_ends_a_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: bool(done.wait(30)) and [])
    client = AsyncVLLM("http://gpu-7:8000", retry=NO_RETRIES)
    task = asyncio.create_task(client.generate("Hi"))
    await asyncio.sleep(0.01)
    await client.close()
    with pytest.raises(errors.TransportError, match="has been closed"):
        await task
    done.set()
    await settle()


def test_closing_in_one_loop_ends_the_calls_of_another() -> None:
    def run(client: AsyncVLLM) -> None:
        try:
            asyncio.run(client.generate("Hi"))
        except errors.TransportError as error:
            caught.append(error)

    caught: list[errors.TransportError] = []
    with raw(swallow_requests) as server:
        client = AsyncVLLM(server.url, retry=NO_RETRIES)
        other = threading.Thread(target=run, args=(client,))
        other.start()
        server.wait_for("requests", 1)
        asyncio.run(client.close())
        other.join(10)
        assert not other.is_alive()
    (error,) = caught
    assert error.sent is True


def swallow_requests(server: RawServer, peer: socket.socket) -> None:
    server.read(peer)
    until_gone(peer)


def test_a_loop_that_joins_while_the_client_is_closed_opens_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def ask(url: str) -> None:
        client = AsyncVLLM(url, retry=NO_RETRIES)
        transport: Any = client._sender.transport
        start = asyncio_pool.LoopPools.start

        async def start_late(pools: asyncio_pool.LoopPools) -> None:
            await start(pools)
            transport._is_closed = True  # as `close` in another thread does

        monkeypatch.setattr(asyncio_pool.LoopPools, "start", start_late)
        with pytest.raises(errors.TransportError, match="has been closed"):
            await client.generate("Hi")

    with raw(echo) as server:
        asyncio.run(ask(server.url))
    assert server.connections == 0


# Event loops.


@pytest.mark.parametrize("tidy", [True, False])
def test_nothing_of_a_closed_loop_is_kept(tidy: bool) -> None:
    def run(client: AsyncVLLM) -> weakref.ref[Any]:
        loop = asyncio.new_event_loop()
        try:
            assert loop.run_until_complete(client.generate("Hi")).text == "Hi"
        finally:
            if tidy:
                loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()
        return weakref.ref(loop)

    with raw(echo) as server, warnings.catch_warnings():
        if not tidy:  # Python's own warning of what a loop left open
            warnings.simplefilter("ignore", ResourceWarning)
        client = AsyncVLLM(server.url, retry=NO_RETRIES)
        run(client)
        gc.collect()
        before = count_descriptors()
        loops = [run(client) for _ in range(30)]
        gc.collect()
        server.wait_for("ended", 31)
        assert [loop() for loop in loops] == [None] * 30
        assert count_descriptors() <= before
        assert list(client._sender.transport._loops) == []  # type: ignore[attr-defined]


def test_fifty_runs_leave_nothing_open() -> None:
    with raw(echo) as server:
        client = AsyncVLLM(server.url, retry=NO_RETRIES)
        for _ in range(50):
            assert asyncio.run(client.generate("Hi")).text == "Hi"
        server.wait_for("ended", 50)
    assert server.connections == 50


def run_with_uvloop(awaited: Awaitable[Any]) -> Any:
    async def run() -> Any:
        return await awaited

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(run())


@pytest.mark.parametrize("secure", [False, True])
def test_uvloop_carries_everything(secure: bool, tmp_path: Path) -> None:
    def script(server: RawServer, peer: socket.socket) -> None:
        while True:
            text = server.read_marker(peer)
            if text == "stream":
                peer.sendall(streaming() + chunked(*[piece("more ")] * 1000, WHOLE, b""))
            elif text == "silence":
                until_gone(peer)
                return
            elif text != "end":
                peer.sendall(reply(text))
            else:
                peer.sendall(reply(text))
                return

    async def ask(url: str) -> None:
        transport = AsyncHTTPTransport(ssl_context=new_client_context() if secure else None)
        async with AsyncVLLM(url, transport=transport, retry=NO_RETRIES) as client:
            assert (await client.generate("Hi")).text == "Hi"
            large = "word " * 500_000
            assert (await client.generate(large)).text == large
            async with client.stream("stream") as stream:
                assert (await stream.read()).text == "more " * 1000 + "Paris."
            async with client.stream("stream") as stream:
                await anext(stream)
            assert (await client.generate("end")).text == "end"
            assert (await client.generate("again")).text == "again"
            bound = client.with_options(timeout=httpx.Timeout(30, read=0.05))
            with pytest.raises(errors.RequestTimeout):
                await bound.generate("silence")
            task = asyncio.create_task(client.generate("silence"))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            replies = await asyncio.gather(*(client.generate(str(n)) for n in range(100)))
            assert [answered.text for answered in replies] == [str(n) for n in range(100)]
            task = asyncio.create_task(client.generate("silence"))
            await asyncio.sleep(0.05)
            await client.close()
            with pytest.raises(errors.TransportError):
                await task

    context = new_server_context(tmp_path) if secure else None
    with raw(script, context=context) as server:
        run_with_uvloop(ask(server.url))
    gc.collect()


@pytest.mark.parametrize("kill", [socket.socket.close, reset])
def test_uvloop_sends_again_what_reached_a_connection_that_ended(
    kill: Callable[[socket.socket], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(server.read_marker(peer)))
        if server.requests == 1:
            kill(peer)
            ended.set()
        else:
            echo(server, peer)

    async def ask(url: str) -> None:
        async with AsyncVLLM(url, retry=NO_RETRIES) as client:
            assert (await client.generate("first")).text == "first"
            assert ended.wait(30)
            assert (await client.generate("second")).text == "second"
            assert (await client.generate("third")).text == "third"

    monkeypatch.setattr(asyncio_connection.Connection, "is_silent", property(lambda _: True))
    with raw(script) as server:
        run_with_uvloop(ask(server.url))
    assert server.requests == 3


def test_trio_is_told_what_to_inject() -> None:
    async def ask(url: str) -> None:
        async with AsyncVLLM(url) as client:
            with pytest.raises(errors.ConfigurationError, match=r"http_client=httpx\.AsyncClient"):
                await client.generate("Hi")
            with pytest.raises(errors.ConfigurationError, match="trio"):
                async with client.stream("Hi"):
                    pass

    trio.run(ask, "http://127.0.0.1:1")


def test_trio_works_with_an_injected_client() -> None:
    def script(exchange: Exchange) -> None:
        if exchange.seen.json.get("stream"):
            exchange.answer(body=WHOLE, content_type=EVENT_STREAM)
        elif len(server.requests) == 1:
            exchange.answer(503)
        else:
            exchange.answer(body=chat_body("Hi."))

    async def ask(url: str) -> None:
        async with httpx.AsyncClient(trust_env=False) as injected:
            policy = RetryPolicy(wait_initial=0, wait_jitter=0)
            async with AsyncVLLM(url, http_client=injected, retry=policy) as client:
                assert (await client.generate("Hi")).text == "Hi."
                async with client.stream("Hi") as stream:
                    assert (await stream.read()).text == "Paris."

    with LocalServer(script) as server:
        trio.run(ask, server.url)


# Streams and answers that are particular.


async def test_a_stream_is_read_in_its_own_loop_and_closed_in_any() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        async with AsyncVLLM(server.url) as client, client.stream("Hi") as stream:
            await anext(stream)

            def read_elsewhere() -> None:
                with pytest.raises(errors.StreamInterrupted, match="another event loop"):
                    asyncio.run(stream.read())

            await asyncio.to_thread(read_elsewhere)
            await asyncio.to_thread(server.wait_for, "ended", 1)


async def test_the_end_of_a_used_connection_is_waited_for_until_the_call_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asyncio_connection, "DEATH_WINDOW", 1000.0)
    monkeypatch.setattr(asyncio_connection, "_PROBES", 1_000_000)

    def script(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(server.read_marker(peer)))
        server.read(peer)

    with raw(script) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES) as client:
            await client.generate("first")
            (connection,) = find_pool(client)._connections
            task = asyncio.create_task(client.generate("second"))
            await wait_until(lambda: connection._probe is not None)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert connection._probe is None
            await asyncio.sleep(0.01)


async def test_what_arrived_before_a_connection_broke_is_read() -> None:
    asked, answered = threading.Event(), threading.Event()

    def script(_: RawServer, peer: socket.socket) -> None:
        peer.recv(1000)
        asked.wait(30)
        peer.sendall(response(b"too large", "413 Too Large"))
        peer.close()
        answered.set()

    with raw(script) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES) as client:
            task = asyncio.create_task(client.generate("word " * 4_000_000))
            await asyncio.sleep(0)
            pool = find_pool(client)
            await wait_until(lambda: is_writing(pool))
            asked.set()
            assert answered.wait(30)  # the loop does not see the answer before it writes on
            (connection,) = pool._connections
            connection._transport._fatal_error(BrokenPipeError())  # type: ignore[attr-defined]
            with pytest.raises(errors.BadRequest, match="too large"):
                await task


async def test_a_reset_that_comes_after_the_end_proves_a_connection_dead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asyncio_connection.Connection, "is_silent", property(lambda _: True))
    monkeypatch.setattr(asyncio_connection, "DEATH_WINDOW", 1000.0)
    monkeypatch.setattr(asyncio_connection, "_PROBES", 1_000_000)
    idle, ended, go_on = threading.Event(), threading.Event(), threading.Event()

    def script(server: RawServer, peer: socket.socket) -> None:
        peer.sendall(reply(server.read_marker(peer)))
        if server.requests > 1:
            return
        idle.wait(30)
        peer.shutdown(socket.SHUT_WR)
        ended.set()
        go_on.wait(30)  # and then close it with an unread request, which the kernel answers

    with raw(script) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES) as client:
            await client.generate("first")
            idle.set()
            assert ended.wait(30)
            (connection,) = find_pool(client)._connections
            task = asyncio.create_task(client.generate("second"))
            await wait_until(lambda: connection._probe is not None)
            go_on.set()
            assert (await task).text == "second"
    assert server.requests == 2


async def test_a_server_that_reads_a_part_in_time_has_time_for_the_next() -> None:
    done = threading.Event()

    def ignore(_: RawServer, __: socket.socket) -> None:
        done.wait(30)

    with raw(ignore) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES) as client:
            task = asyncio.create_task(client.generate("word " * 4_000_000))
            await asyncio.sleep(0)
            pool = find_pool(client)
            await wait_until(lambda: is_writing(pool))
            (connection,) = pool._connections
            connection._unwritten += 1  # as if the server had read a byte since
            connection.expire(pool.loop.time())
            assert connection.is_open
            connection.expire(pool.loop.time())
            with pytest.raises(errors.RequestTimeout, match="did not take the request"):
                await task
        done.set()


async def test_a_request_for_a_fresh_connection_closes_an_idle_one_if_it_must() -> None:
    with raw(echo) as server:
        async with AsyncVLLM(server.url, max_connections=1) as client:
            await client.generate("Hi")
            pool = find_pool(client)
            (idle,) = pool._connections
            request: Any = idle._request
            opened = await pool.open(request, fresh=True)
            assert not idle.is_open
            assert pool._count == 1
            pool.release(opened)
            assert (await client.generate("again")).text == "again"
    assert server.connections == 2


def test_trio_is_told_what_to_inject_even_after_asyncio() -> None:
    async def ask(client: AsyncVLLM) -> None:
        with pytest.raises(errors.ConfigurationError, match="trio"):
            await client.generate("Hi")

    with raw(echo) as server, asyncio.Runner() as runner:
        client = AsyncVLLM(server.url, retry=NO_RETRIES)
        runner.run(client.generate("Hi"))
        trio.run(ask, client)
        runner.run(client.close())


async def test_another_process_neither_reads_nor_closes_a_stream() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        transport = AsyncHTTPTransport()
        async with AsyncVLLM(server.url, transport=transport) as client:
            async with client.stream("Hi") as stream:
                source = stream._open.source  # type: ignore[union-attr]
                with pytest.MonkeyPatch.context() as patch:
                    patch.setattr(os, "getpid", lambda: 0)  # as in a fork
                    with pytest.raises(errors.TransportError, match="forked from"):
                        await anext(source)  # type: ignore[call-overload]
                    await source.close()
                    await transport.close()
                transport._is_closed = False
                assert server.ended == 0
                assert find_pool(client)._count == 1


async def test_two_addresses_that_answer_at_once_leave_one_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[socket.socket] = []
    both = asyncio.Event()

    async def connect(_: Any) -> socket.socket:
        opened.append(connection := socket.socket())
        if len(opened) == 2:
            both.set()
        await both.wait()
        return connection

    monkeypatch.setattr(asyncio_dialing, "_connect", connect)
    monkeypatch.setattr(asyncio_dialing, "HAPPY_EYEBALLS_DELAY", 0.01)
    place = (socket.AF_INET, ("127.0.0.1", 1))
    won = await asyncio_dialing.connect_to_any([place, place])
    await settle()
    assert sorted(other.fileno() == -1 for other in opened) == [False, True]
    won.close()


async def test_a_connection_that_was_lost_as_it_was_handed_on_is_replaced() -> None:
    with raw(echo) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES, max_connections=1) as client:
            await client.generate("first")
            pool = find_pool(client)
            connection = pool.take()
            assert connection is not None
            task = asyncio.create_task(client.generate("second"))
            await asyncio.sleep(0)
            assert pool._hand_on(connection)
            connection.drop()
            pool.forget(connection)  # as asyncio does in this very turn of the loop
            assert (await task).text == "second"
            assert pool._count == 1
    assert server.connections == 2


async def test_a_call_cancelled_as_it_is_given_a_lost_connection_gives_nothing_back() -> None:
    with raw(echo) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES, max_connections=1) as client:
            await client.generate("first")
            pool = find_pool(client)
            connection = pool.take()
            assert connection is not None
            task = asyncio.create_task(client.generate("second"))
            await asyncio.sleep(0)
            assert pool._hand_on(connection)
            task.cancel()
            connection.drop()
            with pytest.raises(asyncio.CancelledError):
                await task
            await settle()
            assert (pool._count, len(pool._idle)) == (0, 0)
            assert (await client.generate("third")).text == "third"


@pytest.mark.parametrize("closes", [True, False])
async def test_a_call_cancelled_as_a_place_comes_free_is_passed_over(closes: bool) -> None:
    with raw(echo) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES, max_connections=1) as client:
            await client.generate("first")
            pool = find_pool(client)
            connection = pool.take()
            assert connection is not None
            tasks = [asyncio.create_task(client.generate(text)) for text in ("second", "third")]
            await asyncio.sleep(0)
            tasks[0].cancel()
            pool.close() if closes else pool.release(connection)
            with pytest.raises(asyncio.CancelledError):
                await tasks[0]
            if closes:
                with pytest.raises(errors.TransportError, match="has been closed"):
                    await tasks[1]
            else:
                assert (await tasks[1]).text == "third"
            assert len(pool._waiters) == 0


async def test_bytes_that_arrive_for_a_cancelled_reader_wake_nobody() -> None:
    with raw(sends(streaming(), chunked(piece("Par")), hold=True)) as server:
        async with AsyncVLLM(server.url) as client, client.stream("Hi") as stream:
            await anext(stream)
            (connection,) = find_pool(client)._connections
            task = asyncio.create_task(anext(stream))
            await asyncio.sleep(0)
            assert connection._waiter is not None
            connection._waiter.cancel()
            connection.data_received(chunked(piece("is.")))
            assert connection._waiter is None
            with pytest.raises(asyncio.CancelledError):
                await task


async def test_a_part_of_an_answer_does_not_end_the_limit_on_writing() -> None:
    go_on = threading.Event()

    def script(_: RawServer, peer: socket.socket) -> None:
        peer.recv(1000)
        answer = response(b"too large", "413 Too Large")
        peer.sendall(answer[:-5])
        go_on.wait(30)
        peer.sendall(answer[-5:])
        until_gone(peer)

    with raw(script) as server:
        timeout = httpx.Timeout(30, write=20, read=1000)
        async with AsyncVLLM(server.url, timeout=timeout, retry=NO_RETRIES) as client:
            task = asyncio.create_task(client.generate("word " * 4_000_000))
            await asyncio.sleep(0)
            pool = find_pool(client)
            await wait_until(lambda: is_writing(pool))
            (connection,) = pool._connections
            await wait_until(lambda: connection._parser.touched)
            assert connection.deadline < pool.loop.time() + 30
            go_on.set()
            with pytest.raises(errors.BadRequest, match="too large"):
                await task


async def test_a_kernel_that_gives_up_before_the_limit_is_reported_as_it_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def give_up(_: asyncio_pool.Pool) -> None:
        raise TimeoutError(110, "Connection timed out")

    monkeypatch.setattr(asyncio_pool.Pool, "_open_socket", give_up)
    async with AsyncVLLM("http://127.0.0.1:1", retry=NO_RETRIES) as client:
        with pytest.raises(errors.ConnectionFailed, match="Connection timed out") as caught:
            await client.generate("Hi")
    assert caught.value.sent is False


async def test_a_connection_that_opens_as_the_client_is_closed_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_socket = asyncio_pool.Pool._open_socket

    async def open_and_close(pool: asyncio_pool.Pool) -> asyncio_connection.Connection:
        connection = await open_socket(pool)
        pool._dialing.clear()  # the limit on connecting has just been left
        pool.close()
        return connection

    monkeypatch.setattr(asyncio_pool.Pool, "_open_socket", open_and_close)
    with raw(echo) as server:
        async with AsyncVLLM(server.url, retry=NO_RETRIES) as client:
            with pytest.raises(errors.TransportError, match="has been closed") as caught:
                await client.generate("Hi")
    assert caught.value.sent is False
    assert server.requests == 0


class Kernel:
    """A transport whose kernel takes one piece at a time."""

    def __init__(self, near: socket.socket) -> None:
        self.written: list[bytes] = []
        self.connection: Any = None
        self._near = near

    def get_extra_info(self, name: str) -> Any:
        return self._near if name == "socket" else None

    def set_write_buffer_limits(self, **_: int) -> None:
        pass

    def get_write_buffer_size(self) -> int:
        return 1

    def is_closing(self) -> bool:
        return False

    def write(self, data: bytes) -> None:
        self.written.append(bytes(data))
        self.connection.pause_writing()


async def test_a_large_body_is_written_as_the_kernel_takes_it() -> None:
    pool = Pool(asyncio.get_running_loop(), Origin("gpu", 80, secure=False), TLS(), 1)
    near, far = socket.socketpair()
    with near, far:
        kernel: Any = Kernel(near)
        connection = kernel.connection = Connection(pool)
        connection.connection_made(kernel)
        body = b"x" * 1_000_000
        request = HTTPRequest(Endpoint("http://gpu", {}), "POST", "/v1/x", body)
        connection.ask(request, b"head", HTTPExchange(1000), streamed=False)
        assert len(kernel.written) == 1
        for taken in range(2, 6):
            connection.resume_writing()
            assert len(kernel.written) == taken
        connection.resume_writing()
        assert b"".join(kernel.written) == b"head" + body


async def test_a_closed_pool_opens_nothing() -> None:
    pool = Pool(asyncio.get_running_loop(), Origin("gpu", 80, secure=False), TLS(), 1)
    pool.close()
    with pytest.raises(errors.TransportError, match="has been closed"):
        await pool.open(HTTPRequest(Endpoint("http://gpu", {}), "GET", "/v1/models"), fresh=False)
