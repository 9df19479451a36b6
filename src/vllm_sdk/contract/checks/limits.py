"""The group `limits`: many requests at once. It runs only if it is asked for."""

from __future__ import annotations

import asyncio

from vllm_sdk.contract.asking import build, choose_route
from vllm_sdk.contract.exchanges import BUSY, Answer
from vllm_sdk.contract.facts import OK, Facts
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check

MANY = 64
TOKENS = 4
QUEUE = "--max-num-queued-reqs"


async def crowd(probe: Probe, facts: Facts) -> list[Answer]:
    """Send many requests at once, regardless of the limit on the others."""
    route = choose_route(facts)
    connection = probe.connection
    gate, connection.gate = connection.gate, asyncio.Semaphore(MANY)
    try:
        answers = await asyncio.gather(
            *(
                probe.post(
                    route, build(facts, route, TOKENS, seed=each), tokens=TOKENS, patient=False
                )
                for each in range(MANY)
            ),
            return_exceptions=True,  # none is left under way
        )
    finally:
        connection.gate = gate
    return [_require_answer(each) for each in answers]


def _require_answer(answer: Answer | BaseException) -> Answer:
    if isinstance(answer, BaseException):
        raise answer
    return answer


@check(
    "limits.many", "Requests fail under load.", "model", "text", tokens=MANY * TOKENS, alone=True
)
async def many(probe: Probe, facts: Facts) -> str:
    """Check that 64 requests at once are answered, or refused as overload with 429 or 503."""
    answers = await crowd(probe, facts)
    for answer in answers:
        if answer.status not in {OK, *BUSY}:
            raise Failed("HTTP 200, 429 or 503", answer.describe())
    return f"{sum(answer.status == OK for answer in answers)} of {MANY} answered"


@check(
    "limits.overload",
    "A server that is full does not recover.",
    "model",
    "text",
    tokens=MANY * TOKENS,
    alone=True,
)
async def overload(probe: Probe, facts: Facts) -> str:
    """Check that a server that refuses requests as overload answers the next one."""
    answers = await crowd(probe, facts)
    refused = sum(answer.status in BUSY for answer in answers)
    if not refused:
        raise NotApplicable(f"{MANY} requests at once do not overload the server", QUEUE)
    route = choose_route(facts)
    after = await probe.post(route, build(facts, route, TOKENS), tokens=TOKENS, patient=False)
    after.require(OK)
    return f"{refused} of {MANY} refused"
