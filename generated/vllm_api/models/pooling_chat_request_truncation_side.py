from typing import Literal

PoolingChatRequestTruncationSide = Literal["left", "right"]

POOLING_CHAT_REQUEST_TRUNCATION_SIDE_VALUES: set[PoolingChatRequestTruncationSide] = {
    "left",
    "right",
}


def check_pooling_chat_request_truncation_side(
    value: str,
) -> PoolingChatRequestTruncationSide:
    if value in POOLING_CHAT_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_CHAT_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
