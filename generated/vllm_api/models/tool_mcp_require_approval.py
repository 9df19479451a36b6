from typing import Literal

ToolMcpRequireApproval = Literal["always", "never"]

TOOL_MCP_REQUIRE_APPROVAL_VALUES: set[ToolMcpRequireApproval] = {
    "always",
    "never",
}


def check_tool_mcp_require_approval(value: str) -> ToolMcpRequireApproval:
    if value in TOOL_MCP_REQUIRE_APPROVAL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_MCP_REQUIRE_APPROVAL_VALUES!r}"
    )
