"""Whatever a server streams and however it is cut, the decoder is right or the error is ours."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from decoders import URL, chat_decoder, completion_decoder
from strategies.streams import (
    chat_bodies,
    chat_chunks,
    completion_bodies,
    completion_chunks,
    cuts,
    damaged,
    tool_calls,
)
from vllm_sdk._operations.core import Response, read_json
from vllm_sdk._operations.replies import ChatBody, Reply, list_fields, name_tool_call
from vllm_sdk.errors import StreamInterrupted, VLLMError
from vllm_sdk.types import FunctionCall, ToolCall
from wire import chunk, delta, event_stream


@given(st.data(), chat_bodies())
def test_every_stream_of_a_chat_decodes_to_the_unstreamed_reply(data: Any, body: Any) -> None:
    written = event_stream(data.draw(chat_chunks(body)))
    decoder = chat_decoder(expected=len(body.choices))
    texts = [one.text for piece in data.draw(cuts(written)) for one in decoder.feed(piece)]
    reply = decoder.finish()
    assert reply.body == body
    assert reply.value == reply.text == "".join(texts)
    assert reply.raw.to_dict()["choices"][0]["message"]["content"] == reply.message.content


@given(st.data(), completion_bodies())
def test_every_stream_of_a_completion_decodes_to_the_unstreamed_reply(data: Any, body: Any) -> None:
    written = event_stream(data.draw(completion_chunks(body)))
    decoder = completion_decoder(expected=len(body.choices))
    texts = [one.text for piece in data.draw(cuts(written)) for one in decoder.feed(piece)]
    reply = decoder.finish()
    assert reply.body == body
    assert reply.value == reply.text == "".join(texts)


@given(st.data(), chat_bodies())
def test_a_stream_cut_anywhere_leaves_the_reply_as_far_as_it_came(data: Any, body: Any) -> None:
    written = event_stream(data.draw(chat_chunks(body)))
    end = data.draw(st.integers(0, len(written) - 1))
    decoder = chat_decoder(expected=len(body.choices))
    arrived = "".join(one.text for one in decoder.feed(written[:end]))
    try:
        partial = decoder.finish(broken="cut")
    except StreamInterrupted as error:
        partial = error.partial
    else:
        assert [choice.text for choice in partial.choices] == [one.text for one in body.choices]
    assert body.choices[0].text.startswith(arrived)
    if partial is not None and partial.choices[0].index == 0:
        assert partial.text == arrived


@given(st.data(), tool_calls(), st.booleans())
def test_arguments_cut_anywhere_are_put_together(data: Any, calls: Any, named: Any) -> None:
    """Calls of one turn interleave freely where each has an index of its own."""
    queues = [
        [
            {"index": number, "function": {"name": call.name}} | ({"id": call.id} if named else {}),
            *({"index": number, "function": {"arguments": one}} for one in call.arguments),
        ]
        for number, call in enumerate(calls)
    ]
    order = data.draw(
        st.permutations([number for number, queue in enumerate(queues) for _ in queue])
    )
    rests = [iter(queue) for queue in queues]
    deltas = [next(rests[number]) for number in order]
    decoder = chat_decoder()
    pieces = [{"index": 0, "delta": {"tool_calls": [delta]}} for delta in deltas]
    decoder.feed(event_stream([*map(chunk, pieces), chunk(delta(finish="tool_calls"))]))
    first_seen = list(dict.fromkeys(order))
    assert list(decoder.finish().tool_calls) == [
        ToolCall(
            calls[number].id if named else name_tool_call("chatcmpl-1", place),
            FunctionCall(calls[number].name, calls[number].arguments),
        )
        for place, number in enumerate(first_seen)
    ]


@given(st.data(), chat_bodies())
def test_a_damaged_chat_says_the_same_whole_and_streamed(data: Any, body: Any) -> None:
    """Whatever becomes of fields that nothing depends on, no text and no tool call is lost."""
    whole = data.draw(damaged(list_fields(body)))
    content = json.dumps(whole).encode()
    response = Response(URL, 200, "application/json", content)
    read = read_json(response, ChatBody)
    decoder = chat_decoder(expected=len(body.choices))
    written = event_stream(map(data.draw, map(damaged, data.draw(chat_chunks(body)))))
    decoder.feed(written)
    for reply in (
        Reply([choice.text for choice in read.choices], read, content),
        decoder.finish(),
    ):
        assert len(reply.choices) == len(body.choices)
        for choice, original in zip(reply.choices, body.choices, strict=True):
            assert choice.text == original.text
            assert choice.finish_reason == original.finish_reason
            assert [call.name for call in choice.tool_calls] == [
                call.name for call in original.tool_calls
            ]
        assert len(reply.raw.choices) == len(body.choices)


scraps = st.lists(
    st.sampled_from([
        b"data: ", b"\n\n", b"\n", b"data: [DONE]\n\n", b"{", b"}", b'"', b"[", b": x\n", b"\xff",
        b'data: {"error": {"message": "no", "code": 503}}\n\n', b'data: {"error": 3}\n\n',
        b'data: {"id":"a","model":"m","choices":[{"index":0,"delta":{"content":"x"}}]}\n\n',
        b'data: {"id":"a","model":"m","choices":[{"index":-1,"delta":{},"finish_reason":"s"}]}\n\n',
        b'data: {"id":"a","model":"m","choices":[{"index":0,"text":"","finish_reason":"a"}]}\n\n',
        b'{"id":"a","model":"m","choices":[]}', b"\\ud800", b"1e999", b"9" * 5000,
    ])
    | st.binary(max_size=4),
    max_size=8,
).map(b"".join)  # fmt: skip


@given(st.data(), scraps, st.sampled_from([None, "reset"]))
def test_no_bytes_at_all_escape_the_error_tree(data: Any, written: bytes, broken: Any) -> None:
    for make in (chat_decoder, completion_decoder):
        decoder = make()
        try:
            for piece in data.draw(cuts(written)):
                for _ in decoder.feed(piece):
                    pass
            reply = decoder.finish(broken)
        except VLLMError as error:
            told = error.message
        else:
            told = URL
            assert reply.finish_reason is not None
        assert URL in told
