"""A vLLM server that lives as long as a `with` block."""

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

from vllm_sdk.testing.cache import new_log, tail
from vllm_sdk.testing.environment import Environment
from vllm_sdk.testing.errors import ServerFailed
from vllm_sdk.testing.models import RECIPES
from vllm_sdk.testing.models import model as made_model
from vllm_sdk.testing.preparation import prepare_environment
from vllm_sdk.testing.processes import (
    CPU,
    SERVER_ENVIRONMENT,
    Running,
    clean_environment,
    supervised,
)
from vllm_sdk.testing.progress import Say

HOST = "127.0.0.1"
TIMEOUT = 240.0
"""Seconds that a server has to become healthy: 20 alone on two cores, far more beside others."""

GLANCE = 0.05
"""Seconds between two looks at a server that starts."""

PORT_ATTEMPTS = 3
FLAGS = ("--dtype", "bfloat16", "--max-model-len", "2048", "--enforce-eager")


@dataclass(frozen=True)
class Server:
    """A server that answers.

    Attributes:
        url: Its address, without a trailing slash: `http://127.0.0.1:40123`.
        model: The name under which it serves its model.
        log: The file with all that it printed; None for a server that the user named.
        process: The process that supervises it, which ends when it ends; None likewise.
        pid: Its main process, whose number is also its process group's; None likewise.
        environment: What it runs in: a release of vLLM, or a hybrid; None likewise.
    """

    url: str
    model: str
    log: Path | None = None
    process: subprocess.Popen[bytes] | None = None
    pid: int | None = None
    environment: Environment | None = None

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to all processes of the server, as a test of failures may want.

        Args:
            number: The signal; a stopped server (SIGSTOP) is ended nevertheless.

        Raises:
            ServerFailed: It is the user's own server.
        """
        self._ours().signal(number)

    def wait(self) -> int:
        """Wait until the server ends by itself; return its exit code, 128 + n for signal n.

        Raises:
            ServerFailed: It is the user's own server.
        """
        return self._ours().process.wait()

    def _ours(self) -> Running:
        if self.process is None or self.pid is None:
            raise ServerFailed(f"{self.url} is the user's own server, not ours to end or watch.")
        return Running(self.process, self.pid)


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
    """Serve a model on this machine for as long as the block runs.

    The server's environment and the model are made first, where they are not there yet. When the
    block ends, however it ends, and when this process ends, by SIGKILL too, all processes of the
    server end. Any number of servers can run side by side.

    Args:
        model: A name of `RECIPES`, or a folder or hub name that vLLM knows. The server serves it
            under that name, or the folder's.
        flags: Further arguments of vLLM's server; they win over those that we give.
        env: Further environment variables of the server.
        port: To listen on at 127.0.0.1; a free one where not given.
        timeout: Seconds until it must be healthy, without what is made before.
        version: Of vLLM, if `VLLM_PYTHON` does not name an interpreter; `VLLM_VERSION` if None,
            else `DEFAULT_VERSION`. A version that has no build for the CPU yet is served as a
            hybrid, for tests of the API; `Server.environment` says so.
        say: Told what is made first; prints to standard error where not given.

    Yields:
        The server, healthy.

    Raises:
        SetupFailed: The environment or the model could not be made.
        ServerFailed: The server ended before it was healthy, or was not healthy in time. The
            message holds the end of its log.
    """
    prepared = prepare_environment(version, say=say)
    python = prepared.python
    recipe = RECIPES.get(str(model))
    source = made_model(str(model), python=python, say=say) if recipe else model
    name = str(model) if recipe or not Path(model).is_dir() else Path(model).resolve().name
    command = [
        *(python, "-m", "vllm.entrypoints.openai.api_server", "--host", HOST),
        *("--model", source, "--served-model-name", name, *FLAGS),
        *(recipe.flags if recipe else ()),
        *flags,
    ]
    # A user's own vLLM may be built for a GPU, and refuses to start if told of two devices.
    device = {} if prepared.kind == "own" else CPU
    environment = SERVER_ENVIRONMENT | clean_environment() | device | dict(env or {})
    attempts = 1 if port else PORT_ATTEMPTS
    while True:
        attempts -= 1
        log = new_log(f"serve-{name.replace('/', '-')}")
        with _reserved(port) as number:
            complete = [*command, "--port", str(number)]
            with supervised(complete, log=log, env=environment) as running:
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
def use_server(model: str | Path = "scripted", *, say: Say | None = None) -> Generator[Server]:
    """Use the server that `VLLM_BASE_URL` names; where it names none, `serve` one.

    Args:
        model: What to serve; not looked at where the user's server is used, whose model is
            `VLLM_MODEL`, else the first that it serves.
        say: As for `serve`.

    Yields:
        The server.

    Raises:
        SetupFailed: As for `serve`.
        ServerFailed: As for `serve`, or the user's server does not tell what it serves.
    """
    if given := os.environ.get("VLLM_BASE_URL"):
        url = given if "://" in given else f"http://{given}"
        url = url.rstrip("/").removesuffix("/v1")
        yield Server(url, os.environ.get("VLLM_MODEL") or _first_model(url))
        return
    with serve(model, say=say) as server:
        yield server


class _PortTaken(ServerFailed):
    """Another process took the port in the meantime."""


@contextlib.contextmanager
def _reserved(port: int | None) -> Generator[int]:
    """Keep a port for the server.

    It is bound but not listened on: the system then gives it to nobody who asks for a free port,
    and still lets the server bind it, which like us sets SO_REUSEADDR.
    """
    with socket.socket() as reserved:
        reserved.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            reserved.bind((HOST, port or 0))
        except OSError as error:
            raise ServerFailed(f"Cannot listen on {HOST}:{port}: {error}") from None
        yield reserved.getsockname()[1]


def _wait_healthy(running: Running, port: int, log: Path, timeout: float) -> None:
    """Return when the server says that it is healthy.

    Raises:
        ServerFailed: It ended first, or `timeout` seconds have passed.
    """
    deadline = time.monotonic() + timeout
    while not _is_healthy(port):
        code = running.process.poll()
        if code is not None:
            end = tail(log)
            kind = _PortTaken if "address already in use" in end.lower() else ServerFailed
            raise kind(f"The server ended with exit code {code}. The end of {log}:\n{end}")
        if time.monotonic() > deadline:
            raise ServerFailed(
                f"The server was not healthy after {timeout:g} s. The end of {log}:\n{tail(log)}"
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


def _first_model(url: str) -> str:
    """Ask a server what it serves."""
    import httpx  # only here: a server of our own is started without

    key = os.environ.get("VLLM_API_KEY")
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    try:
        answer = httpx.get(f"{url}/v1/models", headers=headers, timeout=30)
        return str(answer.raise_for_status().json()["data"][0]["id"])
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, LookupError, TypeError) as error:
        raise ServerFailed(
            f"VLLM_BASE_URL names {url}, which does not tell the models that it serves: {error}. "
            "Start that server, correct the address, or unset VLLM_BASE_URL to have one started."
        ) from None
