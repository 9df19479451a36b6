from typing import Literal

EmbeddingBatchChatRequestTruncationSide = Literal["left", "right"]

EMBEDDING_BATCH_CHAT_REQUEST_TRUNCATION_SIDE_VALUES: set[
    EmbeddingBatchChatRequestTruncationSide
] = {
    "left",
    "right",
}


def check_embedding_batch_chat_request_truncation_side(
    value: str,
) -> EmbeddingBatchChatRequestTruncationSide:
    if value in EMBEDDING_BATCH_CHAT_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
