from typing import Literal

ClassificationChatRequestTruncationSide = Literal["left", "right"]

CLASSIFICATION_CHAT_REQUEST_TRUNCATION_SIDE_VALUES: set[
    ClassificationChatRequestTruncationSide
] = {
    "left",
    "right",
}


def check_classification_chat_request_truncation_side(
    value: str,
) -> ClassificationChatRequestTruncationSide:
    if value in CLASSIFICATION_CHAT_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CLASSIFICATION_CHAT_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
