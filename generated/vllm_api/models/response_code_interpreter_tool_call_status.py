from typing import Literal

ResponseCodeInterpreterToolCallStatus = Literal[
    "completed", "failed", "in_progress", "incomplete", "interpreting"
]

RESPONSE_CODE_INTERPRETER_TOOL_CALL_STATUS_VALUES: set[
    ResponseCodeInterpreterToolCallStatus
] = {
    "completed",
    "failed",
    "in_progress",
    "incomplete",
    "interpreting",
}


def check_response_code_interpreter_tool_call_status(
    value: str,
) -> ResponseCodeInterpreterToolCallStatus:
    if value in RESPONSE_CODE_INTERPRETER_TOOL_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_CODE_INTERPRETER_TOOL_CALL_STATUS_VALUES!r}"
    )
