"""The service in a thread, as a browser would reach it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
import uvicorn

from example_app import create_app
from vllm_sdk import AsyncVLLM

Serve = Callable[[Callable[[], AsyncVLLM]], httpx.Client]


@contextmanager
def running(connect: Callable[[], AsyncVLLM]) -> Iterator[str]:
    """Run the service, and yield its address."""
    server = uvicorn.Server(uvicorn.Config(create_app(connect), log_level="warning"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Run the service with a client of vLLM; returns a client of the service."""
    with ExitStack() as stack:

        def start(connect: Callable[[], AsyncVLLM]) -> httpx.Client:
            url = stack.enter_context(running(connect))
            return stack.enter_context(httpx.Client(base_url=url, timeout=60))

        yield start
