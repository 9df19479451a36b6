from typing import Literal

ToolSearchCallExecution = Literal["client", "server"]

TOOL_SEARCH_CALL_EXECUTION_VALUES: set[ToolSearchCallExecution] = {
    "client",
    "server",
}


def check_tool_search_call_execution(value: str) -> ToolSearchCallExecution:
    if value in TOOL_SEARCH_CALL_EXECUTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_SEARCH_CALL_EXECUTION_VALUES!r}"
    )
