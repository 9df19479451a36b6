from typing import Literal

ResponseFunctionWebSearchStatus = Literal[
    "completed", "failed", "in_progress", "incomplete", "searching"
]

RESPONSE_FUNCTION_WEB_SEARCH_STATUS_VALUES: set[ResponseFunctionWebSearchStatus] = {
    "completed",
    "failed",
    "in_progress",
    "incomplete",
    "searching",
}


def check_response_function_web_search_status(
    value: str,
) -> ResponseFunctionWebSearchStatus:
    if value in RESPONSE_FUNCTION_WEB_SEARCH_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FUNCTION_WEB_SEARCH_STATUS_VALUES!r}"
    )
