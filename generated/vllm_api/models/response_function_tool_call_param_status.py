from typing import Literal

ResponseFunctionToolCallParamStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_FUNCTION_TOOL_CALL_PARAM_STATUS_VALUES: set[
    ResponseFunctionToolCallParamStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_function_tool_call_param_status(
    value: str,
) -> ResponseFunctionToolCallParamStatus:
    if value in RESPONSE_FUNCTION_TOOL_CALL_PARAM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FUNCTION_TOOL_CALL_PARAM_STATUS_VALUES!r}"
    )
