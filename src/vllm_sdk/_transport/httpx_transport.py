"""Transports on a client of httpx or httpx2: an injected one, or one of our own behind a proxy."""

from __future__ import annotations

import contextlib
import os
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from typing import Any

from vllm_sdk._operations.core import Response
from vllm_sdk._transport import connection_errors
from vllm_sdk._transport.http_clients import AsyncHTTPClient, HTTPClient
from vllm_sdk._transport.httpx_attempt import Attempt, DeadlineScope
from vllm_sdk._transport.httpx_gate import AsyncGate, Gate, Slot, find_gate
from vllm_sdk._transport.httpx_tasks import Tasks
from vllm_sdk._transport.httpx_words import Body, Words
from vllm_sdk._transport.protocols import HTTPRequest
from vllm_sdk.errors import VLLMError

_REST_LIMIT = 0.05
"""Seconds within which the end of a body has to follow the last byte that matters."""


class HttpxTransport:
    """Sends requests through an `httpx.Client` or an `httpx2.Client`."""

    def __init__(self, client: HTTPClient, *, proxy: str | None = None) -> None:
        """Prepare to send.

        Args:
            client: The client, used as it is.
            proxy: The address of the proxy that the client goes by, without credentials, if the
                client is our own; it is closed with the transport then.
        """
        self._client = client
        self._words = Words(client, proxy)
        self._owned = proxy is not None
        self._process: int | None = None

    def send(self, request: HTTPRequest) -> Response:
        """Send a request and read the whole response; see `Transport.send`."""
        slot = self._enter(request)
        try:
            return self._exchange(request, slot)
        finally:
            slot.free()

    def stream(self, request: HTTPRequest) -> HttpxStream:
        """Send a request and leave the response open; see `Transport.stream`."""
        slot = self._enter(request)
        try:
            return HttpxStream(self._open(request, slot), self._words, request, slot)
        except BaseException:
            slot.free()
            raise

    def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._owned:
            self._client.close()

    def _enter(self, request: HTTPRequest) -> Slot:
        self._check_process(request)
        gate: Gate = find_gate(self._client, Gate, request.url)
        return gate.enter(request, self._words.find_timeout(request).pool)

    def _exchange(self, request: HTTPRequest, slot: Slot) -> Response:
        response = self._open(request, slot)
        body = Body(request, response.status_code)
        try:
            for piece in response.iter_bytes():
                if not body.add(piece):
                    break
        except self._words.errors as error:
            failure = error
        else:
            return body.build_response(response)
        finally:
            response.close()
        raise self._words.explain_broken(request, response, failure)

    def _open(self, request: HTTPRequest, slot: Slot) -> Any:
        attempt = Attempt(slot.entered)
        try:
            sent = self._words.build(self._client, request, attempt.note, slot)
            return self._client.send(sent, stream=True)
        except self._words.errors as error:
            failure = error
        # Outside the block, nothing of the library hangs on the error, the API key in its frames.
        return self._words.explain(request, failure, attempt)

    def _check_process(self, request: HTTPRequest) -> None:
        """Refuse a request of a fork, whose parent reads the same connections."""
        if self._process != os.getpid():
            if self._process is not None:
                raise connection_errors.build_forked_client_error(request)
            self._process = os.getpid()


class AsyncHttpxTransport:
    """Sends requests through an `httpx.AsyncClient` or an `httpx2.AsyncClient`."""

    def __init__(self, client: AsyncHTTPClient, *, proxy: str | None = None) -> None:
        """Prepare to send; the arguments are those of `HttpxTransport`."""
        self._client = client
        self._words = Words(client, proxy)
        self._owned = proxy is not None
        self._tasks = Tasks()

    async def send(self, request: HTTPRequest) -> Response:
        """Send a request and read the whole response; see `Transport.send`."""
        slot = await self._enter(request)
        attempt = Attempt(slot.entered)
        work = self._exchange(request, attempt, slot)
        with DeadlineScope(request):
            return await self._tasks.run(work, attempt, slot)

    async def stream(self, request: HTTPRequest) -> AsyncHttpxStream:
        """Send a request and leave the response open; see `Transport.stream`."""
        slot = await self._enter(request)
        attempt = Attempt(slot.entered)
        work = self._begin(request, attempt, slot)
        with DeadlineScope(request):
            return await self._tasks.run(work, attempt, slot, keep=True)

    async def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        await self._tasks.close()
        if self._owned:
            await self._client.aclose()

    async def _enter(self, request: HTTPRequest) -> Slot:
        gate: AsyncGate = find_gate(self._client, AsyncGate, request.url)
        return await gate.enter(request, self._words.find_timeout(request).pool)

    async def _exchange(self, request: HTTPRequest, attempt: Attempt, slot: Slot) -> Response:
        response = await self._open(request, attempt, slot)
        body = Body(request, response.status_code)
        try:
            async for piece in response.aiter_bytes():
                if not body.add(piece):
                    break
        except self._words.errors as error:
            failure = error
        else:
            return body.build_response(response)
        finally:
            await response.aclose()
        raise self._words.explain_broken(request, response, failure)

    async def _begin(self, request: HTTPRequest, attempt: Attempt, slot: Slot) -> AsyncHttpxStream:
        response = await self._open(request, attempt, slot)
        return AsyncHttpxStream(response, self._words, request, slot, self._tasks)

    async def _open(self, request: HTTPRequest, attempt: Attempt, slot: Slot) -> Any:
        async def note(event: str, details: Mapping[str, Any]) -> None:
            attempt.note(event, details)

        try:
            sent = self._words.build(self._client, request, note, slot)
            return await self._client.send(sent, stream=True)
        except self._words.errors as error:
            failure = error
        finally:
            if attempt.opened is not None:  # httpcore leaves it open after some failures
                await attempt.opened.aclose()
        # Outside the block, nothing of the library hangs on the error, the API key in its frames.
        return self._words.explain(request, failure, attempt)


class HttpxStream:
    """An open response of httpx; see `ByteStream`."""

    def __init__(self, response: Any, words: Words, request: HTTPRequest, slot: Slot) -> None:
        """Hold the response."""
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._response = response
        self._words = words
        self._request = request
        self._slot = slot

    def __iter__(self) -> Iterator[bytes]:
        """Yield the body's bytes as they arrive."""
        received = 0
        try:
            for piece in self._response.iter_bytes():
                received += len(piece)
                if received > self._request.max_response_bytes:
                    raise connection_errors.build_too_large_error(self._request, self.status)
                if self._request.is_overdue:
                    raise connection_errors.build_deadline_error(self._request, sent=True)
                yield piece
        except self._words.errors as error:
            failure = error
        else:
            return
        raise self._words.explain_broken(self._request, self._response, failure)

    def release(self) -> None:
        """Close the connection: what httpx would read first may never come."""
        self.close()

    def close(self) -> None:
        """Return the connection to the pool, or close it."""
        try:
            self._response.close()
        finally:
            self._slot.free()


class AsyncHttpxStream:
    """An open response of httpx; see `AsyncByteStream`."""

    def __init__(
        self, response: Any, words: Words, request: HTTPRequest, slot: Slot, tasks: Tasks
    ) -> None:
        """Hold the response."""
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = response.headers
        self._response = response
        self._words = words
        self._request = request
        self._slot = slot
        self._tasks = tasks
        self._pieces = self._read()

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the body's bytes as they arrive."""
        return self

    async def __anext__(self) -> bytes:
        """Return the next bytes of the body.

        Raises:
            TransportError: The connection broke, or no bytes arrived in time.
        """
        with DeadlineScope(self._request):
            return await anext(self._pieces)

    async def _read(self) -> AsyncGenerator[bytes]:
        received = 0
        try:
            async for piece in self._response.aiter_bytes():
                received += len(piece)
                if received > self._request.max_response_bytes:
                    raise connection_errors.build_too_large_error(self._request, self.status)
                yield piece
        except self._words.errors as error:
            failure = error
        else:
            return
        raise self._words.explain_broken(self._request, self._response, failure)

    async def release(self) -> None:
        """Read the end of the body if it comes at once, so that the connection is used again."""
        import anyio  # httpx needs it, too

        with anyio.move_on_after(_REST_LIMIT), contextlib.suppress(VLLMError):
            async for _ in self._pieces:
                pass
        await self.close()

    async def close(self) -> None:
        """Return the connection to the pool, or close it."""
        await self._tasks.finish(self._close())

    async def _close(self) -> None:
        try:
            await self._response.aclose()
        finally:
            self._slot.free()
