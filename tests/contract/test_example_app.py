"""The live tests of the example application, as a user would run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from vllm_sdk.testing import Server

APP = Path(__file__).parents[2] / "examples/app"


def test_the_application_answers(server: Server) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio"]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(  # noqa: S603 -- our own command
        [*command, "tests/live", "--vllm-url", server.url],
        cwd=APP,
        env=own | {"VLLM_MODEL": server.model},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
    assert "skipped" not in done.stdout
