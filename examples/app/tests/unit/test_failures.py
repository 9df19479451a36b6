"""Failures of vLLM, from a server with scripted answers."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
import pytest

from vllm_sdk import AsyncVLLM, RetryPolicy
from vllm_sdk.testing import (
    FakeAnswer,
    FakeRequest,
    FakeServer,
    answer_error,
    answer_text,
    drop,
    hang,
)

Serve = Callable[[Callable[[], AsyncVLLM]], httpx.Client]

ROUTES = ("/person", "/ask", "/stream")
TOO_LONG = "This model's maximum context length is 2048 tokens. However, you requested 9000 tokens."


def connect_to(server: FakeServer, timeout: float = 60) -> Callable[[], AsyncVLLM]:
    once = RetryPolicy(attempts=1)
    return lambda: AsyncVLLM(server.url, model="m", retry=once, timeout=timeout)


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    ("failure", "status", "retry_after"),
    [
        (answer_error(503, "busy", Retry_After="7"), 503, "7"),
        (answer_error(429, "slow down"), 503, "5"),
        (answer_error(400, TOO_LONG, type="BadRequestError"), 400, None),
        (answer_error(400, "no", type="BadRequestError"), 400, None),
        (answer_error(401, "Unauthorized"), 500, None),
        (answer_error(500), 502, None),
        (drop(), 503, "5"),
    ],
)
def test_a_failure_has_its_status(
    route: str, failure: FakeAnswer, status: int, retry_after: str | None, serve: Serve
) -> None:
    with FakeServer(failure) as server:
        answer = serve(connect_to(server)).post(route, json={"text": "Hi"})
    assert answer.status_code == status
    assert answer.headers.get("Retry-After") == retry_after
    assert "vLLM" not in answer.json()["detail"]
    assert server.url not in answer.text


def test_a_model_that_does_not_answer_in_time(serve: Serve) -> None:
    with FakeServer(hang()) as server:
        answer = serve(connect_to(server, timeout=0.2)).post("/ask", json={"text": "Hi"})
    assert answer.status_code == 504


def test_an_answer_that_is_not_a_person(serve: Serve) -> None:
    with FakeServer("Einstein was a physicist.") as server:
        answer = serve(connect_to(server)).post("/person", json={"text": "Albert Einstein"})
    assert answer.status_code == 502
    assert len(server.requests) == 2  # the service asks again once


def test_a_stream_that_breaks_off_says_so(serve: Serve) -> None:
    def break_off(request: FakeRequest) -> FakeAnswer:
        answer = answer_text(request, "one two three", "m")
        return answer.cut(answer.body.index(b" three"))

    with FakeServer(break_off) as server:
        answer = serve(connect_to(server)).post("/stream", json={"text": "Hi"})
    assert answer.status_code == 200
    assert 'event: text\ndata: " two"\n\n' in answer.text
    assert answer.text.endswith('event: failed\ndata: "The model gave no usable answer."\n\n')


def test_a_browser_that_goes_away_ends_the_generation(serve: Serve) -> None:
    def talk(request: FakeRequest) -> FakeAnswer:
        return answer_text(request, "word " * 10_000, "m").split(200, pause=0.01)

    with FakeServer(talk) as server:
        service = serve(connect_to(server))
        with service.stream("POST", "/stream", json={"text": "Hi"}) as answer:
            assert next(answer.iter_lines()) == "event: text"
        deadline = time.monotonic() + 60
        while not server.aborted:
            assert time.monotonic() < deadline
            time.sleep(0.01)


@pytest.mark.parametrize("text", ["", "x" * 4001])
def test_a_question_has_its_limits(text: str, serve: Serve) -> None:
    with FakeServer() as server:
        assert serve(connect_to(server)).post("/ask", json={"text": text}).status_code == 422
    assert server.requests == []


def test_the_page_is_there(serve: Serve) -> None:
    with FakeServer() as server:
        answer = serve(connect_to(server)).get("/")
    assert answer.headers["content-type"].startswith("text/html")
    assert "<form" in answer.text
