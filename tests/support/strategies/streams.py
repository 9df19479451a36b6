"""Hypothesis strategies for streams: replies, and the events in which a server may send them."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import strategies as st

from vllm_sdk._operations.replies import (
    ChatBody,
    ChatChoice,
    ChatLogprobs,
    CompletionBody,
    CompletionChoice,
    CompletionLogprobs,
    ReplyMessage,
)
from vllm_sdk.types import (
    AlternativeToken,
    FunctionCall,
    PromptTokensDetails,
    TokenLogprob,
    ToolCall,
    Usage,
    WeightVersionSpan,
)

# Text with what trips stream readers: line ends of Unicode's own, controls, emoji, surrogate pairs.
stream_texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\u2028\u2029\x85\r\n\0 é😀:"),
    max_size=12,
)
whole_numbers = st.integers(0, 2**31)
token_id_lists = st.lists(whole_numbers, max_size=4)
logprob_values = st.floats(-9999, 0, allow_nan=False)

usages = st.builds(
    Usage,
    prompt_tokens=whole_numbers,
    completion_tokens=whole_numbers,
    total_tokens=whole_numbers,
    prompt_tokens_details=st.none() | st.builds(PromptTokensDetails, cached_tokens=whole_numbers),
)
kv_transfer_params = st.none() | st.dictionaries(
    stream_texts, whole_numbers | stream_texts, max_size=2
)
weight_versions = st.none() | st.lists(
    st.builds(WeightVersionSpan, version=stream_texts, start=whole_numbers, end=whole_numbers),
    max_size=2,
)
stop_reasons = st.none() | whole_numbers | st.sampled_from(["END", ""])

token_logprobs = st.builds(
    TokenLogprob,
    token=stream_texts,
    logprob=logprob_values,
    bytes=st.none() | st.lists(st.integers(0, 255), max_size=3),
    top_logprobs=st.lists(
        st.builds(AlternativeToken, token=stream_texts, logprob=logprob_values), max_size=2
    ),
)


@st.composite
def tool_calls(draw: st.DrawFn) -> list[ToolCall]:
    names = draw(st.lists(st.sampled_from(["get_weather", "add", "f"]), min_size=1, max_size=3))
    return [
        ToolCall(id=f"call-{number}", function=FunctionCall(name, draw(stream_texts)))
        for number, name in enumerate(names)
    ]


@st.composite
def chat_bodies(draw: st.DrawFn) -> ChatBody:
    """A chat completion as vLLM would answer it without streaming."""
    with_logprobs, with_ids = draw(st.booleans()), draw(st.booleans())
    choices = []
    for index in range(draw(st.integers(1, 3))):
        text = draw(stream_texts)
        thoughts = draw(st.none() | stream_texts.filter(bool))
        old_name = draw(st.booleans())
        calls = draw(st.none() | tool_calls())
        message = ReplyMessage(
            content=None if not text and (thoughts or calls) else text,
            reasoning=None if old_name else thoughts,
            reasoning_content=thoughts if old_name else None,
            tool_calls=calls,
        )
        logprobs = draw(st.lists(token_logprobs, max_size=4))
        choices.append(
            ChatChoice(
                index,
                message,
                wire_logprobs=ChatLogprobs(logprobs) if with_logprobs else None,
                finish_reason=draw(st.sampled_from(["stop", "length", "tool_calls", "new"])),
                stop_reason=draw(stop_reasons),
                token_ids=draw(token_id_lists) if with_ids else None,
                weight_versions=draw(weight_versions),
            )
        )
    return ChatBody(
        "chatcmpl-1",
        "tiny",
        choices,
        created=draw(whole_numbers),
        usage=draw(usages),
        prompt_token_ids=draw(token_id_lists) if with_ids else None,
        prompt_text=draw(st.none() | stream_texts),
        system_fingerprint=draw(st.none() | st.just("vllm-0.32.0")),
        kv_transfer_params=draw(kv_transfer_params),
    )


@st.composite
def completion_bodies(draw: st.DrawFn) -> CompletionBody:
    """A completion as vLLM would answer it without streaming."""
    with_logprobs, with_ids = draw(st.booleans()), draw(st.booleans())
    choices = []
    for index in range(draw(st.integers(1, 3))):
        tokens = draw(st.lists(stream_texts, max_size=4))
        logprobs = CompletionLogprobs(
            tokens=tokens,
            token_logprobs=[draw(st.none() | logprob_values) for _ in tokens],
            top_logprobs=[
                draw(st.none() | st.dictionaries(stream_texts, logprob_values, max_size=2))
                for _ in tokens
            ],
            text_offset=list(range(len(tokens))),
        )
        choices.append(
            CompletionChoice(
                index,
                draw(stream_texts),
                wire_logprobs=logprobs if with_logprobs else None,
                finish_reason=draw(st.sampled_from(["stop", "length", "new"])),
                stop_reason=draw(stop_reasons),
                token_ids=draw(token_id_lists) if with_ids else None,
                weight_versions=draw(weight_versions),
                prompt_token_ids=draw(token_id_lists) if with_ids else None,
            )
        )
    return CompletionBody(
        "cmpl-1",
        "tiny",
        choices,
        created=draw(whole_numbers),
        usage=draw(usages),
        system_fingerprint=draw(st.none() | st.just("vllm-0.32.0")),
        kv_transfer_params=draw(kv_transfer_params),
    )


def pieces_of(draw: st.DrawFn, whole: Any, count: int) -> list[Any]:
    """Cut a string or a list into `count` pieces, some of them empty."""
    cuts = sorted(
        draw(st.lists(st.integers(0, len(whole)), min_size=count - 1, max_size=count - 1))
    )
    return [whole[start:end] for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)]


def interleaved(draw: st.DrawFn, queues: list[list[Any]]) -> list[Any]:
    """Merge queues in any order that keeps each one's own."""
    order = draw(st.permutations([place for place, queue in enumerate(queues) for _ in queue]))
    rests = [iter(queue) for queue in queues]
    return [next(rests[place]) for place in order]


def call_deltas(draw: st.DrawFn, calls: list[ToolCall]) -> list[dict[str, Any]]:
    """The pieces of tool calls, one call after another; some parsers use index 0 for each."""
    reuse = draw(st.booleans())
    deltas: list[dict[str, Any]] = []
    for number, call in enumerate(calls):
        index = 0 if reuse else number
        first, *rest = pieces_of(draw, call.arguments, draw(st.integers(1, 4)))
        head: dict[str, Any] = {"name": call.name}
        if first or draw(st.booleans()):
            head["arguments"] = first
        deltas.append({"index": index, "id": call.id, "type": "function", "function": head})
        for piece in rest:
            delta: dict[str, Any] = {"index": index, "function": {"arguments": piece}}
            if draw(st.booleans()):
                delta["id"] = draw(st.sampled_from([call.id, "", None]))
            deltas.append(delta)
    return deltas


@st.composite
def chat_chunks(draw: st.DrawFn, body: ChatBody) -> list[dict[str, Any]]:
    """The chunks in which a server may stream a chat completion."""
    queues = []
    for choice in body.choices:
        said = choice.wire_message
        deltas: list[dict[str, Any]] = [{"role": said.role, "content": ""}]
        for name in ("reasoning", "reasoning_content", "content"):
            pieces = pieces_of(draw, getattr(said, name) or "", draw(st.integers(1, 4)))
            deltas += [{name: piece} if piece else {} for piece in pieces]
        # Choices come interleaved, and so may a turn's text and its calls.
        calls = [{"tool_calls": [one]} for one in call_deltas(draw, said.tool_calls or [])]
        deltas = [deltas[0], *interleaved(draw, [deltas[1:], calls])]
        events: list[dict[str, Any]] = [
            {"index": choice.index, "delta": delta, "logprobs": None, "finish_reason": None}
            for delta in deltas
        ]
        later = events[1:]
        if choice.token_ids is not None:
            for piece, ids in zip(
                later, pieces_of(draw, choice.token_ids, len(later)), strict=True
            ):
                piece["token_ids"] = ids
        if choice.wire_logprobs is not None:
            entries = msgspec.to_builtins(choice.wire_logprobs.content)
            for piece, part in zip(later, pieces_of(draw, entries, len(later)), strict=True):
                piece["logprobs"] = {"content": part}
        events[-1]["finish_reason"] = choice.finish_reason
        events[-1]["stop_reason"] = choice.stop_reason
        events[-1]["weight_versions"] = msgspec.to_builtins(choice.weight_versions)
        queues.append(events)
    chunks = [_chunk(body, "chat.completion.chunk", [one]) for one in interleaved(draw, queues)]
    chunks[0]["prompt_token_ids"] = body.prompt_token_ids
    chunks[0]["prompt_text"] = body.prompt_text
    return [*chunks, _usage_chunk(body, "chat.completion.chunk")]


@st.composite
def completion_chunks(draw: st.DrawFn, body: CompletionBody) -> list[dict[str, Any]]:
    """The chunks in which a server may stream a completion."""
    queues = []
    for choice in body.choices:
        count = draw(st.integers(1, 4))
        pieces: list[dict[str, Any]] = [
            {"index": choice.index, "text": text, "logprobs": None, "finish_reason": None}
            for text in pieces_of(draw, choice.text, count)
        ]
        if choice.token_ids is not None:
            for piece, ids in zip(pieces, pieces_of(draw, choice.token_ids, count), strict=True):
                piece["token_ids"] = ids
        if choice.wire_logprobs is not None:
            wire = choice.wire_logprobs
            places = pieces_of(draw, list(range(len(wire.tokens))), count)
            for piece, part in zip(pieces, places, strict=True):
                piece["logprobs"] = {
                    name: [getattr(wire, name)[place] for place in part]
                    for name in ("text_offset", "token_logprobs", "tokens", "top_logprobs")
                }
        pieces[0]["prompt_token_ids"] = choice.prompt_token_ids
        pieces[-1]["finish_reason"] = choice.finish_reason
        pieces[-1]["stop_reason"] = choice.stop_reason
        pieces[-1]["weight_versions"] = msgspec.to_builtins(choice.weight_versions)
        queues.append(pieces)
    chunks = [_chunk(body, "text_completion", [one]) for one in interleaved(draw, queues)]
    return [*chunks, _usage_chunk(body, "text_completion")]


def _chunk(
    body: ChatBody | CompletionBody, kind: str, choices: list[dict[str, Any]]
) -> dict[str, Any]:
    ended = [choice["index"] for choice in choices if choice["finish_reason"] is not None]
    transferred = body.kv_transfer_params
    if transferred is not None and ended and ended != [0]:
        transferred = {"of another": "choice"}
    return {
        "id": body.id,
        "object": kind,
        "created": body.created,
        "model": body.model,
        "choices": choices,
        "kv_transfer_params": transferred if ended else None,
    }


def _usage_chunk(body: ChatBody | CompletionBody, kind: str) -> dict[str, Any]:
    return {
        **_chunk(body, kind, []),
        "usage": msgspec.to_builtins(body.usage),
        "system_fingerprint": body.system_fingerprint,
    }


@st.composite
def cuts(draw: st.DrawFn, data: bytes) -> list[bytes]:
    """Some way in which a network may deliver bytes."""
    places = sorted(draw(st.lists(st.integers(0, len(data)), max_size=8)))
    return [data[start:end] for start, end in zip([0, *places], [*places, len(data)], strict=True)]


UNREAD = frozenset({
    *("id", "object", "created", "model", "usage", "system_fingerprint", "kv_transfer_params"),
    *("prompt_tokens", "total_tokens", "completion_tokens", "prompt_tokens_details", "bytes"),
    *("role", "reasoning", "reasoning_content", "stop_reason", "logprobs", "logprob", "token"),
    *("top_logprobs", "token_ids", "weight_versions", "version", "start", "end"),
})  # fmt: skip
"""Fields of replies and chunks on which no text and no tool call depends."""

rubbish = st.sampled_from(
    [None, True, 1.5, -1, "", "text", [], [None], {}, {"a": None}, float("nan"), float("-inf")]
)


@st.composite
def damaged(draw: st.DrawFn, value: Any) -> Any:
    """JSON of a reply in which fields on which nothing depends are missing or wrong."""
    if isinstance(value, (list, tuple)):
        return [draw(damaged(item)) for item in value]
    if not isinstance(value, dict):
        return value
    # A call's id tells its deltas apart, so only a whole call can lack it.
    call = "function" in value
    kept: dict[str, Any] = {}
    for name, item in value.items():
        loose = name in UNREAD and not (call and name == "id")
        fate = draw(st.integers(0, 5)) if loose else 5
        if fate > 1:
            kept[name] = draw(damaged(item))
        elif fate:
            kept[name] = draw(rubbish)
    return kept
