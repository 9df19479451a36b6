"""What `make test-versions` reads from pytest and keeps."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tools.versions.results import Result, parse_junit, read_results, write_results

SUITE = """
import pytest

@pytest.fixture
def breaks():
    yield
    raise OSError("it does not close")

def test_passes(record_property):
    record_property("differs", "It is lax.")
    record_property("other", "not this")

@pytest.mark.parametrize("value", ["a b", "<c>"])
def test_fails(value):
    assert False

def test_fails_twice(breaks):
    assert False

def test_does_not_close(breaks):
    record_property = None

@pytest.mark.parametrize("value", [1, 2])
def test_is_skipped(value):
    pytest.skip("vLLM 0.28.0 lacks it")

@pytest.mark.skip(reason="for another reason")
def test_is_marked():
    pass
"""


def result(version: str, **more: object) -> Result:
    facts: dict[str, object] = {
        "version": version,
        "kind": "release",
        "kernels": version,
        "passed": 9,
        "failed": (),
        "skipped": {},
        "differences": (),
        "seconds": 60,
    }
    return Result(**(facts | more))  # type: ignore[arg-type]


def test_a_report_of_pytest_gives_the_result(tmp_path: Path) -> None:
    (tmp_path / "test_suite.py").write_text(SUITE)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--junitxml=r.xml"]
    done = subprocess.run([*command, "."], cwd=tmp_path, capture_output=True, check=False)  # noqa: S603
    assert done.returncode == 1
    report = (tmp_path / "r.xml").read_text()
    read = parse_junit(report, version="0.28.0", kind="hybrid", kernels="0.27.0")
    assert (read.version, read.kind, read.kernels) == ("0.28.0", "hybrid", "0.27.0")
    assert read.passed == 1
    assert read.failed == (
        "test_suite.py::test_does_not_close",
        "test_suite.py::test_fails[<c>]",
        "test_suite.py::test_fails[a b]",
        "test_suite.py::test_fails_twice",
    )
    assert read.skipped == {"for another reason": 1, "vLLM 0.28.0 lacks it": 2}
    assert read.not_applicable == 3
    assert read.differences == ("It is lax.",)
    assert read.summary.startswith("vLLM 0.28.0: 1 passed, 4 failed, 3 not applicable, ")


def test_the_duration_is_that_of_the_run() -> None:
    report = '<testsuites><testsuite time="61.7"></testsuite></testsuites>'
    assert parse_junit(report, version="0.28.0", kind="release", kernels="").seconds == 62


def test_kept_results_come_back(tmp_path: Path) -> None:
    path = tmp_path / "versions.json"
    assert read_results(path) == {}
    older = result("0.9.2", failed=("a", "b"), skipped={"why": 2}, differences=("It is lax.",))
    newer = result("0.30.0")
    write_results(path, [older, newer])
    assert list(read_results(path).items()) == [("0.30.0", newer), ("0.9.2", older)]


@pytest.mark.parametrize("order", [1, -1])
def test_the_file_does_not_depend_on_the_order_of_the_runs(tmp_path: Path, order: int) -> None:
    results = [result("0.28.0"), result("0.30.0"), result("0.9.2")]
    write_results(tmp_path / "one.json", results)
    write_results(tmp_path / "other.json", results[::order])
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()
