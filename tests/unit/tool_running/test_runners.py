"""Running the calls of a loop: hooks, threads, time-outs, cancellation."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import functools
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest

from loops import Weather, build_loop, run, run_async
from scripted_model import ScriptedModel, calls, says
from vllm_sdk._operations.tool_loop.events import (
    CallEvent,
    CallRecord,
    ResultEvent,
    ToolEvent,
    TurnEvent,
)
from vllm_sdk._operations.tool_loop.steps import Outcome, PendingCall, PrepareTurn, RunTools
from vllm_sdk._tool_running import AsyncToolRunner, ToolRunner
from vllm_sdk._tools import as_tool, tool
from vllm_sdk._transport.threads import start_thread
from vllm_sdk.errors import ConnectionFailed, RequestInvalid

PARIS = ("get_weather", '{"city": "Paris"}')
ROME = ("get_weather", '{"city": "Rome"}')
ATLANTIS = ("get_weather", '{"city": "Atlantis"}')

Drive = Callable[..., Any]


def asynchronously(scripted: ScriptedModel, tools: Any, **more: Any) -> Any:
    """Drive a loop with the asynchronous runner."""

    return run_async(scripted, tools, runner=AsyncToolRunner(**more))


def synchronously(scripted: ScriptedModel, tools: Any, **more: Any) -> Any:
    """Drive a loop with the synchronous runner."""
    return run(scripted, tools, runner=ToolRunner(**more))


def in_threads(scripted: ScriptedModel, tools: Any, **more: Any) -> Any:
    """Drive a loop with the synchronous runner in threads."""
    return run(scripted, tools, runner=ToolRunner(**{"max_concurrency": 4, **more}))


@pytest.fixture(params=[synchronously, in_threads, asynchronously])
def drive(request: pytest.FixtureRequest) -> Drive:
    found: Drive = request.param
    return found


def step(*functions: Any) -> RunTools:
    """A turn that calls each function once, without arguments."""
    return RunTools(
        tuple(
            PendingCall(CallRecord(str(place), made.name, "{}", 1), made, {})
            for place, made in enumerate(map(as_tool, functions))
        )
    )


def test_results_come_in_the_order_of_the_calls(drive: Drive) -> None:
    weather = Weather()
    reply = drive(ScriptedModel(calls(PARIS, ATLANTIS, ROME), says("Well.")), [weather.get_weather])
    assert [call.result for call in reply.calls] == ["sunny in Paris", None, "sunny in Rome"]
    assert [call.status for call in reply.calls] == ["done", "failed", "done"]
    assert sorted(weather.asked) == ["Atlantis", "Paris", "Rome"]


def test_coroutine_functions_run_in_both_clients(drive: Drive) -> None:
    @tool
    async def get_weather(city: str) -> str:
        await asyncio.sleep(0)
        if city == "Atlantis":
            raise ValueError("no such city")
        return city

    reply = drive(ScriptedModel(calls(PARIS, ATLANTIS), says("Well.")), [get_weather])
    assert [call.result for call in reply.calls] == ["Paris", None]
    assert reply.calls[1].error == "Error: no such city"


def test_approval_is_asked_in_order_and_before_any_call_runs(drive: Drive) -> None:
    weather, asked = Weather(), []

    def approve(call: CallRecord) -> bool | str:
        assert weather.asked == []
        asked.append((call.name, call.arguments, call.status))
        return {"Paris": True, "Rome": False, "Atlantis": "it has sunk"}[call.arguments["city"]]  # type: ignore[index, return-value]

    reply = drive(
        ScriptedModel(calls(ATLANTIS, ROME, PARIS), says("Well.")),
        [weather.get_weather],
        approve=approve,
    )
    assert asked == [
        ("get_weather", {"city": city}, "pending") for city in ("Atlantis", "Rome", "Paris")
    ]
    assert weather.asked == ["Paris"]
    assert [(call.status, call.error) for call in reply.calls] == [
        ("refused", "Error: the call was refused: it has sunk"),
        ("refused", "Error: the call was refused"),
        ("done", None),
    ]


@pytest.mark.parametrize("word", [None, 1, []])
def test_an_approval_that_says_neither_yes_nor_no_stops_the_loop(drive: Drive, word: Any) -> None:
    weather = Weather()
    with pytest.raises(TypeError, match="approve answers True, False or a text"):
        drive(ScriptedModel(calls(PARIS)), [weather.get_weather], approve=lambda _: word)
    assert weather.asked == []


def test_calls_that_cannot_run_are_not_asked_about(drive: Drive) -> None:
    def approve(call: CallRecord) -> bool:
        raise AssertionError(call)

    scripted = ScriptedModel(calls(("fly", "{}"), ("get_weather", "{}")), says("Well."))
    assert drive(scripted, [Weather().get_weather], approve=approve).text == "Well."


def test_whoever_watches_sees_turns_calls_and_results_in_order(drive: Drive) -> None:
    events: list[ToolEvent] = []
    scripted = ScriptedModel(calls(PARIS, ("fly", "{}")), says("Well."))
    reply = drive(scripted, [Weather().get_weather], on_event=events.append)
    turn, paris, fly, sunny, unknown, last = events
    assert isinstance(turn, TurnEvent)
    assert isinstance(last, TurnEvent)
    assert (turn.turn, last.turn, last.reply.text) == (1, 2, "Well.")
    assert isinstance(paris, CallEvent)
    assert isinstance(fly, CallEvent)
    assert (paris.call.status, fly.call.status) == ("pending", "unknown")
    assert isinstance(sunny, ResultEvent)
    assert isinstance(unknown, ResultEvent)
    assert (sunny.call, unknown.call) == reply.calls


def test_what_a_hook_raises_ends_the_loop(drive: Drive) -> None:
    def on_event(_: ToolEvent) -> None:
        raise ConnectionFailed("nobody listens")

    with pytest.raises(ConnectionFailed) as caught:
        drive(ScriptedModel(calls(PARIS)), [Weather().get_weather], on_event=on_event)
    assert len(caught.value.transcript) == 1


def test_hooks_of_the_asynchronous_client_may_be_coroutine_functions() -> None:
    seen: list[str] = []

    async def approve(call: CallRecord) -> bool:
        await asyncio.sleep(0)
        return call.arguments == {"city": "Paris"}

    async def on_event(event: ToolEvent) -> None:
        await asyncio.sleep(0)
        seen.append(type(event).__name__)

    scripted = ScriptedModel(calls(PARIS, ROME), says("Well."))
    reply = asynchronously(scripted, [Weather().get_weather], approve=approve, on_event=on_event)
    assert [call.status for call in reply.calls] == ["done", "refused"]
    assert seen.count("ResultEvent") == 2


@pytest.mark.parametrize("hook", ["approve", "on_event"])
def test_hooks_of_the_synchronous_client_may_not(hook: str) -> None:
    async def later(_: Any) -> bool:
        return True

    with pytest.raises(TypeError, match=f"{hook} gives something to await: use AsyncVLLM"):
        synchronously(ScriptedModel(calls(PARIS)), [Weather().get_weather], **{hook: later})


def test_a_function_that_returns_a_coroutine_is_awaited() -> None:
    async def later() -> str:
        return "soon"

    def now() -> Awaitable[str]:
        return later()

    for drive in (asynchronously, synchronously):
        reply = drive(ScriptedModel(calls(("now", "{}")), says("Well.")), [now])
        assert reply.calls[0].result == "soon"


def test_an_awaitable_that_is_no_coroutine_is_refused_too() -> None:
    def now() -> Any:
        class Later:
            def __await__(self) -> Iterator[None]:
                yield

        return Later()

    (outcome,) = ToolRunner().run(step(now))
    assert isinstance(outcome.exception, TypeError)


@pytest.fixture
def release() -> Iterator[threading.Event]:
    """What tools wait for that are to take too long; at the end they are let go."""
    event = threading.Event()
    yield event
    event.set()


def test_a_tool_that_takes_too_long_is_given_up(drive: Drive, release: threading.Event) -> None:
    @tool(timeout=0.01)
    def slow() -> None:
        release.wait()

    reply = drive(ScriptedModel(calls(("slow", "{}")), says("Well.")), [slow])
    (call,) = reply.calls
    assert call.status == "timed_out"
    assert call.error == "Error: slow took longer than 0.01 s and was given up"
    assert isinstance(call.exception, TimeoutError)


def test_a_coroutine_that_takes_too_long_is_cancelled(drive: Drive) -> None:
    ends: list[str] = []

    async def slow() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ends.append("cancelled")
            raise

    reply = drive(ScriptedModel(calls(("slow", "{}")), says("Well.")), [slow], timeout=0.01)
    assert reply.calls[0].status == "timed_out"
    assert ends == ["cancelled"]


def test_a_tools_own_bound_goes_before_the_loops(drive: Drive, release: threading.Event) -> None:
    @tool(timeout=60)
    def patient() -> str:
        return "patient"

    def slow() -> None:
        release.wait()

    scripted = ScriptedModel(calls(("patient", "{}"), ("slow", "{}")), says("Well."))
    reply = drive(scripted, [patient, slow], timeout=0.02)
    assert [call.status for call in reply.calls] == ["done", "timed_out"]


@pytest.mark.parametrize("seconds", [None, 60])
def test_a_tools_own_time_out_is_its_failure(drive: Drive, seconds: float | None) -> None:
    def impatient() -> None:
        raise TimeoutError("the database is slow")

    async def hasty() -> None:
        raise TimeoutError("the database is slow")

    scripted = ScriptedModel(calls(("impatient", "{}"), ("hasty", "{}")), says("Well."))
    reply = drive(scripted, [impatient, hasty], timeout=seconds)
    for call in reply.calls:
        assert (call.status, call.error) == ("failed", "Error: the database is slow")


def test_a_tool_that_cancels_itself_has_failed() -> None:
    async def shy() -> None:
        raise asyncio.CancelledError

    for function in (synchronously, asynchronously):
        reply = function(ScriptedModel(calls(("shy", "{}")), says("Well.")), [shy])
        assert reply.calls[0].error == "Error: CancelledError"


def test_calls_of_one_turn_run_together_up_to_a_bound() -> None:
    running: list[int] = []
    together: list[int] = []
    both = threading.Barrier(2)

    def meet() -> None:
        running.append(1)
        both.wait(10)
        together.append(len(running))
        both.wait(10)
        running.pop()

    outcomes = ToolRunner(max_concurrency=2).run(step(*[meet] * 4))
    assert [each.status for each in outcomes] == ["done"] * 4
    assert together == [2] * 4


async def test_coroutines_of_one_turn_run_together_up_to_a_bound() -> None:
    running = 0
    most = 0

    async def meet() -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        for _ in range(5):
            await asyncio.sleep(0)
        running -= 1

    outcomes = await AsyncToolRunner(max_concurrency=3).run(step(*[meet] * 9))
    assert [each.status for each in outcomes] == ["done"] * 9
    assert most == 3


def test_without_threads_tools_run_in_the_callers_own() -> None:
    def where() -> int:
        return threading.get_ident()

    assert ToolRunner().run(step(where))[0].result == threading.get_ident()
    for outcome in ToolRunner(max_concurrency=2).run(step(where, where)):
        assert outcome.result != threading.get_ident()


WHO: contextvars.ContextVar[str] = contextvars.ContextVar("who")


async def test_tools_see_the_callers_context() -> None:
    def who() -> str:
        return WHO.get()

    async def who_later() -> str:
        return WHO.get()

    WHO.set("Ada")
    turn = step(who, who_later)
    for outcomes in [
        ToolRunner(max_concurrency=2, timeout=60).run(turn),
        ToolRunner(timeout=60).run(turn),
        await AsyncToolRunner().run(turn),
    ]:
        assert outcomes == [Outcome("done", "Ada"), Outcome("done", "Ada")]


@pytest.mark.parametrize("more", [{}, {"max_concurrency": 2}, {"timeout": 60}])
def test_ctrl_c_ends_the_loop_at_once(more: Any) -> None:
    begun: list[str] = []

    def interrupted() -> None:
        begun.append("interrupted")
        raise KeyboardInterrupt

    def never() -> None:
        begun.append("never")

    turn = step(interrupted) if more.get("max_concurrency") else step(interrupted, never)
    if more.get("max_concurrency"):
        turn = step(interrupted, interrupted, never)
    with pytest.raises(KeyboardInterrupt):
        ToolRunner(**more).run(turn)
    assert "never" not in begun


async def test_cancelling_the_loop_cancels_its_tools(release: threading.Event) -> None:
    begun, ends = asyncio.Event(), []

    async def slow() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ends.append("cancelled")
            raise

    def in_a_thread() -> None:
        release.wait()

    running = asyncio.create_task(AsyncToolRunner().run(step(slow, in_a_thread)))
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert ends == ["cancelled"]


def test_an_error_inside_a_tool_never_ends_the_loop(drive: Drive) -> None:
    def nested() -> None:
        raise ConnectionFailed("another server is gone")

    reply = drive(ScriptedModel(calls(("nested", "{}")), says("Well.")), [nested])
    assert reply.calls[0].error == "Error: another server is gone"


def test_a_failing_server_ends_the_loop_with_its_transcript(drive: Drive) -> None:
    with pytest.raises(ConnectionFailed) as caught:
        drive(ScriptedModel(calls(PARIS), ConnectionFailed("gone")), [Weather().get_weather])
    assert len(caught.value.transcript) == 3


def test_a_driver_that_forgets_an_outcome_is_told() -> None:
    flow = build_loop([Weather().get_weather], mode="native")
    assert isinstance(next(flow), PrepareTurn)
    answer = ScriptedModel(calls(PARIS))(flow.send(None))  # type: ignore[arg-type]
    found = flow.send(answer)
    while not isinstance(found, RunTools):
        found = flow.send(None)
    with pytest.raises(RuntimeError, match="one Outcome for each call"):
        flow.send([])


@pytest.mark.parametrize("runner", [ToolRunner, AsyncToolRunner])
@pytest.mark.parametrize(
    ("more", "error", "why"),
    [
        ({"approve": True}, TypeError, "approve is a function, not True"),
        ({"on_event": 3}, TypeError, "on_event is a function, not 3"),
        ({"max_concurrency": 0}, RequestInvalid, "max_concurrency=0: at least one call runs"),
        ({"max_concurrency": 1.5}, TypeError, "max_concurrency is a number of calls"),
        ({"timeout": -1}, RequestInvalid, "timeout=-1"),
    ],
)
def test_bounds_and_hooks_that_are_none(
    runner: Any, more: Any, error: type[Exception], why: str
) -> None:
    with pytest.raises(error, match=why):
        runner(**more)


def test_stop_iteration_is_an_error_of_the_tools_like_any_other(drive: Drive) -> None:
    def first() -> Any:
        return next(iter([]))

    reply = drive(ScriptedModel(calls(("first", "{}")), says("Well.")), [first])
    assert reply.calls[0].status == "failed"
    assert isinstance(reply.calls[0].exception, StopIteration)


@pytest.mark.parametrize("hook", ["approve", "on_event"])
def test_stop_iteration_of_a_hook_is_not_the_loops_end(hook: str) -> None:
    def broken(_: Any) -> Any:
        return next(iter([]))

    with pytest.raises(StopIteration):
        synchronously(ScriptedModel(calls(PARIS)), [Weather().get_weather], **{hook: broken})


def test_a_coroutine_that_holds_its_loop_up_is_given_up(release: threading.Event) -> None:
    @tool(timeout=0.01)
    async def slow() -> None:
        release.wait()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vllm_sdk._tool_running.sync_runner.GRACE", 0.01)
        reply = synchronously(ScriptedModel(calls(("slow", "{}")), says("Well.")), [slow])
    assert reply.calls[0].status == "timed_out"


def test_ctrl_c_cancels_a_coroutine_of_the_synchronous_client() -> None:
    ended: list[str] = []
    over = threading.Event()
    begun = threading.Event()

    async def slow() -> None:
        begun.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            ended.append("cancelled")
            raise
        finally:
            over.set()

    def interrupt() -> None:
        begun.wait(30)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        synchronously(ScriptedModel(calls(("slow", "{}"))), [slow])
    assert over.wait(30)
    assert ended == ["cancelled"]


def test_ctrl_c_cancels_a_coroutine_that_has_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    interrupted, over = threading.Event(), threading.Event()

    async def slow() -> None:
        await asyncio.sleep(0)
        ran.append("on to its end")

    def in_thread_at_once_interrupted(work: Callable[[], Any]) -> Any:
        def later() -> None:
            interrupted.wait(30)
            with contextlib.suppress(asyncio.CancelledError):
                work()
            over.set()

        threading.Thread(target=later).start()
        raise KeyboardInterrupt

    monkeypatch.setattr(
        "vllm_sdk._tool_running.sync_runner.start_thread", in_thread_at_once_interrupted
    )
    with pytest.raises(KeyboardInterrupt):
        synchronously(ScriptedModel(calls(("slow", "{}"))), [slow])
    interrupted.set()
    assert over.wait(30)
    assert ran == []


def test_a_partial_of_a_coroutine_function_is_one() -> None:
    @tool
    async def add(a: int, b: int) -> int:
        """Add."""
        return a + b

    bound = tool(functools.partial(add, a=1), name="add_one")
    assert bound.is_async
    reply = synchronously(ScriptedModel(calls(("add_one", '{"b": 2}')), says("Well.")), [bound])
    assert reply.calls[0].result == 3


def test_nobody_else_changes_what_a_tool_is_given(drive: Drive) -> None:
    given: list[list[int]] = []

    def clear(numbers: list[int]) -> None:
        given.append([*numbers])
        numbers.clear()

    def approve(call: CallRecord) -> bool:
        call.arguments["numbers"].append("no number")
        return True

    scripted = ScriptedModel(calls(("clear", '{"numbers": [1]}')), says("Well."))
    reply = drive(scripted, [clear], approve=approve)
    assert given == [[1]]
    assert reply.calls[0].arguments == {"numbers": [1, "no number"]}


def test_work_that_was_cancelled_first_never_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[str] = []
    targets: list[Callable[[], None]] = []

    class Held(threading.Thread):
        """A thread that begins when the test says so."""

        def start(self) -> None:
            targets.append(self.run)

    monkeypatch.setattr("vllm_sdk._transport.threads.Thread", Held)
    future = start_thread(lambda: begun.append("begun"))
    assert future.cancel()
    targets[0]()
    assert begun == []
