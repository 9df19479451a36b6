"""The tools that a chat offers to the model: the `tools` field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from vllm_sdk.errors import RequestInvalid
from vllm_sdk.options.checks import refuse_unread
from vllm_sdk.types import AnyFunction

ToolDict: TypeAlias = Mapping[str, Any]
"""A tool in vLLM's own form: `{"type": "function", "function": {"name", "parameters", …}}`."""


ToolLike: TypeAlias = Callable[..., Any] | ToolDict | AnyFunction
"""A `Tool`, a function that can be one, or a tool in vLLM's own form."""

TOOL_FIELDS = ("type", "function", "defer_loading")
FUNCTION_FIELDS = ("name", "description", "parameters", "strict", "defer_loading")
_ADVICE = {
    "strict": "put it into 'function'.",
    "name": "put it into 'function'.",
    "description": "put it into 'function'.",
    "parameters": "put it into 'function'.",
    "input_schema": "write 'parameters', inside 'function'.",
    "inputSchema": "write 'parameters', inside 'function'.",
    "schema": "write 'parameters', inside 'function'.",
}
"""The fields of a tool that vLLM reads, and what to write in place of some that it does not."""


def build_tools_field(tools: Iterable[ToolLike]) -> list[dict[str, Any]]:
    """Build the `tools` field of a request.

    Raises:
        RequestInvalid: The list is empty, a tool has no name, two tools have one name, or a
            function cannot be a tool.
        TypeError: A value is not a tool.
    """
    given: object = tools
    if isinstance(given, (str, Mapping)) or not isinstance(given, Iterable):
        raise TypeError("tools is a list of tools")
    offered = [_read_tool(index, tool) for index, tool in enumerate(tools)]
    if not offered:
        raise RequestInvalid("tools is empty, which vLLM refuses: leave it out.")
    names = name_tools(offered)
    for index, name in enumerate(names):
        if name in names[:index]:
            raise RequestInvalid(f"tools[{index}]: there is another tool named {name!r}.")
    return offered


def name_tools(tools: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the names of the offered tools."""
    return [tool["function"]["name"] for tool in tools]


def _read_tool(index: int, tool: ToolLike) -> dict[str, Any]:
    if callable(tool):
        from vllm_sdk._tools import as_tool  # a client that offers no tools starts without it

        return as_tool(tool).to_dict()
    function: Any = tool.get("function") if isinstance(tool, Mapping) else None
    if not isinstance(function, Mapping):
        raise TypeError(
            f"tools[{index}] is not a tool; one is a function, or a dict such as "
            '{"type": "function", "function": {"name": "get_weather", "parameters": {…}}}'
        )
    name = cast("Mapping[str, Any]", function).get("name")
    if not isinstance(name, str) or not name:
        raise RequestInvalid(f"tools[{index}] has no name: give its function a `name`.")
    refuse_unread(f"tools[{index}]", cast("Mapping[str, Any]", tool), TOOL_FIELDS, _ADVICE)
    inner = cast("Mapping[str, Any]", function)
    refuse_unread(f"tools[{index}].function", inner, FUNCTION_FIELDS, _ADVICE)
    return dict(cast("Mapping[str, Any]", tool))
