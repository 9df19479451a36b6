"""The request of the benchmarks, and the responses captured from vLLM 0.32.0."""

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


def build_request(*, stream: bool = False) -> dict[str, Any]:
    """Build the JSON body that every client sends, anew for each request as in real programs."""
    body: dict[str, Any] = {
        "messages": MESSAGES,
        "model": MODEL,
        "temperature": TEMPERATURE,
        "max_tokens": MAX_TOKENS,
    }
    if stream:
        body |= {"stream": True, "stream_options": {"include_usage": True}}
    return body


def count_chunks(stream: Path) -> int:
    """Count the chunks of a captured stream, without its end mark."""
    return stream.read_bytes().count(_END) - 1


def shorten_stream(to: Path, chunks: int) -> Path:
    """Write a shorter copy of the captured stream: its first chunks, its last two, the end mark."""
    events = STREAM.read_bytes().split(_END)
    kept = events[: chunks - 2] + events[-4:]
    to.write_bytes(_END.join(kept))
    return to
