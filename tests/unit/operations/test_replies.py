"""Replies: thin views of what the server sends."""

import json
import pickle
from typing import Any

import msgspec
import pytest

import vllm_api.models as generated
from clients import Connect
from local_server import serving
from vllm_sdk import types
from vllm_sdk._operations.headers import ReplyHeaders
from vllm_sdk._operations.replies import ChatBody, CompletionBody, Reply
from vllm_sdk.types import CompletionTokensDetails, PromptTokensDetails, Usage
from wire import chat_body


def reply_of(body: dict[str, Any], form: type[ChatBody | CompletionBody] = ChatBody) -> Reply[str]:
    content = json.dumps(body).encode()
    decoded = msgspec.json.decode(content, type=form)
    return Reply([choice.text for choice in decoded.choices], decoded, content)


CALL = {
    "id": "call-1",
    "type": "function",
    "function": {"name": "get_weather", "arguments": '{"city": "Paris"}'},
}
CHAT = chat_body(
    "Hi.",
    choices=[
        {
            "index": 0,
            "message": {
                "role": "assistant",
                "content": None,
                "reasoning": "why",
                "tool_calls": [CALL],
            },
            "logprobs": {
                "content": [
                    {
                        "token": "Hi",
                        "logprob": -0.5,
                        "bytes": [72, 105],
                        "top_logprobs": [{"token": "Hi", "logprob": -0.5, "bytes": None}],
                    }
                ]
            },
            "finish_reason": "tool_calls",
            "stop_reason": 7,
            "token_ids": [1, 2],
            "weight_versions": [
                {"version": "old", "start": 0, "end": 1},
                {"version": "new", "start": 1, "end": 2},
            ],
        }
    ],
    kv_transfer_params={"remote_host": "gpu-7"},
    usage={
        "prompt_tokens": 3,
        "total_tokens": 5,
        "completion_tokens": 2,
        "prompt_tokens_details": {"cached_tokens": 1},
    },
    prompt_logprobs=[None, {"17": {"logprob": -1.0, "rank": 2, "decoded_token": "x"}}],
    prompt_token_ids=[16, 17],
)
COMPLETION = {
    "id": "cmpl-1",
    "object": "text_completion",
    "created": 1,
    "model": "tiny",
    "choices": [
        {
            "index": 0,
            "text": "ab",
            "logprobs": {
                "tokens": ["a", "b"],
                "token_logprobs": [None, -2.0],
                "top_logprobs": [None, {"b": -2.0, "c": -3.0}],
                "text_offset": [0, 1],
            },
            "finish_reason": "length",
            "stop_reason": None,
            "token_ids": [4],
            "prompt_logprobs": [None],
            "prompt_token_ids": [3],
        }
    ],
    "usage": {"prompt_tokens": 1, "total_tokens": 3, "completion_tokens": 2},
}


def test_a_chat_reply_has_everything_that_was_said() -> None:
    reply = reply_of(CHAT)
    assert reply.text == reply.value == ""
    assert reply.reasoning == "why"
    assert reply.finish_reason == "tool_calls"
    assert reply.stop_reason == 7
    assert reply.token_ids == [1, 2]
    assert reply.weight_versions == [
        types.WeightVersionSpan("old", 0, 1),
        types.WeightVersionSpan("new", 1, 2),
    ]
    assert reply.kv_transfer_params == {"remote_host": "gpu-7"}
    assert reply.prompt_token_ids == [16, 17]
    assert reply.prompt_logprobs == [None, {17: types.PromptLogprob(-1.0, 2, "x")}]
    assert reply.logprobs == [
        types.TokenLogprob("Hi", -0.5, [72, 105], [types.AlternativeToken("Hi", -0.5, None)])
    ]
    (call,) = reply.tool_calls
    assert (call.id, call.name, call.arguments) == ("call-1", "get_weather", '{"city": "Paris"}')
    assert (reply.usage.prompt_tokens, reply.usage.cached_tokens) == (3, 1)
    assert (reply.model, reply.request_id) == ("tiny", "chatcmpl-1")


def test_the_message_of_a_reply_goes_back_as_it_came() -> None:
    assert reply_of(CHAT).message.to_dict() == {
        "role": "assistant",
        "content": None,
        "reasoning": "why",
        "tool_calls": [CALL],
    }


def test_reasoning_is_read_under_its_former_name_too() -> None:
    body = chat_body()
    body["choices"][0]["message"] = {"role": "assistant", "content": "x", "reasoning_content": "so"}
    assert reply_of(body).reasoning == "so"


def test_a_completion_reply_has_everything_that_was_said() -> None:
    reply = reply_of(COMPLETION, CompletionBody)
    assert reply.text == "ab"
    assert reply.reasoning is None
    assert reply.tool_calls == ()
    assert reply.message.to_dict() == {"role": "assistant", "content": "ab"}
    assert reply.prompt_logprobs == [None]
    assert reply.prompt_token_ids == [3]
    assert reply.logprobs == [
        types.TokenLogprob("a", None),
        types.TokenLogprob(
            "b",
            -2.0,
            top_logprobs=[types.AlternativeToken("b", -2.0), types.AlternativeToken("c", -3.0)],
        ),
    ]


@pytest.mark.parametrize(
    ("body", "form"),
    [
        (chat_body(), ChatBody),
        ({**COMPLETION, "choices": [{"index": 0, "text": "x"}]}, CompletionBody),
    ],
)
def test_what_was_not_asked_for_is_none(body: Any, form: Any) -> None:
    reply = reply_of(body, form)
    assert reply.logprobs is None
    assert reply.token_ids is None
    assert reply.weight_versions is None
    assert reply.kv_transfer_params is None
    assert reply.prompt_logprobs is None
    assert reply.prompt_token_ids is None
    assert (reply.usage.cached_tokens, reply.usage.reasoning_tokens) == (0, 0)
    assert reply.attempts == ()


def test_raw_is_the_whole_answer_as_the_generated_model() -> None:
    raw = reply_of(CHAT).raw
    assert isinstance(raw, generated.ChatCompletionResponse)
    assert raw.to_dict() == CHAT
    assert isinstance(reply_of(COMPLETION, CompletionBody).raw, generated.CompletionResponse)


def test_a_reply_pickles_and_shows_its_value() -> None:
    reply = reply_of(chat_body("Paris."))
    copy = pickle.loads(pickle.dumps(reply))  # noqa: S301 - our own bytes
    assert copy.text == "Paris."
    assert copy.raw == reply.raw
    assert repr(reply) == "Reply('Paris.', finish_reason='stop', model='tiny')"


USAGES = [
    Usage(1, 2, 3),
    Usage(10, 20, 30, PromptTokensDetails(cached_tokens=4)),
    Usage(
        100, 200, 300, PromptTokensDetails(None, 7, {"image": 1}), CompletionTokensDetails(5)
    ),
    Usage(0, 0, 0, PromptTokensDetails(None, None, {"image": 2, "audio": 3})),
    Usage(0, 0, 0, None, CompletionTokensDetails(None)),
]  # fmt: skip


@pytest.mark.parametrize("order", [1, -1])
def test_numbers_of_tokens_add_up(order: int) -> None:
    whole = sum(USAGES[::order], Usage())
    assert whole == Usage(
        111, 222, 333,
        PromptTokensDetails(4, 7, {"image": 3, "audio": 3}),
        CompletionTokensDetails(5),
    )  # fmt: skip
    assert (whole.cached_tokens, whole.reasoning_tokens) == (4, 5)
    assert sum([], Usage()) == Usage()


@pytest.mark.parametrize("name", ["prompt_tokens", "completion_tokens", "total_tokens"])
def test_a_number_of_tokens_that_is_null_is_0(connect: Connect, name: str) -> None:
    body = chat_body("x")
    body["usage"] = {**body["usage"], name: None}
    with serving(body=body) as server:
        assert getattr(connect(server.url).generate("Hi").usage, name) == 0


def test_headers_of_a_reply_have_names_in_any_case() -> None:
    headers = ReplyHeaders({"X-Served-By": "gpu"})
    assert headers["x-SERVED-by"] == "gpu"
    assert dict(headers) == {"x-served-by": "gpu"}
    assert len(headers) == 1
    assert repr(headers) == "{'x-served-by': 'gpu'}"
