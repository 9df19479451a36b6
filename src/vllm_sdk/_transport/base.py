"""The protocol of transports, and what all of them share."""

from __future__ import annotations

import math
import platform
import re
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Protocol, Self

import attrs
import httpx

from vllm_sdk._operations.core import Request, Response, build_unexpected_response
from vllm_sdk._transport.settings import Settings
from vllm_sdk._transport.status_errors import Failure, build_error
from vllm_sdk._version import __version__
from vllm_sdk.errors import ConfigurationError, VLLMError

USER_AGENT = f"vllm-typed-sdk/{__version__} python/{platform.python_version()}"

DEFAULT_TIMEOUT = httpx.Timeout(600.0, connect=10.0)
"""The default limits of each wait. Generation may take minutes before the first byte."""

DEFAULT_LIMITS = httpx.Limits(
    # More than a server runs at once by default; requests beyond it wait their turn here.
    max_connections=1000,
    max_keepalive_connections=1000,
    # uvicorn closes idle connections after 5 s: close them before it does.
    keepalive_expiry=4.0,
)

_HEADER_VALUE = re.compile(r"([\x21-\x7e]([\x20-\x7e\t]*[\x21-\x7e])?)?")
"""ASCII without control characters. White space around it would be refused, with the value."""

_OWN_HEADERS = frozenset({"accept", "content-type", "content-length", "host", "transfer-encoding"})
"""Headers that the client sets itself: other values would break the protocol."""


class ByteStream(Protocol):
    """A successful response whose body is read as it arrives.

    Attributes:
        url: The address that responded, without credentials.
        content_type: The `Content-Type` header, or an empty string.
    """

    url: str
    content_type: str

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body's bytes as they arrive.

        Raises:
            TransportError: The connection broke, or no bytes arrived in time.
        """
        ...

    def close(self) -> None:
        """Return the connection to the pool, or close it if bytes are still to come."""
        ...


class AsyncByteStream(Protocol):
    """A successful response whose body is read as it arrives, for asyncio.

    Attributes:
        url: The address that responded, without credentials.
        content_type: The `Content-Type` header, or an empty string.
    """

    url: str
    content_type: str

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes as they arrive.

        Raises:
            TransportError: The connection broke, or no bytes arrived in time.
        """
        ...

    async def close(self) -> None:
        """Return the connection to the pool, or close it if bytes are still to come."""
        ...


class Transport(Protocol):
    """Sends a request once.

    Attributes:
        endpoint: The server that the requests go to.
    """

    @property
    def endpoint(self) -> Endpoint:
        """The server that the requests go to."""
        ...

    def send(self, request: Request) -> Response:
        """Send a request and read the whole response.

        Raises:
            TransportError: No usable response arrived.
            StatusError: The server responded with an error.
        """
        ...

    def stream(self, request: Request) -> ByteStream:
        """Send a request and leave the response open; the caller closes it.

        Raises:
            TransportError: No usable response arrived.
            StatusError: The server responded with an error.
        """
        ...

    def close(self) -> None:
        """Close every connection that the transport opened itself."""
        ...

    def copy(self, headers: Mapping[str, str] | None, timeout: httpx.Timeout | None) -> Self:
        """Copy the transport with other headers and limits; the copy shares its connections.

        Args:
            headers: Headers, merged over the transport's.
            timeout: Limits of each wait; None keeps the transport's.
        """
        ...


class AsyncTransport(Protocol):
    """Sends a request once, for asyncio."""

    @property
    def endpoint(self) -> Endpoint:
        """The server that the requests go to."""
        ...

    async def send(self, request: Request) -> Response:
        """Send a request and read the whole response.

        Raises:
            TransportError: No usable response arrived.
            StatusError: The server responded with an error.
        """
        ...

    async def stream(self, request: Request) -> AsyncByteStream:
        """Send a request and leave the response open; the caller closes it.

        Raises:
            TransportError: No usable response arrived.
            StatusError: The server responded with an error.
        """
        ...

    async def close(self) -> None:
        """Close every connection that the transport opened itself."""
        ...

    def copy(self, headers: Mapping[str, str] | None, timeout: httpx.Timeout | None) -> Self:
        """Copy the transport; see `Transport.copy`."""
        ...


@attrs.frozen
class Endpoint:
    """The server as a transport sees it.

    Attributes:
        base_url: The address that every path is appended to.
        headers: The headers of every request.
        keyed: Whether an API key is among the headers.
    """

    base_url: str
    headers: dict[str, str] = attrs.field(repr=False)
    keyed: bool

    @classmethod
    def of(cls, settings: Settings, headers: Mapping[str, str] | None = None) -> Endpoint:
        """Build the endpoint that a client's settings name.

        Raises:
            ConfigurationError: A header is not one that a request can carry.
        """
        own = {
            "Accept": "application/json, text/event-stream",
            "Content-Type": "application/json",
            "User-Agent": USER_AGENT,
        }
        if settings.api_key is not None:
            own["Authorization"] = f"Bearer {settings.api_key}"
        endpoint = cls(settings.base_url, own, keyed=settings.api_key is not None)
        return endpoint.with_headers(headers)

    def with_headers(self, headers: Mapping[str, str] | None) -> Endpoint:
        """Return the endpoint with more headers, whose names differ in more than their case.

        Raises:
            ConfigurationError: A header is not one that a request can carry.
        """
        if headers is None:
            return self
        merged = dict(self.headers)
        for name, value in check_headers(headers).items():
            for known in [known for known in merged if known.lower() == name.lower()]:
                del merged[known]
            merged[name] = value
        keyed = any(name.lower() == "authorization" for name in merged)
        return Endpoint(self.base_url, merged, keyed=keyed)

    def read_response(
        self, request: Request, status: int, headers: Mapping[str, str], content: bytes
    ) -> Response:
        """Return the response to a request.

        Raises:
            VLLMError: The response is not a success.
        """
        url = self.base_url + request.path
        if 200 <= status < 300:  # noqa: PLR2004 - the HTTP class itself
            return Response(url, status, headers.get("content-type", ""), content)
        raise build_error(
            Failure(
                url=url,
                path=request.path,
                status=status,
                content=content,
                retry_after=read_retry_after(headers.get("retry-after")),
                location=headers.get("location"),
                request_id=headers.get("x-request-id"),
                keyed=self.keyed,
            )
        )

    def build_error_mapping(self, request: Request) -> Callable[[int, bytes], VLLMError]:
        """Return what maps the status and body of an error event in a stream to its exception."""

        def map_error(status: int, content: bytes) -> VLLMError:
            url = self.base_url + request.path
            return build_error(
                Failure(
                    url=url, path=request.path, status=status, content=content, keyed=self.keyed
                )
            )

        return map_error


def check_event_stream(source: ByteStream | AsyncByteStream, start: bytes) -> None:
    """Refuse a response that is not a stream of events.

    Raises:
        UnexpectedResponse: The content type is another.
    """
    kind = source.content_type.partition(";")[0].strip().lower()
    if kind != "text/event-stream":
        response = Response(source.url, 200, source.content_type, start)
        raise build_unexpected_response(response, "it is not an event stream")


def read_retry_after(header: str | None) -> float | None:
    """Read the seconds of a `Retry-After` header; its rarer form, a date, is left out."""
    if header is None or not header.strip().isdecimal():
        return None
    return float(header)


def check_headers(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Check headers that a user gives; no error quotes a value, which may be a secret.

    Raises:
        ConfigurationError: A header is not text, cannot be sent, or is the client's own.
    """
    if not isinstance(headers, Mapping):
        raise ConfigurationError(f"headers takes a dict, not the {type(headers).__name__} given.")
    for name, value in headers.items():
        if not isinstance(name, str) or not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            raise ConfigurationError(f"headers: {name!r} is not the name of an HTTP header.")
        if name.lower() in _OWN_HEADERS:
            raise ConfigurationError(f"headers: {name} is set by the client itself.")
        if not isinstance(value, str) or not re.fullmatch(_HEADER_VALUE, value):
            raise ConfigurationError(
                f"headers: the value of {name} is not a text that an HTTP header can carry."
            )
    return headers


def check_type(name: str, given: object, *types: type) -> None:
    """Refuse an argument of the wrong type when a client is made, not at its first request.

    Raises:
        ConfigurationError: It is neither None nor of one of the types.
    """
    if given is not None and not isinstance(given, types):
        wanted = f"{types[0].__module__.partition('.')[0]}.{types[0].__name__}"
        raise ConfigurationError(f"{name} takes a {wanted}, not the {type(given).__name__} given.")


def read_timeout(given: float | httpx.Timeout | None) -> httpx.Timeout | None:
    """Return the limits of each wait that a `timeout=` argument stands for.

    Returns:
        The limits; None if the argument was left out.

    Raises:
        ConfigurationError: Not a positive number of seconds.
    """
    if given is DEFAULT_TIMEOUT:
        return None
    if isinstance(given, httpx.Timeout):
        return given
    if given is None:
        return httpx.Timeout(None)
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not 0 < given < math.inf:
        raise ConfigurationError(
            f"timeout is a positive number of seconds, an httpx.Timeout or None, not {given!r}."
        )
    return httpx.Timeout(given)
