from typing import Literal

PoolingChatRequestPadding = Literal["do_not_pad", "max_length"]

POOLING_CHAT_REQUEST_PADDING_VALUES: set[PoolingChatRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_pooling_chat_request_padding(value: str) -> PoolingChatRequestPadding:
    if value in POOLING_CHAT_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_CHAT_REQUEST_PADDING_VALUES!r}"
    )
