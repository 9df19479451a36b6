from typing import Literal

ResponseFunctionShellToolCallStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_FUNCTION_SHELL_TOOL_CALL_STATUS_VALUES: set[
    ResponseFunctionShellToolCallStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_function_shell_tool_call_status(
    value: str,
) -> ResponseFunctionShellToolCallStatus:
    if value in RESPONSE_FUNCTION_SHELL_TOOL_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FUNCTION_SHELL_TOOL_CALL_STATUS_VALUES!r}"
    )
