"""Checks of a live server: is it what its users think it is?

>>> from vllm_sdk.contract import run_contract
>>> report = run_contract("http://localhost:8000")
>>> [outcome.id for outcome in report.list_failures()]
[]

The checks are about the protocol, not about how clever the model is. They are read-only, and take
at most a minute, 2,000 generated tokens and four requests at once by default. At the command line:
`python -m vllm_sdk.contract URL`. With pytest: `pytest --pyargs vllm_sdk.contract --vllm-url URL`.
"""

from vllm_sdk.contract.comparing import compare, explain_expectations
from vllm_sdk.contract.limits import Limits
from vllm_sdk.contract.outcomes import Outcome, Report, ServerSummary
from vllm_sdk.contract.registry import CHECKS, Check, UnknownCheck, choose
from vllm_sdk.contract.reports import FORMATS, render
from vllm_sdk.contract.runner import run_contract

__all__ = [
    "CHECKS",
    "FORMATS",
    "Check",
    "Limits",
    "Outcome",
    "Report",
    "ServerSummary",
    "UnknownCheck",
    "choose",
    "compare",
    "explain_expectations",
    "render",
    "run_contract",
]
