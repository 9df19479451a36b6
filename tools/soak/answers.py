"""A fast server that gives each question of the script its own answer."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
from collections.abc import AsyncGenerator, Iterable, Iterator
from typing import Any

from tools.soak.script import TOOL, Question

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_STREAMED = re.compile(rb'"stream": *true')
_TOLD = re.compile(rb'"role": *"tool"')
_GROUP = 7
"""The number of events that are written at once."""

_PAUSE = 0.0005

Json = dict[str, Any]


class AnswerServer:
    """The server.

    Attributes:
        port: The port at 127.0.0.1 while it runs.
        meetings: The connections that await others, for each question that is to be asked by
            several requests at once.
    """

    def __init__(self) -> None:
        """Prepare a server."""
        self.port = 0
        self.meetings: dict[str, list[_Connection]] = {}

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Serve until the block ends."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", 0, backlog=2048)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield
        finally:
            server.close()

    def meet(self, connection: _Connection, question: Question) -> None:
        """Answer all who ask a question as soon as enough of them wait."""
        waiting = self.meetings.setdefault(question.key, [])
        waiting.append(connection)
        if len(waiting) == question.size:
            del self.meetings[question.key]
            for each in waiting:
                each.answer(build_body(question, b""))


class _Connection(asyncio.Protocol):
    """A connection of one client."""

    def __init__(self, server: AnswerServer) -> None:
        self._server = server
        self._received = b""
        self._transport: asyncio.Transport | None = None
        self._writing: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - TCP has no other
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        del exc
        self._transport = None
        if self._writing is not None:
            self._writing.cancel()

    def data_received(self, data: bytes) -> None:
        self._received += data
        end = self._received.find(b"\r\n\r\n")
        if end < 0:
            return
        length = _LENGTH.search(self._received[:end])
        size = end + 4 + (int(length[1]) if length else 0)
        if len(self._received) >= size:
            request, self._received = self._received[:size], self._received[size:]
            self._respond(request)

    def _respond(self, request: bytes) -> None:
        question = Question.find(request)
        if question is None:
            self.answer({"message": "no question"}, "400 Bad Request")
        elif question.kind == "meet":
            self._server.meet(self, question)
        elif _STREAMED.search(request):
            self._writing = asyncio.get_running_loop().create_task(self._stream(question))
        else:
            self.answer(build_body(question, request))

    def answer(self, body: Json, status: str = "200 OK") -> None:
        """Send a whole response, unless the client has gone."""
        content = json.dumps(body).encode()
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n"
        self._write(f"{head}Content-Length: {len(content)}\r\n\r\n".encode() + content)

    async def _stream(self, question: Question) -> None:
        head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        self._write(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        for group in _divide(build_events(question), _GROUP):
            self._write(b"".join(b"%x\r\n%s\r\n" % (len(event), event) for event in group))
            await asyncio.sleep(_PAUSE)
        self._write(b"0\r\n\r\n")

    def _write(self, data: bytes) -> None:
        if self._transport is not None:
            self._transport.write(data)


def build_body(question: Question, request: bytes) -> Json:
    """Return the JSON body of a whole answer.

    Args:
        question: The question.
        request: The request, which decides the turn of a loop of tool calls.
    """
    match question.kind:
        case "models":
            model = {"id": question.key, "object": "model", "created": 1, "owned_by": "vllm"}
            return {"object": "list", "data": [model]}
        case "complete":
            choice: Json = {"index": 0, "text": question.text, "finish_reason": "stop"}
            return _build_reply(question, "text_completion", choice)
        case "tools" if not _TOLD.search(request):
            message: Json = {"role": "assistant", "content": None, "tool_calls": [_call(question)]}
            return _build_chat(question, message, "tool_calls")
        case _:
            return _build_chat(question, {"role": "assistant", "content": question.text}, "stop")


def build_events(question: Question) -> Iterator[bytes]:
    """Yield the events of a streamed answer."""
    head = {"id": question.key, "object": "chat.completion.chunk", "created": 1, "model": "soak"}
    for piece in question.pieces:
        choice: Json = {"index": 0, "delta": {"content": piece}, "finish_reason": None}
        yield _event({**head, "choices": [choice]})
    yield _event({**head, "choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
    yield _event({**head, "choices": [], "usage": _USAGE})
    yield b"data: [DONE]\n\n"


_USAGE = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}


def _build_reply(question: Question, kind: str, choice: Json) -> Json:
    return {
        "id": question.key,
        "object": kind,
        "created": 1,
        "model": "soak",
        "choices": [choice],
        "usage": _USAGE,
    }


def _build_chat(question: Question, message: Json, finish: str) -> Json:
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return _build_reply(question, "chat.completion", choice)


def _call(question: Question) -> Json:
    arguments = json.dumps({"key": question.key})
    function = {"name": TOOL, "arguments": arguments}
    return {"id": f"call-{question.key}", "type": "function", "function": function}


def _event(body: Json) -> bytes:
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode()


def _divide(events: Iterable[bytes], size: int) -> Iterator[list[bytes]]:
    whole = list(events)
    for start in range(0, len(whole), size):
        yield whole[start : start + size]
