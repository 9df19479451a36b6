from typing import Literal

EmbeddingCompletionRequestEmbedDtype = Literal[
    "bfloat16", "float16", "float32", "fp8_e4m3", "fp8_e5m2"
]

EMBEDDING_COMPLETION_REQUEST_EMBED_DTYPE_VALUES: set[
    EmbeddingCompletionRequestEmbedDtype
] = {
    "bfloat16",
    "float16",
    "float32",
    "fp8_e4m3",
    "fp8_e5m2",
}


def check_embedding_completion_request_embed_dtype(
    value: str,
) -> EmbeddingCompletionRequestEmbedDtype:
    if value in EMBEDDING_COMPLETION_REQUEST_EMBED_DTYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_COMPLETION_REQUEST_EMBED_DTYPE_VALUES!r}"
    )
