from typing import Literal

EmbeddingCompletionRequestTruncationSide = Literal["left", "right"]

EMBEDDING_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES: set[
    EmbeddingCompletionRequestTruncationSide
] = {
    "left",
    "right",
}


def check_embedding_completion_request_truncation_side(
    value: str,
) -> EmbeddingCompletionRequestTruncationSide:
    if value in EMBEDDING_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
