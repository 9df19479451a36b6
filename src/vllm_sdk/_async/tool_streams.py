"""A loop of tool calls, told while it runs, for asyncio."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, suppress
from types import TracebackType
from typing import Any, Generic, Self

from vllm_sdk._async.streams import AsyncStream
from vllm_sdk._operations.core import Answer, Call
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
from vllm_sdk._tool_running.runners import AsyncToolRunner
from vllm_sdk._tools.prompt import AnswerText
from vllm_sdk.errors import VLLMError
from vllm_sdk.types import T_co


class AsyncToolStream(Generic[T_co]):
    """What `ToolStream` is, for asyncio: an async context manager that iterates events."""

    def __init__(
        self,
        flow: ToolFlow[ToolReply[T_co]],
        runner: AsyncToolRunner,
        *,
        send: Callable[[Call], Awaitable[Answer]],
        stream: Callable[[Call], AsyncStream[Any, str]],
    ) -> None:
        """Hold what the loop needs; `AsyncVLLM.stream_with_tools` makes streams."""
        self._flow = flow
        self._runner = runner
        self._send = send
        self._stream = stream
        self._answer: Any = None
        self._reply: ToolReply[T_co] | None = None
        self._failure: VLLMError | None = None
        self._open: AsyncStream[Any, str] | None = None
        self._closed = False
        self._events = self._driven()

    async def __aenter__(self) -> Self:
        """Enter a block that ends the loop at its end."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the loop."""
        await self.close()

    def __aiter__(self) -> AsyncIterator[StreamEvent]:
        """Iterate the events as they happen."""
        return self._events

    @property
    async def text(self) -> AsyncIterator[str]:
        """What the model says as it says it, of all turns; other events are passed over."""
        async for event in self._events:
            if isinstance(event, TextEvent):
                yield event.text

    @property
    def reply(self) -> ToolReply[T_co]:
        """What the loop came to, as `generate_with_tools` gives it.

        Raises:
            VLLMError: what ended the loop.
            RuntimeError: the loop has not ended yet, or was closed before its end.
        """
        return ended_reply(self._reply, self._failure, closed=self._closed)

    async def close(self) -> None:
        """End the loop where it is; another task may do that, too."""
        self._closed = True
        if self._open is not None:
            await self._open.close()
        with suppress(RuntimeError):  # it is under way in another task, and ends at its next step
            await self._events.aclose()

    async def _driven(self) -> AsyncGenerator[StreamEvent, None]:
        steps = Steps(self._flow)
        try:
            step = steps.begin()
            while step is not None and not self._closed:
                self._answer = None
                try:
                    if isinstance(step, StreamTurn):
                        async with aclosing(self._turn(step)) as turn:
                            async for event in turn:
                                yield event
                    elif isinstance(step, RunTools):
                        self._answer = await self._runner.run(step)
                    elif isinstance(step, Tell):
                        yield step.event
                    else:
                        self._answer = await self._send(step)
                except VLLMError as error:
                    step = steps.fail(error)
                else:
                    step = steps.answer(self._answer)
            self._reply = steps.value
        except VLLMError as error:
            self._failure = error
            raise
        finally:
            steps.close()

    async def _turn(self, turn: StreamTurn) -> AsyncGenerator[StreamEvent, None]:
        """Yield what is said; the whole turn is the answer to the step."""
        said = AnswerText() if turn.described else None
        async with self._stream(turn.call) as self._open:
            async for text in self._open.text:
                if shown := text if said is None else said.feed(text):
                    yield TextEvent(shown)
            self._answer = self._open.reply
