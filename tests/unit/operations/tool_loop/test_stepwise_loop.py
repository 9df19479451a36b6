"""The loop in descriptive mode by steps: a choice, arguments under their schema, a plain answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Annotated, Any

import annotated_types as at
import pytest

from loops import Weather, run, wire
from scripted_model import ScriptedModel, cut, says
from vllm_sdk import StepPrompt, image, system, tool, user
from vllm_sdk._messages import assistant, tool_result
from vllm_sdk._tool_running import ToolRunner
from vllm_sdk.errors import OutputInvalid, OutputTruncated, RequestInvalid, ToolLoopExhausted
from vllm_sdk.options import Options
from vllm_sdk.types import FunctionCall, ToolCall

CHOSEN = says("get_weather")
PARIS = says('{"city": "Paris"}')
ROME = says('{"city": "Rome"}')
NONE = says("none")
SUNNY = says("It is sunny.")
NAMED: dict[str, Any] = {"type": "function", "function": {"name": "get_weather"}}
PROMPT = StepPrompt()


@dataclass
class Report:
    city: str
    degrees: Annotated[int, at.MultipleOf(2)]


def step(scripted: ScriptedModel, tools: Any = None, **more: Any) -> Any:
    tools = [Weather().get_weather] if tools is None else tools
    return run(scripted, tools, **{"mode": "descriptive", "tool_prompt": PROMPT} | more)


def constraints(scripted: ScriptedModel) -> list[Any]:
    return [body.get("structured_outputs") for body in scripted.bodies]


def test_a_tool_is_chosen_its_arguments_are_written_and_the_model_answers() -> None:
    weather = Weather()
    scripted = ScriptedModel(CHOSEN, PARIS, NONE, SUNNY)
    reply = step(scripted, [weather.get_weather])
    assert reply.text == reply.value == "It is sunny."
    assert weather.asked == ["Paris"]
    assert (reply.mode, reply.turns) == ("descriptive", 2)
    assert [(call.name, call.result, call.turn) for call in reply.calls] == [
        ("get_weather", "sunny in Paris", 1)
    ]
    assert reply.usage.total_tokens == 4 * reply.reply.usage.total_tokens


def test_each_step_has_its_own_instructions_and_constraint() -> None:
    weather, scripted = Weather(), ScriptedModel(CHOSEN, PARIS, NONE, SUNNY)
    reply = step(scripted, [weather.get_weather], messages=[system("Be brief."), user("Weather?")])
    tools = [weather.get_weather]
    asked = {"role": "user", "content": "Weather?"}
    choice = [
        {"role": "system", "content": "Be brief.\n\n" + PROMPT.describe(tools)},
        *PROMPT.build_examples(tools),
        asked,
    ]
    called = [
        {"role": "assistant", "content": 'get_weather {"city": "Paris"}'},
        {
            "role": "user",
            "content": "Results of your calls, in their order:\n"
            '{"tool": "get_weather", "result": "sunny in Paris"}',
        },
    ]
    brief = {"role": "system", "content": "Be brief."}
    arguments = "Be brief.\n\n" + PROMPT.describe_arguments(weather.get_weather)
    assert [body["messages"] for body in scripted.bodies] == [
        choice,
        [{"role": "system", "content": arguments}, asked],
        [*choice, *called],
        [brief, asked, *called],
    ]
    assert constraints(scripted) == [
        {"choice": ["get_weather", "none"]},
        {"json": weather.get_weather.parameters},
        {"choice": ["get_weather", "none"]},
        None,
    ]
    assert wire(reply.transcript) == [
        brief,
        asked,
        *called,
        {"role": "assistant", "content": "It is sunny."},
    ]


def test_without_a_call_the_answer_is_that_of_a_plain_chat() -> None:
    scripted = ScriptedModel(NONE, says("Hi."))
    reply = step(scripted, options=Options(temperature=0.0, max_tokens=9))
    assert (reply.text, reply.calls, reply.turns) == ("Hi.", (), 1)
    body = {**scripted.bodies[1]}
    assert body.pop("messages") == [{"role": "user", "content": "What's the weather like?"}]
    assert body == {"temperature": 0.0, "max_tokens": 9}


def test_an_end_that_the_caller_wants_is_that_of_the_answer() -> None:
    scripted = ScriptedModel(CHOSEN, PARIS, NONE, SUNNY)
    step(scripted, options=Options(stop=["."], min_tokens=3, max_tokens=50))
    assert ["stop" in body for body in scripted.bodies] == [False, False, False, True]
    assert ["min_tokens" in body for body in scripted.bodies] == [False, False, False, True]
    assert {body["max_tokens"] for body in scripted.bodies} == {50}


@pytest.mark.parametrize(
    ("choice", "turns", "allowed"),
    [
        ("required", [PARIS, NONE, SUNNY], [["get_weather", "none"]]),
        (NAMED, [PARIS, NONE, SUNNY], [["get_weather", "none"]]),
        ("none", [SUNNY], []),
        ("auto", [NONE, SUNNY], [["get_weather", "none"]]),
    ],
)
def test_a_choice_of_one_is_not_asked_for(choice: Any, turns: Any, allowed: Any) -> None:
    scripted = ScriptedModel(*turns)
    reply = step(scripted, options=Options(tool_choice=choice))
    assert reply.text == "It is sunny."
    assert [
        each["choice"] for each in constraints(scripted) if each and "choice" in each
    ] == allowed


def test_a_required_call_may_not_be_none() -> None:
    @tool
    def look() -> str:
        return "seen"

    scripted = ScriptedModel(says("look"), says("{}"), NONE, SUNNY)
    tools = [Weather().get_weather, look]
    assert step(scripted, tools, options=Options(tool_choice="required")).calls[0].result == "seen"
    assert constraints(scripted)[0] == {"choice": ["get_weather", "look"]}


def test_a_turn_without_tools_is_an_answer() -> None:
    scripted = ScriptedModel(SUNNY)
    runner = ToolRunner(prepare=lambda _: [])
    assert step(scripted, runner=runner).text == "It is sunny."
    assert constraints(scripted) == [None]


def test_a_typed_answer_is_constrained_and_shown_its_schema() -> None:
    scripted = ScriptedModel(NONE, says('{"city": "Rome", "degrees": 4}'))
    reply = step(scripted, returns=Report)
    assert reply.value == Report("Rome", 4)
    answered = scripted.bodies[1]
    assert answered["structured_outputs"]["json"]["required"] == ["city", "degrees"]
    assert answered["messages"][0]["content"].startswith("When you give your final answer")


def test_an_answer_of_the_wrong_type_is_corrected() -> None:
    wrong, right = '{"city": "Rome", "degrees": 3}', '{"city": "Rome", "degrees": 4}'
    scripted = ScriptedModel(NONE, says(wrong), NONE, says(right))
    reply = step(scripted, returns=Report)
    assert reply.value == Report("Rome", 4)
    told = scripted.bodies[2]["messages"][-1]["content"]
    assert "multiple" in told
    assert "When you give your final answer" in told


@pytest.mark.parametrize("said", ["fly_away", "", "get_weather now"])
def test_an_unknown_choice_is_corrected(said: str) -> None:
    scripted = ScriptedModel(says(said), CHOSEN, PARIS, NONE, SUNNY)
    assert step(scripted).calls[0].result == "sunny in Paris"
    told = scripted.bodies[1]["messages"][-1]
    assert told["role"] == "user"
    assert "expected one of get_weather, none" in told["content"]


def test_an_unknown_choice_in_the_last_turn_is_an_error() -> None:
    with pytest.raises(OutputInvalid, match="expected one of get_weather, none; got 'fly'"):
        step(ScriptedModel(says("fly")), max_turns=1)


@pytest.mark.parametrize("turns", [[cut(says("get"))], [cut(CHOSEN)], [CHOSEN, cut(says('{"ci'))]])
def test_a_turn_that_is_cut_off_is_truncated(turns: Any) -> None:
    with pytest.raises(OutputTruncated, match="cut off"):
        step(ScriptedModel(*turns))


def test_arguments_that_do_not_fit_are_told_to_the_model() -> None:
    scripted = ScriptedModel(CHOSEN, says('{"town": 1}'), CHOSEN, PARIS, NONE, SUNNY)
    reply = step(scripted)
    assert [call.status for call in reply.calls] == ["invalid", "done"]
    assert '"error": ' in scripted.bodies[2]["messages"][-1]["content"]


def test_a_model_that_repeats_itself_has_to_answer() -> None:
    scripted = ScriptedModel(CHOSEN, PARIS, CHOSEN, PARIS, SUNNY)
    reply = step(scripted)
    assert (reply.text, len(reply.calls), reply.turns) == ("It is sunny.", 2, 3)
    assert "you have already made these calls" in scripted.bodies[-1]["messages"][-1]["content"]
    assert constraints(scripted)[-1] is None


def test_more_repeats_are_allowed_before_it_has_to_answer() -> None:
    scripted = ScriptedModel(*[CHOSEN, PARIS] * 4, SUNNY)
    assert len(step(scripted, max_repeats=4).calls) == 4


def test_without_a_repeat_allowed_the_first_one_ends_the_loop() -> None:
    with pytest.raises(ToolLoopExhausted, match="repeats itself"):
        step(ScriptedModel(*[CHOSEN, PARIS] * 2), max_repeats=1)


def test_the_last_turn_is_an_answer() -> None:
    reply = step(ScriptedModel(CHOSEN, PARIS, CHOSEN, ROME, SUNNY), max_turns=3)
    assert (reply.text, reply.turns) == ("It is sunny.", 3)
    assert [call.turn for call in reply.calls] == [1, 2]


def test_a_call_in_the_only_turn_exhausts_the_loop() -> None:
    with pytest.raises(ToolLoopExhausted, match="after 1 turns"):
        step(ScriptedModel(CHOSEN, PARIS), max_turns=1)


def test_a_plan_has_the_call_and_runs_nothing() -> None:
    weather = Weather()
    reply = step(ScriptedModel(CHOSEN, PARIS), [weather.get_weather], execute=False)
    assert [(call.arguments, call.status) for call in reply.calls] == [
        ({"city": "Paris"}, "planned")
    ]
    assert not weather.asked
    assert reply.transcript[-1] == assistant('get_weather {"city": "Paris"}')


def test_a_plan_may_be_an_answer_or_an_error() -> None:
    assert step(ScriptedModel(NONE, SUNNY), execute=False).text == "It is sunny."
    with pytest.raises(OutputInvalid):
        step(ScriptedModel(says("fly")), execute=False)


def test_completions_get_one_text() -> None:
    scripted = ScriptedModel(says(" get_weather"), PARIS, says(" none"), SUNNY)
    reply = step(scripted, endpoint="completions")
    assert constraints(scripted)[0] == {"choice": [" get_weather", " none"]}
    assert reply.text == "It is sunny."
    assert set(scripted.paths) == {"/v1/completions"}
    first, second, _, last = (body["prompt"] for body in scripted.bodies)
    assert first.startswith(
        "These are the tools:\n- get_weather(city): Tell the weather in a city."
    )
    assert first.endswith("User: What's the weather like?\n\nAssistant:")
    assert second.startswith("Tell the weather in a city.\nWrite the arguments")
    assert last.startswith("User: What's the weather like?\n\nAssistant: get_weather")
    assert {body["max_tokens"] for body in scripted.bodies} == {1024}


def test_a_native_history_becomes_plain_turns() -> None:
    call = ToolCall("id-1", FunctionCall("get_weather", '{"city": "Rome"}'))
    history = [
        user("Rome?"),
        assistant(None, tool_calls=[call]),
        tool_result("id-1", "rainy"),
        assistant("Rainy."),
        user("And Paris?"),
    ]
    scripted = ScriptedModel(NONE, SUNNY)
    step(scripted, messages=history)
    assert [turn["content"] for turn in scripted.bodies[1]["messages"]] == [
        "Rome?",
        'get_weather {"city": "Rome"}',
        'Results of your calls, in their order:\n{"tool": "get_weather", "result": "rainy"}',
        "Rainy.",
        "And Paris?",
    ]


def test_media_follow_the_result() -> None:
    @tool
    def draw() -> list[object]:
        """Draw."""
        return ["drawn", image(b"\x89PNG\r\n\x1a\n")]

    scripted = ScriptedModel(says("draw"), says("{}"), NONE, SUNNY)
    step(scripted, [draw])
    content = scripted.bodies[3]["messages"][-1]["content"]
    assert [part["type"] for part in content] == ["text", "text", "image_url"]


def test_instructions_for_templates_without_a_system_message() -> None:
    scripted = ScriptedModel(NONE, SUNNY)
    step(scripted, tool_prompt=StepPrompt(role="user", examples=()))
    (told,) = scripted.bodies[0]["messages"]
    assert told["role"] == "user"
    assert told["content"].startswith("These are the tools:")
    assert told["content"].endswith("What's the weather like?")
    assert json.dumps(scripted.bodies[1]["messages"]).count("tools") == 0


def test_what_chats_alone_take_is_refused_before_anything_is_sent() -> None:
    scripted = ScriptedModel()
    with pytest.raises(RequestInvalid):
        step(
            scripted,
            endpoint="completions",
            options=Options(chat_template_kwargs={"a": 1}),
        )
    assert not scripted.bodies
