"""The group `pooling`: vectors, classes and scores."""

from __future__ import annotations

import base64
import math
import struct
from typing import Any

from vllm_sdk.contract.asking import Body, get
from vllm_sdk.contract.exchanges import Answer
from vllm_sdk.contract.facts import CHAT, OK, Facts
from vllm_sdk.contract.models import require_model
from vllm_sdk.contract.outcomes import Failed
from vllm_sdk.contract.probe import Probe
from vllm_sdk.contract.registry import check

EMBEDDINGS = "/v1/embeddings"
TEXTS = ["a cat", "a kitten", "a car"]
MEANING = "Searches find the wrong texts."
NEARLY = 1e-2
"""Difference of numbers that the precision of the server explains."""


async def ask_pooling(probe: Probe, facts: Facts, route: str, **fields: Any) -> Answer:
    """Send a request to a pooling route, and check that it is answered with 200."""
    answer = await probe.post(route, {"model": facts.model, **fields})
    answer.require(OK)
    return answer


def require_order(items: list[Any], count: int) -> None:
    """Check that the items of a reply are numbered in the order of the texts.

    Raises:
        Failed: They are not.
    """
    indexes = [get(item, "index", kind=int) for item in items]
    if indexes != [*range(count)]:
        raise Failed(f"items with the indexes {[*range(count)]}", f"{indexes}")


def read_vectors(body: Body) -> list[list[float]]:
    """Return the vectors of a reply.

    Raises:
        Failed: They are not numbers, or of different lengths.
    """
    items = get(body, "data", kind=list)
    require_order(items, len(TEXTS))
    vectors = [get(item, "embedding", kind=list) for item in items]
    sizes = {len(vector) for vector in vectors}
    if len(sizes) != 1 or not all(
        isinstance(x, (int, float)) and math.isfinite(x) for vector in vectors for x in vector
    ):
        raise Failed("vectors of finite numbers, of one length", f"lengths {sorted(sizes)}")
    return vectors


@check("pooling.embed", MEANING, "model", EMBEDDINGS)
async def embed(probe: Probe, facts: Facts) -> str:
    """Check that POST /v1/embeddings answers with a vector for each text, in order."""
    body = (await ask_pooling(probe, facts, EMBEDDINGS, input=TEXTS)).read_object()
    require_model("EmbeddingResponse", body)
    return f"{len(read_vectors(body)[0])} numbers for each text"


@check("pooling.base64", "Vectors in base64 are wrong.", "model", EMBEDDINGS)
async def base64_(probe: Probe, facts: Facts) -> None:
    """Check that vectors in base64 are those in JSON."""
    body = (await ask_pooling(probe, facts, EMBEDDINGS, input=TEXTS)).read_object()
    plain = read_vectors(body)[0]
    asked = {"input": TEXTS, "encoding_format": "base64"}
    packed = (await ask_pooling(probe, facts, EMBEDDINGS, **asked)).read_object()
    raw = base64.b64decode(get(packed, "data", 0, "embedding", kind=str))
    numbers = struct.unpack(f"<{len(raw) // 4}f", raw)
    if len(numbers) != len(plain) or any(
        abs(a - b) > NEARLY for a, b in zip(numbers, plain, strict=True)
    ):
        raise Failed(f"{plain[:3]}…", f"{[*numbers[:3]]}…")


@check("pooling.usage", "Costs are counted wrongly.", "model", EMBEDDINGS)
async def usage(probe: Probe, facts: Facts) -> None:
    """Check that the usage of embeddings counts the tokens of all texts."""
    body = (await ask_pooling(probe, facts, EMBEDDINGS, input=TEXTS)).read_object()
    prompt = get(body, "usage", "prompt_tokens", kind=int)
    if prompt < len(TEXTS) or get(body, "usage", "total_tokens", kind=int) != prompt:
        raise Failed(f"at least {len(TEXTS)} prompt tokens, and as many in all", f"{body['usage']}")


@check("pooling.classify", "Texts get the wrong classes.", "model", "/classify")
async def classify(probe: Probe, facts: Facts) -> str:
    """Check that POST /classify answers with probabilities for each text, which add up to 1."""
    body = (await ask_pooling(probe, facts, "/classify", input=TEXTS)).read_object()
    require_model("ClassificationResponse", body)
    items = get(body, "data", kind=list)
    require_order(items, len(TEXTS))
    for item in items:
        total = sum(get(item, "probs", kind=list))
        if len(item["probs"]) > 1 and abs(total - 1) > NEARLY:
            raise Failed("probabilities that add up to 1", f"{item['probs']}")
    return f"{len(items[0]['probs'])} classes"


@check("pooling.score", MEANING, "model", "/score")
async def score(probe: Probe, facts: Facts) -> None:
    """Check that POST /score answers with a number for each text."""
    asked = {"text_1": TEXTS[0], "text_2": TEXTS[1:]}
    body = (await ask_pooling(probe, facts, "/score", **asked)).read_object()
    require_model("ScoreResponse", body)
    items = get(body, "data", kind=list)
    require_order(items, 2)
    for item in items:
        if not math.isfinite(get(item, "score", kind=(int, float))):
            raise Failed("finite scores", f"{item['score']}")


@check("pooling.rerank", MEANING, "model", "/rerank")
async def rerank(probe: Probe, facts: Facts) -> None:
    """Check that POST /rerank answers with each text once, the most relevant first."""
    asked = {"query": TEXTS[0], "documents": TEXTS[1:]}
    body = (await ask_pooling(probe, facts, "/rerank", **asked)).read_object()
    require_model("RerankResponse", body)
    found = get(body, "results", kind=list)
    scores = [get(each, "relevance_score", kind=(int, float)) for each in found]
    indexes = sorted(get(each, "index", kind=int) for each in found)
    if indexes != [0, 1] or scores != sorted(scores, reverse=True):
        raise Failed("the texts 0 and 1, in the order of their scores", f"{indexes}, {scores}")


@check("pooling.no_chat", "Mistakes in the address are not noticed.", "model", EMBEDDINGS)
async def no_chat(probe: Probe, facts: Facts) -> None:
    """Check that a chat with a model that embeds is refused with 400 or 404."""
    messages = [{"role": "user", "content": "Hi"}]
    answer = await probe.post(CHAT, {"model": facts.model, "messages": messages, "max_tokens": 1})
    answer.require(400, 404)
