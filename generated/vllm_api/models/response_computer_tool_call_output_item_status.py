from typing import Literal

ResponseComputerToolCallOutputItemStatus = Literal[
    "completed", "failed", "in_progress", "incomplete"
]

RESPONSE_COMPUTER_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES: set[
    ResponseComputerToolCallOutputItemStatus
] = {
    "completed",
    "failed",
    "in_progress",
    "incomplete",
}


def check_response_computer_tool_call_output_item_status(
    value: str,
) -> ResponseComputerToolCallOutputItemStatus:
    if value in RESPONSE_COMPUTER_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_COMPUTER_TOOL_CALL_OUTPUT_ITEM_STATUS_VALUES!r}"
    )
