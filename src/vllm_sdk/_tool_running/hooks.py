"""The hooks of a tool loop, and what both runners have in common."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any, Generic, TypeAlias, TypeVar

from vllm_sdk._operations.tool_loop.error_classes import (
    ErrorClasses,
    check_error_classes,
    is_error_of,
)
from vllm_sdk._operations.tool_loop.events import CallRecord, ToolEvent, TurnContext
from vllm_sdk._operations.tool_loop.steps import Outcome, PendingCall
from vllm_sdk._tools.tool import Tool, check_seconds
from vllm_sdk._transport.deadline import Deadline
from vllm_sdk.errors import RequestInvalid

HookT = TypeVar("HookT")
OfferedT = TypeVar("OfferedT")

Approve: TypeAlias = Callable[[CallRecord], bool | str]
"""Decides before a call runs: True lets the call run, False refuses it, a text refuses it and is
the reason that the model reads."""

AsyncApprove: TypeAlias = Callable[[CallRecord], bool | str | Awaitable[bool | str]]
"""The same for `AsyncVLLM`; it may be a coroutine function."""

OnEvent: TypeAlias = Callable[[ToolEvent], Any]
"""Receives every event of a loop: each turn, each call, each result."""

AsyncOnEvent: TypeAlias = Callable[[ToolEvent], Any]
"""The same for `AsyncVLLM`; it may be a coroutine function."""

Offered: TypeAlias = Iterable[str | Tool[..., Any]] | None
"""The tools that a turn offers, or their names; None for all."""

Prepare: TypeAlias = Callable[[TurnContext], Offered]
"""Decides before each turn of the model which of the tools it offers."""

AsyncPrepare: TypeAlias = Callable[[TurnContext], Offered | Awaitable[Offered]]
"""The same for `AsyncVLLM`; it may be a coroutine function."""


class FatalError(Exception):
    """A tool's exception that ends the loop, on its way through threads and tasks.

    Attributes:
        error: The tool's exception.
    """

    def __init__(self, error: BaseException) -> None:
        """Keep the exception."""
        super().__init__(error)
        self.error = error


class BaseRunner(Generic[HookT, OfferedT]):
    """The hooks and the limits of a runner."""

    def __init__(
        self,
        *,
        approve: Callable[[CallRecord], HookT] | None = None,
        on_event: Callable[[ToolEvent], Any] | None = None,
        prepare: Callable[[TurnContext], OfferedT] | None = None,
        fatal_errors: ErrorClasses = (),
        max_concurrency: int | None = None,
        timeout: float | None = None,
    ) -> None:
        """Keep the hooks and the limits.

        Args:
            approve: Called before each call runs, in the order of the calls. True lets the call
                run, False refuses it, a text refuses it and is the reason that the model reads.
            on_event: Called with every event: each turn, each call, each result.
            prepare: Called before each turn of the model. It returns the tools that the turn
                offers, or their names; None for all.
            fatal_errors: The classes of exceptions that end the loop if a tool raises one. The
                client raises the exception, and calls that have not ended are abandoned.
            max_concurrency: Limit on the calls of one turn that run at once, 1 or more. The default
                is 1 in the synchronous client, where calls run in the caller's own thread (with
                more, in threads), and 16 in the asynchronous one.
            timeout: Seconds that a call of a tool without a timeout of its own may take; None for
                no limit.

        Raises:
            RequestInvalid: A limit is out of range.
            TypeError: An argument is of the wrong type.
        """
        for name, hook in (("approve", approve), ("on_event", on_event), ("prepare", prepare)):
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
        self._prepare = prepare
        self._fatal = check_error_classes("fatal_errors", fatal_errors)
        self._max_concurrency = max_concurrency
        self._timeout = timeout

    def _raise_fatal(self, outcome: Outcome) -> None:
        """Raise the exception of a call if it is fatal."""
        if outcome.exception is not None and is_error_of(outcome.exception, self._fatal):
            raise FatalError(outcome.exception)

    def _limit(self, pending: PendingCall, deadline: Deadline | None) -> float | None:
        """Return the seconds that a call may take; at most what is left of the loop's deadline."""
        own = pending.tool.timeout
        seconds = self._timeout if own is None else own
        if deadline is None:
            return seconds
        return deadline.left if seconds is None else min(seconds, deadline.left)


def read_approval(answer: object) -> Outcome | None:
    """Return the outcome of a call that an approve hook refused; None if the call may run.

    Raises:
        TypeError: The hook returned something else than True, False or a text.
    """
    if answer is True:
        return None
    if isinstance(answer, str):
        return Outcome("refused", reason=f"the call was refused: {answer}")
    if answer is False:
        return Outcome("refused", reason="the call was refused")
    raise TypeError(f"approve answers True, False or a text that says why not; not {answer!r}")


def abandon(pending: PendingCall, seconds: float) -> Outcome:
    """Return the outcome of a call that took too long."""
    reason = f"{pending.call.name} took longer than {seconds:g} s and was given up"
    return Outcome("timed_out", exception=TimeoutError(reason), reason=reason)


async def settle(value: Any) -> Any:
    """Return a value, after awaiting it if it can be awaited."""
    return await value if inspect.isawaitable(value) else value


def refuse_awaitable(name: str, value: object) -> None:
    """Refuse a value that the synchronous client cannot await.

    Raises:
        TypeError: The value can be awaited.
    """
    if inspect.isawaitable(value):
        if isinstance(value, Coroutine):
            value.close()
        raise TypeError(f"{name} gives something to await: use AsyncVLLM, or a plain function")
