"""The service on a real vLLM server: the one of --vllm-url, or one that is started on the CPU."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
import pytest

from vllm_sdk import VLLM, AsyncVLLM
from vllm_sdk.testing import Server

Serve = Callable[[Callable[[], AsyncVLLM]], httpx.Client]


@pytest.fixture
def service(serve: Serve, vllm_server: Server) -> httpx.Client:
    return serve(lambda: AsyncVLLM(vllm_server.url, model=vllm_server.model))


def test_the_server_is_one_of_vllm(vllm_client: VLLM) -> None:
    assert vllm_client.server.health()
    assert vllm_client.server.version()


def test_a_person_has_all_fields(service: httpx.Client) -> None:
    answer = service.post("/person", json={"text": "Albert Einstein"})
    assert answer.status_code == 200, answer.text
    assert answer.json().keys() == {"name", "profession", "description", "companies"}


def test_a_question_gets_an_answer(service: httpx.Client) -> None:
    answer = service.post("/ask", json={"text": "What is the weather in Paris?"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["text"]


def test_a_stream_ends_with_its_end(service: httpx.Client) -> None:
    answer = service.post("/stream", json={"text": "Tell me a story"})
    assert answer.text.rstrip().rpartition("\n\n")[2].startswith("event: done")


def test_a_browser_that_goes_away_frees_the_server(
    service: httpx.Client, vllm_client: VLLM
) -> None:
    with service.stream("POST", "/stream", json={"text": "Tell me a story"}) as answer:
        assert next(answer.iter_lines()) == "event: text"
    deadline = time.monotonic() + 60
    while vllm_client.server.metrics().running:
        assert time.monotonic() < deadline
        time.sleep(0.05)
