"""Work that takes long and does not await, for either client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import wait
from typing import TypeVar

from vllm_sdk._transport.threads import start_thread

T = TypeVar("T")

ABANDON_SECONDS = 1.0
"""Seconds that abandoned work has to end."""


async def run_off_loop(work: Callable[[], T], abandon: Callable[[], object]) -> T:
    """Run work in a thread, for the asynchronous client.

    Args:
        work: The work.
        abandon: Asks the work to end early. It is called if the caller is cancelled.
    """
    running = start_thread(work)
    awaited = asyncio.wrap_future(running)
    awaited.add_done_callback(_take_error)
    try:
        return await asyncio.shield(awaited)
    except asyncio.CancelledError:
        abandon()
        wait([running], ABANDON_SECONDS)
        raise


def _take_error(future: asyncio.Future[T]) -> None:
    """Look at the error of abandoned work, which asyncio logs otherwise."""
    future.exception()


def run_here(work: Callable[[], T], abandon: Callable[[], object]) -> T:
    """Run work in the caller's thread, for the synchronous client.

    Args:
        work: The work.
        abandon: Asks the work to end early. It is called if Ctrl-C ends it.
    """
    try:
        return work()
    except BaseException:
        abandon()
        raise
