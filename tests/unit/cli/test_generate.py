"""`vllm-sdk generate`: prompts, options, schemas, streams."""

from __future__ import annotations

import json
import os
import pty
from pathlib import Path
from typing import Any

import pytest

from command import Here, Result, run_apart, screen, standard_input, write_file
from local_server import Exchange, LocalServer, serving, serving_stream
from vllm_sdk.cli import main
from wire import chat_body, chat_choice, chunk, delta, event_stream

TEXT = "The capital of France is Paris."
SCHEMA = {
    "type": "object",
    "properties": {"name": {"type": "string"}},
    "required": ["name"],
    "additionalProperties": False,
}


def test_the_answer_is_on_standard_output_alone(here: Here, server: LocalServer) -> None:
    result = here("generate", "What is the capital of France?", "--temperature", "0")
    assert (result.code, result.out, result.err) == (0, f"{TEXT}\n", "")
    assert server.requests[0].json == {
        "messages": [{"role": "user", "content": "What is the capital of France?"}],
        "temperature": 0.0,
    }


def test_flags_become_options(here: Here, server: LocalServer) -> None:
    result = here(
        *("generate", "Hi", "--system", "Be brief.", "--model", "scripted", "--n", 2),
        *("--stop", "a", "--stop", "b", "--stop-token-ids", 5, "--no-include-reasoning"),
        *("--logit-bias", '{"7": -1.5}', "--logprobs", 3, "--tool-choice", "none"),
        *("--reasoning-effort", "low", "--chat-template-kwargs", '{"enable_thinking": false}'),
        *("--stop", "c", "--ignore-eos"),
    )
    assert result.code == 0, result.err
    assert result.out == f"{TEXT}\n\n{TEXT}\n"
    assert server.requests[0].json == {
        "model": "scripted",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "Hi"},
        ],
        "n": 2,
        "stop": ["a", "b", "c"],
        "stop_token_ids": [5],
        "include_reasoning": False,
        "ignore_eos": True,
        "logit_bias": {"7": -1.5},
        "logprobs": True,
        "top_logprobs": 3,
        "tool_choice": "none",
        "reasoning_effort": "low",
        "chat_template_kwargs": {"enable_thinking": False},
    }


@pytest.mark.parametrize("words", [("generate",), ("generate", "-")])
def test_a_prompt_is_read_from_a_pipe(here: Here, server: LocalServer, words: Any) -> None:
    assert here(*words, stdin="Grüße\n".encode()).code == 0
    assert server.requests[0].json["messages"][0]["content"] == "Grüße\n"


def test_a_prompt_is_read_from_a_file(here: Here, server: LocalServer, tmp_path: Path) -> None:
    path = write_file(tmp_path, "prompt.txt", "\N{BYTE ORDER MARK}Hello.")
    assert here("generate", f"@{path}").code == 0
    assert server.requests[0].json["messages"][0]["content"] == "Hello."


def test_a_schema_constrains_the_answer(here: Here, server: LocalServer, tmp_path: Path) -> None:
    path = write_file(tmp_path, "schema.json", json.dumps(SCHEMA))
    result = here("generate", "Who?", "--schema", path)
    assert (result.code, json.loads(result.out)) == (0, {"name": "Paris"})
    assert "structured_outputs" in server.requests[0].json


def test_an_answer_outside_its_schema_is_a_failure(here: Here, tmp_path: Path) -> None:
    path = write_file(tmp_path, "schema.json", json.dumps(SCHEMA))
    with serving(body=chat_body('{"surname": 1}')) as server:
        result = here("generate", "Who?", "--schema", path, "--base-url", server.url)
    assert (result.code, result.out) == (1, "")
    assert "surname" in result.err


def test_json_is_the_response_of_the_server(here: Here, server: LocalServer) -> None:
    result = here("generate", "Hi", "--json")
    assert result.code == 0
    response = json.loads(result.out)
    assert response["choices"][0]["message"]["content"] == TEXT
    assert response["usage"]["completion_tokens"] == 2
    assert server.requests


def test_a_stream_is_written_as_it_comes(here: Here, server: LocalServer) -> None:
    assert here("generate", "Hi", "--stream").out == f"{TEXT}\n"
    lines = here("generate", "Hi", "--stream", "--json").out.splitlines()
    texts = [
        choice["delta"]["content"] or "" for line in lines for choice in json.loads(line)["choices"]
    ]
    assert "".join(texts) == TEXT
    assert len(lines) > 4
    assert [each.json["stream"] for each in server.requests] == [True, True]


def test_an_answer_that_is_cut_off_says_so(here: Here) -> None:
    body = chat_body(choices=[chat_choice("The", finish="length")])
    with serving(body=body) as server:
        result = here("generate", "Hi", "--base-url", server.url)
    assert (result.code, result.out) == (0, "The\n")
    assert "--max-tokens" in result.err


def test_a_stream_that_breaks_off_keeps_what_came(here: Here) -> None:
    with serving_stream(event_stream([chunk(delta("The capital"))], end="")) as server:
        result = here("generate", "Hi", "--stream", "--base-url", server.url)
    assert (result.code, result.out) == (1, "The capital\n")
    assert result.err.startswith("vllm-sdk: ")


def test_control_characters_do_not_reach_a_terminal(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(body=chat_body("red: \x1b[31m\x07 done")) as server, screen(monkeypatch) as read:
        assert here("generate", "Hi", "--base-url", server.url).code == 0
        shown = read()
    assert shown == "red: \N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER} done\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Hi", "--temprature", "1"], "Unknown option: --temprature. Did you mean --temperature?"),
        (["Hi", "--temperature", "3"], "temperature=3.0: vLLM takes a number from 0 to 2."),
        (["Hi", "--temperature", "warm"], "--temperature"),
        (["Hi", "--logit-bias", "3"], "logit_bias takes a dict"),
        (["Hi", "--n", "2", "--stream", "--temperature", "1"], "--stream shows one answer"),
        (["Hi", "--schema", "nowhere.json"], "Cannot read the schema file 'nowhere.json'"),
        (["Hi", "--schema", "{latin}"], "is not UTF-8"),
        (["Hi", "--schema", "{text}"], "is not JSON"),
        (["Hi", "--schema", "{wrong}"], "schema"),
        (["Hi", "--schema", "."], "Cannot read the schema file '.'"),
        (["@nowhere.txt"], "Cannot read the prompt file 'nowhere.txt'"),
        (["@{latin}"], "is not UTF-8"),
        (["@"], "Cannot read the prompt file"),
        ([""], "prompt"),
        (["Hi", "--api-key", "secret"], "Did you mean --api-key-file?"),
        (["Hi", "--api-key-file", "nowhere.txt"], "Cannot read the API key file 'nowhere.txt'"),
        (["Hi", "--api-key-file", "{empty}"], "is empty"),
        (["Hi", "--base-url", "http://"], "names no host"),
        (["Hi", "--timeout", "-1"], "timeout"),
        (["Hi", "there"], "there"),
    ],
)
def test_bad_input_is_a_sentence_and_sends_nothing(
    here: Here, server: LocalServer, tmp_path: Path, words: list[str], sentence: str
) -> None:
    files = {
        "latin": write_file(tmp_path, "latin.txt", b"\xff\xfe\xfd"),
        "text": write_file(tmp_path, "text.txt", "name: string"),
        "wrong": write_file(tmp_path, "wrong.json", '{"type": "strin"}'),
        "empty": write_file(tmp_path, "empty.txt", "\n"),
    }
    result = here("generate", *(word.format(**files) for word in words))
    assert (result.code, result.out) == (2, "")
    assert sentence in result.err
    assert result.err.count("\n") == 1
    assert "Traceback" not in result.err
    assert server.requests == []


def test_standard_input_must_be_text(here: Here, server: LocalServer) -> None:
    result = here("generate", "-", stdin=b"\xff")
    assert result.code == 2
    assert "Standard input is not UTF-8" in result.err
    assert server.requests == []


def test_standard_input_that_never_comes_is_not_waited_for_forever(
    here: Here, server: LocalServer
) -> None:
    result = here("generate", "--timeout", 0.1, stdin=None)
    assert result.code == 2
    assert "did not end within 0.1 s" in result.err
    assert server.requests == []


def test_a_key_comes_from_a_file(here: Here, server: LocalServer, tmp_path: Path) -> None:
    path = write_file(tmp_path, "key.txt", "s3cret\n")
    result = here("generate", "Hi", "--api-key-file", path, "--verbose")
    assert result.code == 0
    assert server.requests[0].headers["authorization"] == "Bearer s3cret"
    assert "POST" in result.err
    assert "s3cret" not in result.err


def test_a_terminal_without_a_prompt_is_not_read(here: Here) -> None:
    result = run_at_terminal(here)
    assert result.code == 2
    assert "There is no prompt." in result.err


def run_at_terminal(here: Here) -> Result:
    """Run the command with a pseudo-terminal as its standard input."""
    master, slave = pty.openpty()
    try:
        with standard_input(slave):
            code = main(["generate"])
    finally:
        os.close(master)
    return Result(code, *here.capture.readouterr())


def refuse(exchange: Exchange) -> None:
    exchange.answer(401, {"error": "Unauthorized"})


def test_a_refused_key_has_its_exit_code(here: Here) -> None:
    with LocalServer(refuse) as server:
        result = here("generate", "Hi", "--base-url", server.url)
    assert result.code == 3
    assert "wants an API key" in result.err


def test_an_unknown_model_has_its_exit_code(here: Here, server: LocalServer) -> None:
    result = here("generate", "Hi", "--model", "llama")
    assert result.code == 3
    assert "Served are: scripted" in result.err
    assert server.requests


def test_the_installed_module_runs_apart(server: LocalServer) -> None:
    result = run_apart("generate", "Hi", "--stream", env={"VLLM_BASE_URL": server.url})
    assert (result.code, result.out, result.err) == (0, f"{TEXT}\n", "")
