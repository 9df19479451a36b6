"""`make test-versions` goes on after a failure, and keeps the rows of other versions."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.versions import __main__ as command
from tools.versions.results import Result, read_results

from vllm_sdk.testing import SetupFailed


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VLLM_PYTHON", raising=False)
    monkeypatch.setattr(command, "PAGE", tmp_path / "versions.md")
    monkeypatch.setattr(command, "RESULTS", tmp_path / "versions.json")
    return tmp_path / "versions.md"


def pretend(monkeypatch: pytest.MonkeyPatch, **outcomes: Result | Exception | None) -> None:
    """Put an outcome of each version in the place of its run."""

    def run(version: str) -> Result | None:
        outcome = outcomes[f"v{version.replace('.', '_')}"]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(command, "_run", run)


def result(version: str, *failed: str) -> Result:
    return Result(version, "release", version, 9, failed, {}, (), 60)


@pytest.mark.parametrize("variable", ["VLLM_BASE_URL", "VLLM_PYTHON"])
def test_one_vllm_for_all_runs_is_refused(
    variable: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], page: Path
) -> None:
    monkeypatch.setenv(variable, "http://127.0.0.1:1")
    assert command.main(["0.32.0"]) == 2
    assert f"{variable} is set" in capsys.readouterr().err
    assert not page.exists()


def test_a_failure_does_not_stop_the_other_versions(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], page: Path
) -> None:
    pretend(
        monkeypatch,
        v0_28_0=result("0.28.0", "test_a"),
        v0_29_0=SetupFailed("There is no such version."),
        v0_30_0=None,
        v0_31_0=result("0.31.0"),
    )
    assert command.main(["0.28.0", "0.29.0", "0.30.0", "0.31.0"]) == 1
    assert capsys.readouterr().out.splitlines()[-4:] == [
        "vLLM 0.28.0: 9 passed, 1 failed, 0 not applicable, 60 s",
        "vLLM 0.29.0: not tested. There is no such version.",
        "vLLM 0.30.0: the run did not finish; its earlier result stays.",
        "vLLM 0.31.0: 9 passed, 0 failed, 0 not applicable, 60 s",
    ]
    assert "| 0.31.0 | release | 9 | 0 | 0 | 60 |" in page.read_text()


def test_a_run_of_some_versions_keeps_the_rows_of_the_others(
    monkeypatch: pytest.MonkeyPatch, page: Path
) -> None:
    pretend(monkeypatch, v0_28_0=result("0.28.0", "test_a"), v0_31_0=result("0.31.0"))
    assert command.main(["0.28.0"]) == 1
    assert command.main(["0.31.0"]) == 0
    assert read_results(page.with_suffix(".json")).keys() == {"0.28.0", "0.31.0"}
    pretend(monkeypatch, v0_28_0=result("0.28.0"))
    assert command.main(["0.28.0"]) == 0
    rows = [line for line in page.read_text().splitlines() if line.startswith("| 0")]
    assert rows == [
        "| 0.31.0 | release | 9 | 0 | 0 | 60 |",
        "| 0.28.0 | release | 9 | 0 | 0 | 60 |",
    ]
