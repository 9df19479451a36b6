"""What `chat(tools=…)` takes: tools, functions, and vLLM's own dicts."""

from __future__ import annotations

from typing import Any

import pytest

from loops import Weather
from vllm_sdk._operations.generation.chat_tools import build_tools_field
from vllm_sdk.errors import RequestInvalid

PING = {"type": "function", "function": {"name": "ping"}}
OTHER = {"type": "function", "function": {"name": "other"}}


def book(city: str) -> str:
    return city


def test_tools_functions_and_dicts_go_together() -> None:
    weather = Weather().get_weather
    offered = build_tools_field([weather, book, PING])
    assert offered[0] == weather.to_dict()
    assert offered[1]["function"]["name"] == "book"
    assert offered[2] == PING


@pytest.mark.parametrize(
    ("tools", "error", "why"),
    [
        ([book, book], RequestInvalid, r"tools\[1\]: there is another tool named 'book'"),
        ([Weather.get_weather], RequestInvalid, "pass instance.get_weather"),
        (Weather().get_weather, TypeError, "tools is a list of tools"),
        ([3], TypeError, r"tools\[0\] is not a tool; one is a function, or a dict"),
    ],
)
def test_what_is_no_offer(tools: Any, error: type[Exception], why: str) -> None:
    with pytest.raises(error, match=why):
        build_tools_field(tools)


@pytest.mark.parametrize(
    ("tool", "why"),
    [
        ({**PING, "strict": True}, r"tools\[0\]: vLLM ignores 'strict'.*into 'function'"),
        ({**PING, "cache_control": {}}, r"tools\[0\]: vLLM ignores 'cache_control'.*it reads type"),
        (
            {"function": {"name": "ping", "input_schema": {}}},
            r"tools\[0\]\.function: vLLM ignores 'input_schema'.*write 'parameters'",
        ),
        (
            {"function": {"name": "ping", "parametres": {}}},
            r"tools\[0\]\.function: vLLM ignores 'parametres'.*did you mean 'parameters'\?",
        ),
    ],
)
def test_a_field_of_a_tool_that_vllm_ignores_is_refused(tool: Any, why: str) -> None:
    with pytest.raises(RequestInvalid, match=why):
        build_tools_field([tool])


def test_every_field_of_a_tool_that_vllm_reads_is_sent() -> None:
    function = {
        "name": "ping",
        "description": "Ping.",
        "parameters": {"type": "object"},
        "strict": True,
        "defer_loading": False,
    }
    tool = {"type": "function", "function": function, "defer_loading": True}
    assert build_tools_field([tool, {**OTHER, "cache_control": None}])[0] == tool
