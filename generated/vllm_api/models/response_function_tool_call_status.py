from typing import Literal

ResponseFunctionToolCallStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_FUNCTION_TOOL_CALL_STATUS_VALUES: set[ResponseFunctionToolCallStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_function_tool_call_status(
    value: str,
) -> ResponseFunctionToolCallStatus:
    if value in RESPONSE_FUNCTION_TOOL_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FUNCTION_TOOL_CALL_STATUS_VALUES!r}"
    )
