from typing import Literal

EmbeddingChatInputRequestEncodingFormat = Literal[
    "base64", "bytes", "bytes_only", "float"
]

EMBEDDING_CHAT_INPUT_REQUEST_ENCODING_FORMAT_VALUES: set[
    EmbeddingChatInputRequestEncodingFormat
] = {
    "base64",
    "bytes",
    "bytes_only",
    "float",
}


def check_embedding_chat_input_request_encoding_format(
    value: str,
) -> EmbeddingChatInputRequestEncodingFormat:
    if value in EMBEDDING_CHAT_INPUT_REQUEST_ENCODING_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_CHAT_INPUT_REQUEST_ENCODING_FORMAT_VALUES!r}"
    )
