"""Streams that go well: the decoded reply is the one that vLLM gives without streaming."""

from __future__ import annotations

import pickle
import time
from typing import Any

import msgspec
import pytest

from decoders import CAPTURED, chat_decoder, completion_decoder
from vllm_api.models import ChatCompletionResponse, CompletionResponse
from vllm_sdk._operations.replies import ChatBody, CompletionBody
from vllm_sdk._operations.streaming.decoder import ask_for_stream
from vllm_sdk._operations.streaming.endpoints import ChatStreamDecoder, CompletionStreamDecoder
from vllm_sdk.types import WeightVersionSpan
from wire import chunk, delta, event_stream


def decoder_of(name: str) -> ChatStreamDecoder | CompletionStreamDecoder:
    return chat_decoder() if name.startswith("chat") else completion_decoder()


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
def test_a_real_stream_decodes_to_the_unstreamed_reply(name: str) -> None:
    decoder = decoder_of(name)
    chunks = list(decoder.feed(CAPTURED[name]["stream"].encode()))
    kind = ChatBody if name.startswith("chat") else CompletionBody
    whole = comparable(msgspec.json.decode(CAPTURED[name]["whole"], type=kind))
    reply = decoder.finish()
    if name == "chat_tools_required":  # forced calls carry an empty text there, here none
        whole["choices"][0]["message"]["content"] = None
    assert comparable(reply.body) == whole
    assert "".join(chunk.text for chunk in chunks) == reply.text == reply.value
    assert decoder.done


@pytest.mark.parametrize("name", [name for name in CAPTURED if "whole" in CAPTURED[name]])
def test_the_generated_model_of_a_decoded_reply_says_the_same(name: str) -> None:
    decoder = decoder_of(name)
    decoder.feed(CAPTURED[name]["stream"].encode())
    reply = decoder.finish()
    expected = ChatCompletionResponse if name.startswith("chat") else CompletionResponse
    assert isinstance(reply.raw, expected)
    assert reply.raw.id == reply.request_id
    assert reply.raw.object_ == ("chat.completion" if "chat" in name else "text_completion")
    kind = ChatBody if name.startswith("chat") else CompletionBody
    assert msgspec.convert(reply.raw.to_dict(), kind) == reply.body


def test_chunks_come_as_the_bytes_complete_them() -> None:
    decoder = chat_decoder()
    written = event_stream([chunk(delta("Hel")), chunk(delta("lo", finish="stop"))])
    middle = written.index(b"lo")
    assert [one.text for one in decoder.feed(written[:middle])] == ["Hel"]
    assert decoder.partial is not None
    assert (decoder.partial.text, decoder.partial.finish_reason, decoder.done) == (
        "Hel",
        None,
        False,
    )
    assert [one.text for one in decoder.feed(written[middle:])] == ["lo"]
    assert decoder.finish().text == "Hello"


def test_chunks_that_were_not_taken_come_first_the_next_time() -> None:
    decoder = chat_decoder()
    first = next(decoder.feed(event_stream([chunk(delta("a")), chunk(delta("b"))], end="")))
    assert first.text == "a"
    assert decoder.partial is not None
    assert decoder.partial.text == "a"
    later = decoder.feed(event_stream([chunk(delta("c", finish="stop"))]))
    assert [one.text for one in later] == ["b", "c"]
    assert decoder.finish().text == "abc"


def test_the_end_takes_what_was_not_taken() -> None:
    decoder = chat_decoder()
    decoder.feed(event_stream([chunk(delta("a")), chunk(delta("b", finish="stop"))]))
    assert decoder.finish() is decoder.finish()
    assert decoder.finish().text == "ab"


def test_choices_come_interleaved_and_end_in_order() -> None:
    decoder = chat_decoder(expected=2)
    pieces = [delta("x", index=1), delta("a"), delta("y", index=1, finish="stop")]
    decoder.feed(event_stream([*map(chunk, pieces), chunk(delta("b", finish="length"))]))
    reply = decoder.finish()
    assert [choice.text for choice in reply.choices] == ["ab", "xy"]
    assert [choice.finish_reason for choice in reply.choices] == ["length", "stop"]


def test_usage_that_comes_with_every_chunk_ends_with_the_sum() -> None:
    def usage(tokens: int) -> dict[str, int]:
        return {"prompt_tokens": 1, "completion_tokens": tokens, "total_tokens": 1 + tokens}

    decoder = chat_decoder()
    decoder.feed(
        event_stream(
            [
                chunk(delta("a"), usage=usage(1)),
                chunk(delta("b", finish="stop"), usage=usage(2)),
                chunk(usage=usage(3), system_fingerprint="vllm-1", metrics={"queue_time": 0.5}),
            ]
        )
    )
    reply = decoder.finish()
    assert reply.usage.completion_tokens == 3
    assert reply.body.system_fingerprint == "vllm-1"
    assert reply.raw.to_dict()["metrics"]["queue_time"] == 0.5


def test_what_each_choice_brings_at_its_end_goes_where_the_reply_has_it() -> None:
    def ended(index: int, span: dict[str, Any]) -> dict[str, Any]:
        return {**delta("a", index=index, finish="stop"), "weight_versions": [span]}

    spans = [{"version": version, "start": 0, "end": 1} for version in ("old", "new")]
    decoder = chat_decoder()
    decoder.feed(
        event_stream(
            [
                chunk(ended(1, spans[1]), kv_transfer_params={"of": 1}),
                chunk(delta("b")),
                chunk(ended(0, spans[0]), kv_transfer_params={"of": 0}),
            ]
        )
    )
    reply = decoder.finish()
    assert [choice.weight_versions for choice in reply.choices] == [
        [WeightVersionSpan(**span)] for span in spans
    ]
    assert reply.weight_versions == [WeightVersionSpan("old", 0, 1)]
    assert reply.kv_transfer_params == reply.body.kv_transfer_params == {"of": 0}
    raw = reply.raw.to_dict()
    assert [choice["weight_versions"] for choice in raw["choices"]] == [[span] for span in spans]
    assert raw["kv_transfer_params"] == {"of": 0}


@pytest.mark.parametrize("decoder", [chat_decoder, completion_decoder])
def test_without_the_first_choices_the_kv_parameters_are_those_that_came(decoder: Any) -> None:
    pieces = [
        {**delta("a", index=1, finish="stop"), "text": "a"},
        {**delta("a", finish="stop"), "text": "a"},
    ]
    begun = decoder()
    begun.feed(event_stream([chunk(pieces[0], kv_transfer_params={"of": 1}), chunk(pieces[1])]))
    assert begun.finish().kv_transfer_params == {"of": 1}


def test_a_stream_without_usage_decodes_too() -> None:
    decoder = chat_decoder()
    decoder.feed(event_stream([chunk(delta("a", finish="stop"))]))
    assert decoder.finish().usage.total_tokens == 0


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
def test_thoughts_alone_are_a_turn_without_text(name: str) -> None:
    decoder = chat_decoder()
    thoughts = [{"index": 0, "delta": {name: piece}} for piece in ("H", "m")]
    decoder.feed(
        event_stream([chunk(delta("")), *map(chunk, thoughts), chunk(delta(finish="length"))])
    )
    reply = decoder.finish()
    assert (reply.text, reply.message.content, reply.reasoning) == ("", None, "Hm")


def test_an_empty_answer_is_an_empty_text() -> None:
    decoder = chat_decoder()
    decoder.feed(event_stream([chunk(delta("")), chunk(delta("", finish="stop"))]))
    assert decoder.finish().message.content == ""


def test_the_turn_keeps_the_role_that_the_server_gave_it() -> None:
    decoder = chat_decoder()
    first = {"index": 0, "delta": {"role": "user", "content": ""}}
    decoder.feed(event_stream([chunk(first), chunk(delta("a", finish="stop"))]))
    body = decoder.finish().body
    assert isinstance(body, ChatBody)
    assert body.choices[0].wire_message.role == "user"


def test_what_follows_the_end_mark_is_passed_over() -> None:
    decoder = chat_decoder()
    written = event_stream([chunk(delta("a", finish="stop"))])
    assert len(list(decoder.feed(written + b"data: nonsense\n\n"))) == 1
    assert list(decoder.feed(b"data: more nonsense\n\n")) == []
    assert decoder.finish(broken="reset by peer").text == "a"


def test_comments_and_events_without_data_are_passed_over() -> None:
    decoder = chat_decoder()
    written = event_stream([chunk(delta("a", finish="stop"))])
    decoder.feed(b": keep-alive\n\ndata:\n\ndata: \n\n" + written)
    assert decoder.finish().text == "a"


def test_a_decoded_reply_survives_pickling() -> None:
    decoder = chat_decoder()
    decoder.feed(event_stream([chunk(delta("a", finish="stop"))]))
    again = pickle.loads(pickle.dumps(decoder.finish()))  # noqa: S301 - our own bytes
    assert again.body == decoder.finish().body


def test_decoding_grows_with_the_stream_and_no_faster() -> None:
    def seconds(count: int) -> float:
        decoder = chat_decoder()
        written = event_stream([chunk(delta("word "))] * 100, end="")
        started = time.process_time()
        for _ in range(count // 100):
            for _one in decoder.feed(written):
                pass
        decoder.feed(event_stream([chunk(delta("", finish="stop"))]))
        assert len(decoder.finish().text) == 5 * count
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
