"""Work in threads of its own."""

from __future__ import annotations

import contextvars
import time
from collections.abc import Callable, Collection
from concurrent.futures import FIRST_EXCEPTION, Future, wait
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")

SLICE = 1.0
"""Seconds of a wait in one piece."""


def start_thread(work: Callable[[], T], *, name: str = "vllm-sdk") -> Future[T]:
    """Start work in a thread of its own, with the caller's context variables.

    The thread is a daemon: it does not keep the program from ending.
    """
    future: Future[T] = Future()
    context = contextvars.copy_context()

    def run() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = context.run(work)
        except BaseException as error:  # noqa: BLE001 -- the waiting thread raises it
            future.set_exception(error)
        else:
            future.set_result(result)

    Thread(target=run, name=name, daemon=True).start()
    return future


def wait_for(futures: Collection[Future[Any]], seconds: float | None = None) -> bool:
    """Wait until all work has ended, or some has failed; return False if it takes longer.

    A signal that arrives just before the main thread begins to wait does not end that wait. Python
    raises `KeyboardInterrupt` when the wait returns, so the wait is cut into slices.
    """
    end = None if seconds is None else time.monotonic() + seconds
    while True:
        left = SLICE if end is None else min(SLICE, max(end - time.monotonic(), 0))
        found = wait(futures, left, FIRST_EXCEPTION)
        if not found.not_done or any(each.exception() for each in found.done):
            return True
        if end is not None and time.monotonic() >= end:
            return False
