"""The pytest plugin of `vllm_sdk`: fixtures for a server, its clients, and recorded answers.

pytest imports this module in every run, so it imports nothing of the SDK before a fixture is used.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Generator
from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options `--vllm-url` and `--vllm-record`."""
    group = parser.getgroup("vllm", "servers of vLLM")
    group.addoption(
        "--vllm-url",
        metavar="URL",
        help="the server of the fixtures vllm_server and vllm_client (default: $VLLM_BASE_URL, "
        "else one is started on the CPU)",
    )
    group.addoption(
        "--vllm-record",
        action="store_true",
        help="record the answers that vllm_replay replays, from the server of vllm_server",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Add the asynchronous fixture, as pytest-asyncio wants it if it is there."""
    if config.pluginmanager.hasplugin("asyncio"):
        from pytest_asyncio import fixture
    else:
        fixture = pytest.fixture

    class Fixtures:
        @fixture
        async def vllm_async_client(self, vllm_server: Any) -> AsyncGenerator[Any]:
            """A client of `vllm_server` for asyncio."""
            from vllm_sdk import AsyncVLLM

            async with AsyncVLLM(vllm_server.url, model=vllm_server.model) as client:
                yield client

    config.pluginmanager.register(Fixtures(), "vllm_sdk_async_fixtures")


@pytest.fixture(scope="session")
def vllm_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Any]:
    """A real vLLM server: the one of `--vllm-url`, or one for the run and all xdist workers.

    It is a `vllm_sdk.testing.Server`.
    """
    from vllm_sdk.testing import serve, use_server
    from vllm_sdk.testing.shared_server import share_server

    url = request.config.getoption("--vllm-url")
    if url:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("VLLM_BASE_URL", url)
            with use_server() as server:
                yield server
        return
    if os.environ.get("VLLM_BASE_URL"):
        with use_server() as server:
            yield server
        return
    base = tmp_path_factory.getbasetemp()
    worker = hasattr(request.config, "workerinput")
    with share_server((base.parent if worker else base) / "vllm-server", serve) as server:
        yield server


@pytest.fixture(scope="session")
def vllm_client(vllm_server: Any) -> Generator[Any]:
    """A client of `vllm_server`, a `vllm_sdk.VLLM`."""
    from vllm_sdk import VLLM

    with VLLM(vllm_server.url, model=vllm_server.model) as client:
        yield client


@pytest.fixture
def vllm_replay(request: pytest.FixtureRequest) -> Generator[Any]:
    """A transport of httpx that answers from the test's file in `recordings`, beside the test.

    With `--vllm-record`, it writes that file from the answers of `vllm_server`. It is a
    `vllm_sdk.testing.replay.Replay`.
    """
    from vllm_sdk.testing.replay import Replay

    node: Any = request.node
    name = "".join(each if each.isalnum() or each in "-_." else "-" for each in node.name)
    path = Path(node.path).parent / "recordings" / Path(node.path).stem / f"{name}.json"
    if not request.config.getoption("--vllm-record"):
        yield Replay(path)
        return
    server = request.getfixturevalue("vllm_server")
    replay = Replay(path, record_from=server.url, api_key=os.environ.get("VLLM_API_KEY"))
    yield replay
    replay.save()
