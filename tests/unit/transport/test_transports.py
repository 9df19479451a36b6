"""Every engine against a real local server."""

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from clients import ENGINES, Connect, connecting
from local_server import Exchange, LocalServer, serving, with_patience
from vllm_sdk import VLLM, AsyncVLLM, errors
from vllm_sdk._transport.arguments import DEFAULT_TIMEOUT, read_timeout
from vllm_sdk._transport.retry_after import read_retry_after
from wire import chat_body


@pytest.fixture(params=ENGINES)
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as connect:
        yield connect


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_request_says_who_asks_and_carries_the_key(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        connect(server.url, api_key="hunter2").generate("Hi")
    headers = server.requests[0].headers
    assert headers["authorization"] == "Bearer hunter2"
    assert headers["user-agent"].startswith("vllm-typed-sdk/")
    assert headers["content-type"] == "application/json"


def test_without_a_key_no_authorization_is_sent(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        connect(server.url).generate("Hi")
    assert "authorization" not in server.requests[0].headers


def test_a_port_where_nobody_listens(connect: Any) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(errors.ConnectionFailed) as caught:
        connect(url).generate("Hi")
    assert url in caught.value.message
    assert "vllm serve" in caught.value.message
    assert caught.value.url == f"{url}/v1/chat/completions"


def test_a_host_that_does_not_exist(connect: Any) -> None:
    with pytest.raises(errors.ConnectionFailed, match=r"nowhere\.invalid"):
        connect("http://nowhere.invalid:8000").list_models()


def test_no_other_librarys_traceback_hangs_on_an_error(connect: Any) -> None:
    with pytest.raises(errors.ConnectionFailed) as caught:
        connect(f"http://127.0.0.1:{free_port()}").generate("Hi")
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__


def test_a_server_that_answers_html(connect: Any) -> None:
    with serving(body=b"<html>Welcome to nginx!</html>", content_type="text/html") as server:
        with pytest.raises(errors.UnexpectedResponse) as caught:
            connect(server.url).generate("Hi")
    assert "Welcome to nginx!" in caught.value.message
    assert server.url in caught.value.message
    assert caught.value.body == b"<html>Welcome to nginx!</html>"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b'{"id": "x"',
        b'"text"',
        b'{"id": "\xff"}',
        chat_body(choices=[]),
        {"object": "list", "data": []},
    ],
)
def test_a_body_that_is_not_vllms(connect: Any, body: Any) -> None:
    with serving(body=body) as server, pytest.raises(errors.UnexpectedResponse, match="not vLLM's"):
        connect(server.url).generate("Hi")


def test_a_redirect_is_not_followed_and_the_key_stays_home(connect: Any) -> None:
    with serving(body=chat_body()) as other, serving(307, Location=other.url) as server:
        with pytest.raises(errors.UnexpectedResponse, match="redirects to"):
            connect(server.url, api_key="hunter2").generate("Hi")
    assert other.requests == []


def test_a_slow_answer_times_out(connect: Any) -> None:
    bound = httpx.Timeout(30, read=0.05)
    with LocalServer(Exchange.wait_for_end) as server:
        with pytest.raises(errors.RequestTimeout, match="in time"):
            connect(server.url, timeout=bound).generate("Hi")


def test_an_answer_that_falls_silent_times_out(connect: Any) -> None:
    def stall(exchange: Exchange) -> None:
        exchange.begin(200, "application/json", 100)
        exchange.write(b"{")
        exchange.wait_for_end()

    def ask(bound: httpx.Timeout) -> None:
        connect(server.url, timeout=bound).generate("Hi")

    with LocalServer(stall) as server, pytest.raises(errors.RequestTimeout, match="fell silent"):
        with_patience(ask, lambda error: "fell silent" in error.message)


def test_a_connection_closed_before_any_answer(connect: Any) -> None:
    with LocalServer(Exchange.hang_up) as server, pytest.raises(errors.ConnectionFailed):
        connect(server.url).generate("Hi")


def test_an_answer_that_breaks_off(connect: Any) -> None:
    def break_off(exchange: Exchange) -> None:
        exchange.begin(200, "application/json", 100)
        exchange.write(b'{"id": ')
        exchange.hang_up()

    with LocalServer(break_off) as server:
        with pytest.raises(errors.UnexpectedResponse, match="broke off"):
            connect(server.url).generate("Hi")


def test_no_connection_free_in_time(connect: Any) -> None:
    library = connect.library
    with serving(body=chat_body()) as server:
        pool = connect.new_http_client(
            limits=library.Limits(max_connections=0), timeout=library.Timeout(5, pool=0.01)
        )
        with pytest.raises(errors.RequestTimeout, match="no connection came free"):
            connect(server.url, http_client=pool).generate("Hi")


def test_a_closed_client_says_so(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        client = connect(server.url)
        client.close()
        with pytest.raises(errors.TransportError, match="closed"):
            client.generate("Hi")


def test_an_injected_client_is_used_as_given_and_left_open() -> None:
    with serving(body=chat_body()) as server, httpx.Client(auth=("me", "pass")) as http_client:
        with VLLM(server.url, http_client=http_client) as client:
            client.generate("Hi")
        assert not http_client.is_closed
    assert server.requests[0].headers["authorization"].startswith("Basic ")


def test_an_injected_async_client_is_used_as_given_and_left_open() -> None:
    async def ask(url: str) -> bool:
        async with httpx.AsyncClient(auth=("me", "pass")) as http_client:
            async with AsyncVLLM(url, http_client=http_client) as client:
                await client.generate("Hi")
            return http_client.is_closed

    with serving(body=chat_body()) as server:
        assert asyncio.run(ask(server.url)) is False
    assert server.requests[0].headers["authorization"].startswith("Basic ")


def test_an_own_timeout_wins_over_an_injected_clients(connect: Any) -> None:
    injected = http_client(connect, timeout=30)
    bound = httpx.Timeout(30, read=0.05)
    with LocalServer(Exchange.wait_for_end) as server, pytest.raises(errors.RequestTimeout):
        connect(server.url, timeout=bound, http_client=injected).generate("Hi")


def test_connections_are_reused(connect: Any) -> None:
    with serving(body=chat_body()) as server:
        client = connect(server.url)
        for _ in range(3):
            client.generate("Hi")
    assert len(server.requests) == 3
    assert len(server.peers) == 1


@pytest.mark.parametrize("bad", [0, -1, float("nan"), float("inf"), True, "5"])
def test_a_timeout_is_a_positive_number(bad: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="positive number of seconds"):
        read_timeout(bad)


def test_a_timeout_may_be_httpx_s_own() -> None:
    given = httpx.Timeout(3, connect=1)
    assert read_timeout(given) is given
    assert read_timeout(2) == httpx.Timeout(2)
    assert read_timeout(DEFAULT_TIMEOUT) is None
    assert read_timeout(None) == httpx.Timeout(None)


NOW = "Wed, 21 Oct 2026 07:28:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "3"}, 3.0),
        ({"retry-after": " 0.25 "}, 0.25),
        ({"Retry-After": ".5"}, 0.5),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-1"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "9" * 400}, None),
        ({"Retry-After": ""}, None),
        ({"retry-after-ms": "1500", "Retry-After": "60"}, 1.5),
        ({"retry-after-ms": "soon", "Retry-After": "60"}, 60.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:30 GMT", "Date": NOW}, 30.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:30 -0000", "Date": NOW}, 30.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:27:00 GMT", "Date": NOW}, 0.0),
        ({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:30 GMT", "Date": "today"}, None),
    ],
)
def test_retry_after_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    if headers.get("Date") == "today":  # then this machine's clock counts
        assert read_retry_after(headers) is not None
    else:
        assert read_retry_after(headers) == seconds


def http_client(connect: Connect, **settings: Any) -> Any:
    return connect.new_http_client(**settings)


def test_an_injected_client_that_was_closed_says_so(connect: Connect) -> None:
    closed = http_client(connect)
    if connect.is_sync:
        closed.close()
    else:
        asyncio.run(closed.aclose())
    with pytest.raises(errors.TransportError, match=r"was not asked: .* closed"):
        connect("http://127.0.0.1:1", http_client=closed).generate("Hi")


def test_an_injected_client_follows_redirects_where_it_may(connect: Connect) -> None:
    def script(exchange: Exchange) -> None:
        if exchange.seen.path == "/there/v1/chat/completions":
            exchange.answer(body=chat_body("There."))
        else:
            exchange.answer(307, Location="/there/v1/chat/completions")

    with LocalServer(script) as server:
        follows = http_client(connect, follow_redirects=True)
        assert connect(server.url, http_client=follows).generate("Hi").text == "There."


def test_a_redirect_to_what_is_no_http(connect: Connect) -> None:
    with serving(307, Location="ftp://elsewhere.invalid/") as server:
        follows = http_client(connect, follow_redirects=True)
        with pytest.raises(errors.ConfigurationError, match="cannot be asked"):
            connect(server.url, http_client=follows).generate("Hi")


@pytest.mark.parametrize("connect", ["sync"], indirect=True)
def test_a_request_goes_through_the_environments_proxy(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(body=chat_body("By proxy.")) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        assert connect("http://gpu-7:8000").generate("Hi").text == "By proxy."
    assert proxy.requests[0].path == "http://gpu-7:8000/v1/chat/completions"


def test_an_injected_clients_hooks_headers_and_cookies_are_its_own(connect: Connect) -> None:
    seen: list[str] = []

    def note(request: httpx.Request) -> None:
        request.headers["X-Trace"] = "by the hook"
        seen.append(str(request.url))

    async def note_async(request: httpx.Request) -> None:
        note(request)

    hook = note if connect.is_sync else note_async
    settings = {"headers": {"X-Team": "blue"}, "cookies": {"tasty": "yes"}}
    with serving(body=chat_body()) as server:
        injected = http_client(connect, event_hooks={"request": [hook]}, **settings)
        connect(server.url, http_client=injected, api_key="hunter2").generate("Hi")
    headers = server.requests[0].headers
    assert (headers["x-trace"], headers["x-team"], headers["cookie"]) == (
        "by the hook",
        "blue",
        "tasty=yes",
    )
    assert headers["authorization"] == "Bearer hunter2"
    assert seen == [f"{server.url}/v1/chat/completions"]


def test_an_injected_clients_transports_are_its_own(connect: Connect) -> None:
    library = connect.library
    kind = library.HTTPTransport if connect.is_sync else library.AsyncHTTPTransport
    with serving(body=chat_body("By mount.")) as server:
        mounted = http_client(connect, mounts={"http://gpu-7:8000": kind(proxy=server.url)})
        assert connect("gpu-7", http_client=mounted).generate("Hi").text == "By mount."
    assert server.requests[0].headers["host"] == "gpu-7:8000"
