from typing import Literal

EmbeddingBatchChatInputRequestTruncationSide = Literal["left", "right"]

EMBEDDING_BATCH_CHAT_INPUT_REQUEST_TRUNCATION_SIDE_VALUES: set[
    EmbeddingBatchChatInputRequestTruncationSide
] = {
    "left",
    "right",
}


def check_embedding_batch_chat_input_request_truncation_side(
    value: str,
) -> EmbeddingBatchChatInputRequestTruncationSide:
    if value in EMBEDDING_BATCH_CHAT_INPUT_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_INPUT_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
