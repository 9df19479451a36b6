from typing import Literal

ResponseCustomToolCallOutputItemStatus = Literal[
    "completed", "in_progress", "incomplete"
]

RESPONSE_CUSTOM_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES: set[
    ResponseCustomToolCallOutputItemStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_custom_tool_call_output_item_status(
    value: str,
) -> ResponseCustomToolCallOutputItemStatus:
    if value in RESPONSE_CUSTOM_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_CUSTOM_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES!r}"
    )
