from typing import Literal

PoolingChatRequestEndianness = Literal["big", "little", "native"]

POOLING_CHAT_REQUEST_ENDIANNESS_VALUES: set[PoolingChatRequestEndianness] = {
    "big",
    "little",
    "native",
}


def check_pooling_chat_request_endianness(value: str) -> PoolingChatRequestEndianness:
    if value in POOLING_CHAT_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_CHAT_REQUEST_ENDIANNESS_VALUES!r}"
    )
