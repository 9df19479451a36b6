"""The tool of the scripted conversations, and the options with which they are asked."""

from __future__ import annotations

from typing import Any

from vllm_sdk import ToolPrompt, tool

SKIES = {
    "Paris": {"city": "Paris", "temperature": 18, "sky": "sunny"},
    "London": {"city": "London", "temperature": 12, "sky": "rainy"},
    "Rome": {"city": "Rome", "temperature": 25, "sky": "clear"},
}
ASK: dict[str, Any] = {"temperature": 0.0, "max_tokens": 200}

DESCRIBED = ASK | {"tool_prompt": ToolPrompt()}
"""The protocol that the scripted model was trained on."""


@tool
def get_weather(city: str) -> dict[str, Any]:
    """Tell the weather in a city.

    Args:
        city: The city's name.
    """
    if city not in SKIES:
        raise ValueError("no such city")
    return SKIES[city]


# The server holds a strict tool's calls to its schema: mistakes can't be made.
lenient = tool(get_weather.function, strict=False)
