"""A server of the Model Context Protocol over stdio, with the tools that tests call."""

from __future__ import annotations

import base64
from typing import Any, Literal

from mcp.types import (
    AudioContent,
    BlobResourceContents,
    EmbeddedResource,
    ImageContent,
    ResourceLink,
    TextContent,
    TextResourceContents,
)
from pydantic import BaseModel

try:
    from mcp.server.mcpserver import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
except ImportError:  # mcp 1
    from mcp.server.fastmcp import FastMCP as MCPServer  # type: ignore[no-redef]
    from mcp.server.fastmcp.exceptions import ToolError  # type: ignore[no-redef]

PIXEL = b"\x89PNG\r\n\x1a\n"

server: Any = MCPServer("weather")


class Place(BaseModel):
    """A place."""

    city: str
    country: Literal["it", "fr"] = "it"


@server.tool()
def get_weather(place: Place, days: int = 1) -> str:
    """Tell the weather in a place."""
    return f"{days} days of sun in {place.city}, {place.country}"


@server.tool(name="weather.draw")
def draw(size: int) -> list[Any]:
    """Draw the weather."""
    data = base64.b64encode(PIXEL).decode()
    return [
        TextContent(type="text", text=f"{size} pixels:"),
        ImageContent(type="image", data=data, mimeType="image/png"),
        AudioContent(type="audio", data=data, mimeType="audio/wav"),
    ]


@server.tool()
def read_files() -> list[Any]:
    """Read files."""
    text = {"uri": "file:///a.txt", "mimeType": "text/plain", "text": "inside"}
    picture = {"uri": "file:///a.png", "blob": base64.b64encode(PIXEL).decode()}
    archive = {"uri": "file:///a.zip", "blob": base64.b64encode(b"PK\x03\x04").decode()}
    link = {"uri": "file:///b.txt", "name": "b", "mimeType": "text/plain"}
    return [
        EmbeddedResource(type="resource", resource=TextResourceContents(**text)),
        EmbeddedResource(type="resource", resource=BlobResourceContents(**picture)),
        EmbeddedResource(type="resource", resource=BlobResourceContents(**archive)),
        ResourceLink(type="resource_link", **link),
    ]


@server.tool()
def fail(why: str) -> str:
    """Fail."""
    raise ToolError(why)


if __name__ == "__main__":
    server.run()
