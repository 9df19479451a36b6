"""The clients of httpx and httpx2 that users inject."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, Protocol

from vllm_sdk.errors import ConfigurationError

LIBRARIES = ("httpx", "httpx2")


class _RequestBuilder(Protocol):
    """The part of a client that is the same for both kinds."""

    @property
    def base_url(self) -> Any:
        """The client's own address, or an empty one."""
        ...

    @property
    def timeout(self) -> Any:
        """The client's limits of each wait."""
        ...

    def build_request(
        self,
        method: str,
        url: str,
        *,
        content: Any = ...,
        headers: Any = ...,
        timeout: Any = ...,
        extensions: Any = ...,
    ) -> Any:
        """Build a request."""
        ...


class HTTPClient(_RequestBuilder, Protocol):
    """An `httpx.Client` or an `httpx2.Client`."""

    def send(self, request: Any, *, stream: bool) -> Any:
        """Send a request."""
        ...

    def close(self) -> None:
        """Close the client."""
        ...


class AsyncHTTPClient(_RequestBuilder, Protocol):
    """An `httpx.AsyncClient` or an `httpx2.AsyncClient`."""

    async def send(self, request: Any, *, stream: bool) -> Any:
        """Send a request."""
        ...

    async def aclose(self) -> None:
        """Close the client."""
        ...


def find_library(client: object) -> ModuleType:
    """Return the library that a client belongs to, if of a subclass.

    Raises:
        ConfigurationError: It belongs to none that is supported.
    """
    for kind in type(client).__mro__:
        name = kind.__module__.partition(".")[0]
        if name in LIBRARIES:
            return sys.modules[name]
    raise ConfigurationError(
        f"http_client takes a client of {' or '.join(LIBRARIES)}, not {type(client).__name__}."
    )


def check_client(client: object, name: str) -> None:
    """Refuse what is not a client of a supported library, or of the other kind.

    Raises:
        ConfigurationError: It is none.
    """
    library = find_library(client)
    if not isinstance(client, getattr(library, name)):
        raise ConfigurationError(
            f"http_client takes an {library.__name__}.{name} here, not the "
            f"{type(client).__name__} given."
        )
