"""A real vLLM server that is stopped, killed and started again at the same address."""

from __future__ import annotations

import signal
import time
from collections.abc import Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Self

import httpx

from tools.soak.tally import wait_until
from vllm_sdk.testing import serve

SETTLING = 60.0
"""Seconds in which a server must have dropped the requests that nobody waits for."""

_COUNTS = ("vllm:num_requests_running{", "vllm:num_requests_waiting{")


class LiveServer:
    """A server at one address, as often as it is started.

    Attributes:
        url: The address.
    """

    def __init__(self, flags: Sequence[str] = ()) -> None:
        """Start the server.

        Args:
            flags: Further flags of vLLM's server.
        """
        self._flags = tuple(flags)
        self._running = ExitStack()
        self._server = self._running.enter_context(serve(flags=self._flags))
        self.url = self._server.url

    def __enter__(self) -> Self:
        """Enter a block that ends the server when it is left."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the server."""
        self._running.close()

    @property
    def model(self) -> str:
        """The name of the model."""
        return self._server.model

    @property
    def version(self) -> str:
        """The version of vLLM."""
        environment = self._server.environment
        return "unknown" if environment is None else environment.version or "unknown"

    def pause(self, seconds: float) -> None:
        """Stop all processes of the server for a while."""
        self._server.kill(signal.SIGSTOP)
        time.sleep(seconds)
        self._server.kill(signal.SIGCONT)

    def restart(self, number: signal.Signals) -> float:
        """End the server by a signal and start it again; return the seconds that it was away."""
        began = time.monotonic()
        self._server.kill(number)
        self._server.wait()
        self._running.close()
        port = int(self.url.rpartition(":")[2])
        self._server = self._running.enter_context(serve(flags=self._flags, port=port))
        return time.monotonic() - began

    def settles(self) -> bool:
        """Return whether no request runs or waits any more, in time."""
        return wait_until(lambda: self._count_requests() == 0, SETTLING)

    def _count_requests(self) -> float:
        lines = httpx.get(f"{self.url}/metrics", timeout=SETTLING).text.splitlines()
        return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(_COUNTS))
