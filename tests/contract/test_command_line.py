"""The command `vllm-sdk` on a real server: what the pages show."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tools.command_line import FILES, PAGE, STABLE, read_outputs, run_examples

from command import COMMAND, PATIENCE, Result, Terminal, build_environment, run_apart, write_file
from vllm_sdk.testing import Server

pytestmark = pytest.mark.contract

ServeModel = Callable[..., AbstractContextManager[Server]]


def run(server: Server, *words: object, stdin: bytes = b"") -> Result:
    return run_apart(*words, stdin=stdin, env={"VLLM_BASE_URL": server.url})


def test_the_page_shows_what_is_written(scripted: Server) -> None:
    shown = read_outputs(PAGE.read_text("utf-8"))
    examples = [each for examples in STABLE.values() for each in examples if "models" not in each]
    assert run_examples(scripted.url, examples) == {each: shown[each] for each in examples}


def test_a_schema_file_makes_a_typed_answer(scripted: Server, tmp_path: Path) -> None:
    path = write_file(tmp_path, "person.json", FILES["person.json"])
    words = ("generate", "Tell me about Albert Einstein", "--schema", path, "--temperature", 0)
    person = json.loads(run(scripted, *words).out)
    assert person["name"] == "Albert Einstein"
    assert [each["country"] for each in person["companies"]]


def test_a_conversation_of_three_turns_with_a_correction(
    scripted: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a whole path might be longer than a line of the terminal
    words = ("chat", "--base-url", scripted.url, "--temperature", 0, "--max-tokens", 40)
    with Terminal(*words) as terminal:
        for line, shown in (
            ("My name is Ada.", "\n"),
            ("What is my nam?", "\n"),
            ("/undo", "are forgotten"),
            ("What is my name?", "Ada"),
            ("Hello!", "\n"),
            ("/save talk.json", "6 messages are in"),
        ):
            terminal.read_until("> ")
            terminal.type(line)
            terminal.read_until(f"{line}\n")
            terminal.read_until(shown)
        terminal.read_until("> ")
        terminal.press(b"\x04")
        assert terminal.wait() == 0
        assert terminal.is_as_before
    talk = json.loads((tmp_path / "talk.json").read_text("utf-8"))["messages"]
    asked = [each["content"] for each in talk if each["role"] == "user"]
    assert asked == ["My name is Ada.", "What is my name?", "Hello!"]
    assert "Ada" in talk[3]["content"]


def test_models_are_listed(server: Server) -> None:
    assert server.model in run(server, "models").out


def test_two_readings_of_the_metrics(server: Server) -> None:
    words = ("metrics", "--watch", "--readings", 2, "--interval", 0.5, "--json")
    result = run(server, *words)
    assert result.code == 0, result.err
    first, second = map(json.loads, result.out.splitlines())
    assert first["running"] is not None
    assert first["time_to_first_token"].keys() == {"count", "mean", "p50", "p95"}
    assert 0 <= second["generation_tokens"] <= first["generation_tokens"]


def test_a_batch_that_is_interrupted_goes_on(server: Server, tmp_path: Path) -> None:
    lines = [{"id": str(each), "prompt": "Tell me a story", "max_tokens": 60} for each in range(40)]
    path = write_file(tmp_path, "in.jsonl", "".join(f"{json.dumps(each)}\n" for each in lines))
    output = tmp_path / "out.jsonl"
    words = ("batch", path, "-o", output, "--concurrency", 2, "--json")
    environment = build_environment({"VLLM_BASE_URL": server.url})
    running = subprocess.Popen(  # noqa: S603 -- our own command
        [*COMMAND, *map(str, words)], env=environment, stderr=subprocess.DEVNULL
    )
    while running.poll() is None and not (output.exists() and output.read_bytes()):
        pass
    running.send_signal(signal.SIGINT)
    assert running.wait(PATIENCE) in (130, 0)
    report = json.loads(run(server, *words).out)
    assert report["resumed"] > 0
    assert report["done"] + report["resumed"] == 40
    assert run(server, "batch", "status", output).code == 0


def test_the_installed_command_is_the_module() -> None:
    script = Path(sys.executable).with_name("vllm-sdk")
    done = subprocess.run(  # noqa: S603 -- our own command
        [script, "--version"], capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    assert done.stdout == run_apart("--version").out
