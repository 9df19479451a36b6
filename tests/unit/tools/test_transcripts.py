"""Conversations for a server, or a template, that knows no tools."""

from __future__ import annotations

from typing import Any

import pytest

from vllm_sdk._messages import assistant, file, image, system, tool_result, user
from vllm_sdk._tools import ToolPrompt
from vllm_sdk._tools.transcripts import flatten_transcript, render_text
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import FunctionCall, ToolCall

PROMPT = ToolPrompt()
TEXT = {"type": "text"}
CALL = ToolCall("one", FunctionCall("get_weather", '{"city": "Paris"}'))
OTHER = ToolCall("two", FunctionCall("ping", ""))


def turns(*messages: Any, instructions: str = "", role: str = "system") -> list[Any]:
    wire = flatten_transcript(messages, PROMPT, instructions, role)
    return [(each["role"], each["content"]) for each in wire]


def test_calls_and_results_become_turns_as_descriptive_mode_writes_them() -> None:
    found = turns(
        user("Weather?"),
        assistant(tool_calls=[CALL, OTHER]),
        tool_result("one", "sunny"),
        tool_result("two", "pong"),
        assistant("Sunny."),
    )
    assert found == [
        ("user", "Weather?"),
        (
            "assistant",
            (
                '{"calls": [{"tool": "get_weather", "arguments": {"city": "Paris"}}, '
                '{"tool": "ping", "arguments": {}}]}'
            ),
        ),
        (
            "user",
            (
                "Results of your calls, in their order:\n"
                '{"tool": "get_weather", "result": "sunny"}\n{"tool": "ping", "result": "pong"}'
            ),
        ),
        ("assistant", "Sunny."),
    ]
    assert all("tool_calls" not in each for each in flatten_transcript([user("a")], PROMPT, ""))


def test_words_beside_calls_are_kept() -> None:
    (_, said), *_ = turns(assistant("Let me look.", tool_calls=[OTHER]))
    assert said == 'Let me look.\n{"calls": [{"tool": "ping", "arguments": {}}]}'


def test_a_result_and_the_next_words_of_the_user_are_one_turn() -> None:
    found = turns(assistant(tool_calls=[OTHER]), tool_result("two", "pong"), user("And now?"))
    assert found[1:] == [
        (
            "user",
            (
                "Results of your calls, in their order:\n"
                '{"tool": "ping", "result": "pong"}\n\nAnd now?'
            ),
        )
    ]


def test_results_at_the_end_are_told_and_strangers_go_by_their_id() -> None:
    found = turns(user("a"), tool_result("nine", "pong"))
    assert found[-1][1].endswith('{"tool": "nine", "result": "pong"}')


def test_the_text_of_a_result_in_parts_is_told() -> None:
    message = {
        "role": "tool",
        "tool_call_id": "two",
        "content": [TEXT | {"text": each} for each in "ab"],
    }
    assert turns(message)[0][1].endswith('{"tool": "two", "result": "a\\nb"}')


def test_an_image_is_not_dropped_where_text_alone_can_be_told() -> None:
    picture = image(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(RequestInvalid, match="endpoint='completions'"):
        render_text(flatten_transcript([user("a", picture)], PROMPT, ""))


def test_parts_of_text_are_told_as_text() -> None:
    said = user("a", file(b"b"))
    assert render_text(flatten_transcript([said], PROMPT, "")) == "User: a\nb\n\nAssistant:"


def test_media_of_a_native_result_follow_the_results() -> None:
    picture = image(b"\x89PNG\r\n\x1a\n")
    untyped = {"image_url": {"url": "http://a/b.png"}}
    results = [
        tool_result("one", "plain"),
        tool_result("two", "a", picture),
        {"role": "tool", "tool_call_id": "three", "content": [untyped]},
    ]
    ((_, content),) = turns(*results)
    assert content == [
        TEXT
        | {
            "text": "Results of your calls, in their order:\n"
            '{"tool": "one", "result": "plain"}\n'
            '{"tool": "two", "result": "a\\n<image 1>"}\n'
            '{"tool": "three", "result": "<image 1>"}'
        },
        TEXT | {"text": "Media of result 2 (two):"},
        picture.to_dict(),
        TEXT | {"text": "Media of result 3 (three):"},
        untyped,
    ]
    ((_, joined),) = turns(*results, user("Which?"))
    assert joined == [*content, TEXT | {"text": "Which?"}]


def test_instructions_follow_the_developers_message_and_no_later_one() -> None:
    assert turns({"role": "developer", "content": "Brief."}, user("a"), instructions="TOOLS") == [
        ("developer", "Brief.\n\nTOOLS"),
        ("user", "a"),
    ]
    later = turns(user("a"), assistant("b"), system("French."), user("c"), instructions="TOOLS")
    assert [role for role, _ in later] == ["system", "user", "assistant", "system", "user"]
    assert later[3] == ("system", "French.")


def test_a_turn_of_the_assistant_without_any_words_stays() -> None:
    assert turns({"role": "assistant", "content": None, "reasoning": "hm"}) == [("assistant", None)]


def test_the_instructions_follow_the_system_message() -> None:
    assert turns(system("Be brief."), user("a"), instructions="TOOLS") == [
        ("system", "Be brief.\n\nTOOLS"),
        ("user", "a"),
    ]
    assert turns(system(""), instructions="TOOLS") == [("system", "TOOLS")]


def test_without_a_system_message_the_instructions_are_one() -> None:
    assert turns(user("a"), instructions="TOOLS") == [("system", "TOOLS"), ("user", "a")]


def test_for_templates_without_a_system_message_they_precede_the_users_words() -> None:
    found = turns(assistant("Hi"), user("a"), user("b"), instructions="TOOLS", role="user")
    assert found == [("assistant", "Hi"), ("user", "TOOLS\n\na"), ("user", "b")]


def test_without_a_users_turn_the_instructions_are_one() -> None:
    found = turns(assistant("Hi"), instructions="TOOLS", role="user")
    assert found == [("user", "TOOLS"), ("assistant", "Hi")]


def test_parts_stay_parts_under_instructions() -> None:
    picture = image(b"\x89PNG\r\n\x1a\n")
    ((_, content),) = turns(user("a", picture), instructions="TOOLS", role="user")
    assert [part["type"] for part in content] == ["text", "text", "image_url"]
    assert content[0]["text"] == "TOOLS"


def test_a_conversation_as_one_text_ends_where_the_model_goes_on() -> None:
    wire = flatten_transcript(
        [user("Weather?"), assistant("Sunny."), user("Sure?")], PROMPT, "TOOLS"
    )
    assert (
        render_text(wire)
        == "TOOLS\n\nUser: Weather?\n\nAssistant: Sunny.\n\nUser: Sure?\n\nAssistant:"
    )
