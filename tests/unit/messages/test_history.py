import json
from typing import Any

import pytest
from openai.types.chat import ChatCompletion, ChatCompletionMessage

from vllm_sdk._messages import (
    Conversation,
    EmbedsPart,
    Message,
    assistant,
    audio,
    convert_messages,
    image,
    system,
    tool_result,
    user,
    video,
)
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import FunctionCall, ToolCall
from wire import chat_body, chat_choice

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


# History as JSON.

CALL = ToolCall("call-1", FunctionCall("get_weather", '{"city": "Paris"}'))
WRITTEN_BY_VERSION_1 = (
    '{"version":1,"messages":['
    '{"role":"system","content":"Be brief."},'
    '{"role":"user","content":[{"type":"text","text":"What is this? \u00e9"},'
    '{"type":"image_url","image_url":{"url":"https://example.com/a.png"},"uuid":"a"},'
    '{"type":"audio_url","audio_url":null,"uuid":"b"},'
    '{"type":"video_url","video_url":{"url":"data:video/mp4;base64,AAAA"}},'
    '{"type":"image_embeds","image_embeds":"AAAA","uuid":"c"},'
    '{"type":"prompt_embeds","data":"AAAA"}],"name":"Ada"},'
    '{"role":"assistant","content":null,"reasoning":"I look it up.","tool_calls":['
    '{"id":"call-1","type":"function","function":'
    '{"name":"get_weather","arguments":"{\\"city\\": \\"Paris\\"}"}}]},'
    '{"role":"tool","content":"18","tool_call_id":"call-1","name":"get_weather"},'
    '{"role":"assistant","content":"It is 18.","name":""}]}'
)
"""What the first version of the form is; later versions of the package have to read it."""
CONVERSATION = Conversation([
    system("Be brief."),
    user(
        "What is this? é",
        image("https://example.com/a.png", uuid="a"),
        audio(uuid="b"),
        video("data:video/mp4;base64,AAAA"),
        EmbedsPart("image", "AAAA", "c"),
        EmbedsPart("prompt", "AAAA"),
        name="Ada",
    ),
    assistant(reasoning="I look it up.", tool_calls=[CALL]),
    tool_result("call-1", "18", name="get_weather"),
    assistant("It is 18.", name=""),
])  # fmt: skip


def test_the_form_of_a_history_is_stable() -> None:
    assert CONVERSATION.to_json() == WRITTEN_BY_VERSION_1
    assert Conversation.from_json(WRITTEN_BY_VERSION_1) == CONVERSATION
    assert Conversation.from_json(WRITTEN_BY_VERSION_1.encode()) == CONVERSATION
    assert Conversation.from_json(Conversation().to_json()) == Conversation()


def test_a_plain_list_of_messages_is_a_history_too() -> None:
    written = json.dumps(convert_messages(CONVERSATION))
    assert Conversation.from_json(written) == CONVERSATION
    others = [
        {"role": "developer", "content": "Be brief."},
        {"role": "user", "content": ["Hi", {"type": "image_url", "image_url": "https://e.org/a"}]},
        {"role": "assistant", "content": "Hm", "reasoning_content": "why?", "refusal": None},
        {"role": "user", "content": [{"image_url": {"url": "https://e.org/a", "detail": "auto"}}]},
    ]
    assert Conversation.from_json(json.dumps(others)) == Conversation([
        Message("developer", "Be brief."),
        user("Hi", image("https://e.org/a")),
        assistant("Hm", reasoning="why?"),
        user(image("https://e.org/a")),
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not the JSON of a conversation"),
        ("Hi", "not the JSON of a conversation"),
        (b"\xff", "not the JSON of a conversation"),
        ("[" * 100_000, "not the JSON of a conversation"),
        ("5", r"output of to_json, or an array"),
        ("{}", r"output of to_json, or an array"),
        ('{"version": 1}', "output of to_json"),
        ('{"version": 1, "messages": {}}', "output of to_json"),
        ('{"version": true, "messages": []}', "output of to_json"),
        ('{"messages": []}', "output of to_json"),
        ('{"version": 2, "messages": []}', r"later version of vllm_sdk.*version 2.*reads 1"),
        ("[7]", r"messages\[0\] is not an object, but a int"),
        ('[{"role": "usr", "content": "Hi"}]', r"messages\[0\]: The role 'usr' has no meaning"),
        ('[{"role": "user", "content": "Hi", "task": "x"}]', "A Message has no 'task': pass the"),
        ('[{"role": "tool", "content": "x"}]', "needs the tool_call_id"),
    ],
)  # fmt: skip
def test_text_that_is_no_history_is_refused(text: Any, message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        Conversation.from_json(text)


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"type": "thinking", "thinking": "x"}, r"content\[0\]: no part of a Message has the type"),
        ({"type": "text", "text": "x", "cache_control": {}}, "no part of a Message"),
        ({"type": "image_embeds", "image_embeds": {"a": "b"}}, "no part of a Message"),
        ({"type": "image_url", "image_url": {"url": "/etc/passwd"}}, "not a URL that vLLM fetches"),
        ({"type": "image_url", "image_url": None, "uuid": ""}, "uuid"),
    ],
)
def test_a_part_that_no_message_has_is_refused(part: Any, message: str) -> None:
    with pytest.raises(RequestInvalid, match=message):
        Conversation.from_json(json.dumps([{"role": "user", "content": [part]}]))


def test_the_json_of_a_history_is_text() -> None:
    wrong: Any = [{"role": "user", "content": "Hi"}]
    with pytest.raises(TypeError, match="is a str, not list"):
        Conversation.from_json(wrong)


# Objects of the package openai.

COMPLETION = ChatCompletion.model_validate(
    chat_body(
        choices=[
            chat_choice(
                None,
                tool_calls=[
                    {"id": "1", "type": "function", "function": {"name": "look", "arguments": "{}"}}
                ],
                reasoning="I look it up.",
                annotations=[],
                function_call=None,
            )
        ]
    )
)


def test_messages_of_openai_are_messages() -> None:
    said = COMPLETION.choices[0].message
    wire = assistant(
        reasoning="I look it up.", tool_calls=[ToolCall("1", FunctionCall("look", "{}"))]
    ).to_dict()
    assert convert_messages([user("Hi"), said])[1] == wire
    part: Any = {"role": "assistant", "content": None, "tool_calls": said.tool_calls}
    assert convert_messages([part])[0]["tool_calls"] == wire["tool_calls"]


def test_a_refusal_of_openai_is_refused_with_advice() -> None:
    said = ChatCompletionMessage(role="assistant", content=None, refusal="I can't.")
    with pytest.raises(RequestInvalid, match=r"vLLM reads no 'refusal'.*into content"):
        convert_messages([said])


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        (COMPLETION, r"messages\[0\] is a ChatCompletion: pass its \.choices\[0\]\.message"),
        (COMPLETION.choices[0], r"messages\[0\] is a Choice: pass its \.message"),
    ],
)
def test_what_holds_a_message_is_refused_with_advice(wrong: Any, advice: str) -> None:
    with pytest.raises(TypeError, match=advice):
        convert_messages([wrong])


def test_one_message_of_openai_is_no_list() -> None:
    wrong: Any = COMPLETION.choices[0].message
    with pytest.raises(TypeError, match="list of turns, not one ChatCompletionMessage"):
        convert_messages(wrong)
