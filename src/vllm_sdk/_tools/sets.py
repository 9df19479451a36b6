"""The tools of one conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from vllm_sdk._tools.tool import Tool, as_tool
from vllm_sdk.errors import RequestInvalid
from vllm_sdk.types import AnyFunction

Callables: TypeAlias = Iterable[Tool[..., Any] | Callable[..., Any] | AnyFunction]
"""Tools, and functions that `tool` can make one of."""


def tools_by_name(tools: Callables) -> dict[str, Tool[..., Any]]:
    """Tools by their names, functions made tools: nothing else will ever be called.

    Raises:
        RequestInvalid: no tool, two of one name, or a function that can't be a tool.
        TypeError: something that is no function.
    """
    given: object = tools
    if isinstance(given, str | Mapping) or callable(given) or not isinstance(given, Iterable):
        raise TypeError("tools is a list of functions: tools=[get_weather]")
    named: dict[str, Tool[..., Any]] = {}
    for index, each in enumerate(tools):
        if isinstance(each, Mapping):
            raise TypeError(
                f"tools[{index}] is a dict, which can't be run: pass the function, with the "
                "dict's parameters as tool(function, schema={…})"
            )
        made = as_tool(each)
        if made.name in named:
            raise RequestInvalid(
                f"tools[{index}]: there is another tool named {made.name!r}: "
                "give one another name, tool(function, name='…')."
            )
        named[made.name] = made
    if not named:
        raise RequestInvalid("tools is empty: pass at least one function.")
    return named
