"""Log probabilities of a choice, in the form of each endpoint."""

from __future__ import annotations

import msgspec

from vllm_sdk.types.values import AlternativeToken, TokenLogprob


class ChatLogprobs(msgspec.Struct, frozen=True, gc=False):
    """`logprobs` of a chat choice."""

    content: list[TokenLogprob] | None = None


class CompletionLogprobs(msgspec.Struct, frozen=True, gc=False):
    """`logprobs` of a completion choice: parallel lists, one entry per token."""

    tokens: list[str] = []
    token_logprobs: list[float | None] = []
    top_logprobs: list[dict[str, float] | None] = []
    text_offset: list[int] = []

    @property
    def content(self) -> list[TokenLogprob]:
        """The entries in the form of a chat; echoed tokens of the prompt are first."""
        tops: list[dict[str, float] | None] = self.top_logprobs or [None] * len(self.tokens)
        return [
            TokenLogprob(
                token=token,
                logprob=logprob,
                top_logprobs=[AlternativeToken(text, value) for text, value in (top or {}).items()],
            )
            for token, logprob, top in zip(self.tokens, self.token_logprobs, tops, strict=True)
        ]
