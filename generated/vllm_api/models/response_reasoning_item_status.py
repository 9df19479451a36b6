from typing import Literal

ResponseReasoningItemStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_REASONING_ITEM_STATUS_VALUES: set[ResponseReasoningItemStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_reasoning_item_status(value: str) -> ResponseReasoningItemStatus:
    if value in RESPONSE_REASONING_ITEM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_REASONING_ITEM_STATUS_VALUES!r}"
    )
