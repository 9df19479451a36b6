"""What `make upgrade` runs, and what it says is left."""

import sys
from pathlib import Path

import pytest
from openapi.pipeline import upgrade
from openapi.pipeline.document import PipelineError

ROOT = Path(__file__).parents[3]

PRETENDED = """#!/bin/sh
# Stands for the interpreter of each step: what it is asked to run tells what it prints.
echo "$VLLM_VERSION: $*" >> "$STEPS"
case "$*" in
  *"vllm_sdk.testing python"*) echo "[0 s] made" >&2; {environment} ;;
  *regenerate*) {regenerate} ;;
  *api-changes*) echo "api-changes.md: written" ;;
  *"-m contract"*) {contract} ;;
  *pytest*) {decide} ;;
esac
"""
FINE = {
    "environment": "echo /env/bin/python",
    "regenerate": "echo 'spec of vLLM 9.9.0: 1 operations'",
    "contract": "echo '3 passed'",
    "decide": "echo '5 passed'",
}


class Pretended:
    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        monkeypatch.setenv("STEPS", str(home / "steps"))
        monkeypatch.delenv("VLLM_VERSION", raising=False)
        monkeypatch.setattr(sys, "executable", str(home / "python"))

    def behave(self, **parts: str) -> None:
        (self.home / "python").write_text(PRETENDED.format(**(FINE | parts)))
        (self.home / "python").chmod(0o700)

    @property
    def steps(self) -> list[str]:
        return (self.home / "steps").read_text().splitlines()


@pytest.fixture
def pretended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pretended:
    return Pretended(tmp_path, monkeypatch)


def test_every_step_runs_in_order_and_only_reading_is_left(
    pretended: Pretended, capsys: pytest.CaptureFixture[str]
) -> None:
    pretended.behave()
    assert upgrade.run(ROOT, "9.9.0") == 0
    words = [line.split(": -m ")[1].split()[0:3] for line in pretended.steps]
    assert words == [
        ["vllm_sdk.testing", "python", "--version"],
        ["openapi.pipeline", "regenerate", "--version"],
        ["openapi.pipeline", "api-changes"],
        ["pytest", "-q", "--no-header"],
        ["pytest", "-q", "--no-header"],
    ]
    assert "--version 9.9.0 --python /env/bin/python" in pretended.steps[1]
    assert pretended.steps[-1].startswith("9.9.0: ")  # the server's version
    printed = capsys.readouterr().out
    assert printed.count("[ ]") == 3
    assert "contract tests on vLLM 9.9.0" in printed.partition("minutes:")[2]


def test_what_is_left_is_a_list(pretended: Pretended, capsys: pytest.CaptureFixture[str]) -> None:
    remark = "POST /v1/new: nobody has said what it answers; add it to openapi/pipeline/answers.py"
    pretended.behave(
        regenerate=f"echo '  {remark}'; echo 'Handlers whose answers are written by hand'",
        decide="echo 'FAILED tests/unit/test_names.py::test_a[fresh] - vLLM has fresh'; exit 1",
        contract="echo 'ERROR tests/contract/test_x.py - it broke'; exit 1",
    )
    assert upgrade.run(ROOT, "9.9.0") == 1
    points = [line for line in capsys.readouterr().out.splitlines() if line.startswith("[ ]")]
    assert points[:4] == [
        f"[ ] pipeline: {remark}",
        "[ ] pipeline: compare bodies.py with the handlers named in the report",
        "[ ] decide: tests/unit/test_names.py::test_a[fresh] - vLLM has fresh",
        "[ ] contract: tests/contract/test_x.py - it broke",
    ]


def test_tests_that_end_without_a_result_are_no_success(
    pretended: Pretended, capsys: pytest.CaptureFixture[str]
) -> None:
    pretended.behave(contract="exit 3")
    assert upgrade.run(ROOT, "9.9.0") == 1
    assert "[ ] contract: pytest ended with exit code 3" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("step", "message", "ran"),
    [("environment", "there is no environment of vLLM", 1), ("regenerate", "are as they were", 2)],
)
def test_a_step_that_fails_ends_the_upgrade(
    step: str, message: str, ran: int, pretended: Pretended
) -> None:
    pretended.behave(**{step: "exit 1"})
    with pytest.raises(PipelineError, match=message):
        upgrade.run(ROOT, "9.9.0")
    assert len(pretended.steps) == ran


def test_the_tests_that_name_what_to_decide_exist() -> None:
    assert [path for path in upgrade.DECISIONS if not (ROOT / path).exists()] == []
