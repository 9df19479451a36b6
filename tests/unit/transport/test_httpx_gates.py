"""The gates before the pools of httpx and httpx2."""

from __future__ import annotations

import asyncio
import importlib
import sys
from typing import Any

import pytest

from vllm_sdk import errors
from vllm_sdk._transport.arguments import MAX_CONNECTIONS
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.httpx_gate import (
    MAX_ENTERING,
    MAX_KEPT,
    AsyncGate,
    Gate,
    Limits,
    find_limits,
)
from vllm_sdk._transport.protocols import HTTPRequest

REQUEST = HTTPRequest(Endpoint("http://gpu-7", {}), "GET", "/health")
NARROW = Limits(requests=3, entering=1, kept=1)


@pytest.fixture(params=("httpx", "httpx2"))
def library(request: pytest.FixtureRequest) -> Any:
    return importlib.import_module(request.param)


@pytest.mark.parametrize(("given", "limit"), [(None, sys.maxsize), (1000, 1000), (7, 7), (0, 1)])
def test_the_limit_is_that_of_the_pool(library: Any, given: int | None, limit: int) -> None:
    limits = library.Limits(max_connections=given)
    for kind in (library.Client, library.AsyncClient):
        client = kind(limits=limits, verify=False)
        assert find_limits(client, "http://gpu-7") == Limits(limit, MAX_ENTERING, MAX_KEPT)


def test_the_limit_is_that_of_the_servers_transport(library: Any) -> None:
    few = library.HTTPTransport(limits=library.Limits(max_connections=2), verify=False)
    client = library.Client(mounts={"all://gpu-7": few}, verify=False)
    assert find_limits(client, "http://gpu-7:8000").requests == 2
    assert find_limits(client, "http://gpu-8:8000").requests == 100


def test_other_transports_have_no_pool(library: Any) -> None:
    scripted = library.MockTransport(lambda _: library.Response(200))
    limits = find_limits(library.Client(transport=scripted), "http://gpu-7")
    assert limits == Limits(MAX_CONNECTIONS, MAX_CONNECTIONS, MAX_CONNECTIONS)


def test_connections_of_http_2_carry_many_requests(library: Any) -> None:
    client = library.Client(verify=False)
    client._transport._pool._http2 = True
    limits = find_limits(client, "http://gpu-7")
    assert limits == Limits(MAX_CONNECTIONS, MAX_ENTERING, MAX_CONNECTIONS)


def test_few_threads_enter_at_once() -> None:
    gate = Gate(NARROW)
    first = gate.enter(REQUEST, 0)
    for _ in range(5):  # who gives up in the entrance leaves no place taken
        with pytest.raises(errors.RequestTimeout, match="came free in time"):
            gate.enter(REQUEST, 0)
    first.entered()
    second = gate.enter(REQUEST, None)
    second.entered()
    second.entered()
    third = gate.enter(REQUEST, None)
    with pytest.raises(errors.RequestTimeout, match="came free in time"):
        gate.enter(REQUEST, 0)
    assert [slot.is_surplus for slot in (first, second, third)] == [False, True, True]
    for slot in (first, second, third):
        slot.free()
        slot.free()
    assert not gate.enter(REQUEST, None).is_surplus


def test_few_tasks_enter_at_once() -> None:
    async def enter() -> None:
        gate = AsyncGate(NARROW)
        first = await gate.enter(REQUEST, None)
        for _ in range(5):
            with pytest.raises(errors.RequestTimeout, match="came free in time"):
                await gate.enter(REQUEST, 0.001)
        for _ in range(5):
            waiting = asyncio.create_task(gate.enter(REQUEST, None))
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
        next_one = asyncio.create_task(gate.enter(REQUEST, None))
        await asyncio.sleep(0)
        first.entered()
        second = await next_one
        second.entered()
        third = await gate.enter(REQUEST, None)
        assert [slot.is_surplus for slot in (first, second, third)] == [False, True, True]

    asyncio.run(enter())


def test_the_waits_at_the_gate_and_in_the_pool_share_one_limit() -> None:
    slot = Gate(NARROW).enter(REQUEST, 1000)
    assert slot.left is not None
    assert slot.left < 1000
    assert Gate(NARROW).enter(REQUEST, None).left is None
    assert Gate(NARROW).enter(REQUEST, 0).left == 0
