from typing import Literal

EmbeddingBatchChatInputRequestEmbedDtype = Literal[
    "bfloat16", "float16", "float32", "fp8_e4m3", "fp8_e5m2"
]

EMBEDDING_BATCH_CHAT_INPUT_REQUEST_EMBED_DTYPE_VALUES: set[
    EmbeddingBatchChatInputRequestEmbedDtype
] = {
    "bfloat16",
    "float16",
    "float32",
    "fp8_e4m3",
    "fp8_e5m2",
}


def check_embedding_batch_chat_input_request_embed_dtype(
    value: str,
) -> EmbeddingBatchChatInputRequestEmbedDtype:
    if value in EMBEDDING_BATCH_CHAT_INPUT_REQUEST_EMBED_DTYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_INPUT_REQUEST_EMBED_DTYPE_VALUES!r}"
    )
