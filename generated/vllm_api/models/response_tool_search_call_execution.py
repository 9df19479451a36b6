from typing import Literal

ResponseToolSearchCallExecution = Literal["client", "server"]

RESPONSE_TOOL_SEARCH_CALL_EXECUTION_VALUES: set[ResponseToolSearchCallExecution] = {
    "client",
    "server",
}


def check_response_tool_search_call_execution(
    value: str,
) -> ResponseToolSearchCallExecution:
    if value in RESPONSE_TOOL_SEARCH_CALL_EXECUTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_TOOL_SEARCH_CALL_EXECUTION_VALUES!r}"
    )
