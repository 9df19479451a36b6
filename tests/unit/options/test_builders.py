"""Each builder is a word for the options that it sets."""

import enum
from typing import Any, Literal

import pytest

from vllm_sdk import options as o
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options import Options, StructuredOutputs, builders

SCHEMA = {"type": "object"}
TAG = {"type": "structural_tag", "format": {"type": "const_string", "value": "hi"}}

BUILT = {
    "temperature": (o.temperature(0.7), Options(temperature=0.7)),
    "greedy": (o.greedy(), Options(temperature=0.0)),
    "top_p": (o.top_p(0.9), Options(top_p=0.9)),
    "top_k": (o.top_k(40), Options(top_k=40)),
    "min_p": (o.min_p(0.05), Options(min_p=0.05)),
    "penalties": (
        o.penalties(presence=0.5, repetition=1.1),
        Options(presence_penalty=0.5, repetition_penalty=1.1),
    ),
    "seed": (o.seed(7), Options(seed=7)),
    "n": (o.n(3), Options(n=3)),
    "beam_search": (
        o.beam_search(width=3, length_penalty=0.5),
        Options(use_beam_search=True, n=3, length_penalty=0.5),
    ),
    "max_tokens": (o.max_tokens(9), Options(max_tokens=9)),
    "min_tokens": (o.min_tokens(2), Options(min_tokens=2)),
    "stop": (o.stop("END", "\n\n"), Options(stop=["END", "\n\n"])),
    "json": (o.json(SCHEMA), Options(structured_outputs=StructuredOutputs(json=SCHEMA))),
    "json_object": (o.json_object(), Options(structured_outputs={"json_object": True})),
    "regex": (o.regex("a+"), Options(structured_outputs={"regex": "a+"})),
    "choice": (o.choice(iter(["a", "b"])), Options(structured_outputs={"choice": ["a", "b"]})),
    "grammar": (o.grammar("root ::= []"), Options(structured_outputs={"grammar": "root ::= []"})),
    "structural_tag": (o.structural_tag(TAG), Options(structured_outputs={"structural_tag": TAG})),
    "response_format": (
        o.response_format({"type": "json_object"}),
        Options(response_format={"type": "json_object"}),
    ),
    "logprobs": (o.logprobs(5), Options(logprobs=5)),
    "thinking": (
        o.thinking(enabled=True, budget=64),
        Options(
            chat_template_kwargs={"enable_thinking": True, "thinking": True},
            thinking_token_budget=64,
        ),
    ),
    "reasoning_effort": (o.reasoning_effort("low"), Options(reasoning_effort="low")),
    "tool_choice": (o.tool_choice("auto"), Options(tool_choice="auto")),
    "call_tool": (
        o.call_tool("f"),
        Options(tool_choice={"type": "function", "function": {"name": "f"}}),
    ),
    "continue_final_message": (
        o.continue_final_message(),
        Options(continue_final_message=True, add_generation_prompt=False),
    ),
    "cache_salt": (o.cache_salt("salt"), Options(cache_salt="salt")),
    "priority": (o.priority(-1), Options(priority=-1)),
}


def test_every_builder_is_shown_here_and_exported() -> None:
    defined = {
        name
        for name, value in vars(builders).items()
        if getattr(value, "__module__", None) == builders.__name__
    }
    assert defined == BUILT.keys()
    assert defined <= set(o.__all__)


@pytest.mark.parametrize("word", sorted(BUILT))
def test_a_builder_sets_its_options(word: str) -> None:
    built, expected = BUILT[word]
    assert built == expected


def test_builders_join() -> None:
    joined = o.temperature(0.7) | o.top_p(0.9) | o.stop("END") | o.temperature(0.1)
    assert joined == Options(temperature=0.1, top_p=0.9, stop="END")


def test_thinking_keeps_other_template_variables() -> None:
    joined = Options(chat_template_kwargs={"tone": "dry"}) | o.thinking(enabled=False)
    assert joined.chat_template_kwargs == {
        "tone": "dry",
        "enable_thinking": False,
        "thinking": False,
    }


def test_a_choice_is_not_one_text() -> None:
    with pytest.raises(TypeError, match="choice takes a list of texts, not the str 'yes'"):
        o.choice("yes")


class Mood(enum.Enum):
    GOOD = "good"
    BAD = "bad"


@pytest.mark.parametrize("type", [Mood, Literal["good", "bad"]])
def test_a_choice_is_of_a_type_too(type: Any) -> None:
    assert o.choice(type) == o.choice(["good", "bad"])


@pytest.mark.parametrize("type", [int, list[str], Literal["", "a"], Literal[1, 2]])
def test_a_choice_of_another_type_is_refused(type: Any) -> None:
    with pytest.raises(RequestInvalid, match="choice takes texts, or a Literal or Enum of texts"):
        o.choice(type)


def test_json_takes_a_type_a_schema_or_its_text() -> None:
    schema = {"type": "array", "items": {"type": "integer"}}
    assert o.json(list[int]) == o.json(schema) == Options(structured_outputs={"json": schema})
    assert o.json('{"type": "array"}') == Options(structured_outputs={"json": '{"type": "array"}'})
    with pytest.raises(RequestInvalid, match="has no form in JSON"):
        o.json(print)
