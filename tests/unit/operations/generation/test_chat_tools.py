"""What `chat(tools=…)` takes: tools, functions, and vLLM's own dicts."""

from __future__ import annotations

from typing import Any

import pytest

from loops import Weather
from vllm_sdk._operations.generation.chat_tools import build_tools_field
from vllm_sdk.errors import RequestInvalid

PING = {"type": "function", "function": {"name": "ping"}}


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
