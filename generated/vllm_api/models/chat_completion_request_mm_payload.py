from typing import Literal

ChatCompletionRequestMmPayload = Literal["none", "tensors"]

CHAT_COMPLETION_REQUEST_MM_PAYLOAD_VALUES: set[ChatCompletionRequestMmPayload] = {
    "none",
    "tensors",
}


def check_chat_completion_request_mm_payload(
    value: str,
) -> ChatCompletionRequestMmPayload:
    if value in CHAT_COMPLETION_REQUEST_MM_PAYLOAD_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CHAT_COMPLETION_REQUEST_MM_PAYLOAD_VALUES!r}"
    )
