from typing import Literal

ResponseFileSearchToolCallParamStatus = Literal[
    "completed", "failed", "in_progress", "incomplete", "searching"
]

RESPONSE_FILE_SEARCH_TOOL_CALL_PARAM_STATUS_VALUES: set[
    ResponseFileSearchToolCallParamStatus
] = {
    "completed",
    "failed",
    "in_progress",
    "incomplete",
    "searching",
}


def check_response_file_search_tool_call_param_status(
    value: str,
) -> ResponseFileSearchToolCallParamStatus:
    if value in RESPONSE_FILE_SEARCH_TOOL_CALL_PARAM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FILE_SEARCH_TOOL_CALL_PARAM_STATUS_VALUES!r}"
    )
