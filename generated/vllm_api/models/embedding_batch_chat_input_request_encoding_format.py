from typing import Literal

EmbeddingBatchChatInputRequestEncodingFormat = Literal[
    "base64", "bytes", "bytes_only", "float"
]

EMBEDDING_BATCH_CHAT_INPUT_REQUEST_ENCODING_FORMAT_VALUES: set[
    EmbeddingBatchChatInputRequestEncodingFormat
] = {
    "base64",
    "bytes",
    "bytes_only",
    "float",
}


def check_embedding_batch_chat_input_request_encoding_format(
    value: str,
) -> EmbeddingBatchChatInputRequestEncodingFormat:
    if value in EMBEDDING_BATCH_CHAT_INPUT_REQUEST_ENCODING_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_BATCH_CHAT_INPUT_REQUEST_ENCODING_FORMAT_VALUES!r}"
    )
