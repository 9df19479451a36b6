from typing import Literal

ResponseToolSearchOutputItemExecution = Literal["client", "server"]

RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_EXECUTION_VALUES: set[
    ResponseToolSearchOutputItemExecution
] = {
    "client",
    "server",
}


def check_response_tool_search_output_item_execution(
    value: str,
) -> ResponseToolSearchOutputItemExecution:
    if value in RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_EXECUTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_TOOL_SEARCH_OUTPUT_ITEM_EXECUTION_VALUES!r}"
    )
