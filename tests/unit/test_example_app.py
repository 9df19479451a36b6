"""The example application passes its own tests, as a user would run them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = ROOT / "examples/app"


def test_the_application_passes_its_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER", "PYTEST_PLUGINS"):
        monkeypatch.delenv(name, raising=False)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio"]
    done = subprocess.run(  # noqa: S603 -- our own command
        command, cwd=APP, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
    assert "skipped" not in done.stdout


def test_the_versions_that_the_application_needs_are_tried() -> None:
    app = tomllib.loads((APP / "pyproject.toml").read_text("utf-8"))
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    lowest = dict(each.split("==") for each in groups["lowest"] if ";" not in each)
    needed = [each.partition(">=") for each in app["project"]["dependencies"]]
    for name, _, version in needed:
        if name != "vllm-typed-sdk":
            assert lowest[name].removesuffix(".0") == version
            assert any(each.startswith(f"{name}==") for each in groups["dev"])
