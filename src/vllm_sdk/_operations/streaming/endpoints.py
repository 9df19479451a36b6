"""The decoder of each endpoint's streams."""

from __future__ import annotations

from typing import Any

from vllm_sdk._operations.replies import ChatBody, CompletionBody
from vllm_sdk._operations.streaming.accumulators import ChatAccumulator, CompletionAccumulator
from vllm_sdk._operations.streaming.decoder import StreamDecoder
from vllm_sdk.types import ChatChunk, CompletionChunk, Usage


class ChatStreamDecoder(StreamDecoder[ChatChunk]):
    """Decodes a streamed chat."""

    _chunk_type = ChatChunk

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Prepare for a stream; see `StreamDecoder`."""
        super().__init__(*args, **kwargs)
        self._choices: dict[int, ChatAccumulator] = {}

    def _add_choices(self, chunk: ChatChunk) -> None:
        for delta in chunk.choices:
            choice = self._choices.get(delta.index)
            if choice is None:
                choice = self._choices[delta.index] = ChatAccumulator()
            choice.add(delta)

    def _build_body(self) -> ChatBody | None:
        first = self._first
        if first is None or not self._choices:
            return None
        return ChatBody(
            first.id,
            first.model,
            [choice.build(index, first.id) for index, choice in sorted(self._choices.items())],
            created=first.created,
            usage=self._usage or Usage(),
            prompt_token_ids=first.prompt_token_ids,
            prompt_text=first.prompt_text,
            system_fingerprint=self._system_fingerprint,
            kv_transfer_params=self._kv_transfer_params,
        )


class CompletionStreamDecoder(StreamDecoder[CompletionChunk]):
    """Decodes a streamed completion."""

    _chunk_type = CompletionChunk

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Prepare for a stream; see `StreamDecoder`."""
        super().__init__(*args, **kwargs)
        self._choices: dict[int, CompletionAccumulator] = {}

    def _add_choices(self, chunk: CompletionChunk) -> None:
        for delta in chunk.choices:
            choice = self._choices.get(delta.index)
            if choice is None:
                choice = self._choices[delta.index] = CompletionAccumulator()
            choice.add(delta)

    def _build_body(self) -> CompletionBody | None:
        first = self._first
        if first is None or not self._choices:
            return None
        return CompletionBody(
            first.id,
            first.model,
            [choice.build(index) for index, choice in sorted(self._choices.items())],
            created=first.created,
            usage=self._usage or Usage(),
            system_fingerprint=self._system_fingerprint,
            kv_transfer_params=self._kv_transfer_params,
        )
