"""Plain aiohttp with JSON from the standard library: untyped, unchecked."""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import attrs

from benchmarks import bodies
from benchmarks.peers import Streamed, wire

_PATH = "/v1/chat/completions"


@attrs.frozen
class _Async:
    session: aiohttp.ClientSession

    async def ask(self) -> str:
        async with self.session.post(_PATH, json=bodies.build_request()) as response:
            response.raise_for_status()
            return wire.get_text(await response.json())

    async def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        asked = bodies.build_request(stream=True)
        async with self.session.post(_PATH, json=asked) as response:
            response.raise_for_status()
            async for line in response.content:
                if line.startswith(b"data: {"):
                    chunk = json.loads(line[6:])
                    if not chunks:
                        first = time.perf_counter()
                    chunks += 1
                    characters += len(wire.get_delta(chunk))
        return Streamed(chunks, first, characters)


@asynccontextmanager
async def open_async_peer(url: str) -> AsyncIterator[_Async]:
    """Open a default session, except for its 100 connections: it gets as many as this SDK."""
    connector = aiohttp.TCPConnector(limit=1000)
    async with aiohttp.ClientSession(url, connector=connector) as session:
        yield _Async(session)
