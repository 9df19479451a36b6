"""The `openai` client, as its documentation uses it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import attrs
from openai import AsyncOpenAI, OpenAI

from benchmarks.bodies import MAX_TOKENS, MESSAGES, MODEL, TEMPERATURE
from benchmarks.peers import Streamed

_ASKED: dict[str, Any] = {
    "model": MODEL,
    "messages": MESSAGES,
    "temperature": TEMPERATURE,
    "max_tokens": MAX_TOKENS,
}
_STREAMED: dict[str, Any] = _ASKED | {"stream": True, "stream_options": {"include_usage": True}}


@attrs.frozen
class _Async:
    client: AsyncOpenAI

    async def ask(self) -> str:
        completion = await self.client.chat.completions.create(**_ASKED)
        text: str = completion.choices[0].message.content
        return text

    async def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        async for chunk in await self.client.chat.completions.create(**_STREAMED):
            if not chunks:
                first = time.perf_counter()
            chunks += 1
            if chunk.choices:
                characters += len(chunk.choices[0].delta.content or "")
        return Streamed(chunks, first, characters)


@attrs.frozen
class _Sync:
    client: OpenAI

    def ask(self) -> str:
        text: str = self.client.chat.completions.create(**_ASKED).choices[0].message.content
        return text

    def stream(self) -> Streamed:
        chunks = characters = 0
        first = 0.0
        for chunk in self.client.chat.completions.create(**_STREAMED):
            if not chunks:
                first = time.perf_counter()
            chunks += 1
            if chunk.choices:
                characters += len(chunk.choices[0].delta.content or "")
        return Streamed(chunks, first, characters)


@asynccontextmanager
async def open_async_peer(url: str) -> AsyncIterator[_Async]:
    """Open the asynchronous client with its defaults."""
    async with AsyncOpenAI(base_url=f"{url}/v1", api_key="none") as client:
        yield _Async(client)


@contextmanager
def open_sync_peer(url: str) -> Iterator[_Sync]:
    """Open the synchronous client with its defaults."""
    with OpenAI(base_url=f"{url}/v1", api_key="none") as client:
        yield _Sync(client)
