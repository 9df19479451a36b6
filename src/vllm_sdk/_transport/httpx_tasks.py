"""Runs the requests of an asynchronous httpx client so that no cancellation harms its pool."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from vllm_sdk._transport.httpx_attempt import Attempt
from vllm_sdk._transport.httpx_gate import Slot

T = TypeVar("T")


class Tasks:
    """Runs each request in a task of its own, which a cancelled caller leaves behind.

    The task ends by itself where a cancellation would cost the pool a slot. trio has no tasks
    without an owner: there the caller stays until the request may be interrupted.
    """

    def __init__(self) -> None:
        """Begin without tasks."""
        self._abandoned: set[asyncio.Task[Any]] = set()
        self._closing: set[asyncio.Task[Any]] = set()

    async def run(
        self, work: Coroutine[Any, Any, T], attempt: Attempt, slot: Slot, *, keep: bool = False
    ) -> T:
        """Return the result of the work; if the caller is cancelled, end it as soon as is safe.

        Args:
            work: The work, which notes its steps in the attempt.
            attempt: The attempt.
            slot: The slot, which is free when the work ends.
            keep: Leave the slot to the result, which is a stream.
        """
        loop = _find_loop()
        if loop is None:
            return await _run_in_place(work, attempt, slot, keep=keep)

        def end(task: asyncio.Task[T]) -> None:
            if task.cancelled() or task.exception() is not None or not keep:
                slot.free()

        task = loop.create_task(work)
        task.add_done_callback(end)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            self._abandon(task, attempt, keep=keep)
            raise

    async def finish(self, work: Coroutine[Any, Any, None]) -> None:
        """Run the work to its end, even if the caller is cancelled meanwhile."""
        if _find_loop() is None:
            await _shield(work, Attempt())
        else:
            await asyncio.shield(self._start(work))

    async def close(self) -> None:
        """End the tasks that nobody waits for."""
        loop = _find_loop()
        for task in [task for task in self._abandoned if task.get_loop() is loop]:
            task.cancel()
        while left := [task for task in self._abandoned | self._closing if task.get_loop() is loop]:
            await asyncio.gather(*left, return_exceptions=True)

    def _abandon(self, task: asyncio.Task[Any], attempt: Attempt, *, keep: bool) -> None:
        def discard(task: asyncio.Task[Any]) -> None:
            self._abandoned.discard(task)
            if keep and not task.cancelled() and task.exception() is None:
                self._start(task.result().close())

        self._abandoned.add(task)
        task.add_done_callback(discard)
        if attempt.abandon():
            self._start(attempt.opened.aclose())
        elif attempt.is_stoppable:
            task.cancel()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
        return task


async def _run_in_place(
    work: Coroutine[Any, Any, T], attempt: Attempt, slot: Slot, *, keep: bool
) -> T:
    try:
        result = await _shield(work, attempt)
    except BaseException:
        slot.free()
        raise
    if not keep:
        slot.free()
    return result


async def _shield(work: Coroutine[Any, Any, T], attempt: Attempt) -> T:
    import anyio  # httpx needs it, too

    with anyio.CancelScope(shield=True) as attempt.scope:
        return await work
    raise AssertionError  # pragma: no cover - the scope is not cancelled


def _find_loop() -> asyncio.AbstractEventLoop | None:
    """Return the running loop of asyncio; None under trio."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
