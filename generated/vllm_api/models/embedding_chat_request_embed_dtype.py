from typing import Literal

EmbeddingChatRequestEmbedDtype = Literal[
    "bfloat16", "float16", "float32", "fp8_e4m3", "fp8_e5m2"
]

EMBEDDING_CHAT_REQUEST_EMBED_DTYPE_VALUES: set[EmbeddingChatRequestEmbedDtype] = {
    "bfloat16",
    "float16",
    "float32",
    "fp8_e4m3",
    "fp8_e5m2",
}


def check_embedding_chat_request_embed_dtype(
    value: str,
) -> EmbeddingChatRequestEmbedDtype:
    if value in EMBEDDING_CHAT_REQUEST_EMBED_DTYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_REQUEST_EMBED_DTYPE_VALUES!r}"
    )
