"""The checks as tests of pytest: `pytest --pyargs vllm_sdk.contract --vllm-url URL`."""

from __future__ import annotations

import pytest

from vllm_sdk.contract.outcomes import Report
from vllm_sdk.contract.registry import ASKED_GROUPS, CHECKS
from vllm_sdk.contract.runner import run_contract
from vllm_sdk.contract.showing import require_verdict, show_outcome

NAMES = [name for name, each in CHECKS.items() if each.group not in ASKED_GROUPS]


@pytest.fixture(scope="session")
def vllm_contract(request: pytest.FixtureRequest) -> Report:
    """Run the checks of the chosen tests; the tests end if the run has no verdict."""
    chosen = {item.name for item in request.session.items}
    only = [name for name in NAMES if f"test_contract[{name}]" in chosen]
    return require_verdict(run_contract(request.config.getoption("--vllm-url"), only=only))


@pytest.mark.parametrize("name", NAMES)
def test_contract(name: str, vllm_contract: Report) -> None:
    """Show the outcome of a check."""
    (outcome,) = (each for each in vllm_contract.outcomes if each.id == name)
    show_outcome(outcome)
