from typing import Literal

PoolingChatRequestEncodingFormat = Literal["base64", "bytes", "bytes_only", "float"]

POOLING_CHAT_REQUEST_ENCODING_FORMAT_VALUES: set[PoolingChatRequestEncodingFormat] = {
    "base64",
    "bytes",
    "bytes_only",
    "float",
}


def check_pooling_chat_request_encoding_format(
    value: str,
) -> PoolingChatRequestEncodingFormat:
    if value in POOLING_CHAT_REQUEST_ENCODING_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_CHAT_REQUEST_ENCODING_FORMAT_VALUES!r}"
    )
