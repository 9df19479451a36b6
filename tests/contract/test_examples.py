"""The examples of README and docs, and the demo, run against a live server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import doc_pages
from vllm_sdk.testing import Server

pytestmark = pytest.mark.contract

EXAMPLES = [
    example for example in doc_pages.EXAMPLES if example.asks_server and not example.is_foreign
]


def run(server: Server, *command: str) -> str:
    """Run a script as its user does."""
    environ = {**os.environ, "VLLM_BASE_URL": server.url}
    environ.pop("VLLM_MODEL", None)
    done = subprocess.run(  # noqa: S603 - our own examples
        [sys.executable, *command],
        cwd=doc_pages.ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr
    return done.stdout


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_runs(
    server: Server,
    example: doc_pages.Example,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if os.environ.get("VLLM_API_KEY") and "api_key=" in example.code:
        pytest.skip("the example has keys of its own, which the server would refuse")
    monkeypatch.setenv("VLLM_BASE_URL", server.url)
    monkeypatch.delenv("VLLM_MODEL", raising=False)
    doc_pages.run_example(example, tmp_path, monkeypatch)
    said = capsys.readouterr()
    assert said.out.strip()
    assert not said.err


def test_the_demo_runs(server: Server) -> None:
    said = run(server, "examples/demo.py")
    if server.model == "scripted":
        assert "Silent keys at night," in said
        assert "The capital of France is Paris." in said
        assert "Your name is Ada." in said
        assert "Albert Einstein, Physicist. He developed the theory of relativity." in said
        assert "Swiss Patent Office (Switzerland): It examines patents." in said
        assert "'positive'" in said
        assert "0      The capital of France is Paris." in said
        assert "The prompt is empty" in said
        assert "1931  City Lights" in said
        assert "get_weather(city='Paris')" in said
        assert "It is 18 degrees and sunny in Paris." in said
        assert "No. It is 18 degrees and sunny in Paris." in said
