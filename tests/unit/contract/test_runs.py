"""A run ends within its limits with a verdict, whatever the server does."""

from __future__ import annotations

import asyncio

import pytest

from broken_servers import Broken, put
from conforming_server import CHAT, KEY, MODEL, Conforming
from raw_server import RawServer, raw, reset, sends, until_gone
from vllm_sdk.contract import Limits, UnknownCheck, choose, run_contract
from vllm_sdk.contract.__main__ import main
from vllm_sdk.contract.exchanges import Answer, format_curl
from vllm_sdk.contract.limits import Budget, LimitReached
from vllm_sdk.contract.outcomes import Failed
from vllm_sdk.errors import ConfigurationError
from vllm_sdk.testing import FakeAnswer, FakeRequest, FakeServer, answer_json, hang

SHORT = Limits(request_seconds=0.2)


def test_nobody_listens() -> None:
    report = run_contract("http://127.0.0.1:1")
    assert "gives no answer to GET /v1/models" in report.problem
    assert "that the server runs" in report.problem
    assert report.outcomes == ()


def test_a_page_is_not_a_model_server() -> None:
    page = FakeAnswer(200, b"<!DOCTYPE html><title>Welcome</title>", "text/html")
    with FakeServer(handle=lambda _: page) as server:
        report = run_contract(server.url)
    assert "does not answer like a model server" in report.problem
    assert "<title>Welcome</title>" in report.problem


@pytest.mark.parametrize(
    ("key", "said"), [(None, "Set VLLM_API_KEY"), ("wrong", "Correct VLLM_API_KEY")]
)
def test_a_refused_key_is_said_once(key: str | None, said: str) -> None:
    with FakeServer(handle=Conforming(key=KEY)) as server:
        report = run_contract(server.url, api_key=key)
    assert said in report.problem
    assert "wrong" not in report.problem


def test_the_key_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLLM_API_KEY", KEY)
    with FakeServer(handle=Conforming(key=KEY)) as server:
        report = run_contract(server.url, only=["errors.key"])
    assert report.count("pass") == 1


def test_a_server_that_hangs_until_the_time_of_the_run_is_over() -> None:
    with FakeServer(handle=lambda _: hang()) as server:
        report = run_contract(server.url, limits=Limits(seconds=0.2))
    assert "No verdict: the time of the run ended" in report.problem


def test_a_server_that_hangs_at_one_route() -> None:
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        name = request.headers.get("x-request-id", "")
        return hang() if name.startswith("contract-core.chat-") else conforming(request)

    limits = Limits(request_seconds=1)
    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=["core.chat", "core.version"], limits=limits)
    assert [outcome.verdict for outcome in report.outcomes] == ["pass", "fail"]
    assert "within 1 s" in report.outcomes[1].expected


def test_a_run_without_time_is_unfinished() -> None:
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        name = request.headers.get("x-request-id", "")
        return hang() if name.startswith("contract-core.health") else conforming(request)

    limits = Limits(seconds=2, request_seconds=30, at_once=1)
    with FakeServer(handle=handle) as server:
        only = ["core.health", "core.version"]
        report = run_contract(server.url, only=only, limits=limits)
    assert report.unfinished == 2
    assert {outcome.flag for outcome in report.outcomes} == {"--seconds"}
    assert "the 2 seconds of the run are over" in report.outcomes[1].reason


def test_a_run_without_tokens_is_unfinished() -> None:
    with FakeServer(handle=Conforming()) as server:
        report = run_contract(server.url, only=["core.chat"], limits=Limits(tokens=20))
    assert report.unfinished == 1
    (outcome,) = report.outcomes
    assert "4 of the run's 20 tokens are left, and the check needs 8" in outcome.reason
    assert outcome.flag == "--tokens"


def test_the_first_requests_have_tokens_too() -> None:
    with FakeServer(handle=Conforming()) as server:
        report = run_contract(server.url, limits=Limits(tokens=4))
    assert "No verdict: 4 of the run's 4 tokens are left" in report.problem


def test_a_server_that_dies_in_the_middle() -> None:
    conforming = Conforming()
    with FakeServer(handle=conforming) as server:
        url = server.url

        def leave(_outcome: object) -> None:
            server._listener.shutdown()
            server._listener.server_close()

        report = run_contract(url, only=["core"], limits=Limits(at_once=1), on_outcome=leave)
    assert report.problem == ""
    assert report.outcomes
    assert all(outcome.verdict in {"pass", "fail"} for outcome in report.outcomes)


def dies(server: RawServer, peer: object) -> None:
    server.read(peer)  # type: ignore[arg-type]
    reset(peer)  # type: ignore[arg-type]


def test_a_server_that_breaks_every_connection() -> None:
    with raw(dies) as server:
        assert "gives no answer" in run_contract(server.url).problem


def test_a_server_that_is_not_http() -> None:
    with raw(sends(b"\x00\x01\x02 hello\r\n\r\n")) as server:
        assert "gives no answer" in run_contract(server.url).problem


def trickles(server: RawServer, peer: object) -> None:
    server.read(peer)  # type: ignore[arg-type]
    peer.sendall(b"HTTP/1.1 200 OK\r\nX-Slow: ")  # type: ignore[attr-defined]
    until_gone(peer)  # type: ignore[arg-type]


def test_a_head_that_never_ends() -> None:
    with raw(trickles) as server:
        assert "within 0.2 s" in run_contract(server.url, limits=SHORT).problem


def test_an_endless_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vllm_sdk.contract.probe.LARGEST_ANSWER", 1000)
    with FakeServer(handle=lambda _: FakeAnswer(body=b"x" * 2000)) as server:
        assert "an answer below 1000 bytes" in run_contract(server.url).problem


def test_garbage_of_any_form_fails_and_does_not_raise() -> None:
    conforming = Conforming()
    garbage = iter([None, [], {}, {"choices": None}, {"choices": [[]]}, "x", 5] * 200)

    def handle(request: FakeRequest) -> FakeAnswer:
        return answer_json(next(garbage)) if request.path == CHAT else conforming(request)

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=["core", "stream", "schema", "tools"])
    assert report.count("fail") > 20
    assert not report.problem


def test_a_reply_that_cannot_be_read_fails_in_words() -> None:
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        name = request.headers.get("x-request-id", "")
        if name.startswith("contract-tokens.text"):
            return answer_json({"tokens": [1], "prompt": None, "count": 1})
        if name.startswith("contract-router"):
            return answer_json({"workers": ["a"]})
        return conforming(request)

    with FakeServer(handle=handle) as server:
        text, workers = run_contract(server.url, only=["tokens.text", "router.workers"]).outcomes
    assert (text.expected, text.got) == ("str at $.prompt", "None")
    assert workers.got.startswith("one that cannot be read: AttributeError")


def test_a_server_without_models() -> None:
    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path == "/v1/models":
            return answer_json({"data": []})
        return Conforming()(request)

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=["core.models", "core.chat"])
    assert [outcome.verdict for outcome in report.outcomes] == ["fail", "not applicable"]
    assert report.outcomes[1].flag == "--model"


def test_generation_that_hangs_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VLLM_MODEL", raising=False)
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        return hang() if request.method == "POST" else conforming(request)

    with FakeServer(handle=handle) as server:
        report = run_contract(server.url, only=["core.chat"], limits=Limits(request_seconds=0.5))
    assert report.outcomes[0].verdict == "fail"
    assert report.server.model == MODEL


@pytest.mark.parametrize(
    ("status", "message", "reason"),
    [
        (400, "The model does not support Completions API", "does not support"),
        (501, "not implemented", "has no /v1/completions"),
    ],
)
def test_routes_that_do_not_apply(status: int, message: str, reason: str) -> None:
    conforming = Conforming()
    del conforming.spec["paths"]["/v1/completions"]

    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path == "/v1/completions":
            return answer_json({"error": {"message": message}}, status)
        return conforming(request)

    with FakeServer(handle=handle) as server:
        (outcome,) = run_contract(server.url, only=["core.completions"]).outcomes
    assert outcome.verdict == "not applicable"
    assert reason in outcome.reason


def test_a_context_that_is_too_large_for_a_prompt() -> None:
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path == "/v1/models":
            card = {"id": MODEL, "owned_by": "vllm", "max_model_len": 10**6}
            return answer_json({"data": [card]})
        return conforming(request)

    with FakeServer(handle=handle) as server:
        (outcome,) = run_contract(server.url, only=["core.too_long"]).outcomes
    assert "too large to send" in outcome.reason


def test_a_context_that_is_too_short_for_a_long_stream() -> None:
    conforming = Conforming()

    def handle(request: FakeRequest) -> FakeAnswer:
        if request.path == "/v1/models":
            card = {"id": MODEL, "owned_by": "vllm", "max_model_len": 150}
            return answer_json({"data": [card]})
        return conforming(request)

    with FakeServer(handle=handle) as server:
        (outcome,) = run_contract(server.url, only=["stream.abort"]).outcomes
    assert "too short" in outcome.reason


def test_what_cannot_be_asked_for() -> None:
    with pytest.raises(
        UnknownCheck, match=r"No check matches 'corr'\. The groups are core, stream"
    ):
        run_contract("http://127.0.0.1:1", only=["corr"])
    with pytest.raises(ConfigurationError):
        run_contract("http://exa mple")
    with pytest.raises(ValueError, match="seconds"):
        Limits(seconds=0)


def test_checks_are_chosen_by_id_group_and_pattern() -> None:
    assert [each.id for each in choose(["core.health", "stream.u*"])] == [
        "core.health",
        "stream.usage",
    ]
    assert {each.group for each in choose(["schema"], ["schema.type.*"])} == {"schema"}
    everything = {each.group for each in choose()}
    assert "core" in everything
    assert not {"limits", "router"} & everything


def test_requests_name_their_check_and_hide_the_key() -> None:
    broken = Broken(Conforming(key=KEY), "core.models", put("data", 0, "id", value="other"))
    with FakeServer(handle=broken) as server:
        report = run_contract(server.url, api_key=KEY, only=["core.models"])
        names = {request.headers["x-request-id"].rpartition("-")[0] for request in server.requests}
    assert "contract-core.models" in names
    (outcome,) = report.outcomes
    assert outcome.curl.endswith('-H "Authorization: Bearer $VLLM_API_KEY"')
    assert KEY not in outcome.curl


def test_no_more_requests_are_under_way_than_the_limit() -> None:
    conforming = Conforming()
    under_way, most = [0], [0]

    def handle(request: FakeRequest) -> FakeAnswer:
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        try:
            return conforming(request)
        finally:
            under_way[0] -= 1

    with FakeServer(handle=handle) as server:
        run_contract(server.url, only=["options"], limits=Limits(at_once=1))
    assert most == [1]


def test_a_command_line_is_cut() -> None:
    line = format_curl("POST", "http://a/b", {"A": "b c"}, b"x" * 5000)
    assert "'A: b c'" in line
    assert line.endswith("… (5000 bytes)'")


def answer(body: bytes, kind: str = "application/json") -> Answer:
    return Answer(200, {"content-type": kind}, body)


@pytest.mark.parametrize(
    ("body", "kind", "got"),
    [
        (b"data: {}\n\n", "text/event-stream", "the last event is"),
        (b"", "text/event-stream", "the last event is []"),
        (b"data: x\n\ndata: [DONE]\n\n", "text/event-stream", "x"),
        (b'data: {"error": 1}\n\ndata: [DONE]\n\n', "text/event-stream", "error"),
        (b"{}", "application/json", "HTTP 200 application/json: {}"),
        (b"", "", "HTTP 200 without a type: (empty)"),
    ],
)
def test_streams_that_are_none(body: bytes, kind: str, got: str) -> None:
    with pytest.raises(Failed) as caught:
        answer(body, kind).read_chunks()
    assert got in caught.value.got


def test_comments_and_carriage_returns_of_streams_are_read() -> None:
    body = b': ping\r\n\r\ndata: {"a": 1}\r\n\r\ndata: [DONE]\r\n\r\n'
    assert answer(body, "text/event-stream").read_chunks() == [{"a": 1}]


def test_a_body_that_is_not_an_object() -> None:
    for body in (b"x", b"[]"):
        with pytest.raises(Failed):
            answer(body).read_object()


def test_the_budget_is_kept() -> None:
    async def use() -> None:
        budget = Budget(Limits(tokens=10))
        budget.reserve(8)
        with pytest.raises(LimitReached):
            budget.reserve(3)
        budget.settle(8, 1)
        budget.reserve(9)
        assert budget.tokens == 10

    asyncio.run(use())


def test_text_of_the_server_cannot_steer_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with FakeServer(handle=lambda _: FakeAnswer(500, b"\x1b[2J")) as server:
        assert main([server.url]) == 3
    captured = capsys.readouterr()
    assert "\N{REPLACEMENT CHARACTER}[2J" in captured.out
    assert "\x1b" not in captured.out + captured.err
