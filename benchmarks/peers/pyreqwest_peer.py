"""pyreqwest, a client in Rust: JSON as dicts by its own decoder, and streams as bytes; unchecked.

Its streams are bytes. They are split into lines here, and decoded by the standard library.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import attrs
from pyreqwest.client import Client, ClientBuilder, SyncClient, SyncClientBuilder

from benchmarks import bodies
from benchmarks.peers import Streamed, wire

_PATH = "/v1/chat/completions"

_UNBUFFERED = 0
"""Its default waits for 64 KB before it gives the first byte, so that nothing is streamed."""


@attrs.frozen
class _Async:
    client: Client

    async def ask(self) -> str:
        request = self.client.post(_PATH).body_json(bodies.build_request()).build()
        response = await request.send()
        return wire.get_text(await response.json())

    async def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        rest = b""
        request = self.client.post(_PATH).body_json(bodies.build_request(stream=True))
        async with request.streamed_read_buffer_limit(_UNBUFFERED).build_streamed() as response:
            while (part := await response.body_reader.read_chunk()) is not None:
                *lines, rest = (rest + bytes(part)).split(b"\n")
                for line in lines:
                    if line.startswith(b"data: {"):
                        chunk = json.loads(line[6:])
                        if not chunks:
                            first = time.perf_counter()
                        chunks += 1
                        characters += len(wire.get_delta(chunk))
        return Streamed(chunks, first, characters)


@attrs.frozen
class _Sync:
    client: SyncClient

    def ask(self) -> str:
        request = self.client.post(_PATH).body_json(bodies.build_request()).build()
        return wire.get_text(request.send().json())

    def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        rest = b""
        request = self.client.post(_PATH).body_json(bodies.build_request(stream=True))
        with request.streamed_read_buffer_limit(_UNBUFFERED).build_streamed() as response:
            while (part := response.body_reader.read_chunk()) is not None:
                *lines, rest = (rest + bytes(part)).split(b"\n")
                for line in lines:
                    if line.startswith(b"data: {"):
                        chunk = json.loads(line[6:])
                        if not chunks:
                            first = time.perf_counter()
                        chunks += 1
                        characters += len(wire.get_delta(chunk))
        return Streamed(chunks, first, characters)


@asynccontextmanager
async def open_async_peer(url: str) -> AsyncIterator[_Async]:
    """Open a client with its defaults, which raises errors as its documentation shows."""
    async with ClientBuilder().base_url(url).error_for_status(enable=True).build() as client:
        yield _Async(client)


@contextmanager
def open_sync_peer(url: str) -> Iterator[_Sync]:
    """Open a client with its defaults, which raises errors as its documentation shows."""
    with SyncClientBuilder().base_url(url).error_for_status(enable=True).build() as client:
        yield _Sync(client)
