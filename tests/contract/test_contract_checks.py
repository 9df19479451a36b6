"""The checks on a real server, directly and behind gateways with known faults."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from server_versions import key_headers
from vllm_sdk.contract import CHECKS, Limits, Outcome, Report, render, run_contract
from vllm_sdk.contract.checks.options import OPTIONS
from vllm_sdk.contract.registry import ASKED_GROUPS
from vllm_sdk.testing import FakeAnswer, FakeRequest, FakeServer, Server

pytestmark = pytest.mark.contract

PATIENT = Limits(seconds=300, request_seconds=60)
STANDARD = {"model", "messages", "prompt", "stream", "stream_options", "tools", "tool_choice"}
STANDARD |= {option.name for option in OPTIONS if option.standard}


@pytest.fixture(scope="module")
def report(server: Server) -> Report:
    """The report on the server."""
    return run_contract(server.url, model=server.model, limits=PATIENT)


@pytest.mark.parametrize(
    "name", [name for name, each in CHECKS.items() if each.group not in ASKED_GROUPS]
)
def test_the_server_keeps_its_contract(name: str, report: Report) -> None:
    assert not report.problem
    (outcome,) = (each for each in report.outcomes if each.id == name)
    if outcome.verdict == "not applicable":
        pytest.skip(outcome.reason)
    assert outcome.verdict == "pass", render(alone(report, outcome))


def alone(report: Report, outcome: Outcome) -> Report:
    """The report of one outcome."""
    return Report(report.server, (outcome,))


class Gateway:
    """A gateway that reads whole answers before it sends them on, and may drop fields.

    Attributes:
        url: The server behind it.
        fields: The fields that it knows; None passes on all.
    """

    def __init__(self, url: str, fields: set[str] | None = None) -> None:
        self.http = httpx.Client(base_url=url, headers=key_headers(), timeout=60)
        self.fields = fields

    def __call__(self, request: FakeRequest) -> FakeAnswer:
        body, fields = request.body, self.fields
        if fields is not None and body.startswith(b'{"') and request.path.startswith("/v1/c"):
            try:
                asked = json.loads(body)
            except ValueError:
                asked = None
            if asked is not None:
                body = json.dumps({name: asked[name] for name in asked if name in fields}).encode()
        kind = {"Content-Type": request.headers.get("content-type", "")}
        answer = self.http.request(request.method, request.path, content=body, headers=kind)
        return FakeAnswer(
            answer.status_code, answer.content, answer.headers.get("content-type", "")
        )


@pytest.fixture
def buffering(server: Server) -> Iterator[FakeServer]:
    gateway = Gateway(server.url)
    with gateway.http, FakeServer(handle=gateway) as running:
        yield running


@pytest.fixture
def dropping(server: Server) -> Iterator[FakeServer]:
    gateway = Gateway(server.url, STANDARD)
    with gateway.http, FakeServer(handle=gateway) as running:
        yield running


def test_a_gateway_that_buffers_is_found(buffering: FakeServer, server: Server) -> None:
    report = run_contract(
        buffering.url, model=server.model, only=["core", "stream"], limits=PATIENT
    )
    failed = {outcome.id for outcome in report.list_failures()}
    assert "stream.incremental" in failed
    assert failed <= {"stream.incremental", "stream.abort"}


def test_a_gateway_that_drops_fields_is_found(
    dropping: FakeServer, server: Server, report: Report
) -> None:
    seen = {outcome.id for outcome in report.outcomes if outcome.verdict == "pass"}
    dropped = {f"options.{option.name}" for option in OPTIONS if not option.standard} & seen
    found = run_contract(dropping.url, model=server.model, only=["core", "options"], limits=PATIENT)
    assert {outcome.id for outcome in found.list_failures()} == dropped
