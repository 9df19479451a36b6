"""`vllm-sdk serve-test`: a server of the launcher for as long as the command runs."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from vllm_sdk.cli import main

MODEL = "org/model"
"""A model of the hub, for which nothing is made."""

COMMAND = """
import sys
from vllm_sdk.cli import main
sys.exit(main(["serve-test", "--model", "org/model", "--port", "0"]))
"""


@pytest.fixture(autouse=True)
def own_signals() -> Any:
    """Put the test's own handler of SIGTERM back."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


def test_it_serves_until_the_server_ends(prepared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    prepared.modes("brief")
    words = ["serve-test", "--model", MODEL, "--port", "0"]
    assert main([*words, "--", "--max-num-seqs", "2"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith(f"{MODEL} at http://127.0.0.1:")
    assert "the server ended with exit code 3; see its log" in said.err
    served = [line for line in prepared.events if line.startswith("serve ")][-1].split()
    assert served[served.index("--max-num-seqs") + 1] == "2"
    assert main([*words, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["model"] == MODEL


def test_an_error_of_the_launcher_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VLLM_PYTHON", "/no/such/python")
    assert main(["serve-test"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("vllm-sdk: VLLM_PYTHON names '/no/such/python'")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_server(
    number: signal.Signals,
    prepared: Any,
    start: Callable[[str], subprocess.Popen[str]],
    is_gone: Callable[[int], bool],
    eventually: Callable[[Callable[[], object]], None],
) -> None:
    running = start(COMMAND)
    assert running.stdout
    assert running.stdout.readline().startswith(f"{MODEL} at ")
    running.send_signal(number)
    assert running.wait(30) == 128 + number
    eventually(lambda: all(is_gone(pid) for pid in prepared.pids))
