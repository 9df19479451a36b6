"""Answers that are read as they are generated."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import chain
from types import TracebackType
from typing import Generic, Self, TypeAlias

import attrs

from vllm_sdk.errors import TransportError
from vllm_sdk.flows.assembly import ChunkT
from vllm_sdk.flows.calls import Answer, unexpected
from vllm_sdk.flows.streaming import Fold
from vllm_sdk.replies import Reply
from vllm_sdk.transport.base import AsyncByteStream, ByteStream

FoldOf: TypeAlias = Callable[..., Fold[ChunkT]]
"""Makes the fold of a stream, given its decoder, its URL, and what its error events mean."""

_NOT_OPEN = "a stream is read inside its block: with client.stream(…) as stream: …"
_ONE_USE = "a stream is entered once: call client.stream(…) again for another answer"
_ONE_READER = "another thread or task is reading this stream: give each a stream of its own"
_CLOSED = "it was closed before its end"
_NOT_DONE = "the stream has not ended: read it to its end, or take stream.partial"


class Stream(Generic[ChunkT]):
    """An answer that is read as it is generated: a context manager that iterates its chunks.

    The request is sent when the block is entered, and again where that can help, until the first
    chunk has come. Leaving the block early, by `break`, `return` or an error, aborts the generation
    on the server.
    """

    def __init__(self, opens: Callable[[], Opened[ChunkT]]) -> None:
        """Hold what sends the request; `VLLM.stream` makes streams."""
        self._opens: Callable[[], Opened[ChunkT]] = opens
        self._opened: Opened[ChunkT] | None = None
        self._chunks: Iterator[ChunkT] = iter(())
        self._reply: Reply[str] | None = None
        self._receiving = False
        self._closed = False

    def __enter__(self) -> Self:
        """Send the request and wait for the first chunk.

        Raises:
            StatusError: the server refused or failed.
            TransportError: no usable answer began.
            RuntimeError: the stream has been entered before.
        """
        if self._opened is not None:
            raise RuntimeError(_ONE_USE)
        self._opened = self._opens()
        # the bytes that brought the first chunk may have brought others
        self._chunks = chain((self._opened.first,), self._opened.fold.feed(b""))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the stream; where it has not ended, the server aborts the generation."""
        self.close()

    def __iter__(self) -> Iterator[ChunkT]:
        """Iterate the chunks as they come."""
        return self

    def __next__(self) -> ChunkT:
        """The next chunk.

        Raises:
            StreamInterrupted: the stream ended before its end; it carries the partial reply.
        """
        while True:
            if self._receiving:
                raise RuntimeError(_ONE_READER)
            try:
                for chunk in self._chunks:
                    return chunk
                self._receive()
            except BaseException:
                self.close()
                raise

    @property
    def text(self) -> Iterator[str]:
        """The first choice's text as it comes; chunks without text are passed over."""
        return (chunk.text for chunk in self if chunk.text)

    @property
    def reply(self) -> Reply[str]:
        """The whole reply, as the same call without streaming gives it.

        Raises:
            RuntimeError: the stream has not ended yet.
        """
        if self._reply is None:
            raise RuntimeError(_NOT_DONE)
        return self._reply

    @property
    def partial(self) -> Reply[str] | None:
        """The reply as far as it was read, or None before the first chunk."""
        return None if self._opened is None else self._opened.fold.partial

    def read(self) -> Reply[str]:
        """Read the stream to its end.

        Returns:
            The whole reply.

        Raises:
            StreamInterrupted: the stream ended before its end; it carries the partial reply.
        """
        for _ in self:
            pass
        return self.reply

    def close(self) -> None:
        """Close the stream; where it has not ended, the server aborts the generation."""
        if self._opened is not None:
            self._closed = True
            self._opened.source.close()

    def _receive(self) -> None:
        """Take the next bytes, or end the iteration with the reply."""
        if self._opened is None:
            raise RuntimeError(_NOT_OPEN)
        if self._reply is not None:
            raise StopIteration
        fold, piece = self._opened.fold, None
        broken = _CLOSED if self._closed else None
        if not self._closed:
            self._receiving = True
            try:
                piece = next(self._opened.pieces, None)
            except TransportError as error:
                broken = error.message
            finally:
                self._receiving = False
        # Past the end mark, the body's own end has been read too: the connection can be used again.
        if piece is None or fold.done:
            self._reply = fold.finish(broken)
            raise StopIteration
        self._chunks = fold.feed(piece)


class AsyncStream(Generic[ChunkT]):
    """What `Stream` is, for asyncio: an async context manager that iterates its chunks."""

    def __init__(self, opens: Callable[[], Awaitable[AsyncOpened[ChunkT]]]) -> None:
        """Hold what sends the request; `AsyncVLLM.stream` makes streams."""
        self._opens: Callable[[], Awaitable[AsyncOpened[ChunkT]]] = opens
        self._opened: AsyncOpened[ChunkT] | None = None
        self._chunks: Iterator[ChunkT] = iter(())
        self._reply: Reply[str] | None = None
        self._receiving = False
        self._closed = False

    async def __aenter__(self) -> Self:
        """Send the request and wait for the first chunk.

        Raises:
            StatusError: the server refused or failed.
            TransportError: no usable answer began.
            RuntimeError: the stream has been entered before.
        """
        if self._opened is not None:
            raise RuntimeError(_ONE_USE)
        self._opened = await self._opens()
        # the bytes that brought the first chunk may have brought others
        self._chunks = chain((self._opened.first,), self._opened.fold.feed(b""))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the stream; where it has not ended, the server aborts the generation."""
        await self.close()

    def __aiter__(self) -> AsyncIterator[ChunkT]:
        """Iterate the chunks as they come."""
        return self

    async def __anext__(self) -> ChunkT:
        """The next chunk.

        Raises:
            StreamInterrupted: the stream ended before its end; it carries the partial reply.
        """
        while True:
            if self._receiving:
                raise RuntimeError(_ONE_READER)
            try:
                for chunk in self._chunks:
                    return chunk
                await self._receive()
            except BaseException:
                await self.close()
                raise

    @property
    async def text(self) -> AsyncIterator[str]:
        """The first choice's text as it comes; chunks without text are passed over."""
        async for chunk in self:
            if chunk.text:
                yield chunk.text

    @property
    def reply(self) -> Reply[str]:
        """The whole reply, as the same call without streaming gives it.

        Raises:
            RuntimeError: the stream has not ended yet.
        """
        if self._reply is None:
            raise RuntimeError(_NOT_DONE)
        return self._reply

    @property
    def partial(self) -> Reply[str] | None:
        """The reply as far as it was read, or None before the first chunk."""
        return None if self._opened is None else self._opened.fold.partial

    async def read(self) -> Reply[str]:
        """Read the stream to its end.

        Returns:
            The whole reply.

        Raises:
            StreamInterrupted: the stream ended before its end; it carries the partial reply.
        """
        async for _ in self:
            pass
        return self.reply

    async def close(self) -> None:
        """Close the stream; where it has not ended, the server aborts the generation."""
        if self._opened is not None:
            self._closed = True
            await self._opened.source.close()

    async def _receive(self) -> None:
        """Take the next bytes, or end the iteration with the reply."""
        if self._opened is None:
            raise RuntimeError(_NOT_OPEN)
        if self._reply is not None:
            raise StopAsyncIteration
        fold, piece = self._opened.fold, None
        broken = _CLOSED if self._closed else None
        if not self._closed:
            self._receiving = True
            try:
                piece = await anext(self._opened.pieces, None)
            except TransportError as error:
                broken = error.message
            finally:
                self._receiving = False
        # Past the end mark, the body's own end has been read too: the connection can be used again.
        if piece is None or fold.done:
            self._reply = fold.finish(broken)
            raise StopAsyncIteration
        self._chunks = fold.feed(piece)


@attrs.frozen
class Opened(Generic[ChunkT]):
    """A stream whose first chunk has come."""

    source: ByteStream
    pieces: Iterator[bytes]
    fold: Fold[ChunkT]
    first: ChunkT


@attrs.frozen
class AsyncOpened(Generic[ChunkT]):
    """A stream whose first chunk has come."""

    source: AsyncByteStream
    pieces: AsyncIterator[bytes]
    fold: Fold[ChunkT]
    first: ChunkT


def begin(source: ByteStream, fold: Fold[ChunkT]) -> Opened[ChunkT]:
    """Read a stream up to its first chunk; where there is none, close it and raise."""
    try:
        pieces = iter(source)
        for piece in pieces:
            check_form(source, piece)
            for chunk in fold.feed(piece):
                return Opened(source, pieces, fold, chunk)
        check_form(source, b"")
        fold.finish()
        raise AssertionError("without a chunk, finish raises")  # noqa: TRY301 # pragma: no cover
    except BaseException:
        source.close()
        raise


async def begin_async(source: AsyncByteStream, fold: Fold[ChunkT]) -> AsyncOpened[ChunkT]:
    """Read a stream up to its first chunk; where there is none, close it and raise."""
    try:
        pieces = aiter(source)
        async for piece in pieces:
            check_form(source, piece)
            for chunk in fold.feed(piece):
                return AsyncOpened(source, pieces, fold, chunk)
        check_form(source, b"")
        fold.finish()
        raise AssertionError("without a chunk, finish raises")  # noqa: TRY301 # pragma: no cover
    except BaseException:
        await source.close()
        raise


def check_form(source: ByteStream | AsyncByteStream, start: bytes) -> None:
    """Refuse an answer that is no event stream.

    Raises:
        UnexpectedResponse: the content type is another.
    """
    kind = source.content_type.partition(";")[0].strip().lower()
    if kind != "text/event-stream":
        raise unexpected(_answer(source, start), "it is no event stream")


def _answer(source: ByteStream | AsyncByteStream, content: bytes) -> Answer:
    return Answer(source.url, 200, source.content_type, content)
