from typing import Literal

EmbeddingCompletionRequestEncodingFormat = Literal[
    "base64", "bytes", "bytes_only", "float"
]

EMBEDDING_COMPLETION_REQUEST_ENCODING_FORMAT_VALUES: set[
    EmbeddingCompletionRequestEncodingFormat
] = {
    "base64",
    "bytes",
    "bytes_only",
    "float",
}


def check_embedding_completion_request_encoding_format(
    value: str,
) -> EmbeddingCompletionRequestEncodingFormat:
    if value in EMBEDDING_COMPLETION_REQUEST_ENCODING_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {EMBEDDING_COMPLETION_REQUEST_ENCODING_FORMAT_VALUES!r}"
    )
