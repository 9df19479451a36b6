"""Cancelled calls, and many calls at once, through the pools of httpx and httpx2."""

from __future__ import annotations

import asyncio
import importlib
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from random import Random
from typing import Any, cast

import httpx
import pytest
import trio
import trio.lowlevel

from raw_server import RawServer, chunked, echo, piece, raw, reply, streaming, until_gone
from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy, errors
from vllm_sdk._transport.httpx_attempt import Abandoned, Attempt
from vllm_sdk._transport.httpx_gate import MAX_ENTERING, MAX_KEPT
from vllm_sdk._transport.httpx_tasks import Tasks

ONCE = RetryPolicy(attempts=1)
LIBRARIES = ("httpx", "httpx2")


@pytest.fixture(params=LIBRARIES)
def library(request: pytest.FixtureRequest) -> Any:
    return importlib.import_module(request.param)


@asynccontextmanager
async def injecting(
    library: Any, connections: int, **settings: Any
) -> AsyncIterator[tuple[Any, Callable[..., AsyncVLLM]]]:
    """Give an injected client, and a function that makes clients with it."""
    limits = library.Limits(max_connections=connections)
    settings.setdefault("verify", False)
    settings.setdefault("timeout", 30)
    async with library.AsyncClient(limits=limits, trust_env=False, **settings) as injected:
        yield (
            injected,
            lambda url: AsyncVLLM(url, model="m", http_client=injected, retry=ONCE),
        )


@contextmanager
def never_accepting() -> Iterator[str]:
    """Give the URL of a server whose queue of connections is full."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.settimeout(0)
            filler.connect_ex(listener.getsockname())
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            for filler in fillers:
                filler.close()


async def cancel(*tasks: asyncio.Task[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110 - a server or httpx changes it
            await asyncio.sleep(0.001)


async def only_this_task_is_left() -> None:
    await until(lambda: len(asyncio.all_tasks()) == 1)


def test_no_moment_of_a_cancellation_costs_a_connection(library: Any) -> None:
    chance = Random(7)  # noqa: S311 - no secret

    async def storm() -> None:
        with raw(echo) as server:
            async with injecting(library, 5) as (injected, connect), connect(server.url) as client:
                for _ in range(20):
                    calls = [asyncio.create_task(client.generate("Hi")) for _ in range(20)]
                    for _ in range(chance.randrange(40)):
                        await asyncio.sleep(0)
                    for call in chance.sample(calls, 10):
                        call.cancel()
                        await asyncio.sleep(0)
                    await cancel(*calls)
                await only_this_task_is_left()
                connections = injected._transport._pool.connections
                assert all(connection.is_idle() for connection in connections)
                replies = await asyncio.gather(*(client.generate(str(n)) for n in range(20)))
                assert [reply.text for reply in replies] == [str(n) for n in range(20)]

    asyncio.run(storm())


def test_no_moment_of_a_cancelled_stream_costs_a_connection(library: Any) -> None:
    chance = Random(7)  # noqa: S311 - no secret

    def endless(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming())
        until_gone(peer)

    async def read(client: AsyncVLLM) -> None:
        async with client.stream("Hi") as stream:
            await stream.read()

    async def storm() -> None:
        with raw(endless) as server:
            async with injecting(library, 5) as (_, connect), connect(server.url) as client:
                for _ in range(20):
                    calls = [asyncio.create_task(read(client)) for _ in range(10)]
                    for _ in range(chance.randrange(60)):
                        await asyncio.sleep(0)
                    await cancel(*calls)
                await only_this_task_is_left()
            server.wait_for("ended", server.connections)

    asyncio.run(storm())


# httpx leaves generators to the garbage collector, of which trio warns.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_no_moment_of_a_cancellation_costs_a_connection_under_trio(library: Any) -> None:
    chance = Random(7)  # noqa: S311 - no secret

    async def ask(client: AsyncVLLM) -> None:
        await client.generate("Hi")

    async def storm() -> None:
        with raw(echo) as server:
            async with injecting(library, 5) as (injected, connect), connect(server.url) as client:
                for _ in range(10):
                    async with trio.open_nursery() as nursery:
                        for _ in range(10):
                            nursery.start_soon(ask, client)
                        for _ in range(chance.randrange(30)):
                            await trio.lowlevel.checkpoint()
                        nursery.cancel_scope.cancel()
                connections = injected._transport._pool.connections
                assert all(connection.is_idle() for connection in connections)
                assert (await client.generate("Bye")).text == "Bye"
                with pytest.raises(errors.ConnectionFailed):
                    await connect("http://127.0.0.1:9").generate("Hi")
                await client.close()

    trio.run(storm)


def test_a_server_that_accepts_nothing_holds_no_cancelled_call(library: Any) -> None:
    async def ask() -> None:
        with never_accepting() as full, raw(echo) as server:
            async with injecting(library, 2) as (injected, connect):
                client = connect(full)
                calls = [asyncio.create_task(client.generate("Hi")) for _ in range(10)]
                await until(lambda: len(injected._transport._pool.connections) == 2)
                await cancel(*calls)
                await only_this_task_is_left()
                assert (await connect(server.url).generate("Hi")).text == "Hi"

    asyncio.run(ask())


def test_a_handshake_that_does_not_end_holds_no_cancelled_call(library: Any) -> None:
    async def ask() -> None:
        with raw(lambda _, peer: until_gone(peer)) as silent, raw(echo) as server:
            async with injecting(library, 1) as (_, connect):
                client = connect(silent.url.replace("http:", "https:"))
                call = asyncio.create_task(client.generate("Hi"))
                await until(lambda: silent.connections == 1)
                await asyncio.sleep(0.05)  # into the handshake; at any other moment, too, it holds
                await cancel(call)
                assert (await connect(server.url).generate("Hi")).text == "Hi"
                await only_this_task_is_left()
                await until(lambda: silent.ended == 1)

    asyncio.run(ask())


def test_a_socks_proxy_that_falls_silent_holds_no_cancelled_call(library: Any) -> None:
    async def ask() -> None:
        with raw(lambda _, peer: until_gone(peer)) as silent:
            proxy = silent.url.replace("http:", "socks5:")
            async with injecting(library, 1, proxy=proxy) as (injected, connect):
                client = connect("http://gpu-7:8000")
                for number in range(3):
                    call = asyncio.create_task(client.generate("Hi"))
                    await until(lambda: silent.connections > number)  # noqa: B023 - used at once
                    await cancel(call)
                    await only_this_task_is_left()
                assert all(each.is_idle() for each in find_pool(injected).connections)
                await until(lambda: silent.ended == 3)

    def find_pool(injected: Any) -> Any:
        return injected._transport_for_url(library.URL("http://gpu-7"))._pool

    asyncio.run(ask())


def tunnel(server: RawServer, peer: socket.socket) -> None:
    """Accept a tunnel, and never speak in it."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += peer.recv(65536)
    peer.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    server.count("requests")
    until_gone(peer)


def test_a_tunnel_is_left_to_its_timeout_or_to_close(library: Any) -> None:
    async def ask() -> None:
        with raw(tunnel) as proxy:
            async with injecting(library, 1, proxy=proxy.url) as (_, connect):
                client = connect("https://gpu-7:8000")
                call = asyncio.create_task(client.generate("Hi"))
                await until(lambda: proxy.requests == 1)
                await asyncio.sleep(0.05)
                await cancel(call)
                await client.close()
                await only_this_task_is_left()

    asyncio.run(ask())


def test_a_generation_that_nobody_waits_for_is_aborted(library: Any) -> None:
    def hold(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        until_gone(peer)

    async def ask() -> None:
        with raw(hold) as server:
            async with injecting(library, 3) as (_, connect), connect(server.url) as client:
                call = asyncio.create_task(client.generate("Hi"))
                await until(lambda: server.requests == 1)
                await cancel(call)
                await until(lambda: server.ended == 1)

    asyncio.run(ask())


def test_a_stream_that_comes_too_late_is_closed(library: Any) -> None:
    async def ask() -> None:
        with raw(begin_stream) as server:
            entered, left = asyncio.Event(), asyncio.Event()

            async def hook(_: Any) -> None:
                entered.set()
                try:
                    await asyncio.sleep(30)
                except asyncio.CancelledError:  # as hooks do that shield what they do
                    left.set()

            async with injecting(library, 1, event_hooks={"response": [hook]}) as (_, connect):
                client = connect(server.url)
                call = asyncio.create_task(client.stream("Hi").__aenter__())
                await entered.wait()
                await cancel(call)
                await left.wait()
                await until(lambda: server.ended == 1)
                await client.close()

    def begin_stream(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(streaming() + chunked(piece("Hi")))
        until_gone(peer)

    asyncio.run(ask())


def test_a_loop_that_ends_amid_calls_costs_no_connection(library: Any) -> None:
    def hold(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        until_gone(peer)

    async def leave(client: AsyncVLLM) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(3):
                group.create_task(ask(client))
            await until(lambda: busy.requests == 1)
            raise KeyboardInterrupt

    async def ask(client: AsyncVLLM) -> None:
        await client.generate("Hi")

    with raw(hold) as busy, raw(echo) as server:
        limits = library.Limits(max_connections=1)
        injected = library.AsyncClient(limits=limits, verify=False, timeout=5)
        with pytest.raises(KeyboardInterrupt):
            asyncio.run(leave(AsyncVLLM(busy.url, model="m", http_client=injected, retry=ONCE)))

        async def again() -> str:
            async with aclosing(injected):
                client = AsyncVLLM(server.url, model="m", http_client=injected, retry=ONCE)
                return (await client.generate("Hi")).text

        assert asyncio.run(again()) == "Hi"


class Crowd:
    """A server that answers its requests only when as many as it waits for are there."""

    def __init__(self, size: int) -> None:
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()
        self._full = threading.Barrier(size)

    def __call__(self, server: RawServer, peer: socket.socket) -> None:
        while True:
            text = server.read_marker(peer)
            with self._lock:
                self._now += 1
                self.most = max(self.most, self._now)
            self._full.wait(30)
            with self._lock:
                self._now -= 1
            peer.sendall(reply(text))


def test_as_many_calls_as_connections_are_in_flight(library: Any) -> None:
    crowd = Crowd(3)

    async def ask() -> list[str]:
        with raw(crowd) as server:
            async with injecting(library, 3) as (injected, connect):
                clients = [connect(server.url), connect(server.url)]  # they share one gate
                calls = [clients[n % 2].generate(str(n)) for n in range(12)]
                replies = await asyncio.gather(*calls)
                assert not injected._transport._pool._requests
                return [reply.text for reply in replies]

    assert asyncio.run(ask()) == [str(n) for n in range(12)]
    assert crowd.most == 3


def test_as_many_threads_as_connections_are_in_flight(library: Any) -> None:
    crowd = Crowd(3)
    texts: list[str] = []
    with raw(crowd) as server:
        limits = library.Limits(max_connections=3)
        with library.Client(limits=limits, verify=False, timeout=30) as injected:
            client = VLLM(server.url, model="m", http_client=injected, retry=ONCE)
            threads = [
                threading.Thread(target=lambda: texts.append(client.generate("Hi").text))
                for _ in range(9)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(30)
    assert texts == ["Hi"] * 9
    assert crowd.most == 3


def hold_stream(server: RawServer, peer: socket.socket) -> None:
    server.read(peer)
    peer.sendall(streaming() + chunked(piece("Hi")))
    until_gone(peer)


def test_an_open_stream_holds_its_place(library: Any) -> None:
    async def ask() -> None:
        with raw(hold_stream) as server:
            timeout = library.Timeout(30, pool=0.01)
            async with injecting(library, 1, timeout=timeout) as (_, connect):
                client = connect(server.url)
                async with client.stream("Hi") as stream:
                    assert await anext(stream.text) == "Hi"
                    with pytest.raises(errors.RequestTimeout, match="came free in time") as caught:
                        await client.generate("Hi")
                    assert not caught.value.sent
                async with client.stream("Hi") as stream:
                    assert await anext(stream.text) == "Hi"

    asyncio.run(ask())


def test_an_open_stream_holds_its_place_among_threads(library: Any) -> None:
    with raw(hold_stream) as server:
        timeout = library.Timeout(30, pool=0.01)
        limits = library.Limits(max_connections=1)
        with library.Client(limits=limits, verify=False, timeout=timeout) as injected:
            client = VLLM(server.url, model="m", http_client=injected, retry=ONCE)
            with client.stream("Hi") as stream:
                assert next(iter(stream.text)) == "Hi"
                with pytest.raises(errors.RequestTimeout, match="came free in time"):
                    client.generate("Hi")
            with client.stream("Hi") as stream:
                assert next(iter(stream.text)) == "Hi"


def test_a_pool_without_connections_names_the_way_out(library: Any) -> None:
    timeout = library.Timeout(30, pool=0.01)
    limits = library.Limits(max_connections=0)
    with library.Client(limits=limits, verify=False, timeout=timeout) as injected:
        client = VLLM("http://gpu-7", model="m", http_client=injected, retry=ONCE)
        with pytest.raises(errors.RequestTimeout, match="Leave http_client= out"):
            client.generate("Hi")


def test_a_pool_of_our_own_names_another_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def send(*_: Any, **__: Any) -> Any:
        raise httpx.PoolTimeout("")

    monkeypatch.setattr(httpx.Client, "send", send)
    with VLLM("http://gpu-7", model="m", proxy="http://127.0.0.1:9", retry=ONCE) as client:
        with pytest.raises(errors.RequestTimeout, match=r"hold them\. Make a new client"):
            client.generate("Hi")


MANY = MAX_KEPT + 50


def test_a_large_pool_takes_all_calls_at_once(library: Any) -> None:
    async def ask() -> None:
        with raw(Crowd(MANY)) as server:
            async with (
                injecting(library, 1000) as (injected, connect),
                connect(server.url) as client,
            ):
                calls = [client.generate(str(n)) for n in range(MANY)]
                replies = await asyncio.gather(*calls)
                assert [reply.text for reply in replies] == [str(n) for n in range(MANY)]
                assert len(injected._transport._pool.connections) == MAX_KEPT
                assert server.connections == MANY

    asyncio.run(ask())


def test_a_large_pool_takes_all_threads_at_once(library: Any) -> None:
    texts: list[str] = []
    with raw(Crowd(MANY)) as server:
        limits = library.Limits(max_connections=1000)
        with library.Client(limits=limits, verify=False, timeout=30) as injected:
            client = VLLM(server.url, model="m", http_client=injected, retry=ONCE)
            threads = [
                threading.Thread(target=lambda: texts.append(client.generate("Hi").text))
                for _ in range(MANY)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(30)
            assert len(injected._transport._pool.connections) <= MAX_KEPT
    assert texts == ["Hi"] * MANY


def test_a_pool_behind_a_proxy_takes_all_calls_at_once() -> None:
    async def ask() -> None:
        with raw(Crowd(MANY)) as proxy:
            async with AsyncVLLM("http://gpu-7", model="m", proxy=proxy.url, retry=ONCE) as client:
                await asyncio.gather(*(client.generate("Hi") for _ in range(MANY)))

    asyncio.run(ask())


def test_calls_that_connect_do_not_hold_the_entrance(library: Any) -> None:
    async def ask() -> None:
        with never_accepting() as full, raw(echo) as server:
            async with injecting(library, 1000) as (injected, connect):
                client = connect(full)
                stuck = [asyncio.create_task(client.generate("Hi")) for _ in range(MAX_ENTERING)]
                pool = injected._transport._pool
                await until(lambda: len(pool.connections) == MAX_ENTERING)
                assert (await connect(server.url).generate("Hi")).text == "Hi"
                await cancel(*stuck)

    asyncio.run(ask())


def test_the_argument_is_the_limit_behind_a_proxy() -> None:
    crowd = Crowd(2)

    async def ask() -> None:
        with raw(crowd) as proxy:
            async with AsyncVLLM(
                "http://gpu-7", model="m", proxy=proxy.url, max_connections=2, retry=ONCE
            ) as client:
                await asyncio.gather(*(client.generate("Hi") for _ in range(6)))

    asyncio.run(ask())
    assert crowd.most == 2


@pytest.mark.parametrize(
    ("events", "stoppable"),
    [
        ([], False),
        (["connection.connect_tcp.started"], True),
        (["connection.connect_tcp.started", "connection.connect_tcp.complete"], False),
        (["connection.connect_tcp.failed", "connection.retry.started"], True),
        (["connection.start_tls.started"], True),
        (["proxy.start_tls.started"], False),
        (["socks.connect_tcp.started"], False),
        (["http11.send_request_headers.started"], True),
        (["http11.send_request_headers.started", "http11.receive_response_headers.started"], True),
        (["http11.send_request_headers.started", "proxy.start_tls.started"], False),
        (["http11.send_request_headers.started", "http11.response_closed.started"], False),
        (["http2.send_connection_init.started"], False),
    ],
)
def test_an_attempt_is_stopped_only_where_that_costs_nothing(
    events: list[str], *, stoppable: bool
) -> None:
    attempt = Attempt()
    for event in events:
        attempt.note(event, {})
    assert attempt.is_stoppable is stoppable


@pytest.mark.parametrize(
    ("event", "ends"),
    [
        ("connection.connect_tcp.started", True),
        ("connection.start_tls.started", True),
        ("http11.send_request_headers.started", True),
        ("socks.setup_socks5_connection.started", True),
        ("connection.connect_tcp.complete", False),
        ("proxy.start_tls.started", False),
        ("http11.response_closed.started", False),
    ],
)
def test_an_abandoned_attempt_ends_at_the_next_step_that_may_be_left_out(
    event: str, *, ends: bool
) -> None:
    attempt = Attempt()
    assert not attempt.abandon()
    if ends:
        with pytest.raises(Abandoned):
            attempt.note(event, {})
    else:
        attempt.note(event, {})


async def test_a_connection_by_socks_is_closed_when_nobody_waits_for_it() -> None:
    """It notices no cancellation, and waits for the proxy without a limit."""

    class Opened:
        is_closed = asyncio.Event()

        async def aclose(self) -> None:
            self.is_closed.set()

    class Place:
        is_free = False

        def free(self) -> None:
            self.is_free = True

    async def connect() -> None:
        attempt.note("socks.connect_tcp.complete", {"return_value": opened})
        attempt.note("socks.setup_socks5_connection.started", {})
        has_begun.set()
        await opened.is_closed.wait()

    attempt, opened, place, has_begun = Attempt(), Opened(), Place(), asyncio.Event()
    tasks = Tasks()
    caller = asyncio.create_task(tasks.run(connect(), attempt, cast("Any", place)))
    await has_begun.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    await asyncio.wait_for(opened.is_closed.wait(), 10)
    await tasks.close()
    assert place.is_free
