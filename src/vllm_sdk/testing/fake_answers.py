"""The answers of a `FakeServer`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

JSON_TYPE = "application/json"
EVENT_STREAM = "text/event-stream"
COMPLETIONS = "/v1/completions"


@dataclass(frozen=True)
class FakeRequest:
    """A request as it arrived at a `FakeServer`.

    Attributes:
        method: The method.
        path: The route, with its query.
        headers: The headers, with names in lower case.
        body: The body.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    def read_json(self) -> Any:
        """Return the body as JSON.

        Raises:
            ValueError: It is not JSON.
        """
        return json.loads(self.body)


@dataclass(frozen=True)
class FakeAnswer:
    """An answer of a `FakeServer`. A stream of events is sent in chunks, as vLLM sends it.

    Attributes:
        status: The HTTP status.
        body: The body.
        content_type: The type of the body.
        headers: Further headers.
        delay: Seconds before the answer begins.
        pieces: The sizes of the pieces in which the body is sent; empty for one piece.
        pause: Seconds between two pieces.
        cut_at: The byte of the body at which the connection breaks; None sends the whole body.
        hangs: Whether no answer is sent until the server closes.
        drops: Whether the connection breaks in place of an answer.

    Raises:
        ValueError: A time or a byte is negative, or a piece has no size.
    """

    status: int = 200
    body: bytes = b""
    content_type: str = JSON_TYPE
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    delay: float = 0
    pieces: tuple[int, ...] = ()
    pause: float = 0
    cut_at: int | None = None
    hangs: bool = False
    drops: bool = False

    def __post_init__(self) -> None:
        """Check the times and the sizes."""
        times = {"delay": self.delay, "pause": self.pause, "cut_at": self.cut_at or 0}
        for name, value in times.items():
            if value < 0:
                raise ValueError(f"{name} is {value}; it must not be negative.")
        if min(self.pieces, default=1) < 1:
            raise ValueError(f"The sizes of pieces are {self.pieces}; each must be at least 1.")

    def after(self, seconds: float) -> FakeAnswer:
        """Return the same answer, which begins later."""
        return replace(self, delay=seconds)

    def cut(self, at: int) -> FakeAnswer:
        """Return the same answer, with a connection that breaks at a byte of the body."""
        return replace(self, cut_at=at)

    def split(self, *sizes: int, pause: float = 0) -> FakeAnswer:
        """Return the same answer in pieces; the last size repeats to the end of the body.

        Args:
            *sizes: Bytes of each piece.
            pause: Seconds between two pieces.
        """
        return replace(self, pieces=sizes, pause=pause)


def answer_json(value: Any, status: int = 200, **headers: str) -> FakeAnswer:
    """Return an answer with JSON.

    Args:
        value: The JSON.
        status: The HTTP status.
        **headers: Further headers; `_` stands for `-`.
    """
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return FakeAnswer(status, json.dumps(value).encode(), headers=named)


def answer_error(
    status: int = 500,
    message: str = "EngineCore encountered an issue.",
    *,
    type: str = "InternalServerError",
    param: str | None = None,
    **headers: str,
) -> FakeAnswer:
    """Return a failure in the form that vLLM gives it.

    Args:
        status: The HTTP status, which is also the code.
        message: The message.
        type: vLLM's type of the error.
        param: The field that the error is about.
        **headers: Further headers such as `Retry_After="1"`; `_` stands for `-`.
    """
    error = {"message": message, "type": type, "param": param, "code": status}
    return answer_json({"error": error}, status, **headers)


def hang() -> FakeAnswer:
    """Return an answer that does not come before the server closes."""
    return FakeAnswer(hangs=True)


def drop() -> FakeAnswer:
    """Return an answer in whose place the connection breaks."""
    return FakeAnswer(drops=True)


def answer_text(
    request: FakeRequest, text: str, model: str, *, finish_reason: str = "stop"
) -> FakeAnswer:
    """Return a text as the reply, or as the stream, that a request asks for.

    Args:
        request: The request, of a chat or of a completion.
        text: The answer of the model.
        model: The name of the model if the request does not name one.
        finish_reason: The reason for the end of the answer.
    """
    asked = request.read_json()
    is_chat = not request.path.startswith(COMPLETIONS)
    words = split_words(text)
    count = len(words)
    usage = {"prompt_tokens": 5, "completion_tokens": count, "total_tokens": 5 + count}
    kind = "chat.completion" if is_chat else "text_completion"
    head = {"id": "fake-1", "created": 1, "model": asked.get("model") or model}
    if not asked.get("stream"):
        choice: dict[str, Any] = (
            {"message": {"role": "assistant", "content": text}} if is_chat else {"text": text}
        )
        choice |= {"index": 0, "finish_reason": finish_reason, "logprobs": None}
        return answer_json({**head, "object": kind, "choices": [choice], "usage": usage})
    head["object"] = f"{kind}.chunk" if is_chat else kind
    chunks = [{**head, "choices": [_write_piece(word, is_chat=is_chat)]} for word in words]
    chunks.append({**head, "choices": [_write_piece("", is_chat=is_chat, finish=finish_reason)]})
    if _wants_usage(asked):
        chunks.append({**head, "choices": [], "usage": usage})
    return answer_events(*chunks)


def answer_tool_calls(
    request: FakeRequest, *calls: tuple[str, Mapping[str, Any]], model: str = "fake"
) -> FakeAnswer:
    """Return calls of tools as the reply, or as the stream, that a chat asks for.

    Args:
        request: The request.
        *calls: The name and the arguments of each call.
        model: The name of the model if the request does not name one.
    """
    asked = request.read_json()
    written: list[dict[str, Any]] = [
        {
            "id": f"call-{number}",
            "type": "function",
            "function": {"name": name, "arguments": json.dumps(arguments)},
        }
        for number, (name, arguments) in enumerate(calls)
    ]
    count = len(calls)
    usage = {"prompt_tokens": 5, "completion_tokens": count, "total_tokens": 5 + count}
    head = {"id": "fake-1", "created": 1, "model": asked.get("model") or model}
    end = {"index": 0, "finish_reason": "tool_calls", "logprobs": None}
    message: dict[str, Any] = {"role": "assistant", "content": None, "tool_calls": written}
    if not asked.get("stream"):
        choices = [{**end, "message": message}]
        head |= {"object": "chat.completion"}
        return answer_json({**head, "choices": choices, "usage": usage})
    for number, call in enumerate(written):
        call["index"] = number
    head |= {"object": "chat.completion.chunk"}
    chunks: list[dict[str, Any]] = [{**head, "choices": [{**end, "delta": message}]}]
    if _wants_usage(asked):
        chunks.append({**head, "choices": [], "usage": usage})
    return answer_events(*chunks)


def answer_events(*chunks: Mapping[str, Any]) -> FakeAnswer:
    """Return a stream of chunks, which ends with `[DONE]`."""
    events = [f"data: {json.dumps(chunk)}\n\n" for chunk in chunks]
    return FakeAnswer(
        body="".join([*events, "data: [DONE]\n\n"]).encode(), content_type=EVENT_STREAM
    )


def split_words(text: str) -> list[str]:
    """Return the words of a text, each with the space before it, as if each were a token."""
    first, *others = text.split(" ")
    return [first, *(f" {word}" for word in others)]


def _wants_usage(asked: Any) -> bool:
    options: Any = asked.get("stream_options")
    return bool(options and options.get("include_usage"))


def _write_piece(text: str, *, is_chat: bool, finish: str | None = None) -> dict[str, Any]:
    content: dict[str, Any] = (
        {"delta": {"role": "assistant", "content": text}} if is_chat else {"text": text}
    )
    return {"index": 0, **content, "finish_reason": finish, "logprobs": None}
