"""Lets one suite test both clients: the asynchronous one behind a synchronous face."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Self


def run_to_end(value: Any, runner: asyncio.Runner) -> Any:
    """Return what the synchronous client would give in place of a value of the asynchronous one."""
    if inspect.iscoroutine(value):
        return run_to_end(runner.run(value), runner)
    if inspect.ismethod(value):
        return lambda *args, **kwargs: run_to_end(value(*args, **kwargs), runner)
    return Blocking(value, runner) if is_asynchronous(value) else value


def is_asynchronous(value: Any) -> bool:
    """Return whether a value is an asynchronous iterator or has coroutine functions as methods."""
    kind = type(value)
    return isinstance(value, AsyncIterator) or any(
        inspect.iscoroutinefunction(inspect.getattr_static(kind, name)) for name in dir(kind)
    )


class Blocking:
    """A client, a resource, a stream or an iterator whose coroutines are run to their end."""

    def __init__(self, inner: Any, runner: asyncio.Runner) -> None:
        self._inner = inner
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        return run_to_end(getattr(self._inner, name), self._runner)

    def __enter__(self) -> Self:
        self._runner.run(self._inner.__aenter__())
        return self

    def __exit__(self, *raised: object) -> None:
        self._runner.run(self._inner.__aexit__(*raised))

    def __iter__(self) -> Iterator[Any]:
        return iter(Blocking(aiter(self._inner), self._runner)._next, _END)

    def __next__(self) -> Any:
        item = self._next()
        if item is _END:
            raise StopIteration
        return item

    def _next(self) -> Any:
        return self._runner.run(anext(self._inner, _END))

    def __repr__(self) -> str:
        return repr(self._inner)


_END = object()


OWN_ENGINES = ("sync", "async")
ENGINES = (*OWN_ENGINES, "sync-httpx", "async-httpx", "sync-httpx2", "async-httpx2")
"""The two engines of our own, and the injected clients."""


class Connect:
    """Makes clients of one kind, with the arguments and the methods of `VLLM`.

    `sync` and `async` have engines of their own, the others an injected client of the library that
    they name. They give up at once unless told otherwise.
    """

    def __init__(self, kind: str, runner: asyncio.Runner) -> None:
        self.kind = kind
        self.is_sync = kind.startswith("sync")
        self._runner = runner
        self._opened: list[Any] = []
        self._injected: list[Any] = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        from vllm_sdk import VLLM, AsyncVLLM, RetryPolicy

        kwargs.setdefault("retry", RetryPolicy(attempts=1))
        if self.kind not in OWN_ENGINES:
            kwargs.setdefault("http_client", self.new_http_client(timeout=30))
        if self.is_sync:
            client: Any = VLLM(*args, **kwargs)
        else:
            client = Blocking(AsyncVLLM(*args, **kwargs), self._runner)
        self._opened.append(client)
        self._injected.append(kwargs.get("http_client"))
        return client

    def wait(self, wait: Callable[..., object], *args: Any) -> None:
        """Call a function that waits, while the event loop goes on."""
        if self.is_sync:
            wait(*args)
        else:
            self._runner.run(asyncio.to_thread(wait, *args))

    @property
    def library(self) -> Any:
        """The library of injected clients."""
        return import_module("httpx2" if self.kind.endswith("2") else "httpx")

    def new_http_client(self, **settings: Any) -> Any:
        """Return a client to inject, which is closed with the others if it was injected."""
        name = "Client" if self.is_sync else "AsyncClient"
        settings.setdefault("verify", False)  # to load certificates takes longer than most tests
        return getattr(self.library, name)(**settings)

    def close(self) -> None:
        for client in self._opened:
            client.close()
        for injected in self._injected:
            if hasattr(injected, "aclose"):
                self._runner.run(injected.aclose())
            elif injected is not None:
                injected.close()


@contextmanager
def connecting(kind: str) -> Iterator[Connect]:
    """Give a `Connect`, and close afterwards what it made."""
    with asyncio.Runner() as runner:
        connect = Connect(kind, runner)
        try:
            yield connect
        finally:
            connect.close()
