from typing import Literal

ResponseFunctionToolCallOutputItemStatus = Literal[
    "completed", "in_progress", "incomplete"
]

RESPONSE_FUNCTION_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES: set[
    ResponseFunctionToolCallOutputItemStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_function_tool_call_output_item_status(
    value: str,
) -> ResponseFunctionToolCallOutputItemStatus:
    if value in RESPONSE_FUNCTION_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FUNCTION_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES!r}"
    )
