from typing import Literal

EmbeddingChatRequestTruncationSide = Literal["left", "right"]

EMBEDDING_CHAT_REQUEST_TRUNCATION_SIDE_VALUES: set[
    EmbeddingChatRequestTruncationSide
] = {
    "left",
    "right",
}


def check_embedding_chat_request_truncation_side(
    value: str,
) -> EmbeddingChatRequestTruncationSide:
    if value in EMBEDDING_CHAT_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
