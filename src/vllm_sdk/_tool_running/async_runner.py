"""Runs the calls of a tool loop for the asynchronous client."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from vllm_sdk._operations.tool_loop.events import StreamEvent, TextEvent
from vllm_sdk._operations.tool_loop.steps import Outcome, PendingCall, RunTools
from vllm_sdk._tool_running.hooks import BaseRunner, abandon, read_approval, settle
from vllm_sdk._transport.threads import start_thread

DEFAULT_CONCURRENCY = 16
"""The default limit on the calls of one turn that run at once."""


class AsyncToolRunner(BaseRunner[bool | str | Awaitable[bool | str]]):
    """Runs calls for the asynchronous client: together; plain functions in threads.

    Hooks may be coroutine functions.
    """

    async def emit(self, event: StreamEvent) -> None:
        """Show an event to the `on_event` hook."""
        if self._on_event is not None and not isinstance(event, TextEvent):
            await settle(self._on_event(event))

    async def run(self, step: RunTools) -> list[Outcome]:
        """Run the calls of one turn.

        Returns:
            An outcome for each call, in their order.
        """
        refusals = [await self._ask_approval(pending) for pending in step.calls]
        gate = asyncio.Semaphore(self._max_concurrency or DEFAULT_CONCURRENCY)

        async def run(pending: PendingCall) -> Outcome:
            async with gate:
                return await run_on_loop(pending, self._limit(pending))

        async with asyncio.TaskGroup() as group:
            running = [
                refused or group.create_task(run(pending))
                for pending, refused in zip(step.calls, refusals, strict=True)
            ]
        return [each if isinstance(each, Outcome) else each.result() for each in running]

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
