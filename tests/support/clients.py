"""Lets one suite test both clients: the asynchronous one behind a synchronous face."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any


class Blocking:
    """An `AsyncVLLM` (or one of its rooms) whose coroutines are run to their end at once."""

    def __init__(self, inner: Any, runner: asyncio.Runner) -> None:
        self._inner = inner
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._inner, name)
        if inspect.iscoroutinefunction(value):
            return lambda *args, **kwargs: self._runner.run(value(*args, **kwargs))
        if name == "server":
            return Blocking(value, self._runner)
        return value

    def __repr__(self) -> str:
        return repr(self._inner)


def open_client(kind: str, runner: asyncio.Runner, *args: Any, **kwargs: Any) -> Any:
    """A client of either kind, with the methods of `VLLM`."""
    from vllm_sdk import VLLM, AsyncVLLM

    if kind == "sync":
        return VLLM(*args, **kwargs)
    return Blocking(AsyncVLLM(*args, **kwargs), runner)
