"""Answers that are read as they are generated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
from vllm_sdk._transport.open_stream import Opened
from vllm_sdk.errors import OutputError, TransportError
from vllm_sdk.types import T_co

if TYPE_CHECKING:
    from vllm_sdk._structured.json_text.partial_json import Partial


class Stream(Reading[ChunkT, T_co]):
    """An answer that is read as it is generated: a context manager that iterates its chunks.

    The request is sent when the block is entered, and again where that can help, until the first
    chunk has come. Leaving the block early, by `break`, `return` or an error, aborts the generation
    on the server. With `returns=` the end of the iteration raises `OutputTruncated` or
    `OutputInvalid` where the answer is not of the type.
    """

    def __init__(
        self,
        opens: Callable[[], Opened[ChunkT]],
        output: Output[T_co],
        learn: Learn | None = None,
    ) -> None:
        """Hold what sends the request; `VLLM.stream` makes streams."""
        super().__init__(output, learn)
        self._opens: Callable[[], Opened[ChunkT]] = opens
        self._opened: Opened[ChunkT] | None = None

    def __enter__(self) -> Self:
        """Send the request and wait for the first chunk.

        Raises:
            StatusError: the server refused or failed.
            TransportError: no usable answer began.
            RuntimeError: the stream has been entered before.
        """
        if self._opened is not None:
            raise RuntimeError(ONE_USE)
        self._opened = self._opens()
        self._fold = self._opened.fold
        # the bytes that brought the first chunk may have brought others
        self._chunks = chain((self._opened.first,), self._fold.feed(b""))
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
        """The first choice's text as it comes; chunks without text are passed over."""
        return (chunk.text for chunk in self if chunk.text)

    def values(self) -> Iterator[Partial[T_co] | T_co]:
        """The first choice's value as it grows, and in the end the value itself.

        Returns:
            An iterator: a `Partial` whenever more is certain, last an instance of the type that
            `returns=` asked for.

        Raises:
            OutputError: the answer is not what `returns=` asked for.
        """
        growing = self._output.build_partial_parser()
        for text in self.text:
            if (more := growing.feed(text)) is not None:
                yield more
        yield self.reply.value

    def items(self: Stream[ChunkT, Items[ItemT]]) -> Iterator[ItemT]:
        """The items of a list, each as soon as it is whole; with `returns=list[…]`.

        Returns:
            An iterator of decoded items of the first choice. Sets and tuples have items, too.

        Raises:
            OutputError: the answer is not what `returns=` asked for.
            TypeError: it asked for no list.
        """
        feed = self._output.items()
        return self._fed(feed)

    def _fed(self, feed: Callable[[str], Iterator[ItemT]]) -> Iterator[ItemT]:
        try:
            for text in self.text:
                yield from feed(text)
        except OutputError as error:
            error.reply = error.reply or self.partial
            raise

    def read(self) -> Reply[T_co]:
        """Read the stream to its end.

        Returns:
            The whole reply.

        Raises:
            StreamInterrupted: the stream ended before its end; it carries the partial reply.
            OutputError: the answer is not what `returns=` asked for.
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
            raise RuntimeError(NOT_OPEN)
        if self._reply is not None or self._failure is not None:
            raise StopIteration
        fold, piece = self._opened.fold, None
        broken = CLOSED if self._closed else None
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
            self._finish(fold, broken)
            raise StopIteration
        self._chunks = fold.feed(piece)
