"""What the streams of both clients have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeAlias, TypeVar

from vllm_sdk._operations.generation.outputs import Output
from vllm_sdk._operations.replies import Reply
from vllm_sdk._operations.streaming.decoder import ChunkT, StreamDecoder
from vllm_sdk.errors import OutputError, VLLMError
from vllm_sdk.types import T_co

ItemT = TypeVar("ItemT")
ReplyT = TypeVar("ReplyT")

Items: TypeAlias = list[ItemT] | set[ItemT] | frozenset[ItemT] | tuple[ItemT, ...]
"""The containers whose items a stream can yield one by one."""

LearnVersion: TypeAlias = Callable[[Reply[str]], None]
"""Receives the whole reply, before it is read into a type."""

NOT_OPEN = "a stream is read inside its block: with client.stream(…) as stream: …"
ONE_USE = "a stream is entered once: call client.stream(…) again for another answer"
ONE_READER = "another thread or task is reading this stream: give each a stream of its own"
CLOSED = "it was closed before its end"
CLOSED_WHILE_OPENING = "the stream was closed while it was opened"
NOT_DONE = "the stream has not ended: read it to its end, or take stream.partial"


class BaseStream(Generic[ChunkT, T_co]):
    """The state of a stream, and its reply."""

    def __init__(self, output: Output[T_co], learn_version: LearnVersion | None = None) -> None:
        """Prepare for a stream.

        Args:
            output: The kind of value that the reply is read into.
            learn_version: Receives the whole reply at the end.
        """
        self._output = output
        self._learn_version = learn_version
        self._decoder: StreamDecoder[ChunkT] | None = None
        self._chunks: Iterator[ChunkT] = iter(())
        self._reply: Reply[T_co] | None = None
        self._failure: OutputError | None = None
        self._receiving = False
        self._ended = False
        self._broken: str | None = None
        self._closed = False

    @property
    def reply(self) -> Reply[T_co]:
        """The whole reply, equal to the reply of the same call without streaming.

        Raises:
            OutputError: The output is not what `returns=` asked for.
            RuntimeError: The stream has not ended yet.
        """
        if self._failure is not None:
            raise self._failure
        if self._reply is None:
            raise RuntimeError(NOT_DONE)
        return self._reply

    @property
    def partial(self) -> Reply[str] | None:
        """The reply as far as it was read, or None before the first chunk."""
        return None if self._decoder is None else self._decoder.partial

    def _finish(self, decoder: StreamDecoder[ChunkT], broken: str | None) -> None:
        """Build the reply from the chunks that have arrived."""
        whole = decoder.finish(broken)
        try:
            self._reply = self._output.read(whole)
        except OutputError as error:
            self._failure = error
            raise
        finally:
            if self._learn_version is not None:
                self._learn_version(whole)


def take_reply(reply: ReplyT | None, failure: VLLMError | None, *, closed: bool) -> ReplyT:
    """Return the reply of a tool loop.

    Raises:
        VLLMError: The error that ended the loop.
        RuntimeError: The loop has not ended, or was closed before its end.
    """
    if reply is not None:
        return reply
    if failure is not None:
        raise failure
    if closed:
        raise RuntimeError("the loop was closed before its end")
    raise RuntimeError("the loop has not ended: iterate its events to their end")
