"""A transport that counts the tokens of all requests."""

from __future__ import annotations

import threading

import msgspec

from vllm_sdk.transports import ByteStream, HTTPRequest, HTTPTransport, Response, Transport
from vllm_sdk.types import Usage


class Body(msgspec.Struct):
    """The part of a response that is read."""

    usage: Usage | None = None


class Metered:
    """A transport that counts the tokens of what passes through another one.

    Attributes:
        usage: The tokens so far.
    """

    def __init__(self, inner: Transport | None = None) -> None:
        """Wrap a transport; the default engine if None."""
        self._inner = inner or HTTPTransport()
        self._lock = threading.Lock()
        self.usage = Usage()

    def send(self, request: HTTPRequest) -> Response:
        """Send a request, and count the tokens that its response states."""
        response = self._inner.send(request)
        try:
            stated = msgspec.json.decode(response.content, type=Body).usage
        except msgspec.MsgspecError:
            return response
        if stated is not None:
            with self._lock:
                self.usage = self.usage + stated
        return response

    def stream(self, request: HTTPRequest) -> ByteStream:
        """Open a stream; its tokens are not counted."""
        return self._inner.stream(request)

    def close(self) -> None:
        """Close the transport."""
        self._inner.close()
