"""Fatal errors, the choice of a turn's tools, and turns of very many calls, in both clients."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from loops import Weather, build_loop, run, run_async
from scripted_model import ScriptedModel, calls, says
from vllm_sdk._operations.tool_loop.steps import EventSource, NextText, Pause, PrepareTurn
from vllm_sdk._tool_running import AsyncToolRunner, ToolRunner
from vllm_sdk._tools import tool
from vllm_sdk.errors import ConnectionFailed, OutputInvalid, RequestInvalid

PARIS = ("get_weather", '{"city": "Paris"}')

Drive = Callable[..., Any]


def asynchronously(scripted: ScriptedModel, tools: Any, **more: Any) -> Any:
    return run_async(scripted, tools, runner=AsyncToolRunner(**more))


def synchronously(scripted: ScriptedModel, tools: Any, **more: Any) -> Any:
    return run(scripted, tools, runner=ToolRunner(**more))


def in_threads(scripted: ScriptedModel, tools: Any, **more: Any) -> Any:
    return run(scripted, tools, runner=ToolRunner(**{"max_concurrency": 4, **more}))


@pytest.fixture(params=[synchronously, in_threads, asynchronously])
def drive(request: pytest.FixtureRequest) -> Drive:
    found: Drive = request.param
    return found


class Fatal(Exception):
    """Ends a loop."""


def fail(kind: str) -> str:
    """Fail."""
    if kind == "group":
        raise ExceptionGroup("several", [ValueError("a"), Fatal("inner")])
    if kind == "fatal":
        raise Fatal("stop")
    raise ValueError("go on")


async def fail_later(kind: str) -> str:
    """Fail."""
    await asyncio.sleep(0)
    return fail(kind)


fail_with_limit = tool(fail, timeout=60)


@pytest.mark.parametrize("function", [fail, fail_later, fail_with_limit])
@pytest.mark.parametrize("classes", [Fatal, (KeyError, Fatal)])
def test_a_fatal_error_ends_the_loop_and_is_raised_as_it_is(
    drive: Drive, function: Any, classes: Any
) -> None:
    name = function.__name__
    scripted = ScriptedModel(calls((name, '{"kind": "other"}')), calls((name, '{"kind": "fatal"}')))
    with pytest.raises(Fatal, match=r"^stop$") as caught:
        drive(scripted, [function], fatal_errors=classes)
    assert scripted.unused == 0
    assert caught.value.__cause__ is None
    assert caught.traceback[-1].name == "fail"


def test_a_group_with_a_fatal_error_is_fatal(drive: Drive) -> None:
    scripted = ScriptedModel(calls(("fail", '{"kind": "group"}')))
    with pytest.raises(ExceptionGroup, match="several"):
        drive(scripted, [fail], fatal_errors=Fatal)


def test_by_default_no_error_is_fatal(drive: Drive) -> None:
    scripted = ScriptedModel(calls(("fail", '{"kind": "fatal"}')), says("Well."))
    assert drive(scripted, [fail]).calls[0].error == "Error: stop"


def test_a_timeout_may_be_fatal(drive: Drive) -> None:
    released = threading.Event()

    @tool(timeout=0.01)
    def wait() -> None:
        released.wait(60)

    try:
        with pytest.raises(TimeoutError, match="took longer"):
            drive(ScriptedModel(calls(("wait", "{}"))), [wait], fatal_errors=TimeoutError)
    finally:
        released.set()


def test_a_fatal_error_of_ours_has_the_transcript(drive: Drive) -> None:
    @tool
    def ask() -> None:
        raise ConnectionFailed("gone")

    weather = Weather()
    scripted = ScriptedModel(calls(PARIS), calls(("ask", "{}")))
    with pytest.raises(ConnectionFailed) as caught:
        drive(scripted, [ask, weather.get_weather], fatal_errors=ConnectionFailed)
    assert len(caught.value.transcript) == 3
    assert [each.result for each in caught.value.calls] == ["sunny in Paris"]


def test_what_the_model_got_wrong_is_never_fatal(drive: Drive) -> None:
    scripted = ScriptedModel(calls(("fail", "{}"), ("fly", "{}")), says("Well."))
    reply = drive(scripted, [fail], fatal_errors=(OutputInvalid, Exception))
    assert [each.status for each in reply.calls] == ["invalid", "unknown"]


def test_calls_that_have_not_started_never_start_after_a_fatal_error(drive: Drive) -> None:
    started: list[int] = []
    released = threading.Event()

    def act(number: int) -> None:
        if number == 0:
            raise Fatal
        started.append(number)
        released.wait(60)

    named = [("act", f'{{"number": {number}}}') for number in range(40)]
    try:
        with pytest.raises(Fatal):
            drive(ScriptedModel(calls(*named)), [act], fatal_errors=Fatal)
    finally:
        released.set()
    assert len(started) <= 15


def test_threads_that_still_run_do_not_hold_up_a_fatal_error() -> None:
    released, started = threading.Event(), threading.Event()

    def act(number: int) -> None:
        if number == 0:
            started.set()
            released.wait(60)
        else:
            started.wait(60)
            raise Fatal

    scripted = ScriptedModel(calls(("act", '{"number": 0}'), ("act", '{"number": 1}')))
    try:
        with pytest.raises(Fatal):
            in_threads(scripted, [act], fatal_errors=Fatal)
        assert not released.is_set()
    finally:
        released.set()


def test_coroutines_that_still_run_are_cancelled_by_a_fatal_error() -> None:
    cancelled: list[bool] = []

    async def act(number: int) -> None:
        if number:
            await asyncio.sleep(0)
            raise Fatal
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.append(True)
            raise

    scripted = ScriptedModel(calls(("act", '{"number": 0}'), ("act", '{"number": 1}')))
    with pytest.raises(Fatal):
        asynchronously(scripted, [act], fatal_errors=Fatal)
    assert cancelled == [True]


def test_prepare_is_called_in_both_clients(drive: Drive) -> None:
    weather = Weather()
    scripted = ScriptedModel(calls(PARIS), says("Well."))
    turns: list[int] = []
    drive(
        scripted,
        [fail, weather.get_weather],
        prepare=lambda context: turns.append(context.turn) or ["get_weather"],  # type: ignore[func-returns-value]
    )
    assert turns == [1, 2]
    assert [len(body["tools"]) for body in scripted.bodies] == [1, 1]


def test_prepare_of_the_asynchronous_client_may_be_a_coroutine_function() -> None:
    async def prepare(_: Any) -> list[str]:
        await asyncio.sleep(0)
        return ["fail"]

    scripted = ScriptedModel(says("Well."))
    asynchronously(scripted, [fail, fail_later], prepare=prepare)
    assert len(scripted.bodies[0]["tools"]) == 1
    with pytest.raises(TypeError, match="prepare gives something to await"):
        synchronously(ScriptedModel(), [fail], prepare=prepare)
    with pytest.raises(TypeError, match="prepare is a function, not 3"):
        ToolRunner(prepare=3)  # type: ignore[arg-type]


def test_what_prepare_raises_ends_the_loop(drive: Drive) -> None:
    def prepare(_: Any) -> Any:
        raise RequestInvalid("not now")

    with pytest.raises(RequestInvalid, match="not now"):
        drive(ScriptedModel(), [fail], prepare=prepare)


MANY = 2_000


def plain(number: int) -> int:
    """Return the number."""
    return number


async def without_waiting(number: int) -> int:
    """Return the number."""
    return number


@pytest.mark.parametrize("approve", [None, lambda _: True])
@pytest.mark.parametrize("function", [plain, without_waiting])
async def test_a_turn_of_very_many_calls_lets_other_tasks_run(function: Any, approve: Any) -> None:
    named = [(function.__name__, f'{{"number": {number}}}') for number in range(MANY)]
    scripted = ScriptedModel(calls(*named), says("Well."))
    steps: list[int] = [0]
    most = [0]

    async def watch() -> None:
        """Note how many calls are read, run or recorded between two moments of this task."""
        while True:
            most[0] = max(most[0], steps[0])
            steps[0] = 0
            await asyncio.sleep(0)

    def note(_: Any) -> None:
        steps[0] += 1

    runner = AsyncToolRunner(on_event=note, approve=approve and (lambda _: note(_) or True))  # type: ignore[func-returns-value]
    watching = asyncio.create_task(watch())
    loop = build_loop([function], mode="native")
    value: Any = None
    try:
        step = next(loop)
        while True:
            if isinstance(step, PrepareTurn):
                value = await runner.prepare(step)
            elif isinstance(step, Pause):
                value = await runner.pause()
            elif hasattr(step, "calls"):
                value = await runner.run(step)
            elif hasattr(step, "event"):
                value = await runner.emit(step.event)
            else:
                value = scripted(step)  # type: ignore[arg-type]
            step = loop.send(value)
    except StopIteration as stop:
        reply = stop.value
    finally:
        watching.cancel()
    assert [each.result for each in reply.calls] == [*range(MANY)]
    assert most[0] <= 64


def test_a_stream_of_very_many_calls_pauses_too() -> None:
    named = [("plain", f'{{"number": {number}}}') for number in range(MANY)]
    scripted = ScriptedModel(calls(*named))
    source = EventSource(build_loop([plain], mode="native"))
    seen: list[str] = []
    for _ in range(MANY + 1):
        advance = source.next_event()
        value: Any = None
        while True:
            try:
                step = advance.send(value)
            except StopIteration:
                break
            assert not isinstance(step, NextText)
            seen.append(type(step).__name__)
            value = scripted(step) if type(step).__name__ == "Request" else None
    assert seen.count("Pause") >= MANY // 64
