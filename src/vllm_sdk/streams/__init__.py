"""Answers that are read as they are generated.

| module | knows |
|---|---|
| `opening` | how a stream begins: up to its first chunk the request can be sent again |
| `reading` | what both kinds of stream have in common |
| `sync` | `Stream` |
| `aio` | `AsyncStream` |
| `tools_sync`, `tools_aio` | `ToolStream`, `AsyncToolStream`: a tool loop, told while it runs |
"""

from vllm_sdk.streams.aio import AsyncStream
from vllm_sdk.streams.opening import AsyncOpened, FoldOf, Opened, begin, begin_async
from vllm_sdk.streams.sync import Stream

__all__ = ["AsyncOpened", "AsyncStream", "FoldOf", "Opened", "Stream", "begin", "begin_async"]
