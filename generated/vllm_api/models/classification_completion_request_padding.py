from typing import Literal

ClassificationCompletionRequestPadding = Literal["do_not_pad", "max_length"]

CLASSIFICATION_COMPLETION_REQUEST_PADDING_VALUES: set[
    ClassificationCompletionRequestPadding
] = {
    "do_not_pad",
    "max_length",
}


def check_classification_completion_request_padding(
    value: str,
) -> ClassificationCompletionRequestPadding:
    if value in CLASSIFICATION_COMPLETION_REQUEST_PADDING_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CLASSIFICATION_COMPLETION_REQUEST_PADDING_VALUES!r}"
    )
