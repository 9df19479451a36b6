"""The server with scripted answers."""

from __future__ import annotations

import socket
import threading
from typing import Any

import httpx
import pytest

from clients import Connect
from vllm_sdk import VLLM, RetryPolicy, errors, tool
from vllm_sdk.testing import (
    FakeAnswer,
    FakeRequest,
    FakeServer,
    answer_error,
    answer_events,
    answer_json,
    answer_text,
    answer_tool_calls,
    drop,
    fake_listener,
    hang,
)

ONCE = RetryPolicy(attempts=1)


def test_a_text_answers_replies_and_streams_of_both_routes(connect: Connect) -> None:
    with FakeServer("The capital is Paris.") as server:
        client: Any = connect(server.url)
        assert client.generate("Hi").text == "The capital is Paris."
        assert client.complete("Hi").text == "The capital is Paris."
        for opened in (client.stream("Hi"), client.stream_completion("Hi")):
            with opened as stream:
                pieces = list(stream.text)
            assert pieces == ["The", " capital", " is", " Paris."]
            assert stream.reply.usage.completion_tokens == 4
    assert len(server.requests) == 4
    assert server.requests[0].read_json()["messages"][0]["content"] == "Hi"


def test_steps_come_in_order_and_the_last_repeats(connect: Connect) -> None:
    def echo(request: FakeRequest) -> str:
        return str(request.read_json()["messages"][0]["content"])

    with FakeServer(answer_error(503, "busy", Retry_After="0"), "first", echo) as server:
        client: Any = connect(server.url, retry=RetryPolicy(attempts=2, wait_initial=0.01))
        assert [client.generate(each).text for each in "abc"] == ["first", "b", "c"]


def test_it_answers_like_a_server_besides(connect: Connect) -> None:
    with FakeServer(model="m", version="0.31.0") as server:
        client: Any = connect(server.url)
        assert client.server.health()
        assert client.server.version() == "0.31.0"
        assert [each.id for each in client.list_models()] == ["m"]
        assert client.generate("Hi").text == "Hello."
        assert httpx.get(f"{server.url}/nowhere").status_code == 404
    assert len(server.requests) == 1


def test_failures_are_errors_of_the_tree(connect: Connect) -> None:
    with FakeServer(answer_error(500)) as server:
        with pytest.raises(errors.ServerFailure, match="EngineCore"):
            connect(server.url, retry=ONCE).generate("Hi")


def test_a_stream_is_cut_at_a_byte(connect: Connect) -> None:
    def cut(request: FakeRequest) -> FakeAnswer:
        whole = answer_text(request, "one two three", "m")
        return whole.cut(whole.body.index(b" three"))

    with FakeServer(cut) as server:
        with pytest.raises(errors.StreamInterrupted) as caught:
            with connect(server.url, retry=ONCE).stream("Hi") as stream:
                stream.read()
    assert caught.value.partial.text == "one two"


@pytest.mark.parametrize("sizes", [(1,), (5, 200), (10**6,)])
def test_a_stream_in_pieces_is_the_same_stream(sizes: tuple[int, ...], connect: Connect) -> None:
    def split(request: FakeRequest) -> FakeAnswer:
        return answer_text(request, "one two", "m").split(*sizes)

    with FakeServer(split) as server, connect(server.url).stream("Hi") as stream:
        assert stream.read().text == "one two"


def test_a_stream_has_its_usage_only_if_asked() -> None:
    with FakeServer("Hi.") as server:
        asked = {"stream": True, "messages": []}
        answer = httpx.post(f"{server.url}/v1/chat/completions", json=asked)
    assert b"usage" not in answer.content


def test_events_of_any_form() -> None:
    answer = answer_events({"error": {"message": "no"}})
    assert answer.body == b'data: {"error": {"message": "no"}}\n\ndata: [DONE]\n\n'


@pytest.mark.parametrize("answer", [hang(), answer_json({}).after(600)])
def test_an_answer_that_does_not_come_ends_with_the_server(answer: FakeAnswer) -> None:
    failed = []

    def ask(url: str) -> None:
        try:
            VLLM(url, model="m", retry=ONCE).generate("Hi")
        except errors.VLLMError as error:
            failed.append(error)

    with FakeServer(answer) as server:
        thread = threading.Thread(target=ask, args=(server.url,))
        thread.start()
        while not server.requests:
            server.wait(0.01)
    thread.join(30)
    assert isinstance(failed[0], errors.ConnectionFailed)


def test_a_pause_ends_with_the_server() -> None:
    body = FakeAnswer(body=b"abcdef").split(1, pause=600)
    with FakeServer(body) as server:
        with httpx.stream("POST", f"{server.url}/v1/completions", content=b"{}") as answer:
            pieces = answer.iter_bytes()
            got = next(pieces)
            server._listener._end.set()
            with pytest.raises(httpx.HTTPError):
                got += next(pieces)
    assert got == b"a"


def test_an_answer_that_is_late_comes() -> None:
    with FakeServer(answer_json({"a": 1}).after(0.01)) as server:
        answer = httpx.post(f"{server.url}/v1/completions", content=b"{}")
    assert answer.json() == {"a": 1}


def test_a_mistake_in_the_script_shows_itself(connect: Connect) -> None:
    def broken(_request: FakeRequest) -> str:
        raise LookupError("oops")

    with FakeServer(broken) as server:
        with pytest.raises(errors.ServerFailure, match="The script failed: LookupError: oops"):
            connect(server.url, retry=ONCE).generate("Hi")


@pytest.mark.parametrize("wrong", [None, 5, b"Hello."])
def test_a_step_of_another_type_shows_itself(wrong: Any) -> None:
    with FakeServer(handle=lambda _: wrong) as server:
        answer = httpx.get(f"{server.url}/health")
    assert answer.status_code == 500
    assert f"The script failed: TypeError: a step gave {wrong!r}" in answer.text


def test_a_text_answers_any_route_of_a_function() -> None:
    with FakeServer(handle=lambda _: "Hello.") as server:
        answer = httpx.post(f"{server.url}/v1/completions?x=1", json={"prompt": "Hi"})
    assert answer.json()["choices"][0]["text"] == "Hello."


def test_routes_are_known_with_a_query() -> None:
    with FakeServer("Hi.") as server:
        assert httpx.get(f"{server.url}/health?x=1").status_code == 200
        answer = httpx.post(f"{server.url}/v1/completions?x=1", json={"prompt": "Hi"})
    assert answer.json()["choices"][0]["text"] == "Hi."
    assert [request.path for request in server.requests] == ["/v1/completions?x=1"]


def test_steps_and_a_function_are_too_much() -> None:
    with pytest.raises(TypeError, match="either steps or handle="):
        FakeServer("Hi.", handle=lambda _: "Hi.")


def test_there_is_no_url_outside_of_the_block() -> None:
    server = FakeServer()
    server.__exit__(None, None, None)
    with pytest.raises(RuntimeError, match="inside its block"):
        server.url  # noqa: B018 -- the property is what is tested


@pytest.mark.parametrize(
    "make",
    [
        lambda: FakeAnswer(delay=-1),
        lambda: FakeAnswer().after(-0.1),
        lambda: FakeAnswer().cut(-1),
        lambda: FakeAnswer().split(5, 0),
        lambda: FakeAnswer().split(1, pause=-1),
    ],
)
def test_times_and_sizes_must_make_sense(make: Any) -> None:
    with pytest.raises(ValueError, match="must"):
        make()


def test_a_connection_that_breaks_in_place_of_an_answer(connect: Connect) -> None:
    with FakeServer(drop()) as server:
        with pytest.raises(errors.ConnectionFailed) as caught:
            connect(server.url, retry=ONCE).generate("Hi")
    assert caught.value.sent


def test_tools_are_called(connect: Connect) -> None:
    called = []

    @tool
    def look(city: str, days: int = 1) -> str:
        """Look."""
        called.append((city, days))
        return "sunny"

    def call(request: FakeRequest) -> FakeAnswer:
        rome, oslo = {"city": "Rome"}, {"city": "Oslo", "days": 2}
        return answer_tool_calls(request, ("look", rome), ("look", oslo))

    with FakeServer(call, "It is sunny.", call, "It is sunny.") as server:
        client: Any = connect(server.url)
        assert client.generate_with_tools("Hi", [look]).text == "It is sunny."
        with client.stream_with_tools("Hi", [look]) as stream:
            assert len(list(stream)) > 2
            assert stream.reply.text == "It is sunny."
    assert sorted(called) == sorted([("Rome", 1), ("Oslo", 2)] * 2)  # at once, in threads


def test_tool_calls_have_usage_only_if_asked() -> None:
    request = FakeRequest("POST", "/v1/chat/completions", {}, b'{"stream": true}')
    answer = answer_tool_calls(request, ("look", {}), model="m")
    assert b"usage" not in answer.body
    assert b'"model": "m"' in answer.body


def test_a_body_in_chunks_is_refused() -> None:
    with FakeServer() as server:
        answer = httpx.post(f"{server.url}/v1/completions", content=iter([b"{}"]))
    assert answer.status_code == 411
    assert server.requests == []


def test_connections_are_kept_for_clients_that_want_them() -> None:
    with FakeServer(handle=lambda _: answer_json({})) as server:
        with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as peer:
            peer.sendall(b"GET / HTTP/1.1\r\n\r\n")
            peer.sendall(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
            received = b"".join(iter(lambda: peer.recv(1000), b""))
    assert received.count(b"HTTP/1.1 200 OK") == 2


def test_a_client_that_hangs_up_is_counted(connect: Connect) -> None:
    def talk(request: FakeRequest) -> FakeAnswer:
        return answer_text(request, "word " * 10_000, "m").split(200, pause=0.01)

    with FakeServer(talk) as server:
        assert server.aborted == 0
        with connect(server.url).stream("Hi") as stream:
            next(iter(stream))
        while not server.aborted:
            server.wait(0.01)
    assert server.aborted == 1


def test_the_end_of_the_server_is_no_hang_up() -> None:
    with FakeServer(FakeAnswer(body=b"x" * 10**8)) as server:
        with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as peer:
            peer.sendall(b"POST /v1/completions HTTP/1.1\r\n\r\n")
            peer.recv(1)
            server.__exit__(None, None, None)
    assert server.aborted == 0


def test_the_end_closes_connections_that_are_idle() -> None:
    with FakeServer() as server:
        with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as peer:
            peer.sendall(b"GET /health HTTP/1.1\r\n\r\n")
            while b"\r\n\r\n" not in peer.recv(1000):
                pass
            server.__exit__(None, None, None)
            assert peer.recv(1000) == b""
    assert not [each for each in threading.enumerate() if "process_request_thread" in each.name]


def test_the_end_waits_for_a_script_only_for_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fake_listener, "END_SECONDS", 0.01)
    entered, leave = threading.Event(), threading.Event()

    def block(_request: FakeRequest) -> str:
        entered.set()
        leave.wait(60)
        return "late"

    with FakeServer(handle=block) as server:
        with socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2]))) as peer:
            peer.sendall(b"GET / HTTP/1.1\r\n\r\n")
            assert entered.wait(60)
    leave.set()
