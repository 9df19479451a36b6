"""`Reply.raw`: a response as the generated model, whatever the server left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vllm_api.models import ChatCompletionResponse, CompletionResponse
from vllm_sdk._operations.lenient_json import is_array, is_object, parse_json
from vllm_sdk._operations.replies import ChatBody, CompletionBody, list_fields

_UNFIT = (KeyError, TypeError, ValueError, AttributeError)
"""What a generated model raises if a field is missing, or is of another type than in the spec.

Of the fields that the facade does not read, only `object` can raise.
"""


def build_raw(
    body: ChatBody | CompletionBody, content: bytes
) -> ChatCompletionResponse | CompletionResponse:
    """Build the generated model of a response.

    Args:
        body: What was read of the response.
        content: The response, which `body` completes where the model cannot hold it.
    """
    build: Callable[[Any], ChatCompletionResponse | CompletionResponse] = (
        ChatCompletionResponse if isinstance(body, ChatBody) else CompletionResponse
    ).from_dict
    sent = parse_json(content)
    try:
        return build(sent)
    except _UNFIT:
        fields = list_fields(body)
    for choice in fields["choices"]:
        for call in choice.get("message", {}).get("tool_calls", ()):
            call["type"] = "function"  # the model has no other type
    return build(_complete(fields, sent))


def _complete(read: Any, sent: Any) -> Any:
    """Return what was read, and the other fields that were sent beside it."""
    if is_object(read) and is_object(sent):
        return {**sent, **{name: _complete(read[name], sent.get(name)) for name in read}}
    if is_array(read) and is_array(sent) and len(read) == len(sent):
        return [_complete(*items) for items in zip(read, sent, strict=True)]
    return read
