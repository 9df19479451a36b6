"""Answers of the service, from recordings: no server is needed.

To record them again: pytest tests/unit/test_answers.py --vllm-record
"""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from vllm_sdk import AsyncVLLM
from vllm_sdk.testing.replay import Replay

Serve = Callable[[Callable[[], AsyncVLLM]], httpx.Client]


@pytest.fixture
def service(serve: Serve, vllm_replay: Replay) -> httpx.Client:
    def connect() -> AsyncVLLM:
        return AsyncVLLM("http://recorded", http_client=httpx.AsyncClient(transport=vllm_replay))

    return serve(connect)


def test_a_person_is_a_typed_answer(service: httpx.Client) -> None:
    person = service.post("/person", json={"text": "Albert Einstein"}).json()
    assert person["name"] == "Albert Einstein"
    assert person["companies"][0].keys() == {"name", "country", "description"}


def test_the_model_calls_the_tool(service: httpx.Client) -> None:
    answer = service.post("/ask", json={"text": "What is the weather in Paris?"}).json()
    assert answer["calls"] == ["get_weather"]
    assert "18 degrees" in answer["text"]


def test_a_stream_arrives_as_events(service: httpx.Client) -> None:
    answer = service.post("/stream", json={"text": "Tell me a story"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = answer.text.rstrip("\n").split("\n\n")
    assert len(events) > 10
    assert all(event.startswith("event: text\ndata: ") for event in events[:-1])
    assert events[-1] == 'event: done\ndata: "stop"'
