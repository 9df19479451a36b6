"""The group `core`: what every application relies on."""

from __future__ import annotations

from vllm_sdk.contract import asking
from vllm_sdk.contract.asking import ask, build, choose_route, get, read_first
from vllm_sdk.contract.facts import CHAT, COMPLETIONS, OK, Facts
from vllm_sdk.contract.models import require_model
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check

UNKNOWN_MODEL = "a-model-that-nobody-serves"
LONGEST_PROMPT = 300_000
"""Context up to which a prompt that is too long is sent."""

REFUSED = {"temperature": -1, "top_p": 2, "n": 0, "presence_penalty": 9}
"""Options with a value that every OpenAI-compatible server documents as out of range."""


def read_only_choice(body: asking.Body) -> asking.Body:
    """Return the one choice of a reply.

    Raises:
        Failed: There are several, or none, or it has no text.
    """
    choices = get(body, "choices", kind=list)
    if len(choices) != 1:
        raise Failed("one choice", f"{len(choices)}")
    asking.read_text(choices[0])
    return dict(choices[0])


@check("core.health", "A load balancer takes the server out of service.", "vllm")
async def health(probe: Probe, _facts: Facts) -> None:
    """Check that GET /health answers 200."""
    (await probe.get("/health")).require(OK)


@check("core.version", "The SDK cannot warn of options that the server ignores.", "vllm")
async def version(probe: Probe, _facts: Facts) -> str:
    """Check that GET /version tells the version of vLLM."""
    answer = await probe.get("/version")
    answer.require(OK)
    return str(get(answer.read_object(), "version", kind=str))


@check("core.models", "Clients cannot find out which model to ask.")
async def models(probe: Probe, facts: Facts) -> str:
    """Check that GET /v1/models lists the models by id, and the asked one is among them."""
    answer = await probe.get("/v1/models")
    answer.require(OK)
    names = [get(card, "id", kind=str) for card in get(answer.read_object(), "data", kind=list)]
    if not names or facts.model not in names:
        raise Failed(f"the model {facts.model!r} in the list", f"{names}")
    return ", ".join(names)


@check("core.chat", "Chats cannot be decoded.", "model", "chat", tokens=8)
async def chat(probe: Probe, facts: Facts) -> None:
    """Check that a chat is answered by one message in the documented form."""
    body = (await ask(probe, facts, 8, route=CHAT)).read_object()
    require_model("ChatCompletionResponse", body)
    choice = read_only_choice(body)
    if get(choice, "message", "role", kind=str) != "assistant":
        raise Failed("a message of the assistant", repr(choice["message"]["role"]))


@check("core.completions", "Completions cannot be decoded.", "model", "completions", tokens=8)
async def completions(probe: Probe, facts: Facts) -> None:
    """Check that a completion is answered by one text in the documented form."""
    body = (await ask(probe, facts, 8, route=COMPLETIONS)).read_object()
    require_model("CompletionResponse", body)
    read_only_choice(body)


@check("core.usage", "Costs and quotas are counted wrongly.", "model", "text", tokens=8)
async def usage(probe: Probe, facts: Facts) -> str:
    """Check that the usage of a reply adds up, and counts its prompt and its answer."""
    prompt, completion = asking.read_usage((await ask(probe, facts, 8)).read_object())
    if prompt < 1 or completion < 1:
        raise Failed("prompt tokens and completion tokens", f"{prompt} and {completion}")
    return f"{prompt} prompt tokens"


@check("core.model_name", "Logs and prices name the wrong model.", "model", "text", tokens=1)
async def model_name(probe: Probe, facts: Facts) -> None:
    """Check that a reply names the model that was asked."""
    said = get((await ask(probe, facts, 1)).read_object(), "model", kind=str)
    if said != facts.model:
        raise Failed(repr(facts.model), repr(said))


@check("core.stop", "Answers run over their end marker.", "model", "text", tokens=40)
async def stop(probe: Probe, facts: Facts) -> None:
    """Check that an answer ends before a stop string, which it does not contain."""
    thinking = asking.without_thinking(facts, choose_route(facts))
    whole = read_first(await ask(probe, facts, 20, **thinking))
    asking.require_thought(whole)
    words = whole.content.split()
    if len(words) < 3:  # noqa: PLR2004 -- a word before the stop string, and one after it
        raise NotApplicable(f"the model's answer has {len(words)} words, which is too few")
    marker = words[len(words) // 2]
    stopped = read_first(await ask(probe, facts, 20, stop=[marker], **thinking))
    if marker in stopped.content:
        raise Failed(f"an answer without the stop string {marker!r}", repr(stopped.content))


@check("core.max_tokens", "Answers cost more than their limit.", "model", "text", tokens=3)
async def max_tokens(probe: Probe, facts: Facts) -> None:
    """Check that an answer has at most max_tokens tokens."""
    body = (await ask(probe, facts, 3)).read_object()
    count = get(body, "usage", "completion_tokens", kind=int)
    if count > 3:  # noqa: PLR2004 -- the max_tokens above
        raise Failed("at most 3 completion tokens", str(count))


@check("core.seed", "Answers cannot be repeated.", "model", "text", tokens=16)
async def seed(probe: Probe, facts: Facts) -> None:
    """Check that two requests with a seed at temperature 0 get the same answer."""
    first, second = [read_first(await ask(probe, facts, 8, seed=7)) for _ in range(2)]
    if first != second:
        raise Failed(repr(first), repr(second))


@check("core.n", "Samples are missing.", "model", "text", tokens=8)
async def n(probe: Probe, facts: Facts) -> None:
    """Check that a request for two choices gets two, numbered from 0."""
    answer = await ask(probe, facts, 4, n=2, temperature=0.7)
    choices = get(answer.read_object(), "choices", kind=list)
    indexes = sorted(get(each, "index", kind=int) for each in choices)
    if indexes != [0, 1]:
        raise Failed("choices with the indexes 0 and 1", f"{indexes}")


@check("core.unknown_model", "A misspelt model is answered by another one.", "model", "text")
async def unknown_model(probe: Probe, facts: Facts) -> None:
    """Check that a model that is not served is refused with 404."""
    route = choose_route(facts)
    answer = await probe.post(route, build(facts, route, 1, model=UNKNOWN_MODEL), tokens=1)
    asking.require_refusal(answer, 404)


@check(
    "core.too_long", "A prompt is cut silently, or the server fails.", "model", "text", "context"
)
async def too_long(probe: Probe, facts: Facts) -> None:
    """Check that a prompt that is longer than the context is refused with 400."""
    if facts.context > LONGEST_PROMPT:
        raise NotApplicable(f"a prompt of more than {facts.context} tokens is too large to send")
    route, text = choose_route(facts), "word " * (facts.context + 16)
    prompt = (
        {"messages": [{"role": "user", "content": text}]} if route == CHAT else {"prompt": text}
    )
    answer = await probe.post(route, build(facts, route, 1, **prompt), tokens=1)
    asking.require_refusal(answer, 400, 413)


@check("core.too_many_tokens", "A limit is cut silently.", "model", "text", "context", "vllm")
async def too_many_tokens(probe: Probe, facts: Facts) -> None:
    """Check that a max_tokens beyond the context is refused with 400."""
    route = choose_route(facts)
    answer = await probe.post(route, build(facts, route, facts.context + 1), tokens=1)
    asking.require_refusal(answer, 400)


@check("core.bad_options", "Mistakes in options are not noticed.", "model", "text")
async def bad_options(probe: Probe, facts: Facts) -> None:
    """Check that an option that is out of range is refused with 400."""
    route = choose_route(facts)
    for name, value in REFUSED.items():
        answer = await probe.post(route, build(facts, route, 1, **{name: value}), tokens=1)
        if answer.status not in {400, 422}:
            raise Failed(f"HTTP 400 to {name}={value}", answer.describe())
