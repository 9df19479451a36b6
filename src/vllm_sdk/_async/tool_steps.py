"""Performs the steps of a tool loop."""

from __future__ import annotations

from typing import Any

from vllm_sdk._async.sender import AsyncCall
from vllm_sdk._async.streams import wrap_stream
from vllm_sdk._operations.core import Request
from vllm_sdk._operations.tool_loop.steps import (
    NextText,
    Pause,
    PrepareTurn,
    RunTools,
    ToolStep,
)
from vllm_sdk._tool_running import AsyncToolRunner


async def perform_step(call: AsyncCall, runner: AsyncToolRunner, step: ToolStep) -> Any:
    """Send a request, read the next text of a stream, run calls or hooks, or pause.

    Returns:
        The result of the step; for a streamed request an `AsyncStream` that is open.

    Raises:
        VLLMError: The request or the stream failed.
    """
    if isinstance(step, Request):
        response = await call.perform(step)
        return response if step.stream is None else wrap_stream(response)
    if isinstance(step, NextText):
        return await anext(step.texts, None)
    if isinstance(step, RunTools):
        return await runner.run(step, call.deadline)
    if isinstance(step, PrepareTurn):
        return await runner.prepare(step)
    if isinstance(step, Pause):
        return await runner.pause()
    return await runner.emit(step.event)
