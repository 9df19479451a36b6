from typing import Literal

ResponsesToolMcpRequireApproval = Literal["always", "never"]

RESPONSES_TOOL_MCP_REQUIRE_APPROVAL_VALUES: set[ResponsesToolMcpRequireApproval] = {
    "always",
    "never",
}


def check_responses_tool_mcp_require_approval(
    value: str,
) -> ResponsesToolMcpRequireApproval:
    if value in RESPONSES_TOOL_MCP_REQUIRE_APPROVAL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_MCP_REQUIRE_APPROVAL_VALUES!r}"
    )
