"""Runs the calls of a tool loop, for either client; the loop itself runs nothing.

**Time.** A tool with a timeout runs in a thread of its own, unless it is a coroutine function.
Python can't end a thread: a tool that outlives its timeout is given up, the model is told so, and
the thread goes on in the background until the function returns. It keeps nobody from leaving the
program. Give such a function a timeout of its own where it waits for something.

**Ctrl-C and cancellation.** Both end the loop at once. A coroutine is cancelled; a function in a
thread is given up like one that outlived its timeout; calls that have not begun never do.

**Context.** Tools see the context variables of whoever called the client, in threads too.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import inspect
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future, wait
from threading import Event, Thread
from typing import Any, Generic, TypeAlias, TypeVar

from vllm_sdk._operations.core import Call
from vllm_sdk._operations.tool_loop.steps import (
    CallRecord,
    Outcome,
    PendingCall,
    RunTools,
    Step,
    Steps,
    Tell,
    ToolEvent,
    ToolFlow,
)
from vllm_sdk._tools.tool import check_seconds
from vllm_sdk.errors import RequestInvalid, VLLMError

T = TypeVar("T")
HookT = TypeVar("HookT")

Approve: TypeAlias = Callable[[CallRecord], bool | str]
"""Asked before a call runs: True lets it run, False refuses it, a text refuses it and says why."""

AsyncApprove: TypeAlias = Callable[[CallRecord], bool | str | Awaitable[bool | str]]
"""The same for asyncio; it may be a coroutine function."""

Watch: TypeAlias = Callable[[ToolEvent], Any]
"""Shown every event of a loop: each turn, each call, each result."""

AsyncWatch: TypeAlias = Callable[[ToolEvent], Any]
"""The same for asyncio; it may be a coroutine function."""

GRACE = 0.5
"""Seconds beyond its bound that a coroutine has to end, before its thread is given up."""

ASYNC_CONCURRENCY = 16
"""So many calls of one turn run together in the asynchronous client, unless told otherwise."""


class _Runner(Generic[HookT]):
    """What both runners have: the hooks, and the bounds."""

    def __init__(
        self,
        *,
        approve: Callable[[CallRecord], HookT] | None = None,
        on_event: Callable[[ToolEvent], Any] | None = None,
        max_concurrency: int | None = None,
        timeout: float | None = None,
    ) -> None:
        """Keep the hooks and the bounds.

        Args:
            approve: asked before a call runs, one after another in the order of the calls: True
                lets it run, False refuses it, a text refuses it and tells the model why.
            on_event: shown every event: each turn, each call, each result.
            max_concurrency: how many calls of one turn run together, 1 or more. Otherwise 1 in the
                synchronous client, where calls run in your own thread, one after another (with
                more, in threads), and 16 in the asynchronous one.
            timeout: seconds that a call of a tool without a timeout of its own may take; None for
                no bound.

        Raises:
            RequestInvalid: a bound that is none.
            TypeError: an argument of the wrong type.
        """
        for name, hook in (("approve", approve), ("on_event", on_event)):
            if hook is not None and not callable(hook):
                raise TypeError(f"{name} is a function, not {hook!r}")
        if max_concurrency is not None:
            if isinstance(max_concurrency, bool) or not isinstance(max_concurrency, int):
                raise TypeError(f"max_concurrency is a number of calls, not {max_concurrency!r}")
            if max_concurrency < 1:
                raise RequestInvalid(f"max_concurrency={max_concurrency}: at least one call runs.")
        check_seconds("timeout", timeout)
        self._approve = approve
        self._on_event = on_event
        self._max_concurrency = max_concurrency
        self._timeout = timeout

    def _bound(self, pending: PendingCall) -> float | None:
        own = pending.tool.timeout
        return self._timeout if own is None else own


class ToolRunner(_Runner[bool | str]):
    """Runs calls for the synchronous client.

    A coroutine function runs on an event loop of its own, in a thread.
    """

    def drive(self, flow: ToolFlow[T], send: Callable[[Call], Any]) -> T:
        """Drive a tool loop to its end.

        Args:
            flow: the loop.
            send: answers a `Call`.

        Returns:
            What the loop returns.

        Raises:
            VLLMError: what the loop raises. What a hook raises is raised as it is.
        """
        steps = Steps(flow)
        try:
            step = steps.begin()
            while step is not None:
                try:
                    answer = send(step) if isinstance(step, Call) else self._do(step)
                except VLLMError as error:
                    step = steps.fail(error)
                else:
                    step = steps.answer(answer)
        finally:
            steps.close()
        value: T = steps.value
        return value

    def _do(self, step: Step) -> list[Outcome] | None:
        if isinstance(step, RunTools):
            return self.run(step)
        if isinstance(step, Tell) and self._on_event is not None:
            _refuse_awaitable("on_event", self._on_event(step.event))
        return None

    def run(self, step: RunTools) -> list[Outcome]:
        """The outcomes of the calls of one turn, in their order."""
        outcomes = [self._refusal(pending) for pending in step.calls]
        waiting = deque(
            (place, pending) for place, pending in enumerate(step.calls) if outcomes[place] is None
        )
        found = {place: outcome for place, outcome in enumerate(outcomes) if outcome is not None}

        def work() -> None:
            while True:
                try:
                    place, pending = waiting.popleft()
                except IndexError:
                    return
                found[place] = self._run_one(pending)

        threads = min(self._max_concurrency or 1, len(waiting))
        if threads <= 1:
            work()
        else:
            try:
                for worker in [in_thread(work) for _ in range(threads)]:
                    worker.result()
            finally:
                waiting.clear()  # what has not begun never does
        return [found[place] for place in range(len(step.calls))]

    def _refusal(self, pending: PendingCall) -> Outcome | None:
        if self._approve is None:
            return None
        said = self._approve(pending.call)
        _refuse_awaitable("approve", said)
        return refusal(said)

    def _run_one(self, pending: PendingCall) -> Outcome:
        seconds = self._bound(pending)
        try:
            if pending.tool.is_async:
                return _run_apart(pending, seconds)
            if seconds is None:
                return _done(_called(pending))
            running = in_thread(lambda: _called(pending))
            if not wait([running], seconds).done:
                return given_up(pending, seconds)
            return _done(running.result())
        except Exception as error:  # noqa: BLE001 -- whatever a tool raises is told to the model
            return Outcome("failed", exception=error)


class AsyncToolRunner(_Runner[bool | str | Awaitable[bool | str]]):
    """Runs calls for the asynchronous client: together; plain functions in threads.

    Hooks may be coroutine functions.
    """

    async def drive(self, flow: ToolFlow[T], send: Callable[[Call], Awaitable[Any]]) -> T:
        """Drive a tool loop to its end; see `ToolRunner.drive`."""
        steps = Steps(flow)
        try:
            step = steps.begin()
            while step is not None:
                try:
                    answer = await (send(step) if isinstance(step, Call) else self._do(step))
                except VLLMError as error:
                    step = steps.fail(error)
                else:
                    step = steps.answer(answer)
        finally:
            steps.close()
        value: T = steps.value
        return value

    async def _do(self, step: Step) -> list[Outcome] | None:
        if isinstance(step, RunTools):
            return await self.run(step)
        if isinstance(step, Tell) and self._on_event is not None:
            await _settled(self._on_event(step.event))
        return None

    async def run(self, step: RunTools) -> list[Outcome]:
        """The outcomes of the calls of one turn, in their order."""
        refusals = [await self._refusal(pending) for pending in step.calls]
        gate = asyncio.Semaphore(self._max_concurrency or ASYNC_CONCURRENCY)

        async def run(pending: PendingCall) -> Outcome:
            async with gate:
                return await _run_async(pending, self._bound(pending))

        async with asyncio.TaskGroup() as group:
            running = [
                refused or group.create_task(run(pending))
                for pending, refused in zip(step.calls, refusals, strict=True)
            ]
        return [each if isinstance(each, Outcome) else each.result() for each in running]

    async def _refusal(self, pending: PendingCall) -> Outcome | None:
        if self._approve is None:
            return None
        return refusal(await _settled(self._approve(pending.call)))


def refusal(said: object) -> Outcome | None:
    """What an approve hook's word comes to; None where the call may run.

    Raises:
        TypeError: it said something else than True, False or a text.
    """
    if said is True:
        return None
    if isinstance(said, str):
        return Outcome("refused", reason=f"the call was refused: {said}")
    if said is False:
        return Outcome("refused", reason="the call was refused")
    raise TypeError(f"approve answers True, False or a text that says why not; not {said!r}")


def given_up(pending: PendingCall, seconds: float) -> Outcome:
    """The outcome of a call that took too long."""
    reason = f"{pending.call.name} took longer than {seconds:g} s and was given up"
    return Outcome("timed_out", exception=TimeoutError(reason), reason=reason)


def in_thread(work: Callable[[], T]) -> Future[T]:
    """Begin work in a thread of its own, under the caller's context variables.

    The thread is a daemon: whoever stops waiting for it can leave the program.
    """
    future: Future[T] = Future()
    context = contextvars.copy_context()

    def run() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = context.run(work)
        except BaseException as error:  # noqa: BLE001 -- it is raised again where it is waited for
            future.set_exception(error)
        else:
            future.set_result(result)

    Thread(target=run, name="vllm_sdk tool", daemon=True).start()
    return future


def _run_apart(pending: PendingCall, seconds: float | None) -> Outcome:
    """Run a coroutine function on an event loop of its own, in a thread; give it up in time."""
    begun: list[tuple[asyncio.AbstractEventLoop, asyncio.Task[Any]]] = []
    left = Event()

    async def run() -> Outcome:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 -- it is running
        begun.append((asyncio.get_running_loop(), task))
        if left.is_set():
            task.cancel()
        return await _run_async(pending, seconds)

    try:
        running = in_thread(lambda: asyncio.run(run()))
        # Its own bound is on the loop; this one is for code that holds the loop up.
        if seconds is not None and not wait([running], seconds + GRACE).done:
            return given_up(pending, seconds)
        return running.result()
    except BaseException:  # Ctrl-C, above all, wherever it strikes
        left.set()
        for loop, task in begun:
            with contextlib.suppress(RuntimeError):  # the loop may have ended
                loop.call_soon_threadsafe(task.cancel)
        raise


async def _run_async(pending: PendingCall, seconds: float | None) -> Outcome:
    """Run one call on this event loop; a plain function in a thread."""
    tool = pending.tool
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            if tool.is_async:
                return _done(await tool.function(**pending.arguments))
            result, error = await asyncio.wrap_future(in_thread(lambda: _tried(pending)))
            if error is not None:
                return Outcome("failed", exception=error)
            return _done(await _settled(result))
    except asyncio.CancelledError as error:
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
        return Outcome("failed", exception=error)  # the tool's own doing
    except Exception as error:  # noqa: BLE001 -- whatever a tool raises is told to the model
        if seconds is not None and scope.expired():
            return given_up(pending, seconds)
        return Outcome("failed", exception=error)


def _tried(pending: PendingCall) -> tuple[Any, Exception | None]:
    """What a plain function returns or raises; asyncio's futures carry no `StopIteration`."""
    try:
        return pending.tool.function(**pending.arguments), None
    except Exception as error:  # noqa: BLE001 -- whatever a tool raises is told to the model
        return None, error


def _called(pending: PendingCall) -> Any:
    """What a plain function returns; a coroutine is run, as one that a wrapper hides."""
    result = pending.tool.function(**pending.arguments)
    if inspect.iscoroutine(result):
        return in_thread(lambda: asyncio.run(result)).result()
    _refuse_awaitable(pending.call.name, result)
    return result


def _done(result: Any) -> Outcome:
    return Outcome("done", result=result)


async def _settled(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def _refuse_awaitable(name: str, value: object) -> None:
    if inspect.isawaitable(value):
        if isinstance(value, Coroutine):
            value.close()
        raise TypeError(f"{name} gives something to await: use AsyncVLLM, or a plain function")
