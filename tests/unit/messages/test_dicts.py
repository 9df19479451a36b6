from types import MappingProxyType
from typing import Any

import pytest

from vllm_sdk._messages import convert_messages, image
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import FunctionCall, ToolCall

PNG = b"\x89PNG\r\n\x1a\n"
WIRE_CALL = {"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}


def user_of(*parts: Any) -> dict[str, Any]:
    return {"role": "user", "content": list(parts)}


def wire_of(message: Any) -> dict[str, Any]:
    return convert_messages([message])[0]


@pytest.mark.parametrize(
    "message",
    [
        {"role": "system", "content": "Be brief."},
        {"role": "system", "content": ""},
        {"role": "user", "content": "Grüße"},
        {"role": "user", "content": "Hi", "name": "Ann", "task": "query"},
        {"role": "developer", "content": "Hi", "tools": [{"type": "function"}]},
        {"role": "assistant", "content": None},
        {"role": "assistant", "content": ""},
        {"role": "assistant", "content": None, "tool_calls": [WIRE_CALL]},
        {"role": "assistant", "content": "Hi", "reasoning": "Hm"},
        {"role": "tool", "content": "", "tool_call_id": "1"},
        {"role": "tool", "content": "18", "tool_call_id": "1", "name": "f"},
        user_of({"type": "text", "text": "Hi", "cache_control": {"type": "ephemeral"}}),
        user_of({"type": "image_url", "image_url": {"url": "https://e.org/a.png"}}),
        user_of({"type": "image_url", "image_url": {"url": "https://e.org/a", "detail": "auto"}}),
        user_of({"type": "image_url", "image_url": "https://e.org/a.png"}),
        user_of({"image_url": "data:image/png;base64,AAAA"}),
        user_of({"type": "image_url", "image_url": None, "uuid": "a"}),
        user_of({"type": "input_image", "image_url": "https://e.org/a.png", "detail": "auto"}),
        user_of({"type": "audio_url", "audio_url": {"url": "https://e.org/a.mp3"}, "uuid": "a"}),
        user_of({"type": "video_url", "video_url": {"url": "https://e.org/a.mp4"}}),
        user_of({"type": "input_audio", "input_audio": {"data": "AAAA", "format": "wav"}}),
        user_of({"type": "input_audio", "input_audio": {"data": "", "format": "mp3"}, "uuid": "a"}),
        user_of({"type": "image_embeds", "image_embeds": "AAAA"}),
        user_of({"type": "image_embeds", "image_embeds": {"embeds": "AAAA", "grid": [1, 2]}}),
        user_of({"type": "audio_embeds", "audio_embeds": None, "uuid": "a"}),
        user_of({"type": "prompt_embeds", "data": "AAAA"}),
        {"role": "assistant", "content": [{"type": "thinking", "thinking": "Hm", "closed": True}]},
        {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]},
        {
            "role": "tool",
            "tool_call_id": "1",
            "content": [{"type": "tool_reference", "name": "get_weather"}],
        },
    ],
)
def test_what_vllm_reads_goes_as_it_is(message: dict[str, Any]) -> None:
    assert wire_of(message) == message
    assert wire_of(MappingProxyType(message)) == message


def test_the_reply_of_another_client_goes_without_its_empty_fields() -> None:
    message = {
        "role": "assistant",
        "content": "Hi",
        "refusal": None,
        "annotations": [],
        "audio": None,
        "function_call": None,
        "tool_calls": None,
        "reasoning": None,
        "name": None,
    }
    before = dict(message)
    assert wire_of(message) == {"role": "assistant", "content": "Hi"}
    assert message == before


def test_the_former_name_of_reasoning_becomes_the_present_one() -> None:
    message = {"role": "assistant", "content": "Hi", "reasoning_content": "Hm"}
    assert wire_of(message) == {"role": "assistant", "content": "Hi", "reasoning": "Hm"}
    both = {**message, "reasoning": "Well"}
    assert wire_of(both)["reasoning"] == "Well"


def test_text_and_parts_may_stand_in_a_dict_s_content() -> None:
    assert wire_of(user_of("What is this?", image(PNG)))["content"] == [
        {"type": "text", "text": "What is this?"},
        image(PNG).to_dict(),
    ]
    assert wire_of({"role": "user", "content": ("Hi",)})["content"] == [
        {"type": "text", "text": "Hi"}
    ]


def test_tool_calls_may_be_values() -> None:
    call = ToolCall("1", FunctionCall("f", "{}"))
    assert wire_of({"role": "assistant", "tool_calls": [call]}) == {
        "role": "assistant",
        "content": None,
        "tool_calls": [WIRE_CALL],
    }


@pytest.mark.parametrize(
    ("message", "trouble"),
    [
        ({}, "role None has no meaning"),
        ({"content": "Hi"}, "role None has no meaning"),
        ({"role": "usr", "content": "Hi"}, "role 'usr' has no meaning"),
        ({"role": ["user"], "content": "Hi"}, "has no meaning"),
        ({"role": "function", "name": "f", "content": "Hi"}, "has no meaning"),
        ({"role": "user"}, "no content"),
        ({"role": "user", "content": None}, "no content"),
        ({"role": "user", "content": ""}, "nothing to answer"),
        ({"role": "user", "content": []}, "no content"),
        (user_of({"type": "text", "text": ""}), "nothing to answer"),
        ({"role": "assistant"}, "no content"),
        ({"role": "user", "content": 7}, "text or a list of parts, not int"),
        ({"role": "user", "content": {"type": "text", "text": "Hi"}}, "list of parts, not dict"),
        ({"role": "user", "contnet": "Hi"}, "no content"),
        ({"role": "user", "content": "Hi", "nmae": "Ann"}, "Did you mean 'name'"),
        ({"role": "user", "content": "Hi", "zzz": 1}, "reads no 'zzz'.*It knows content"),
        ({"role": "user", "content": "Hi", 7: 1}, "reads no 7"),
        ({"role": "user", "content": "Hi", "tools": [1]}, "belongs to the role 'developer'"),
        ({"role": "user", "content": "Hi", "reasoning_content": "Hm"}, "ignores reasoning"),
        ({"role": "user", "content": "Hi", "tool_call_id": "1"}, "ignores tool_call_id"),
        ({"role": "tool", "content": "18"}, "needs the tool_call_id"),
        ({"role": "tool", "content": "18", "tool_call_id": 7}, "tool_call_id is a string, not int"),
        ({"role": "user", "content": "Hi", "name": 7}, "name is a string"),
        ({"role": "assistant", "content": "Hi", "refusal": "No."}, "put its text into content"),
        ({"role": "assistant", "content": None, "function_call": {"name": "f"}}, "use tool_calls"),
        ({"role": "assistant", "tool_calls": "f"}, "a list of calls, not str"),
        ({"role": "assistant", "tool_calls": ["f"]}, r"tool_calls\[0\] is no call"),
        ({"role": "assistant", "tool_calls": [{**WIRE_CALL, "id": None}]}, "no call that vLLM"),
        ({"role": "assistant", "tool_calls": [{**WIRE_CALL, "type": "custom"}]}, "no call that"),
        (
            {"role": "assistant", "tool_calls": [WIRE_CALL, {**WIRE_CALL, "function": "f"}]},
            r"tool_calls\[1\] is no call",
        ),
        (
            {
                "role": "assistant",
                "tool_calls": [{**WIRE_CALL, "function": {"name": "f", "arguments": {"a": 1}}}],
            },
            "json.dumps",
        ),
        (user_of(7), r"content\[0\] is a int"),
        (user_of("Hi", {}), r"content\[1\]: The part has no type"),
        (user_of({"text": "Hi"}), "no type"),
        (user_of({"type": 7}), "no part of type 7: it takes audio_embeds"),
        (user_of({"type": "smell", "smell": "x"}), "no part of type 'smell'"),
        (user_of({"type": "input_text", "text": "Hi"}), "write {'type': 'text'"),
        (user_of({"type": "file", "file": {"file_data": "AAAA"}}), r"vllm_sdk.file\(path\)"),
        (user_of({"type": "text"}), "needs text in 'text'"),
        (user_of({"type": "text", "text": None}), "needs text in 'text'"),
        (user_of({"type": "text", "text": "Hi", "uuid": "a"}), "cannot have uuid='a'"),
        (user_of({"type": "prompt_embeds", "prompt_embeds": "AAAA"}), "needs text in 'data'"),
        (user_of({"type": "image_url", "image_url": {}}), "with a URL in it"),
        (user_of({"type": "image_url", "image_url": {"url": ""}}), "with a URL in it"),
        (user_of({"type": "image_url", "image_url": None}), "with a URL in it"),
        (user_of({"type": "image_url", "uuid": "a"}), "with a URL in it"),
        (user_of({"type": "image_url", "image_url": "cat.png"}), "not a URL that vLLM fetches"),
        (user_of({"type": "image_url", "image_url": "data:audio/wav;base64,AAAA"}), "not an image"),
        (
            user_of({"type": "image_url", "image_url": {"url": "https://e.org/a", "size": 1}}),
            "no 'size' in image_url",
        ),
        (
            user_of({"type": "image_url", "image_url": {"url": "https://e.org", "detail": "low"}}),
            "ignores an image's detail",
        ),
        (
            user_of({"type": "image_url", "image_url": "https://e.org", "detail": ["low"]}),
            "ignores an image's detail",
        ),
        (
            user_of({"type": "image_url", "image_url": "https://e.org/a", "uiid": "a"}),
            "Did you mean 'uuid'",
        ),
        (user_of({"type": "image_url", "image_url": "https://e.org/a", "uuid": 7}), "uuid=7"),
        (user_of({"type": "image_url", "image_url": "https://e.org/a", "uuid": ""}), "uuid=''"),
        (user_of({"type": "input_audio", "input_audio": "AAAA"}), "input_audio is"),
        (
            user_of({"type": "input_audio", "input_audio": {"data": "AAAA", "format": "ogg"}}),
            r"audio\(…\) takes other formats",
        ),
        (
            user_of({"type": "input_audio", "input_audio": {"data": "", "format": "wav"}}),
            "input_audio is",
        ),
        (user_of({"type": "image_embeds", "image_embeds": None}), "image_embeds is base64 text"),
        (user_of({"type": "image_embeds", "image_embeds": ""}), "image_embeds is base64 text"),
        (user_of({"type": "image_embeds", "image_embeds": [1.0]}), "image_embeds is base64 text"),
        ({"role": "user", "content": "half \ud83d"}, "lone surrogate"),
        (user_of({"type": "text", "text": "Hi", "custom": object()}), "nothing that JSON"),
    ],
)
def test_what_vllm_would_refuse_swallow_or_misread_is_refused_by_place(
    message: dict[str, Any], trouble: str
) -> None:
    with pytest.raises(RequestInvalid, match=rf"messages\[1\].*{trouble}"):
        convert_messages([{"role": "system", "content": "Be brief."}, message])
