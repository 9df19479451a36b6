from typing import Literal

ToolParamMcpRequireApproval = Literal["always", "never"]

TOOL_PARAM_MCP_REQUIRE_APPROVAL_VALUES: set[ToolParamMcpRequireApproval] = {
    "always",
    "never",
}


def check_tool_param_mcp_require_approval(value: str) -> ToolParamMcpRequireApproval:
    if value in TOOL_PARAM_MCP_REQUIRE_APPROVAL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_MCP_REQUIRE_APPROVAL_VALUES!r}"
    )
