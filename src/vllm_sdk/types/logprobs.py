"""Log probabilities of a choice, in the form of each endpoint."""

from __future__ import annotations

import msgspec

from vllm_sdk.types.values import AlternativeToken, TokenLogprob


class ChatLogprobs(msgspec.Struct, frozen=True, gc=False):
    """`logprobs` of a chat choice."""

    content: list[TokenLogprob] | None = None


class CompletionLogprobs(msgspec.Struct, frozen=True, gc=False):
    """`logprobs` of a completion choice: parallel lists, one entry per token.

    A list that the server leaves out, or cuts short, counts as None for the tokens that it lacks.
    """

    tokens: list[str] = []
    token_logprobs: list[float | None] = []
    top_logprobs: list[dict[str, float] | None] = []
    text_offset: list[int] = []

    @property
    def content(self) -> list[TokenLogprob]:
        """The entries in the form of a chat; echoed tokens of the prompt are first."""
        logprobs, tops = self.token_logprobs, self.top_logprobs
        return [
            TokenLogprob(
                token=token,
                logprob=logprobs[place] if place < len(logprobs) else None,
                top_logprobs=[
                    AlternativeToken(text, value)
                    for text, value in ((tops[place] if place < len(tops) else None) or {}).items()
                ],
            )
            for place, token in enumerate(self.tokens)
        ]
