from typing import Literal

ResponseInputItemParamMcpCallStatus = Literal[
    "calling", "completed", "failed", "in_progress", "incomplete"
]

RESPONSE_INPUT_ITEM_PARAM_MCP_CALL_STATUS_VALUES: set[
    ResponseInputItemParamMcpCallStatus
] = {
    "calling",
    "completed",
    "failed",
    "in_progress",
    "incomplete",
}


def check_response_input_item_param_mcp_call_status(
    value: str,
) -> ResponseInputItemParamMcpCallStatus:
    if value in RESPONSE_INPUT_ITEM_PARAM_MCP_CALL_STATUS_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSE_INPUT_ITEM_PARAM_MCP_CALL_STATUS_VALUES!r}"
    )
