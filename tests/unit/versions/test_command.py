"""`make test-versions` goes on after a failure, and keeps the rows of other versions."""

from __future__ import annotations

from collections.abc import Sequence
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

    def run(version: str, names: Sequence[str]) -> Result | None:
        del names
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
    assert capsys.readouterr().out.splitlines()[-5:] == [
        "vLLM 0.28.0: 9 passed, 1 failed, 0 not applicable, 60 s",
        "vLLM 0.29.0: not tested. There is no such version.",
        "vLLM 0.30.0: the run did not finish; its earlier result stays.",
        "vLLM 0.31.0: 9 passed, 0 failed, 0 not applicable, 60 s",
        "versions.md: written",
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


def test_only_what_failed_runs_again(monkeypatch: pytest.MonkeyPatch, page: Path) -> None:
    ran: list[tuple[str, tuple[str, ...]]] = []

    def run(version: str, names: Sequence[str]) -> Result:
        ran.append((version, tuple(names)))
        if names:
            return Result(version, "release", version, 1, ("b",), {"why": 1}, ("Lax.",), 5)
        return result(version, *(("a", "b", "c") if version == "0.28.0" else ()))

    monkeypatch.setattr(command, "_run", run)
    assert command.main(["--failed", "0.28.0", "0.31.0"]) == 1
    assert command.main(["--failed", "0.28.0", "0.31.0"]) == 1
    assert ran == [("0.28.0", ()), ("0.31.0", ()), ("0.28.0", ("a", "b", "c"))]
    merged = read_results(page.with_suffix(".json"))["0.28.0"]
    expected = Result("0.28.0", "release", "0.28.0", 10, ("b",), {"why": 1}, ("Lax.",), 65)
    assert merged == expected


def test_without_a_version_only_the_page_is_written(
    monkeypatch: pytest.MonkeyPatch, page: Path
) -> None:
    pretend(monkeypatch, v0_31_0=result("0.31.0"))
    assert command.main(["0.31.0"]) == 0
    written = page.read_text()
    page.unlink()
    assert command.main([]) == 0
    assert page.read_text() == written
