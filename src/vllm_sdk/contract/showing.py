"""The outcomes of checks, shown as outcomes of tests."""

from __future__ import annotations

import pytest

from vllm_sdk.contract.outcomes import Outcome, Report
from vllm_sdk.contract.reports.text import describe_outcome


def require_verdict(report: Report) -> Report:
    """Return the report of a run; end the tests if the run has no verdict."""
    if report.problem:
        pytest.exit(report.problem, returncode=3)
    return report


def show_outcome(outcome: Outcome) -> None:
    """Fail or skip the test as the outcome says."""
    if outcome.verdict == "fail":
        pytest.fail(
            f"{outcome.about}\n{describe_outcome(outcome)}\n{outcome.meaning}\n{outcome.curl}",
            pytrace=False,
        )
    if outcome.verdict == "not applicable":
        pytest.skip(describe_outcome(outcome))
