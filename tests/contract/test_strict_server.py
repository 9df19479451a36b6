"""A server that wants a key, has little room, parses no tool calls, and offers every route.

How it fails, and what becomes of it; what `vllm-sdk doctor` finds there, on a healthy server, and
where nobody listens; the bindings of its routes, and an adapter.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
import pytest

from clients import Connect
from command import run_apart, write_file
from local_server import serving
from served_specs import assert_same_bindings
from server_versions import ServerVersion
from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy, errors, user
from vllm_sdk.testing import Server, model

pytestmark = pytest.mark.contract

KEY = "sekret"

LIMITED_QUEUE = "0.29.0"
"""The version in which the flag --max-num-queued-reqs came."""

EVERY_ROUTE = {
    "VLLM_SERVER_DEV_MODE": "1",
    "VLLM_ALLOW_RUNTIME_LORA_UPDATING": "1",
    "VLLM_ENABLE_COHERE_API": "1",
}
FLAGS = (
    *("--api-key", KEY, "--max-num-seqs", "1"),
    *("--enable-lora", "--max-lora-rank", "8"),
    *("--enable-tokenizer-info-endpoint", "--enable-server-load-tracking"),
)
ENDLESS = {"ignore_eos": True, "max_tokens": 300}
ONCE = RetryPolicy(attempts=1)


limits_its_queue = pytest.mark.since(LIMITED_QUEUE, "a limit on the queue")


@pytest.fixture(scope="module")
def strict(
    serve_model: Callable[..., AbstractContextManager[Server]], launched_version: ServerVersion
) -> Iterator[Server]:
    has_limit = not launched_version.is_before(LIMITED_QUEUE)
    queue = ["--max-num-queued-reqs", "1"] if has_limit else []
    with serve_model("random", flags=[*FLAGS, *queue], env=EVERY_ROUTE) as server:
        yield server


def test_a_missing_key_and_a_wrong_one(connect: Connect, strict: Server) -> None:
    with pytest.raises(errors.AuthenticationFailed, match="wants an API key"):
        connect(strict.url).list_models()
    with pytest.raises(errors.AuthenticationFailed, match="does not accept this") as caught:
        connect(strict.url, api_key="wrong-key").generate("Hi")
    assert "wrong-key" not in str(caught.value)
    assert connect(strict.url, api_key=KEY).list_models()


def test_tools_without_a_parser(connect: Connect, strict: Server) -> None:
    tool = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}
    with pytest.raises(errors.ToolParserDisabled, match="descriptive"):
        connect(strict.url, api_key=KEY).chat([user("Hi")], tools=[tool])


async def crowd(client: AsyncVLLM, *, stream: bool, **options: Any) -> list[Any]:
    options = ENDLESS | options

    async def ask(number: int) -> str:
        if not stream:
            return (await client.generate(f"Story {number}", **options)).text
        async with client.stream(f"Story {number}", **options) as chunks:
            return (await chunks.read()).text

    return await asyncio.gather(*(ask(number) for number in range(6)), return_exceptions=True)


@limits_its_queue
@pytest.mark.parametrize("stream", [False, True])
def test_a_full_queue_is_overload(strict: Server, stream: bool) -> None:
    async def run() -> list[Any]:
        async with AsyncVLLM(strict.url, api_key=KEY, retry=ONCE) as client:
            return await crowd(client, stream=stream)

    outcomes = asyncio.run(run())
    refused = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert refused
    assert {type(error) for error in refused} == {errors.Overloaded}
    assert len(refused) < len(outcomes)


@limits_its_queue
@pytest.mark.parametrize("stream", [False, True])
def test_patience_gets_every_request_through_a_full_queue(strict: Server, stream: bool) -> None:
    patient = RetryPolicy(attempts=100, deadline=120, wait_initial=0.2, wait_max=1)

    async def run() -> list[Any]:
        async with AsyncVLLM(strict.url, api_key=KEY, retry=patient) as client:
            return await crowd(client, stream=stream, max_tokens=80)

    failed = [outcome for outcome in asyncio.run(run()) if not isinstance(outcome, str)]
    assert not failed, f"{len(failed)} of 6 did not get through, the first with {failed[0]!r}"


def examine(url: str, *words: object) -> tuple[int, dict[str, str]]:
    """Return the exit code of doctor, and the level of each finding."""
    result = run_apart("doctor", "--json", "--base-url", url, *words)
    return result.code, {each["check"]: each["level"] for each in json.loads(result.out)}


def list_findings(found: dict[str, str]) -> dict[str, str]:
    return {name: level for name, level in found.items() if level in ("warning", "problem")}


def test_doctor_finds_nothing_on_a_healthy_server(scripted: Server) -> None:
    code, found = examine(scripted.url)
    # the queue, the cache and preemptions are those of the moment
    lasting = {"queue", "cache", "preemptions", "token"}
    assert {*list_findings(found)} <= lasting
    assert code == (1 if list_findings(found) else 0)


def test_doctor_finds_a_wrong_model(server: Server) -> None:
    code, found = examine(server.url, "--model", "not-served")
    assert (code, list_findings(found)) == (3, {"model": "problem"})


def test_doctor_finds_a_wrong_key(strict: Server) -> None:
    code, found = examine(strict.url)
    assert (code, list_findings(found)) == (3, {"models": "problem"})


def test_doctor_finds_a_missing_tool_parser(strict: Server, tmp_path: Path) -> None:
    code, found = examine(strict.url, "--api-key-file", write_file(tmp_path, "key", KEY))
    assert code == 1
    assert list_findings(found)["tools"] == "warning"
    assert found["key"] == found["streaming"] == found["structured output"] == "ok"


def test_doctor_finds_nobody_and_what_is_not_vllm() -> None:
    assert examine("http://127.0.0.1:1") == (3, {"reachable": "problem"})
    page: Any = b"<html><title>Welcome!</title></html>"
    with serving(body=page, content_type="text/html") as other:
        code, found = examine(other.url)
    assert (code, list_findings(found)) == (3, {"version": "problem"})


def test_a_server_with_every_flag_gives_them_too(
    strict: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VLLM_API_KEY", KEY)
    routes = assert_same_bindings(strict.url, at_least=45)
    assert {"POST /cohere/v2/chat", "POST /collective_rpc", "GET /tokenizer_info"} <= routes


def test_an_adapter_is_loaded_into_a_running_server(strict: Server) -> None:
    adapter = {"lora_name": "adapter", "lora_path": str(model("lora"))}
    loaded = httpx.post(
        f"{strict.url}/v1/load_lora_adapter",
        json=adapter,
        headers={"Authorization": f"Bearer {KEY}"},
        timeout=60,
    )
    assert loaded.status_code == 200, loaded.text
    with VLLM(strict.url, api_key=KEY) as client:
        plain, adapted = (
            client.generate("Hello!", model=name, max_tokens=20, temperature=0.0).text
            for name in (strict.model, "adapter")
        )
    assert plain != adapted
