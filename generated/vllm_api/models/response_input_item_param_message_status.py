from typing import Literal

ResponseInputItemParamMessageStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_INPUT_ITEM_PARAM_MESSAGE_STATUS_VALUES: set[
    ResponseInputItemParamMessageStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_input_item_param_message_status(
    value: str,
) -> ResponseInputItemParamMessageStatus:
    if value in RESPONSE_INPUT_ITEM_PARAM_MESSAGE_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_MESSAGE_STATUS_VALUES!r}"
    )
