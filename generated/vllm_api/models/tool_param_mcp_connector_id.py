from typing import Literal

ToolParamMcpConnectorId = Literal[
    "connector_dropbox",
    "connector_gmail",
    "connector_googlecalendar",
    "connector_googledrive",
    "connector_microsoftteams",
    "connector_outlookcalendar",
    "connector_outlookemail",
    "connector_sharepoint",
]

TOOL_PARAM_MCP_CONNECTOR_ID_VALUES: set[ToolParamMcpConnectorId] = {
    "connector_dropbox",
    "connector_gmail",
    "connector_googlecalendar",
    "connector_googledrive",
    "connector_microsoftteams",
    "connector_outlookcalendar",
    "connector_outlookemail",
    "connector_sharepoint",
}


def check_tool_param_mcp_connector_id(value: str) -> ToolParamMcpConnectorId:
    if value in TOOL_PARAM_MCP_CONNECTOR_ID_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TOOL_PARAM_MCP_CONNECTOR_ID_VALUES!r}"
    )
