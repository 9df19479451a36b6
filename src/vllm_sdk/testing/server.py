"""Run a vLLM server for the duration of a `with` block."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vllm_sdk.testing.cache import create_log, read_tail
from vllm_sdk.testing.environment import Environment
from vllm_sdk.testing.errors import ServerFailed
from vllm_sdk.testing.models import RECIPES
from vllm_sdk.testing.models import model as made_model
from vllm_sdk.testing.preparation import prepare_environment
from vllm_sdk.testing.processes import (
    CPU,
    SERVER_ENVIRONMENT,
    SupervisedCommand,
    build_environment,
    supervise,
)
from vllm_sdk.testing.progress import Say

RUN_SERVER = """\
import runpy
runpy.run_module("vllm.entrypoints.openai.api_server", run_name="__main__")
"""
"""The main module of a server.

vLLM's engine starts in a process that imports the main module again. With `-m` it would import the
API server, which takes seconds. Of `-c` there is nothing to import.
"""

HOST = "127.0.0.1"
TIMEOUT = 240.0
"""Seconds that a server has to become healthy: on two idle cores 20 suffice, on busy ones not."""

GLANCE = 0.05
"""Seconds between two health checks of a server that starts."""

PORT_ATTEMPTS = 3
FLAGS = ("--dtype", "bfloat16", "--max-model-len", "2048", "--enforce-eager")


@dataclass(frozen=True)
class Server:
    """A healthy server.

    All attributes after `model` are None for a server that the user named.

    Attributes:
        url: The address, without a trailing slash: `http://127.0.0.1:40123`.
        model: The name under which the server serves its model.
        log: The file with the server's output.
        process: The supervisor of the server, which ends when the server ends.
        pid: The id of the server's main process, which is also the id of its process group.
        environment: The environment that the server runs in: a release of vLLM, or a hybrid.
    """

    url: str
    model: str
    log: Path | None = None
    process: subprocess.Popen[bytes] | None = None
    pid: int | None = None
    environment: Environment | None = None

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to all processes of the server, for example in a test of failures.

        Args:
            number: The signal. The end of the block also ends a stopped server (SIGSTOP).

        Raises:
            ServerFailed: The server is the user's own.
        """
        self._require_own().signal(number)

    def wait(self) -> int:
        """Wait until the server ends by itself; return its exit code, 128 + n for signal n.

        Raises:
            ServerFailed: The server is the user's own.
        """
        return self._require_own().process.wait()

    def _require_own(self) -> SupervisedCommand:
        if self.process is None or self.pid is None:
            raise ServerFailed(f"{self.url} is the user's own server, not ours to end or watch.")
        return SupervisedCommand(self.process, self.pid)


@contextlib.contextmanager
def serve(
    model: str | Path = "scripted",
    *,
    flags: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
    port: int | None = None,
    timeout: float = TIMEOUT,
    version: str | None = None,
    say: Say | None = None,
) -> Generator[Server]:
    """Serve a model on this machine until the block ends.

    The server's environment and the model are made first if they do not exist. All processes of the
    server end when the block ends, also by an exception, and when this process ends, also by
    SIGKILL. Any number of servers can run at the same time.

    Args:
        model: A name of `RECIPES`, or a folder or hub name that vLLM knows. The server serves the
            model under that name, or under the folder's name.
        flags: Further arguments of vLLM's server. They override the arguments given here.
        env: Further environment variables of the server.
        port: The port at 127.0.0.1; a free one if None.
        timeout: Seconds until the server must be healthy, not counting the time to make its
            environment and model.
        version: The version of vLLM, if `VLLM_PYTHON` does not name an interpreter; `VLLM_VERSION`
            if None, else `DEFAULT_VERSION`. A version without a build for the CPU is served as a
            hybrid, for tests of the API; see `Server.environment`.
        say: Called with each step of what is made first; prints to standard error if None.

    Yields:
        The server, healthy.

    Raises:
        SetupFailed: The environment or the model could not be made.
        ServerFailed: The server ended before it was healthy, or was not healthy in time. The
            message has the end of its log.
    """
    prepared = prepare_environment(version, say=say)
    python = prepared.python
    recipe = RECIPES.get(str(model))
    source = made_model(str(model), python=python, say=say) if recipe else model
    name = str(model) if recipe or not Path(model).is_dir() else Path(model).resolve().name
    command = [
        *(python, "-c", RUN_SERVER, "--host", HOST),
        *("--model", source, "--served-model-name", name, *FLAGS),
        *(recipe.flags if recipe else ()),
        *flags,
    ]
    # A user's own vLLM may be built for a GPU, and then refuses to start with another device.
    device = {} if prepared.kind == "own" else CPU
    environment = SERVER_ENVIRONMENT | build_environment() | device | dict(env or {})
    attempts = 1 if port else PORT_ATTEMPTS
    while True:
        attempts -= 1
        log = create_log(f"serve-{name.replace('/', '-')}")
        with _reserve_port(port) as number:
            complete = [*command, "--port", str(number)]
            with supervise(complete, log=log, env=environment) as running:
                try:
                    _wait_healthy(running, number, log, timeout)
                except _PortTaken:
                    if not attempts:
                        raise
                    continue
                url = f"http://{HOST}:{number}"
                yield Server(url, name, log, running.process, running.pid, prepared)
                return


@contextlib.contextmanager
def use_server(
    model: str | Path = "scripted", *, url: str | None = None, say: Say | None = None
) -> Generator[Server]:
    """Use the server that `VLLM_BASE_URL` names, or `serve` a model if the variable is not set.

    Args:
        model: The model to serve. Ignored if the user's server is used, whose model is
            `VLLM_MODEL`, else the first model that it lists.
        url: The address of a running server; `VLLM_BASE_URL` if None.
        say: As for `serve`.

    Yields:
        The server.

    Raises:
        SetupFailed: As for `serve`.
        ServerFailed: As for `serve`, or the user's server does not list its models.
    """
    if given := url or os.environ.get("VLLM_BASE_URL"):
        address = given if "://" in given else f"http://{given}"
        address = address.rstrip("/").removesuffix("/v1")
        yield Server(address, os.environ.get("VLLM_MODEL") or _ask_first_model(address))
        return
    with serve(model, say=say) as server:
        yield server


class _PortTaken(ServerFailed):
    """Another process took the port before the server could."""


@contextlib.contextmanager
def _reserve_port(port: int | None) -> Generator[int]:
    """Reserve a port for the server.

    The port is bound, without listening. The system then gives it to no process that asks for a
    free port. The server can still bind it, because both sockets set SO_REUSEADDR.
    """
    with socket.socket() as reserved:
        reserved.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            reserved.bind((HOST, port or 0))
        except OSError as error:
            raise ServerFailed(f"Cannot listen on {HOST}:{port}: {error}") from None
        yield reserved.getsockname()[1]


def _wait_healthy(running: SupervisedCommand, port: int, log: Path, timeout: float) -> None:
    """Wait until the server is healthy.

    Raises:
        ServerFailed: The server ended first, or `timeout` seconds have passed.
    """
    deadline = time.monotonic() + timeout
    while not _is_healthy(port):
        code = running.process.poll()
        if code is not None:
            end = read_tail(log)
            kind = _PortTaken if "address already in use" in end.lower() else ServerFailed
            raise kind(f"The server ended with exit code {code}. The end of {log}:\n{end}")
        if time.monotonic() > deadline:
            raise ServerFailed(
                f"The server was not healthy after {timeout:g} s. "
                f"The end of {log}:\n{read_tail(log)}"
            )
        time.sleep(GLANCE)


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _ask_first_model(url: str) -> str:
    """Return the first model that a server lists."""
    import httpx  # only here: the start of a server does not need it

    key = os.environ.get("VLLM_API_KEY")
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        answer = httpx.get(f"{url}/v1/models", headers=headers, timeout=30)
        return str(answer.raise_for_status().json()["data"][0]["id"])
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, LookupError, TypeError) as error:
        reason = str(error).partition("\n")[0]
        raise ServerFailed(
            f"{url} does not tell the models that it serves: {reason}. Start that server, correct "
            "its address, or name none (VLLM_BASE_URL, --vllm-url) to have one started."
        ) from None
