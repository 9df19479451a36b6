"""A loop of tool calls, told while it runs."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from types import TracebackType
from typing import Any, Generic, Self

from vllm_sdk.errors import VLLMError
from vllm_sdk.flows.calls import Answer, Call
from vllm_sdk.flows.tool_steps import (
    RunTools,
    StreamEvent,
    StreamTurn,
    Tell,
    TextEvent,
    ToolFlow,
    ToolReply,
)
from vllm_sdk.replies import Reply
from vllm_sdk.runners import ToolRunner
from vllm_sdk.streams.sync import Stream
from vllm_sdk.tools.answers import AnswerText
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
            RuntimeError: the loop has not ended yet.
        """
        if self._reply is None:
            raise RuntimeError("the loop has not ended: iterate its events to their end")
        return self._reply

    def close(self) -> None:
        """End the loop where it is."""
        self._events.close()
        self._flow.close()

    def _driven(self) -> Generator[StreamEvent, None, None]:
        flow = self._flow
        try:
            step = next(flow)
            while True:
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
                    step = flow.throw(error)
                else:
                    step = flow.send(answer)
        except StopIteration as stop:
            self._reply = stop.value

    def _turn(self, turn: StreamTurn) -> Generator[StreamEvent, None, Reply[str]]:
        said = AnswerText() if turn.described else None
        with self._stream(turn.call) as stream:
            for text in stream.text:
                if shown := text if said is None else said.feed(text):
                    yield TextEvent(shown)
            return stream.reply
