"""Streams as vLLM writes them, and their folds as the clients make them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from vllm_sdk._operations.streaming.decoder import ChatStreamDecoder, CompletionStreamDecoder
from vllm_sdk._transport.sse import MAX_EVENT_BYTES, EventDecoder
from vllm_sdk._transport.status_errors import Failure, build_error
from vllm_sdk.errors import VLLMError

URL = "http://vllm/v1/chat/completions"

# Answers of vLLM 0.32.0 with a tiny model on the CPU: the same request streamed (`stream`) and not
# (`whole`), and a stream whose engine was stopped in the middle.
CAPTURED: dict[str, dict[str, str]] = json.loads(
    Path(__file__).with_name("captured_streams.json").read_text(encoding="utf-8")
)


def error_of(status: int, content: bytes) -> VLLMError:
    """The error of an error event, as the clients read it."""
    return build_error(
        Failure(url=URL, path="/v1/chat/completions", status=status, content=content)
    )


def chat_fold(
    *, max_event_bytes: int = MAX_EVENT_BYTES, expected: int | None = None
) -> ChatStreamDecoder:
    """The fold of a chat, as the clients make it."""
    events = EventDecoder(max_event_bytes=max_event_bytes)
    return ChatStreamDecoder(events, url=URL, error_of=error_of, expected=expected)


def completion_fold(*, expected: int | None = None) -> CompletionStreamDecoder:
    """The fold of a completion, as the clients make it."""
    return CompletionStreamDecoder(EventDecoder(), url=URL, error_of=error_of, expected=expected)


def event_stream(chunks: list[dict[str, Any]], *, end: str = "data: [DONE]\n\n") -> bytes:
    """The bytes of a stream of these chunks, as vLLM writes them."""
    events = [f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n" for chunk in chunks]
    return "".join([*events, end]).encode()


def chunk(*choices: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A chunk of a chat."""
    return {"id": "chatcmpl-1", "created": 5, "model": "tiny", "choices": choices, **fields}


def said(
    content: str | None = None, *, index: int = 0, finish: str | None = None
) -> dict[str, Any]:
    """A choice's piece of a chat."""
    return {"index": index, "delta": {"content": content}, "finish_reason": finish}
