"""The server's administration, reached as `client.server`."""

from __future__ import annotations

from typing import Protocol

from vllm_sdk._operations import server as administration
from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.core import Flow, T


class Run(Protocol):
    """Drives a flow to its value."""

    def __call__(self, flow: Flow[T]) -> T:
        """Drive it."""
        ...


class Server:
    """The server behind a `VLLM` client."""

    def __init__(self, run: Run, memory: Memory) -> None:
        """Hold what drives a flow, and what learns the version."""
        self._run = run
        self._memory = memory

    def health(self) -> bool:
        """Whether the engine is alive (`GET /health`).

        Returns:
            False where vLLM says that its engine is dead.

        Raises:
            ConnectionFailed: nobody listens there.
        """
        return self._run(administration.health())

    def version(self) -> str:
        """The version of vLLM, such as `0.33.0` (`GET /version`)."""
        return self._run(administration.version(self._memory))
