"""How a real server fails, and what becomes of it: a key, a full queue, no tool parser.

And what `vllm-sdk doctor` finds there, on a healthy server, and where nobody listens.
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from clients import Connect
from command import run_apart, write_file
from local_server import serving
from strict_server import KEY, LIMITED_QUEUE
from vllm_sdk import AsyncVLLM, RetryPolicy, errors, user
from vllm_sdk.testing import Server

pytestmark = pytest.mark.contract

ENDLESS = {"ignore_eos": True, "max_tokens": 300}
ONCE = RetryPolicy(attempts=1)


limits_its_queue = pytest.mark.since(LIMITED_QUEUE, "a limit on the queue")


def test_a_missing_key_and_a_wrong_one(connect: Connect, strict_server: Server) -> None:
    with pytest.raises(errors.AuthenticationFailed, match="wants an API key"):
        connect(strict_server.url).list_models()
    with pytest.raises(errors.AuthenticationFailed, match="does not accept this") as caught:
        connect(strict_server.url, api_key="wrong-key").generate("Hi")
    assert "wrong-key" not in str(caught.value)
    assert connect(strict_server.url, api_key=KEY).list_models()


def test_tools_without_a_parser(connect: Connect, strict_server: Server) -> None:
    tool = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}
    with pytest.raises(errors.ToolParserDisabled, match="descriptive"):
        connect(strict_server.url, api_key=KEY).chat([user("Hi")], tools=[tool])


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
def test_a_full_queue_is_overload(strict_server: Server, stream: bool) -> None:
    async def run() -> list[Any]:
        async with AsyncVLLM(strict_server.url, api_key=KEY, retry=ONCE) as client:
            return await crowd(client, stream=stream)

    outcomes = asyncio.run(run())
    refused = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert refused
    assert {type(error) for error in refused} == {errors.Overloaded}
    assert len(refused) < len(outcomes)


@limits_its_queue
@pytest.mark.parametrize("stream", [False, True])
def test_patience_gets_every_request_through_a_full_queue(
    strict_server: Server, stream: bool
) -> None:
    patient = RetryPolicy(attempts=100, deadline=120, wait_initial=0.2, wait_max=1)

    async def run() -> list[Any]:
        async with AsyncVLLM(strict_server.url, api_key=KEY, retry=patient) as client:
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


def test_doctor_finds_a_wrong_key(strict_server: Server) -> None:
    code, found = examine(strict_server.url)
    assert (code, list_findings(found)) == (3, {"models": "problem"})


def test_doctor_finds_a_missing_tool_parser(strict_server: Server, tmp_path: Path) -> None:
    code, found = examine(strict_server.url, "--api-key-file", write_file(tmp_path, "key", KEY))
    assert code == 1
    assert list_findings(found)["tools"] == "warning"
    assert found["key"] == found["streaming"] == found["structured output"] == "ok"


def test_doctor_finds_nobody_and_what_is_not_vllm() -> None:
    assert examine("http://127.0.0.1:1") == (3, {"reachable": "problem"})
    page: Any = b"<html><title>Welcome!</title></html>"
    with serving(body=page, content_type="text/html") as other:
        code, found = examine(other.url)
    assert (code, list_findings(found)) == (3, {"version": "problem"})
