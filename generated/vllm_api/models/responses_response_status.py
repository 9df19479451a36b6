from typing import Literal

ResponsesResponseStatus = Literal[
    "cancelled", "completed", "failed", "in_progress", "incomplete", "queued"
]

RESPONSES_RESPONSE_STATUS_VALUES: set[ResponsesResponseStatus] = {
    "cancelled",
    "completed",
    "failed",
    "in_progress",
    "incomplete",
    "queued",
}


def check_responses_response_status(value: str) -> ResponsesResponseStatus:
    if value in RESPONSES_RESPONSE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_RESPONSE_STATUS_VALUES!r}"
    )
