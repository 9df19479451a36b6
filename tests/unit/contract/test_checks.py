"""The checks are tested too: each finds its own fault, and none finds another's."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from broken_servers import (
    ASKED,
    FURTHER,
    GENERATING,
    OPTIONS_BROKEN,
    OTHERS,
    POOLING,
    POOLING_FURTHER,
    Break,
    Broken,
    Handle,
    by_the_sdk,
    drop,
    pad,
    put,
    say,
    serve_more_routes,
    serve_other_fields,
    with_status,
)
from conforming_server import AUDIO, CHAT, COMPLETIONS, KEY, MODEL, Conforming
from specs import FOLDER
from vllm_sdk.contract import CHECKS, Limits, Report, run_contract
from vllm_sdk.contract.checks.options import OPTIONS
from vllm_sdk.testing import FakeAnswer, FakeRequest, FakeServer, answer_error, answer_json

QUICK = ("stream.incremental",)
"""Takes the time of its stream, so that it runs in tests of its own."""

PATIENT = Limits(seconds=100, request_seconds=30)


def judge(handle: Handle, *only: str, skip: tuple[str, ...] = QUICK, **more: Any) -> Report:
    """Run checks against a server."""
    with FakeServer(handle=handle) as server:
        more = {"api_key": KEY, "model": MODEL, "limits": PATIENT} | more
        return run_contract(server.url, only=only, skip=skip, **more)


def failed(report: Report) -> list[str]:
    assert not report.problem
    assert not report.unfinished
    return [outcome.id for outcome in report.list_failures()]


@pytest.fixture
def conforming() -> Conforming:
    return Conforming(key=KEY)


def test_every_check_is_broken_by_some_server() -> None:
    assert {*GENERATING, *POOLING, *ASKED, *OTHERS, *OPTIONS_BROKEN} == set(CHECKS)


def test_a_conforming_server_passes_all_that_apply(conforming: Conforming) -> None:
    report = judge(conforming, skip=())
    assert not failed(report)
    applied = {each.group for each in CHECKS.values()} - {"pooling", "limits", "router"}
    passed = {outcome.id for outcome in report.outcomes if outcome.verdict == "pass"}
    assert passed == {id_ for id_, each in CHECKS.items() if each.group in applied}
    assert report.server.kind == "vLLM, a chat model"
    assert 0 < report.tokens <= 2000


def test_a_conforming_pooling_server_passes_all_that_apply() -> None:
    report = judge(Conforming(pooling=True, key=KEY))
    assert not failed(report)
    passed = {outcome.id for outcome in report.outcomes if outcome.verdict == "pass"}
    assert set(POOLING) <= passed
    assert report.server.kind == "vLLM, a pooling model"


def test_a_conforming_router_passes(conforming: Conforming) -> None:
    report = judge(conforming, "router", "limits.many")
    assert not failed(report)
    assert report.count("pass") == 4


@pytest.mark.parametrize("id_", [id_ for id_ in GENERATING if id_ not in QUICK])
def test_a_broken_server_fails_exactly_its_check(id_: str, conforming: Conforming) -> None:
    assert failed(judge(Broken(conforming, id_, GENERATING[id_]), CHECKS[id_].group)) == [id_]


@pytest.mark.parametrize("start", [0, 1])
def test_a_gateway_that_drops_fields_fails_exactly_their_options(
    start: int, conforming: Conforming
) -> None:
    dropped = frozenset(option.name for option in OPTIONS[start::2])
    change = drop(dropped)

    def gateway(request: FakeRequest) -> FakeAnswer:
        return change(request, conforming(request))

    assert set(failed(judge(gateway, "options"))) == {f"options.{name}" for name in dropped}


def test_a_buffered_stream_fails_exactly_its_check(conforming: Conforming) -> None:
    (id_,) = QUICK
    assert failed(judge(Broken(conforming, id_, GENERATING[id_]), "stream", skip=())) == [id_]


@pytest.mark.parametrize("id_", POOLING)
def test_a_broken_pooling_server_fails_exactly_its_check(id_: str) -> None:
    broken = Broken(Conforming(pooling=True, key=KEY), id_, POOLING[id_])
    assert failed(judge(broken, "pooling")) == [id_]


@pytest.mark.parametrize(("id_", "change", "verdict"), FURTHER)
def test_a_verdict_of_each_kind(
    id_: str, change: Break, verdict: str, conforming: Conforming
) -> None:
    (outcome,) = judge(Broken(conforming, id_, change), id_).outcomes
    assert outcome.verdict == verdict, outcome


@pytest.mark.parametrize(("id_", "change", "verdict"), POOLING_FURTHER)
def test_a_verdict_of_each_kind_on_vectors(id_: str, change: Break, verdict: str) -> None:
    broken = Broken(Conforming(pooling=True, key=KEY), id_, change)
    (outcome,) = judge(broken, id_).outcomes
    assert outcome.verdict == verdict, outcome


def test_padded_json_without_a_tokenizer_does_not_apply(conforming: Conforming) -> None:
    conforming.spec["paths"].pop("/tokenize")
    (outcome,) = judge(Broken(conforming, "schema.json", pad), "schema.json").outcomes
    assert "pads its JSON" in outcome.reason


@pytest.mark.parametrize("id_", ASKED)
def test_what_is_asked_for_alone_fails_alone(id_: str, conforming: Conforming) -> None:
    broken = Broken(conforming, id_, ASKED[id_])
    assert failed(judge(broken, "limits.many", "router")) == [id_]


def test_a_busy_slot_after_an_abort_is_found(
    conforming: Conforming, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vllm_sdk.contract.checks.stream.GLANCES", 2)
    conforming.busy = 1
    assert failed(judge(conforming, "stream", "core")) == ["stream.abort"]


def test_a_server_without_metrics_tells_nothing_of_aborts(conforming: Conforming) -> None:
    def without(request: FakeRequest) -> FakeAnswer:
        return FakeAnswer(404) if request.path == "/metrics" else conforming(request)

    assert "no /metrics" in judge(without, "stream.abort").outcomes[0].reason


@pytest.mark.parametrize("id_", OTHERS)
def test_a_server_that_is_broken_in_its_own_way_fails_exactly_its_check(id_: str) -> None:
    assert failed(judge(OTHERS[id_](), CHECKS[id_].group)) == [id_]


@pytest.mark.parametrize("id_", OPTIONS_BROKEN)
def test_a_gateway_that_drops_a_field_fails_exactly_its_option(
    id_: str, conforming: Conforming
) -> None:
    others = [name for name in OPTIONS_BROKEN if name != id_][:3]
    broken = Broken(conforming, id_, OPTIONS_BROKEN[id_])
    assert failed(judge(broken, id_, *others)) == [id_]


@pytest.mark.parametrize(
    ("serve", "found"),
    [
        (serve_more_routes, "added: /v1/new/{}"),
        (serve_other_fields, "removed top_k; CompletionRequest: added brand_new"),
    ],
)
def test_a_spec_beside_the_bindings(serve: Callable[[], Handle], found: str) -> None:
    (outcome,) = judge(serve(), "spec").list_failures()
    assert found in outcome.got


def test_a_spec_without_requests_is_compared_by_routes_alone(conforming: Conforming) -> None:
    del conforming.spec["components"]
    assert not failed(judge(conforming, "spec"))


def cut_off(request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
    """Cut off a call, unless white space is forbidden."""
    if b"logit_bias" in request.body:
        return answer
    return put("choices", 0, "finish_reason", value="length")(request, say("{ ")(request, answer))


def always_cut_off(request: FakeRequest, answer: FakeAnswer) -> FakeAnswer:
    return put("choices", 0, "finish_reason", value="length")(request, say("{ ")(request, answer))


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        (with_status(400), "fail"),
        (say("{}"), "fail"),
        (say('{"calls": [{"tool": "switch", "arguments": {"on": 5}}]}'), "fail"),
        (cut_off, "pass"),
        (always_cut_off, "not applicable"),
    ],
)
def test_descriptive_mode(change: Break, verdict: str) -> None:
    (outcome,) = judge(by_the_sdk(change), "tools.descriptive").outcomes
    assert outcome.verdict == verdict, outcome


def test_overload_is_refused_and_recovers(conforming: Conforming) -> None:
    count = iter(range(10**6))

    def busy(request: FakeRequest) -> FakeAnswer:
        name = request.headers.get("x-request-id", "")
        if name.startswith("contract-limits.overload") and 3 < next(count) < 64:
            return answer_error(503, "busy")
        return conforming(request)

    (outcome,) = judge(busy, "limits.overload").outcomes
    assert (outcome.verdict, outcome.note) == ("pass", "60 of 64 refused")


def test_no_overload_does_not_apply(conforming: Conforming) -> None:
    (outcome,) = judge(conforming, "limits.overload").outcomes
    assert (outcome.verdict, outcome.flag) == ("not applicable", "--max-num-queued-reqs")


def test_a_base_model_is_asked_for_completions(conforming: Conforming) -> None:
    def base(request: FakeRequest) -> FakeAnswer:
        if request.path == CHAT:
            return answer_error(400, "default chat template is no longer allowed")
        return conforming(request)

    report = judge(base)
    assert not failed(report)
    assert report.server.kind == "vLLM, a base model"
    by_id = {outcome.id: outcome for outcome in report.outcomes}
    assert by_id["core.chat"].reason == "the model has no chat template"
    assert by_id["core.chat"].flag == "--chat-template"
    assert by_id["stream.text"].verdict == "pass"


def test_a_reasoning_model_that_cannot_stop_does_not_fail(conforming: Conforming) -> None:
    def thinking(request: FakeRequest) -> FakeAnswer:
        answer = conforming(request)
        if request.path != CHAT or answer.status != 200:
            return answer
        return replace(
            answer, body=answer.body.replace(b'"content": "', b'"content": null, "reasoning": "')
        )

    report = judge(thinking, "core", "schema", "stream.text")
    assert not failed(report)
    assert report.server.kind == "vLLM, a reasoning model"
    by_id = {outcome.id: outcome for outcome in report.outcomes}
    assert "thinks for longer" in by_id["schema.choice"].reason
    assert by_id["stream.text"].verdict == "pass"


def test_a_model_of_one_token_does_not_fail(conforming: Conforming) -> None:
    conforming.longest = 1
    report = judge(conforming, "core", "stream", skip=())
    assert not failed(report)
    by_id = {outcome.id: outcome for outcome in report.outcomes}
    assert "too few" in by_id["core.stop"].reason
    assert "fewer than" in by_id["stream.incremental"].reason


def test_another_product_is_checked_as_far_as_it_applies(conforming: Conforming) -> None:
    def other(request: FakeRequest) -> FakeAnswer:
        if request.path == "/v1/models":
            return answer_json({"object": "list", "data": [{"id": MODEL, "owned_by": "acme"}]})
        if request.path in {CHAT, COMPLETIONS}:
            return conforming(request)
        return answer_json({"error": {"message": "no route"}}, 404)

    report = judge(other, skip=(*QUICK, "errors.key"))
    assert not failed(report)
    assert report.server.kind == "an OpenAI-compatible server that is not vLLM, a chat model"
    by_id = {outcome.id: outcome for outcome in report.outcomes}
    assert by_id["options.temperature"].verdict == "pass"
    assert "not vLLM" in by_id["options.top_k"].reason
    assert "length of the model's context" in by_id["core.too_long"].reason
    assert by_id["spec.routes"].verdict == "not applicable"


def test_vllm_without_its_spec(conforming: Conforming) -> None:
    def hidden(request: FakeRequest) -> FakeAnswer:
        return FakeAnswer(404) if request.path == "/openapi.json" else conforming(request)

    (outcome,) = judge(hidden, "spec.routes").outcomes
    assert outcome.reason == "the server does not serve /openapi.json"


def test_an_option_that_the_version_ignores_does_not_apply(conforming: Conforming) -> None:
    def old(request: FakeRequest) -> FakeAnswer:
        if request.path == "/version":
            return answer_json({"version": "0.28.0"})
        return conforming(request)

    report = judge(old, "options.watermarking")
    assert "vLLM 0.28.0 ignores watermarking" in report.outcomes[0].reason


def test_a_server_without_a_tool_parser(conforming: Conforming) -> None:
    def without(request: FakeRequest) -> FakeAnswer:
        if b'"tools": [' in request.body:
            return answer_error(400, "requires --enable-auto-tool-choice and --tool-call-parser")
        return conforming(request)

    report = judge(without, "tools.auto", "tools.required")
    assert {outcome.reason for outcome in report.outcomes} == {"no --tool-call-parser"}


def test_workers_that_cannot_be_asked_tell_nothing_of_affinity(conforming: Conforming) -> None:
    def apart(request: FakeRequest) -> FakeAnswer:
        if request.path == "/workers":
            urls = ["http://127.0.0.1:1", "grpc://b", f"http://{request.headers['host']}/none"]
            return answer_json({"workers": [{"url": url, "is_healthy": True} for url in urls]})
        return conforming(request)

    (outcome,) = judge(apart, "router.affinity").outcomes
    assert outcome.verdict == "not applicable"
    assert outcome.reason.startswith("0 of the 2 workers")


def test_the_key_is_not_sent_to_workers(conforming: Conforming) -> None:
    keys = []

    def watch(request: FakeRequest) -> FakeAnswer:
        if request.path.startswith("/worker/"):
            keys.append(request.headers.get("authorization"))
        return conforming(request)

    assert not failed(judge(watch, "router.affinity"))
    assert set(keys) == {None}


def test_requests_that_are_counted_late_are_waited_for(
    conforming: Conforming, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []

    def late(request: FakeRequest) -> FakeAnswer:
        answer = conforming(request)
        if request.path == "/worker/0/metrics":
            looks.append(answer)
            return looks[max(0, len(looks) - 3)]
        return answer

    monkeypatch.setattr("vllm_sdk.contract.checks.router.GLANCE", 0.001)
    assert not failed(judge(late, "router.affinity"))
    assert len(looks) == 4


def test_requests_that_are_never_counted_fail(
    conforming: Conforming, monkeypatch: pytest.MonkeyPatch
) -> None:
    def frozen(request: FakeRequest) -> FakeAnswer:
        conforming.served = [0, 0]
        return conforming(request)

    monkeypatch.setattr("vllm_sdk.contract.checks.router.GLANCE", 0.001)
    (outcome,) = judge(frozen, "router.affinity").list_failures()
    assert outcome.got == "0, 0 at each"


@pytest.mark.parametrize(
    ("said", "takes_negation", "name"),
    [
        ("Failed to transform regex into a grammar: Unclosed '['", True, "xgrammar"),
        ("Grammar error: at 1(8): invalid regex", False, "guidance"),
        (
            "Grammar error: at 1(8): invalid regex",
            True,
            "auto",
        ),
        ("Error parsing regex: unterminated character set", False, "outlines"),
        ("Failed to compile regex for lm-format-enforcer:", False, "lm-format-enforcer"),
    ],
)
def test_the_back_end_is_told_by_its_refusals(
    said: str, takes_negation: bool, name: str, conforming: Conforming
) -> None:
    def handle(request: FakeRequest) -> FakeAnswer:
        if b'"[a-"' in request.body:
            return answer_error(400, said)
        if b'"not"' in request.body and not takes_negation:
            return answer_error(400, "Grammar error: Unimplemented keys")
        return conforming(request)

    (outcome,) = judge(handle, "schema.backend").outcomes
    assert outcome.note.partition(":")[0] == name


def test_a_tokenizer_that_lacks_characters_does_not_fail(conforming: Conforming) -> None:
    def ascii_only(request: FakeRequest) -> FakeAnswer:
        if request.path == "/tokenize" and request.headers["x-request-id"].count("tokens.text"):
            kept = [*request.read_json()["prompt"].encode("ascii", "ignore")]
            return answer_json({"tokens": kept, "count": len(kept)})
        return conforming(request)

    (outcome,) = judge(ascii_only, "tokens.text").outcomes
    assert outcome.reason == "the tokenizer lacks characters of the text: it keeps 'Gre, ! 1 2 3'"


@pytest.mark.parametrize(
    ("paths", "kind"), [({AUDIO}, "vLLM, an audio model"), ({"/tokenize"}, "vLLM")]
)
def test_a_server_that_neither_generates_nor_pools(
    paths: set[str], kind: str, conforming: Conforming
) -> None:
    conforming.spec["paths"] = {path: {} for path in paths}
    report = judge(conforming, "audio", "core.version")
    assert not failed(report)
    assert report.server.kind == kind


@pytest.mark.parametrize("version", ["0.28.0", "0.29.0", "0.30.0", "0.31.0", "0.32.0", "0.33.0"])
def test_a_known_version_has_the_fields_that_it_is_known_for(
    version: str, conforming: Conforming
) -> None:
    exported = json.loads(gzip.decompress((FOLDER / f"history/{version}.json.gz").read_bytes()))
    conforming.spec["components"] = exported["exported"]["components"]

    def old(request: FakeRequest) -> FakeAnswer:
        if request.path == "/version":
            return answer_json({"version": version})
        return conforming(request)

    assert not failed(judge(old, "spec.fields"))


def test_a_version_without_a_number_has_no_known_gaps(conforming: Conforming) -> None:
    def unnumbered(request: FakeRequest) -> FakeAnswer:
        if request.path == "/version":
            return answer_json({"version": "dev"})
        return conforming(request)

    assert not failed(judge(unnumbered, "spec.fields", "options.watermarking"))
