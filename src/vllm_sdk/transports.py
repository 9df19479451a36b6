"""Engines that send a client's requests: those of this package, and what one of yours has to do.

A client takes an engine as `transport=`. `HTTPTransport` and `AsyncHTTPTransport` are the engines
that clients use by default. `Transport` and `AsyncTransport` are the protocols.
`docs/transports.md` has examples: a wrapper that measures, and one that replays a recording.
"""

from __future__ import annotations

from vllm_sdk._operations.core import Response
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.endpoint import Endpoint
from vllm_sdk._transport.http1.asyncio_engine import AsyncHTTPTransport
from vllm_sdk._transport.http1.blocking_engine import HTTPTransport
from vllm_sdk._transport.protocols import (
    AsyncByteStream,
    AsyncTransport,
    ByteStream,
    HTTPRequest,
    Transport,
)

__all__ = [
    "AsyncByteStream",
    "AsyncHTTPTransport",
    "AsyncTransport",
    "ByteStream",
    "Deadline",
    "Endpoint",
    "HTTPRequest",
    "HTTPTransport",
    "Response",
    "Transport",
]
