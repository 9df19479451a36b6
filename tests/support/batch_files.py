"""Files of batches, and a server that counts what it is asked."""

from __future__ import annotations

import json
import threading
from collections import Counter
from pathlib import Path
from typing import Any

from local_server import Exchange
from vllm_sdk._batching.file_batch import FileBatch, FileSettings
from vllm_sdk._operations.batching.line_replies import LineReply
from vllm_sdk._operations.batching.line_requests import LineRequests
from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._transport.request_log import LOGGER
from vllm_sdk.errors import ServerFailure, VLLMError
from vllm_sdk.options import Options
from wire import chat_body

Json = dict[str, Any]
CHAT = "/v1/chat/completions"


def chat_line(name: str, content: str | None = None, **fields: Any) -> Json:
    """Build a line of the long form, whose prompt is its id by default."""
    messages = [{"role": "user", "content": name if content is None else content}]
    body = {"messages": messages, **fields}
    return {"custom_id": name, "method": "POST", "url": CHAT, "body": body}


def write_lines(path: Path, *lines: Any) -> Path:
    """Write values as JSON lines; bytes are written as they are."""
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    path.write_bytes(b"".join(line + b"\n" for line in encoded))
    return path


def read_lines(path: Path) -> list[Json]:
    """Read JSON lines, which end at line feeds alone; a file that is missing has none."""
    if not path.exists():
        return []
    content = path.read_bytes()
    assert content == b"" or content.endswith(b"\n")
    return [json.loads(line) for line in content.split(b"\n")[:-1]]


def ids_of(path: Path) -> list[str]:
    """Return the ids of the lines of a file, in their order."""
    return [line["custom_id"] for line in read_lines(path)]


class EchoServer:
    """A script for `LocalServer`: it answers the last message with its own text, and counts.

    Attributes:
        asked: How often each text was asked.
        failing: Texts that are answered with HTTP 400.
    """

    def __init__(self, *failing: str) -> None:
        self.asked: Counter[str] = Counter()
        self.failing = set(failing)
        self._lock = threading.Lock()

    def __call__(self, exchange: Exchange) -> None:
        text = exchange.seen.json["messages"][-1]["content"]
        with self._lock:
            self.asked[text] += 1
        if text in self.failing:
            error = {"message": "no", "type": "BadRequestError", "param": None, "code": 400}
            exchange.answer(400, {"error": error})
        else:
            exchange.answer(body=chat_body(text))


def build_requests(**settings: Any) -> LineRequests:
    """Build the requests of lines as a client without settings does."""
    options = settings.pop("options", Options())
    model = settings.pop("model", None)
    return LineRequests(model, options, ServerCapabilities(LOGGER), **settings)


def reply_to(name: str) -> LineReply:
    """Return the reply to a line."""
    return LineReply(json.dumps({"echo": name}).encode(), "request-1", 3, 2)


def run_files(
    source: Path,
    output: Path,
    *,
    failing: Any = (),
    stop_after: int | None = None,
    **settings: bool,
) -> list[str]:
    """Run a batch of files without a server.

    Args:
        source: The input.
        output: The output.
        failing: The ids that fail.
        stop_after: The number of lines after which the run ends early.
        settings: Those of `FileSettings`.

    Returns:
        The ids that were asked.
    """
    batch = FileBatch(source, output, build_requests(), FileSettings(**settings))
    asked: list[str] = []
    try:
        batch.open()
        for line in batch.read_jobs():
            if len(asked) == stop_after:
                break
            asked.append(line.custom_id)
            outcome: LineReply | VLLMError = reply_to(line.custom_id)
            if line.custom_id in failing:
                outcome = ServerFailure("it failed", status=500)
            batch.record(line, outcome)
        batch.finish()
    finally:
        batch.close()
    return asked
