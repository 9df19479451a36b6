"""Ctrl-C while a batch runs: the first drains it, the second ends it at once."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from vllm_sdk._batching.stopping import StopRequest


@contextmanager
def drain_on_interrupt(stop: StopRequest) -> Generator[None]:
    """Take Ctrl-C over for a block: the first requests the stop, the second is passed on.

    After the block the first one is passed on, too: to the handler of before, which raises
    `KeyboardInterrupt`, or cancels the main task of `asyncio.run`. The block does nothing outside
    the main thread, or if Ctrl-C is ignored or handled outside Python.
    """
    previous = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(previous):
        yield
        return
    handler = _Handler(stop, previous)
    signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is handler:  # the block may have set its own
            signal.signal(signal.SIGINT, previous)
        if handler.is_owed:
            previous(signal.SIGINT, None)


class _Handler:
    """A handler of SIGINT that requests a stop once.

    Attributes:
        is_owed: Whether the handler of before has not been called for the interrupt.
    """

    def __init__(self, stop: StopRequest, previous: Any) -> None:
        self.is_owed = False
        self._stop = stop
        self._previous = previous
        self._loop = _find_loop()

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if self._stop.is_requested:
            self.is_owed = False
            self._previous(number, frame)
            return
        self.is_owed = True
        self._stop.request()
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(_do_nothing)  # a loop that waits does not look


def _find_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def _do_nothing() -> None:
    """Wake the event loop."""
