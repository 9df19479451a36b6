"""Replies that are read while they are generated."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from itertools import chain
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from vllm_sdk._async.sender import AsyncOpenStream
from vllm_sdk._exports import export
from vllm_sdk._operations.generation.outputs import TEXT, Output
from vllm_sdk._operations.replies import Reply
from vllm_sdk._operations.streaming.base_stream import (
    CLOSED,
    CLOSED_WHILE_OPENING,
    NOT_OPEN,
    ONE_READER,
    ONE_USE,
    BaseStream,
    Items,
    ItemT,
    LearnVersion,
)
from vllm_sdk._operations.streaming.decoder import ChunkT
from vllm_sdk.errors import OutputError, TransportError
from vllm_sdk.types import T_co

if TYPE_CHECKING:
    from vllm_sdk._structured.json_text.partial_json import Partial


@export
class AsyncStream(BaseStream[ChunkT, T_co]):
    """A reply that is read while it is generated: a context manager that iterates its chunks.

    Entering the block sends the request. Until the first chunk arrives it may be retried. Leaving
    the block early, by `break`, `return` or an error, aborts the generation on the server. With
    `returns=`, the end of the iteration raises `OutputTruncated` or `OutputInvalid` if the output
    is not of the type.
    """

    def __init__(
        self,
        open_stream: Callable[[], Awaitable[AsyncOpenStream[ChunkT]]] | None,
        output: Output[T_co],
        learn_version: LearnVersion | None = None,
    ) -> None:
        """Prepare for a stream; the client's methods make streams.

        Args:
            open_stream: Sends the request and waits for the first chunk; None for a stream that is
                open already.
            output: The kind of value that the reply is read into.
            learn_version: Receives the whole reply at the end.
        """
        super().__init__(output, learn_version)
        self._open_stream: Callable[[], Awaitable[AsyncOpenStream[ChunkT]]] | None = open_stream
        self._open: AsyncOpenStream[ChunkT] | None = None

    async def __aenter__(self) -> Self:
        """Send the request and wait for the first chunk.

        Raises:
            StatusError: The server refused the request or failed.
            TransportError: No usable response started.
            RuntimeError: The stream has been entered or closed before.
        """
        open_stream, self._open_stream = self._open_stream, None
        if open_stream is None or self._closed:
            raise RuntimeError(ONE_USE)
        self.start(await open_stream())
        if self._closed:  # meanwhile, by another thread or task
            await self.close()
            raise RuntimeError(CLOSED_WHILE_OPENING)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the stream; if it has not ended, the server aborts the generation."""
        await self.close()

    def __aiter__(self) -> AsyncIterator[ChunkT]:
        """Iterate the chunks as they arrive."""
        return self

    async def __anext__(self) -> ChunkT:
        """Return the next chunk.

        Raises:
            StreamInterrupted: The stream ended too early; the error has the partial reply.
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
        """The first choice's text as it arrives; chunks without text are skipped."""
        async for chunk in self:
            if chunk.text:
                yield chunk.text

    async def values(self) -> AsyncIterator[Partial[T_co] | T_co]:
        """Iterate the first choice's value as it grows, and at the end the value itself.

        Returns:
            An iterator: a `Partial` whenever more of the value is certain, then an instance of
            the type that `returns=` asked for.

        Raises:
            OutputError: The output is not what `returns=` asked for.
        """
        parser = self._output.build_partial_parser()
        async for text in self.text:
            if (more := parser.feed(text)) is not None:
                yield more
        yield self.reply.value

    def items(self: AsyncStream[ChunkT, Items[ItemT]]) -> AsyncIterator[ItemT]:
        """Iterate the items of a list, each as soon as it is complete; with `returns=list[…]`.

        Returns:
            An iterator of decoded items of the first choice. Sets and tuples have items, too.

        Raises:
            OutputError: The output is not what `returns=` asked for.
            TypeError: `returns=` asked for no list.
        """
        return self._read_items(self._output.items())

    async def _read_items(self, feed: Callable[[str], Iterator[ItemT]]) -> AsyncIterator[ItemT]:
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
            StreamInterrupted: The stream ended too early; the error has the partial reply.
            OutputError: The output is not what `returns=` asked for.
        """
        async for _ in self:
            pass
        return self.reply

    async def close(self) -> None:
        """Close the stream; if it has not ended, the server aborts the generation."""
        self._closed = True
        if self._open is not None:
            await self._open.source.close()

    def start(self, opened: AsyncOpenStream[ChunkT]) -> None:
        """Start reading an open stream; entering the block does it."""
        self._open = opened
        self._decoder = opened.decoder
        # the bytes that brought the first chunk may have brought others
        self._chunks = chain((opened.first,), opened.decoder.feed(b""))

    async def _receive(self) -> None:
        """Receive the next bytes, or end the iteration with the reply."""
        if self._open is None:
            raise RuntimeError(NOT_OPEN)
        if self._reply is not None or self._failure is not None:
            raise StopAsyncIteration
        decoder, piece = self._open.decoder, None
        broken = CLOSED if self._closed else None
        # Past the end mark nothing is waited for: some gateways leave the connection open.
        if not (self._closed or self._ended or decoder.done):
            self._receiving = True
            try:
                piece = await anext(self._open.pieces, None)
            except TransportError as error:
                broken = error.message
            finally:
                self._receiving = False
        if piece is not None:
            self._chunks = decoder.feed(piece)
        elif not self._ended:  # the last event may have come without its line ends
            self._ended, self._broken = True, broken
            self._chunks = decoder.close()
            if decoder.done:
                await self._open.source.release()
        else:
            self._finish(decoder, self._broken)
            raise StopAsyncIteration


def wrap_stream(opened: AsyncOpenStream[Any]) -> AsyncStream[Any, str]:
    """Return a stream of text that reads an open stream."""
    stream: AsyncStream[Any, str] = AsyncStream(None, TEXT)
    stream.start(opened)
    return stream
