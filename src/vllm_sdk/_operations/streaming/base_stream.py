"""What both kinds of stream have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeAlias, TypeVar

from vllm_sdk._operations.generation.outputs import Output
from vllm_sdk._operations.replies import Reply
from vllm_sdk._operations.streaming.accumulators import ChunkT
from vllm_sdk._operations.streaming.decoder import Fold
from vllm_sdk.errors import OutputError, VLLMError
from vllm_sdk.types import T_co

ItemT = TypeVar("ItemT")
ReplyT = TypeVar("ReplyT")

Items: TypeAlias = list[ItemT] | set[ItemT] | frozenset[ItemT] | tuple[ItemT, ...]
"""The containers whose items come one by one."""

Learn: TypeAlias = Callable[[Reply[str]], None]
"""Takes the whole reply, whatever it is read into."""

NOT_OPEN = "a stream is read inside its block: with client.stream(…) as stream: …"
ONE_USE = "a stream is entered once: call client.stream(…) again for another answer"
ONE_READER = "another thread or task is reading this stream: give each a stream of its own"
CLOSED = "it was closed before its end"
NOT_DONE = "the stream has not ended: read it to its end, or take stream.partial"


class Reading(Generic[ChunkT, T_co]):
    """What both kinds of stream know of the answer that they read."""

    def __init__(self, output: Output[T_co], learn: Learn | None = None) -> None:
        """Hold how the answer is read, and what learns from it."""
        self._output = output
        self._learn = learn
        self._fold: Fold[ChunkT] | None = None
        self._chunks: Iterator[ChunkT] = iter(())
        self._reply: Reply[T_co] | None = None
        self._failure: OutputError | None = None
        self._receiving = False
        self._closed = False

    @property
    def reply(self) -> Reply[T_co]:
        """The whole reply, as the same call without streaming gives it.

        Raises:
            OutputError: the answer is not what `returns=` asked for.
            RuntimeError: the stream has not ended yet.
        """
        if self._failure is not None:
            raise self._failure
        if self._reply is None:
            raise RuntimeError(NOT_DONE)
        return self._reply

    @property
    def partial(self) -> Reply[str] | None:
        """The reply as far as it was read, or None before the first chunk."""
        return None if self._fold is None else self._fold.partial

    def _finish(self, fold: Fold[ChunkT], broken: str | None) -> None:
        """Make the reply of what has come."""
        whole = fold.finish(broken)
        try:
            self._reply = self._output.read(whole)
        except OutputError as error:
            self._failure = error
            raise
        finally:
            if self._learn is not None:
                self._learn(whole)


def ended_reply(reply: ReplyT | None, failure: VLLMError | None, *, closed: bool) -> ReplyT:
    """What a loop came to.

    Raises:
        VLLMError: what ended it.
        RuntimeError: it has not ended, or was closed before its end.
    """
    if reply is not None:
        return reply
    if failure is not None:
        raise failure
    if closed:
        raise RuntimeError("the loop was closed before its end")
    raise RuntimeError("the loop has not ended: iterate its events to their end")
