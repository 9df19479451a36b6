from typing import Literal

AnthropicMessagesRequestMmPayload = Literal["none", "tensors"]

ANTHROPIC_MESSAGES_REQUEST_MM_PAYLOAD_VALUES: set[AnthropicMessagesRequestMmPayload] = {
    "none",
    "tensors",
}


def check_anthropic_messages_request_mm_payload(
    value: str,
) -> AnthropicMessagesRequestMmPayload:
    if value in ANTHROPIC_MESSAGES_REQUEST_MM_PAYLOAD_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANTHROPIC_MESSAGES_REQUEST_MM_PAYLOAD_VALUES!r}"
    )
