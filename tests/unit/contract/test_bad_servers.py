"""Servers that hang, die or lie: a verdict and an exit code, and never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess

import pytest

from broken_servers import Broken, put
from command import COMMAND, build_environment
from conforming_server import CHAT, COMPLETIONS, KEY, MODEL, Conforming
from raw_server import RawServer, raw, sends
from vllm_sdk.contract import FORMATS, Limits, render, run_contract
from vllm_sdk.contract.__main__ import main
from vllm_sdk.testing import (
    FakeAnswer,
    FakeRequest,
    FakeServer,
    answer_error,
    answer_events,
    answer_json,
    hang,
)

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n"
BEGINNINGS = (b"", b"HTTP/1.1 200", HEAD, HEAD + b'{"data": [')
EVENT_STREAM = "text/event-stream"
TWO = ["stream.type", "stream.usage"]


def require_nothing_open(server: RawServer) -> None:
    server.wait_for("ended", server.connections)


@pytest.mark.parametrize("sent", BEGINNINGS)
def test_a_server_that_hangs(sent: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with raw(sends(sent, hold=True)) as server:
        assert main([server.url, "--request-seconds", "0.2"]) == 3
        require_nothing_open(server)
    assert "within 0.2 s" in capsys.readouterr().out


@pytest.mark.parametrize("sent", BEGINNINGS)
def test_a_server_that_dies(sent: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with raw(sends(sent)) as server:
        assert main([server.url]) == 3
        require_nothing_open(server)
    assert "gives no answer to GET /v1/models" in capsys.readouterr().out


def test_streams_that_hang_in_the_middle() -> None:
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        answer = conforming(request)
        return answer.split(40, pause=600) if answer.content_type == EVENT_STREAM else answer

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=TWO, limits=Limits(request_seconds=1))
    assert [outcome.expected for outcome in report.list_failures()] == [
        "an answer to POST /v1/chat/completions within 1 s"
    ] * 2


def test_streams_that_break_in_the_middle() -> None:
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        answer = conforming(request)
        return answer.cut(40) if answer.content_type == EVENT_STREAM else answer

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=TWO)
    assert [outcome.got.partition(":")[0] for outcome in report.list_failures()] == ["none"] * 2


def test_one_request_of_many_that_breaks_leaves_none_under_way() -> None:
    conforming = Conforming()
    first = iter([True])

    def handle(request: FakeRequest) -> FakeAnswer:
        answer = conforming(request)
        if not request.headers["x-request-id"].startswith("contract-limits"):
            return answer
        return answer.cut(10) if next(first, False) else answer.after(0.1)

    with FakeServer(handle=handle) as server:
        (outcome,) = run_contract(server.url, only=["limits.many"]).outcomes
    assert outcome.verdict == "fail"
    assert outcome.tokens == 63 * 4


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"data": ' * 100_000])
def test_json_that_is_nested_too_deeply(body: bytes) -> None:
    with FakeServer(handle=lambda _: FakeAnswer(body=body)) as server:
        assert "does not answer like a model server" in run_contract(server.url).problem


@pytest.mark.parametrize("count", [float("inf"), float("nan"), -(10**9), None, "many"])
def test_a_usage_that_is_a_lie_changes_no_limit(count: object) -> None:
    def handle(request: FakeRequest) -> FakeAnswer:
        answer = Conforming()(request)
        return put("usage", "completion_tokens", value=count)(request, answer)

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=["core.chat"], limits=Limits(tokens=100))
    assert 0 <= report.tokens <= 100
    assert report.outcomes


def test_names_that_are_not_unicode_are_shown_as_far_as_they_are() -> None:
    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path == "/v1/models":
            return answer_json({"data": [{"id": "a\ud800b", "owned_by": "vllm"}]})
        return answer_error(400, "no")

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=["core.models"])
    assert report.server.model == "a?b"
    assert report.outcomes[0].note == "a?b"
    for form in FORMATS:
        render(report, form).encode()


def test_a_key_that_comes_back_is_in_no_report() -> None:
    conforming = Conforming(key=KEY)

    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path in {CHAT, "/version"}:
            said = f"The key {request.headers.get('authorization')} may not do this."
            return (
                answer_error(500, said) if request.path == CHAT else answer_json({"version": KEY})
            )
        return conforming(request)

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, api_key=KEY, only=["core", "tools.descriptive"])
    assert report.count("fail") > 5
    assert report.server.version == "[API key]"
    for form in FORMATS:
        assert KEY not in render(report, form)
    with FakeServer(handle=lambda _: FakeAnswer(200, KEY.encode(), "text/plain")) as server:
        assert "[API key]" in run_contract(server.url, api_key=KEY).problem
        assert KEY in run_contract(server.url, api_key="key").problem  # too short for a secret


@pytest.mark.parametrize("model", [None, "m"])
def test_an_application_of_another_kind_is_no_model_server(model: str | None) -> None:
    def handle(request: FakeRequest) -> FakeAnswer:
        match request.path:
            case "/openapi.json":
                return answer_json({"openapi": "3.1.0", "paths": {"/items": {}}})
            case "/version":
                return answer_json({"version": "1.0"})
            case _:
                return answer_json({"detail": "Not Found"}, 404)

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, model=model)
    assert "does not answer like a model server" in report.problem


def test_a_page_is_no_model_server_although_a_model_is_named() -> None:
    page = FakeAnswer(200, b"<!DOCTYPE html><title>Welcome</title>", "text/html")
    with FakeServer(handle=lambda _: page) as server:
        assert "does not answer like a model" in run_contract(server.url, model="m").problem


def test_a_server_that_lists_nothing_and_answers_is_checked() -> None:
    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path in {CHAT, COMPLETIONS}:
            return Conforming()(request)
        return FakeAnswer(404)

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, model=MODEL, only=["core.chat", "core.models"])
    assert [outcome.verdict for outcome in report.outcomes] == ["fail", "pass"]


def test_a_model_that_is_not_served_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    with FakeServer(handle=Conforming()) as server:
        assert main([server.url, "--model", "other"]) == 3
    said = capsys.readouterr().out
    assert f"does not serve 'other'; it serves {MODEL}." in said


@pytest.mark.parametrize(("owner", "is_vllm"), [("acme", False), ("vllm", True), (None, True)])
def test_the_owner_of_the_models_tells_whether_it_is_vllm(owner: object, is_vllm: bool) -> None:
    conforming = Conforming()
    conforming.spec["paths"].pop("/tokenize")

    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path == "/v1/models":
            return answer_json({"data": [{"id": MODEL, "owned_by": owner}]})
        return conforming(request)

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=["core.version"])
    assert report.server.kind.startswith("vLLM") == is_vllm


def test_a_gateway_that_renames_the_owner_is_still_vllm() -> None:
    inner = Broken(Conforming(), "discovery", put("data", 0, "owned_by", value="acme"))
    with FakeServer(handle=inner) as server:
        assert run_contract(server.url, only=["core.version"]).server.kind.startswith("vLLM")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_command_leaves_nothing_open(number: signal.Signals) -> None:
    with raw(sends(b"", hold=True)) as server:
        command = [*COMMAND, "contract", server.url]
        with subprocess.Popen(  # noqa: S603 -- our own command
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=build_environment()
        ) as process:
            server.wait_for("requests", 1)
            process.send_signal(number)
            out, err = process.communicate(timeout=60)
        require_nothing_open(server)
    assert process.returncode == 128 + number
    assert b"Traceback" not in out + err


def test_a_hanging_check_is_interrupted() -> None:
    conforming = Conforming()
    hung = []

    def handle(request: FakeRequest) -> FakeAnswer:
        if request.headers["x-request-id"].startswith("contract-core.chat"):
            hung.append(request)
            return hang()
        return conforming(request)

    with FakeServer(handle=handle) as server:
        command = [*COMMAND, "contract", server.url, "--only", "core"]
        with subprocess.Popen(  # noqa: S603 -- our own command
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=build_environment()
        ) as process:
            while not hung:
                server.wait(0.01)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_reader_who_has_gone_is_no_wrong_argument() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(  # noqa: S603 -- our own command
            [*COMMAND, "contract", "--list"],
            stdout=writer,
            stderr=subprocess.PIPE,
            env=build_environment(),
            timeout=60,
            check=False,
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("place", ["none/report.html", "."])
def test_a_report_that_cannot_be_written_is_known_before(
    place: str, tmp_path: os.PathLike[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with FakeServer(handle=Conforming()) as server:
        path = os.path.join(tmp_path, place)  # noqa: PTH118
        assert main([server.url, "--output", path]) == 2
        assert server.requests == []
    assert path.rstrip(".").rstrip("/") in capsys.readouterr().err


@pytest.mark.parametrize("status", [429, 503])
def test_requests_that_are_refused_for_now_are_repeated(
    status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vllm_sdk.contract.probe.PAUSES", (0.001,) * 3)
    conforming, seen = Conforming(), set[str]()

    def busy(request: FakeRequest) -> FakeAnswer:
        """Refuse each body at first, and streams in their first event, as vLLM does."""
        body = request.body.decode()
        if request.path != CHAT or body in seen:
            return conforming(request)
        seen.add(body)
        if '"stream": true' in body:
            return answer_events({"error": {"message": "busy", "code": status}})
        return answer_error(status, "busy")

    with FakeServer(handle=busy) as server:
        report = run_contract(server.url, only=["core.chat", "stream.type", "tools.descriptive"])
    assert [outcome.verdict for outcome in report.outcomes] == ["pass"] * 3


def test_a_server_that_is_always_overloaded_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vllm_sdk.contract.probe.PAUSES", (0.001,) * 3)

    def busy(request: FakeRequest) -> FakeAnswer:
        return answer_error(503, "busy") if request.path == CHAT else Conforming()(request)

    with FakeServer(handle=busy) as server:
        report = run_contract(server.url, only=["core.chat"])
    assert report.list_failures()[0].got.startswith("HTTP 503")
