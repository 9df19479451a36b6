"""The state of the server: `client.server`."""

from __future__ import annotations

from vllm_sdk._async.base_client import AsyncRun
from vllm_sdk._operations import server
from vllm_sdk._operations.capabilities import ServerCapabilities


class AsyncServer:
    """The state of the server: health, version."""

    def __init__(self, run: AsyncRun, capabilities: ServerCapabilities) -> None:
        """Keep what runs an operation, and what remembers the version."""
        self._run = run
        self._capabilities = capabilities

    async def health(self) -> bool:
        """Ask whether the engine is alive (`GET /health`).

        Returns:
            False if vLLM responds that its engine is dead.

        Raises:
            ConnectionFailed: No server listens at the address.
        """
        return await self._run(server.check_health())

    async def version(self) -> str:
        """Ask for the version of vLLM, such as `0.33.0` (`GET /version`)."""
        return await self._run(server.fetch_version(self._capabilities))

    async def check_version(self) -> str:
        """Ask for the server's version of vLLM, and remember it (`GET /version`).

        From then on, options that this version ignores cause a warning before the request is sent.
        Otherwise the client learns the version from the first reply. A version older than the
        version that this SDK is made for is logged as a WARNING, a newer one at INFO.

        Returns:
            The version, such as `0.33.0`.
        """
        return await self._run(server.check_version(self._capabilities))
