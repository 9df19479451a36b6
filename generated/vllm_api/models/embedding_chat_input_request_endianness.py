from typing import Literal

EmbeddingChatInputRequestEndianness = Literal["big", "little", "native"]

EMBEDDING_CHAT_INPUT_REQUEST_ENDIANNESS_VALUES: set[
    EmbeddingChatInputRequestEndianness
] = {
    "big",
    "little",
    "native",
}


def check_embedding_chat_input_request_endianness(
    value: str,
) -> EmbeddingChatInputRequestEndianness:
    if value in EMBEDDING_CHAT_INPUT_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_INPUT_REQUEST_ENDIANNESS_VALUES!r}"
    )
