from typing import Literal

EmbeddingChatRequestEndianness = Literal["big", "little", "native"]

EMBEDDING_CHAT_REQUEST_ENDIANNESS_VALUES: set[EmbeddingChatRequestEndianness] = {
    "big",
    "little",
    "native",
}


def check_embedding_chat_request_endianness(
    value: str,
) -> EmbeddingChatRequestEndianness:
    if value in EMBEDDING_CHAT_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_REQUEST_ENDIANNESS_VALUES!r}"
    )
