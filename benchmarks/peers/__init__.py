"""The clients that are measured, each used as its own documentation shows.

Every peer sends the same request and reads the same values: the text of the response, and the text
of every chunk. Each is imported in a process of its own, so that it does not pay for the imports of
the others.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from importlib import import_module
from typing import Protocol, cast

import attrs


@attrs.frozen
class Streamed:
    """A stream that was read to its end.

    Attributes:
        chunks: The number of chunks.
        first: The time of the first chunk, by `time.perf_counter`.
        characters: The length of the text.
    """

    chunks: int
    first: float
    characters: int


class AsyncPeer(Protocol):
    """A client for asyncio."""

    async def ask(self) -> str:
        """Ask once and give the answer's text."""
        ...

    async def stream(self) -> Streamed:
        """Read one stream, chunk by chunk."""
        ...


class SyncPeer(Protocol):
    """A client without asyncio."""

    def ask(self) -> str:
        """Ask once and give the answer's text."""
        ...

    def stream(self) -> Streamed:
        """Read one stream, chunk by chunk."""
        ...


def open_async_peer(name: str, url: str) -> AbstractAsyncContextManager[AsyncPeer]:
    """Open a peer for asyncio, one of `plan.ASYNC_PEERS`."""
    made = import_module(f"benchmarks.peers.{name}_peer").open_async_peer
    return cast("Callable[[str], AbstractAsyncContextManager[AsyncPeer]]", made)(url)


def open_sync_peer(name: str, url: str) -> AbstractContextManager[SyncPeer]:
    """Open a peer without asyncio, one of `plan.SYNC_PEERS`."""
    made = import_module(f"benchmarks.peers.{name}_peer").open_sync_peer
    return cast("Callable[[str], AbstractContextManager[SyncPeer]]", made)(url)
