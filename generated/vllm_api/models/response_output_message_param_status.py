from typing import Literal

ResponseOutputMessageParamStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_OUTPUT_MESSAGE_PARAM_STATUS_VALUES: set[ResponseOutputMessageParamStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_output_message_param_status(
    value: str,
) -> ResponseOutputMessageParamStatus:
    if value in RESPONSE_OUTPUT_MESSAGE_PARAM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_MESSAGE_PARAM_STATUS_VALUES!r}"
    )
