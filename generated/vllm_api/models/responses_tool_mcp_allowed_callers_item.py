from typing import Literal

ResponsesToolMcpAllowedCallersItem = Literal["direct", "programmatic"]

RESPONSES_TOOL_MCP_ALLOWED_CALLERS_ITEM_VALUES: set[
    ResponsesToolMcpAllowedCallersItem
] = {
    "direct",
    "programmatic",
}


def check_responses_tool_mcp_allowed_callers_item(
    value: str,
) -> ResponsesToolMcpAllowedCallersItem:
    if value in RESPONSES_TOOL_MCP_ALLOWED_CALLERS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_MCP_ALLOWED_CALLERS_ITEM_VALUES!r}"
    )
