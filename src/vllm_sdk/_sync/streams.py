# Derived from src/vllm_sdk/_async/streams.py by `make derive`. Edit that file instead.
"""Replies that are read while they are generated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

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
from vllm_sdk._sync.sender import OpenStream
from vllm_sdk.errors import OutputError, TransportError
from vllm_sdk.types import T_co

if TYPE_CHECKING:
    from vllm_sdk._structured.json_text.partial_json import Partial


@export
class Stream(BaseStream[ChunkT, T_co]):
    """A reply that is read while it is generated: a context manager that iterates its chunks.

    Entering the block sends the request. Until the first chunk arrives it may be retried. Leaving
    the block early, by `break`, `return` or an error, aborts the generation on the server. With
    `returns=`, the end of the iteration raises `OutputTruncated` or `OutputInvalid` if the output
    is not of the type.
    """

    def __init__(
        self,
        open_stream: Callable[[], OpenStream[ChunkT]] | None,
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
        self._open_stream: Callable[[], OpenStream[ChunkT]] | None = open_stream
        self._open: OpenStream[ChunkT] | None = None

    def __enter__(self) -> Self:
        """Send the request and wait for the first chunk.

        Raises:
            StatusError: The server refused the request or failed.
            TransportError: No usable response started.
            RuntimeError: The stream has been entered or closed before.
        """
        open_stream, self._open_stream = self._open_stream, None
        if open_stream is None or self._closed:
            raise RuntimeError(ONE_USE)
        self.start(open_stream())
        if self._closed:  # meanwhile, by another thread or task
            self.close()
            raise RuntimeError(CLOSED_WHILE_OPENING)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the stream; if it has not ended, the server aborts the generation."""
        self.close()

    def __iter__(self) -> Iterator[ChunkT]:
        """Iterate the chunks as they arrive."""
        return self

    def __next__(self) -> ChunkT:
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
                self._receive()
            except BaseException:
                self.close()
                raise

    @property
    def text(self) -> Iterator[str]:
        """The first choice's text as it arrives; chunks without text are skipped."""
        for chunk in self:
            if chunk.text:
                yield chunk.text

    def values(self) -> Iterator[Partial[T_co] | T_co]:
        """Iterate the first choice's value as it grows, and at the end the value itself.

        Returns:
            An iterator: a `Partial` whenever more of the value is certain, then an instance of
            the type that `returns=` asked for.

        Raises:
            OutputError: The output is not what `returns=` asked for.
        """
        parser = self._output.build_partial_parser()
        for text in self.text:
            if (more := parser.feed(text)) is not None:
                yield more
        yield self.reply.value

    def items(self: Stream[ChunkT, Items[ItemT]]) -> Iterator[ItemT]:
        """Iterate the items of a list, each as soon as it is complete; with `returns=list[…]`.

        Returns:
            An iterator of decoded items of the first choice. Sets and tuples have items, too.

        Raises:
            OutputError: The output is not what `returns=` asked for.
            TypeError: `returns=` asked for no list.
        """
        return self._read_items(self._output.items())

    def _read_items(self, feed: Callable[[str], Iterator[ItemT]]) -> Iterator[ItemT]:
        try:
            for text in self.text:
                for item in feed(text):
                    yield item
        except OutputError as error:
            error.reply = error.reply or self.partial
            raise

    def read(self) -> Reply[T_co]:
        """Read the stream to its end.

        Returns:
            The whole reply.

        Raises:
            StreamInterrupted: The stream ended too early; the error has the partial reply.
            OutputError: The output is not what `returns=` asked for.
        """
        for _ in self:
            pass
        return self.reply

    def close(self) -> None:
        """Close the stream; if it has not ended, the server aborts the generation."""
        self._closed = True
        if self._open is not None:
            self._open.source.close()

    def start(self, opened: OpenStream[ChunkT]) -> None:
        """Start reading an open stream; entering the block does it."""
        self._open = opened
        self._decoder = opened.decoder
        # the bytes that brought the first chunk may have brought others
        self._chunks = chain((opened.first,), opened.decoder.feed(b""))

    def _receive(self) -> None:
        """Receive the next bytes, or end the iteration with the reply."""
        if self._open is None:
            raise RuntimeError(NOT_OPEN)
        if self._reply is not None or self._failure is not None:
            raise StopIteration
        decoder, piece = self._open.decoder, None
        broken = CLOSED if self._closed else None
        # Past the end mark nothing is waited for: some gateways leave the connection open.
        if not (self._closed or self._ended or decoder.done):
            self._receiving = True
            try:
                piece = next(self._open.pieces, None)
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
                self._open.source.release()
        else:
            self._finish(decoder, self._broken)
            raise StopIteration


def wrap_stream(opened: OpenStream[Any]) -> Stream[Any, str]:
    """Return a stream of text that reads an open stream."""
    stream: Stream[Any, str] = Stream(None, TEXT)
    stream.start(opened)
    return stream
