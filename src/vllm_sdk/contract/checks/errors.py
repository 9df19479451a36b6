"""The group `errors`: the form of refusals."""

from __future__ import annotations

from vllm_sdk.contract import asking
from vllm_sdk.contract.asking import choose_route
from vllm_sdk.contract.exchanges import JSON_TYPE, Answer
from vllm_sdk.contract.facts import FORBIDDEN, UNAUTHORIZED, Facts
from vllm_sdk.contract.outcomes import Failed
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check

MEANING = "Applications cannot tell one error from another."


def require_no_html(answer: Answer) -> None:
    """Check that an answer is not a page.

    Raises:
        Failed: It is.
    """
    begin = answer.body[:200].lstrip().lower()
    if "html" in answer.content_type or begin.startswith((b"<!doctype", b"<html")):
        raise Failed("an error in JSON", answer.describe())


@check("errors.json", MEANING, "model", "text")
async def json_(probe: Probe, facts: Facts) -> None:
    """Check that a body that is not JSON is refused with 400, and a message."""
    answer = await probe.send("POST", choose_route(facts), b'{"model": ')
    require_no_html(answer)
    asking.require_refusal(answer, 400, 422)


@check("errors.missing", MEANING, "model", "text")
async def missing(probe: Probe, facts: Facts) -> None:
    """Check that a request without a prompt is refused with 400, and a message."""
    answer = await probe.post(choose_route(facts), {"model": facts.model})
    require_no_html(answer)
    asking.require_refusal(answer, 400, 422)


@check("errors.code", MEANING, "model", "text", "vllm")
async def code(probe: Probe, facts: Facts) -> None:
    """Check that the code of an error is its HTTP status."""
    body: asking.Body = {"model": facts.model, "messages": [], "prompt": "a", "max_tokens": -1}
    answer = await probe.post(choose_route(facts), body)
    error = asking.require_refusal(answer, 400, 422)
    if error.get("code") != answer.status:
        raise Failed(f"the code {answer.status}", repr(error.get("code")))


@check("errors.route", "A wrong address looks like an answer.")
async def route(probe: Probe, _facts: Facts) -> None:
    """Check that a route that does not exist is refused with 404 in JSON."""
    answer = await probe.get("/v1/a-route-that-does-not-exist")
    require_no_html(answer)
    answer.require(404)
    if answer.content_type != JSON_TYPE:
        raise Failed(f"an error of type {JSON_TYPE}", answer.describe())


@check("errors.method", MEANING, "model", "text")
async def method(probe: Probe, facts: Facts) -> None:
    """Check that a GET request to a route for POST is refused with 405 or 404."""
    answer = await probe.get(choose_route(facts))
    require_no_html(answer)
    answer.require(405, 404)


@check("errors.key", "Anybody can use the server.", "model", "key")
async def key(probe: Probe, _facts: Facts) -> None:
    """Check that a wrong API key is refused with 401."""
    headers = {"Authorization": "Bearer a-wrong-key"}
    answer = await probe.send("GET", "/v1/models", headers=headers)
    require_no_html(answer)
    answer.require(UNAUTHORIZED, FORBIDDEN)
