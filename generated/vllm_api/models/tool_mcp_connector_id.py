from typing import Literal

ToolMcpConnectorId = Literal[
    "connector_dropbox",
    "connector_gmail",
    "connector_googlecalendar",
    "connector_googledrive",
    "connector_microsoftteams",
    "connector_outlookcalendar",
    "connector_outlookemail",
    "connector_sharepoint",
]

TOOL_MCP_CONNECTOR_ID_VALUES: set[ToolMcpConnectorId] = {
    "connector_dropbox",
    "connector_gmail",
    "connector_googlecalendar",
    "connector_googledrive",
    "connector_microsoftteams",
    "connector_outlookcalendar",
    "connector_outlookemail",
    "connector_sharepoint",
}


def check_tool_mcp_connector_id(value: str) -> ToolMcpConnectorId:
    if value in TOOL_MCP_CONNECTOR_ID_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_MCP_CONNECTOR_ID_VALUES!r}"
    )
