"""The typed Python SDK for vLLM servers.

>>> from vllm_sdk import VLLM
>>> client = VLLM("http://localhost:8000")
>>> client.generate("What is the capital of France?", temperature=0.0).text
'The capital of France is Paris.'

Names are imported when first used: `import vllm_sdk` alone loads nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from vllm_sdk._version import __version__

if TYPE_CHECKING:
    from vllm_sdk.aio import AsyncVLLM
    from vllm_sdk.client import VLLM
    from vllm_sdk.errors import VLLMError
    from vllm_sdk.flows.beams import Hypothesis
    from vllm_sdk.flows.tool_steps import (
        CallEvent,
        ResultEvent,
        TextEvent,
        ToolReply,
        TurnEvent,
    )
    from vllm_sdk.messages import (
        Conversation,
        Message,
        assistant,
        audio,
        embeds,
        file,
        image,
        system,
        tool_result,
        user,
        video,
    )
    from vllm_sdk.options import Options
    from vllm_sdk.replies import Reply
    from vllm_sdk.streams import AsyncStream, Stream
    from vllm_sdk.structured import Partial, decode, encode, schema_of
    from vllm_sdk.tools import Tool, ToolPrompt, tool
    from vllm_sdk.transport.retries import RetryPolicy

_HOMES = {
    "AsyncStream": "streams",
    "AsyncVLLM": "aio",
    "CallEvent": "flows.tool_steps",
    "Conversation": "messages",
    "Hypothesis": "flows.beams",
    "Message": "messages",
    "Options": "options",
    "Partial": "structured",
    "Reply": "replies",
    "ResultEvent": "flows.tool_steps",
    "RetryPolicy": "transport.retries",
    "Stream": "streams",
    "TextEvent": "flows.tool_steps",
    "Tool": "tools",
    "ToolPrompt": "tools",
    "ToolReply": "flows.tool_steps",
    "TurnEvent": "flows.tool_steps",
    "VLLM": "client",
    "VLLMError": "errors",
    "assistant": "messages",
    "audio": "messages",
    "decode": "structured",
    "embeds": "messages",
    "encode": "structured",
    "file": "messages",
    "image": "messages",
    "schema_of": "structured",
    "system": "messages",
    "tool": "tools",
    "tool_result": "messages",
    "user": "messages",
    "video": "messages",
}

__all__ = [
    "VLLM",
    "AsyncStream",
    "AsyncVLLM",
    "CallEvent",
    "Conversation",
    "Hypothesis",
    "Message",
    "Options",
    "Partial",
    "Reply",
    "ResultEvent",
    "RetryPolicy",
    "Stream",
    "TextEvent",
    "Tool",
    "ToolPrompt",
    "ToolReply",
    "TurnEvent",
    "VLLMError",
    "__version__",
    "assistant",
    "audio",
    "decode",
    "embeds",
    "encode",
    "file",
    "image",
    "schema_of",
    "system",
    "tool",
    "tool_result",
    "user",
    "video",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, imported yet or not."""
    return sorted({*globals(), *_HOMES})
