from typing import Any

import pytest

from vllm_sdk._messages import (
    Conversation,
    assistant,
    convert_messages,
    image,
    system,
    tool_result,
    user,
)
from vllm_sdk.errors import RequestInvalid

PNG = b"\x89PNG\r\n\x1a\n"


def test_messages_and_dicts_mix_and_any_iterable_will_do() -> None:
    wire = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi"}]
    assert convert_messages([system("Be brief."), wire[1]]) == wire
    assert convert_messages((wire[0], user("Hi"))) == wire
    assert convert_messages(turn for turn in wire) == wire


def test_dicts_are_copied() -> None:
    message = {"role": "user", "content": "Hi"}
    assert convert_messages([message])[0] is not message


@pytest.mark.parametrize("messages", [[], (), iter([]), Conversation()])
def test_an_empty_conversation_is_refused(messages: Any) -> None:
    with pytest.raises(RequestInvalid, match="conversation is empty"):
        convert_messages(messages)


@pytest.mark.parametrize(
    ("messages", "name"),
    [
        ("Hi", "str"),
        (b"Hi", "bytes"),
        (user("Hi"), "Message"),
        ({"role": "user"}, "dict"),
        (7, "int"),
        (None, "NoneType"),
    ],
)
def test_a_single_turn_is_refused_with_advice(messages: Any, name: str) -> None:
    with pytest.raises(TypeError, match=rf"list of turns, not one {name}: .*generate"):
        convert_messages(messages)


def test_what_is_no_message_is_refused_by_place() -> None:
    with pytest.raises(TypeError, match=r"messages\[1\] is a str"):
        convert_messages([user("Hi"), "Hello"])  # type: ignore[list-item]


def test_a_conversation_grows_and_stays() -> None:
    start = Conversation([system("Be brief.")])
    asked = start.user("What is this?", image(PNG), name="Ann")
    answered = asked.add(assistant("A cat."), user("Sure?"))
    called = start.tool_result("call-1", "18", name="get_weather")
    assert len(start) == 1
    assert list(asked) == [*start, user("What is this?", image(PNG), name="Ann")]
    assert answered[-1] == user("Sure?")
    assert called.messages[1] == tool_result("call-1", "18", name="get_weather")


def test_branches_share_their_beginning() -> None:
    start = Conversation([system("Be brief.")])
    left, right = start.user("Left"), start.user("Right")
    assert left[:1] == right[:1] == start
    assert left != right
    assert {left, right, start.user("Left")} == {left, right}


def test_a_conversation_is_sent_as_a_list_is() -> None:
    talk = Conversation([system("Be brief.")]).user("Hi")
    assert convert_messages(talk) == convert_messages(list(talk))
    assert user("Hi") in talk


def test_a_conversation_shows_its_turns() -> None:
    assert repr(Conversation([user("Hi")])) == f"Conversation([{user('Hi')!r}])"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Conversation(user("Hi")), r"Conversation\(\[user"),
        (lambda: Conversation([{"role": "user", "content": "Hi"}]), "turn 0 is a dict"),
        (lambda: Conversation("Hi"), "turn 0 is a str"),
        (lambda: Conversation([user("Hi")]).add("Hi"), "turn 1 is a str"),
    ],
)
def test_a_conversation_holds_messages_alone(make: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        make()
