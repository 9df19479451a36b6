"""Runs the calls of a tool loop: the only room that runs users' functions.

| module | defines |
|---|---|
| `hooks` | the types of the hooks, and what both runners have in common |
| `threads` | work in threads of its own |
| `sync_runner` | `ToolRunner`, for `VLLM` |
| `async_runner` | `AsyncToolRunner`, for `AsyncVLLM` |

**Time.** A tool with a timeout runs in a thread of its own, unless it is a coroutine function.
Python cannot end a thread. A tool that outlives its timeout is abandoned: the model reads that,
and the thread continues in the background until the function returns. The thread does not keep
the program from ending. Give such a function a timeout of its own for each wait.

**Ctrl-C and cancellation.** Both end the loop at once. A coroutine is cancelled. A function in a
thread is abandoned. Calls that have not started never start.

**Context.** Tools see the context variables of the client's caller, in threads too.
"""

from vllm_sdk._tool_running.async_runner import AsyncToolRunner
from vllm_sdk._tool_running.hooks import (
    Approve,
    AsyncApprove,
    AsyncOnEvent,
    AsyncPrepare,
    OnEvent,
    Prepare,
)
from vllm_sdk._tool_running.sync_runner import ToolRunner

__all__ = [
    "Approve",
    "AsyncApprove",
    "AsyncOnEvent",
    "AsyncPrepare",
    "AsyncToolRunner",
    "OnEvent",
    "Prepare",
    "ToolRunner",
]
