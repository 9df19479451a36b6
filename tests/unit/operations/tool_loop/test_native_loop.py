"""The loop in native mode: calls and results by vLLM's own fields."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import pytest

from loops import LOGGER, WEATHER, Weather, new_capabilities, run, wire
from scripted_model import ScriptedModel, calls, concludes, cut, describes, says, unpaired
from vllm_sdk._messages import assistant, image, system, tool_result, user
from vllm_sdk._tool_running import ToolRunner
from vllm_sdk._tools import ToolPrompt, tool
from vllm_sdk.errors import (
    ConnectionFailed,
    ModelNotFound,
    OutputEmpty,
    OutputInvalid,
    OutputRefused,
    OutputTruncated,
    RequestInvalid,
    ToolLoopExhausted,
    ToolParserDisabled,
)
from vllm_sdk.options import Options
from vllm_sdk.types import FunctionCall, ToolCall, Usage

PARIS = ("get_weather", '{"city": "Paris"}')
ROME = ("get_weather", '{"city": "Rome"}')
DISABLED = ToolParserDisabled("no parser", status=400)


@dataclass
class Report:
    city: str
    degrees: int


def native(scripted: ScriptedModel, tools: Any, **more: Any) -> Any:
    reply = run(scripted, tools, mode="native", **more)
    assert unpaired(wire(reply.transcript)) == []
    return reply


def test_a_tool_runs_and_the_model_answers() -> None:
    weather, scripted = Weather(), ScriptedModel(calls(PARIS), says("It is sunny."))
    reply = native(scripted, [weather.get_weather])
    assert reply.text == reply.value == "It is sunny."
    assert weather.asked == ["Paris"]
    assert (reply.mode, reply.turns) == ("native", 2)
    assert reply.usage == Usage(6, 4, 10)
    assert reply.reply.text == "It is sunny."
    (call,) = reply.calls
    assert (call.name, call.arguments, call.result, call.error) == (
        "get_weather",
        {"city": "Paris"},
        "sunny in Paris",
        None,
    )
    assert (call.status, call.turn, call.id) == ("done", 1, "id-0")


def test_the_requests_carry_the_tools_and_the_growing_conversation() -> None:
    weather, scripted = (
        Weather(),
        ScriptedModel(calls(PARIS, content="Let me see."), says("Sunny.")),
    )
    reply = native(scripted, [weather.get_weather], model="m", options=Options(temperature=0.0))
    first, second = scripted.bodies
    assert first["tools"] == second["tools"] == [weather.get_weather.to_dict()]
    assert (first["model"], first["temperature"]) == ("m", 0.0)
    assert second["messages"] == [
        {"role": "user", "content": "What's the weather like?"},
        {
            "role": "assistant",
            "content": "Let me see.",
            "tool_calls": [
                {
                    "id": "id-0",
                    "type": "function",
                    "function": {"name": "get_weather", "arguments": '{"city": "Paris"}'},
                }
            ],
        },
        {
            "role": "tool",
            "content": "sunny in Paris",
            "tool_call_id": "id-0",
            "name": "get_weather",
        },
    ]
    last = {"role": "assistant", "content": "Sunny."}
    assert wire(reply.transcript) == [*second["messages"], last]


def test_two_calls_of_one_turn_are_paired_by_id_and_in_order() -> None:
    weather = Weather()
    scripted = ScriptedModel(calls((*PARIS, "b"), (*ROME, "a")), says("Sunny."))
    native(scripted, [weather.get_weather])
    results = [each for each in scripted.bodies[1]["messages"] if each["role"] == "tool"]
    assert [(each["tool_call_id"], each["content"]) for each in results] == [
        ("b", "sunny in Paris"),
        ("a", "sunny in Rome"),
    ]


@pytest.mark.parametrize(
    ("call", "status", "told"),
    [
        (
            ("get_weather", '{"town": "Rome"}'),
            "invalid",
            'Error: $: get_weather has no field "town"; it has city, at ⟪here⟫{',
        ),
        (("get_weather", "[]"), "invalid", "Error: $: expected an object (get_weather), got"),
        (("get_weather", "null"), "invalid", "Error: $: no arguments came: write an object with"),
        (("get_weather", '{"city": '), "invalid", "Error: The output is not JSON"),
        (("get_weather", ""), "invalid", "Error: $: no arguments came: write an object with city"),
        (
            ("book_flight", '{"city": "Rome"}'),
            "unknown",
            "Error: no tool is called book_flight; there is get_weather",
        ),
        (("get_weather", '{"city": "Atlantis"}'), "failed", "Error: LookupError: no such city"),
    ],
)
def test_what_goes_wrong_with_a_call_is_told_to_the_model(
    call: tuple[str, str], status: str, told: str
) -> None:
    weather, scripted = Weather(), ScriptedModel(calls(call, PARIS), says("Well."))
    reply = native(scripted, [weather.get_weather])
    wrong, right = reply.calls
    assert wrong.status == status
    assert wrong.error is not None
    assert wrong.error.startswith(told)
    assert wrong.exception is not None
    assert wrong.result is None
    assert right.result == "sunny in Paris"
    assert scripted.bodies[1]["messages"][2]["content"] == wrong.error
    assert weather.asked == (["Atlantis", "Paris"] if status == "failed" else ["Paris"])


def test_what_a_tool_raised_is_kept_with_its_traceback() -> None:
    reply = native(ScriptedModel(calls(("get_weather", '{"city": "Atlantis"}')), says("")),
                   [Weather().get_weather])  # fmt: skip
    assert isinstance(reply.calls[0].exception, LookupError)
    assert reply.calls[0].exception.__traceback__ is not None


@pytest.mark.parametrize(
    "broken", ['{"city": ', "null", "[1]", '{"a": 1, "a": 2}', '"\\ud800"', " "]
)
def test_a_history_holds_no_arguments_that_a_server_could_refuse(broken: str) -> None:
    scripted = ScriptedModel(calls(("get_weather", broken)), says("Well."))
    reply = native(scripted, [Weather().get_weather])
    assert scripted.bodies[1]["messages"][1]["tool_calls"][0]["function"]["arguments"] == "{}"
    assert (reply.calls[0].arguments, reply.calls[0].arguments_json) == ({}, broken)


def test_missing_and_doubled_ids_are_given_anew() -> None:
    history = [
        user("a"),
        assistant(tool_calls=[ToolCall("call00001", FunctionCall(*PARIS))]),
        tool_result("call00001", "sunny"),
        user("b"),
    ]
    scripted = ScriptedModel(
        calls((*PARIS, ""), (*ROME, "x"), (*PARIS, "x")), calls((*PARIS, "x")), says("Sunny.")
    )
    reply = native(scripted, [Weather().get_weather], messages=history)
    assert [call.id for call in reply.calls] == ["c9cba186a", "x", "call00002", "call00003"]


def test_raw_arguments_reach_the_tool_unchanged() -> None:
    @tool(raw_arguments=True)
    def echo(text: str) -> str:
        return text

    text = '{"b": 1.50,   "a": [1'
    reply = native(ScriptedModel(calls(("echo", text)), says("Well.")), [echo])
    assert reply.calls[0].result == text
    assert reply.calls[0].arguments == {"text": text}


def test_a_result_that_is_no_text_is_told_as_json_and_kept_as_it_is() -> None:
    def report(city: str) -> Report:
        return Report(city, 18)

    scripted = ScriptedModel(calls(("report", '{"city": "Rome"}')), says("Well."))
    reply = native(scripted, [report])
    assert scripted.bodies[1]["messages"][2]["content"] == '{"city": "Rome", "degrees": 18}'
    assert reply.calls[0].result == Report("Rome", 18)


def test_a_result_that_json_cannot_carry_is_told_as_an_error() -> None:
    def answer() -> object:
        return print

    reply = native(ScriptedModel(calls(("answer", "{}")), says("Well.")), [answer])
    (call,) = reply.calls
    assert (call.status, call.result) == ("failed", print)
    assert call.error == (
        "Error: answer has run, but JSON can't carry a builtin_function_or_method: return text, "
        "numbers, lists, dicts or a dataclass of them"
    )


def test_a_long_result_is_cut_for_the_model_alone() -> None:
    def story() -> str:
        return "once " * 10

    scripted = ScriptedModel(calls(("story", "{}")), says("Well."))
    reply = native(scripted, [story], max_result_chars=9)
    assert scripted.bodies[1]["messages"][2]["content"].startswith("once once\n[Cut: ")
    assert reply.calls[0].result == "once " * 10


def test_rounds_exhausted_keep_the_transcript() -> None:
    weather, scripted = Weather(), ScriptedModel(*[calls(PARIS)] * 3)
    with pytest.raises(ToolLoopExhausted, match="after 2 turns") as caught:
        run(scripted, [weather.get_weather], mode="native", max_turns=2)
    assert weather.asked == ["Paris", "Paris"]
    assert scripted.unused == 1
    transcript = wire(caught.value.transcript)
    assert [each["role"] for each in transcript] == ["user", *["assistant", "tool"] * 2]
    assert unpaired(transcript) == []
    assert caught.value.reply.tool_calls


def test_a_failing_server_leaves_the_transcript_on_the_error() -> None:
    scripted = ScriptedModel(calls(PARIS), ConnectionFailed("gone"))
    with pytest.raises(ConnectionFailed) as caught:
        run(scripted, [Weather().get_weather], mode="native")
    assert [each["role"] for each in wire(caught.value.transcript)] == ["user", "assistant", "tool"]


def test_a_turn_that_says_nothing_is_an_empty_answer() -> None:
    scripted = ScriptedModel({"role": "assistant", "content": None, "finish_reason": "tool_calls",
                     "tool_calls": []})  # fmt: skip
    reply = native(scripted, [Weather().get_weather])
    assert reply.text == ""
    assert wire(reply.transcript)[-1] == {"role": "assistant", "content": ""}


def test_reasoning_goes_back_to_the_model() -> None:
    scripted = ScriptedModel(
        calls(PARIS, reasoning="Paris, then."), says("Sunny.", reasoning="Done.")
    )
    reply = native(scripted, [Weather().get_weather])
    assert scripted.bodies[1]["messages"][1]["reasoning"] == "Paris, then."
    assert wire(reply.transcript)[-1]["reasoning"] == "Done."


def test_a_call_that_the_budget_cut_is_no_mistake_of_the_model() -> None:
    scripted = ScriptedModel(cut(calls(("get_weather", '{"ci'))))
    with pytest.raises(OutputTruncated, match="max_tokens") as caught:
        run(scripted, [Weather().get_weather], mode="native")
    assert caught.value.reply.finish_reason == "length"
    assert wire(caught.value.transcript) == [
        {"role": "user", "content": "What's the weather like?"}
    ]


def test_whole_calls_of_a_cut_turn_run() -> None:
    weather, scripted = Weather(), ScriptedModel(cut(calls(PARIS)), says("Sunny."))
    assert native(scripted, [weather.get_weather]).text == "Sunny."
    assert weather.asked == ["Paris"]


@pytest.mark.parametrize(
    "choice", ["required", {"type": "function", "function": {"name": "get_weather"}}]
)
def test_a_forced_call_is_forced_in_the_first_turn_alone(choice: Any) -> None:
    scripted = ScriptedModel(calls(PARIS), says("Sunny."))
    native(scripted, [Weather().get_weather], options=Options(tool_choice=choice))
    assert [body["tool_choice"] for body in scripted.bodies] == [choice, "auto"]


@pytest.mark.parametrize("choice", ["auto", "none"])
def test_another_tool_choice_holds_for_every_turn(choice: Any) -> None:
    scripted = ScriptedModel(calls(PARIS), says("Sunny."))
    native(scripted, [Weather().get_weather], options=Options(tool_choice=choice))
    assert [body["tool_choice"] for body in scripted.bodies] == [choice, choice]


REPORT = '{"city": "Paris", "degrees": 18}'


def test_an_answer_may_be_structured() -> None:
    scripted = ScriptedModel(calls(PARIS), says(REPORT))
    reply = native(scripted, [Weather().get_weather], returns=Report)
    assert reply.value == Report("Paris", 18)
    assert reply.text == REPORT
    head = scripted.bodies[0]["messages"][0]
    assert head["role"] == "system"
    assert '"degrees": {"type": "integer"}' in head["content"]
    assert "structured_outputs" not in scripted.bodies[0]
    assert wire(reply.transcript)[0]["role"] == "user"


def test_for_templates_without_a_system_message_the_user_says_what_an_answer_is() -> None:
    scripted = ScriptedModel(says(REPORT))
    native(scripted, [Weather().get_weather], returns=Report, tool_prompt=ToolPrompt(role="user"))
    (turn,) = scripted.bodies[0]["messages"]
    assert turn["role"] == "user"
    assert turn["content"].endswith("\n\nWhat's the weather like?")


def test_an_answer_of_another_type_is_asked_for_again_and_held_to_the_schema() -> None:
    scripted = ScriptedModel(calls(PARIS), says("It is sunny."), says(REPORT))
    reply = native(
        scripted, [Weather().get_weather], returns=Report, messages=[system("s"), user("u")]
    )
    assert reply.value == Report("Paris", 18)
    last = scripted.bodies[2]
    assert last["tool_choice"] == "none"
    assert last["tools"]
    assert last["structured_outputs"]["json"]["required"] == ["city", "degrees"]
    assert last["messages"][-2] == {"role": "assistant", "content": "It is sunny."}
    assert last["messages"][-1]["content"].startswith("The output is not JSON")
    assert last["messages"][0]["content"].startswith("s\n\nWhen you give your final answer")


def test_an_answer_of_another_type_in_the_last_round_is_an_error() -> None:
    scripted = ScriptedModel(says("It is sunny."))
    with pytest.raises(OutputInvalid) as caught:
        run(scripted, [Weather().get_weather], mode="native", returns=Report, max_turns=1)
    assert caught.value.text == caught.value.attempts[0].text == "It is sunny."
    assert caught.value.reply.text == "It is sunny."
    assert wire(caught.value.transcript)[-1]["content"] == "It is sunny."


def test_a_structured_answer_that_the_budget_cut_is_truncated() -> None:
    scripted = ScriptedModel(cut(says('{"city": "Pa')), says(REPORT))
    with pytest.raises(OutputTruncated) as caught:
        run(scripted, [Weather().get_weather], mode="native", returns=Report)
    assert caught.value.text == '{"city": "Pa'
    assert scripted.unused == 1


def test_a_text_that_the_budget_cut_is_answered_as_generate_does() -> None:
    reply = native(ScriptedModel(cut(says("It is su"))), [Weather().get_weather])
    assert (reply.text, reply.reply.finish_reason) == ("It is su", "length")


def test_an_unknown_model_is_told_with_the_models_that_are_served() -> None:
    scripted = ScriptedModel(ModelNotFound("unknown", status=404), ConnectionFailed("gone"))
    with pytest.raises(ModelNotFound):
        run(scripted, [Weather().get_weather], mode="native", model="m")
    assert scripted.paths == ["/v1/chat/completions", "/v1/models"]


def test_native_alone_does_not_give_way() -> None:
    with pytest.raises(ToolParserDisabled):
        run(ScriptedModel(DISABLED), [Weather().get_weather], mode="native")


def test_auto_describes_the_tools_where_the_server_has_no_parser_and_remembers(
    caplog: pytest.LogCaptureFixture,
) -> None:
    remembered = new_capabilities()
    with caplog.at_level(logging.INFO, LOGGER.name):
        for turns in ([DISABLED], [], []):
            scripted = ScriptedModel(*turns, describes(PARIS), concludes("Sunny."))
            reply = run(scripted, [Weather().get_weather], capabilities=remembered)
            assert (reply.text, reply.mode, reply.turns) == ("Sunny.", "descriptive", 2)
            assert "tools" not in scripted.bodies[-1]
            assert scripted.unused == 0
    (line,) = (record.getMessage() for record in caplog.records)
    assert line == (
        "The server calls no tools natively for its model: from now on they are described in "
        "the prompt. It said: no parser"
    )
    scripted = ScriptedModel(says("Hello."))
    assert (
        run(scripted, [Weather().get_weather], capabilities=remembered, model="m").mode == "native"
    )


def test_the_memory_says_each_model_once(caplog: pytest.LogCaptureFixture) -> None:
    remembered = new_capabilities()
    with caplog.at_level(logging.INFO, LOGGER.name):
        remembered.learn_tool_parser_missing("m", DISABLED)
        remembered.learn_tool_parser_missing("m", DISABLED)
    assert [record.getMessage()[:40] for record in caplog.records] == [
        "The server calls no tools natively for m"
    ]
    assert remembered.lacks_tool_parser("m")
    assert not remembered.lacks_tool_parser(None)


def test_auto_gives_way_in_the_middle_of_a_conversation() -> None:
    scripted = ScriptedModel(calls(PARIS), DISABLED, concludes("Sunny."))
    reply = run(scripted, [Weather().get_weather])
    assert (reply.text, reply.mode, reply.turns) == ("Sunny.", "descriptive", 2)
    assert [each["role"] for each in scripted.bodies[2]["messages"]] == [
        "system", "user", "assistant", "user",
    ]  # fmt: skip
    assert unpaired(wire(reply.transcript)) == []


def test_a_server_that_refuses_plain_turns_too_is_not_asked_for_ever() -> None:
    with pytest.raises(ToolParserDisabled):
        run(ScriptedModel(DISABLED, DISABLED), [Weather().get_weather])
    with pytest.raises(ToolParserDisabled):
        run(ScriptedModel(DISABLED), [Weather().get_weather], mode="descriptive")


@pytest.mark.parametrize(
    ("more", "error", "why"),
    [
        ({"max_turns": 0}, RequestInvalid, "at least one turn"),
        ({"max_turns": True}, TypeError, "max_turns is a number, not True"),
        ({"max_turns": "8"}, TypeError, "max_turns is a number"),
        ({"max_result_chars": 0}, RequestInvalid, "at least one character"),
        ({"max_result_chars": 1.5}, TypeError, "max_result_chars is a number"),
        ({"mode": "magic"}, RequestInvalid, "'auto', 'native' or 'descriptive'"),
        ({"mode": "native", "endpoint": "completions"}, RequestInvalid, "mode='native'"),
        ({"endpoint": "chats"}, RequestInvalid, "'chat' or 'completions'"),
        ({"options": Options(n=2)}, RequestInvalid, "leave n and use_beam_search out"),
        ({"options": Options(use_beam_search=True)}, RequestInvalid, "use_beam_search"),
        ({"options": Options(echo=True)}, RequestInvalid, "echo does not go with a tool loop"),
        (
            {"options": Options(response_format={"type": "json_object"})},
            RequestInvalid,
            "response_format does not go with a tool loop: give returns=",
        ),
        (
            {"options": Options(tool_choice={"function": {"name": "fly"}})},
            RequestInvalid,
            "tool_choice names 'fly'",
        ),
        ({"messages": ["Hello"]}, TypeError, r"messages\[0\] is a str"),
        ({"messages": []}, RequestInvalid, "conversation is empty"),
        ({"returns": object}, RequestInvalid, "object"),
    ],
)
def test_what_does_not_go_together_is_refused_before_any_request(
    more: dict[str, Any], error: type[Exception], why: str
) -> None:
    scripted = ScriptedModel()
    with pytest.raises(error, match=why):
        run(scripted, [Weather().get_weather], **more)
    assert scripted.bodies == []


def test_a_native_plan_runs_nothing_and_can_be_continued() -> None:
    weather = Weather()
    scripted = ScriptedModel(calls(PARIS, ("fly", "{}")), says("Never."))
    reply = run(scripted, [weather.get_weather], execute=False, mode="native")
    assert weather.asked == []
    assert (reply.mode, scripted.unused) == ("native", 1)
    assert [(call.name, call.status) for call in reply.calls] == [
        ("get_weather", "planned"),
        ("fly", "unknown"),
    ]
    assert wire(reply.transcript) == wire(WEATHER)  # servers refuse calls without results
    assert reply.reply.tool_calls[0].name == "get_weather"


def test_a_native_plan_may_be_an_answer_or_cut() -> None:
    reply = run(ScriptedModel(says("Sunny.")), [Weather().get_weather], execute=False)
    assert (reply.text, reply.calls, reply.mode) == ("Sunny.", (), "native")
    assert wire(reply.transcript)[-1]["content"] == "Sunny."
    with pytest.raises(OutputTruncated):
        run(
            ScriptedModel(cut(calls(("get_weather", '{"city": "Pa')))),
            [Weather().get_weather],
            execute=False,
        )


def test_a_plan_falls_back_to_descriptive_mode() -> None:
    scripted = ScriptedModel(DISABLED, describes(PARIS))
    reply = run(scripted, [Weather().get_weather], execute=False)
    assert (reply.mode, reply.calls[0].status) == ("descriptive", "planned")


@pytest.mark.parametrize("reason", ["length", "abort"])
def test_a_typed_answer_that_was_cut_is_not_read(reason: str) -> None:
    scripted = ScriptedModel({**says("12"), "finish_reason": reason})
    with pytest.raises(OutputTruncated):
        run(scripted, [Weather().get_weather], returns=int, mode="native")
    assert len(scripted.bodies) == 1


@pytest.mark.parametrize("reason", ["length", "abort"])
@pytest.mark.parametrize("raw", [True, False])
def test_a_call_that_was_cut_does_not_run(reason: str, raw: bool) -> None:
    ran: list[str] = []

    def delete(pattern: str = "*") -> None:
        ran.append(pattern)

    scripted = ScriptedModel(
        {**calls(("delete", '{"pattern": "/tm' if raw else "")), "finish_reason": reason}
    )
    with pytest.raises(OutputTruncated):
        run(scripted, [tool(delete, raw_arguments=raw)], mode="native")
    assert ran == []


def test_a_call_without_arguments_runs_a_tool_that_requires_none() -> None:
    ran: list[str] = []

    def delete(pattern: str) -> None:
        ran.append(pattern)

    def count(pattern: str = "*") -> str:
        return pattern

    def ping() -> str:
        return "pong"

    scripted = ScriptedModel(
        calls(("delete", ""), ("delete", "null"), ("ping", ""), ("count", "null")), says("Well.")
    )
    reply = run(scripted, [delete, ping, count], mode="native")
    assert [call.status for call in reply.calls] == ["invalid", "invalid", "done", "done"]
    assert [call.result for call in reply.calls[2:]] == ["pong", "*"]
    history = scripted.bodies[1]["messages"][1]["tool_calls"]
    assert [call["function"]["arguments"] for call in history] == ["{}"] * 4
    assert ran == []


def test_a_refusal_of_a_typed_answer_is_one() -> None:
    with pytest.raises(OutputRefused, match="can't help"):
        run(
            ScriptedModel(says(None, refusal="I can't help.")), [Weather().get_weather], returns=int
        )


def test_an_empty_answer_stays_one_with_all_attempts() -> None:
    scripted = ScriptedModel(says("no"), says(""))
    with pytest.raises(OutputEmpty) as caught:
        run(scripted, [Weather().get_weather], returns=int, mode="native", max_turns=2)
    assert [attempt.text for attempt in caught.value.attempts] == ["no", ""]
    assert [turn["role"] for turn in wire(caught.value.transcript)] == ["user", "assistant", "user"]


def test_an_answer_in_the_reasoning_is_no_mistake_of_the_model() -> None:
    scripted = ScriptedModel(says(None, reasoning="7"), says("7"))
    with pytest.raises(OutputEmpty, match="its reasoning is the value") as caught:
        run(scripted, [Weather().get_weather], returns=int, mode="native")
    assert caught.value.reply.reasoning == "7"
    assert scripted.unused == 1
    scripted = ScriptedModel(says(None, reasoning="Seven?"), says("7"))
    assert run(scripted, [Weather().get_weather], returns=int, mode="native").value == 7


@pytest.mark.parametrize("mode", ["native", "descriptive"])
def test_padding_in_a_turn_is_named(mode: Any) -> None:
    scripted = ScriptedModel(cut(says('{"city": "Pa",' + " " * 50)))
    with pytest.raises(OutputTruncated, match="disable_any_whitespace"):
        run(scripted, [Weather().get_weather], mode=mode, returns=Report)


def test_a_loop_inside_of_a_hook_keeps_its_own_transcript() -> None:
    inner = ToolLoopExhausted("inner", transcript=("its own",))

    def on_event(_: Any) -> None:
        raise inner

    with pytest.raises(ToolLoopExhausted) as caught:
        run(ScriptedModel(says("a")), [Weather().get_weather], runner=ToolRunner(on_event=on_event))
    assert caught.value.transcript == ("its own",)


@pytest.mark.parametrize("mode", ["auto", "native", "descriptive"])
def test_a_schema_that_could_not_be_described_is_refused_at_once(mode: Any) -> None:
    schema = {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"$ref": "#/properties/a"}},
    }
    with pytest.raises(RequestInvalid, match="refer to '#/\\$defs"):
        run(ScriptedModel(), [Weather().get_weather], returns=schema, mode=mode)


def test_words_are_no_prompt() -> None:
    with pytest.raises(TypeError, match="prompt is a ToolPrompt or a StepPrompt, not str"):
        run(ScriptedModel(), [Weather().get_weather], tool_prompt="be nice")


PICTURE = image(b"\x89PNG\r\n\x1a\n")


def test_an_image_reaches_the_model_as_a_part() -> None:
    @tool
    def draw() -> Any:
        return ["Here:", PICTURE]

    scripted = ScriptedModel(calls(("draw", "{}")), says("A cat."))
    reply = native(scripted, [draw], max_result_chars=10)
    assert scripted.bodies[1]["messages"][-1]["content"] == [
        {"type": "text", "text": "Here:"},
        PICTURE.to_dict(),
    ]
    assert reply.calls[0].status == "done"


def test_the_history_has_the_arguments_that_a_lenient_tool_read() -> None:
    @tool(lenient=True)
    def add(numbers: list[int]) -> int:
        return sum(numbers)

    quoted = '"{\\"numbers\\": \\"[1, 2]\\"}"'
    scripted = ScriptedModel(calls(("add", '{"numbers": "[1]"}'), ("add", quoted)), says("3."))
    reply = native(scripted, [add])
    assert [call.result for call in reply.calls] == [1, 3]
    assert reply.calls[1].arguments_json == quoted
    sent = scripted.bodies[1]["messages"][1]["tool_calls"]
    assert [call["function"]["arguments"] for call in sent] == [
        '{"numbers": [1]}',
        '{"numbers": [1, 2]}',
    ]
