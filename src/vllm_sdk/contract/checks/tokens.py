"""The group `tokens`: the tokenizer's routes."""

from __future__ import annotations

from vllm_sdk.contract.asking import ask, choose_route, get
from vllm_sdk.contract.facts import CHAT, OK, QUESTION, TOKENIZE, Facts
from vllm_sdk.contract.models import require_model
from vllm_sdk.contract.outcomes import Failed, NotApplicable
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check

MEANING = "Prompts are measured wrongly, and do not fit into the context."
DETOKENIZE = "/detokenize"
TEXT = "Grüße, 世界! 1 2 3"


@check("tokens.count", MEANING, "model", "text", TOKENIZE, tokens=1)
async def count(probe: Probe, facts: Facts) -> str:
    """Check that POST /tokenize counts the tokens of a prompt as the usage of its reply does."""
    route = choose_route(facts)
    reply = await ask(probe, facts, 1)
    usage = get(reply.read_object(), "usage", "prompt_tokens", kind=int)
    prompt = (
        {"messages": [{"role": "user", "content": QUESTION}]}
        if route == CHAT
        else {"prompt": QUESTION}
    )
    answer = await probe.post(TOKENIZE, {"model": facts.model, **prompt})
    answer.require(OK)
    counted = get(answer.read_object(), "count", kind=int)
    if counted != usage:
        raise Failed(f"{usage} tokens, as in the usage", str(counted))
    return f"{counted} tokens"


@check("tokens.form", MEANING, "model", TOKENIZE)
async def form(probe: Probe, facts: Facts) -> None:
    """Check that POST /tokenize answers with as many ids as it counts."""
    answer = await probe.post(TOKENIZE, {"model": facts.model, "prompt": QUESTION})
    answer.require(OK)
    body = answer.read_object()
    require_model("TokenizeResponse", body)
    if len(get(body, "tokens", kind=list)) != get(body, "count", kind=int):
        raise Failed(f"{body['count']} ids", f"{len(body['tokens'])}")


@check("tokens.text", "Texts change on the way through the tokenizer.", "model", DETOKENIZE)
async def text(probe: Probe, facts: Facts) -> None:
    """Check that POST /detokenize gives back the text that /tokenize was given."""
    ids = await tokenize(probe, facts, TEXT)
    if not ids:
        raise NotApplicable("the tokenizer drops every character of the text")
    back = await probe.post(DETOKENIZE, {"model": facts.model, "tokens": ids})
    back.require(OK)
    said = get(back.read_object(), "prompt", kind=str)
    # Tokenizers of uncased models and of SentencePiece change case and the leading space.
    if _plain(said) == _plain(TEXT):
        return
    if said and await tokenize(probe, facts, said) == ids:
        raise NotApplicable(f"the tokenizer lacks characters of the text: it keeps {said!r}")
    raise Failed(repr(TEXT), repr(said))


async def tokenize(probe: Probe, facts: Facts, prompt: str) -> list[int]:
    """Return the ids of a text."""
    body = {"model": facts.model, "prompt": prompt, "add_special_tokens": False}
    answer = await probe.post(TOKENIZE, body)
    answer.require(OK)
    ids: list[int] = get(answer.read_object(), "tokens", kind=list)
    return ids


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


@check("tokens.context", MEANING, "model", "context", TOKENIZE)
async def context(probe: Probe, facts: Facts) -> None:
    """Check that POST /tokenize and GET /v1/models tell the same length of the context."""
    answer = await probe.post(TOKENIZE, {"model": facts.model, "prompt": QUESTION})
    answer.require(OK)
    told = get(answer.read_object(), "max_model_len", kind=int)
    if told != facts.context:
        raise Failed(f"{facts.context}, as in the list of models", str(told))
