from typing import Literal

ResponseComputerToolCallParamStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_COMPUTER_TOOL_CALL_PARAM_STATUS_VALUES: set[
    ResponseComputerToolCallParamStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_computer_tool_call_param_status(
    value: str,
) -> ResponseComputerToolCallParamStatus:
    if value in RESPONSE_COMPUTER_TOOL_CALL_PARAM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_COMPUTER_TOOL_CALL_PARAM_STATUS_VALUES!r}"
    )
