from typing import Literal

ToolParamMcpAllowedCallersItem = Literal["direct", "programmatic"]

TOOL_PARAM_MCP_ALLOWED_CALLERS_ITEM_VALUES: set[ToolParamMcpAllowedCallersItem] = {
    "direct",
    "programmatic",
}


def check_tool_param_mcp_allowed_callers_item(
    value: str,
) -> ToolParamMcpAllowedCallersItem:
    if value in TOOL_PARAM_MCP_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_MCP_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
