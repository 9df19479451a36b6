"""The group `router`: several servers behind one address. It runs only if it is asked for."""

from __future__ import annotations

from vllm_sdk.contract.asking import build, choose_route, get
from vllm_sdk.contract.facts import OK, Facts
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check

REQUESTS = 8
TOKENS = 1


async def list_workers(probe: Probe) -> list[dict[str, object]]:
    """Return the workers that a router lists (`GET /workers`).

    Raises:
        NotApplicable: It is not such a router.
    """
    answer = await probe.get("/workers")
    if answer.status != OK:
        raise NotApplicable("the address is not that of a vllm-router: it has no GET /workers")
    return list(get(answer.read_object(), "workers", kind=list))


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
    route = choose_route(facts)
    for _ in range(REQUESTS):
        body = build(facts, route, TOKENS)
        (await probe.post(route, body, tokens=TOKENS)).require(OK)
