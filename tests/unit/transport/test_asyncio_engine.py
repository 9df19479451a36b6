"""What is particular to the engine on asyncio: loops, cancellation, large bodies."""

import asyncio
import gc
import threading

import httpx
import pytest

from local_server import Exchange, LocalServer, serving
from vllm_sdk import AsyncVLLM, RetryPolicy, errors
from wire import chat_body

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
    def echo(exchange: Exchange) -> None:
        exchange.answer(body=chat_body(exchange.seen.json["messages"][0]["content"]))

    async def ask(url: str) -> list[str]:
        async with AsyncVLLM(url) as client:
            replies = await asyncio.gather(*(client.generate(str(n)) for n in range(1000)))
        return [reply.text for reply in replies]

    with LocalServer(echo) as server:
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
