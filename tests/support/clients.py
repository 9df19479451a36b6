"""Lets one suite test both clients: the asynchronous one behind a synchronous face."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from typing import Any, Self

import httpx


class Blocking:
    """An `AsyncVLLM` (or one of its rooms) whose coroutines are run to their end at once."""

    def __init__(self, inner: Any, runner: asyncio.Runner) -> None:
        self._inner = inner
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._inner, name)
        if isinstance(value, AsyncGenerator):
            return self._iterate(value)
        if inspect.iscoroutinefunction(value):
            return lambda *args, **kwargs: self._runner.run(value(*args, **kwargs))
        if name == "server":
            return Blocking(value, self._runner)
        if name in {"values", "items"}:
            return lambda: self._iterate(value())
        if name.startswith("stream") or name == "with_options":
            return lambda *args, **kwargs: Blocking(value(*args, **kwargs), self._runner)
        return value

    def _iterate(self, items: Any) -> Iterator[Any]:
        while True:
            try:
                yield self._runner.run(anext(items))
            except StopAsyncIteration:
                return

    def __enter__(self) -> Self:
        self._runner.run(self._inner.__aenter__())
        return self

    def __exit__(self, *raised: object) -> None:
        self._runner.run(self._inner.__aexit__(*raised))

    def __iter__(self) -> Iterator[Any]:
        return self._iterate(aiter(self._inner))

    def __next__(self) -> Any:
        return next(self._iterate(self._inner))

    def __repr__(self) -> str:
        return repr(self._inner)


class Connect:
    """Makes clients of one kind, with the arguments and the methods of `VLLM`.

    `sync` is on httpx, `async` on aiohttp, `async-httpx` on an injected `httpx.AsyncClient`. They
    give up at once unless told otherwise.
    """

    def __init__(self, kind: str, runner: asyncio.Runner) -> None:
        self.kind = kind
        self._runner = runner
        self._opened: list[Any] = []
        self._injected: list[Any] = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy

        kwargs.setdefault("retry", RetryPolicy(attempts=1))
        if self.kind == "sync":
            client: Any = VLLM(*args, **kwargs)
        else:
            if self.kind == "async-httpx":
                kwargs.setdefault("http_client", httpx.AsyncClient(timeout=30))
            client = Blocking(AsyncVLLM(*args, **kwargs), self._runner)
        self._opened.append(client)
        self._injected.append(kwargs.get("http_client"))
        return client

    def close(self) -> None:
        for client in self._opened:
            client.close()
        for injected in self._injected:
            if isinstance(injected, httpx.Client):
                injected.close()
            elif injected is not None:
                self._runner.run(injected.aclose())


@contextmanager
def connecting(kind: str) -> Iterator[Connect]:
    """Give a `Connect`, and close afterwards what it made."""
    with asyncio.Runner() as runner:
        connect = Connect(kind, runner)
        try:
            yield connect
        finally:
            connect.close()
