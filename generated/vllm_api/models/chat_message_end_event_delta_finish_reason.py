from typing import Literal

ChatMessageEndEventDeltaFinishReason = Literal[
    "COMPLETE", "ERROR", "MAX_TOKENS", "STOP_SEQUENCE", "TIMEOUT", "TOOL_CALL"
]

CHAT_MESSAGE_END_EVENT_DELTA_FINISH_REASON_VALUES: set[
    ChatMessageEndEventDeltaFinishReason
] = {
    "COMPLETE",
    "ERROR",
    "MAX_TOKENS",
    "STOP_SEQUENCE",
    "TIMEOUT",
    "TOOL_CALL",
}


def check_chat_message_end_event_delta_finish_reason(
    value: str,
) -> ChatMessageEndEventDeltaFinishReason:
    if value in CHAT_MESSAGE_END_EVENT_DELTA_FINISH_REASON_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CHAT_MESSAGE_END_EVENT_DELTA_FINISH_REASON_VALUES!r}"
    )
