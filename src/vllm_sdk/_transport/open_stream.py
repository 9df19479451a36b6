"""The first chunk of a stream: until it has come, the request can be sent again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Generic, TypeAlias

import attrs

from vllm_sdk._operations.core import Answer, unexpected
from vllm_sdk._operations.streaming.accumulators import ChunkT
from vllm_sdk._operations.streaming.decoder import Fold
from vllm_sdk._transport.base import AsyncByteStream, ByteStream

FoldOf: TypeAlias = Callable[..., Fold[ChunkT]]
"""Makes the fold of a stream, given its decoder, its URL, and what its error events mean."""


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
