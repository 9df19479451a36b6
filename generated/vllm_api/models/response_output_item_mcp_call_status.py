from typing import Literal

ResponseOutputItemMcpCallStatus = Literal[
    "calling", "completed", "failed", "in_progress", "incomplete"
]

RESPONSE_OUTPUT_ITEM_MCP_CALL_STATUS_VALUES: set[ResponseOutputItemMcpCallStatus] = {
    "calling",
    "completed",
    "failed",
    "in_progress",
    "incomplete",
}


def check_response_output_item_mcp_call_status(
    value: str,
) -> ResponseOutputItemMcpCallStatus:
    if value in RESPONSE_OUTPUT_ITEM_MCP_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_OUTPUT_ITEM_MCP_CALL_STATUS_VALUES!r}"
    )
