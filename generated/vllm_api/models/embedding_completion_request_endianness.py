from typing import Literal

EmbeddingCompletionRequestEndianness = Literal["big", "little", "native"]

EMBEDDING_COMPLETION_REQUEST_ENDIANNESS_VALUES: set[
    EmbeddingCompletionRequestEndianness
] = {
    "big",
    "little",
    "native",
}


def check_embedding_completion_request_endianness(
    value: str,
) -> EmbeddingCompletionRequestEndianness:
    if value in EMBEDDING_COMPLETION_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_COMPLETION_REQUEST_ENDIANNESS_VALUES!r}"
    )
