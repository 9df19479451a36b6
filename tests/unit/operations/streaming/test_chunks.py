"""Chunks: what they read."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from vllm_sdk.types import WeightVersionSpan, chunks


def chat(*choices: dict[str, Any], **fields: Any) -> chunks.ChatChunk:
    body = {"id": "chatcmpl-1", "model": "tiny", "choices": choices, **fields}
    return msgspec.json.decode(msgspec.json.encode(body), type=chunks.ChatChunk)


def completion(*choices: dict[str, Any]) -> chunks.CompletionChunk:
    body = {"id": "cmpl-1", "model": "tiny", "choices": choices}
    return msgspec.json.decode(msgspec.json.encode(body), type=chunks.CompletionChunk)


def test_a_chat_chunk_speaks_of_the_first_choice() -> None:
    chunk = chat(
        {
            "index": 0,
            "delta": {
                "content": "Hi",
                "reasoning": "Hm",
                "tool_calls": [
                    {"index": 0, "id": "c", "function": {"name": "f", "arguments": "{"}}
                ],
            },
            "logprobs": {"content": [{"token": "Hi", "logprob": -0.5}]},
            "finish_reason": "stop",
            "stop_reason": "END",
            "token_ids": [7],
            "weight_versions": [{"version": "v1", "start": 0, "end": 1}],
        },
        usage={"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
        prompt_token_ids=[1, 2],
    )
    assert (chunk.text, chunk.reasoning, chunk.finish_reason) == ("Hi", "Hm", "stop")
    assert (chunk.stop_reason, chunk.token_ids, chunk.id) == ("END", [7], "chatcmpl-1")
    assert [(call.index, call.id, call.name, call.arguments) for call in chunk.tool_calls] == [
        (0, "c", "f", "{")
    ]
    assert chunk.logprobs is not None
    assert chunk.logprobs[0].token == "Hi"
    assert chunk.usage is not None
    assert chunk.usage.total_tokens == 3
    assert chunk.prompt_token_ids == [1, 2]
    assert chunk.weight_versions == [WeightVersionSpan("v1", 0, 1)]


@pytest.mark.parametrize("chunk", [chat(), chat({"index": 1, "delta": {"content": "no"}})])
def test_a_chunk_of_another_choice_or_none_says_nothing(chunk: chunks.ChatChunk) -> None:
    assert (chunk.first, chunk.text, chunk.reasoning, chunk.finish_reason) == (None, "", None, None)
    assert (chunk.tool_calls, chunk.stop_reason) == ((), None)
    assert (chunk.logprobs, chunk.token_ids, chunk.weight_versions) == (None, None, None)


def test_reasoning_is_read_under_its_earlier_name() -> None:
    assert chat({"index": 0, "delta": {"reasoning_content": "Hm"}}).reasoning == "Hm"


def test_an_empty_delta_says_nothing() -> None:
    (choice,) = chat({"index": 2, "delta": {"content": None}}).choices
    assert (choice.text, choice.reasoning, choice.tool_calls) == ("", None, ())
    assert choice.logprobs is None


def test_a_piece_of_a_call_may_lack_everything() -> None:
    piece = chunks.ToolCallDelta()
    assert (piece.index, piece.id, piece.name, piece.arguments) == (None, None, None, "")
    piece = chunks.ToolCallDelta(function=chunks.FunctionDelta())
    assert (piece.name, piece.arguments) == (None, "")


def test_a_completion_chunk_speaks_of_the_first_choice() -> None:
    chunk = completion(
        {
            "index": 0,
            "text": "Hi",
            "logprobs": {
                "tokens": ["Hi"],
                "token_logprobs": [-0.5],
                "top_logprobs": [{"Hi": -0.5}],
                "text_offset": [0],
            },
            "token_ids": [7],
            "prompt_token_ids": [1, 2],
        }
    )
    assert (chunk.text, chunk.reasoning, chunk.tool_calls) == ("Hi", None, ())
    assert (chunk.token_ids, chunk.prompt_token_ids) == ([7], [1, 2])
    assert chunk.logprobs is not None
    assert chunk.logprobs[0].top_logprobs[0].token == "Hi"
    assert completion().prompt_token_ids is None


def test_fields_of_a_later_vllm_are_passed_over() -> None:
    assert chat({"index": 0, "delta": {"content": "a", "new": {}}, "new": 1}, new=[]).text == "a"
