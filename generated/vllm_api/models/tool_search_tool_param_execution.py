from typing import Literal

ToolSearchToolParamExecution = Literal["client", "server"]

TOOL_SEARCH_TOOL_PARAM_EXECUTION_VALUES: set[ToolSearchToolParamExecution] = {
    "client",
    "server",
}


def check_tool_search_tool_param_execution(value: str) -> ToolSearchToolParamExecution:
    if value in TOOL_SEARCH_TOOL_PARAM_EXECUTION_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_SEARCH_TOOL_PARAM_EXECUTION_VALUES!r}"
    )
