"""Beam search: the most probable whole answers instead of one token at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from vllm_sdk._exports import export
from vllm_sdk._operations.core import Operation
from vllm_sdk._operations.generation.builder import RequestBuilder
from vllm_sdk._operations.generation.chat import read_prompt
from vllm_sdk._operations.generation.request import GenerationRequest, generate
from vllm_sdk._operations.replies import Choice
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options, merge
from vllm_sdk.options.versions import Endpoint


@export
@attrs.frozen
class Beam:
    """One answer of a beam search.

    Attributes:
        rank: Its rank, 0 for the best.
        text: The answer.
        logprob: The sum of its tokens' natural-log probabilities, before the length penalty.
        finish_reason: Why it ended: `stop` or `length`.
        choice: The choice of the response that it was read from.
    """

    rank: int
    text: str
    logprob: float
    finish_reason: str | None
    choice: Choice = attrs.field(repr=False)


def build_beam_search(
    builder: RequestBuilder,
    prompt: Any,
    overrides: Mapping[str, Any],
    *,
    system: str | None,
    endpoint: Endpoint,
    width: int,
    model: str | None,
    options: Options | None,
) -> GenerationRequest[str]:
    """Build the request for the `width` best answers; the arguments are the client method's.

    Raises:
        RequestInvalid: An option contradicts beam search, or the endpoint is unknown.
        TypeError: `width` is not a number, or `system` accompanies a raw prompt.
    """
    if isinstance(width, bool) or not isinstance(width, int):
        raise TypeError(f"width is a number of beams, not {type(width).__name__}")
    if endpoint not in {"chat", "completions"}:
        raise RequestInvalid(f"endpoint={endpoint!r}: it is 'chat' or 'completions'.")
    asked = merge(builder.options, options, overrides=overrides)
    if asked.n not in {None, width}:
        raise RequestInvalid("beam_search gives `width` beams: leave `n` out.")
    if asked.use_beam_search is False or asked.logprobs is False:
        raise RequestInvalid(
            "beam_search cannot do without `use_beam_search` and `logprobs`: leave them out."
        )
    # `logprobs` brings the probabilities of the tokens, which make a beam's own
    beams = Options(use_beam_search=True, n=width, logprobs=True) | asked
    if endpoint == "chat":
        return builder.build_chat(read_prompt(prompt, system), {}, model=model, options=beams)
    if system is not None:
        raise TypeError("system= needs the chat template: leave endpoint out")
    return builder.build_completion(prompt, {}, model=model, options=beams)


def search_beams(request: GenerationRequest[str]) -> Operation[list[Beam]]:
    """Ask for the beams; vLLM sends the best first."""
    reply = yield from generate(request)
    choices: Sequence[Choice] = reply.choices
    return [
        Beam(
            rank=rank,
            text=choice.text,
            logprob=sum(token.logprob or 0.0 for token in choice.logprobs or ()),
            finish_reason=choice.finish_reason,
            choice=choice,
        )
        for rank, choice in enumerate(choices)
    ]
