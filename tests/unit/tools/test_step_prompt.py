"""The words of descriptive mode in steps."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vllm_sdk import VLLM, StepPrompt, ToolPrompt, image, tool
from vllm_sdk._tools.results import ToolMessage, write_result
from vllm_sdk._tools.step_prompt import name_none
from vllm_sdk._tools.transcripts import add_instructions
from vllm_sdk.errors import RequestInvalid

PIXEL = bytes.fromhex("89504e470d0a1a0a")


@tool
def get_weather(
    city: Annotated[str, "The city's name"], unit: Literal["C", "F"] = "C", days: int = 1
) -> str:
    """Tell the weather
    in a city.

    More than that.
    """
    return f"{city} {unit} {days}"


@tool
def none() -> str:
    return "nothing"


def bare(**schema: Any) -> Any:
    return tool(lambda arguments: arguments, name="look_up_it", schema=schema, raw_arguments=True)


def test_the_choice_lists_names_parameters_and_the_first_paragraph() -> None:
    assert StepPrompt().describe([get_weather]) == (
        "These are the tools:\n"
        "- get_weather(city, unit, days): Tell the weather in a city.\n\n"
        "Write the name of the tool that the user's message needs, or none if it needs none."
    )


def test_a_tool_without_a_description_is_described_by_its_name() -> None:
    prompt = StepPrompt(choice="$tools")
    assert prompt.describe([bare(type="object")]) == "- look_up_it(): Look up it."


def test_the_word_for_no_tool_is_not_the_name_of_a_tool() -> None:
    assert name_none([get_weather]) == "none"
    assert name_none([get_weather, none]) == "none_"
    assert "or none_ if" in StepPrompt().describe([none])


def test_the_arguments_are_listed_with_their_values() -> None:
    assert StepPrompt().describe_arguments(get_weather) == (
        "Tell the weather in a city.\n"
        "Write the arguments of get_weather from the user's message as JSON:\n"
        '- city: The city\'s name\n- unit: default: "C" (C, F)\n- days: default: 1'
    )
    schema = {"type": "object", "properties": {"a": True, "b": {"enum": [1, 2]}, "c": {}}}
    described = StepPrompt(arguments="$name\n$parameters\n$schema").describe_arguments(
        bare(**schema)
    )
    assert described.splitlines()[:4] == ["look_up_it", "- a", "- b: (1, 2)", "- c"]
    assert '"enum": [1, 2]' in described


def test_examples_take_turns_and_leave_nothing_out() -> None:
    turns = StepPrompt(examples=("Hi!", "Bye!")).build_examples([get_weather])
    assert [(turn["role"], turn["content"]) for turn in turns] == [
        ("user", "Tell the weather in a city."),
        ("assistant", "get_weather"),
        ("user", "Hi!"),
        ("assistant", "none"),
        ("user", "Bye!"),
        ("assistant", "none"),
    ]
    assert StepPrompt(examples=()).build_examples([get_weather]) == []


def test_a_message_that_needs_a_tool_stands_in_for_the_description() -> None:
    prompt = StepPrompt(examples=("Hi!", ("Do I need a coat?", "get_weather")))
    assert [turn["content"] for turn in prompt.build_examples([get_weather, none])] == [
        "Do I need a coat?",
        "get_weather",
        "Hi!",
        "none_",
        "None.",
        "none",
    ]


@pytest.mark.parametrize(
    "examples",
    ["Hello!", ("",), (("Rain?",),), (("Rain?", ""),), (("Rain?", "a", "b"),), (7,), None],
)
def test_what_is_not_an_example(examples: Any) -> None:
    with pytest.raises(RequestInvalid, match="examples"):
        StepPrompt(examples=examples)


def test_an_example_of_another_tool_is_refused_before_a_request() -> None:
    prompt = StepPrompt(examples=(("Rain?", "weather"),))
    with VLLM("http://127.0.0.1:9") as client, pytest.raises(RequestInvalid, match="'weather'"):
        client.generate_with_tools("Rain?", [get_weather], tool_prompt=prompt)


some_text = st.text(min_size=1).filter(str.strip)
names = st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True) | st.just("answer")


@given(st.dictionaries(names, some_text, min_size=1, max_size=4), st.lists(some_text, max_size=4))
def test_examples_alternate_for_every_set_of_tools(
    described: dict[str, str], texts: list[str]
) -> None:
    def act() -> None: ...

    tools = [tool(act, name=name, description=text) for name, text in described.items()]
    turns = StepPrompt(examples=tuple(texts)).build_examples(tools)
    assert [turn["role"] for turn in turns] == ["user", "assistant"] * (len(turns) // 2)
    assert all(turn["content"] for turn in turns)
    if texts:
        answers = [turn["content"] for turn in turns[1::2]]
        assert sorted(answers) == sorted(
            [each.name for each in tools] + [name_none(tools)] * len(texts)
        )


def test_calls_and_results_are_plain_text() -> None:
    prompt = StepPrompt()
    told: list[tuple[str, ToolMessage, bool]] = [
        ("look", write_result([image(PIXEL)], 100), False),
        ("find", write_result({"a": 1}, 100), False),
        ("fail", write_result("Error: no", 100), True),
    ]
    assert prompt.write_calls([("a", "{}"), ("b", '{"c": 1}')]) == 'a {}\nb {"c": 1}'
    assert prompt.write_results(told) == ToolPrompt().write_results(told)
    assert prompt.list_media(told) == ToolPrompt().list_media(told) != []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"choice": "no"}, r"choice lacks \$tools"),
        ({"arguments": "$parameters"}, r"arguments lacks \$name"),
        ({"results": "$more $results"}, r"results names \$more"),
        ({"media": "$name"}, r"media lacks \$number"),
        ({"role": "tool"}, "role='tool'"),
    ],
)
def test_a_template_has_its_names(settings: Any, message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        StepPrompt(**settings)


@pytest.mark.parametrize("system", [[], [{"role": "system", "content": "Be brief."}]])
@pytest.mark.parametrize("role", ["system", "user"])
def test_examples_stand_between_the_system_message_and_the_conversation(
    system: list[dict[str, Any]], role: str
) -> None:
    examples = StepPrompt(examples=("Hi!",)).build_examples([])
    asked = {"role": "user", "content": "Weather?"}
    turns = add_instructions([*system, asked], "Choose.", role, examples)
    assert turns[-1] == asked
    said = [turn["content"] for turn in turns[:-1]]
    if role == "system":
        joined = "Be brief.\n\nChoose." if system else "Choose."
        assert said == [joined, "Hi!", "none"]
    else:
        assert said == [*(each["content"] for each in system), "Choose.\n\nHi!", "none"]
