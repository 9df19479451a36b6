"""The checks as tests of pytest: `pytest --pyargs vllm_sdk.contract --vllm-url URL`."""

from __future__ import annotations

import pytest

from vllm_sdk.contract.outcomes import Outcome, Report
from vllm_sdk.contract.registry import ASKED_GROUPS, CHECKS
from vllm_sdk.contract.reports.text import describe_outcome
from vllm_sdk.contract.runner import run_contract

NAMES = [name for name, each in CHECKS.items() if each.group not in ASKED_GROUPS]


@pytest.fixture(scope="session")
def vllm_contract(request: pytest.FixtureRequest) -> Report:
    """Run the checks of the chosen tests; the tests end if the run has no verdict."""
    chosen = {item.name for item in request.session.items}
    only = [name for name in NAMES if f"test_contract[{name}]" in chosen]
    report = run_contract(request.config.getoption("--vllm-url"), only=only)
    if report.problem:
        pytest.exit(report.problem, returncode=3)
    return report


@pytest.mark.parametrize("name", NAMES)
def test_contract(name: str, vllm_contract: Report) -> None:
    """Show the outcome of a check."""
    (outcome,) = (each for each in vllm_contract.outcomes if each.id == name)
    show(outcome)


def show(outcome: Outcome) -> None:
    """Fail or skip the test as the outcome says."""
    if outcome.verdict == "fail":
        pytest.fail(
            f"{outcome.about}\n{describe_outcome(outcome)}\n{outcome.meaning}\n{outcome.curl}",
            pytrace=False,
        )
    if outcome.verdict == "not applicable":
        pytest.skip(describe_outcome(outcome))
