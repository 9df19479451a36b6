# Derived from src/vllm_sdk/_async/tool_streams.py by `make derive`. Edit that file instead.
"""A tool loop that shows its events while it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any, Generic, Self

from vllm_sdk._exports import export
from vllm_sdk._operations.core import Request
from vllm_sdk._operations.streaming.base_stream import ONE_READER, take_reply
from vllm_sdk._operations.tool_loop.events import StreamEvent, TextEvent, ToolReply
from vllm_sdk._operations.tool_loop.steps import EventSource, ToolOperation, ToolStep
from vllm_sdk._sync.drive import drive
from vllm_sdk._sync.streams import Stream
from vllm_sdk.errors import VLLMError
from vllm_sdk.types import T_co


@export
class ToolStream(Generic[T_co]):
    """A tool loop that shows its events: a context manager that iterates them.

    Events arrive as they happen: parts of the model's text (`TextEvent`), the end of each turn
    (`TurnEvent`), each call before it runs (`CallEvent`) and each result (`ResultEvent`). The loop
    advances while the events are iterated. Leaving the block early ends it, and aborts the
    generation on the server.
    """

    def __init__(
        self,
        loop: ToolOperation[ToolReply[T_co]],
        perform: Callable[[ToolStep], Any],
    ) -> None:
        """Prepare the loop; the client's methods make such streams.

        Args:
            loop: The tool loop.
            perform: Performs one of its steps.
        """
        self._source = EventSource(loop)
        self._perform_step = perform
        self._reply: ToolReply[T_co] | None = None
        self._failure: VLLMError | None = None
        self._open: Stream[Any, str] | None = None
        self._running = False
        self._ended = False
        self._closed = False

    def __enter__(self) -> Self:
        """Enter a block that ends the loop when it is left."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the loop."""
        self.close()

    def __iter__(self) -> Iterator[StreamEvent]:
        """Iterate the events as they happen."""
        return self

    def __next__(self) -> StreamEvent:
        """Run the loop up to its next event, and return the event.

        Raises:
            VLLMError: The loop ended in an error.
        """
        if self._running:
            raise RuntimeError(ONE_READER)
        if self._ended or self._closed:
            raise StopIteration
        self._running = True
        try:
            event = drive(self._source.next_event(), self._perform)
        except BaseException as error:
            self._ended = True
            if isinstance(error, VLLMError):
                self._failure = error
            self._source.close()
            self._close_turn()
            if isinstance(error, StopIteration):  # it would look like the end of the loop
                message = f"a hook raised {type(error).__name__}"
                raise RuntimeError(message) from error  # noqa: TRY004 -- it is not about a type
            raise
        finally:
            self._running = False
        if event is None:
            self._ended = True
            self._reply = self._source.value
        if event is None or self._closed:
            self.close()
            raise StopIteration
        return event

    @property
    def text(self) -> Iterator[str]:
        """The model's text as it arrives, of all turns; other events are skipped."""
        for event in self:
            if isinstance(event, TextEvent):
                yield event.text

    @property
    def reply(self) -> ToolReply[T_co]:
        """The reply at the end of the loop, as `generate_with_tools` returns it.

        Raises:
            VLLMError: The error that ended the loop.
            RuntimeError: The loop has not ended yet, or was closed before its end.
        """
        return take_reply(self._reply, self._failure, closed=self._closed)

    def close(self) -> None:
        """End the loop where it is; another thread or task may do that, too."""
        self._closed = True
        self._close_turn()
        if not self._running:  # otherwise it ends at its next step
            self._source.close()

    def _close_turn(self) -> None:
        if self._open is not None:
            self._open.close()

    def _perform(self, step: ToolStep) -> Any:
        result: Any = self._perform_step(step)
        if isinstance(step, Request) and step.stream is not None:
            self._open = result
            if self._closed:  # meanwhile, by another thread or task
                self._close_turn()
        return result
