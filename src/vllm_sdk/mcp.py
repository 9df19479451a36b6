"""Tools of servers of the Model Context Protocol (MCP), for `generate_with_tools`.

It needs the extra: `pip install "vllm-typed-sdk[mcp]"`.

>>> from mcp import Client
>>> from vllm_sdk.mcp import mcp_tools
>>> async with Client("http://localhost:9000/mcp") as session:
...     tools = await mcp_tools(session)
...     reply = await client.generate_with_tools("What's the weather in Paris?", tools)
"""

from __future__ import annotations

import asyncio
import base64
import importlib.util
import inspect
import json
import re
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from typing import Any, Protocol

from vllm_sdk._messages import Part, audio, file, image
from vllm_sdk._tools import Tool, tool
from vllm_sdk._tools.schemas import hoist_references
from vllm_sdk.errors import RequestInvalid

__all__ = ["MCPSession", "MCPToolError", "mcp_tools"]

_LONGEST_NAME = 64
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_-]")


class MCPSession(Protocol):
    """A session of the `mcp` package: `ClientSession`, or `Client` of mcp 2."""

    async def list_tools(self) -> Any:
        """List the tools of the server."""

    async def call_tool(self, name: str, arguments: dict[str, Any] | None = None) -> Any:
        """Call a tool of the server."""


class MCPToolError(Exception):
    """An error that an MCP server returned as the result of a call.

    The model reads its text, unless `hidden_errors=` names this class.
    """


async def mcp_tools(
    session: MCPSession,
    *,
    only: Collection[str] | None = None,
    prefix: str = "",
    timeout: float | None = None,  # noqa: ASYNC109 -- it is that of each tool
    lenient: bool = False,
) -> list[Tool[..., Any]]:
    """List the tools of an MCP server, for native and descriptive mode.

    A call of such a tool is a call of the server's tool by the session, on the event loop on which
    `mcp_tools` was called. That loop has to run: use `AsyncVLLM` on it, or `VLLM` in another
    thread. The tools work as long as the session is open.

    The model reads texts, images and audio as the server returns them; of other resources, their
    description. Arguments are checked against the server's schema before a call.

    Args:
        session: An initialized session of the `mcp` package.
        only: The names of the tools to list, as the server has them; None for all.
        prefix: The beginning of each tool's name for the model, to tell servers apart.
        timeout: Seconds that a call may take, above 0; None for the loop's own limit.
        lenient: Whether JSON text is read where a schema wants an object, as in `tool`.

    Returns:
        The tools, in the server's order. In names, `_` replaces characters that not every tool
        parser can carry, and a name ends after 64 characters.

    Raises:
        ImportError: The extra is not installed.
        RequestInvalid: The server has no tool of a name in `only`, two names become the same, or a
            schema is not the schema of an object.
        TypeError: It is not a session.
    """
    _check_session(session)
    loop = asyncio.get_running_loop()
    found = [each async for each in _iter_tools(session)]
    if only is not None:
        known = [each["name"] for each in found]
        if missing := [name for name in only if name not in known]:
            raise RequestInvalid(
                f"the MCP server has no tool {missing[0]!r}; it has {', '.join(known) or 'none'}."
            )
        found = [each for each in found if each["name"] in only]
    tools: dict[str, Tool[..., Any]] = {}
    for each in found:
        name = _NOT_IN_NAMES.sub("_", f"{prefix}{each['name']}")[:_LONGEST_NAME]
        if name in tools:
            raise RequestInvalid(
                f"two tools of the MCP server become {name!r} for the model: "
                "list one of them with only=…, and change its name with attrs.evolve(tool, name=…)."
            )
        tools[name] = tool(
            _build_function(session, loop, each["name"]),
            name=name,
            description=each.get("description") or each.get("title") or "",
            schema=hoist_references(each["inputSchema"]),
            timeout=timeout,
            lenient=lenient,
        )
    return list(tools.values())


def _check_session(session: object) -> None:
    """Refuse what is not a session, and an environment without the extra."""
    if importlib.util.find_spec("mcp") is None:
        raise ImportError('mcp_tools needs an extra: pip install "vllm-typed-sdk[mcp]"')
    for name in ("list_tools", "call_tool"):
        if isinstance(session, type) or not callable(getattr(session, name, None)):
            raise TypeError(
                "mcp_tools takes an open session of the mcp package, mcp.Client or "
                f"mcp.ClientSession, not {session!r}"
            )


async def _iter_tools(session: Any) -> AsyncIterator[dict[str, Any]]:
    """Yield the server's tools in the form of the protocol, page by page."""
    page = _dump(await session.list_tools())
    while True:
        for each in page["tools"]:
            yield each
        if not (cursor := page.get("nextCursor")):
            return
        page = _dump(await session.list_tools(**_build_page(session, cursor)))


def _build_page(session: Any, cursor: str) -> dict[str, Any]:
    """Build the argument for the next page; versions of mcp differ in it."""
    if "params" not in inspect.signature(session.list_tools).parameters:
        return {"cursor": cursor}
    from mcp.types import PaginatedRequestParams

    return {"params": PaginatedRequestParams(cursor=cursor)}


def _build_function(session: Any, loop: asyncio.AbstractEventLoop, name: str) -> Any:
    """Build the function that calls a server's tool on the session's event loop."""

    async def call(**arguments: Any) -> Any:
        if asyncio.get_running_loop() is loop:
            return read_result(_dump(await session.call_tool(name, arguments)))
        if not loop.is_running():
            raise RuntimeError(
                "the event loop of the MCP session does not run: list the tools on the loop that "
                "runs AsyncVLLM, or run VLLM in a thread beside it"
            )
        calling = asyncio.run_coroutine_threadsafe(session.call_tool(name, arguments), loop)
        return read_result(_dump(await asyncio.wrap_future(calling)))

    return call


def _dump(value: Any) -> dict[str, Any]:
    """Return a value of mcp in the form of the protocol, whose names all versions share."""
    dumped: dict[str, Any] = value.model_dump(by_alias=True, mode="json")
    return dumped


def read_result(result: Mapping[str, Any]) -> Any:
    """Return a call's result as a tool's result: a text, a list of texts and media, or plain JSON.

    Raises:
        MCPToolError: The result is an error.
    """
    content = [_read_block(each) for each in result.get("content") or ()]
    if result.get("isError"):
        raise MCPToolError(_join_texts(content) or "the tool failed")
    if not content:
        structured = result.get("structuredContent")
        return "" if structured is None else structured
    return content[0] if len(content) == 1 else content


def _join_texts(content: Iterable[str | Part]) -> str:
    return "\n".join(each for each in content if isinstance(each, str))


def _read_block(block: Mapping[str, Any]) -> str | Part:
    """Return a block of a result's content as text or as a part of a message."""
    match block["type"]:
        case "text":
            return str(block["text"])
        case "image":
            return image(base64.b64decode(block["data"]), media_type=block["mimeType"])
        case "audio":
            return audio(base64.b64decode(block["data"]), media_type=block["mimeType"])
        case "resource":
            return _read_resource(block["resource"])
        case _:
            return _describe(block)


def _read_resource(resource: Mapping[str, Any]) -> str | Part:
    if (text := resource.get("text")) is not None:
        return str(text)
    try:
        return file(base64.b64decode(resource["blob"]))
    except RequestInvalid:
        return _describe({**resource, "blob": None})


def _describe(block: Mapping[str, Any]) -> str:
    """Return what says something in a block, as JSON."""
    said = {name: value for name, value in block.items() if value is not None and name != "_meta"}
    return json.dumps(said, ensure_ascii=False)
