"""Descriptive mode: the words, the constraint, the reading of replies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

import attrs
import pytest
from jsonschema import Draft202012Validator

from vllm_sdk._structured import schema_of
from vllm_sdk._tools import ToolPrompt, tool
from vllm_sdk._tools.prompt import DescribedReply, write_calls
from vllm_sdk._tools.results import ToolMessage
from vllm_sdk.errors import OutputInvalid, RequestInvalid
from vllm_sdk.types import FunctionCall


@dataclass
class Node:
    name: str
    next: Node | None = None


@tool
def get_weather(city: str, unit: Literal["c", "f"] = "c") -> str:
    """Tell the weather in a city."""
    return city + unit


@tool
def walk(start: Node, end: Node) -> None: ...


PROMPT = ToolPrompt()
END = {"name": "end"}


def accepts(schema: dict[str, Any], value: Any) -> bool:
    Draft202012Validator.check_schema(schema)
    return bool(Draft202012Validator(schema).is_valid(value))


def calls(*named: tuple[str, Any]) -> dict[str, Any]:
    return {"calls": [{"tool": name, "arguments": arguments} for name, arguments in named]}


def test_the_instructions_list_the_tools_and_the_protocol() -> None:
    assert PROMPT.describe([get_weather, walk]) == (
        "You can call tools. These are the tools, each with the JSON Schema of its arguments:\n\n"
        "- get_weather: Tell the weather in a city.\n"
        f"  arguments: {json.dumps(get_weather.parameters)}\n"
        "- walk: (no description)\n"
        f"  arguments: {json.dumps(walk.parameters)}\n\n"
        "Reply with one JSON object and nothing else. To call tools, up to 8 at once:\n"
        '{"calls": [{"tool": "name", "arguments": {}}]}\n'
        "You are then told the results, in the order of the calls. When you know enough, "
        'reply with:\n{"answer": "…"}'
    )


def test_an_answer_that_is_no_text_is_described_by_its_schema() -> None:
    said = PROMPT.describe([get_weather], {"type": "integer"}, most=1)
    assert said.endswith('{"answer": …}, where … is JSON of this schema: {"type": "integer"}')
    assert "up to 1 at once" in said


def test_the_words_can_be_replaced() -> None:
    prompt = ToolPrompt(
        instructions="$tools -- costs $$1, $answer",
        tool="$name!",
        results="Ran:\n$results",
        correction="Wrong: $error",
    )
    assert (
        prompt.describe([get_weather, walk]) == 'get_weather!\nwalk! -- costs $1, {"answer": "…"}'
    )
    assert prompt.write_correction("no JSON") == "Wrong: no JSON"
    assert prompt.write_results([]) == "Ran:\n"


def test_a_description_with_a_dollar_is_no_template() -> None:
    made = attrs.evolve(get_weather, description="Costs $5 or $tools.")
    assert "Costs $5 or $tools." in PROMPT.describe([made])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ({"instructions": "Call."}, r"instructions lacks \$tools"),
        ({"tool": "$schema"}, r"tool lacks \$name"),
        ({"results": "$result"}, r"results lacks \$results"),
        ({"results": "$results $more"}, r"results names \$more; it has \$results"),
        ({"correction": "$error costs $5"}, r"correction: a \$ stands for itself only as \$\$"),
    ],
)
def test_a_template_that_cannot_work_is_refused(words: dict[str, str], why: str) -> None:
    with pytest.raises(RequestInvalid, match=why):
        ToolPrompt(**words)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", [{"role": "assistant"}, {"max_calls": 0}])
def test_a_setting_that_cannot_work_is_refused(words: dict[str, Any]) -> None:
    with pytest.raises(RequestInvalid, match=next(iter(words))):
        ToolPrompt(**words)


@pytest.mark.parametrize(
    ("reply", "allowed"),
    [
        (calls(("get_weather", {"city": "Rome"})), True),
        (calls(("get_weather", {"city": "a"}), ("get_weather", {"city": "b", "unit": "f"})), True),
        (calls(("walk", {"start": {"name": "a", "next": END}, "end": END})), True),
        ({"answer": "18 degrees"}, True),
        (calls(), False),
        (calls(*[("get_weather", {"city": "Rome"})] * 9), False),
        (calls(("book_flight", {"city": "Rome"})), False),
        (calls(("get_weather", {"town": "Rome"})), False),
        (calls(("walk", {"start": {"name": "a", "next": {"nome": "b"}}, "end": END})), False),
        ({"answer": 18}, False),
        ({"answer": "", **calls(("get_weather", {"city": "Rome"}))}, False),
        ("18 degrees", False),
    ],
)  # fmt: skip
def test_the_constraint_allows_calls_of_known_tools_and_an_answer(
    reply: Any, *, allowed: bool
) -> None:
    assert accepts(PROMPT.build_constraint([get_weather, walk]), reply) is allowed


def test_the_constraint_may_demand_a_call_or_an_answer() -> None:
    call, answer = calls(("get_weather", {"city": "Rome"})), {"answer": "yes"}
    required = PROMPT.build_constraint([get_weather], None)
    assert accepts(required, call)
    assert not accepts(required, answer)
    final = PROMPT.build_constraint([])
    assert accepts(final, answer)
    assert not accepts(final, call)


def test_one_call_at_a_time_where_that_is_asked_for() -> None:
    two = calls(*[("get_weather", {"city": "Rome"})] * 2)
    assert not accepts(PROMPT.build_constraint([get_weather], most=1), two)
    assert not accepts(ToolPrompt(max_calls=1).build_constraint([get_weather]), two)


def test_definitions_of_tools_and_of_the_answer_do_not_clash() -> None:
    other = tool(
        lambda start: start,
        name="walk2",
        schema={
            "type": "object",
            "properties": {"start": {"$ref": "#/definitions/Node"}},
            "definitions": {"Node": {"type": "integer"}},
            "required": ["start"],
        },
    )
    constraint = PROMPT.build_constraint([walk, other], schema_of(Node))
    assert accepts(constraint, {"answer": {"name": "a", "next": {"name": "b", "next": None}}})
    assert accepts(constraint, calls(("walk2", {"start": 3})))
    assert not accepts(constraint, calls(("walk2", {"start": {"name": "a"}})))
    assert not accepts(constraint, {"answer": 3})


def test_a_schema_that_holds_itself_still_does() -> None:
    tree: dict[str, Any] = {
        "type": "object",
        "properties": {
            "value": {"enum": [{"$ref": "#"}, 1]},
            "left": {"$ref": "#"},
            "$ref": {"anyOf": [{"type": "null"}, {"$ref": "#"}]},
        },
        "required": ["value"],
        "additionalProperties": False,
    }
    grow = tool(lambda **parts: parts, name="grow", schema=tree)
    before = json.dumps(grow.parameters)
    constraint = PROMPT.build_constraint([grow])
    assert accepts(constraint, calls(("grow", {"value": 1, "left": {"value": {"$ref": "#"}}})))
    assert accepts(constraint, calls(("grow", {"value": 1, "$ref": {"value": 1}})))
    assert not accepts(constraint, calls(("grow", {"value": 1, "left": {"leaf": 1}})))
    assert json.dumps(grow.parameters) == before


def test_names_of_definitions_stay_apart_even_where_they_look_alike() -> None:
    def made(name: str, defined: str) -> Any:
        schema = {
            "type": "object",
            "properties": {"a": {"$ref": f"#/$defs/{defined}"}},
            "$defs": {defined: {"const": f"{name} {defined}"}},
        }
        return tool(lambda a: a, name=name, schema=schema)

    constraint = PROMPT.build_constraint([made("x_y", "z"), made("x", "y_z")])
    assert accepts(constraint, calls(("x_y", {"a": "x_y z"}), ("x", {"a": "x y_z"})))
    assert not accepts(constraint, calls(("x_y", {"a": "x y_z"})))


def test_calls_are_read_with_their_arguments_as_they_were_written() -> None:
    text = '{"calls": [{"tool": "a", "arguments": {"x":  1.50}}, {"arguments": {}, "tool": "b"}]}'
    assert PROMPT.read(text) == DescribedReply(
        (FunctionCall("a", '{"x":  1.50}'), FunctionCall("b", "{}"))
    )


def test_an_answer_is_read_as_it_was_written() -> None:
    assert PROMPT.read('{"answer":  "a\\n"}') == DescribedReply(answer='"a\\n"')
    assert PROMPT.read('{"answer": [1.50]}') == DescribedReply(answer="[1.50]")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", "$"),
        ("It is sunny.", "$"),
        ('{"answer": "a"', "$"),
        ('Here: {"answer": "a"}', "$"),
        ("[]", "$"),
        ("{}", "$"),
        ('{"calls": []}', "$.calls"),
        ('{"calls": {}}', "$.calls"),
        ('{"calls": [{"tool": "a"}]}', "$.calls[0]"),
        ('{"calls": [{"tool": 1, "arguments": {}}]}', "$.calls[0].tool"),
        ('{"calls": [{"tool": "a", "arguments": {}, "id": 1}]}', "$.calls[0]"),
        ('{"answer": "a", "calls": []}', "$"),
        ('{"answer": "a", "answer": "b"}', "$"),
    ],
)
def test_what_is_not_of_the_protocol_is_not_guessed_at(text: str, path: str) -> None:
    with pytest.raises(OutputInvalid) as caught:
        PROMPT.read(text)
    assert (caught.value.path, caught.value.text) == (path, text)


def test_results_are_told_in_the_order_of_the_calls() -> None:
    told = [
        ("get_weather", ToolMessage('18 "degrees"'), False),
        ("walk", ToolMessage('{"far": true}', is_json=True), False),
        ("fly", ToolMessage("Error: no wings"), True),
    ]
    assert PROMPT.write_results(told) == (
        "Results of your calls, in their order:\n"
        '{"tool": "get_weather", "result": "18 \\"degrees\\""}\n'
        '{"tool": "walk", "result": {"far": true}}\n'
        '{"tool": "fly", "error": "Error: no wings"}'
    )


def test_a_correction_repeats_the_protocol() -> None:
    assert PROMPT.write_correction("That is no JSON.") == (
        "That is no JSON.\nReply with one JSON object, "
        '{"calls": [{"tool": "name", "arguments": {}}]} or {"answer": "…"}'
    )


def test_calls_are_written_as_they_are_read() -> None:
    written = write_calls([("a", '{"x": 1.50}'), ('"', "{}")])
    assert PROMPT.read(written).calls == (FunctionCall("a", '{"x": 1.50}'), FunctionCall('"', "{}"))
