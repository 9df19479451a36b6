"""Settings of a call: its time, its headers, its key, its id, and the hooks that see it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import logging
import pickle
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from clients import ENGINES, OWN_ENGINES, Connect, connecting
from local_server import Exchange, Flaky, LocalServer, serving
from raw_server import RawServer, raw, streaming, until_gone
from vllm_sdk import RequestEvent, ResponseEvent, RetryEvent, RetryPolicy, errors
from vllm_sdk.errors import ConfigurationError, RequestTimeout, StreamInterrupted
from wire import END, chat_body, chat_choice, chunk, delta, event


def refuse_busy(exchange: Exchange) -> None:
    exchange.answer(503, {"error": {"message": "Busy"}})


def answer_paris(exchange: Exchange) -> None:
    exchange.answer(
        body=chat_body("Paris", id="chatcmpl-7"),
        **{"Set-Cookie": "s3cr3t", "X-Served-By": "gpu"},
    )


ONCE = RetryPolicy(attempts=1)
SOON = RetryPolicy(wait_initial=0, wait_jitter=0.01)


@pytest.fixture(params=ENGINES)
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as connect:
        yield connect


@pytest.fixture(params=OWN_ENGINES)
def connect_own(request: pytest.FixtureRequest) -> Iterator[Connect]:
    with connecting(request.param) as connect:
        yield connect


# The deadline


def drip(head: bytes, piece: bytes) -> Callable[[RawServer, socket.socket], None]:
    """Send a head, and then one piece after the other, without an end."""

    def script(server: RawServer, peer: socket.socket) -> None:
        server.read(peer)
        peer.sendall(head)
        while True:
            peer.sendall(piece)
            time.sleep(0.02)

    return script


ENDLESS_BODY = b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"
PING = b"8\r\n: ping\n\n\r\n"
PARIS = event(chunk(delta("Paris", finish="stop"))) + END.encode()
FIRST = event(chunk(delta("Par")))
FIRST_CHUNK = b"%x\r\n%s\r\n" % (len(FIRST), FIRST)


@pytest.mark.parametrize(
    "script",
    [
        lambda server, peer: (server.read(peer), until_gone(peer))[1],
        drip(ENDLESS_BODY, b" "),
        drip(ENDLESS_BODY, b" " * 100),
    ],
    ids=["silence", "a byte at a time", "more at a time"],
)
def test_a_deadline_ends_a_call_whatever_arrives(
    connect: Connect, script: Callable[[RawServer, socket.socket], None]
) -> None:
    with raw(script) as server:
        client = connect(server.url, timeout=30)
        with pytest.raises(RequestTimeout, match=r"within its deadline \(0\.3 s\)") as caught:
            client.generate("Hi", deadline=0.3)
        assert caught.value.sent
        connect.wait(server.wait_for, "ended", 1)


def test_a_deadline_ends_a_head_that_trickles(connect_own: Connect) -> None:
    with raw(drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n")) as server:
        with pytest.raises(RequestTimeout, match="deadline"):
            connect_own(server.url, deadline=0.3).generate("Hi")
        connect_own.wait(server.wait_for, "ended", 1)


def test_a_deadline_ends_pings_before_the_first_chunk(connect: Connect) -> None:
    with raw(drip(streaming(), PING)) as server:
        client = connect(server.url, timeout=30)
        with pytest.raises(RequestTimeout, match="deadline"), client.stream("Hi", deadline=0.3):
            pass
        connect.wait(server.wait_for, "ended", 1)


@pytest.mark.parametrize("piece", [PING, PING * 10_000], ids=["some", "without a pause"])
def test_a_deadline_ends_pings_after_the_first_chunk(connect: Connect, piece: bytes) -> None:
    with raw(drip(streaming() + FIRST_CHUNK, piece)) as server:
        client = connect(server.url, timeout=30)
        for deadline in (0.5, 5, 20):  # on a busy machine the first chunk may come late
            try:
                with client.stream("Hi", deadline=deadline) as stream:
                    with pytest.raises(StreamInterrupted, match="deadline") as caught:
                        for _ in stream:
                            pass
                    break
            except RequestTimeout:
                assert deadline < 20
        assert caught.value.partial is not None
        assert caught.value.partial.text == "Par"
        connect.wait(server.wait_for, "ended", 1)


def test_a_deadline_ends_a_request_that_the_server_does_not_read(connect_own: Connect) -> None:
    def read_slowly(_: RawServer, peer: socket.socket) -> None:
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        while peer.recv(512):
            time.sleep(0.01)

    with raw(read_slowly) as server:
        client = connect_own(server.url, timeout=30)
        with pytest.raises(RequestTimeout, match="deadline") as caught:
            client.generate("x" * 20_000_000, deadline=0.3)
        assert not caught.value.sent


def test_a_deadline_ends_the_wait_for_a_connection(connect_own: Connect) -> None:
    with raw(lambda _, peer: until_gone(peer)) as server:
        client = connect_own(server.url, timeout=30, max_connections=1)
        if connect_own.is_sync:
            holder = threading.Thread(target=expect_timeout, args=(client, 3))
            holder.start()
            server.wait_for("connections", 1)
            with pytest.raises(RequestTimeout, match="deadline") as caught:
                client.generate("Hi", deadline=0.2)
            assert not caught.value.sent
            holder.join(30)
            assert not holder.is_alive()


def expect_timeout(client: Any, seconds: float) -> None:
    with pytest.raises(RequestTimeout):
        client.generate("Hi", deadline=seconds)


def test_a_deadline_ends_the_connecting(connect_own: Connect) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        filler = [socket.socket() for _ in range(4)]
        for each in filler:
            each.settimeout(0)
            each.connect_ex(full.getsockname())
        try:
            client = connect_own(f"http://127.0.0.1:{full.getsockname()[1]}", timeout=30)
            with pytest.raises(RequestTimeout, match="deadline") as caught:
                client.generate("Hi", deadline=0.2)
            assert not caught.value.sent
        finally:
            for each in filler:
                each.close()


def test_a_deadline_bounds_retries_and_their_waits(connect: Connect) -> None:
    with LocalServer(refuse_busy) as server:
        client = connect(server.url, retry=RetryPolicy(wait_initial=0.05, wait_jitter=0.05))
        with pytest.raises((errors.Overloaded, RequestTimeout)):
            client.generate("Hi", deadline=1.5)
        assert len(server.requests) > 1


def test_a_wait_that_the_server_names_beyond_the_deadline_fails_at_once(connect: Connect) -> None:
    def refuse(exchange: Exchange) -> None:
        exchange.answer(503, {"error": {"message": "Busy"}}, **{"Retry-After": "20"})

    with LocalServer(refuse) as server:
        client = connect(server.url, retry=RetryPolicy())
        with pytest.raises(errors.Overloaded):
            client.generate("Hi", deadline=5)
        assert len(server.requests) == 1


def test_a_deadline_spans_all_requests_of_a_call(connect: Connect) -> None:
    """Each answer is quick; the repairs together are not."""

    def answer(exchange: Exchange) -> None:
        time.sleep(0.1)
        exchange.answer(body=chat_body("not a number"))

    with LocalServer(answer) as server:
        client = connect(server.url, timeout=30)
        with pytest.raises(RequestTimeout, match="deadline"):
            client.generate("Hi", returns=int, max_repairs=1000, deadline=0.6)
        assert 1 < len(server.requests) < 10


def look() -> str:
    """Look."""
    time.sleep(0.1)
    return "nothing"


def test_a_deadline_spans_the_turns_of_a_tool_loop(connect: Connect) -> None:
    call = {"id": "1", "type": "function", "function": {"name": "look", "arguments": "{}"}}

    def answer(exchange: Exchange) -> None:
        exchange.answer(body=chat_body(choices=[chat_choice(None, tool_calls=[call])]))

    with LocalServer(answer) as server:
        client = connect(server.url, timeout=30)
        with pytest.raises(RequestTimeout, match="deadline") as caught:
            client.generate_with_tools(
                "Hi", [look], mode="native", max_turns=1000, max_repeats=1000, deadline=0.6
            )
        assert caught.value.transcript
        assert len(server.requests) < 10


async def dream() -> str:
    """Sleep for long."""
    await asyncio.sleep(30)
    return "nothing"


def test_a_deadline_ends_a_coroutine_tool_and_one_in_a_thread(connect_own: Connect) -> None:
    release = threading.Event()

    def wait() -> str:
        """Wait for long."""
        return str(release.wait(30))

    def answer(exchange: Exchange) -> None:
        exchange.answer(body=chat_body(choices=[chat_choice("", tool_calls=calls)]))

    function = {"name": "dream", "arguments": "{}"}
    calls = [
        {"id": "1", "type": "function", "function": function},
        {"id": "2", "type": "function", "function": {**function, "name": "wait"}},
    ]
    with LocalServer(answer) as server:
        client = connect_own(server.url)
        with pytest.raises(RequestTimeout, match="deadline"):
            client.generate_with_tools(
                "Hi", [dream, wait], mode="native", deadline=0.5, tool_timeout=20
            )
        assert len(server.requests) == 1
        release.set()


def test_no_deadline_and_no_timeout_wait_as_long_as_it_takes(connect: Connect) -> None:
    with serving(body=chat_body("Paris")) as server:
        client = connect(server.url, timeout=None, deadline=None)
        assert client.generate("Hi").text == "Paris"
        with client.with_options(deadline=30).stream("Hi", deadline=None) as stream:
            assert stream is not None


@pytest.mark.parametrize("wrong", [0, -1, True, "1", float("inf"), float("nan")])
def test_a_deadline_that_is_none_is_refused_before_anything_is_sent(
    connect: Connect, wrong: Any
) -> None:
    said = "deadline is a positive number of seconds or None"
    with pytest.raises(ConfigurationError, match=said):
        connect("http://gpu", deadline=wrong)
    client = connect("http://gpu")
    with pytest.raises(ConfigurationError, match=said):
        client.with_options(deadline=wrong)
    for method in (client.generate, client.complete, client.stream, client.stream_completion):
        with pytest.raises(ConfigurationError, match=said):
            method("Hi", deadline=wrong)
    with pytest.raises(ConfigurationError, match=said):
        client.list_models(deadline=wrong)


# Settings of one call


def test_a_call_has_settings_of_its_own(connect: Connect) -> None:
    with serving(body=chat_body("Paris")) as server:
        client = connect(server.url, headers={"X-Tenant": "all", "X-Kind": "client"})
        client.generate("Hi", headers={"x-tenant": "one"}, timeout=3, retry=ONCE)
        client.generate("Hi")
        first, second = (seen.headers for seen in server.requests)
        assert first["x-tenant"] == "one"
        assert first["x-kind"] == "client"
        assert second["x-tenant"] == "all"


@pytest.mark.parametrize(
    "call",
    [
        lambda client, **settings: client.generate("Hi", **settings),
        lambda client, **settings: client.chat([{"role": "user", "content": "Hi"}], **settings),
        lambda client, **settings: client.complete("Hi", **settings),
        lambda client, **settings: client.beam_search("Hi", width=2, **settings),
        lambda client, **settings: client.generate_with_tools("Hi", [look], **settings),
        lambda client, **settings: client.list_models(**settings),
        lambda client, **settings: client.server.version(**settings),
        lambda client, **settings: client.server.check_version(**settings),
        lambda client, **settings: client.server.health(**settings),
        lambda client, **settings: enter(client.stream("Hi", **settings)),
        lambda client, **settings: enter(client.stream_completion("Hi", **settings)),
        lambda client, **settings: list(client.stream_with_tools("Hi", [look], **settings)),
    ],
)
def test_every_method_takes_the_settings_of_a_call(
    connect_own: Connect, call: Callable[..., Any]
) -> None:
    with LocalServer(refuse_busy) as server:
        client = connect_own(server.url, retry=RetryPolicy())
        settings = {"headers": {"X-Tenant": "one"}, "retry": ONCE, "timeout": 5, "deadline": 9.0}
        with contextlib.suppress(errors.VLLMError):
            call(client, **settings)
        assert [seen.headers["x-tenant"] for seen in server.requests] == ["one"]


def enter(stream: Any) -> None:
    with stream:
        pass


def test_a_setting_that_is_unknown_or_wrong_is_refused(connect_own: Connect) -> None:
    client = connect_own("http://gpu")
    with pytest.raises(TypeError, match="did you mean 'deadline'"):
        client.generate("Hi", deadlin=3)
    with pytest.raises(TypeError, match="Did you mean 'headers'"):
        client.list_models(header={})
    with pytest.raises(TypeError, match="There are timeout, deadline, headers, retry"):
        client.server.health(temperature=0.3)
    with pytest.raises(ConfigurationError, match=r"retry takes a vllm_sdk\.RetryPolicy"):
        client.generate("Hi", retry=3)
    with pytest.raises(ConfigurationError, match="X Y"):
        client.generate("Hi", headers={"X Y": "1"})
    with pytest.raises(ConfigurationError, match="timeout"):
        client.generate("Hi", timeout=-1)


# The query


def find_dead_url() -> str:
    """Return the address of a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_the_query_is_part_of_every_request_and_is_never_shown(
    connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with LocalServer(lambda exchange: exchange.answer(401, {"error": {"message": "No"}})) as server:
        client = connect(server.url, query={"api-version": "1 & 2", "key": "s3cr3t"})
        with pytest.raises(errors.AuthenticationFailed) as caught:
            client.generate("Hi")
        paths = [seen.path for seen in server.requests]
    assert paths == ["/v1/chat/completions?api-version=1+%26+2&key=s3cr3t"]
    assert "s3cr3t" not in str(caught.value) + caught.value.url + repr(client) + caplog.text
    with pytest.raises(errors.ConnectionFailed) as failed:
        connect(find_dead_url(), query={"key": "s3cr3t"}).generate("Hi")
    assert "s3cr3t" not in str(failed.value) + failed.value.url


@pytest.mark.parametrize("wrong", [{"a": 1}, {"": "x"}, {1: "x"}, {"a": "\ud800"}, "a=b"])
def test_a_query_that_is_none_is_refused(connect_own: Connect, wrong: Any) -> None:
    with pytest.raises(ConfigurationError, match="query"):
        connect_own("http://gpu", query=wrong)


# Keys that a function returns


def test_each_attempt_has_the_key_of_its_time(connect: Connect) -> None:
    keys = iter(["first", "first", "second", "third"])
    with LocalServer(Flaky(refuse_busy, answer_paris)) as server:
        client = connect(server.url, api_key=lambda: next(keys), retry=SOON)
        client.generate("Hi")
        client.generate("Hi")
        client.generate("Hi")
        sent = [seen.headers["authorization"] for seen in server.requests]
    assert sent == ["Bearer first", "Bearer first", "Bearer second", "Bearer third"]


def test_an_authorization_header_of_the_user_wins_over_the_key(connect_own: Connect) -> None:
    with serving(body=chat_body("Paris")) as server:
        client = connect_own(
            server.url, api_key=lambda: "key", headers={"authorization": "Basic abc"}
        )
        client.generate("Hi")
        assert server.requests[0].headers["authorization"] == "Basic abc"


def take_turns(functions: list[Callable[[], Any]]) -> Callable[[], Any]:
    """Return a function that calls the next function each time."""

    def call_next() -> Any:
        return functions.pop(0)()

    return call_next


def raise_secret() -> str:
    raise LookupError("vault says: s3cr3t")


@pytest.mark.parametrize(
    ("get_key", "said"),
    [
        (raise_secret, "raised LookupError"),
        (lambda: None, "must be a string, not NoneType"),
        (lambda: "a b", "no HTTP header can carry"),
        (lambda: "", "is empty"),
    ],
)
def test_a_key_function_that_fails_ends_the_call_and_the_client_goes_on(
    connect: Connect, get_key: Callable[[], Any], said: str, caplog: pytest.LogCaptureFixture
) -> None:
    answers: list[Callable[[], Any]] = [get_key, lambda: "good"]
    with serving(body=chat_body("Paris")) as server:
        client = connect(server.url, api_key=take_turns(answers), retry=RetryPolicy())
        with pytest.raises(ConfigurationError, match=said) as caught:
            client.generate("Hi")
        assert not server.requests
        assert "s3cr3t" not in str(caught.value) + caplog.text
        assert client.generate("Hi").text == "Paris"


def test_a_key_function_has_the_time_of_a_connection(connect: Connect) -> None:
    release = threading.Event()
    functions: list[Callable[[], Any]] = [lambda: release.wait(30) and "late", lambda: "good"]
    with serving(body=chat_body("Paris")) as server:
        timeout = httpx.Timeout(30, connect=0.2)
        client = connect(server.url, api_key=take_turns(functions), timeout=timeout)
        with pytest.raises(ConfigurationError, match=r"returned no key within 0\.2 s"):
            client.generate("Hi")
        release.set()
        assert client.generate("Hi").text == "Paris"


def test_a_coroutine_function_may_return_the_key_of_an_asynchronous_client() -> None:
    async def get_key() -> str:
        return "awaited"

    class Keys:
        async def __call__(self) -> str:
            return "of-an-object"

    with serving(body=chat_body("Paris")) as server:
        with connecting("async") as connect:
            connect(server.url, api_key=get_key).generate("Hi")
            connect(server.url, api_key=Keys()).generate("Hi")
        sent = [seen.headers["authorization"] for seen in server.requests]
        assert sent == ["Bearer awaited", "Bearer of-an-object"]
        with connecting("sync") as connect, pytest.raises(ConfigurationError, match="AsyncVLLM"):
            connect(server.url, api_key=get_key)


# The id of a request


def test_all_attempts_have_one_id_and_every_call_another(connect: Connect) -> None:
    with LocalServer(Flaky(refuse_busy, refuse_busy, answer_paris)) as server:
        client = connect(server.url, retry=SOON)
        reply = client.generate("Hi")
        other = client.generate("Hi")
        ids = [seen.headers["x-request-id"] for seen in server.requests]
    assert ids[0] == ids[1] == ids[2] == reply.request_id
    assert ids[3] == other.request_id != reply.request_id
    assert len(ids[0]) == 32
    assert reply.id == "chatcmpl-7"


def test_the_server_s_id_counts_and_so_does_one_of_the_user(connect: Connect) -> None:
    def answer(exchange: Exchange) -> None:
        exchange.answer(body=chat_body("Paris"), **{"X-Request-ID": "theirs", "X-Served-By": "gpu"})

    with LocalServer(answer) as server:
        client = connect(server.url)
        reply = client.generate("Hi", request_id="mine")
        assert reply.request_id == "theirs"
        assert reply.headers["x-served-by"] == reply.headers["X-Served-By"] == "gpu"
        assert pickle.loads(pickle.dumps(reply)).headers["X-SERVED-BY"] == "gpu"  # noqa: S301
        client.generate("Hi", headers={"x-request-id": "header"})
        client.generate("Hi", request_id="mine", headers={"X-Request-Id": "header"})
        ids = [seen.headers["x-request-id"] for seen in server.requests]
        assert ids == ["mine", "header", "header"]
        assert json.loads(server.requests[0].body)["request_id"] == "mine"


def test_streams_have_headers_and_an_id(connect: Connect) -> None:
    def answer(exchange: Exchange) -> None:
        exchange.answer(
            body=PARIS,
            content_type="text/event-stream",
            **{"X-Served-By": "gpu"},
        )

    with LocalServer(answer) as server, connect(server.url).stream("Hi") as stream:
        reply = stream.read()
        assert reply.headers["X-Served-By"] == "gpu"
        assert reply.request_id == server.requests[0].headers["x-request-id"]


def test_an_error_has_the_id(connect: Connect) -> None:
    with LocalServer(lambda exchange: exchange.answer(400, {"error": {"message": "No"}})) as server:
        with pytest.raises(errors.BadRequest) as caught:
            connect(server.url).generate("Hi")
        assert caught.value.request_id == server.requests[0].headers["x-request-id"]
    failing = event({"error": {"message": "died", "code": 500}})
    with LocalServer(lambda exchange: exchange.stream(failing)) as server:
        with pytest.raises(errors.ServerFailure) as failed, connect(server.url).stream("Hi"):
            pass
        assert failed.value.request_id == server.requests[0].headers["x-request-id"]


# Hooks


def test_hooks_see_every_attempt_without_secrets(connect: Connect) -> None:
    seen: list[Any] = []
    with LocalServer(Flaky(refuse_busy, answer_paris)) as server:
        client = connect(
            server.url,
            api_key="s3cr3t",
            headers={"X-Token": "s3cr3t"},
            query={"key": "s3cr3t"},
            retry=SOON,
            on_request=seen.append,
            on_response=seen.append,
            on_retry=seen.append,
        )
        client.generate("Hi")
    kinds = [type(each) for each in seen]
    assert kinds == [RequestEvent, ResponseEvent, RetryEvent, RequestEvent, ResponseEvent]
    first, failed, retry, second, answered = seen
    assert (first.attempt, second.attempt, retry.attempt) == (1, 2, 2)
    assert first.request_id == second.request_id == retry.request_id
    assert first.method == "POST"
    assert first.path == "/v1/chat/completions"
    assert first.url == retry.url == server.url + first.path
    assert json.loads(first.body)["messages"]
    assert failed.request == first
    assert failed.status == 503
    assert isinstance(failed.error, errors.Overloaded)
    assert retry.error is failed.error
    assert retry.wait >= 0
    assert answered.status == 200
    assert answered.error is None
    assert answered.seconds > 0
    assert {name.lower(): value for name, value in answered.headers.items()}["x-served-by"] == "gpu"
    assert "s3cr3t" not in repr(seen)
    assert all(
        "s3cr3t" not in value for event in (first, answered) for value in event.headers.values()
    )


def test_hooks_see_streams_and_failures(connect: Connect) -> None:
    seen: list[ResponseEvent] = []
    with LocalServer(lambda exchange: exchange.stream(PARIS)) as server:
        client = connect(server.url, on_response=seen.append)
        with client.stream("Hi") as stream:
            assert [each.status for each in seen] == [200]
            stream.read()
    with pytest.raises(errors.ConnectionFailed):
        connect(find_dead_url(), on_response=seen.append).generate("Hi")
    assert seen[-1].status is None
    assert isinstance(seen[-1].error, errors.ConnectionFailed)
    with raw(lambda server, peer: (server.read(peer), peer.sendall(b"HELLO\r\n\r\n"))[0]) as odd:
        with pytest.raises(errors.VLLMError):
            connect(odd.url, on_response=seen.append).generate("Hi")
    assert seen[-1].error is not None


class HookError(Exception):
    pass


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_retry"])
@pytest.mark.parametrize("streamed", [False, True])
def test_an_error_of_a_hook_ends_the_call_and_the_client_goes_on(
    connect: Connect, name: str, streamed: bool
) -> None:
    failing = [True]

    def hook(_: object) -> None:
        if failing:
            raise HookError

    busy = [refuse_busy] if name == "on_retry" else []
    with LocalServer(Flaky(*busy, lambda exchange: exchange.stream(PARIS))) as server:
        client = connect(server.url, retry=SOON, **{name: hook})
        with pytest.raises(HookError):
            enter(client.stream("Hi")) if streamed else client.generate("Hi")
        failing.clear()
        with client.stream("Hi") as stream:
            assert stream.read().text == "Paris"


def test_coroutine_functions_are_hooks_of_an_asynchronous_client() -> None:
    seen: list[object] = []

    async def hook(event: object) -> None:
        seen.append(event)

    with serving(body=chat_body("Paris")) as server:
        with connecting("async") as connect:
            connect(server.url, on_request=hook, on_response=hook).generate("Hi")
        assert [type(each) for each in seen] == [RequestEvent, ResponseEvent]
        with connecting("sync") as connect, pytest.raises(ConfigurationError, match="AsyncVLLM"):
            connect(server.url, on_request=hook)


@pytest.mark.parametrize("name", ["on_request", "on_response", "on_retry"])
def test_a_hook_that_cannot_be_called_is_refused(connect_own: Connect, name: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{name} takes a function, not the int"):
        connect_own("http://gpu", **{name: 3})


def test_a_transport_of_the_user_sees_the_id_the_query_and_the_deadline() -> None:
    from vllm_sdk import VLLM
    from vllm_sdk.transports import HTTPRequest, Response

    class Recorder:
        def __init__(self) -> None:
            self.requests: list[HTTPRequest] = []

        def send(self, request: HTTPRequest) -> Response:
            self.requests.append(request)
            return Response(request.url, 200, {}, json.dumps(chat_body("Paris")).encode())

        def stream(self, request: HTTPRequest) -> Any:
            raise NotImplementedError

        def close(self) -> None:
            pass

    recorder = Recorder()
    with VLLM("http://gpu", transport=recorder, query={"a": "b"}) as client:
        reply = client.generate("Hi", deadline=20)
        client.generate("Hi", deadline=None)
        client.generate("Hi", headers={"X-Request-Id": "mine"})
    first, second, third = recorder.requests
    assert reply.request_id == first.request_id == first.headers["X-Request-Id"]
    assert first.query == "a=b"
    assert first.deadline is not None
    assert 0 < first.deadline.left <= 20
    assert first.bound(None) is not None
    assert first.bound(1) == 1
    assert second.deadline is None
    assert second.bound(None) is None
    assert third.headers["X-Request-Id"] == third.request_id == "mine"


def test_a_stream_that_a_retry_opened_and_nobody_closed_frees_its_connection() -> None:
    """Reference counting alone frees it: the error of the first attempt holds nothing of it."""

    def hold(exchange: Exchange) -> None:
        exchange.keep(200, "text/event-stream", Transfer_Encoding="chunked")
        exchange.write(FIRST_CHUNK)
        exchange.wait_for_end()

    gc.disable()
    try:
        with (
            connecting("sync") as connect,
            LocalServer(Flaky(refuse_busy, hold, answer_paris)) as server,
        ):
            client = connect(server.url, retry=SOON, max_connections=1)
            stream = client.stream("Hi")
            assert next(iter(stream.__enter__().text)) == "Par"
            del stream
            assert client.generate("Hi", timeout=httpx.Timeout(30, pool=5)).text == "Paris"
    finally:
        gc.enable()


def test_a_request_whose_deadline_has_passed_is_not_written() -> None:
    from vllm_sdk.transports import Deadline, Endpoint, HTTPRequest, HTTPTransport

    transport = HTTPTransport()
    with serving(body=chat_body("Paris")) as server:
        request = HTTPRequest(Endpoint(server.url, {}), "POST", "/v1/x", b"{}")
        transport.send(request)  # its connection is used again
        late = HTTPRequest(
            request.endpoint, "POST", "/v1/x", b"{}", deadline=Deadline(1, time.monotonic() - 1)
        )
        with pytest.raises(RequestTimeout, match="deadline") as caught:
            transport.send(late)
        assert not caught.value.sent
        assert len(server.requests) == 1
    transport.close()


def test_httpx_writes_addresses_without_a_query_to_its_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    with serving(body=chat_body("Paris")) as server, connecting("sync-httpx") as connect:
        connect(server.url).generate("Hi")
        connect(server.url, query={"key": "s3cr3t"}).generate("Hi")
    lines = [record.getMessage() for record in caplog.records if record.name == "httpx"]
    assert len(lines) == 2
    assert all(f"{server.url}/v1/chat/completions " in line for line in lines)
