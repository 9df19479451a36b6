from typing import Literal

PoolingCompletionRequestTruncationSide = Literal["left", "right"]

POOLING_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES: set[
    PoolingCompletionRequestTruncationSide
] = {
    "left",
    "right",
}


def check_pooling_completion_request_truncation_side(
    value: str,
) -> PoolingCompletionRequestTruncationSide:
    if value in POOLING_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
