"""Streams that go well: the folded reply is the one that vLLM gives without streaming."""

from __future__ import annotations

import pickle
import time
from typing import Any

import msgspec
import pytest

from folds import CAPTURED, chat_fold, chunk, completion_fold, event_stream, said
from vllm_api.models import ChatCompletionResponse, CompletionResponse
from vllm_sdk._operations.replies import ChatBody, CompletionBody
from vllm_sdk._operations.streaming.decoder import (
    ChatStreamDecoder,
    CompletionStreamDecoder,
    ask_for_stream,
)
from vllm_sdk.types import WeightVersionSpan


def fold_of(name: str) -> ChatStreamDecoder | CompletionStreamDecoder:
    return chat_fold() if name.startswith("chat") else completion_fold()


def comparable(body: ChatBody | CompletionBody) -> dict[str, Any]:
    """A body without what differs from request to request, and without what streams leave out."""
    fields: dict[str, Any] = msgspec.to_builtins(body)
    del fields["id"], fields["created"]
    fields.pop("prompt_logprobs", None)
    for choice in fields["choices"]:
        choice.pop("prompt_logprobs", None)
        for call in choice.get("message", {}).get("tool_calls") or []:
            del call["id"]
    return fields


@pytest.mark.parametrize("name", [name for name in CAPTURED if "whole" in CAPTURED[name]])
def test_a_real_stream_folds_to_the_unstreamed_reply(name: str) -> None:
    fold = fold_of(name)
    chunks = list(fold.feed(CAPTURED[name]["stream"].encode()))
    kind = ChatBody if name.startswith("chat") else CompletionBody
    whole = comparable(msgspec.json.decode(CAPTURED[name]["whole"], type=kind))
    reply = fold.finish()
    if name == "chat_tools_required":  # forced calls carry an empty text there, here none
        whole["choices"][0]["message"]["content"] = None
    assert comparable(reply.body) == whole
    assert "".join(chunk.text for chunk in chunks) == reply.text == reply.value
    assert fold.done


@pytest.mark.parametrize("name", [name for name in CAPTURED if "whole" in CAPTURED[name]])
def test_the_generated_model_of_a_folded_reply_says_the_same(name: str) -> None:
    fold = fold_of(name)
    fold.feed(CAPTURED[name]["stream"].encode())
    reply = fold.finish()
    expected = ChatCompletionResponse if name.startswith("chat") else CompletionResponse
    assert isinstance(reply.raw, expected)
    assert reply.raw.id == reply.request_id
    assert reply.raw.object_ == ("chat.completion" if "chat" in name else "text_completion")
    kind = ChatBody if name.startswith("chat") else CompletionBody
    assert msgspec.convert(reply.raw.to_dict(), kind) == reply.body


def test_chunks_come_as_the_bytes_complete_them() -> None:
    fold = chat_fold()
    written = event_stream([chunk(said("Hel")), chunk(said("lo", finish="stop"))])
    middle = written.index(b"lo")
    assert [one.text for one in fold.feed(written[:middle])] == ["Hel"]
    assert fold.partial is not None
    assert (fold.partial.text, fold.partial.finish_reason, fold.done) == ("Hel", None, False)
    assert [one.text for one in fold.feed(written[middle:])] == ["lo"]
    assert fold.finish().text == "Hello"


def test_chunks_that_were_not_taken_come_first_the_next_time() -> None:
    fold = chat_fold()
    first = next(fold.feed(event_stream([chunk(said("a")), chunk(said("b"))], end="")))
    assert first.text == "a"
    assert fold.partial is not None
    assert fold.partial.text == "a"
    later = fold.feed(event_stream([chunk(said("c", finish="stop"))]))
    assert [one.text for one in later] == ["b", "c"]
    assert fold.finish().text == "abc"


def test_the_end_takes_what_was_not_taken() -> None:
    fold = chat_fold()
    fold.feed(event_stream([chunk(said("a")), chunk(said("b", finish="stop"))]))
    assert fold.finish() is fold.finish()
    assert fold.finish().text == "ab"


def test_choices_come_interleaved_and_end_in_order() -> None:
    fold = chat_fold(expected=2)
    pieces = [said("x", index=1), said("a"), said("y", index=1, finish="stop")]
    fold.feed(event_stream([*map(chunk, pieces), chunk(said("b", finish="length"))]))
    reply = fold.finish()
    assert [choice.text for choice in reply.choices] == ["ab", "xy"]
    assert [choice.finish_reason for choice in reply.choices] == ["length", "stop"]


def test_usage_that_comes_with_every_chunk_ends_with_the_sum() -> None:
    def usage(tokens: int) -> dict[str, int]:
        return {"prompt_tokens": 1, "completion_tokens": tokens, "total_tokens": 1 + tokens}

    fold = chat_fold()
    fold.feed(
        event_stream(
            [
                chunk(said("a"), usage=usage(1)),
                chunk(said("b", finish="stop"), usage=usage(2)),
                chunk(usage=usage(3), system_fingerprint="vllm-1", metrics={"queue_time": 0.5}),
            ]
        )
    )
    reply = fold.finish()
    assert reply.usage.completion_tokens == 3
    assert reply.body.system_fingerprint == "vllm-1"
    assert reply.raw.to_dict()["metrics"]["queue_time"] == 0.5


def test_what_each_choice_brings_at_its_end_goes_where_the_reply_has_it() -> None:
    def ended(index: int, span: dict[str, Any]) -> dict[str, Any]:
        return {**said("a", index=index, finish="stop"), "weight_versions": [span]}

    spans = [{"version": version, "start": 0, "end": 1} for version in ("old", "new")]
    fold = chat_fold()
    fold.feed(
        event_stream(
            [
                chunk(ended(1, spans[1]), kv_transfer_params={"of": 1}),
                chunk(said("b")),
                chunk(ended(0, spans[0]), kv_transfer_params={"of": 0}),
            ]
        )
    )
    reply = fold.finish()
    assert [choice.weight_versions for choice in reply.choices] == [
        [WeightVersionSpan(**span)] for span in spans
    ]
    assert reply.weight_versions == [WeightVersionSpan("old", 0, 1)]
    assert reply.kv_transfer_params == reply.body.kv_transfer_params == {"of": 0}
    raw = reply.raw.to_dict()
    assert [choice["weight_versions"] for choice in raw["choices"]] == [[span] for span in spans]
    assert raw["kv_transfer_params"] == {"of": 0}


@pytest.mark.parametrize("fold", [chat_fold, completion_fold])
def test_without_the_first_choices_the_kv_parameters_are_those_that_came(fold: Any) -> None:
    pieces = [
        {**said("a", index=1, finish="stop"), "text": "a"},
        {**said("a", finish="stop"), "text": "a"},
    ]
    begun = fold()
    begun.feed(event_stream([chunk(pieces[0], kv_transfer_params={"of": 1}), chunk(pieces[1])]))
    assert begun.finish().kv_transfer_params == {"of": 1}


def test_a_stream_without_usage_folds_too() -> None:
    fold = chat_fold()
    fold.feed(event_stream([chunk(said("a", finish="stop"))]))
    assert fold.finish().usage.total_tokens == 0


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
def test_thoughts_alone_are_a_turn_without_text(name: str) -> None:
    fold = chat_fold()
    thoughts = [{"index": 0, "delta": {name: piece}} for piece in ("H", "m")]
    fold.feed(event_stream([chunk(said("")), *map(chunk, thoughts), chunk(said(finish="length"))]))
    reply = fold.finish()
    assert (reply.text, reply.message.content, reply.reasoning) == ("", None, "Hm")


def test_an_empty_answer_is_an_empty_text() -> None:
    fold = chat_fold()
    fold.feed(event_stream([chunk(said("")), chunk(said("", finish="stop"))]))
    assert fold.finish().message.content == ""


def test_the_turn_keeps_the_role_that_the_server_gave_it() -> None:
    fold = chat_fold()
    first = {"index": 0, "delta": {"role": "user", "content": ""}}
    fold.feed(event_stream([chunk(first), chunk(said("a", finish="stop"))]))
    body = fold.finish().body
    assert isinstance(body, ChatBody)
    assert body.choices[0].wire_message.role == "user"


def test_what_follows_the_end_mark_is_passed_over() -> None:
    fold = chat_fold()
    written = event_stream([chunk(said("a", finish="stop"))])
    assert len(list(fold.feed(written + b"data: nonsense\n\n"))) == 1
    assert list(fold.feed(b"data: more nonsense\n\n")) == []
    assert fold.finish(broken="reset by peer").text == "a"


def test_comments_and_events_without_data_are_passed_over() -> None:
    fold = chat_fold()
    written = event_stream([chunk(said("a", finish="stop"))])
    fold.feed(b": keep-alive\n\ndata:\n\ndata: \n\n" + written)
    assert fold.finish().text == "a"


def test_a_folded_reply_survives_pickling() -> None:
    fold = chat_fold()
    fold.feed(event_stream([chunk(said("a", finish="stop"))]))
    again = pickle.loads(pickle.dumps(fold.finish()))  # noqa: S301 - our own bytes
    assert again.body == fold.finish().body


def test_folding_grows_with_the_stream_and_no_faster() -> None:
    def seconds(count: int) -> float:
        fold = chat_fold()
        written = event_stream([chunk(said("word "))] * 100, end="")
        started = time.process_time()
        for _ in range(count // 100):
            for _one in fold.feed(written):
                pass
        fold.feed(event_stream([chunk(said("", finish="stop"))]))
        assert len(fold.finish().text) == 5 * count
        return time.process_time() - started

    seconds(1_000)
    assert seconds(50_000) < 5  # 0.1 s; joining at every chunk would copy 12 GB


def test_a_request_asks_for_a_stream_with_its_usage() -> None:
    assert ask_for_stream({"model": "tiny"}) == {
        "model": "tiny",
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_a_request_that_declines_the_usage_keeps_its_word() -> None:
    given = {"include_usage": False, "continuous_usage_stats": False}
    assert ask_for_stream({"stream_options": given})["stream_options"] == given
    assert ask_for_stream({"stream_options": None})["stream_options"] == {"include_usage": True}
