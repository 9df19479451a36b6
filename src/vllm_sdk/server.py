"""The server's administration, reached as `client.server`."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Protocol

from vllm_sdk.flows import administration
from vllm_sdk.flows.calls import Flow, T


class Run(Protocol):
    """Drives a flow to its value."""

    def __call__(self, flow: Flow[T]) -> T:
        """Drive it."""
        ...


class AsyncRun(Protocol):
    """Drives a flow to its value."""

    def __call__(self, flow: Flow[T]) -> Awaitable[T]:
        """Drive it."""
        ...


class Server:
    """The server behind a `VLLM` client."""

    def __init__(self, run: Run) -> None:
        """Hold what drives a flow."""
        self._run = run

    def health(self) -> bool:
        """Whether the engine is alive (`GET /health`).

        Returns:
            False where vLLM says that its engine is dead.

        Raises:
            ConnectionFailed: nobody listens there.
        """
        return self._run(administration.health())

    def version(self) -> str:
        """The version of vLLM, such as `0.32.0` (`GET /version`)."""
        return self._run(administration.version())


class AsyncServer:
    """The server behind an `AsyncVLLM` client."""

    def __init__(self, run: AsyncRun) -> None:
        """Hold what drives a flow."""
        self._run = run

    async def health(self) -> bool:
        """Whether the engine is alive (`GET /health`).

        Returns:
            False where vLLM says that its engine is dead.

        Raises:
            ConnectionFailed: nobody listens there.
        """
        return await self._run(administration.health())

    async def version(self) -> str:
        """The version of vLLM, such as `0.32.0` (`GET /version`)."""
        return await self._run(administration.version())
