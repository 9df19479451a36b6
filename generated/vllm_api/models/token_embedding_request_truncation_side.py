from typing import Literal

TokenEmbeddingRequestTruncationSide = Literal["left", "right"]

TOKEN_EMBEDDING_REQUEST_TRUNCATION_SIDE_VALUES: set[
    TokenEmbeddingRequestTruncationSide
] = {
    "left",
    "right",
}


def check_token_embedding_request_truncation_side(
    value: str,
) -> TokenEmbeddingRequestTruncationSide:
    if value in TOKEN_EMBEDDING_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOKEN_EMBEDDING_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
