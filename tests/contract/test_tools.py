"""Tool loops on a real server: natively, and described where the server has no tool parser."""

from __future__ import annotations

import json
from typing import Any

import pytest

from clients import Connect
from scripted_tools import ASK, DESCRIBED, SKIES, get_weather, lenient
from vllm_sdk import (
    CallEvent,
    ResultEvent,
    TextEvent,
    TurnEvent,
    tool,
    user,
)
from vllm_sdk.errors import (
    ToolLoopExhausted,
)
from vllm_sdk.testing import Server
from vllm_sdk.testing.scripted_content import UMBRELLA

pytestmark = pytest.mark.contract


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
