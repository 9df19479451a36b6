"""Take every step to another vLLM version, and list what is left to the person who upgrades."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from .document import PipelineError
from .source import prepare_interpreter

if TYPE_CHECKING:
    from collections.abc import Iterator

DECISIONS = (
    "tests/unit/openapi",
    "tests/unit/spec",
    "tests/unit/options",
    "tests/unit/operations/test_replies.py",
    "tests/unit/operations/streaming/test_chunks.py",
)
"""The tests that name each new or changed field and route that the facade must decide."""

_FAILED = re.compile(r"^(?:FAILED|ERROR) (.+)$", re.MULTILINE)
_REMARK = re.compile(
    r"^  (\w+ /\S+: .+|not exported: .+|this vLLM .+|the application .+)$", re.MULTILINE
)


@dataclass
class _Steps:
    """A runner of the steps, with the duration of each and the points that are left."""

    root: Path
    version: str
    minutes: list[tuple[str, float]] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        print(f"\n== {name}", flush=True)
        start = time.monotonic()
        try:
            yield
        finally:
            self.minutes.append((name, (time.monotonic() - start) / 60))

    def run(self, arguments: Sequence[str], **environment: str) -> subprocess.CompletedProcess[str]:
        """Run Python with arguments, print what it prints, and return it."""
        process = subprocess.run(  # noqa: S603 - our own arguments
            [sys.executable, *arguments],
            cwd=self.root,
            env=os.environ | environment,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        print(process.stdout, end="", flush=True)
        return process

    def test(self, name: str, arguments: Sequence[str]) -> None:
        """Run tests, and add each failed one to the points that are left."""
        command = ["-m", "pytest", "-q", "--no-header", "--tb=short", *arguments]
        done = self.run(command, VLLM_VERSION=self.version)
        failed = _FAILED.findall(done.stdout)
        if done.returncode and not failed:
            failed = [f"pytest ended with exit code {done.returncode}"]
        self.left.extend(f"{name}: {each}" for each in failed)


def run(root: Path, version: str) -> int:
    """Upgrade to a version; return 0 if only reading and committing are left.

    Raises:
        PipelineError: The spec or the bindings could not be made; both are unchanged.
    """
    steps = _Steps(root, version)
    with steps.measure(f"environment of vLLM {version}"):
        python = str(prepare_interpreter(version))
        print(Path(python).parents[1].name)
    with steps.measure("spec, bindings and report"):
        command = ["-m", "openapi.pipeline", "regenerate", "--version", version, "--python", python]
        done = steps.run(command)
        if done.returncode:
            raise PipelineError("the spec and the bindings are as they were; see above")
        steps.left.extend(f"pipeline: {remark}" for remark in _REMARK.findall(done.stdout))
        if "Handlers whose answers" in done.stdout:
            steps.left.append("pipeline: compare bodies.py with the handlers named in the report")
    with steps.measure("docs/api-changes.md"):
        steps.run(["-m", "openapi.pipeline", "api-changes"])
    with steps.measure("tests that name what the facade must decide"):
        present = [path for path in DECISIONS if (root / path).exists()]
        steps.test("decide", ["--numprocesses=auto", "--maxprocesses=4", *present])
    with steps.measure(f"contract tests on vLLM {version}"):
        steps.test("contract", ["-m", "contract", "tests/contract"])
    print(_write_summary(steps))
    return 1 if any(not point.startswith("pipeline") for point in steps.left) else 0


def _write_summary(steps: _Steps) -> str:
    lines = ["", f"== vLLM {steps.version}: what is left to you", ""]
    lines += [f"[ ] {point}" for point in steps.left]
    lines += [
        "[ ] read the report above: the facade may want options, messages or docs for what is new",
        "[ ] a line in CHANGELOG.md",
        "[ ] make test, then commit openapi/, generated/, docs/ and your changes together",
        "",
        "minutes:",
        *(f"{minutes:6.1f}  {name}" for name, minutes in steps.minutes),
    ]
    return "\n".join(lines)
