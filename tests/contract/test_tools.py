"""Tool loops on a real server: natively, and described where the server has no tool parser."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest

from clients import Connect
from vllm_sdk import (
    CallEvent,
    ResultEvent,
    TextEvent,
    ToolPrompt,
    TurnEvent,
    tool,
    user,
)
from vllm_sdk.errors import (
    ToolLoopExhausted,
    ToolParserDisabled,
)
from vllm_sdk.testing import Server, model
from vllm_sdk.testing.scripted_content import UMBRELLA

pytestmark = pytest.mark.contract

SKIES = {
    "Paris": {"city": "Paris", "temperature": 18, "sky": "sunny"},
    "London": {"city": "London", "temperature": 12, "sky": "rainy"},
    "Rome": {"city": "Rome", "temperature": 25, "sky": "clear"},
}
ASK: dict[str, Any] = {"temperature": 0.0, "max_tokens": 200}

DESCRIBED = ASK | {"tool_prompt": ToolPrompt()}
"""The protocol that the scripted model was trained on."""


@tool
def get_weather(city: str) -> dict[str, Any]:
    """Tell the weather in a city.

    Args:
        city: The city's name.
    """
    if city not in SKIES:
        raise ValueError("no such city")
    return SKIES[city]


# The server holds a strict tool's calls to its schema: mistakes can't be made.
lenient = tool(get_weather.function, strict=False)


@pytest.fixture
def client(connect: Connect, scripted: Server) -> Any:
    return connect(scripted.url, model=scripted.model)


@pytest.mark.parametrize("mode", ["auto", "native"])
def test_a_function_is_called_natively(client: Any, mode: Any) -> None:
    reply = client.generate_with_tools("What's the weather like?", [get_weather], mode=mode, **ASK)
    assert reply.text == "It is 18 degrees and sunny in Paris."
    assert (reply.mode, reply.turns) == ("native", 2)
    (call,) = reply.calls
    assert (call.name, call.arguments, call.result) == (
        "get_weather", {"city": "Paris"}, SKIES["Paris"],
    )  # fmt: skip


def test_two_calls_of_one_turn_are_paired_by_id(client: Any) -> None:
    question = "What is the weather in Paris and in London?"
    reply = client.generate_with_tools(question, [get_weather], **ASK)
    assert reply.text == (
        "It is 18 degrees and sunny in Paris, and 12 degrees and rainy in London."
    )
    assert [(call.turn, call.arguments["city"]) for call in reply.calls] == [
        (1, "Paris"), (1, "London"),
    ]  # fmt: skip
    _, asked, *results, _ = reply.transcript
    assert [call.id for call in asked.tool_calls] == [turn.tool_call_id for turn in results]
    assert len({call.id for call in asked.tool_calls}) == 2


def test_a_tool_that_raises_is_told_to_the_model(client: Any) -> None:
    reply = client.generate_with_tools("What is the weather in Atlantis?", [get_weather], **ASK)
    assert reply.text == "I could not find out the weather in Atlantis."
    assert reply.calls[0].error == "Error: no such city"
    assert isinstance(reply.calls[0].exception, ValueError)


def test_wrong_arguments_are_told_to_the_model_which_mends_them(client: Any) -> None:
    reply = client.generate_with_tools("What is the weather in Rome?", [lenient], **ASK)
    assert reply.text == "It is 25 degrees and clear in Rome."
    assert [call.status for call in reply.calls] == ["invalid", "done"]


def test_an_unknown_tool_is_told_to_the_model(client: Any) -> None:
    reply = client.generate_with_tools("Book a flight to Rome", [lenient], **ASK)
    assert reply.text == "I am sorry, I have no tool to book a flight."
    assert [(call.name, call.status) for call in reply.calls] == [("book_flight", "unknown")]


def test_rounds_that_run_out_keep_the_transcript(client: Any) -> None:
    question = "Watch the weather in Paris for ever"
    with pytest.raises(ToolLoopExhausted, match="after 2 turns") as caught:
        client.generate_with_tools(question, [get_weather], max_turns=2, **ASK)
    transcript = caught.value.transcript
    assert [turn.role for turn in transcript] == ["user", *["assistant", "tool"] * 2]
    reply = client.chat([*transcript], tools=[get_weather], **ASK)
    assert reply.tool_calls[0].name == "get_weather"


def test_a_model_that_repeats_itself_ends_the_loop(client: Any) -> None:
    question = "Watch the weather in Paris for ever"
    with pytest.raises(ToolLoopExhausted, match="repeats itself") as caught:
        client.generate_with_tools(question, [get_weather], **ASK)
    transcript = caught.value.transcript
    assert [turn.role for turn in transcript] == ["user", *["assistant", "tool"] * 3]
    reply = client.chat([*transcript], tools=[get_weather], **ASK)
    assert reply.tool_calls[0].name == "get_weather"


def test_a_chat_goes_on_with_the_transcript(client: Any) -> None:
    reply = client.generate_with_tools("What's the weather like?", [get_weather], **ASK)
    more = client.chat([*reply.transcript, user("What is the capital of Spain?")], **ASK)
    assert more.text == "The capital of Spain is Madrid."


def test_raw_arguments_reach_the_tool_unchanged(client: Any) -> None:
    given: list[str] = []

    def get_weather(arguments: str) -> dict[str, Any]:
        given.append(arguments)
        return SKIES["Paris"]

    raw_arguments = tool(
        get_weather,
        description="Tell the weather in a city.",
        schema={"type": "object", "properties": {"city": {"type": "string"}}},
        raw_arguments=True,
    )
    reply = client.generate_with_tools("What's the weather like?", [raw_arguments], **ASK)
    assert reply.text == "It is 18 degrees and sunny in Paris."
    assert [json.loads(text) for text in given] == [{"city": "Paris"}]


def test_a_stream_tells_what_happens(client: Any) -> None:
    question = "What's the weather like?"
    with client.stream_with_tools(question, [get_weather], **ASK) as stream:
        events = list(stream)
    kinds = [type(event) for event in events if not isinstance(event, TextEvent)]
    assert kinds == [TurnEvent, CallEvent, ResultEvent, TurnEvent]
    said = "".join(event.text for event in events if isinstance(event, TextEvent))
    assert said == stream.reply.text == "It is 18 degrees and sunny in Paris."


def test_tools_are_described_where_that_is_asked_for(client: Any) -> None:
    reply = client.generate_with_tools(UMBRELLA, [get_weather], mode="descriptive", **DESCRIBED)
    assert reply.text == "No. It is 18 degrees and sunny in Paris."
    assert (reply.mode, reply.calls[0].result) == ("descriptive", SKIES["Paris"])


@pytest.fixture(scope="module")
def without_parser(
    serve_model: Callable[..., AbstractContextManager[Server]],
) -> Iterator[Server]:
    """The scripted model on a server that was started without any flag for tools."""
    with serve_model(model("scripted")) as server:
        yield server


def test_without_a_parser_the_tools_are_described(
    connect: Connect, without_parser: Server, caplog: pytest.LogCaptureFixture
) -> None:
    client = connect(without_parser.url)
    with caplog.at_level(logging.INFO, "vllm_sdk"):
        for _ in range(2):
            reply = client.generate_with_tools(UMBRELLA, [get_weather], **DESCRIBED)
            assert reply.text == "No. It is 18 degrees and sunny in Paris."
            assert reply.calls[0].arguments == {"city": "Paris"}
    assert len([line for line in caplog.messages if "no tools natively" in line]) == 1
    with pytest.raises(ToolParserDisabled):
        client.generate_with_tools(UMBRELLA, [get_weather], mode="native", **ASK)


def test_a_described_answer_streams(connect: Connect, without_parser: Server) -> None:
    client = connect(without_parser.url)
    with client.stream_with_tools(UMBRELLA, [get_weather], **DESCRIBED) as stream:
        pieces = list(stream.text)
    assert "".join(pieces) == stream.reply.text == "No. It is 18 degrees and sunny in Paris."


def test_a_plan_is_described_without_running_it(connect: Connect, without_parser: Server) -> None:
    def forbidden(city: str) -> str:
        """Tell the weather in a city."""
        raise AssertionError(city)

    named = tool(forbidden, name="get_weather")
    reply = connect(without_parser.url).generate_with_tools(
        UMBRELLA, [named], execute=False, **DESCRIBED
    )
    assert [(call.name, call.arguments, call.status) for call in reply.calls] == [
        ("get_weather", {"city": "Paris"}, "planned")
    ]


def test_tools_go_with_raw_completions(connect: Connect, without_parser: Server) -> None:
    reply = connect(without_parser.url).generate_with_tools(
        UMBRELLA,
        [get_weather],
        endpoint="completions",
        execute=False,
        temperature=0.0,
        max_tokens=100,
        tool_choice="required",
        tool_prompt=ToolPrompt(),
    )
    assert {call.name for call in reply.calls} == {"get_weather"}
    assert all(isinstance(call.arguments, dict) for call in reply.calls)
