from typing import Literal

ToolMcpAllowedCallersItem = Literal["direct", "programmatic"]

TOOL_MCP_ALLOWED_CALLERS_ITEM_VALUES: set[ToolMcpAllowedCallersItem] = {
    "direct",
    "programmatic",
}


def check_tool_mcp_allowed_callers_item(value: str) -> ToolMcpAllowedCallersItem:
    if value in TOOL_MCP_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_MCP_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
