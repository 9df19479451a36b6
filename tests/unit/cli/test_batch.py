"""`vllm-sdk batch`, `batch check` and `batch status`."""

from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from command import Here, Result, interrupt, write_file
from doc_pages import answer_as_vllm
from local_server import Exchange, LocalServer

REQUESTS = '{"id": "a", "prompt": "Hi"}\n{"id": "b", "prompt": "Ho"}\n{"id": "c", "prompt": "Hu"}\n'


@pytest.fixture
def requests(tmp_path: Path) -> Path:
    return write_file(tmp_path, "requests.jsonl", REQUESTS)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    return tmp_path / "answers.jsonl"


def read_ids(path: Path) -> list[str]:
    return sorted(json.loads(line)["custom_id"] for line in path.read_text().splitlines())


def refuse_ho(exchange: Exchange) -> None:
    """Answer like vLLM, except for one prompt."""
    if exchange.seen.body and exchange.seen.json["messages"][0]["content"] == "Ho":
        exchange.answer(400, {"error": {"message": "No.", "type": "BadRequestError"}})
    else:
        answer_as_vllm(exchange)


def test_every_line_is_answered(
    here: Here, server: LocalServer, requests: Path, answers: Path
) -> None:
    result = here("batch", requests, "-o", answers, "--temperature", 0, "--ordered")
    assert result.code == 0, result.err
    assert result.out.startswith("3 answered, 0 failed, 0 done before, in ")
    assert read_ids(answers) == ["a", "b", "c"]
    assert {each.json["temperature"] for each in server.requests} == {0.0}
    result = here("batch", requests, "--output", answers, "--temperature", 0, "--json")
    report = json.loads(result.out)
    assert (report["done"], report["resumed"], report["errors"]) == (0, 3, None)
    assert report["output"] == str(answers)
    assert len(server.requests) == 3
    assert here("batch", "status", answers) == Result(
        0, "3 of 3 lines are answered, 0 have failed.\n", ""
    )


def test_failures_are_counted_and_asked_again(here: Here, requests: Path, answers: Path) -> None:
    with LocalServer(refuse_ho) as server:
        words = ("batch", requests, "-o", answers, "--json", "--concurrency", 2)
        result = here(*words, "--base-url", server.url)
    assert result.code == 1
    assert json.loads(result.out)["failed"] == 1
    assert json.loads(result.out)["errors"] == f"{answers}.errors.jsonl"
    found = here("batch", "status", answers, "--json")
    assert (found.code, json.loads(found.out)) == (1, {"answered": 2, "failed": 1, "total": 3})
    with LocalServer(answer_as_vllm) as server:
        result = here(*words, "--base-url", server.url)
    assert (result.code, json.loads(result.out)["resumed"]) == (0, 2)
    assert here("batch", "status", answers).code == 0


def test_an_interrupted_batch_goes_on(here: Here, requests: Path, answers: Path) -> None:
    def answer_one(exchange: Exchange) -> None:
        answer_as_vllm(exchange)
        if len(server.requests) == 1:
            interrupt(signal.SIGINT)

    words = ("batch", requests, "-o", answers, "--concurrency", 1)
    with LocalServer(answer_one) as server:
        result = here(*words, "--base-url", server.url)
    assert result.code == 130
    assert "Traceback" not in result.err
    done = read_ids(answers)
    assert 0 < len(done) < 3
    with LocalServer(answer_as_vllm) as server:
        result = here(*words, "--base-url", server.url)
    assert result.out.startswith(f"{3 - len(done)} answered, 0 failed, {len(done)} done before")
    assert len(server.requests) == 3 - len(done)
    assert read_ids(answers) == ["a", "b", "c"]


def test_a_batch_that_fails_too_often_stops(here: Here, requests: Path, answers: Path) -> None:
    def refuse(exchange: Exchange) -> None:
        exchange.answer(400, {"error": {"message": "No.", "type": "BadRequestError"}})

    with LocalServer(refuse) as server:
        result = here(
            *("batch", requests, "-o", answers, "--max-failures", 0, "--concurrency", 1),
            *("--base-url", server.url),
        )
    assert result.code == 1
    assert "Traceback" not in result.err


def test_requests_come_from_a_pipe(here: Here, server: LocalServer, answers: Path) -> None:
    assert here("batch", "-", "-o", answers, stdin=REQUESTS.encode()).code == 0
    assert read_ids(answers) == ["a", "b", "c"]
    assert here("batch", "check", "-", stdin=REQUESTS.encode()).out == "3 lines are right.\n"
    assert len(server.requests) == 3


def test_a_schema_constrains_each_answer(
    here: Here, server: LocalServer, requests: Path, answers: Path, tmp_path: Path
) -> None:
    schema = write_file(tmp_path, "schema.json", '{"type": "array", "items": {"type": "integer"}}')
    assert here("batch", "check", requests, "--schema", schema).code == 0
    assert server.requests == []
    assert here("batch", requests, "-o", answers, "--schema", schema).code == 0
    assert all("structured_outputs" in each.json for each in server.requests)


def test_right_files_are_counted(here: Here, server: LocalServer, requests: Path) -> None:
    assert here("batch", "check", requests).out == "3 lines are right.\n"
    assert json.loads(here("batch", "check", requests, "--json").out) == {"lines": 3}
    assert server.requests == []


@pytest.mark.parametrize("words", [("batch", "check"), ("batch",)])
def test_wrong_lines_are_named_and_nothing_is_sent(
    here: Here, server: LocalServer, tmp_path: Path, answers: Path, words: Any
) -> None:
    path = write_file(tmp_path, "wrong.jsonl", '{"prompt": "Hi", "temprature": 1}\n{}\n')
    result = here(*words, path, *(() if words[1:] else ("-o", answers)))
    assert (result.code, result.out) == (2, "")
    assert "temprature" in result.err
    assert "Traceback" not in result.err
    assert not answers.exists()
    assert server.requests == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nowhere.jsonl", "-o", "{out}"], "nowhere.jsonl"),
        (["{requests}"], "--output"),
        (["check", "nowhere.jsonl"], "nowhere.jsonl"),
        (["status", "nowhere.jsonl"], "Cannot read 'nowhere.jsonl'"),
        (["status", "{requests}"], "is not a file of a batch"),
        (["{requests}", "-o", "{out}", "--concurrency", "many"], "--concurrency"),
        (["{requests}", "-o", "{out}", "--temperature", "3"], "from 0 to 2"),
        (["{requests}", "-o", "{requests}"], "requests.jsonl"),
    ],
)
def test_bad_input_is_a_sentence(
    here: Here, server: LocalServer, requests: Path, words: Any, sentence: str
) -> None:
    out = requests.with_name("answers.jsonl")
    result = here("batch", *(word.format(requests=requests, out=out) for word in words))
    assert result.code == 2
    assert sentence in result.err
    assert "Traceback" not in result.err
    assert server.requests == []


def test_an_output_without_a_manifest_has_no_total(here: Here, tmp_path: Path) -> None:
    lines = '{"custom_id": "a", "error": null}\n\n{"custom_id": "b", "error": {}}\n{"custom_'
    path = write_file(tmp_path, "answers.jsonl", lines)
    assert here("batch", "status", path) == Result(
        1, "1 of an unknown number of lines are answered, 1 have failed.\n", ""
    )
