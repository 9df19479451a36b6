from typing import Literal

EmbeddingChatRequestEncodingFormat = Literal["base64", "bytes", "bytes_only", "float"]

EMBEDDING_CHAT_REQUEST_ENCODING_FORMAT_VALUES: set[
    EmbeddingChatRequestEncodingFormat
] = {
    "base64",
    "bytes",
    "bytes_only",
    "float",
}


def check_embedding_chat_request_encoding_format(
    value: str,
) -> EmbeddingChatRequestEncodingFormat:
    if value in EMBEDDING_CHAT_REQUEST_ENCODING_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_REQUEST_ENCODING_FORMAT_VALUES!r}"
    )
