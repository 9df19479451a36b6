"""A loop of tool calls, told while it runs."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any, Generic, Self

from vllm_sdk._operations.core import Answer, Call
from vllm_sdk._operations.replies import Reply
from vllm_sdk._operations.streaming.base_stream import ended_reply
from vllm_sdk._operations.tool_loop.steps import (
    RunTools,
    Steps,
    StreamEvent,
    StreamTurn,
    Tell,
    TextEvent,
    ToolFlow,
    ToolReply,
)
from vllm_sdk._sync.streams import Stream
from vllm_sdk._tool_running.runners import ToolRunner
from vllm_sdk._tools.prompt import AnswerText
from vllm_sdk.errors import VLLMError
from vllm_sdk.types import T_co


class ToolStream(Generic[T_co]):
    """A tool loop that tells what happens: a context manager that iterates events.

    They come as they happen: pieces of the model's text (`TextEvent`), each turn (`TurnEvent`),
    each call before it runs (`CallEvent`) and each result (`ResultEvent`). The loop goes on while
    they are iterated; leaving the block early ends it, and aborts the generation on the server.
    """

    def __init__(
        self,
        flow: ToolFlow[ToolReply[T_co]],
        runner: ToolRunner,
        *,
        send: Callable[[Call], Answer],
        stream: Callable[[Call], Stream[Any, str]],
    ) -> None:
        """Hold what the loop needs; `VLLM.stream_with_tools` makes streams."""
        self._flow = flow
        self._runner = runner
        self._send = send
        self._stream = stream
        self._reply: ToolReply[T_co] | None = None
        self._failure: VLLMError | None = None
        self._open: Stream[Any, str] | None = None
        self._closed = False
        self._events = self._driven()

    def __enter__(self) -> Self:
        """Enter a block that ends the loop at its end."""
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
        return self._events

    @property
    def text(self) -> Iterator[str]:
        """What the model says as it says it, of all turns; other events are passed over."""
        return (event.text for event in self._events if isinstance(event, TextEvent))

    @property
    def reply(self) -> ToolReply[T_co]:
        """What the loop came to, as `generate_with_tools` gives it.

        Raises:
            VLLMError: what ended the loop.
            RuntimeError: the loop has not ended yet, or was closed before its end.
        """
        return ended_reply(self._reply, self._failure, closed=self._closed)

    def close(self) -> None:
        """End the loop where it is; another thread may do that, too."""
        self._closed = True
        if self._open is not None:
            self._open.close()
        with suppress(ValueError):  # it is under way in another thread, and ends at its next step
            self._events.close()

    def _driven(self) -> Generator[StreamEvent, None, None]:
        steps = Steps(self._flow)
        try:
            step = steps.begin()
            while step is not None and not self._closed:
                answer: Any = None
                try:
                    if isinstance(step, StreamTurn):
                        answer = yield from self._turn(step)
                    elif isinstance(step, RunTools):
                        answer = self._runner.run(step)
                    elif isinstance(step, Tell):
                        yield step.event
                    else:
                        answer = self._send(step)
                except VLLMError as error:
                    step = steps.fail(error)
                else:
                    step = steps.answer(answer)
            self._reply = steps.value
        except VLLMError as error:
            self._failure = error
            raise
        finally:
            steps.close()

    def _turn(self, turn: StreamTurn) -> Generator[StreamEvent, None, Reply[str]]:
        said = AnswerText() if turn.described else None
        with self._stream(turn.call) as self._open:
            for text in self._open.text:
                if shown := text if said is None else said.feed(text):
                    yield TextEvent(shown)
            return self._open.reply
