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
    from vllm_sdk._async.batch_streams import AsyncBatchStream
    from vllm_sdk._async.client import AsyncVLLM
    from vllm_sdk._async.streams import AsyncStream
    from vllm_sdk._async.tool_streams import AsyncToolStream
    from vllm_sdk._batching.report import BatchReport
    from vllm_sdk._messages import (
        Conversation,
        Message,
        MessageLike,
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
    from vllm_sdk._operations.batching.items import BatchItem, BatchItemLike
    from vllm_sdk._operations.batching.results import BatchProgress, BatchResult
    from vllm_sdk._operations.generation.beam_search import Beam
    from vllm_sdk._operations.generation.chat import Prompt
    from vllm_sdk._operations.replies import Reply
    from vllm_sdk._operations.tool_loop.events import (
        CallEvent,
        CallRecord,
        ResultEvent,
        TextEvent,
        ToolReply,
        TurnContext,
        TurnEvent,
    )
    from vllm_sdk._structured import Partial, from_json, schema_of, to_json, validation_context
    from vllm_sdk._sync.batch_streams import BatchStream
    from vllm_sdk._sync.client import VLLM
    from vllm_sdk._sync.streams import Stream
    from vllm_sdk._sync.tool_streams import ToolStream
    from vllm_sdk._tools import Final, Injected, StepPrompt, Tool, ToolPrompt, tool
    from vllm_sdk._transport.call_settings import CallDict, CallSettings
    from vllm_sdk._transport.hooks import RequestEvent, ResponseEvent, RetryEvent
    from vllm_sdk._transport.retries import RetryPolicy
    from vllm_sdk.errors import VLLMError
    from vllm_sdk.options import Options

_HOMES = {
    "Prompt": "_operations.generation.chat",
    "AsyncToolStream": "_async.tool_streams",
    "ToolStream": "_sync.tool_streams",
    "MessageLike": "_messages",
    "CallRecord": "_operations.tool_loop.events",
    "AsyncBatchStream": "_async.batch_streams",
    "AsyncStream": "_async.streams",
    "BatchItem": "_operations.batching.items",
    "BatchItemLike": "_operations.batching.items",
    "BatchProgress": "_operations.batching.results",
    "BatchResult": "_operations.batching.results",
    "BatchStream": "_sync.batch_streams",
    "AsyncVLLM": "_async.client",
    "CallDict": "_transport.call_settings",
    "CallSettings": "_transport.call_settings",
    "RequestEvent": "_transport.hooks",
    "ResponseEvent": "_transport.hooks",
    "RetryEvent": "_transport.hooks",
    "CallEvent": "_operations.tool_loop.events",
    "Conversation": "_messages",
    "Final": "_tools",
    "Injected": "_tools",
    "TurnContext": "_operations.tool_loop.events",
    "BatchReport": "_batching.report",
    "Beam": "_operations.generation.beam_search",
    "Message": "_messages",
    "Options": "options",
    "Partial": "_structured",
    "Reply": "_operations.replies",
    "ResultEvent": "_operations.tool_loop.events",
    "RetryPolicy": "_transport.retries",
    "Stream": "_sync.streams",
    "TextEvent": "_operations.tool_loop.events",
    "Tool": "_tools",
    "StepPrompt": "_tools",
    "ToolPrompt": "_tools",
    "ToolReply": "_operations.tool_loop.events",
    "TurnEvent": "_operations.tool_loop.events",
    "VLLM": "_sync.client",
    "VLLMError": "errors",
    "assistant": "_messages",
    "audio": "_messages",
    "from_json": "_structured",
    "embeds": "_messages",
    "to_json": "_structured",
    "validation_context": "_structured",
    "file": "_messages",
    "image": "_messages",
    "schema_of": "_structured",
    "system": "_messages",
    "tool": "_tools",
    "tool_result": "_messages",
    "user": "_messages",
    "video": "_messages",
}

__all__ = [
    "VLLM",
    "AsyncBatchStream",
    "AsyncStream",
    "AsyncToolStream",
    "AsyncVLLM",
    "BatchItem",
    "BatchItemLike",
    "BatchProgress",
    "BatchReport",
    "BatchResult",
    "BatchStream",
    "Beam",
    "CallDict",
    "CallEvent",
    "CallRecord",
    "CallSettings",
    "Conversation",
    "Final",
    "Injected",
    "Message",
    "MessageLike",
    "Options",
    "Partial",
    "Prompt",
    "Reply",
    "RequestEvent",
    "ResponseEvent",
    "ResultEvent",
    "RetryEvent",
    "RetryPolicy",
    "StepPrompt",
    "Stream",
    "TextEvent",
    "Tool",
    "ToolPrompt",
    "ToolReply",
    "ToolStream",
    "TurnContext",
    "TurnEvent",
    "VLLMError",
    "__version__",
    "assistant",
    "audio",
    "embeds",
    "file",
    "from_json",
    "image",
    "schema_of",
    "system",
    "to_json",
    "tool",
    "tool_result",
    "user",
    "validation_context",
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
    """List the public names, whether imported yet or not, and nothing else."""
    return [*__all__, "contract", "errors", "mcp", "options", "testing", "transports", "types"]
