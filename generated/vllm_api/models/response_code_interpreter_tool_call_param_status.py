from typing import Literal

ResponseCodeInterpreterToolCallParamStatus = Literal[
    "completed", "failed", "in_progress", "incomplete", "interpreting"
]

RESPONSE_CODE_INTERPRETER_TOOL_CALL_PARAM_STATUS_VALUES: set[
    ResponseCodeInterpreterToolCallParamStatus
] = {
    "completed",
    "failed",
    "in_progress",
    "incomplete",
    "interpreting",
}


def check_response_code_interpreter_tool_call_param_status(
    value: str,
) -> ResponseCodeInterpreterToolCallParamStatus:
    if value in RESPONSE_CODE_INTERPRETER_TOOL_CALL_PARAM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_CODE_INTERPRETER_TOOL_CALL_PARAM_STATUS_VALUES!r}"
    )
