"""Plain httpx2, the successor of httpx, with JSON from the standard library: untyped, unchecked."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import attrs
import httpx2

from benchmarks import bodies
from benchmarks.peers import Streamed, wire

_PATH = "/v1/chat/completions"


@attrs.frozen
class _Async:
    client: httpx2.AsyncClient

    async def ask(self) -> str:
        response = await self.client.post(_PATH, json=bodies.build_request())
        response.raise_for_status()
        return wire.get_text(response.json())

    async def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        asked = bodies.build_request(stream=True)
        async with self.client.stream("POST", _PATH, json=asked) as response:
            response.raise_for_status()
            async for line in response.aiter_lines():
                if line.startswith("data: {"):
                    chunk = json.loads(line[6:])
                    if not chunks:
                        first = time.perf_counter()
                    chunks += 1
                    characters += len(wire.get_delta(chunk))
        return Streamed(chunks, first, characters)


@attrs.frozen
class _Sync:
    client: httpx2.Client

    def ask(self) -> str:
        response = self.client.post(_PATH, json=bodies.build_request())
        response.raise_for_status()
        return wire.get_text(response.json())

    def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        asked = bodies.build_request(stream=True)
        with self.client.stream("POST", _PATH, json=asked) as response:
            response.raise_for_status()
            for line in response.iter_lines():
                if line.startswith("data: {"):
                    chunk = json.loads(line[6:])
                    if not chunks:
                        first = time.perf_counter()
                    chunks += 1
                    characters += len(wire.get_delta(chunk))
        return Streamed(chunks, first, characters)


@asynccontextmanager
async def open_async_peer(url: str) -> AsyncIterator[_Async]:
    """Open a default client, except for its timeout of 5 s, too short for 1000 requests at once."""
    async with httpx2.AsyncClient(base_url=url, timeout=600) as client:
        yield _Async(client)


@contextmanager
def open_sync_peer(url: str) -> Iterator[_Sync]:
    """Open a client with the same timeout."""
    with httpx2.Client(base_url=url, timeout=600) as client:
        yield _Sync(client)
