"""Clients of httpx and httpx2 that a user injects."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import Any

import pytest

from clients import Connect, connecting
from local_server import Exchange, LocalServer, serving
from vllm_sdk import VLLM, RetryPolicy, errors
from vllm_sdk._transport.arguments import MAX_ERROR_BYTES
from wire import EVENT_STREAM, chat_body, chunk, delta, event

KINDS = ("sync-httpx", "async-httpx", "sync-httpx2", "async-httpx2")


@pytest.fixture(params=KINDS)
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as connect:
        yield connect


def check_status(connect: Connect) -> Any:
    """Return a hook that raises for each refusal, as many programs have one."""

    def check(response: Any) -> None:
        response.raise_for_status()

    async def check_async(response: Any) -> None:
        response.raise_for_status()

    return check if connect.is_sync else check_async


@pytest.mark.parametrize("stream", [False, True])
def test_a_hook_that_raises_for_a_status_leaves_the_refusal_what_it_is(
    connect: Connect, stream: bool
) -> None:
    with serving(404, {"error": {"message": "no", "type": "NotFoundError"}}) as server:
        hooks = {"response": [check_status(connect)]}
        client = connect(server.url, http_client=connect.new_http_client(event_hooks=hooks))
        begin = client.stream("Hi").__enter__ if stream else client.list_models
        with pytest.raises(errors.StatusError) as caught:
            begin()
    assert caught.value.status == 404
    assert len(server.requests) == 1


def test_what_a_hook_has_read_of_a_refusal_is_kept(connect: Connect) -> None:
    def check(response: Any) -> None:
        response.read()
        response.raise_for_status()

    async def check_async(response: Any) -> None:
        await response.aread()
        response.raise_for_status()

    with serving(400, {"error": {"message": "too odd", "type": "BadRequestError"}}) as server:
        hooks = {"response": [check if connect.is_sync else check_async]}
        client = connect(server.url, http_client=connect.new_http_client(event_hooks=hooks))
        with pytest.raises(errors.BadRequest, match="too odd"):
            client.generate("Hi")


def test_a_client_without_limits_of_its_own_gets_ours(connect: Connect) -> None:
    client = connect("http://gpu", http_client=connect.new_http_client())
    inner = client if connect.is_sync else client._inner
    sender = inner._sender
    request: Any = type("Request", (), {"timeout": sender.endpoint.timeout})
    assert sender.transport._words.find_timeout(request).read == 600
    assert sender.transport._words.find_timeout(request).connect == 10


def test_the_address_of_an_injected_client_is_used(connect: Connect) -> None:
    with serving(body=chat_body("Home.")) as server:
        client = connect(http_client=connect.new_http_client(base_url=f"{server.url}/v1"))
        assert client.generate("Hi").text == "Home."


def test_a_redirect_loop_ends(connect: Connect) -> None:
    with LocalServer(lambda exchange: exchange.answer(307, Location=exchange.seen.path)) as server:
        looping = connect.new_http_client(follow_redirects=True, max_redirects=3)
        with pytest.raises(errors.ConnectionFailed) as caught:
            connect(server.url, http_client=looping).generate("Hi")
    assert caught.value.sent
    assert len(server.requests) == 4


@pytest.mark.parametrize("stream", [False, True])
def test_the_start_of_a_long_refusal_is_enough(connect: Connect, stream: bool) -> None:
    with serving(400, b"x" * (2 * MAX_ERROR_BYTES), content_type="text/plain") as server:
        client = connect(server.url)
        begin = client.stream("Hi").__enter__ if stream else client.list_models
        with pytest.raises(errors.BadRequest):
            begin()


def test_a_response_over_the_limit_is_not_read(connect: Connect) -> None:
    with serving(body=chat_body("x" * 10_000)) as server:
        with pytest.raises(errors.UnexpectedResponse, match="more than 5,000 bytes"):
            connect(server.url, max_response_bytes=5000).generate("Hi")


def test_a_stream_over_the_limit_is_interrupted(connect: Connect) -> None:
    def endless(exchange: Exchange) -> None:
        exchange.begin(200, EVENT_STREAM, None)
        exchange.write(event(chunk(delta("more "))))
        time.sleep(0.3)  # the first chunk is read by itself
        try:
            while True:
                exchange.write(event(chunk(delta("more "))))
        except OSError:
            return

    with LocalServer(endless) as server:
        with connect(server.url, max_response_bytes=50_000).stream("Hi") as stream:
            with pytest.raises(errors.StreamInterrupted, match="more than 50,000 bytes") as caught:
                stream.read()
    assert caught.value.partial.text.startswith("more ")


@pytest.mark.parametrize("connect", ["sync-httpx", "sync-httpx2"], indirect=True)
def test_a_fork_does_not_use_its_parents_injected_client(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(body=chat_body()) as server:
        client = connect(server.url)
        client.generate("Hi")
        monkeypatch.setattr(os, "getpid", lambda: -1)
        with pytest.raises(errors.TransportError, match="forked from"):
            client.generate("Hi")
    assert len(server.requests) == 1


def test_what_is_not_a_client_is_refused(connect: Connect) -> None:
    with pytest.raises(errors.ConfigurationError, match="http_client takes a client of httpx"):
        connect("http://gpu", http_client=5)


def test_a_client_of_the_other_kind_is_refused(connect: Connect) -> None:
    with connecting(connect.kind.replace("a", "", 1) if connect.is_sync else "sync") as other:
        wrong = other.new_http_client() if not connect.is_sync else connect.library.AsyncClient()
        with pytest.raises(errors.ConfigurationError, match=r"http_client takes an httpx2?\."):
            connect("http://gpu", http_client=wrong)


def test_a_unix_socket_is_for_our_own_engines(connect: Connect) -> None:
    with pytest.raises(errors.ConfigurationError, match="A Unix socket and http_client"):
        connect("unix:///run/vllm.sock")


def test_a_users_transport_needs_no_address_of_its_own() -> None:
    class Engine:
        def send(self, request: Any) -> Any:
            raise errors.ConnectionFailed(f"{request.url} {request.headers['Accept'][:4]}")

        def close(self) -> None:
            pass

    transport: Any = Engine()
    once = RetryPolicy(attempts=1)
    with VLLM("http://gpu", transport=transport, retry=once) as client:
        with pytest.raises(errors.ConnectionFailed, match="http://gpu/v1/models appl"):
            client.with_options(timeout=3).list_models()
