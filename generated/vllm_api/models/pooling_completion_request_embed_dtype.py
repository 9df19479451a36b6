from typing import Literal

PoolingCompletionRequestEmbedDtype = Literal[
    "bfloat16", "float16", "float32", "fp8_e4m3", "fp8_e5m2"
]

POOLING_COMPLETION_REQUEST_EMBED_DTYPE_VALUES: set[
    PoolingCompletionRequestEmbedDtype
] = {
    "bfloat16",
    "float16",
    "float32",
    "fp8_e4m3",
    "fp8_e5m2",
}


def check_pooling_completion_request_embed_dtype(
    value: str,
) -> PoolingCompletionRequestEmbedDtype:
    if value in POOLING_COMPLETION_REQUEST_EMBED_DTYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_COMPLETION_REQUEST_EMBED_DTYPE_VALUES!r}"
    )
