from typing import Literal

ResponseToolSearchOutputItemStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_STATUS_VALUES: set[
    ResponseToolSearchOutputItemStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_tool_search_output_item_status(
    value: str,
) -> ResponseToolSearchOutputItemStatus:
    if value in RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_STATUS_VALUES!r}"
    )
