from typing import Literal

ResponseComputerToolCallStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_COMPUTER_TOOL_CALL_STATUS_VALUES: set[ResponseComputerToolCallStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_computer_tool_call_status(
    value: str,
) -> ResponseComputerToolCallStatus:
    if value in RESPONSE_COMPUTER_TOOL_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_COMPUTER_TOOL_CALL_STATUS_VALUES!r}"
    )
