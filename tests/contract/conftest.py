"""Live servers: one with the scripted model for the whole run, others when a test asks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
import pytest

from server_versions import ServerVersion, ask_version, key_headers
from vllm_sdk.testing import Server, prepare_environment, serve, use_server

UNAUTHORIZED = {401, 403}

SLOW = {"test_structured_types", "test_strict_server", "test_batches", "test_real_models"}
"""The files that take minutes. They run first, so that no worker ends long before the other."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """All tests of this folder are contract tests, whether they say so or not.

    On a server that `VLLM_BASE_URL` names, only the tests of that server run: no test starts one.
    """
    here = Path(__file__).parent
    ours = [item for item in items if here in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.contract)
    items.sort(key=lambda item: here in item.path.parents and item.path.stem not in SLOW)
    if os.environ.get("VLLM_BASE_URL"):
        others = [item for item in ours if not asks_only_server(item)]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if item not in others]


def asks_only_server(item: pytest.Item) -> bool:
    """Tell whether a test is about the server of the fixture `server`, and starts no other."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return "server" in fixtures and not {"serve_model", "launched_version"} & fixtures


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The scripted model on a server of this run, or the server that `VLLM_BASE_URL` names."""
    if url := os.environ.get("VLLM_BASE_URL"):
        require_key(url)
    with use_server() as running:
        yield running


def require_key(url: str) -> None:
    """End the run if a server does not accept the key of `VLLM_API_KEY`."""
    address = (url if "://" in url else f"http://{url}").rstrip("/").removesuffix("/v1")
    answer = httpx.get(f"{address}/v1/models", headers=key_headers(), timeout=60)
    if answer.status_code in UNAUTHORIZED:
        what = "does not accept the key of" if key_headers() else "wants a key: set"
        pytest.exit(f"{address} {what} VLLM_API_KEY (HTTP {answer.status_code})", returncode=3)


@pytest.fixture(scope="session")
def server_version(server: Server) -> ServerVersion:
    """The version of vLLM that `server` runs."""
    return ask_version(server.url)


@pytest.fixture(scope="session")
def launched_version() -> ServerVersion:
    """The version of vLLM that `serve_model` serves; without a number for `VLLM_PYTHON`."""
    return ServerVersion(prepare_environment().version)


@pytest.fixture(autouse=True)
def skip_on_older_servers(request: pytest.FixtureRequest) -> None:
    """Skip a test that is marked with `since` if the server that it asks is older."""
    asked = "server_version" if "server" in request.fixturenames else "launched_version"
    for marker in request.node.iter_markers("since"):
        since, what = marker.args
        version: ServerVersion = request.getfixturevalue(asked)
        if version.is_before(since):
            pytest.skip(f"vLLM {version} lacks {what}, which came with {since}")


Differs = Callable[[str], None]


@pytest.fixture
def differs(record_property: Callable[[str, object], None]) -> Differs:
    """Record in a sentence how the server's version behaves differently from the newest one.

    `make test-versions` lists these sentences in docs/versions.md.
    """

    def record(sentence: str) -> None:
        record_property("differs", sentence)

    return record


@pytest.fixture
def scripted(server: Server) -> Server:
    """The server of `server` where its model is the scripted one; otherwise the test is skipped."""
    if server.model != "scripted":
        pytest.skip(f"{server.url} serves {server.model}, which has not learnt the script")
    return server


@pytest.fixture(scope="session")
def serve_model() -> Callable[..., AbstractContextManager[Server]]:
    """Serve another model, or with other flags, for as long as a block runs.

    Used as `with serve_model("embed") as server:`; the arguments are those of
    `vllm_sdk.testing.serve`. Each call starts a server, also where `VLLM_BASE_URL` is set. To
    share one between a file's tests, open it in a module-scoped fixture.
    """

    def opened(model: str | Path = "scripted", **more: Any) -> AbstractContextManager[Server]:
        return serve(model, **more)

    return opened
