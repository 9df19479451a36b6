"""Tool loops as tests drive them: with a scripted model, and tools that note their calls."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from scripted_model import ScriptedModel
from vllm_sdk._async.drive import drive as drive_async
from vllm_sdk._messages import convert_messages, user
from vllm_sdk._operations.capabilities import ServerCapabilities
from vllm_sdk._operations.core import Request
from vllm_sdk._operations.generation.builder import RequestBuilder
from vllm_sdk._operations.tool_loop.events import ToolReply
from vllm_sdk._operations.tool_loop.loop import build_tool_loop
from vllm_sdk._operations.tool_loop.steps import Pause, PrepareTurn, RunTools, ToolOperation
from vllm_sdk._sync.drive import drive
from vllm_sdk._tool_running import AsyncToolRunner, ToolRunner
from vllm_sdk._tools import ToolPrompt, tool
from vllm_sdk.options import Options

LOGGER = logging.getLogger("tests.tools")


WEATHER = (user("What's the weather like?"),)


def new_capabilities() -> ServerCapabilities:
    """Return what a new client knows of its server: nothing."""
    return ServerCapabilities(LOGGER)


def build_loop(
    tools: Any,
    *,
    messages: Any = WEATHER,
    model: str | None = None,
    options: Options | None = None,
    capabilities: ServerCapabilities | None = None,
    **more: Any,
) -> ToolOperation[ToolReply[Any]]:
    """Build a loop as the clients do; in descriptive mode with one document in a turn."""
    more.setdefault("tool_prompt", ToolPrompt())
    builder = RequestBuilder(model, options, capabilities or new_capabilities())
    return build_tool_loop(builder, messages, tools, {}, **more)


def run(
    scripted: ScriptedModel, tools: Any, *, runner: ToolRunner | None = None, **more: Any
) -> Any:
    """Run a loop with a scripted model, and return its reply."""
    runner = runner or ToolRunner()

    def perform(step: Any) -> Any:
        if isinstance(step, Request):
            return scripted(step)
        if isinstance(step, RunTools):
            return runner.run(step)
        if isinstance(step, PrepareTurn):
            return runner.prepare(step)
        return runner.pause() if isinstance(step, Pause) else runner.emit(step.event)

    return drive(build_loop(tools, **more), perform)


def run_async(
    scripted: Callable[[Request], Any], tools: Any, *, runner: AsyncToolRunner, **more: Any
) -> Any:
    """Run a loop with a scripted model on an event loop of its own, and return its reply."""

    async def perform(step: Any) -> Any:
        await asyncio.sleep(0)
        if isinstance(step, Request):
            return scripted(step)
        if isinstance(step, RunTools):
            return await runner.run(step)
        if isinstance(step, PrepareTurn):
            return await runner.prepare(step)
        if isinstance(step, Pause):
            return await runner.pause()
        return await runner.emit(step.event)

    return asyncio.run(drive_async(build_loop(tools, **more), perform))


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
