"""Runs the checks against a server, within the limits, and never raises for what a server does."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Iterable, Sequence

import httpx
import msgspec

import vllm_sdk.contract.checks  # noqa: F401  # pyright: ignore[reportUnusedImport] -- fills the list
from vllm_sdk import VLLM
from vllm_sdk.contract.facts import Facts, NoServer, discover, require
from vllm_sdk.contract.hiding import clean_texts
from vllm_sdk.contract.limits import Budget, LimitReached, Limits
from vllm_sdk.contract.outcomes import Failed, NotApplicable, Outcome, Report, ServerSummary
from vllm_sdk.contract.probe import Connection, Probe
from vllm_sdk.contract.registry import Check, choose

KEPT = 2.0
"""Seconds that an idle connection is kept; vLLM closes it after 5."""

OnOutcome = Callable[[Outcome], None]


def run_contract(
    url: str | None = None,
    *,
    api_key: str | None = None,
    model: str | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    limits: Limits | None = None,
    on_outcome: OnOutcome | None = None,
) -> Report:
    """Check a server, and return what was found.

    The checks are read-only: nothing is loaded, paused or changed on the server. Inside a running
    event loop, call it in a thread (`asyncio.to_thread`).

    Args:
        url: The address. Default: `VLLM_BASE_URL`, then `http://localhost:8000`.
        api_key: The key. Default: `VLLM_API_KEY`, then none.
        model: The model to ask. Default: `VLLM_MODEL`, then the first one that the server lists.
        only: Ids, groups or patterns of the checks to run. Default: all except the groups `limits`
            and `router`.
        skip: Ids, groups or patterns of the checks to leave out.
        limits: The limits. Default: 60 seconds, 2,000 generated tokens, 4 requests at once.
        on_outcome: Called with each outcome when it is known.

    Returns:
        The report. If no verdict is possible, its `problem` says why.

    Raises:
        ConfigurationError: The address or the key is unusable.
        UnknownCheck: A pattern of `only` or `skip` matches no check.
    """
    chosen = choose(only, skip)
    with VLLM(url, model=model, api_key=api_key) as client:  # reads and checks the settings
        address, named = client.base_url, client.model
    key = _find_key(api_key)
    budget = Budget(limits or Limits())
    return asyncio.run(
        _run(address, key, named, chosen=chosen, budget=budget, on_outcome=on_outcome)
    )


def _find_key(api_key: str | None) -> str | None:
    return api_key if api_key is not None else os.environ.get("VLLM_API_KEY") or None


async def _run(
    url: str,
    api_key: str | None,
    model: str | None,
    *,
    chosen: Sequence[Check],
    budget: Budget,
    on_outcome: OnOutcome | None,
) -> Report:
    start = time.monotonic()
    verify = url.startswith("https:")  # else no certificates need to be read
    kept = httpx.Limits(keepalive_expiry=KEPT)
    async with httpx.AsyncClient(timeout=None, verify=verify, limits=kept) as http:  # noqa: S113 -- the probe has the limit
        connection = Connection(url, http, budget, api_key)
        try:
            facts = await discover(Probe(connection), model=model)
        except (NoServer, LimitReached) as error:
            problem = str(error) if isinstance(error, NoServer) else f"No verdict: {error.reason}."
            report = Report(ServerSummary(url), problem=problem, seconds=_since(start))
            return clean_texts(report, api_key)
        run = _Run(connection, facts, on_outcome or (lambda _: None))
        await run.run_together([each for each in chosen if not each.alone])
        for each in chosen:
            if each.alone:
                await run.run(each)
    outcomes = tuple(run.outcomes[each.id] for each in chosen)
    return Report(
        clean_texts(facts.summarize(), api_key),
        outcomes,
        unfinished=run.unfinished,
        seconds=_since(start),
        tokens=budget.tokens,
    )


def _since(start: float) -> float:
    return round(time.monotonic() - start, 3)


class _Run:
    """The outcomes of a run so far."""

    def __init__(self, connection: Connection, facts: Facts, on_outcome: OnOutcome) -> None:
        self.outcomes: dict[str, Outcome] = {}
        self.unfinished = 0
        self._connection = connection
        self._facts = facts
        self._on_outcome = on_outcome

    async def run_together(self, checks: Iterable[Check]) -> None:
        """Run checks, as many at once as requests are allowed."""
        waiting = iter(checks)

        async def work() -> None:
            for each in waiting:
                await self.run(each)

        count = self._connection.budget.limits.at_once
        await asyncio.gather(*(work() for _ in range(count)))

    async def run(self, check: Check) -> None:
        """Run one check, and keep its outcome."""
        probe = Probe(self._connection, check.id)
        start = time.monotonic()
        outcome = await self._judge(check, probe)
        known = msgspec.structs.replace(
            outcome, about=check.about, tokens=probe.tokens, seconds=_since(start)
        )
        self.outcomes[check.id] = known = clean_texts(known, self._connection.api_key)
        self._on_outcome(known)

    async def _judge(self, check: Check, probe: Probe) -> Outcome:
        try:
            for need in check.needs:
                require(need, self._facts)
            note = await check.run(probe, self._facts)
        except NotApplicable as error:
            self.unfinished += isinstance(error, LimitReached)
            return Outcome(check.id, "not applicable", reason=error.reason, flag=error.flag)
        except Failed as error:
            return Outcome(
                check.id,
                "fail",
                expected=error.expected,
                got=error.got,
                meaning=check.meaning,
                curl=probe.curl,
            )
        except Exception as error:  # noqa: BLE001 -- a body of any form gives a verdict
            return Outcome(
                check.id,
                "fail",
                expected="an answer of the documented form",
                got=f"one that cannot be read: {type(error).__name__}: {error}",
                meaning=check.meaning,
                curl=probe.curl,
            )
        return Outcome(check.id, "pass", note=note or "")
