from typing import Literal

ResponseToolSearchCallStatus = Literal["completed", "in_progress", "incomplete"]

RESPONSE_TOOL_SEARCH_CALL_STATUS_VALUES: set[ResponseToolSearchCallStatus] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_tool_search_call_status(value: str) -> ResponseToolSearchCallStatus:
    if value in RESPONSE_TOOL_SEARCH_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_TOOL_SEARCH_CALL_STATUS_VALUES!r}"
    )
