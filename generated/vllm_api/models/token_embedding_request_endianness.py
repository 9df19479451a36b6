from typing import Literal

TokenEmbeddingRequestEndianness = Literal["big", "little", "native"]

TOKEN_EMBEDDING_REQUEST_ENDIANNESS_VALUES: set[TokenEmbeddingRequestEndianness] = {
    "big",
    "little",
    "native",
}


def check_token_embedding_request_endianness(
    value: str,
) -> TokenEmbeddingRequestEndianness:
    if value in TOKEN_EMBEDDING_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOKEN_EMBEDDING_REQUEST_ENDIANNESS_VALUES!r}"
    )
