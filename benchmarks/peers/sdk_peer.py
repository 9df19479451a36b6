"""This SDK: typed replies and typed chunks."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import attrs

from benchmarks.bodies import MAX_TOKENS, MESSAGES, MODEL, TEMPERATURE
from benchmarks.peers import Streamed
from vllm_sdk import VLLM, AsyncVLLM


@attrs.frozen
class _Async:
    client: AsyncVLLM

    async def ask(self) -> str:
        reply = await self.client.chat(MESSAGES, temperature=TEMPERATURE, max_tokens=MAX_TOKENS)
        return reply.text

    async def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        async with self.client.stream(
            MESSAGES, temperature=TEMPERATURE, max_tokens=MAX_TOKENS
        ) as stream:
            async for chunk in stream:
                if not chunks:
                    first = time.perf_counter()
                chunks += 1
                characters += len(chunk.text)
        return Streamed(chunks, first, characters)


@attrs.frozen
class _Sync:
    client: VLLM

    def ask(self) -> str:
        return self.client.chat(MESSAGES, temperature=TEMPERATURE, max_tokens=MAX_TOKENS).text

    def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        with self.client.stream(MESSAGES, temperature=TEMPERATURE, max_tokens=MAX_TOKENS) as stream:
            for chunk in stream:
                if not chunks:
                    first = time.perf_counter()
                chunks += 1
                characters += len(chunk.text)
        return Streamed(chunks, first, characters)


@asynccontextmanager
async def open_async_peer(url: str) -> AsyncIterator[_Async]:
    """Open the asynchronous client with its defaults."""
    async with AsyncVLLM(url, model=MODEL) as client:
        yield _Async(client)


@contextmanager
def open_sync_peer(url: str) -> Iterator[_Sync]:
    """Open the synchronous client with its defaults."""
    with VLLM(url, model=MODEL) as client:
        yield _Sync(client)
