from typing import Literal

ResponseFileSearchToolCallStatus = Literal[
    "completed", "failed", "in_progress", "incomplete", "searching"
]

RESPONSE_FILE_SEARCH_TOOL_CALL_STATUS_VALUES: set[ResponseFileSearchToolCallStatus] = {
    "completed",
    "failed",
    "in_progress",
    "incomplete",
    "searching",
}


def check_response_file_search_tool_call_status(
    value: str,
) -> ResponseFileSearchToolCallStatus:
    if value in RESPONSE_FILE_SEARCH_TOOL_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FILE_SEARCH_TOOL_CALL_STATUS_VALUES!r}"
    )
