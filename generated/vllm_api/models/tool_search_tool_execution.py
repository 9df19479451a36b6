from typing import Literal

ToolSearchToolExecution = Literal["client", "server"]

TOOL_SEARCH_TOOL_EXECUTION_VALUES: set[ToolSearchToolExecution] = {
    "client",
    "server",
}


def check_tool_search_tool_execution(value: str) -> ToolSearchToolExecution:
    if value in TOOL_SEARCH_TOOL_EXECUTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_SEARCH_TOOL_EXECUTION_VALUES!r}"
    )
