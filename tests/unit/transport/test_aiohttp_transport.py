"""What is particular to the engine on aiohttp: loops, cancellation, large bodies, proxies."""

import asyncio
import gc
import threading
from typing import Any

import httpx
import pytest

from local_server import Exchange, LocalServer, serving
from vllm_sdk import AsyncVLLM, RetryPolicy, errors
from vllm_sdk._transport.aiohttp_transport import _convert_timeout, _find_proxy
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


@pytest.mark.parametrize(
    ("environ", "proxy"),
    [
        ({}, None),
        ({"http_proxy": "http://proxy:3128"}, "http://proxy:3128"),
        ({"http_proxy": "proxy:3128"}, "http://proxy:3128"),
        ({"all_proxy": "http://proxy:3128"}, "http://proxy:3128"),
        ({"https_proxy": "http://proxy:3128"}, None),
        ({"http_proxy": "http://proxy:3128", "no_proxy": "gpu-7"}, None),
    ],
)
def test_the_environments_proxy_is_used(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], proxy: str | None
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert _find_proxy("http://gpu-7:8000") == proxy


def test_a_request_goes_through_the_environments_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask() -> Any:
        async with AsyncVLLM("http://gpu-7:8000", retry=NO_RETRIES) as client:
            return await client.generate("Hi")

    with serving(body=chat_body("By proxy.")) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        assert asyncio.run(ask()).text == "By proxy."
    assert proxy.requests[0].path == "http://gpu-7:8000/v1/chat/completions"


def test_timeouts_are_translated() -> None:
    assert _convert_timeout(httpx.Timeout(600, connect=10)).connect == 610
    assert _convert_timeout(httpx.Timeout(600, connect=10)).sock_connect == 10
    assert _convert_timeout(httpx.Timeout(5, pool=None)).connect is None
    assert _convert_timeout(httpx.Timeout(None)).sock_read is None
