"""What README and docs print and the demo shows runs as it stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from vllm_sdk.testing import Server

pytestmark = pytest.mark.contract

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / name for name in ("README.md", "docs/structured-output.md", "docs/tools.md")]
BLOCKS = [
    block
    for page in PAGES
    for block in re.findall(r"^```python\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL)
    if "VLLM(" in block
]


def run(server: Server, *command: str) -> str:
    environ = {**os.environ, "VLLM_BASE_URL": server.url}
    environ.pop("VLLM_MODEL", None)
    done = subprocess.run(  # noqa: S603 - our own examples
        [sys.executable, *command],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr
    return done.stdout


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_an_example_runs(server: Server, block: str) -> None:
    assert run(server, "-W", "error", "-c", block).strip()


def test_the_demo_runs(server: Server) -> None:
    said = run(server, "examples/demo.py")
    if server.model == "scripted":
        assert "Silent keys at night," in said
        assert "The capital of France is Paris." in said
        assert "Your name is Ada." in said
        assert "Albert Einstein, Physicist. He developed the theory of relativity." in said
        assert "Swiss Patent Office (Switzerland): It examines patents." in said
        assert "'positive'" in said
        assert "1931  City Lights" in said
        assert "get_weather(city='Paris')" in said
        assert "It is 18 degrees and sunny in Paris." in said
        assert "No. It is 18 degrees and sunny in Paris." in said
