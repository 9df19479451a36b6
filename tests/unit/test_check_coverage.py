"""The check of the coverage tells what is missing, and leaves out what the source says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tools.check_coverage import main

SOURCE = """\
def read(text):
    for line in text:
        return line
    raise AssertionError  # pragma: no cover
if None:  # pragma: no branch
    pass
"""


def check(folder: Path, **changes: Any) -> int:
    source = folder / "reader.py"
    source.write_text(SOURCE)
    covered = {"executed_lines": [1, 2, 3, 5], "executed_branches": [[2, 3]]}
    covered |= {"missing_lines": [], "missing_branches": [], **changes}
    report = folder / "report.json"
    report.write_text(json.dumps({"files": {str(source): covered}}))
    return main(report)


def test_all_is_covered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path) == 0
    assert capsys.readouterr().out == "All 4 lines and 1 branches are covered.\n"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"missing_lines": [3, 5]}, "3, 5"),
        ({"missing_branches": [[2, 3]]}, "2->3"),
        ({"missing_branches": [[2, 0]]}, "2->exit"),
        ({"missing_lines": [3], "missing_branches": [[2, 3]]}, "3, 2->3"),
    ],
)
def test_what_is_missing_fails(
    changes: dict[str, Any], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path, **changes) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'reader.py'}: not covered: {says}\n"


@pytest.mark.parametrize("branch", [[2, 4], [5, 6], [5, 0]])
def test_what_the_source_excludes_is_left_out(branch: list[int], tmp_path: Path) -> None:
    assert check(tmp_path, missing_branches=[branch]) == 0


def test_a_report_without_lines_proves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path, executed_lines=[]) == 1
    assert "did not run under slipcover" in capsys.readouterr().err
