"""The checks of a server that generate a few tokens."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Literal

from vllm_sdk import Reply, user
from vllm_sdk.cli.findings import Check, Finding, Patient
from vllm_sdk.errors import FeatureDisabled, OutputError, ToolParserDisabled

QUESTION = "Hello!"
SLOW = 5.0
"""Seconds for one token, from which on a server counts as slow."""


def check_token(patient: Patient) -> Iterator[Finding]:
    """Check that a real token comes back, and how long it takes."""
    started = time.monotonic()
    try:
        reply = patient.client.generate(QUESTION, max_tokens=1, return_token_ids=True)
    except FeatureDisabled as error:
        patient.generates = False
        yield Finding("token", "skipped", error.message)
        return
    seconds = time.monotonic() - started
    if seconds > SLOW:
        yield Finding(
            "token",
            "warning",
            f"One token took {seconds:.1f} s.",
            "See the queue, and the use of the GPU; serve a smaller model, or use more GPUs "
            "(--tensor-parallel-size).",
        )
    else:
        yield Finding("token", "ok", f"One token took {seconds * 1000:.0f} ms.")
    yield _look_for_gateway(reply)


def _look_for_gateway(reply: Reply[str]) -> Finding:
    """Tell what stands in between, and that it passes vLLM's own fields."""
    headers = reply.headers
    server, via = headers.get("server", ""), headers.get("via")
    named = via or (server if server and "uvicorn" not in server else "")
    if reply.token_ids is None:
        return Finding(
            "gateway",
            "warning",
            f"Fields of vLLM do not reach it: return_token_ids had no effect ({named or server}).",
            "Update the router or gateway (vllm-router 0.1.17 passes all fields), or ask vLLM "
            "directly.",
        )
    if named:
        return Finding("gateway", "ok", f"{named} stands in between, and passes vLLM's fields.")
    return Finding("gateway", "ok", "Nothing that names itself stands in between.")


def check_streaming(patient: Patient) -> Iterator[Finding]:
    """Check that an answer can be streamed."""
    with patient.client.stream(QUESTION, max_tokens=8) as stream:
        chunks = sum(1 for _ in stream)
    yield Finding("streaming", "ok", f"An answer came in {chunks} chunks.")


def check_tools(patient: Patient) -> Iterator[Finding]:
    """Check that the server can parse the tool calls of the model."""
    tool = {"name": "ping", "description": "Ping.", "parameters": {"type": "object"}}
    try:
        patient.client.chat(
            [user(QUESTION)],
            tools=[{"type": "function", "function": tool}],
            tool_choice="auto",
            max_tokens=1,
        )
    except ToolParserDisabled:
        yield Finding(
            "tools",
            "warning",
            "The server has no tool parser, so native tool calls are refused.",
            "Start it with --enable-auto-tool-choice --tool-call-parser NAME, or use "
            'generate_with_tools(…, mode="descriptive").',
        )
    else:
        yield Finding("tools", "ok", "The server accepts tools.")


def check_structured(patient: Patient) -> Iterator[Finding]:
    """Check that a constraint reaches the model."""
    try:
        reply = patient.client.generate(
            "Is water wet?", returns=Literal["yes", "no"], max_tokens=16, temperature=0.0
        )
    except OutputError as error:
        yield Finding(
            "structured output",
            "problem",
            f"The answer is outside of its constraint: {error.message}",
            "See whether a gateway drops structured_outputs; choose another "
            "--structured-outputs-config.",
            error=error,
        )
    else:
        yield Finding("structured output", "ok", f"An answer of two choices was {reply.value!r}.")


GENERATION_CHECKS: dict[str, Check] = {
    "streaming": check_streaming,
    "tools": check_tools,
    "structured output": check_structured,
}
"""The checks of a model that generates, after `check_token`."""
