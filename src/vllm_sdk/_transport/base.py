"""What a transport is, and what all of them share."""

from __future__ import annotations

import math
import platform
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Protocol

import attrs
import httpx

from vllm_sdk._operations.core import Answer, Call
from vllm_sdk._transport.settings import Settings
from vllm_sdk._transport.status_errors import Failure, error_for
from vllm_sdk._version import __version__
from vllm_sdk.errors import ConfigurationError, VLLMError

USER_AGENT = f"vllm-typed-sdk/{__version__} python/{platform.python_version()}"

DEFAULT_TIMEOUT = httpx.Timeout(600.0, connect=10.0)
"""Generation may take minutes before the first byte; every single wait still has an end."""

DEFAULT_LIMITS = httpx.Limits(
    # More than a server runs at once by default; requests beyond it wait their turn here.
    max_connections=1000,
    max_keepalive_connections=1000,
    # uvicorn closes idle connections after 5 s: let go of them before it does.
    keepalive_expiry=4.0,
)


class ByteStream(Protocol):
    """A successful response whose body is read as it arrives.

    Attributes:
        url: where it comes from, without credentials.
        content_type: the `Content-Type` header, or an empty string.
    """

    url: str
    content_type: str

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body's bytes, as they come.

        Raises:
            TransportError: the connection broke or fell silent.
        """
        ...

    def close(self) -> None:
        """Give the connection back; one that still has bytes to come is closed."""
        ...


class AsyncByteStream(Protocol):
    """What `ByteStream` is, for asyncio."""

    url: str
    content_type: str

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes, as they come.

        Raises:
            TransportError: the connection broke or fell silent.
        """
        ...

    async def close(self) -> None:
        """Give the connection back; one that still has bytes to come is closed."""
        ...


class Transport(Protocol):
    """Sends a call and waits for its answer."""

    def send(self, call: Call) -> Answer:
        """Send a call and read its whole answer.

        Raises:
            TransportError: no usable answer arrived.
            StatusError: the server answered with an error.
        """
        ...

    def stream(self, call: Call) -> ByteStream:
        """Send a call and leave its answer open; the caller closes it.

        Raises:
            TransportError: no usable answer arrived.
            StatusError: the server answered with an error.
        """
        ...

    def close(self) -> None:
        """Close every connection that the transport opened itself."""
        ...


class AsyncTransport(Protocol):
    """What `Transport` is, for asyncio."""

    async def send(self, call: Call) -> Answer:
        """Send a call and read its whole answer.

        Raises:
            TransportError: no usable answer arrived.
            StatusError: the server answered with an error.
        """
        ...

    async def stream(self, call: Call) -> AsyncByteStream:
        """Send a call and leave its answer open; the caller closes it.

        Raises:
            TransportError: no usable answer arrived.
            StatusError: the server answered with an error.
        """
        ...

    async def close(self) -> None:
        """Close every connection that the transport opened itself."""
        ...


@attrs.frozen
class Endpoint:
    """The server as a transport sees it.

    Attributes:
        base_url: what every path is appended to.
        headers: what every request carries.
        keyed: whether an API key is among the headers.
    """

    base_url: str
    headers: dict[str, str] = attrs.field(repr=False)
    keyed: bool

    @classmethod
    def of(cls, settings: Settings) -> Endpoint:
        """The endpoint that a client's settings name."""
        headers = {
            "Accept": "application/json, text/event-stream",
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
        }
        if settings.api_key is not None:
            headers["Authorization"] = f"Bearer {settings.api_key}"
        return cls(settings.base_url, headers, keyed=settings.api_key is not None)

    def answer(self, call: Call, status: int, headers: Mapping[str, str], content: bytes) -> Answer:
        """The answer that a complete response is.

        Raises:
            VLLMError: the response is no success.
        """
        url = self.base_url + call.path
        if 200 <= status < 300:  # noqa: PLR2004 - the HTTP class itself
            return Answer(url, status, headers.get("content-type", ""), content)
        raise error_for(
            Failure(
                url=url,
                path=call.path,
                status=status,
                content=content,
                retry_after=retry_after(headers.get("retry-after")),
                location=headers.get("location"),
                request_id=headers.get("x-request-id"),
                keyed=self.keyed,
            )
        )

    def event_error(self, call: Call) -> Callable[[int, bytes], VLLMError]:
        """What turns the status and the body of an error event in a stream into its error."""

        def error_of(status: int, content: bytes) -> VLLMError:
            url = self.base_url + call.path
            return error_for(
                Failure(url=url, path=call.path, status=status, content=content, keyed=self.keyed)
            )

        return error_of


def retry_after(header: str | None) -> float | None:
    """The seconds of a `Retry-After` header; its rarer form, a date, is left out."""
    if header is None or not header.strip().isdecimal():
        return None
    return float(header)


def check_kind(name: str, given: object, *kinds: type) -> None:
    """Refuse an argument of the wrong kind when a client is made, not at its first request.

    Raises:
        ConfigurationError: it is neither None nor of one of the kinds.
    """
    if given is not None and not isinstance(given, kinds):
        wanted = f"{kinds[0].__module__.partition('.')[0]}.{kinds[0].__name__}"
        raise ConfigurationError(f"{name} takes a {wanted}, not the {type(given).__name__} given.")


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
