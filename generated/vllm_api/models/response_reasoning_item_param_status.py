from typing import Literal

ResponseReasoningItemParamStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_REASONING_ITEM_PARAM_STATUS_VALUES: set[ResponseReasoningItemParamStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_reasoning_item_param_status(
    value: str,
) -> ResponseReasoningItemParamStatus:
    if value in RESPONSE_REASONING_ITEM_PARAM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_REASONING_ITEM_PARAM_STATUS_VALUES!r}"
    )
