"""The loop in descriptive mode: tools in the prompt, calls as constrained JSON, plain turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import annotated_types as at
import pytest

from loops import Weather, run, wire
from scripted_model import ScriptedModel, concludes, cut, describes, says
from vllm_sdk._messages import assistant, image, system, tool_result, user
from vllm_sdk._tools import ToolPrompt, tool
from vllm_sdk.errors import OutputInvalid, OutputTruncated, RequestInvalid, ToolLoopExhausted
from vllm_sdk.options import Options
from vllm_sdk.types import FunctionCall, ToolCall

PARIS = ("get_weather", '{"city": "Paris"}')
ROME = ("get_weather", '{"city": "Rome"}')
NAMED = {"type": "function", "function": {"name": "get_weather"}}


@dataclass
class Report:
    city: str
    degrees: Annotated[int, at.MultipleOf(2)]


def described(scripted: ScriptedModel, tools: Any, **more: Any) -> Any:
    return run(scripted, tools, mode="descriptive", **more)


def test_a_tool_runs_and_the_model_answers() -> None:
    weather = Weather()
    scripted = ScriptedModel(describes(PARIS, ROME), concludes('It is "sunny".'))
    reply = described(scripted, [weather.get_weather])
    assert reply.text == reply.value == 'It is "sunny".'
    assert weather.asked == ["Paris", "Rome"]
    assert (reply.mode, reply.turns, reply.usage.total_tokens) == ("descriptive", 2, 10)
    assert [call.result for call in reply.calls] == ["sunny in Paris", "sunny in Rome"]
    assert len({call.id for call in reply.calls}) == 2


def test_the_requests_are_plain_turns_under_a_constraint() -> None:
    weather, scripted = Weather(), ScriptedModel(describes(PARIS), concludes("Sunny."))
    messages = [system("Be brief."), user("Weather?")]
    reply = described(scripted, [weather.get_weather], messages=messages)
    first, second = scripted.bodies
    prompt = ToolPrompt()
    assert first["messages"] == [
        {
            "role": "system",
            "content": "Be brief.\n\n" + prompt.describe([weather.get_weather]),
        },
        {"role": "user", "content": "Weather?"},
    ]
    turns = [
        {"role": "assistant", "content": describes(PARIS)["content"]},
        {
            "role": "user",
            "content": "Results of your calls, in their order:\n"
            '{"tool": "get_weather", "result": "sunny in Paris"}',
        },
    ]
    assert second["messages"] == [*first["messages"], *turns]
    for body in scripted.bodies:
        assert body["structured_outputs"] == {
            "json": prompt.build_constraint([weather.get_weather])
        }
        assert not {"tools", "tool_choice", "parallel_tool_calls"} & body.keys()
    assert wire(reply.transcript) == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "Weather?"},
        *turns,
        {"role": "assistant", "content": "Sunny."},
    ]


@pytest.mark.parametrize(
    ("call", "status", "told"),
    [
        (("get_weather", '{"town": "Rome"}'), "invalid", "get_weather has no field"),
        (("get_weather", "3"), "invalid", "expected an object"),
        (("book_flight", "{}"), "unknown", "no tool is called book_flight; there is get_weather"),
        (("get_weather", '{"city": "Atlantis"}'), "failed", "no such city"),
    ],
)
def test_what_goes_wrong_with_a_call_is_told_to_the_model(
    call: tuple[str, str], status: str, told: str
) -> None:
    scripted = ScriptedModel(describes(call, PARIS), concludes("Well."))
    reply = described(scripted, [Weather().get_weather])
    assert [each.status for each in reply.calls] == [status, "done"]
    said = scripted.bodies[1]["messages"][-1]["content"]
    assert said.splitlines()[1].startswith(f'{{"tool": "{call[0]}", "error": "Error: ')
    assert told in said
    assert said.endswith('{"tool": "get_weather", "result": "sunny in Paris"}')


def test_an_empty_reply_is_corrected_without_an_empty_turn() -> None:
    scripted = ScriptedModel(says(""), concludes("Sunny."))
    described(scripted, [Weather().get_weather])
    roles = [each["role"] for each in scripted.bodies[1]["messages"]]
    assert roles == ["system", "user", "user"]


@pytest.mark.parametrize("text", ["It is sunny.", '{"calls": []}', '{"answer": 3}'])
def test_a_reply_that_is_not_of_the_protocol_is_corrected(text: str) -> None:
    scripted = ScriptedModel(says(text), concludes("Sunny."))
    reply = described(scripted, [Weather().get_weather])
    assert reply.text == "Sunny."
    *_, wrong, correction = scripted.bodies[1]["messages"]
    assert wrong == {"role": "assistant", "content": text}
    assert correction["role"] == "user"
    assert correction["content"].endswith('or {"answer": "…"}')


def test_a_reply_that_is_not_of_the_protocol_in_the_last_round_is_an_error() -> None:
    with pytest.raises(OutputInvalid, match="not JSON") as caught:
        described(ScriptedModel(says("It is sunny.")), [Weather().get_weather], max_turns=1)
    assert caught.value.text == "It is sunny."
    assert [each["role"] for each in wire(caught.value.transcript)] == ["user", "assistant"]


def test_a_reply_that_the_budget_cut_is_truncated() -> None:
    scripted = ScriptedModel(cut(says('{"answer": "It is su')), concludes("Sunny."))
    with pytest.raises(OutputTruncated, match="max_tokens") as caught:
        described(scripted, [Weather().get_weather])
    assert caught.value.text == '{"answer": "It is su'
    assert scripted.unused == 1


def test_a_whole_reply_at_the_end_of_the_budget_counts() -> None:
    reply = described(ScriptedModel(cut(concludes("Sunny."))), [Weather().get_weather])
    assert reply.text == "Sunny."


def test_rounds_exhausted_keep_the_transcript() -> None:
    scripted = ScriptedModel(*[describes(PARIS)] * 2)
    with pytest.raises(ToolLoopExhausted) as caught:
        described(scripted, [Weather().get_weather], max_turns=2)
    roles = [each["role"] for each in wire(caught.value.transcript)]
    assert roles == ["user", *["assistant", "user"] * 2]


def test_an_answer_may_be_structured() -> None:
    scripted = ScriptedModel(describes(PARIS), concludes({"city": "Paris", "degrees": 18}))
    reply = described(scripted, [Weather().get_weather], returns=Report)
    assert reply.value == Report("Paris", 18)
    assert reply.text == '{"city": "Paris", "degrees": 18}'
    constraint = scripted.bodies[0]["structured_outputs"]["json"]
    assert constraint["anyOf"][1]["properties"]["answer"]["required"] == ["city", "degrees"]
    assert "where … is JSON of this schema" in scripted.bodies[0]["messages"][0]["content"]


def test_what_the_constraint_cannot_enforce_is_corrected() -> None:
    scripted = ScriptedModel(
        concludes({"city": "P", "degrees": 3}), concludes({"city": "P", "degrees": 4})
    )
    reply = described(scripted, [Weather().get_weather], returns=Report)
    assert reply.value == Report("P", 4)
    assert "a multiple of 2" in scripted.bodies[1]["messages"][-1]["content"]


def test_raw_arguments_reach_the_tool_unchanged() -> None:
    @tool(raw_arguments=True)
    def echo(text: str) -> str:
        return text

    scripted = ScriptedModel(describes(("echo", '{"b": 1.50,   "a": [1]}')), concludes("Well."))
    assert described(scripted, [echo]).calls[0].result == '{"b": 1.50,   "a": [1]}'


def test_a_plan_is_made_and_nothing_runs() -> None:
    weather = Weather()
    scripted = ScriptedModel(
        describes(PARIS, ("fly", "{}"), ("get_weather", "{}")), concludes("Never.")
    )
    reply = run(scripted, [weather.get_weather], execute=False, mode="descriptive")
    assert weather.asked == []
    assert scripted.unused == 1
    assert [(call.name, call.status) for call in reply.calls] == [
        ("get_weather", "planned"), ("fly", "unknown"), ("get_weather", "invalid"),
    ]  # fmt: skip
    assert reply.calls[0].arguments == {"city": "Paris"}
    assert reply.value is None
    said = describes(PARIS, ("fly", "{}"), ("get_weather", "{}"))["content"]
    assert reply.text == said
    assert wire(reply.transcript)[-1] == {"role": "assistant", "content": said}


def test_a_plan_may_be_an_answer() -> None:
    reply = run(
        ScriptedModel(concludes("Sunny.")),
        [Weather().get_weather],
        execute=False,
        mode="descriptive",
    )
    assert (reply.text, reply.value, reply.calls) == ("Sunny.", "Sunny.", ())


def test_a_plan_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(OutputInvalid, match="not JSON") as caught:
        run(ScriptedModel(says("Hm.")), [Weather().get_weather], execute=False, mode="descriptive")
    assert wire(caught.value.transcript)[-1]["content"] == "Hm."
    with pytest.raises(OutputTruncated):
        run(
            ScriptedModel(cut(says("{"))),
            [Weather().get_weather],
            execute=False,
            mode="descriptive",
        )


@pytest.mark.parametrize(
    ("choice", "calls", "answer"),
    [
        (None, ["get_weather", "ping"], True),
        ("auto", ["get_weather", "ping"], True),
        ("required", ["get_weather", "ping"], False),
        (NAMED, ["get_weather"], False),
        ("none", [], True),
    ],
)
def test_tool_choice_is_kept_by_the_constraint_of_the_first_turn(
    choice: Any, calls: list[str], *, answer: bool
) -> None:
    def ping() -> str:
        return "pong"

    scripted = ScriptedModel(describes(PARIS), concludes("Sunny."))
    tools = [Weather().get_weather, ping]
    described(scripted, tools, options=Options(tool_choice=choice))
    first, second = (body["structured_outputs"]["json"] for body in scripted.bodies)
    assert first == ToolPrompt().build_constraint(
        [each for each in map(tool_of, tools) if each.name in calls],
        {"type": "string"} if answer else None,
    )
    free = ToolPrompt().build_constraint([tool_of(each) for each in tools])
    assert second == (first if choice == "none" else free)


def tool_of(function: Any) -> Any:
    from vllm_sdk._tools import as_tool

    return as_tool(function)


def test_parallel_tool_calls_may_be_switched_off() -> None:
    scripted = ScriptedModel(describes(PARIS), concludes("Sunny."))
    described(scripted, [Weather().get_weather], options=Options(parallel_tool_calls=False, seed=3))
    body = scripted.bodies[0]
    listed = body["structured_outputs"]["json"]["anyOf"][0]["properties"]["calls"]
    assert listed["maxItems"] == 1
    assert "up to 1 at once" in body["messages"][0]["content"]
    assert body["seed"] == 3


def test_the_words_are_the_callers() -> None:
    prompt = ToolPrompt(instructions="Use $tools", role="user", results="Got $results", max_calls=2)
    scripted = ScriptedModel(describes(PARIS), concludes("Sunny."))
    described(scripted, [Weather().get_weather], tool_prompt=prompt)
    (first,) = scripted.bodies[0]["messages"]
    assert first["content"].startswith("Use - get_weather: Tell the weather in a city.")
    assert scripted.bodies[1]["messages"][-1]["content"].startswith("Got {")


def test_calls_of_an_earlier_native_conversation_are_plain_turns() -> None:
    history = [
        user("Rome?"),
        assistant(tool_calls=[ToolCall("x", FunctionCall(*ROME))]),
        tool_result("x", "sunny"),
        assistant("Sunny."),
        user("Paris?"),
    ]
    scripted = ScriptedModel(concludes("Sunny too."))
    reply = described(scripted, [Weather().get_weather], messages=history)
    roles = [each["role"] for each in scripted.bodies[0]["messages"]]
    assert roles == ["system", "user", "assistant", "user", "assistant", "user"]
    assert wire(reply.transcript)[:5] == wire(history)


def test_completions_get_one_text() -> None:
    scripted = ScriptedModel(describes(PARIS), concludes("Sunny."))
    reply = run(
        scripted, [Weather().get_weather], endpoint="completions", messages=[user("Weather?")]
    )
    assert reply.text == "Sunny."
    assert scripted.paths == ["/v1/completions"] * 2
    first, second = scripted.bodies
    assert first["prompt"].endswith("\n\nUser: Weather?\n\nAssistant:")
    assert first["prompt"].startswith("You can call tools.")
    assert second["prompt"] == (
        first["prompt"]
        + f" {describes(PARIS)['content']}\n\n"
        + "User: Results of your calls, in their order:\n"
        + '{"tool": "get_weather", "result": "sunny in Paris"}\n\nAssistant:'
    )
    assert first["max_tokens"] == 1024
    assert "structured_outputs" in first


def test_completions_keep_the_callers_budget_and_refuse_what_chats_alone_take() -> None:
    scripted = ScriptedModel(concludes("Sunny."))
    run(scripted, [Weather().get_weather], endpoint="completions", options=Options(max_tokens=50))
    assert scripted.bodies[0]["max_tokens"] == 50
    with pytest.raises(RequestInvalid, match="chat_template"):
        run(
            ScriptedModel(),
            [Weather().get_weather],
            endpoint="completions",
            options=Options(chat_template="x"),
        )


PICTURE = image(b"\x89PNG\r\n\x1a\n")


def test_an_image_follows_the_results() -> None:
    @tool
    def draw() -> Any:
        return {"chart": PICTURE}

    scripted = ScriptedModel(describes(("draw", "{}")), concludes("A cat."))
    described(scripted, [draw])
    assert scripted.bodies[1]["messages"][-1]["content"] == [
        {
            "type": "text",
            "text": "Results of your calls, in their order:\n"
            '{"tool": "draw", "result": {"chart": "<image 1>"}}',
        },
        {"type": "text", "text": "Media of result 1 (draw):"},
        PICTURE.to_dict(),
    ]


def test_an_image_is_refused_by_the_completions_endpoint() -> None:
    @tool
    def draw() -> Any:
        return PICTURE

    scripted = ScriptedModel(says('{"calls": [{"tool": "draw", "arguments": {}}]}'))
    with pytest.raises(RequestInvalid, match="endpoint='completions' takes text alone") as caught:
        described(scripted, [draw], endpoint="completions")
    assert caught.value.transcript
