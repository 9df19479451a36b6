from typing import Literal

ChatContentStartEventDeltaMessageContentType = Literal["text", "thinking"]

CHAT_CONTENT_START_EVENT_DELTA_MESSAGE_CONTENT_TYPE_VALUES: set[
    ChatContentStartEventDeltaMessageContentType
] = {
    "text",
    "thinking",
}


def check_chat_content_start_event_delta_message_content_type(
    value: str,
) -> ChatContentStartEventDeltaMessageContentType:
    if value in CHAT_CONTENT_START_EVENT_DELTA_MESSAGE_CONTENT_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CHAT_CONTENT_START_EVENT_DELTA_MESSAGE_CONTENT_TYPE_VALUES!r}"
    )
