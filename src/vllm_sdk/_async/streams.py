"""Answers that are read as they are generated, for asyncio."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import chain
from types import TracebackType
from typing import TYPE_CHECKING, Self

from vllm_sdk._operations.generation.outputs import Output
from vllm_sdk._operations.replies import Reply
from vllm_sdk._operations.streaming.accumulators import ChunkT
from vllm_sdk._operations.streaming.base_stream import (
    CLOSED,
    NOT_OPEN,
    ONE_READER,
    ONE_USE,
    Items,
    ItemT,
    Learn,
    Reading,
)
from vllm_sdk._transport.open_stream import AsyncOpened
from vllm_sdk.errors import OutputError, TransportError
from vllm_sdk.types import T_co

if TYPE_CHECKING:
    from vllm_sdk._structured.json_text.partial_json import Partial


class AsyncStream(Reading[ChunkT, T_co]):
    """What `Stream` is, for asyncio: an async context manager that iterates its chunks."""

    def __init__(
        self,
        opens: Callable[[], Awaitable[AsyncOpened[ChunkT]]],
        output: Output[T_co],
        learn: Learn | None = None,
    ) -> None:
        """Hold what sends the request; `AsyncVLLM.stream` makes streams."""
        super().__init__(output, learn)
        self._opens: Callable[[], Awaitable[AsyncOpened[ChunkT]]] = opens
        self._opened: AsyncOpened[ChunkT] | None = None

    async def __aenter__(self) -> Self:
        """Send the request and wait for the first chunk.

        Raises:
            StatusError: the server refused or failed.
            TransportError: no usable answer began.
            RuntimeError: the stream has been entered before.
        """
        if self._opened is not None:
            raise RuntimeError(ONE_USE)
        self._opened = await self._opens()
        self._fold = self._opened.fold
        # the bytes that brought the first chunk may have brought others
        self._chunks = chain((self._opened.first,), self._fold.feed(b""))
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
                raise RuntimeError(ONE_READER)
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

    async def values(self) -> AsyncIterator[Partial[T_co] | T_co]:
        """The first choice's value as it grows, and in the end the value itself.

        Returns:
            An iterator: a `Partial` whenever more is certain, last an instance of the type that
            `returns=` asked for.

        Raises:
            OutputError: the answer is not what `returns=` asked for.
        """
        growing = self._output.build_partial_parser()
        async for text in self.text:
            if (more := growing.feed(text)) is not None:
                yield more
        yield self.reply.value

    def items(self: AsyncStream[ChunkT, Items[ItemT]]) -> AsyncIterator[ItemT]:
        """The items of a list, each as soon as it is whole; with `returns=list[…]`.

        Returns:
            An iterator of decoded items of the first choice. Sets and tuples have items, too.

        Raises:
            OutputError: the answer is not what `returns=` asked for.
            TypeError: it asked for no list.
        """
        feed = self._output.items()
        return self._fed(feed)

    async def _fed(self, feed: Callable[[str], Iterator[ItemT]]) -> AsyncIterator[ItemT]:
        try:
            async for text in self.text:
                for item in feed(text):
                    yield item
        except OutputError as error:
            error.reply = error.reply or self.partial
            raise

    async def read(self) -> Reply[T_co]:
        """Read the stream to its end.

        Returns:
            The whole reply.

        Raises:
            StreamInterrupted: the stream ended before its end; it carries the partial reply.
            OutputError: the answer is not what `returns=` asked for.
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
            raise RuntimeError(NOT_OPEN)
        if self._reply is not None or self._failure is not None:
            raise StopAsyncIteration
        fold, piece = self._opened.fold, None
        broken = CLOSED if self._closed else None
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
            self._finish(fold, broken)
            raise StopAsyncIteration
        self._chunks = fold.feed(piece)
