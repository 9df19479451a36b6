"""The bodies and streams that vLLM writes, as tests and the local server send them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

Json = dict[str, Any]

EVENT_STREAM = "text/event-stream"
END = "data: [DONE]\n\n"
"""The event at the end of every stream."""

USAGE = {"prompt_tokens": 3, "total_tokens": 5, "completion_tokens": 2}


def chat_choice(
    text: str | None = "Hi.", index: int = 0, *, finish: str = "stop", **message: Any
) -> Json:
    """Build a choice of a chat completion.

    Args:
        text: The content of its message.
        index: The number of the choice.
        finish: The finish reason.
        message: Further fields of the message.
    """
    return {
        "index": index,
        "message": {"role": "assistant", "content": text, "reasoning": None, **message},
        "logprobs": None,
        "finish_reason": finish,
        "stop_reason": None,
        "token_ids": None,
    }


def chat_body(text: str = "Hi.", **fields: Any) -> Json:
    """Build a chat completion of one choice, or of the given `choices`."""
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1795383732,
        "model": "tiny",
        "choices": [chat_choice(text)],
        "usage": USAGE,
        "prompt_logprobs": None,
        **fields,
    }


def text_choice(
    text: str = "Hi.", index: int = 0, *, finish: str | None = "stop", **fields: Any
) -> Json:
    """Build a choice of a completion, which has the same form in a chunk of one."""
    return {"index": index, "text": text, "logprobs": None, "finish_reason": finish, **fields}


def completion_body(*texts: str, finish: str = "stop", **fields: Any) -> Json:
    """Build a completion with a choice for each text, or of the given `choices`."""
    return {
        "id": "cmpl-1",
        "object": "text_completion",
        "created": 1795383732,
        "model": "tiny",
        "choices": [text_choice(text, index, finish=finish) for index, text in enumerate(texts)],
        "usage": USAGE,
        **fields,
    }


def turn_body(turn: Json, *, completion: bool = False) -> Json:
    """Build a chat completion, or a completion, of a message; it may have a finish reason."""
    message = dict(turn)
    called = bool(message.get("tool_calls"))
    finish = message.pop("finish_reason", "tool_calls" if called else "stop")
    if completion:
        return completion_body(message["content"], finish=finish)
    return chat_body(choices=[chat_choice(message.pop("content"), finish=finish, **message)])


def delta(
    content: str | None = None, index: int = 0, *, finish: str | None = None, **fields: Any
) -> Json:
    """Build a choice of a chunk of a chat; `fields` are further ones of its delta."""
    return {"index": index, "delta": {"content": content, **fields}, "finish_reason": finish}


def chunk(*choices: Json, **fields: Any) -> Json:
    """Build a chunk of a stream."""
    return {"id": "chatcmpl-1", "created": 5, "model": "tiny", "choices": choices, **fields}


def event(body: Any) -> bytes:
    """Write an event of a stream."""
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode()


def event_stream(chunks: Iterable[Any], *, end: str = END) -> bytes:
    """Write a stream of chunks."""
    return b"".join([*map(event, chunks), end.encode()])


def stream_body(body: Json, *, size: int = 4) -> bytes:
    """Write the stream that brings the same as a body.

    Args:
        body: A chat completion or a completion.
        size: The number of characters of text in a chunk.
    """
    head = {**body, "usage": None}
    ends = [{**choice, **_no_text(choice)} for choice in body["choices"]]
    return event_stream(
        [
            *({**head, "choices": [piece]} for piece in _pieces(body["choices"], size)),
            {**head, "choices": ends},
            {**body, "choices": []},
        ]
    )


def _no_text(choice: Json) -> Json:
    return {"delta": {}} if "message" in choice else {"text": ""}


def _pieces(choices: Iterable[Json], size: int) -> Iterator[Json]:
    for choice in choices:
        started = {**choice, "finish_reason": None}
        message = started.pop("message", None)
        text = choice["text"] if message is None else message["content"]
        for start in range(0, len(text or ""), size):
            part = text[start : start + size]
            yield started | ({"text": part} if message is None else {"delta": {"content": part}})
        for index, call in enumerate((message or {}).get("tool_calls") or ()):
            yield started | {"delta": {"tool_calls": [{**call, "index": index}]}}
