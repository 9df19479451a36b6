from typing import Literal

EmbeddingBatchChatRequestEndianness = Literal["big", "little", "native"]

EMBEDDING_BATCH_CHAT_REQUEST_ENDIANNESS_VALUES: set[
    EmbeddingBatchChatRequestEndianness
] = {
    "big",
    "little",
    "native",
}


def check_embedding_batch_chat_request_endianness(
    value: str,
) -> EmbeddingBatchChatRequestEndianness:
    if value in EMBEDDING_BATCH_CHAT_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_REQUEST_ENDIANNESS_VALUES!r}"
    )
