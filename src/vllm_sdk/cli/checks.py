"""All checks of a server, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Iterator

from vllm_sdk import VLLM, VLLMError
from vllm_sdk.cli.findings import Check, Finding, Patient
from vllm_sdk.cli.generation_checks import GENERATION_CHECKS, check_token
from vllm_sdk.cli.metric_checks import check_metrics
from vllm_sdk.cli.server_checks import SERVER_CHECKS
from vllm_sdk.errors import AuthenticationFailed, ConnectionFailed, UnexpectedResponse


def examine(client: VLLM, asked_model: str | None) -> Iterator[Finding]:
    """Make the checks, until one of them says that no further one makes sense."""
    patient = Patient(client, asked_model)
    for name, check in _list_checks(patient):
        for finding in _make(name, check, patient):
            yield finding
            if finding.ends:
                return


def _list_checks(patient: Patient) -> Iterator[tuple[str, Check]]:
    yield from SERVER_CHECKS.items()
    yield "token", check_token
    if patient.generates:
        yield from GENERATION_CHECKS.items()
    yield "metrics", check_metrics


def _make(name: str, check: Check, patient: Patient) -> Iterator[Finding]:
    """Make one check; an error that it does not expect is a problem."""
    try:
        yield from check(patient)
    except VLLMError as error:
        ends = name in SERVER_CHECKS or name == "token"
        yield Finding(name, "problem", error.message, _advise(error), ends=ends, error=error)


def _advise(error: VLLMError) -> str:
    """Say what to change, beyond what the error says itself."""
    match error:
        case ConnectionFailed():
            return "Start the server, or name its address with --base-url or VLLM_BASE_URL."
        case AuthenticationFailed():
            return "Put the key of the server's --api-key into --api-key-file or VLLM_API_KEY."
        case UnexpectedResponse():
            return "Name the address of a vLLM server with --base-url or VLLM_BASE_URL."
        case _:
            return "Read the server's log."
