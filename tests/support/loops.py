"""Tool loops as tests drive them: with a played model, and tools that note their calls."""

from __future__ import annotations

import logging
from typing import Any

from played import Played
from vllm_sdk._messages import convert_messages, user
from vllm_sdk._operations.capabilities import Memory
from vllm_sdk._operations.tool_loop.loop import tool_loop
from vllm_sdk._operations.tool_loop.steps import FinalAnswer, ToolReply
from vllm_sdk._tool_running.runners import ToolRunner
from vllm_sdk._tools import tool
from vllm_sdk.options import Options

LOGGER = logging.getLogger("tests.tools")


WEATHER = (user("What's the weather like?"),)


def memory() -> Memory:
    """A memory of nothing."""
    return Memory(LOGGER)


def run(
    played: Played,
    tools: Any,
    *,
    messages: Any = WEATHER,
    model: str | None = None,
    returns: Any = str,
    runner: ToolRunner | None = None,
    remembered: Memory | None = None,
    options: Options | None = None,
    **more: Any,
) -> ToolReply[Any]:
    """What a loop with a played model comes to."""
    flow = tool_loop(
        messages,
        tools,
        model=model,
        options=options or Options(),
        memory=remembered or memory(),
        answer=FinalAnswer.text() if returns is str else FinalAnswer.of(returns),
        **more,
    )
    return (runner or ToolRunner()).drive(flow, played)


def wire(transcript: Any) -> list[dict[str, Any]]:
    """A transcript as the next request would send it."""
    return convert_messages(transcript)


class Weather:
    """A tool that notes the cities that it was asked for.

    Attributes:
        asked: they.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []

    @tool
    def get_weather(self, city: str) -> str:
        """Tell the weather in a city."""
        self.asked.append(city)
        if city == "Atlantis":
            raise LookupError("no such city")
        return f"sunny in {city}"
