"""The group `stream`: server-sent events."""

from __future__ import annotations

import asyncio
from typing import Any

from vllm_sdk.contract import asking
from vllm_sdk.contract.asking import Body, ask, build, choose_route, get
from vllm_sdk.contract.exchanges import DONE, EVENT_STREAM, Answer
from vllm_sdk.contract.facts import CHAT, OK, Facts
from vllm_sdk.contract.models import require_model
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check

USAGE = {"include_usage": True}
LONG = 48
"""Tokens of a stream that is measured."""

SPREAD = 0.2
"""Part of a stream's duration over which its events must at least be spread."""

FEW_EVENTS = 8
ABORTED = 1500
"""Tokens of a stream that is given up, if the context has room for them."""

ABORTED_COST = 64
"""Tokens that such a stream is counted as."""

GLANCES, GLANCE = 40, 0.1
"""Looks at the metrics after a stream was given up, and the seconds between them."""


def fold(chunks: list[Body]) -> asking.Text:
    """Return the text of a stream of one choice.

    Raises:
        Failed: A chunk has another form, or the stream ends without a finish reason.
    """
    content: list[str] = []
    reasoning: list[str] = []
    finish = ""
    for chunk in chunks:
        for choice in get(chunk, "choices", kind=list):
            delta = choice.get("delta", choice)
            content.append(delta.get("content") or delta.get("text") or "")
            reasoning.append(delta.get("reasoning") or delta.get("reasoning_content") or "")
            finish = choice.get("finish_reason") or finish
    if finish not in asking.FINISH_REASONS:
        raise Failed("a finish_reason in the last chunk of the choice", repr(finish))
    return asking.Text("".join(content), finish, "".join(reasoning))


async def ask_stream(probe: Probe, facts: Facts, tokens: int, **fields: Any) -> Answer:
    """Send a request for a stream, and check that it is answered with 200."""
    return await ask(probe, facts, tokens, stream=True, **fields)


@check("stream.type", "Streams are not recognised.", "model", "text", tokens=4)
async def type_(probe: Probe, facts: Facts) -> None:
    """Check that a stream has the type text/event-stream and ends with [DONE]."""
    answer = await ask_stream(probe, facts, 4)
    data = answer.read_data()
    if not data or data[-1] != DONE:
        raise Failed(f"a last event of {DONE} in a body of type {EVENT_STREAM}", f"{data[-1:]}")


@check("stream.chunks", "Chunks of streams cannot be decoded.", "model", "text", tokens=4)
async def chunks(probe: Probe, facts: Facts) -> None:
    """Check that each event of a stream is a chunk in the documented form."""
    found = (await ask_stream(probe, facts, 4)).read_chunks()
    name = "ChatCompletionStreamResponse" if choose_route(facts) == CHAT else None
    for chunk in found:
        require_model(name or "CompletionStreamResponse", chunk)


@check("stream.text", "Streams say something else than replies.", "model", "text", tokens=32)
async def text(probe: Probe, facts: Facts) -> None:
    """Check that the pieces of a stream make up the reply to the same request."""
    whole = asking.read_first(await ask(probe, facts, 16, seed=7))
    streamed = fold((await ask_stream(probe, facts, 16, seed=7)).read_chunks())
    if streamed != whole:
        raise Failed(repr(whole), repr(streamed))


@check("stream.usage", "Costs of streams are not counted.", "model", "text", tokens=4)
async def usage(probe: Probe, facts: Facts) -> None:
    """Check that with include_usage, a chunk without choices has the usage, which adds up."""
    answer = await ask_stream(probe, facts, 4, stream_options=USAGE)
    last = answer.read_chunks()[-1]
    if get(last, "choices", kind=list):
        raise Failed("a last chunk without choices, with the usage", "one with choices")
    asking.read_usage(last)


@check("stream.n", "Samples of streams are mixed up.", "model", "text", tokens=8)
async def n(probe: Probe, facts: Facts) -> None:
    """Check that a stream of two choices numbers them, and ends each."""
    answer = await ask_stream(probe, facts, 4, n=2, temperature=0.7)
    ended = [
        get(choice, "index", kind=int)
        for chunk in answer.read_chunks()
        for choice in get(chunk, "choices", kind=list)
        if choice.get("finish_reason")
    ]
    if sorted(ended) != [0, 1]:
        raise Failed("a finish_reason of each of the choices 0 and 1", f"{ended}")


@check("stream.error", "Errors of streams look like answers.", "model", "text")
async def error(probe: Probe, facts: Facts) -> None:
    """Check that a stream that cannot begin is refused with 400, or has an event with the error."""
    route = choose_route(facts)
    body = build(facts, route, 4, stream=True, temperature=-1)
    answer = await probe.post(route, body, tokens=4)
    if answer.status == OK:
        if not any('"error"' in each for each in answer.read_data()):
            raise Failed("HTTP 400, or an event with an error", answer.describe())
        return
    asking.require_refusal(answer, 400, 422)


@check("stream.cut", "The SDK cannot decode streams of this server.", "model", "text", tokens=8)
async def cut(probe: Probe, facts: Facts) -> None:
    """Check that the SDK reads the same from a stream that arrives in pieces of any size."""
    from vllm_sdk.contract.replaying import read_in_pieces

    answer = await ask_stream(probe, facts, 8, stream_options=USAGE)
    expected = fold(answer.read_chunks())
    for size in (1, 7, 64, len(answer.body)):
        read = await read_in_pieces(answer.body, size, chat=choose_route(facts) == CHAT)
        if read != expected.content:
            raise Failed(repr(expected.content), f"{read!r} in pieces of {size} bytes")


@check(
    "stream.incremental",
    "Users wait for the whole answer: something in front of the server buffers streams.",
    "model",
    "text",
    tokens=LONG,
    alone=True,
)
async def incremental(probe: Probe, facts: Facts) -> str:
    """Check that the events of a stream arrive one after the other, not all at its end."""
    answer = await ask_stream(probe, facts, LONG, ignore_eos=facts.is_vllm or None)
    if len(answer.read_data()) < FEW_EVENTS:
        raise NotApplicable(f"the stream has fewer than {FEW_EVENTS} events")
    first, last = answer.pieces[0][0], answer.pieces[-1][0]
    part = (last - first) / last
    if part < SPREAD:
        raise Failed(
            f"events over at least {SPREAD:.0%} of the stream's duration",
            f"all within {part:.0%} of it, at its end",
        )
    return f"first event after {first:.2f} s, last after {last:.2f} s"


@check(
    "stream.abort",
    "Users who leave keep the server busy.",
    "model",
    "text",
    "vllm",
    "context",
    tokens=ABORTED_COST,
    alone=True,
)
async def abort(probe: Probe, facts: Facts) -> None:
    """Check that a stream that the client closes is aborted on the server."""
    room = min(ABORTED, facts.context - 128)
    if room < ABORTED_COST:
        raise NotApplicable(f"a context of {facts.context} tokens is too short for a long stream")
    before = await _count_generated(probe)
    if before is None:
        raise NotApplicable("the server has no /metrics with vllm:generation_tokens_total")
    route = choose_route(facts)
    body = build(facts, route, room, stream=True, ignore_eos=True, min_tokens=room)
    answer = await probe.post(route, body, tokens=ABORTED_COST, until=2)
    answer.require(OK)
    busy = await _watch(probe)
    if busy:
        raise Failed("no request that runs after the stream was closed", f"{busy:g} running")
    generated = (await _count_generated(probe) or 0) - before
    if generated >= room:
        raise Failed(f"fewer than the {room} tokens of the whole stream", f"{generated:g} tokens")


async def _watch(probe: Probe) -> float:
    """Return the running requests when there are none, or after a while."""
    running = 0.0
    for _ in range(GLANCES):
        running = await asking.read_metric(probe, "vllm:num_requests_running") or 0
        if not running:
            break
        await asyncio.sleep(GLANCE)
    return running


async def _count_generated(probe: Probe) -> float | None:
    return await asking.read_metric(probe, "vllm:generation_tokens_total")
