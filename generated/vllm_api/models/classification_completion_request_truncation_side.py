from typing import Literal

ClassificationCompletionRequestTruncationSide = Literal["left", "right"]

CLASSIFICATION_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES: set[
    ClassificationCompletionRequestTruncationSide
] = {
    "left",
    "right",
}


def check_classification_completion_request_truncation_side(
    value: str,
) -> ClassificationCompletionRequestTruncationSide:
    if value in CLASSIFICATION_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CLASSIFICATION_COMPLETION_REQUEST_TRUNCATION_SIDE_VALUES!r}"
    )
