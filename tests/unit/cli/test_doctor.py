"""`vllm-sdk doctor`: what it finds on servers of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from command import Here
from doc_pages import answer_as_vllm
from local_server import Exchange, LocalServer, Script
from strategies.metrics import Engine, expose
from vllm_sdk.options.versions import BINDINGS
from wire import chat_body

NAMES = [
    *("reachable", "version", "key", "model", "context", "token", "gateway", "streaming", "tools"),
    *("structured output", "queue", "cache", "preemptions", "prefix cache"),
]


def examine(here: Here, script: Script, *words: str) -> tuple[int, dict[str, dict[str, str]]]:
    """Return the exit code, and the findings by their check."""
    with LocalServer(script) as server:
        result = here("doctor", "--json", "--base-url", server.url, *words)
    assert result.err == ""
    return result.code, {each["check"]: each for each in json.loads(result.out)}


def answering(path: str, answer: Callable[[Exchange], None]) -> Script:
    """Answer like vLLM, except for one route."""

    def script(exchange: Exchange) -> None:
        (answer if exchange.seen.path == path else answer_as_vllm)(exchange)

    return script


def findings_of(found: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the levels of what is neither fine nor skipped."""
    levels = {name: each["level"] for name, each in found.items()}
    return {name: level for name, level in levels.items() if level not in ("ok", "skipped")}


def test_a_healthy_server_has_no_findings(here: Here) -> None:
    code, found = examine(here, answer_as_vllm)
    assert code == 0
    assert [*found] == NAMES
    assert findings_of(found) == {}
    assert found["version"]["says"] == f"vLLM {BINDINGS}."
    assert found["model"]["says"] == "The server serves scripted."
    assert found["prefix cache"]["level"] == "skipped"


def test_findings_are_lines(here: Here, server: LocalServer) -> None:
    result = here("doctor")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[0] == f"ok       reachable: {server.url} answers."
    result = here("doctor", "--model", "llama")
    assert result.code == 3
    assert result.out.splitlines()[-1].startswith("         → Name one of these with --model")


def test_nobody_there(here: Here) -> None:
    result = here("doctor", "--json", "--base-url", "http://127.0.0.1:1")
    (finding,) = json.loads(result.out)
    assert result.code == 3
    assert (finding["check"], finding["level"]) == ("reachable", "problem")
    assert "Start the server" in finding["change"]


def test_a_dead_engine(here: Here) -> None:
    code, found = examine(here, lambda exchange: exchange.answer(503))
    assert code == 3
    assert findings_of(found) == {"reachable": "problem"}
    assert "dead" in found["reachable"]["says"]


def test_html(here: Here) -> None:
    page = b"<html><title>Welcome to nginx!</title></html>"
    code, found = examine(here, lambda exchange: exchange.answer(200, page, "text/html"))
    assert code == 3
    assert findings_of(found) == {"version": "problem"}
    assert "--base-url" in found["version"]["change"]


def test_a_wrong_key(here: Here) -> None:
    def refuse(exchange: Exchange) -> None:
        exchange.answer(401, {"error": "Unauthorized"})

    code, found = examine(here, answering("/v1/models", refuse))
    assert code == 3
    assert findings_of(found) == {"models": "problem"}
    assert "--api-key-file" in found["models"]["change"]


def test_a_wrong_model(here: Here) -> None:
    code, found = examine(here, answer_as_vllm, "--model", "llama")
    assert code == 3
    assert findings_of(found) == {"model": "problem"}
    assert "serves scripted" in found["model"]["says"]
    assert "--served-model-name llama" in found["model"]["change"]


def test_no_model(here: Here) -> None:
    code, found = examine(
        here, answering("/v1/models", lambda exchange: exchange.answer(200, {"data": []}))
    )
    assert code == 3
    assert findings_of(found) == {"model": "problem"}


@pytest.mark.parametrize(
    ("version", "level", "words"),
    [
        ("0.27.1", "warning", "older than 0.28.0"),
        ("0.28.0", "ok", "vLLM 0.28.0."),
        ("0.99.0.dev1", "warning", "newer than"),
        ("nightly", "skipped", "'nightly'"),
    ],
)
def test_versions(here: Here, version: str, level: str, words: str) -> None:
    script = answering("/version", lambda exchange: exchange.answer(200, {"version": version}))
    code, found = examine(here, script)
    assert found["version"]["level"] == level
    assert words in found["version"]["says"]
    assert code == (1 if level == "warning" else 0)


@pytest.mark.parametrize(("length", "level"), [(512, "warning"), (None, "skipped"), (1024, "ok")])
def test_context_lengths(here: Here, length: int | None, level: str) -> None:
    model = {"id": "scripted", "max_model_len": length}
    script = answering("/v1/models", lambda exchange: exchange.answer(200, {"data": [model]}))
    assert examine(here, script)[1]["context"]["level"] == level


def chat_with(change: Callable[[Exchange, dict[str, Any]], bool]) -> Script:
    """Answer like vLLM, except for the chats that `change` answers."""

    def answer(exchange: Exchange) -> None:
        if not change(exchange, exchange.seen.json):
            answer_as_vllm(exchange)

    return answering("/v1/chat/completions", answer)


def test_no_tool_parser(here: Here) -> None:
    def refuse(exchange: Exchange, body: dict[str, Any]) -> bool:
        if "tools" not in body:
            return False
        said = (
            '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'
        )
        exchange.answer(400, {"error": {"message": said, "type": "BadRequestError", "code": 400}})
        return True

    code, found = examine(here, chat_with(refuse))
    assert code == 1
    assert findings_of(found) == {"tools": "warning"}
    assert "--tool-call-parser" in found["tools"]["change"]


def test_a_constraint_that_does_not_reach_the_model(here: Here) -> None:
    def ignore(exchange: Exchange, body: dict[str, Any]) -> bool:
        if "structured_outputs" not in body:
            return False
        exchange.answer(200, chat_body("Perhaps."))
        return True

    code, found = examine(here, chat_with(ignore))
    assert code == 1
    assert findings_of(found) == {"structured output": "problem"}


def test_a_failing_part_does_not_end_the_examination(here: Here) -> None:
    def fail(exchange: Exchange, body: dict[str, Any]) -> bool:
        if "tools" not in body:
            return False
        exchange.answer(500, {"error": {"message": "Oops.", "type": "InternalServerError"}})
        return True

    code, found = examine(here, chat_with(fail))
    assert code == 1
    assert findings_of(found) == {"tools": "problem"}
    assert found["tools"]["change"] == "Read the server's log."
    assert "queue" in found


def test_a_model_that_does_not_generate(here: Here) -> None:
    script = answering(
        "/v1/chat/completions", lambda exchange: exchange.answer(404, {"detail": "Not Found"})
    )
    code, found = examine(here, script)
    assert code == 0
    assert found["token"]["level"] == "skipped"
    assert "streaming" not in found
    assert "queue" in found


@pytest.mark.parametrize(
    ("headers", "level", "words"),
    [
        ({"Via": "1.1 proxy"}, "ok", "1.1 proxy stands in between"),
        ({}, "ok", "stands in between"),
    ],
)
def test_gateways(here: Here, headers: dict[str, str], level: str, words: str) -> None:
    def answer(exchange: Exchange, body: dict[str, Any]) -> bool:
        if body.get("max_tokens") != 1 or "tools" in body:
            return False
        reply = chat_body()
        reply["choices"][0]["token_ids"] = [1]
        exchange.answer(200, reply, **headers)
        return True

    found = examine(here, chat_with(answer))[1]["gateway"]
    assert found["level"] == level
    assert words in found["says"]


def test_a_gateway_that_drops_fields(here: Here) -> None:
    def drop(exchange: Exchange, body: dict[str, Any]) -> bool:
        if body.get("max_tokens") != 1 or "tools" in body:
            return False
        exchange.answer(200, chat_body())
        return True

    code, found = examine(here, chat_with(drop))
    assert code == 1
    assert findings_of(found) == {"gateway": "warning"}
    assert "vllm-router" in found["gateway"]["change"]


def test_a_slow_server(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vllm_sdk.cli.generation_checks.SLOW", 0.0)
    code, found = examine(here, answer_as_vllm)
    assert code == 1
    assert findings_of(found) == {"token": "warning"}


def metrics_of(text: bytes) -> Script:
    return answering(
        "/metrics", lambda exchange: exchange.answer(body=text, content_type="text/plain")
    )


def test_a_busy_server(here: Here) -> None:
    text = expose(Engine(8, 3, 0.95, tokens=1, stopped=1, latencies=()))
    text += b"vllm:num_preemptions_total 4.0\n"
    text += b"vllm:prefix_cache_queries_total 8.0\nvllm:prefix_cache_hits_total 6.0\n"
    code, found = examine(here, metrics_of(text))
    assert code == 1
    assert findings_of(found) == {
        "queue": "warning",
        "cache": "warning",
        "preemptions": "warning",
    }
    assert "--max-num-seqs" in found["queue"]["change"]
    assert found["preemptions"]["says"].startswith("4 times")
    assert found["prefix cache"]["says"] == "It had 75% of the prompt tokens."


def test_no_metrics(here: Here) -> None:
    code, found = examine(here, metrics_of(b""))
    assert code == 1
    assert "--disable-log-stats" in found["metrics"]["change"]
    code, found = examine(here, answering("/metrics", lambda exchange: exchange.answer(404)))
    assert code == 1
    assert findings_of(found) == {"metrics": "warning"}


def test_its_waits_are_bounded(here: Here) -> None:
    with LocalServer(lambda exchange: exchange.wait_for_end()) as server:
        result = here("doctor", "--timeout", "0.2", "--base-url", server.url, "--json")
    assert result.code == 1
    assert json.loads(result.out)[0]["level"] == "problem"


def test_vllm_itself_is_not_a_gateway(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BaseHTTPRequestHandler, "version_string", lambda _: "uvicorn")
    found = examine(here, answer_as_vllm)[1]["gateway"]
    assert found["level"] == "ok"
    assert found["says"] == "Nothing that names itself stands in between."
