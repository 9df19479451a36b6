"""Every route of the bindings has a method of the clients, or a reason why not."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

import vllm_api.api
from local_server import Exchange, LocalServer
from vllm_sdk import VLLM, user
from vllm_sdk._operations.routes import NOT_WRAPPED
from vllm_sdk.errors import UnexpectedResponse
from wire import chat_body

NO_REQUEST = {"base_url", "close", "model", "with_options"}
RESOURCES = {"server"}


def check_batch(client: Any) -> None:
    """Check a file of one chat, for which nothing is sent."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        source.write_text('{"prompt": "Hi"}\n')
        assert client.check_batch(source) == 1


def run_batch(client: Any) -> None:
    """Run a batch of one chat; its other routes are those of other methods."""
    with TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        source.write_text('{"prompt": "Hi"}')
        client.run_batch(source, Path(folder, "out.jsonl"))


CALLS: dict[str, Callable[[Any], Any]] = {
    "batch": lambda client: client.batch(["Hi"]),
    "batch_iter": lambda client: list(client.batch_iter(["Hi"])),
    "beam_search": lambda client: client.beam_search("Hi", width=1),
    "chat": lambda client: client.chat([user("Hi")]),
    "check_batch": check_batch,
    "complete": lambda client: client.complete("Hi"),
    "generate": lambda client: client.generate("Hi"),
    "generate_with_tools": lambda client: client.generate_with_tools("Hi", [ping]),
    "list_models": lambda client: client.list_models(),
    "run_batch": run_batch,
    "server.check_version": lambda client: client.server.check_version(),
    "server.health": lambda client: client.server.health(),
    "server.metrics": lambda client: client.server.metrics(),
    "server.version": lambda client: client.server.version(),
    "stream": lambda client: client.stream("Hi").__enter__(),
    "stream_completion": lambda client: client.stream_completion("Hi").__enter__(),
    "stream_with_tools": lambda client: list(client.stream_with_tools("Hi", [ping])),
}
"""A call of each method."""


def ping() -> str:
    """Answer."""
    return "pong"


def answer(exchange: Exchange) -> None:
    """Respond with the fields of every route at once."""
    if exchange.seen.path == "/metrics":
        exchange.answer(content_type="text/plain")
        return
    body = chat_body(data=[], version="0.33.0")
    body["choices"][0]["text"] = "Hi."
    exchange.answer(body=body)


def list_bound() -> set[str]:
    """Return the routes of the bindings."""
    routes = set()
    for path in Path(vllm_api.api.__path__[0]).rglob("*.py"):
        found = re.search(r'"method": "(\w+)",\s*"url": "([^"]+)"', path.read_text("utf-8"))
        if found is not None:
            routes.add(f"{found[1].upper()} {found[2]}")
    assert len(routes) > 70
    return routes


def list_public(kind: type, prefix: str = "") -> set[str]:
    return {f"{prefix}{name}" for name in dir(kind) if not name.startswith("_")}


def test_every_method_has_a_call() -> None:
    with VLLM() as client:
        methods = list_public(VLLM) - NO_REQUEST - RESOURCES
        for name in RESOURCES:
            assert inspect.isclass(type(getattr(client, name)))
            methods |= list_public(type(getattr(client, name)), f"{name}.")
    assert CALLS.keys() == methods


def reached() -> set[str]:
    """Return the routes that the methods use."""
    with LocalServer(answer) as server, VLLM(server.url) as client:
        for name, call in CALLS.items():
            if name.startswith("stream"):  # this server does not stream
                with suppress(UnexpectedResponse):
                    call(client)
            else:
                call(client)
    return {f"{seen.method} {seen.path}" for seen in server.requests}


def test_every_route_is_used_by_a_method_or_has_a_reason() -> None:
    used, bound = reached(), list_bound()
    assert used <= bound
    assert used.isdisjoint(NOT_WRAPPED)
    assert used | NOT_WRAPPED.keys() == bound


@pytest.mark.parametrize("route", sorted(NOT_WRAPPED))
def test_a_reason_has_words(route: str) -> None:
    assert len(NOT_WRAPPED[route].split()) > 3
