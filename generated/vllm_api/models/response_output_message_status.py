from typing import Literal

ResponseOutputMessageStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_OUTPUT_MESSAGE_STATUS_VALUES: set[ResponseOutputMessageStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_output_message_status(value: str) -> ResponseOutputMessageStatus:
    if value in RESPONSE_OUTPUT_MESSAGE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_MESSAGE_STATUS_VALUES!r}"
    )
