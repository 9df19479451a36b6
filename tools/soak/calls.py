"""The parts of the soak that run through the proxy."""

from __future__ import annotations

import asyncio

from tools.soak import async_calls, sync_calls
from tools.soak.script import Questions
from tools.soak.settings import Effort
from tools.soak.tally import Census, Tally, Watchdog, find_leftovers


def run_sync(effort: Effort, url: str, watchdog: Watchdog) -> list[Tally]:
    """Run the calls and the cancellations of the synchronous client."""
    tallies = _follow(watchdog, "VLLM")
    calls, cancellations = tallies
    before = Census.take()
    with sync_calls.open_client(url) as client:
        questions = Questions(effort.seed, "sync")
        sync_calls.run_calls(calls, client, questions, effort.calls)
        _require_slots(calls, sync_calls.can_meet(client, questions))
        streamed = Questions(effort.seed, "syncleft")
        sync_calls.run_cancellations(cancellations, client, streamed, effort.cancellations // 2)
        _require_slots(cancellations, sync_calls.can_meet(client, streamed))
    _require_nothing(cancellations, before)
    return tallies


def run_async(effort: Effort, url: str, watchdog: Watchdog) -> list[Tally]:
    """Run the calls and the cancellations of the asynchronous client."""
    tallies = _follow(watchdog, "AsyncVLLM")
    before = Census.take()
    asyncio.run(_run_async(effort, url, *tallies))
    _require_nothing(tallies[-1], before)
    return tallies


async def _run_async(effort: Effort, url: str, calls: Tally, cancellations: Tally) -> None:
    async with async_calls.open_client(url) as client:
        questions = Questions(effort.seed, "async")
        await async_calls.run_calls(calls, client, questions, effort.calls)
        _require_slots(calls, await async_calls.can_meet(client, questions))
        await _require_no_tasks(calls)
        left = Questions(effort.seed, "asyncleft")
        await async_calls.run_cancellations(cancellations, client, left, effort.cancellations // 2)
        _require_slots(cancellations, await async_calls.can_meet(client, left))
        await _require_no_tasks(cancellations)


def _follow(watchdog: Watchdog, client: str) -> list[Tally]:
    names = (f"{client}, mixed calls", f"{client}, cancellations")
    return [watchdog.follow(Tally(name)) for name in names]


def _require_slots(tally: Tally, are_free: bool) -> None:
    if not are_free:
        tally.violate("a slot of the connection pool is lost")


def _require_nothing(tally: Tally, before: Census) -> None:
    for found in find_leftovers(before):
        tally.violate(found)


async def _require_no_tasks(tally: Tally) -> None:
    await asyncio.sleep(0.1)
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if others:
        tally.violate(f"{len(others)} tasks are left: {others}")
