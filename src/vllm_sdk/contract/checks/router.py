"""The group `router`: several servers behind one address. It runs only if it is asked for."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from typing import Any

import attrs

from vllm_sdk.contract.asking import build, choose_route, get, read_metric
from vllm_sdk.contract.facts import OK, Facts
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe, Unreachable
from vllm_sdk.contract.registry import check

REQUESTS = 8
TOKENS = 1
_RANK = re.compile(r"@\d+$")
SERVED = "vllm:request_success_total"
GLANCES, GLANCE = 20, 0.1
"""Looks at the metrics of the workers after the requests, and the seconds between them."""


async def list_workers(probe: Probe) -> list[dict[str, Any]]:
    """Return the workers that a router lists (`GET /workers`).

    Raises:
        NotApplicable: It is not such a router.
    """
    answer = await probe.get("/workers")
    if answer.status != OK:
        raise NotApplicable("the address is not that of a vllm-router: it has no GET /workers")
    found: list[dict[str, Any]] = get(answer.read_object(), "workers", kind=list)
    return found


def list_urls(workers: Iterable[dict[str, Any]]) -> list[str]:
    """Return the addresses of workers, without the ranks that a router adds (`http://a:8000@1`)."""
    urls = (_RANK.sub("", str(each.get("url"))).rstrip("/") for each in workers)
    return [url for url in dict.fromkeys(urls) if url.startswith("http")]


async def count_served(probe: Probe, workers: list[str]) -> dict[str, float]:
    """Return the requests that each worker has answered, for those whose metrics can be read.

    The API key is not sent to them.
    """
    served: dict[str, float] = {}
    for url in workers:
        connection = attrs.evolve(probe.connection, url=url, api_key=None)
        try:
            count = await read_metric(Probe(connection, probe.name), SERVED)
        except Unreachable:
            count = None
        if count is not None:
            served[url] = count
    return served


@check("router.workers", "A part of the servers is out of service.")
async def workers(probe: Probe, _facts: Facts) -> str:
    """Check that each worker of the router is healthy."""
    found = await list_workers(probe)
    lost = [str(each.get("url")) for each in found if not each.get("is_healthy")]
    if lost:
        raise Failed("healthy workers only", f"not healthy: {', '.join(lost)}")
    return f"{len(found)} workers"


@check(
    "router.answers",
    "Requests fail although workers are left.",
    "model",
    "text",
    tokens=REQUESTS * TOKENS,
    alone=True,
)
async def answers(probe: Probe, facts: Facts) -> None:
    """Check that each of several requests in a row is answered, even if a worker is lost."""
    await list_workers(probe)
    await ask_repeatedly(probe, facts)


@check(
    "router.affinity",
    "The turns of a conversation do not find its prefix in the cache.",
    "model",
    "text",
    tokens=REQUESTS * TOKENS,
    alone=True,
)
async def affinity(probe: Probe, facts: Facts) -> str:
    """Check that all requests with the same X-Session-ID go to the same worker."""
    found = await list_workers(probe)
    urls = list_urls(each for each in found if each.get("is_healthy"))
    before = await count_served(probe, urls)
    if len(before) < 2:  # noqa: PLR2004 -- one worker gets all requests anyway
        raise NotApplicable(
            f"{len(before)} of the {len(urls)} workers can be asked for their metrics from here"
        )
    await ask_repeatedly(probe, facts, session="contract")
    counts: list[float] = []
    for _ in range(GLANCES):
        after = await count_served(probe, [*before])
        counts = [after.get(url, 0) - before[url] for url in before]
        if sum(counts) >= REQUESTS:
            break
        await asyncio.sleep(GLANCE)
    if max(counts) < REQUESTS:  # other clients can only add to it
        raise Failed(
            f"{REQUESTS} requests at one worker, as by the policy consistent_hash",
            f"{', '.join(f'{count:g}' for count in counts)} at each",
        )
    return f"all {REQUESTS} requests at one of {len(before)} workers"


async def ask_repeatedly(probe: Probe, facts: Facts, *, session: str = "") -> None:
    """Send different requests in a row, and check that each is answered with 200."""
    route = choose_route(facts)
    headers = {"X-Session-ID": session} if session else None
    for number in range(REQUESTS):
        body = build(facts, route, TOKENS, seed=number)
        answer = await probe.post(route, body, tokens=TOKENS, headers=headers)
        answer.require(OK)
