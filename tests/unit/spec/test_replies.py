"""What vLLM answers is read, field by field, or left out for a stated reason."""

from __future__ import annotations

import re
from typing import Any

import pytest

from spec_forms import Pinned, Spec, reply_differences
from vllm_sdk import types
from vllm_sdk._operations import replies
from vllm_sdk._operations.models import ModelsBody
from vllm_sdk._operations.server import VersionBody
from vllm_sdk.types import chunks

SPEC = Spec.read()

CLASSES: dict[Any, str] = {
    replies.ChatBody: "ChatCompletionResponse",
    replies.ChatChoice: "ChatCompletionResponseChoice",
    replies.ReplyMessage: "ChatMessage",
    replies.ChatLogprobs: "ChatCompletionLogProbs",
    replies.CompletionBody: "CompletionResponse",
    replies.CompletionChoice: "CompletionResponseChoice",
    replies.CompletionLogprobs: "CompletionLogProbs",
    types.Usage: "UsageInfo",
    types.PromptTokensDetails: "PromptTokenUsageInfo",
    types.CompletionTokensDetails: "CompletionTokenUsageInfo",
    types.TokenLogprob: "ChatCompletionLogProbsContent",
    types.AlternativeToken: "ChatCompletionLogProb",
    types.PromptLogprob: "Logprob",
    types.ToolCall: "ToolCall",
    types.FunctionCall: "FunctionCall",
    types.WeightVersionSpan: "WeightVersionSpan",
    types.Model: "ModelCard",
    ModelsBody: "ModelList",
    VersionBody: "ServerVersion",
    chunks.ChatChunk: "ChatCompletionStreamResponse",
    chunks.ChatChoiceDelta: "ChatCompletionResponseStreamChoice",
    chunks.MessageDelta: "DeltaMessage",
    chunks.ToolCallDelta: "DeltaToolCall",
    chunks.FunctionDelta: "DeltaFunctionCall",
    chunks.CompletionChunk: "CompletionStreamResponse",
    chunks.CompletionChoiceDelta: "CompletionResponseStreamChoice",
}

KIND = "the route says what it is"
RAW = "seldom wanted; `Reply.raw` has it"
UNREAD: dict[Any, dict[str, str]] = {
    replies.ChatBody: {
        "object": KIND,
        "service_tier": "vLLM never sets it",
        "metrics": RAW,
        "ec_transfer_params": RAW,
    },
    replies.CompletionBody: {
        "object": KIND,
        "service_tier": "vLLM never sets it",
        "metrics": RAW,
        "ec_transfer_params": RAW,
    },
    replies.ChatChoice: {"routed_experts": RAW},
    replies.CompletionChoice: {"routed_experts": RAW},
    replies.ReplyMessage: {
        "annotations": "vLLM never sets it",
        "audio": "vLLM never sets it",
        "function_call": "OpenAI's former name of tool calls, which vLLM never sets",
    },
    types.FunctionCall: {"id": "the call has one of its own, which results are paired by"},
    types.Model: {"object": KIND, "permission": "vLLM always sends the same"},
    ModelsBody: {"object": KIND},
    chunks.ChatChunk: {"object": KIND},
    chunks.CompletionChunk: {"object": KIND},
    chunks.ToolCallDelta: {"type": "always `function`"},
}

FORMER = Pinned(None, "vLLM's former name of `reasoning`, which older servers send")
ALWAYS = "vLLM makes one where none is given, and always sends it"
ERROR = Pinned(None, "gateways state errors beside an answer, which must not pass for a success")
FORCED = "vLLM sends null for the first token of an echoed prompt"
PINNED: dict[Any, dict[str, Pinned]] = {
    replies.ReplyMessage: {"reasoning_content": FORMER},
    chunks.MessageDelta: {"reasoning_content": FORMER},
    replies.ChatBody: {"id": Pinned("string", ALWAYS), "error": ERROR},
    replies.CompletionBody: {"id": Pinned("string", ALWAYS), "error": ERROR},
    replies.ChatChoice: {"error": ERROR},
    replies.CompletionChoice: {"error": ERROR},
    chunks.ChatChoiceDelta: {"error": ERROR},
    chunks.CompletionChoiceDelta: {"error": ERROR},
    chunks.ChatChunk: {
        "error": ERROR,
        "id": Pinned("string", ALWAYS),
        "metrics": Pinned("PerRequestMetrics | null", "passed on as it is"),
    },
    chunks.CompletionChunk: {
        "error": ERROR,
        "id": Pinned("string", ALWAYS),
        "metrics": Pinned("PerRequestMetrics | null", "passed on as it is"),
    },
    types.Usage: {
        "completion_tokens": Pinned("integer | null", "sums need no check; null is read as 0"),
    },
    types.ToolCall: {
        "id": Pinned("string", ALWAYS),
        "type": Pinned('"function"', "there is one type; another would be told by its name"),
    },
    ModelsBody: {"data": Pinned("array<ModelCard>", ALWAYS)},
}


@pytest.mark.parametrize("view", CLASSES, ids=lambda view: view.__name__)
def test_every_field_of_a_reply_is_read_or_left_out_for_a_reason(view: Any) -> None:
    differences = reply_differences(
        view,
        SPEC.schema(CLASSES[view]),
        SPEC,
        classes=CLASSES,
        unread=UNREAD.get(view, {}),
        pinned=PINNED.get(view, {}),
    )
    assert not (found := [*differences]), "\n".join(found)


@pytest.mark.parametrize(
    ("path", "kind", "method", "view"),
    [
        ("/v1/chat/completions", "application/json", "post", replies.ChatBody),
        ("/v1/chat/completions", "text/event-stream", "post", chunks.ChatChunk),
        ("/v1/completions", "application/json", "post", replies.CompletionBody),
        ("/v1/completions", "text/event-stream", "post", chunks.CompletionChunk),
        ("/v1/models", "application/json", "get", ModelsBody),
        ("/version", "application/json", "get", VersionBody),
    ],
)
def test_a_route_answers_with_what_is_compared(
    path: str, kind: str, method: str, view: Any
) -> None:
    answered = SPEC.answers(path, kind, method)
    assert answered == CLASSES[view], f"{path} answers {answered}: pair it with a struct"


def test_every_class_inside_a_reply_has_its_struct() -> None:
    for view, name in CLASSES.items():
        properties = SPEC.schema(name)["properties"]
        left_out = {*UNREAD.get(view, {}), *PINNED.get(view, {})}
        for field in properties.keys() - left_out:
            classes = {*re.findall(r"[A-Z]\w+", SPEC.form(properties[field]))}
            missing = classes - {*CLASSES.values()}
            assert not missing, f"{name}.{field} holds {missing}, which no struct reads"
