"""What a transport is, and what all of them share."""

from __future__ import annotations

import math
import platform
from typing import Protocol

import httpx

from vllm_sdk._version import __version__
from vllm_sdk.errors import ConfigurationError
from vllm_sdk.flows.calls import Answer, Call
from vllm_sdk.settings import Settings

USER_AGENT = f"vllm-typed-sdk/{__version__} python/{platform.python_version()}"


class Transport(Protocol):
    """Sends a call and waits for its answer."""

    def send(self, call: Call) -> Answer:
        """Send a call.

        Raises:
            TransportError: no usable answer arrived.
            StatusError: the server answered with an error.
        """
        ...

    def close(self) -> None:
        """Close every connection that the transport opened itself."""
        ...


class AsyncTransport(Protocol):
    """Sends a call and awaits its answer."""

    async def send(self, call: Call) -> Answer:
        """Send a call.

        Raises:
            TransportError: no usable answer arrived.
            StatusError: the server answered with an error.
        """
        ...

    async def close(self) -> None:
        """Close every connection that the transport opened itself."""
        ...


def request_headers(settings: Settings) -> dict[str, str]:
    """The headers that every request carries."""
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/json",
        "User-Agent": USER_AGENT,
    }
    if settings.api_key is not None:
        headers["Authorization"] = f"Bearer {settings.api_key}"
    return headers


def timeout_of(given: float | httpx.Timeout | None) -> httpx.Timeout | None:
    """The bounds of each wait that a client's `timeout=` stands for.

    Raises:
        ConfigurationError: not a positive number of seconds.
    """
    if given is None or isinstance(given, httpx.Timeout):
        return given
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not 0 < given < math.inf:
        raise ConfigurationError(
            f"timeout is a positive number of seconds or an httpx.Timeout, not {given!r}."
        )
    return httpx.Timeout(given)
