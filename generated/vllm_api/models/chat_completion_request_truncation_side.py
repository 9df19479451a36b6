from typing import Literal

ChatCompletionRequestTruncationSide = Literal["left", "right"]

CHAT_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES: set[
    ChatCompletionRequestTruncationSide
] = {
    "left",
    "right",
}


def check_chat_completion_request_truncation_side(
    value: str,
) -> ChatCompletionRequestTruncationSide:
    if value in CHAT_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CHAT_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
