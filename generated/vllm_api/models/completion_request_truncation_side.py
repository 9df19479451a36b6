from typing import Literal

CompletionRequestTruncationSide = Literal["left", "right"]

COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES: set[CompletionRequestTruncationSide] = {
    "left",
    "right",
}


def check_completion_request_truncation_side(
    value: str,
) -> CompletionRequestTruncationSide:
    if value in COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
