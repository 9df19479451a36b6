"""Runs the calls of a tool loop for the synchronous client."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
from collections import deque
from threading import Event
from typing import Any

from vllm_sdk._operations.tool_loop.events import StreamEvent, TextEvent
from vllm_sdk._operations.tool_loop.steps import Outcome, PendingCall, PrepareTurn, RunTools
from vllm_sdk._tool_running.async_runner import run_on_loop
from vllm_sdk._tool_running.hooks import (
    BaseRunner,
    FatalError,
    Offered,
    abandon,
    read_approval,
    refuse_awaitable,
)
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk._transport.threads import start_thread, wait_for

GRACE = 0.5
"""Seconds beyond its limit that a coroutine has to end, before its thread is abandoned."""


class ToolRunner(BaseRunner[bool | str, Offered]):
    """Runs calls for the synchronous client, one after another or in threads.

    A coroutine function runs on an event loop of its own, in a thread.
    """

    def emit(self, event: StreamEvent) -> None:
        """Show an event to the `on_event` hook."""
        if self._on_event is not None and not isinstance(event, TextEvent):
            refuse_awaitable("on_event", self._on_event(event))

    def prepare(self, step: PrepareTurn) -> Any:
        """Return what the `prepare` hook chooses for a turn; None without a hook."""
        if self._prepare is None:
            return None
        offered = self._prepare(step.context)
        refuse_awaitable("prepare", offered)
        return offered

    def pause(self) -> None:
        """Do nothing: no other task waits for the event loop."""

    def run(self, step: RunTools, deadline: Deadline | None = None) -> list[Outcome]:
        """Run the calls of one turn.

        Args:
            step: The calls.
            deadline: The end of the loop. Calls that run in threads are abandoned then; one in the
                caller's own thread is not interrupted.

        Returns:
            An outcome for each call, in their order.

        Raises:
            BaseException: A tool raised an exception that is fatal.
        """
        refusals = [self._ask_approval(pending) for pending in step.calls]
        outcomes = {index: refusal for index, refusal in enumerate(refusals) if refusal is not None}
        queue = deque(
            (index, pending) for index, pending in enumerate(step.calls) if index not in outcomes
        )

        def work() -> None:
            while True:
                try:
                    index, pending = queue.popleft()
                except IndexError:
                    return
                outcomes[index] = self._run_one(pending, deadline)
                try:
                    self._raise_fatal(outcomes[index])
                except FatalError:
                    queue.clear()  # before another thread takes a call
                    raise

        threads = min(self._max_concurrency or 1, len(queue))
        fatal: BaseException | None = None
        try:
            if threads <= 1:
                work()
            else:
                workers = [start_thread(work) for _ in range(threads)]
                wait_for(workers)
                for worker in workers:
                    if worker.done():
                        worker.result()
        except FatalError as found:
            fatal = found.error
        finally:
            queue.clear()  # calls that have not started never start
        if fatal is not None:
            raise fatal
        return [outcomes[index] for index in range(len(step.calls))]

    def _ask_approval(self, pending: PendingCall) -> Outcome | None:
        if self._approve is None:
            return None
        answer = self._approve(pending.call)
        refuse_awaitable("approve", answer)
        return read_approval(answer)

    def _run_one(self, pending: PendingCall, deadline: Deadline | None) -> Outcome:
        seconds = self._limit(pending, deadline)
        try:
            if pending.tool.is_async:
                return _run_in_own_loop(pending, seconds)
            if seconds is None or self._limit(pending, None) is None:
                return Outcome("done", result=_call(pending))
            running = start_thread(lambda: _call(pending))
            if not wait_for([running], seconds):
                return abandon(pending, seconds)
            return Outcome("done", result=running.result())
        except Exception as error:  # noqa: BLE001 -- the model reads whatever a tool raises
            return Outcome("failed", exception=error)


def _run_in_own_loop(pending: PendingCall, seconds: float | None) -> Outcome:
    """Run a coroutine function on an event loop of its own, in a thread, up to its limit."""
    begun: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = []
    left = Event()

    async def run() -> Outcome:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 -- it is running
        begun.append((asyncio.get_running_loop(), task))
        if left.is_set():
            task.cancel()
        return await run_on_loop(pending, seconds)

    try:
        running = start_thread(lambda: asyncio.run(run()))
        # Its own limit is on the loop; this one is for code that blocks the loop.
        if seconds is not None and not wait_for([running], seconds + GRACE):
            return abandon(pending, seconds)
        wait_for([running])
        return running.result()
    except BaseException:  # Ctrl-C above all, at any point
        left.set()
        for loop, task in begun:
            with contextlib.suppress(RuntimeError):  # the loop may have ended
                loop.call_soon_threadsafe(task.cancel)
        raise


def _call(pending: PendingCall) -> Any:
    """Call a plain function; a coroutine that a wrapper hides is run, too."""
    result = pending.tool.function(**pending.arguments)
    if inspect.iscoroutine(result):
        running = start_thread(lambda: asyncio.run(result))
        wait_for([running])
        return running.result()
    refuse_awaitable(pending.call.name, result)
    return result
