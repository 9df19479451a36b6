from typing import Literal

EmbeddingChatInputRequestEmbedDtype = Literal[
    "bfloat16", "float16", "float32", "fp8_e4m3", "fp8_e5m2"
]

EMBEDDING_CHAT_INPUT_REQUEST_EMBED_DTYPE_VALUES: set[
    EmbeddingChatInputRequestEmbedDtype
] = {
    "bfloat16",
    "float16",
    "float32",
    "fp8_e4m3",
    "fp8_e5m2",
}


def check_embedding_chat_input_request_embed_dtype(
    value: str,
) -> EmbeddingChatInputRequestEmbedDtype:
    if value in EMBEDDING_CHAT_INPUT_REQUEST_EMBED_DTYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_INPUT_REQUEST_EMBED_DTYPE_VALUES!r}"
    )
