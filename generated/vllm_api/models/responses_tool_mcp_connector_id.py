from typing import Literal

ResponsesToolMcpConnectorId = Literal[
    "connector_dropbox",
    "connector_gmail",
    "connector_googlecalendar",
    "connector_googledrive",
    "connector_microsoftteams",
    "connector_outlookcalendar",
    "connector_outlookemail",
    "connector_sharepoint",
]

RESPONSES_TOOL_MCP_CONNECTOR_ID_VALUES: set[ResponsesToolMcpConnectorId] = {
    "connector_dropbox",
    "connector_gmail",
    "connector_googlecalendar",
    "connector_googledrive",
    "connector_microsoftteams",
    "connector_outlookcalendar",
    "connector_outlookemail",
    "connector_sharepoint",
}


def check_responses_tool_mcp_connector_id(value: str) -> ResponsesToolMcpConnectorId:
    if value in RESPONSES_TOOL_MCP_CONNECTOR_ID_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RESPONSES_TOOL_MCP_CONNECTOR_ID_VALUES!r}"
    )
