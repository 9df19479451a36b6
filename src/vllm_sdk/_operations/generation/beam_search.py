"""Beam search: the likeliest whole answers rather than one token at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from vllm_sdk._messages import MessageLike
from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import Flow
from vllm_sdk._operations.generation.chat import ChatAsking, asked_messages, chat
from vllm_sdk._operations.generation.completion import CompletionAsking, complete
from vllm_sdk._operations.generation.outputs import TEXT
from vllm_sdk._operations.replies import Choice, Reply
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options
from vllm_sdk.options.versions import Endpoint


@attrs.frozen
class Beam:
    """One answer that beam search found.

    Attributes:
        rank: its place, 0 for the best.
        text: the answer.
        logprob: the natural-log probability of its tokens together, before the length penalty.
        finish_reason: why it ended: `stop` or `length`.
        choice: the choice of the response that it was read from.
    """

    rank: int
    text: str
    logprob: float
    finish_reason: str | None
    choice: Choice = attrs.field(repr=False)


def beam_search(
    prompt: str | list[int] | Iterable[MessageLike],
    *,
    system_prompt: str | None,
    endpoint: Endpoint,
    width: int,
    model: str | None,
    options: Options,
    memory: Memory,
) -> Flow[list[Beam]]:
    """Ask for the `width` likeliest answers."""
    if not isinstance(width, int):
        raise TypeError(f"width is a number of hypotheses, not {type(width).__name__}")
    if options.n not in {None, width}:
        raise RequestInvalid("beam_search gives `width` hypotheses: leave `n` out.")
    if options.use_beam_search is False or options.logprobs is False:
        raise RequestInvalid(
            "beam_search cannot do without `use_beam_search` and `logprobs`: leave them out."
        )
    # `logprobs` brings the likelihood of the tokens, which makes a hypothesis' own
    beams = Options(use_beam_search=True, n=width, logprobs=True)
    wanted = beams | options
    asked: Any = prompt
    if endpoint == "chat":
        messages = asked_messages(asked, system_prompt)
        return _ranked(chat(ChatAsking(messages, model=model, options=wanted, memory=memory), TEXT))
    if system_prompt is not None:
        raise TypeError("system= needs the chat template: leave endpoint out")
    asking = CompletionAsking(asked, model=model, options=wanted, memory=memory)
    return _ranked(complete(asking, TEXT))


def _ranked(flow: Flow[Reply[str]]) -> Flow[list[Beam]]:
    """VLLM sends the hypotheses best first."""
    reply = yield from flow
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
