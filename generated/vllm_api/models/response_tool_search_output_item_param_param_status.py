from typing import Literal

ResponseToolSearchOutputItemParamParamStatus = Literal[
    "completed", "in_progress", "incomplete"
]

RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_PARAM_PARAM_STATUS_VALUES: set[
    ResponseToolSearchOutputItemParamParamStatus
] = {
    "completed",
    "in_progress",
    "incomplete",
}


def check_response_tool_search_output_item_param_param_status(
    value: str,
) -> ResponseToolSearchOutputItemParamParamStatus:
    if value in RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_PARAM_PARAM_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_PARAM_PARAM_STATUS_VALUES!r}"
    )
