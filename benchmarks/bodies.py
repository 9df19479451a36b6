"""What is asked and answered: one request, and the answers captured from vLLM 0.32.0."""

from __future__ import annotations

from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "bodies"
CHAT = HERE / "chat.json"
STREAM = HERE / "stream.sse"

MODEL = "scripted"
TEMPERATURE = 0.0
MAX_TOKENS = 256
MESSAGES = [
    {"role": "system", "content": "You are a creative assistant who specializes in haikus."},
    {"role": "user", "content": "Write a haiku about programming"},
]

_END = b"\n\n"


def request(*, stream: bool = False) -> dict[str, Any]:
    """The JSON body that every client sends; built anew, for real requests differ."""
    body: dict[str, Any] = {
        "messages": MESSAGES,
        "model": MODEL,
        "temperature": TEMPERATURE,
        "max_tokens": MAX_TOKENS,
    }
    if stream:
        body |= {"stream": True, "stream_options": {"include_usage": True}}
    return body


def chunks_of(stream: Path) -> int:
    """How many chunks a captured stream has; its end mark is none."""
    return stream.read_bytes().count(_END) - 1


def shortened(to: Path, chunks: int) -> Path:
    """A copy of the captured stream with its first chunks, and its last two and end mark."""
    events = STREAM.read_bytes().split(_END)
    kept = events[: chunks - 2] + events[-4:]
    to.write_bytes(_END.join(kept))
    return to
