"""Decoders of streams as the clients make them, and streams of a real vLLM."""

from __future__ import annotations

import json
from pathlib import Path

from vllm_sdk._operations.status_errors import Failure, build_error
from vllm_sdk._operations.streaming.endpoints import ChatStreamDecoder, CompletionStreamDecoder
from vllm_sdk._transport.sse import MAX_EVENT_BYTES, EventDecoder
from vllm_sdk.errors import VLLMError

URL = "http://vllm/v1/chat/completions"

# Answers of vLLM 0.32.0 with a tiny model on the CPU: the same request streamed (`stream`) and not
# (`whole`), and a stream whose engine was stopped in the middle.
CAPTURED: dict[str, dict[str, str]] = json.loads(
    Path(__file__).with_name("captured_streams.json").read_text(encoding="utf-8")
)


def error_of(status: int, content: bytes) -> VLLMError:
    """Build the error of an error event, as the clients do."""
    return build_error(
        Failure(url=URL, path="/v1/chat/completions", status=status, content=content)
    )


def chat_decoder(
    *, max_event_bytes: int = MAX_EVENT_BYTES, expected: int | None = None
) -> ChatStreamDecoder:
    """Build the decoder of a chat, as the clients do."""
    events = EventDecoder(max_event_bytes=max_event_bytes)
    return ChatStreamDecoder(events, url=URL, error_of=error_of, expected=expected)


def completion_decoder(*, expected: int | None = None) -> CompletionStreamDecoder:
    """Build the decoder of a completion, as the clients do."""
    return CompletionStreamDecoder(EventDecoder(), url=URL, error_of=error_of, expected=expected)
