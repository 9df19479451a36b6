"""The server's administration, reached as `client.server`."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Protocol

from vllm_sdk._operations import server as administration
from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import Flow, T


class AsyncRun(Protocol):
    """Drives a flow to its value."""

    def __call__(self, flow: Flow[T]) -> Awaitable[T]:
        """Drive it."""
        ...


class AsyncServer:
    """The server behind an `AsyncVLLM` client."""

    def __init__(self, run: AsyncRun, memory: Memory) -> None:
        """Hold what drives a flow, and what learns the version."""
        self._run = run
        self._memory = memory

    async def health(self) -> bool:
        """Whether the engine is alive (`GET /health`).

        Returns:
            False where vLLM says that its engine is dead.

        Raises:
            ConnectionFailed: nobody listens there.
        """
        return await self._run(administration.health())

    async def version(self) -> str:
        """The version of vLLM, such as `0.33.0` (`GET /version`)."""
        return await self._run(administration.version(self._memory))
