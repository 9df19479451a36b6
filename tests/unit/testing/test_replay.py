"""The transport that records answers and replays them."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles import examples
from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy, errors
from vllm_sdk.testing import (
    FakeAnswer,
    FakeRequest,
    FakeServer,
    answer_error,
    answer_events,
    answer_json,
    drop,
)
from vllm_sdk.testing.recorded import HIDDEN, Recorded, Secrets, record, respond
from vllm_sdk.testing.replay import RecordingMissing, Replay
from vllm_sdk.testing.wire_models import WireChanged

ONCE = RetryPolicy(attempts=1)


def record_calls(path: Path, *steps: Any, ask: Any) -> list[FakeRequest]:
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
    sent = record_calls(path, "first", "second", "third", ask=ask_twice)
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

    record_calls(path, answer_error(400, "no"), ask=ask)
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
    record_calls(path, "x", ask=lambda client: client.generate("Hi"))
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


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"choices": 5}, "choices is 5"),
        ({"usage": None}, "usage is None"),
        ({"choices": [{"index": 0}]}, r"choices\[0\].message is missing"),
    ],
)
def test_a_recording_breaks_when_the_wire_does(
    change: dict[str, Any], field: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    record_calls(path, "x", ask=lambda client: client.generate("Hi"))
    recorded = json.loads(path.read_text("utf-8"))
    recorded[0]["answer"] |= change
    path.write_text(json.dumps(recorded))
    replay = Replay(path)
    http = httpx.Client(transport=replay)
    with VLLM("http://recorded", model="m", http_client=http) as client:
        with pytest.raises(WireChanged, match=f"no longer what vLLM sends.*{field}"):
            client.generate("Hi")
    assert isinstance(replay.problem, WireChanged)


def test_a_chunk_of_a_stream_breaks_too(tmp_path: Path) -> None:
    path = tmp_path / "a.json"

    def ask(client: Any) -> None:
        with client.stream("Hi") as stream:
            stream.read()

    record_calls(path, "one two", ask=ask)
    text = path.read_text("utf-8")
    path.write_text(text.replace('"content": " two"', '"content": 2'))
    http = httpx.Client(transport=Replay(path))
    with VLLM("http://recorded", model="m", http_client=http) as client:
        with pytest.raises(WireChanged, match=r"choices\[0\].delta.content is 2"):
            ask(client)


def send(path: Path, answer: FakeAnswer, **asked: Any) -> tuple[httpx.Response, httpx.Response]:
    """Record a request of httpx, and replay it; return both answers."""
    with FakeServer(handle=lambda _: answer) as server:
        replay = Replay(path, record_from=server.url)
        with httpx.Client(transport=replay) as http:
            first = http.request(**asked)
        replay.save()
    with httpx.Client(transport=Replay(path)) as http:
        return first, http.request(**asked)


SECRET = "sk-0123456789"


@pytest.mark.parametrize("name", ["Authorization", "X-Api-Key", "Ocp-Apim-Subscription-Key"])
def test_headers_reach_the_server_and_no_secret_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    got: list[FakeRequest] = []

    def echo(request: FakeRequest) -> FakeAnswer:
        got.append(request)
        return answer_json({"said": f"your key {SECRET} is fine", "list": [SECRET, 1, None]})

    with FakeServer(handle=echo) as server:
        replay = Replay(path, record_from=server.url, api_key="unused-key")
        with httpx.Client(transport=replay) as http:
            url = f"http://r/a?api-version=1&code={SECRET}"
            http.post(url, headers={name: f"Bearer {SECRET}", "X-Team": "a"}, json={"k": SECRET})
        replay.save()
    assert got[0].headers[name.lower()] == f"Bearer {SECRET}"
    assert got[0].headers["x-team"] == "a"
    assert got[0].path == f"/a?api-version=1&code={SECRET}"
    text = path.read_text("utf-8")
    assert SECRET not in text
    assert f'"/a?api-version=1&code={HIDDEN}"' in text
    assert f"your key {HIDDEN} is fine" in text
    with httpx.Client(transport=Replay(path)) as http:
        again = http.post("http://r/a?api-version=1&code=other", json={"k": HIDDEN})
    assert again.json()["list"] == [HIDDEN, 1, None]


def test_a_short_word_is_not_looked_for() -> None:
    secrets = Secrets.of(httpx.Request("GET", "http://r", headers={"X-Key": "a"}))
    assert secrets.hide("banana") == "banana"


def test_events_of_other_forms_are_replayed_as_they_were(tmp_path: Path) -> None:
    body = (
        b': ping\n\nevent: message_start\ndata: {"a": 1}\n\ndata: {"created": 5}\n\n'
        b'data: "text"\n\ndata: broken {\r\n\r\ndata: [DONE]\n\n'
    )
    answer = FakeAnswer(body=body, content_type="text/event-stream; charset=utf-8")
    _, again = send(tmp_path / "a.json", answer, method="GET", url="http://r/v1/other")
    wanted = body.replace(b'"created": 5', b'"created": 0').replace(b"\r\n", b"\n")
    assert again.content == wanted


@pytest.mark.parametrize(
    "body", [b"", b'"text"', b"null", b"7", b"[1]", b"<p>", b'{"created": "then"}']
)
def test_bodies_are_replayed_as_they_were(body: bytes, tmp_path: Path) -> None:
    answer = FakeAnswer(body=body)
    first, again = send(tmp_path / "a.json", answer, method="POST", url="http://r/x", content=body)
    assert first.content == again.content == body


def test_forms_are_found_again_though_their_boundary_is_random(tmp_path: Path) -> None:
    form = {"files": {"file": ("a.wav", b"RIFF")}, "data": {"model": "m"}}
    _, again = send(tmp_path / "a.json", answer_json({}), method="POST", url="http://r/x", **form)
    assert again.json() == {}


def test_a_server_that_does_not_answer_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("[]")
    with FakeServer(drop()) as server:
        replay = Replay(path, record_from=server.url)
        with VLLM("http://r", model="m", http_client=httpx.Client(transport=replay)) as client:
            with pytest.raises(errors.ConnectionFailed):
                client.with_options(retry=ONCE).generate("Hi")
        with pytest.raises(RecordingMissing, match=r"was not written.*FakeServer"):
            replay.save()
    assert path.read_text() == "[]"


async def test_nor_does_it_with_asyncio(tmp_path: Path) -> None:
    with FakeServer(drop()) as server:
        replay = Replay(tmp_path / "a.json", record_from=server.url)
        async with httpx.AsyncClient(transport=replay) as http:
            with pytest.raises(httpx.HTTPError):
                await http.post("http://r/v1/completions", json={})
        with pytest.raises(RecordingMissing, match="was not written"):
            replay.save()
    assert not (tmp_path / "a.json").exists()


def test_threads_get_each_answer_once(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    texts = [f"answer {number}" for number in range(40)]
    record_calls(path, *texts, ask=lambda client: [client.generate("Hi") for _ in texts])
    http = httpx.Client(transport=Replay(path))
    got = []
    with VLLM("http://recorded", model="m", http_client=http) as client:
        threads = [
            threading.Thread(target=lambda: got.append(client.generate("Hi").text)) for _ in texts
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert sorted(got) == sorted(texts)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    max_leaves=8,
)


@examples(50)
@given(asked=JSON, chunks=st.lists(st.dictionaries(st.text(), JSON)))
def test_any_stream_survives_the_file(asked: Any, chunks: list[dict[str, Any]]) -> None:
    whole = answer_events(*chunks)
    headers = {"Content-Type": whole.content_type}
    answer = httpx.Response(200, headers=headers, content=whole.body)
    request = httpx.Request("POST", "http://r/a", json=asked)
    recorded = record(request, request.content, answer, Secrets(frozenset()))
    again = record(request, request.content, respond(recorded), Secrets(frozenset()))
    assert again == recorded
    assert again.asks_like(record(request, request.content, None, Secrets(frozenset())))
    assert isinstance(recorded, Recorded)
    assert len(recorded.answer) == len(chunks) + 1
