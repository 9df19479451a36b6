"""Runs the calls of a tool loop for the asynchronous client."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable
from typing import Any

from vllm_sdk._operations.tool_loop.events import StreamEvent, TextEvent
from vllm_sdk._operations.tool_loop.loop import PAUSE
from vllm_sdk._operations.tool_loop.steps import Outcome, PendingCall, PrepareTurn, RunTools
from vllm_sdk._tool_running.hooks import (
    BaseRunner,
    FatalError,
    Offered,
    abandon,
    read_approval,
    settle,
)
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.threads import start_thread

DEFAULT_CONCURRENCY = 16
"""The default limit on the calls of one turn that run at once."""


class AsyncToolRunner(BaseRunner[bool | str | Awaitable[bool | str], Offered | Awaitable[Offered]]):
    """Runs calls for the asynchronous client: together; plain functions in threads.

    Hooks may be coroutine functions.
    """

    async def emit(self, event: StreamEvent) -> None:
        """Show an event to the `on_event` hook."""
        if self._on_event is not None and not isinstance(event, TextEvent):
            await settle(self._on_event(event))

    async def prepare(self, step: PrepareTurn) -> Any:
        """Return what the `prepare` hook chooses for a turn; None without a hook."""
        return None if self._prepare is None else await settle(self._prepare(step.context))

    async def pause(self) -> None:
        """Let other tasks of the event loop run."""
        await asyncio.sleep(0)

    async def run(self, step: RunTools, deadline: Deadline | None = None) -> list[Outcome]:
        """Run the calls of one turn.

        Args:
            step: The calls.
            deadline: The end of the loop; what still runs then is abandoned.

        Returns:
            An outcome for each call, in their order.

        Raises:
            BaseException: A tool raised an exception that is fatal.
        """
        outcomes: dict[int, Outcome] = {}
        queue: deque[tuple[int, PendingCall]] = deque()
        for index, pending in enumerate(step.calls):
            refused = await self._ask_approval(pending)
            if refused is None:
                queue.append((index, pending))
            else:
                outcomes[index] = refused
            if index % PAUSE == PAUSE - 1:
                await self.pause()

        async def work() -> None:
            while queue:
                index, pending = queue.popleft()
                outcomes[index] = await run_on_loop(pending, self._limit(pending, deadline))
                self._raise_fatal(outcomes[index])
                await self.pause()  # a coroutine function may never wait

        fatal: list[BaseException] = []
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(self._max_concurrency or DEFAULT_CONCURRENCY, len(queue))):
                    group.create_task(work())
        except* FatalError as found:
            fatal += [each.error for each in found.exceptions if isinstance(each, FatalError)]
        if fatal:
            raise fatal[0]
        return [outcomes[index] for index in range(len(step.calls))]

    async def _ask_approval(self, pending: PendingCall) -> Outcome | None:
        if self._approve is None:
            return None
        return read_approval(await settle(self._approve(pending.call)))


async def run_on_loop(pending: PendingCall, seconds: float | None) -> Outcome:
    """Run one call on this event loop, a plain function in a thread."""
    tool = pending.tool
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            if tool.is_async:
                return Outcome("done", result=await tool.function(**pending.arguments))
            result, error = await asyncio.wrap_future(start_thread(lambda: _try_call(pending)))
            if error is not None:
                return Outcome("failed", exception=error)
            return Outcome("done", result=await settle(result))
    except asyncio.CancelledError as error:
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
        return Outcome("failed", exception=error)  # the tool's own doing
    except Exception as error:  # noqa: BLE001 -- the model reads whatever a tool raises
        if seconds is not None and scope.expired():
            return abandon(pending, seconds)
        return Outcome("failed", exception=error)


def _try_call(pending: PendingCall) -> tuple[Any, Exception | None]:
    """Return what a plain function returns or raises: futures carry no `StopIteration`."""
    try:
        return pending.tool.function(**pending.arguments), None
    except Exception as error:  # noqa: BLE001 -- the model reads whatever a tool raises
        return None, error
