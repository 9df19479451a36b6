import pickle
from typing import Any

import attrs
import pytest

from vllm_sdk._messages import Message, TextPart, assistant, image, system, tool_result, user
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import FunctionCall, ToolCall

CALL = ToolCall("call-1", FunctionCall("get_weather", '{"city": "Paris"}'))
PNG = b"\x89PNG\r\n\x1a\n"


def test_a_single_text_stays_text() -> None:
    assert system("Be brief.").to_dict() == {"role": "system", "content": "Be brief."}
    assert user("Hello", name="Ann").to_dict() == {
        "role": "user",
        "content": "Hello",
        "name": "Ann",
    }


def test_text_and_parts_become_parts_in_their_order() -> None:
    content = user("What is this?", image(PNG), "And why?").to_dict()["content"]
    assert [part["type"] for part in content] == ["text", "image_url", "text"]


def test_content_may_be_a_part_or_a_list() -> None:
    assert Message("user", TextPart("Hi")).content == (TextPart("Hi"),)
    assert Message("user", ["Hi", image(PNG)]).content == (TextPart("Hi"), image(PNG))
    assert user(image(PNG)).content == (image(PNG),)


def test_an_assistant_s_turn_goes_back_with_reasoning_and_calls() -> None:
    turn = assistant(reasoning="Ask the tool.", tool_calls=[CALL], name="Bot")
    assert turn.to_dict() == {
        "role": "assistant",
        "content": None,
        "reasoning": "Ask the tool.",
        "tool_calls": [
            {
                "id": "call-1",
                "type": "function",
                "function": {"name": "get_weather", "arguments": '{"city": "Paris"}'},
            }
        ],
        "name": "Bot",
    }


def test_a_tool_s_answer_is_paired_by_id_and_may_be_empty_or_hold_parts() -> None:
    assert tool_result("call-1", "", name="get_weather").to_dict() == {
        "role": "tool",
        "content": "",
        "tool_call_id": "call-1",
        "name": "get_weather",
    }
    assert (
        tool_result("call-1", "A map:", image(PNG)).to_dict()["content"][1]["type"] == "image_url"
    )


def test_an_empty_system_message_is_sent_since_it_replaces_the_template_s_own() -> None:
    assert system("").to_dict() == {"role": "system", "content": ""}


def test_an_assistant_that_said_nothing_can_be_part_of_a_history() -> None:
    assert Message("assistant").to_dict() == {"role": "assistant", "content": None}
    assert assistant("").content == ""


def test_messages_are_values() -> None:
    turn = user("Hello", image(PNG))
    assert turn == user("Hello", image(PNG))
    assert hash(turn) == hash(user("Hello", image(PNG)))
    assert pickle.loads(pickle.dumps(turn)) == turn  # noqa: S301
    with pytest.raises(RequestInvalid, match="no meaning"):
        attrs.evolve(turn, role="narrator")


def test_an_enormous_prompt_is_fine() -> None:
    assert user("x" * 20_000_000).content


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (user, "user message has no content"),
        (lambda: user(""), "nothing to answer"),
        (lambda: user("", ""), "nothing to answer"),
        (lambda: Message("user"), "no content"),
        (lambda: Message("system"), "no content"),
        (lambda: Message("tool", tool_call_id="1"), "no content"),
        (lambda: Message("developer", []), "no content"),
        (lambda: Message("narrator", "Once"), r"'narrator' has no meaning.*system, developer"),  # type: ignore[arg-type]
        (lambda: Message("User", "Hi"), "no meaning"),  # type: ignore[arg-type]
        (lambda: Message("user", "Hi", reasoning="Hm"), "ignores reasoning in a user message"),
        (lambda: Message("user", "Hi", tool_calls=(CALL,)), "ignores tool_calls"),
        (lambda: Message("user", "Hi", tool_call_id="1"), "belongs to the role 'tool'"),
        (lambda: Message("assistant", "Hi", tool_call_id="1"), "ignores tool_call_id"),
        (lambda: tool_result("", "18"), "needs the tool_call_id"),
        (lambda: tool_result("call-1"), "no content"),
        (assistant, "says nothing"),
        (
            lambda: user("half \ud83d"),
            r"user message holds the lone surrogate U\+D83D at position 5",
        ),
        (lambda: user("Hi", "half \ud83d"), "text of a part holds the lone surrogate"),
        (lambda: assistant("Hi", reasoning="\udc80"), "reasoning holds"),
        (lambda: user("Hi", name="\udc80"), "name holds"),
        (lambda: tool_result("\udc80", "18"), "tool_call_id holds"),
    ],
)
def test_what_vllm_would_refuse_or_misread_is_refused(make: Any, message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        make()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: system(None), r"system\(…\) takes text, not NoneType"),
        (lambda: assistant(7), r"assistant\(…\) takes text"),
        (lambda: user(7), "each an argument of its own.*not int"),
        (lambda: user(["Hi", image(PNG)]), "each an argument of its own.*not list"),
        (lambda: user({"type": "text", "text": "Hi"}), "not dict"),
        (lambda: Message("user", b"Hi"), "content is text, a part or a list of them, not bytes"),
        (lambda: Message("user", "Hi", name=7), "name is a string, not int"),
        (lambda: assistant("Hi", reasoning=7), "reasoning is a string"),
        (lambda: assistant(tool_calls=[{"id": "1"}]), "ToolCall values, not dict"),
        (lambda: tool_result(CALL, "18"), "pass call.id"),
        (lambda: tool_result(7, "18"), "tool_call_id is a string"),
        (
            lambda: assistant(tool_calls=[ToolCall("1", FunctionCall("f", {}))]),
            r"arguments of a tool call \(JSON text\) is a string, not dict",
        ),
    ],
)
def test_wrong_types_are_refused(make: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        make()
