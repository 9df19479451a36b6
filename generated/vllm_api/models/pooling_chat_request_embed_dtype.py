from typing import Literal

PoolingChatRequestEmbedDtype = Literal[
    "bfloat16", "float16", "float32", "fp8_e4m3", "fp8_e5m2"
]

POOLING_CHAT_REQUEST_EMBED_DTYPE_VALUES: set[PoolingChatRequestEmbedDtype] = {
    "bfloat16",
    "float16",
    "float32",
    "fp8_e4m3",
    "fp8_e5m2",
}


def check_pooling_chat_request_embed_dtype(value: str) -> PoolingChatRequestEmbedDtype:
    if value in POOLING_CHAT_REQUEST_EMBED_DTYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_CHAT_REQUEST_EMBED_DTYPE_VALUES!r}"
    )
