from typing import Literal

ResponsesRequestTruncation = Literal["auto", "disabled"]

RESPONSES_REQUEST_TRUNCATION_VALUES: set[ResponsesRequestTruncation] = {
    "auto",
    "disabled",
}


def check_responses_request_truncation(value: str) -> ResponsesRequestTruncation:
    if value in RESPONSES_REQUEST_TRUNCATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_REQUEST_TRUNCATION_VALUES!r}"
    )
