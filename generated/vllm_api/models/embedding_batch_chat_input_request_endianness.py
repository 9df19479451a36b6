from typing import Literal

EmbeddingBatchChatInputRequestEndianness = Literal["big", "little", "native"]

EMBEDDING_BATCH_CHAT_INPUT_REQUEST_ENDIANNESS_VALUES: set[
    EmbeddingBatchChatInputRequestEndianness
] = {
    "big",
    "little",
    "native",
}


def check_embedding_batch_chat_input_request_endianness(
    value: str,
) -> EmbeddingBatchChatInputRequestEndianness:
    if value in EMBEDDING_BATCH_CHAT_INPUT_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_INPUT_REQUEST_ENDIANNESS_VALUES!r}"
    )
