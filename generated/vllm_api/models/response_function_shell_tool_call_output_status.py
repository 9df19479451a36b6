from typing import Literal

ResponseFunctionShellToolCallOutputStatus = Literal[
    "completed", "in_progress", "incomplete"
]

RESPONSE_FUNCTION_SHELL_TOOL_CALL_OUTPUT_STATUS_VALUES: set[
    ResponseFunctionShellToolCallOutputStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_function_shell_tool_call_output_status(
    value: str,
) -> ResponseFunctionShellToolCallOutputStatus:
    if value in RESPONSE_FUNCTION_SHELL_TOOL_CALL_OUTPUT_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FUNCTION_SHELL_TOOL_CALL_OUTPUT_STATUS_VALUES!r}"
    )
