"""The server with scripted answers, and the transport that replays recorded ones."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from clients import Connect
from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy, errors
from vllm_sdk.testing import (
    FakeAnswer,
    FakeRequest,
    FakeServer,
    answer_error,
    answer_events,
    answer_json,
    answer_text,
    hang,
)
from vllm_sdk.testing.replay import RecordingMissing, Replay
from vllm_sdk.testing.wire_models import MODELS, WireChanged, check_model

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
            server._end.set()
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


# Recordings.


def record(path: Path, *steps: Any, ask: Any) -> list[FakeRequest]:
    with FakeServer(*steps) as server:
        replay = Replay(path, record_from=server.url, api_key="sekret")
        http = httpx.Client(transport=replay)
        with VLLM("http://recorded", model="m", http_client=http) as client:
            ask(client)
        replay.save()
    return server.requests


def ask_twice(client: Any) -> list[str]:
    texts = [client.generate("Hi").text for _ in range(2)]
    with client.stream("Hi") as stream:
        texts.append(stream.read().text)
    return texts


def test_what_was_recorded_is_replayed(tmp_path: Path) -> None:
    path = tmp_path / "recordings/a.json"
    sent = record(path, "first", "second", "third", ask=ask_twice)
    assert sent[0].headers["authorization"] == "Bearer sekret"
    text = path.read_text("utf-8")
    assert "sekret" not in text
    assert '"created": 1' not in text
    replay = Replay(path)
    http = httpx.Client(transport=replay)
    with VLLM("http://recorded", model="m", http_client=http) as client:
        assert ask_twice(client) == ["first", "second", "third"]
        assert client.generate("Hi").text == "second"
    replay.save()
    assert path.read_text("utf-8") == text


async def test_recordings_are_for_both_clients(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with FakeServer("Hello there.") as server:
        replay = Replay(path, record_from=server.url)
        http = httpx.AsyncClient(transport=replay)
        async with AsyncVLLM("http://recorded", model="m", http_client=http) as client:
            assert (await client.generate("Hi")).text == "Hello there."
        replay.save()
    async with httpx.AsyncClient(transport=Replay(path)) as http:
        client = AsyncVLLM("http://recorded", model="m", http_client=http)
        assert (await client.generate("Hi")).text == "Hello there."


def test_other_answers_are_recorded_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"

    def ask(client: Any) -> None:
        assert client.server.health()
        assert client.server.version() == "0.33.0"
        with pytest.raises(errors.BadRequest):
            client.generate("Hi")

    record(path, answer_error(400, "no"), ask=ask)
    with VLLM("http://r", model="m", http_client=httpx.Client(transport=Replay(path))) as client:
        ask(client)


def test_bodies_that_are_not_json_are_recorded_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with FakeServer(handle=lambda _: FakeAnswer(200, b"plain", "text/plain")) as server:
        replay = Replay(path, record_from=server.url)
        with httpx.Client(transport=replay) as http:
            http.post("http://r/a", content=b"\xff")
        replay.save()
    with httpx.Client(transport=Replay(path)) as http:
        assert http.post("http://r/a", content=b"\xff").text == "plain"


def test_a_request_that_was_not_recorded_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    record(path, "x", ask=lambda client: client.generate("Hi"))
    http = httpx.Client(transport=Replay(path))
    with VLLM("http://recorded", model="m", http_client=http) as client:
        with pytest.raises(RecordingMissing, match="--vllm-record"):
            client.generate("Something else")


def test_a_file_that_is_missing_or_damaged_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordingMissing, match="does not exist"):
        Replay(tmp_path / "none.json")
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(RecordingMissing, match="cannot be read"):
        Replay(tmp_path / "bad.json")


@pytest.mark.parametrize("change", [{"choices": 5}, {"usage": None}, {"choices": [{}]}])
def test_a_recording_breaks_when_the_wire_does(change: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    record(path, "x", ask=lambda client: client.generate("Hi"))
    recorded = json.loads(path.read_text("utf-8"))
    recorded[0]["answer"] |= change
    path.write_text(json.dumps(recorded))
    http = httpx.Client(transport=Replay(path))
    with VLLM("http://recorded", model="m", http_client=http) as client:
        with pytest.raises(WireChanged, match="no longer what vLLM sends"):
            client.generate("Hi")


def test_every_model_of_a_route_exists() -> None:
    for name in MODELS.values():
        with pytest.raises(WireChanged):
            check_model(name, {"data": 5, "choices": 5, "tokens": 5})
