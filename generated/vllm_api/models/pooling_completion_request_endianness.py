from typing import Literal

PoolingCompletionRequestEndianness = Literal["big", "little", "native"]

POOLING_COMPLETION_REQUEST_ENDIANNESS_VALUES: set[
    PoolingCompletionRequestEndianness
] = {
    "big",
    "little",
    "native",
}


def check_pooling_completion_request_endianness(
    value: str,
) -> PoolingCompletionRequestEndianness:
    if value in POOLING_COMPLETION_REQUEST_ENDIANNESS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_COMPLETION_REQUEST_ENDIANNESS_VALUES!r}"
    )
