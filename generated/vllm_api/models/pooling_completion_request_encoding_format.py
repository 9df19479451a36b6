from typing import Literal

PoolingCompletionRequestEncodingFormat = Literal[
    "base64", "bytes", "bytes_only", "float"
]

POOLING_COMPLETION_REQUEST_ENCODING_FORMAT_VALUES: set[
    PoolingCompletionRequestEncodingFormat
] = {
    "base64",
    "bytes",
    "bytes_only",
    "float",
}


def check_pooling_completion_request_encoding_format(
    value: str,
) -> PoolingCompletionRequestEncodingFormat:
    if value in POOLING_COMPLETION_REQUEST_ENCODING_FORMAT_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_COMPLETION_REQUEST_ENCODING_FORMAT_VALUES!r}"
    )
