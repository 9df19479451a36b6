"""Capture the responses to replay from a live vLLM server.

    python -m benchmarks.capture http://localhost:8000

The content does not matter, only the form and the size: about 1.5 KB whole, 256 tokens streamed.
"""

from __future__ import annotations

import sys

import httpx

from benchmarks import bodies


def capture(base_url: str) -> None:
    """Send the requests to a server, and write its responses into the files."""
    with httpx.Client(base_url=base_url, timeout=600) as client:
        for path, tokens in ((bodies.CHAT, 192), (bodies.STREAM, 256)):
            asked = bodies.build_request(stream=path is bodies.STREAM)
            exactly = {"max_tokens": tokens, "min_tokens": tokens, "ignore_eos": True}
            answer = client.post("/v1/chat/completions", json=asked | exactly).raise_for_status()
            path.write_bytes(answer.content)
            print(f"{path}: {len(answer.content)} bytes")


if __name__ == "__main__":
    capture(sys.argv[1])
