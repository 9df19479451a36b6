"""What developers decide about a loop: its end, its tools of a turn, and what stays hidden."""

from __future__ import annotations

import json
import pickle
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from loops import Weather, run, wire
from scripted_model import ScriptedModel, calls, concludes, describes, says, unpaired
from vllm_sdk._messages import image
from vllm_sdk._operations.tool_loop.events import TurnContext
from vllm_sdk._tool_running import ToolRunner
from vllm_sdk._tools import Final, Injected, ToolPrompt, tool
from vllm_sdk.errors import RequestInvalid, ToolLoopExhausted
from vllm_sdk.options import Options

PARIS = ("get_weather", '{"city": "Paris"}')
NAMED = {"type": "function", "function": {"name": "get_weather"}}

Calling = Callable[..., Any]

both = pytest.mark.parametrize(
    ("mode", "call", "answer"), [("native", calls, says), ("descriptive", describes, concludes)]
)


@dataclass
class Report:
    degrees: int


@tool(final=True)
def submit(degrees: int) -> Report:
    """Submit the report."""
    return Report(degrees)


@tool
def count(upto: int) -> int | Final[int]:
    """Count."""
    return Final(upto) if upto > 2 else upto


# The end of a loop


@both
def test_a_final_tool_ends_the_loop_with_its_result(
    mode: Any, call: Calling, answer: Calling
) -> None:
    scripted = ScriptedModel(call(("submit", '{"degrees": 3}')), answer("never"))
    reply = run(scripted, [submit], mode=mode, returns=Report)
    assert reply.value == Report(3)
    assert reply.value is reply.calls[0].result
    assert reply.text == '{"degrees": 3}'
    assert (reply.turns, scripted.unused) == (1, 1)
    assert [each.final for each in reply.calls] == [True]
    transcript = wire(reply.transcript)
    assert unpaired(transcript) == []
    assert transcript[-1] == {"role": "assistant", "content": reply.text}


@both
def test_a_tool_may_decide_by_its_result(mode: Any, call: Calling, answer: Calling) -> None:
    scripted = ScriptedModel(
        call(("count", '{"upto": 1}')), call(("count", '{"upto": 3}')), answer("never")
    )
    reply = run(scripted, [count], mode=mode)
    assert (reply.text, reply.value, reply.turns) == ("3", "3", 2)
    assert [(each.result, each.final) for each in reply.calls] == [(1, False), (3, True)]


def test_the_other_calls_of_the_turn_run_and_the_first_final_result_counts() -> None:
    weather = Weather()
    scripted = ScriptedModel(
        calls(("count", '{"upto": 7}'), PARIS, ("count", '{"upto": 8}'), ("submit", "{}"))
    )
    reply = run(scripted, [count, weather.get_weather, submit], mode="native")
    assert weather.asked == ["Paris"]
    assert reply.value == "7"
    assert [each.final for each in reply.calls] == [True, False, True, False]
    assert unpaired(wire(reply.transcript)) == []


def test_a_final_tool_that_fails_does_not_end_the_loop() -> None:
    @tool(final=True)
    def send(text: str) -> str:
        if text == "bad":
            raise ValueError("write something nice")
        return text

    scripted = ScriptedModel(
        calls(("send", "{}")), calls(("send", '{"text": "bad"}')), calls(("send", '{"text": "ok"}'))
    )
    reply = run(scripted, [send], mode="native", max_turns=3)
    assert [each.status for each in reply.calls] == ["invalid", "failed", "done"]
    assert [each.final for each in reply.calls] == [False, False, True]
    assert reply.text == "ok"


def test_a_final_text_is_whole_though_the_model_would_read_less() -> None:
    @tool(final=True)
    def write() -> str:
        return "long text"

    reply = run(ScriptedModel(calls(("write", "{}"))), [write], max_result_chars=4)
    assert reply.text == "long text"
    assert wire(reply.transcript)[-2]["content"].startswith("long\n[Cut")


def test_a_final_result_may_be_media() -> None:
    picture = image(b"\x89PNG\r\n\x1a\n")

    @tool(final=True)
    def draw() -> Any:
        return ["Here:", picture]

    reply = run(ScriptedModel(calls(("draw", "{}"))), [draw])
    assert reply.text == "Here:\n<image 1>"
    assert reply.calls[0].result == ["Here:", picture]


def test_a_final_result_of_another_type_is_the_developers_mistake() -> None:
    with pytest.raises(TypeError, match="final result of submit is not of the type of returns="):
        run(ScriptedModel(calls(("submit", '{"degrees": 3}'))), [submit], returns=list[int])


@pytest.mark.parametrize("returns", [str, Report])
def test_a_final_result_that_json_cannot_carry_is_too(returns: Any) -> None:
    @tool(final=True)
    def connect() -> Any:
        return object()

    with pytest.raises(TypeError, match="connect has a final result, but JSON can't carry"):
        run(ScriptedModel(calls(("connect", "{}"))), [connect], returns=returns)


def test_a_plan_runs_no_final_tool() -> None:
    reply = run(ScriptedModel(calls(("submit", '{"degrees": 3}'))), [submit], execute=False)
    assert [(each.status, each.final) for each in reply.calls] == [("planned", False)]


# Exceptions


class Secret(Exception):
    pass


def keyed(city: str) -> str:
    if city == "Paris":
        raise Secret("key=hunter2")
    raise ExceptionGroup("several", [ValueError("a"), ExceptionGroup("more", [Secret("x")])])


@both
def test_the_model_does_not_read_a_hidden_error(mode: Any, call: Calling, answer: Calling) -> None:
    scripted = ScriptedModel(
        call(("keyed", '{"city": "Paris"}'), ("keyed", '{"city": "Rome"}')), answer("Well.")
    )
    reply = run(scripted, [keyed], mode=mode, hidden_errors=Secret)
    assert [each.error for each in reply.calls] == ["Error: keyed failed"] * 2
    assert "hunter2" in str(reply.calls[0].exception)
    told = json.dumps(scripted.bodies[1]["messages"])
    assert "hunter2" not in told
    assert "several" not in told


def test_a_hidden_error_of_a_result_that_cannot_be_read_stays_hidden() -> None:
    class Row(dict[str, int]):
        def items(self) -> Any:
            raise Secret("key=hunter2")

    @tool
    def read() -> Any:
        return Row(a=1)

    for hidden, told in ((Secret, "its result can't be read"), ((), "key=hunter2")):
        scripted = ScriptedModel(calls(("read", "{}")), says("Well."))
        reply = run(scripted, [read], mode="native", hidden_errors=hidden)
        assert told in reply.calls[0].error
        assert reply.calls[0].status == "failed"


@pytest.mark.parametrize(
    "classes", [3, "ValueError", [ValueError], (ValueError, int), ValueError()]
)
def test_what_is_not_a_class_of_exceptions_is_refused(classes: Any) -> None:
    with pytest.raises(TypeError, match="hidden_errors is a class of exceptions or a tuple"):
        run(ScriptedModel(), [submit], hidden_errors=classes)
    with pytest.raises(TypeError, match="fatal_errors is a class of exceptions or a tuple"):
        ToolRunner(fatal_errors=classes)


def test_a_loop_that_ends_in_an_error_has_its_calls() -> None:
    weather = Weather()
    with pytest.raises(ToolLoopExhausted) as caught:
        run(ScriptedModel(calls(PARIS), calls(PARIS)), [weather.get_weather], max_turns=2)
    assert [each.result for each in caught.value.calls] == ["sunny in Paris"] * 2
    assert len(caught.value.transcript) == 5
    refused = RequestInvalid("no")
    with pytest.raises(RequestInvalid) as other:
        run(ScriptedModel(calls(PARIS), refused), [weather.get_weather])
    assert [each.name for each in other.value.calls] == ["get_weather"]


def test_an_error_with_calls_can_be_pickled_whatever_tools_return() -> None:
    lock = threading.Lock()

    @tool
    def get_lock() -> Any:
        return lock

    def get_report() -> Report:
        return Report(3)

    scripted = ScriptedModel(calls(("get_lock", "{}"), ("get_report", "{}")))
    with pytest.raises(ToolLoopExhausted) as caught:
        run(scripted, [get_lock, get_report], max_turns=1)
    found = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 -- our own bytes
    assert [each.result for each in caught.value.calls] == [lock, Report(3)]
    assert [each.result for each in found.calls] == [None, Report(3)]
    assert found.calls[1].name == "get_report"
    assert found.transcript == caught.value.transcript


# Injected parameters


class Database:
    pass


@both
def test_injected_values_reach_the_tool_and_nobody_else(
    mode: Any, call: Calling, answer: Calling
) -> None:
    db, seen, asked = Database(), [], []

    @tool
    def find(words: str, db: Annotated[Database, Injected]) -> str:
        """Find orders."""
        seen.append(db)
        return words

    scripted = ScriptedModel(
        call(("find", '{"words": "a"}'), ("find", '{"words": "b", "db": 1}')), answer("Well.")
    )
    runner = ToolRunner(approve=lambda each: not asked.append(each.arguments))  # type: ignore[func-returns-value]
    reply = run(scripted, [find], mode=mode, inject={"db": db}, runner=runner)
    assert seen == [db]
    assert asked == [{"words": "a"}]
    assert [each.status for each in reply.calls] == ["done", "invalid"]
    assert reply.calls[0].arguments == {"words": "a"}
    assert '"db"' not in json.dumps(scripted.bodies[0])


def test_an_injected_parameter_with_a_default_needs_no_value() -> None:
    @tool
    def find(words: str, limit: Annotated[int, Injected] = 5) -> str:
        return words * limit

    for inject, result in ((None, "aaaaa"), ({"limit": 2}, "aa")):
        scripted = ScriptedModel(calls(("find", '{"words": "a"}')), says("Well."))
        assert run(scripted, [find], inject=inject).calls[0].result == result


def test_a_missing_value_is_refused_before_anything_is_sent() -> None:
    @tool
    def find(db: Annotated[Database, Injected]) -> str:
        return str(db)

    scripted = ScriptedModel(calls(("find", "{}")))
    with pytest.raises(RequestInvalid, match="has no value"):
        run(scripted, [find])
    assert scripted.bodies == []
    assert run(scripted, [find], execute=False).calls[0].status == "planned"


# The tools of a turn


def offered_in(body: Any) -> Any:
    """The names of the tools that a native request offers."""
    return [each["function"]["name"] for each in body.get("tools", ())]


def test_prepare_decides_which_tools_a_turn_offers() -> None:
    weather, contexts = Weather(), []

    def prepare(context: TurnContext) -> Any:
        contexts.append(context)
        return {1: ["count"], 2: [context.tools[1], "count"], 3: None, 4: []}[context.turn]

    scripted = ScriptedModel(
        calls(PARIS), calls(PARIS), calls(("count", '{"upto": 1}')), says("Well.")
    )
    runner = ToolRunner(prepare=prepare)
    reply = run(scripted, [count, weather.get_weather], mode="native", runner=runner)
    assert [offered_in(body) for body in scripted.bodies] == [
        ["count"],
        ["count", "get_weather"],
        ["count", "get_weather"],
        [],
    ]
    assert "tools" not in scripted.bodies[3]
    assert [each.status for each in reply.calls] == ["unknown", "done", "done"]
    assert reply.calls[0].error == "Error: no tool is called get_weather; there is count"
    assert weather.asked == ["Paris"]
    assert [context.turn for context in contexts] == [1, 2, 3, 4]
    assert [len(context.calls) for context in contexts] == [0, 1, 2, 3]
    assert [len(context.transcript) for context in contexts] == [1, 3, 5, 7]
    assert [each.name for each in contexts[0].tools] == ["count", "get_weather"]


def test_prepare_decides_in_descriptive_mode_too() -> None:
    weather = Weather()
    scripted = ScriptedModel(describes(PARIS), describes(PARIS), concludes("Well."))
    runner = ToolRunner(prepare=lambda context: [["count"], ["get_weather"], []][context.turn - 1])
    reply = run(scripted, [count, weather.get_weather], mode="descriptive", runner=runner)
    first, second, last = (body["messages"][0]["content"] for body in scripted.bodies)
    prompt = ToolPrompt()
    assert first == prompt.describe([count])
    assert second == prompt.describe([weather.get_weather])
    assert last == 'Reply with one JSON object and nothing else:\n{"answer": "…"}'
    assert [*scripted.bodies[2]["structured_outputs"]["json"]["properties"]] == ["answer"]
    assert [each.status for each in reply.calls] == ["unknown", "done"]


def test_a_call_without_any_offered_tool_is_unknown() -> None:
    scripted = ScriptedModel(describes(PARIS), concludes("Well."))
    runner = ToolRunner(prepare=lambda _: [])
    reply = run(scripted, [Weather().get_weather], mode="descriptive", runner=runner)
    assert reply.calls[0].error == "Error: no tool is called get_weather; there is none now"


def test_a_turn_without_tools_has_no_choice_among_them() -> None:
    scripted = ScriptedModel(says("3"), says("3"))
    options = Options(tool_choice="auto", parallel_tool_calls=False)
    runner = ToolRunner(prepare=lambda _: ())
    run(scripted, [count], mode="native", options=options, returns=int, runner=runner)
    assert not {"tools", "tool_choice", "parallel_tool_calls"} & scripted.bodies[0].keys()
    bad = ScriptedModel(says("x"), says("3"))
    run(bad, [count], mode="native", options=options, returns=int, runner=runner)
    assert not {"tools", "tool_choice"} & bad.bodies[1].keys()
    assert bad.bodies[1]["structured_outputs"]


@pytest.mark.parametrize(
    ("prepared", "kind", "why"),
    [
        (["get_wether"], RequestInvalid, "'get_wether', which is not a tool of this loop"),
        (
            "count",
            TypeError,
            "prepare returns a list of tools or their names, or None; not 'count'",
        ),
        (3, TypeError, "prepare returns a list"),
        ([len], TypeError, "prepare returns tools of its context, or their names"),
        ([tool(len, name="length", schema={"type": "object"})], RequestInvalid, "'length', which"),
    ],
)
def test_what_prepare_must_not_return(prepared: Any, kind: Any, why: str) -> None:
    with pytest.raises(kind, match=why):
        run(ScriptedModel(), [count], runner=ToolRunner(prepare=lambda _: prepared))


@pytest.mark.parametrize(
    ("choice", "prepared", "why"),
    [
        ("required", [], "tool_choice='required', but prepare offers no tool"),
        (NAMED, ["count"], "tool_choice names 'get_weather', which prepare does not offer"),
    ],
)
@pytest.mark.parametrize("mode", ["native", "descriptive"])
def test_a_first_turn_that_must_call_what_it_does_not_offer_is_refused(
    mode: Any, choice: Any, prepared: Any, why: str
) -> None:
    scripted = ScriptedModel()
    with pytest.raises(RequestInvalid, match=why):
        run(
            scripted,
            [count, Weather().get_weather],
            mode=mode,
            options=Options(tool_choice=choice),
            runner=ToolRunner(prepare=lambda _: prepared),
        )
    assert scripted.bodies == []


def test_a_forced_call_is_for_the_first_turn_alone() -> None:
    scripted = ScriptedModel(calls(PARIS), says("Well."))
    run(
        scripted,
        [count, Weather().get_weather],
        mode="native",
        options=Options(tool_choice=NAMED),
        runner=ToolRunner(prepare=lambda context: None if context.turn == 1 else ["count"]),
    )
    assert scripted.bodies[1]["tool_choice"] == "auto"
