from typing import Literal

ResponsesResponseTruncation = Literal["auto", "disabled"]

RESPONSES_RESPONSE_TRUNCATION_VALUES: set[ResponsesResponseTruncation] = {
    "auto",
    "disabled",
}


def check_responses_response_truncation(value: str) -> ResponsesResponseTruncation:
    if value in RESPONSES_RESPONSE_TRUNCATION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_RESPONSE_TRUNCATION_VALUES!r}"
    )
