from typing import Literal

ToolSearchCallStatus = Literal["completed", "in_progress", "incomplete"]

TOOL_SEARCH_CALL_STATUS_VALUES: set[ToolSearchCallStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_tool_search_call_status(value: str) -> ToolSearchCallStatus:
    if value in TOOL_SEARCH_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_SEARCH_CALL_STATUS_VALUES!r}"
    )
