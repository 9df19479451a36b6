"""What transports take, give and raise; `vllm_sdk.transports` shows it to users."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Protocol

import httpx
import msgspec

from vllm_sdk._operations.core import Response
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.endpoint import Endpoint


class HTTPRequest(msgspec.Struct, frozen=True, gc=False):
    """A request as a transport sends it, once.

    Attributes:
        endpoint: The server, the headers and the limits.
        method: The HTTP method.
        path: The route below the server's base URL, with its leading slash.
        body: The JSON body, encoded, or None.
        repeatable: Whether the request starts no generation, so that sending it twice does no harm.
        request_id: The id of the request, in the header `X-Request-Id`; the same in each attempt.
        deadline: The time at which the whole call has to be over, or None.
    """

    endpoint: Endpoint
    method: str
    path: str
    body: bytes | None = None
    repeatable: bool = False
    request_id: str = ""
    deadline: Deadline | None = None

    @property
    def url(self) -> str:
        """The address, without the query of the endpoint, which may hold a key."""
        return self.endpoint.base_url + self.path

    @property
    def query(self) -> str:
        """The query to append to the address, encoded; mostly empty."""
        return self.endpoint.query

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, the API key among them; `Host` and `Content-Length` are yours to add."""
        headers = self.endpoint.headers
        if self.endpoint.request_id is not None or not self.request_id:
            return headers
        return {**headers, "X-Request-Id": self.request_id}

    @property
    def timeout(self) -> httpx.Timeout:
        """The limit of each wait in seconds: to connect, read, write, and for a connection."""
        return self.endpoint.timeout

    def with_endpoint(self, endpoint: Endpoint) -> HTTPRequest:
        """Return the same request to another endpoint."""
        return msgspec.structs.replace(self, endpoint=endpoint)

    @property
    def is_overdue(self) -> bool:
        """True if the deadline has passed."""
        return self.deadline is not None and self.deadline.is_over

    def bound(self, seconds: float | None) -> float | None:
        """Return the seconds that a wait may take: at most those that the deadline leaves.

        Args:
            seconds: The limit of the wait itself; None for no limit.
        """
        if self.deadline is None:
            return seconds
        left = self.deadline.left
        return seconds if seconds is not None and seconds < left else left

    @property
    def max_response_bytes(self) -> int:
        """Limit on the bytes of the response's body, decompressed."""
        return self.endpoint.max_response_bytes


class ByteStream(Protocol):
    """A response whose body is read as it arrives.

    Attributes:
        status: The HTTP status.
        headers: The headers.
    """

    @property
    def status(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers."""
        ...

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body's bytes as they arrive, decompressed.

        Raises:
            TransportError: The connection broke, or no bytes arrived in time.
        """
        ...

    def release(self) -> None:
        """Let go of a response of which all that matters has been read, without waiting.

        The connection may be used again as soon as the end of the body has arrived. To close it is
        right, too.
        """
        ...

    def close(self) -> None:
        """Close the connection if bytes are still to come and the response was not released.

        Another thread may call it: a reader that waits for bytes then raises a `TransportError`.
        """
        ...


class AsyncByteStream(Protocol):
    """A response whose body is read as it arrives, for asyncio; see `ByteStream`."""

    @property
    def status(self) -> int:
        """The HTTP status."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers."""
        ...

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes as they arrive, decompressed.

        Raises:
            TransportError: The connection broke, or no bytes arrived in time.
        """
        ...

    async def release(self) -> None:
        """Let go of a response of which all that matters has been read; see `ByteStream`."""
        ...

    async def close(self) -> None:
        """Close the connection if bytes are still to come and the response was not released."""
        ...


class Transport(Protocol):
    """Sends requests, each of them once, from any number of threads.

    A response of any status is a `Response`: the client makes the errors of HTTP statuses, repeats
    requests and writes the log.
    """

    def send(self, request: HTTPRequest) -> Response:
        """Send a request and read the whole response.

        Raises:
            TransportError: No usable response arrived. Its `sent` says whether the request may
                have reached the server: a generation is repeated only if it cannot have.
        """
        ...

    def stream(self, request: HTTPRequest) -> ByteStream:
        """Send a request and leave the response open; the caller closes it.

        Raises:
            TransportError: No usable response began; see `send`.
        """
        ...

    def close(self) -> None:
        """Close every connection and open no other; calls that wait raise a `TransportError`."""
        ...


class AsyncTransport(Protocol):
    """Sends requests, each of them once, for asyncio; see `Transport`."""

    async def send(self, request: HTTPRequest) -> Response:
        """Send a request and read the whole response; see `Transport.send`."""
        ...

    async def stream(self, request: HTTPRequest) -> AsyncByteStream:
        """Send a request and leave the response open; see `Transport.stream`."""
        ...

    async def close(self) -> None:
        """Close every connection and open no other; calls that wait raise a `TransportError`."""
        ...
