from typing import Literal

TokenEmbeddingRequestEmbedDtype = Literal[
    "bfloat16", "float16", "float32", "fp8_e4m3", "fp8_e5m2"
]

TOKEN_EMBEDDING_REQUEST_EMBED_DTYPE_VALUES: set[TokenEmbeddingRequestEmbedDtype] = {
    "bfloat16",
    "float16",
    "float32",
    "fp8_e4m3",
    "fp8_e5m2",
}


def check_token_embedding_request_embed_dtype(
    value: str,
) -> TokenEmbeddingRequestEmbedDtype:
    if value in TOKEN_EMBEDDING_REQUEST_EMBED_DTYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOKEN_EMBEDDING_REQUEST_EMBED_DTYPE_VALUES!r}"
    )
