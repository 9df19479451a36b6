"""The loop that runs an operation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from typing import Any, TypeVar

from vllm_sdk.errors import VLLMError

StepT = TypeVar("StepT")
T = TypeVar("T")


async def drive(
    operation: Generator[StepT, Any, T], perform: Callable[[StepT], Awaitable[Any]]
) -> T:
    """Perform each step of an operation, and send its result back or throw its error in.

    Args:
        operation: The operation; it is closed at the end, whatever happens.
        perform: Performs a step and returns its result.

    Returns:
        The value that the operation returns.

    Raises:
        VLLMError: The operation ends in one. Any other error of `perform` is raised as it is.
    """
    move: Callable[[Any], StepT] = operation.send
    result: Any = None
    try:
        while True:
            try:
                step = move(result)
            except StopIteration as stop:  # only the operation's own: a user's hook may raise one
                value: T = stop.value
                return value
            try:
                move, result = operation.send, await perform(step)
            except VLLMError as error:
                move, result = operation.throw, error
    finally:
        operation.close()
