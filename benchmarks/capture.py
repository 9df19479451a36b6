"""Capture the answers that are replayed, from a live vLLM server.

    python -m benchmarks.capture http://localhost:8000

What the model says does not matter, form and sizes do: about 1.5 KB whole, 256 tokens streamed.
"""

from __future__ import annotations

import sys

import httpx

from benchmarks import bodies


def capture(base_url: str) -> None:
    """Ask the server, and write what it answers into the files."""
    with httpx.Client(base_url=base_url, timeout=600) as client:
        for path, tokens in ((bodies.CHAT, 192), (bodies.STREAM, 256)):
            asked = bodies.request(stream=path is bodies.STREAM)
            exactly = {"max_tokens": tokens, "min_tokens": tokens, "ignore_eos": True}
            answer = client.post("/v1/chat/completions", json=asked | exactly).raise_for_status()
            path.write_bytes(answer.content)
            print(f"{path}: {len(answer.content)} bytes")


if __name__ == "__main__":
    capture(sys.argv[1])
