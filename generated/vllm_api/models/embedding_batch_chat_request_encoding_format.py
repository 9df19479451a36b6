from typing import Literal

EmbeddingBatchChatRequestEncodingFormat = Literal[
    "base64", "bytes", "bytes_only", "float"
]

EMBEDDING_BATCH_CHAT_REQUEST_ENCODING_FORMAT_VALUES: set[
    EmbeddingBatchChatRequestEncodingFormat
] = {
    "base64",
    "bytes",
    "bytes_only",
    "float",
}


def check_embedding_batch_chat_request_encoding_format(
    value: str,
) -> EmbeddingBatchChatRequestEncodingFormat:
    if value in EMBEDDING_BATCH_CHAT_REQUEST_ENCODING_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_REQUEST_ENCODING_FORMAT_VALUES!r}"
    )
