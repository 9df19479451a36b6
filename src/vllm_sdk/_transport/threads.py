"""Work in threads of its own."""

from __future__ import annotations

import contextvars
from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


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
