from typing import Literal

AnthropicStreamEventType = Literal[
    "content_block_delta",
    "content_block_start",
    "content_block_stop",
    "error",
    "message_delta",
    "message_start",
    "message_stop",
    "ping",
]

ANTHROPIC_STREAM_EVENT_TYPE_VALUES: set[AnthropicStreamEventType] = {
    "content_block_delta",
    "content_block_start",
    "content_block_stop",
    "error",
    "message_delta",
    "message_start",
    "message_stop",
    "ping",
}


def check_anthropic_stream_event_type(value: str) -> AnthropicStreamEventType:
    if value in ANTHROPIC_STREAM_EVENT_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_STREAM_EVENT_TYPE_VALUES!r}"
    )
