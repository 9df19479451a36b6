"""Ctrl-C while a batch runs."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

from vllm_sdk._batching.interrupts import drain_on_interrupt
from vllm_sdk._batching.stopping import StopRequest


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


@pytest.fixture
def passed_on() -> Iterator[list[int]]:
    """The interrupts that reach the handler of before."""
    seen: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: seen.append(number))
    yield seen
    signal.signal(signal.SIGINT, before)


def test_the_first_interrupt_requests_the_stop_and_is_passed_on_later(passed_on: list[int]) -> None:
    stop = StopRequest()
    handler = signal.getsignal(signal.SIGINT)
    with drain_on_interrupt(stop):
        interrupt()
        assert stop.is_requested
        assert passed_on == []
    assert passed_on == [signal.SIGINT]
    assert signal.getsignal(signal.SIGINT) is handler


def test_the_second_interrupt_is_passed_on_at_once(passed_on: list[int]) -> None:
    with drain_on_interrupt(StopRequest()):
        interrupt()
        interrupt()
        assert passed_on == [signal.SIGINT]
        interrupt()
        assert passed_on == [signal.SIGINT] * 2
    assert passed_on == [signal.SIGINT] * 2


def test_a_block_without_an_interrupt_passes_nothing_on(passed_on: list[int]) -> None:
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(ZeroDivisionError), drain_on_interrupt(StopRequest()):
        raise ZeroDivisionError
    assert passed_on == []
    assert signal.getsignal(signal.SIGINT) is handler


def test_an_interrupt_of_a_stop_that_was_requested_is_passed_on(passed_on: list[int]) -> None:
    stop = StopRequest()
    stop.request()
    with drain_on_interrupt(stop):
        interrupt()
        assert passed_on == [signal.SIGINT]
    assert passed_on == [signal.SIGINT]


def interrupt_a_block(reached: list[str]) -> None:
    with drain_on_interrupt(StopRequest()):
        interrupt()
        reached.append("the end of the block")


def test_by_default_keyboard_interrupt_follows() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    reached: list[str] = []
    try:
        with pytest.raises(KeyboardInterrupt):
            interrupt_a_block(reached)
    finally:
        signal.signal(signal.SIGINT, before)
    assert reached == ["the end of the block"]


@pytest.mark.parametrize("handler", [signal.SIG_IGN, signal.SIG_DFL])
def test_an_interrupt_that_python_does_not_handle_is_left_alone(handler: Any) -> None:
    before = signal.signal(signal.SIGINT, handler)
    try:
        with drain_on_interrupt(StopRequest()):
            assert signal.getsignal(signal.SIGINT) is handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_handler_that_the_block_sets_stays(passed_on: list[int]) -> None:
    def own(number: int, frame: FrameType | None) -> None:
        """Do nothing."""

    with drain_on_interrupt(StopRequest()):
        signal.signal(signal.SIGINT, own)
    assert signal.getsignal(signal.SIGINT) is own
    assert passed_on == []


def test_other_threads_do_nothing() -> None:
    before = signal.getsignal(signal.SIGINT)
    seen = []

    def enter() -> None:
        with drain_on_interrupt(StopRequest()):
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    assert seen == [before]


def test_an_event_loop_that_waits_wakes_up() -> None:
    async def wait() -> None:
        stop, stopped = StopRequest(), asyncio.Event()
        stop.add_listener(stopped.set)
        with drain_on_interrupt(stop):
            sender = threading.Timer(0.01, interrupt)
            sender.start()
            await asyncio.wait_for(stopped.wait(), 20)
            sender.join()
        await asyncio.sleep(20)  # cancelled by the handler of asyncio.run

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(wait())


def test_an_event_loop_that_has_ended_is_left_alone(passed_on: list[int]) -> None:
    stop = StopRequest()
    blocks = []

    async def enter() -> None:
        block = drain_on_interrupt(stop)
        block.__enter__()
        blocks.append(block)

    asyncio.run(enter())
    interrupt()
    assert stop.is_requested
    blocks[0].__exit__(None, None, None)
    assert passed_on == [signal.SIGINT]


def test_a_listener_that_was_removed_is_not_called() -> None:
    stop = StopRequest()
    called: list[str] = []

    def note() -> None:
        called.append("note")

    stop.add_listener(note)
    stop.add_listener(lambda: called.append("other"))
    stop.remove_listener(note)
    stop.remove_listener(note)
    stop.request()
    assert called == ["other"]
