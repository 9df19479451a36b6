from typing import Literal

EmbeddingChatInputRequestTruncationSide = Literal["left", "right"]

EMBEDDING_CHAT_INPUT_REQUEST_TRUNCATION_SIDE_VALUES: set[
    EmbeddingChatInputRequestTruncationSide
] = {
    "left",
    "right",
}


def check_embedding_chat_input_request_truncation_side(
    value: str,
) -> EmbeddingChatInputRequestTruncationSide:
    if value in EMBEDDING_CHAT_INPUT_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_INPUT_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
