"""The stream that reads a response from a connection of the asyncio engine."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Mapping

from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.http1.asyncio_connection import Connection
from vllm_sdk._transport.http1.exchange import Exchange, Headers
from vllm_sdk._transport.http1.failures import build_failure
from vllm_sdk._transport.protocols import HTTPRequest


class AsyncStream:
    """A response that is read as it arrives; see `AsyncByteStream`."""

    def __init__(self, request: HTTPRequest, exchange: Exchange, connection: Connection) -> None:
        """Hold a response whose head is complete."""
        self._request = request
        self._exchange = exchange
        self._connection = connection
        self._loop = asyncio.get_running_loop()
        self._process = os.getpid()
        self._is_closed = False

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._exchange.status

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers."""
        return Headers(self._exchange.headers)

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes as they arrive."""
        return self

    async def __anext__(self) -> bytes:
        """Return the next bytes of the body.

        Raises:
            TransportError: The connection broke, or no bytes arrived in time.
        """
        exchange = self._exchange
        if self._process != os.getpid():
            raise connection_errors.build_forked_error(self._request)
        while not exchange.pieces:
            if exchange.ended:
                self._raise_failure()
                raise StopAsyncIteration
            if self._is_closed:
                raise StopAsyncIteration
            if not self._is_here():
                raise connection_errors.build_loop_error(self._request)
            await self._connection.wait()
        if self._request.is_overdue:  # bytes that are always there are never waited for
            raise connection_errors.build_deadline_error(self._request, sent=True)
        return exchange.take()

    async def release(self) -> None:
        """Let the connection be used again as soon as the end of the body has arrived."""
        if not self._is_closed and self._is_here():
            self._is_closed = True
            if not self._exchange.ended:
                self._connection.leave()
                await asyncio.sleep(0)  # the end may be there already

    async def close(self) -> None:
        """Close the connection if bytes are still to come and the response was not released."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._is_here():
            self._connection.abandon(self._exchange)
        elif self._process == os.getpid():
            with contextlib.suppress(RuntimeError):  # the loop has been closed
                self._loop.call_soon_threadsafe(self._connection.abandon, self._exchange)

    def _is_here(self) -> bool:
        return self._process == os.getpid() and asyncio.get_running_loop() is self._loop

    def _raise_failure(self) -> None:
        if not self._exchange.complete:
            raise build_failure(self._request, self._exchange)
