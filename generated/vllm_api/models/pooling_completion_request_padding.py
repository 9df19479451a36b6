from typing import Literal

PoolingCompletionRequestPadding = Literal["do_not_pad", "max_length"]

POOLING_COMPLETION_REQUEST_PADDING_VALUES: set[PoolingCompletionRequestPadding] = {
    "do_not_pad",
    "max_length",
}


def check_pooling_completion_request_padding(
    value: str,
) -> PoolingCompletionRequestPadding:
    if value in POOLING_COMPLETION_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {POOLING_COMPLETION_REQUEST_PADDING_VALUES!r}"
    )
