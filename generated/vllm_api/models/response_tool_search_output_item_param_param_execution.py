from typing import Literal

ResponseToolSearchOutputItemParamParamExecution = Literal["client", "server"]

RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_PARAM_PARAM_EXECUTION_VALUES: set[
    ResponseToolSearchOutputItemParamParamExecution
] = {
    "client",
    "server",
}


def check_response_tool_search_output_item_param_param_execution(
    value: str,
) -> ResponseToolSearchOutputItemParamParamExecution:
    if value in RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_PARAM_PARAM_EXECUTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_PARAM_PARAM_EXECUTION_VALUES!r}"
    )
