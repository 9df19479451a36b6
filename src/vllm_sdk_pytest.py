"""The pytest plugin of `vllm_sdk`: fixtures for a server, its clients, and recorded answers.

pytest imports this module in every run, so it imports nothing of the SDK before a fixture is used.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import AsyncGenerator, Generator
from pathlib import Path
from typing import IO, Any

import pytest

FOLDER = "vllm_server_folder"
"""The entry of `workerinput` that names the folder of the workers' server."""

FOLDERS = pytest.StashKey[Path]()
REPLAYS = pytest.StashKey[Any]()
LONGEST_NAME = 100
"""Characters of the name of a recording, before its ending."""


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
    fixture: Any = pytest.fixture
    if config.pluginmanager.hasplugin("asyncio"):
        import pytest_asyncio

        fixture = pytest_asyncio.fixture

    fixtures = type("Fixtures", (), {"vllm_async_client": fixture(vllm_async_client)})
    config.pluginmanager.register(fixtures(), "vllm_sdk_async_fixtures")


async def vllm_async_client(_: object, vllm_server: Any) -> AsyncGenerator[Any]:
    """A client of `vllm_server` for asyncio, a `vllm_sdk.AsyncVLLM`."""
    from vllm_sdk import AsyncVLLM

    async with AsyncVLLM(vllm_server.url, model=vllm_server.model) as client:
        yield client


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Prepare the workers of pytest-xdist for a server that lives as long as their run."""
    config: pytest.Config = node.config
    if FOLDERS not in config.stash:
        config.stash[FOLDERS] = folder = Path(tempfile.mkdtemp(prefix="vllm-server-"))
        users = (folder / "users.lock").open("a")
        with contextlib.suppress(ImportError):  # Windows, which has no server either
            import fcntl

            fcntl.flock(users, fcntl.LOCK_SH)
        config.add_cleanup(lambda: _end_server(folder, users))
    node.workerinput[FOLDER] = str(config.stash[FOLDERS])


def _end_server(folder: Path, users: IO[str]) -> None:
    """Let the workers' server end, and wait for it."""
    users.close()
    if (folder / "server.json").exists():
        from vllm_sdk.testing.shared_server import wait_for_end

        wait_for_end(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def vllm_server(request: pytest.FixtureRequest) -> Generator[Any]:
    """A real vLLM server: the one of `--vllm-url`, or one for the run and all xdist workers.

    It is a `vllm_sdk.testing.Server`.
    """
    from vllm_sdk.testing import serve, use_server

    url = request.config.getoption("--vllm-url")
    worker = getattr(request.config, "workerinput", None)
    if url or os.environ.get("VLLM_BASE_URL"):
        opened = use_server(url=url)
    elif worker is None:
        opened = serve()
    else:
        from vllm_sdk.testing.shared_server import share_server

        opened = share_server(Path(worker[FOLDER]))
    with opened as server:
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
    path = Path(node.path).parent / "recordings" / Path(node.path).stem / _name_recording(node)
    if not request.config.getoption("--vllm-record"):
        node.stash[REPLAYS] = replay = Replay(path, test=f"'{node.nodeid}'")
        yield replay
        return
    server = request.getfixturevalue("vllm_server")
    replay = Replay(path, record_from=server.url, api_key=os.environ.get("VLLM_API_KEY"))
    yield replay
    replay.save()


def _name_recording(node: Any) -> str:
    """Return the name of a test's recording, which no other test of the module has."""
    name = str(node.nodeid).partition("::")[2].replace("::", ".")
    safe = re.sub(r"[^\w.-]", "-", name)
    if safe != name or len(name) > LONGEST_NAME:
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        safe = f"{safe[:LONGEST_NAME]}-{digest}"
    return f"{safe}.json"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fail a test whose recording did not fit, though its code has caught that error."""
    result = yield
    replay = item.stash.get(REPLAYS, None)
    if replay is not None and replay.problem is not None:
        raise replay.problem
    return result
