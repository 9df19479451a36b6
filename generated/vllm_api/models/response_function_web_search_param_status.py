from typing import Literal

ResponseFunctionWebSearchParamStatus = Literal[
    "completed", "failed", "in_progress", "incomplete", "searching"
]

RESPONSE_FUNCTION_WEB_SEARCH_PARAM_STATUS_VALUES: set[
    ResponseFunctionWebSearchParamStatus
] = {
    "completed",
    "failed",
    "in_progress",
    "incomplete",
    "searching",
}


def check_response_function_web_search_param_status(
    value: str,
) -> ResponseFunctionWebSearchParamStatus:
    if value in RESPONSE_FUNCTION_WEB_SEARCH_PARAM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_FUNCTION_WEB_SEARCH_PARAM_STATUS_VALUES!r}"
    )
