"""What surrounds every command: exit codes, errors, signals, pipes, and what is imported."""

from __future__ import annotations

import asyncio
import errno
import io
import logging
import os
import runpy
import signal
import subprocess
import sys
import threading
import warnings
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest

import vllm_sdk.cli
from command import COMMAND, PATIENCE, Here, Result, build_environment, interrupt, run_apart, screen
from local_server import Exchange, LocalServer, serving
from vllm_sdk import RetryPolicy, __version__, errors
from vllm_sdk.cli import app, connection, main, overview
from vllm_sdk.cli.exit_codes import ExitCode, UsageError, choose_exit_code
from wire import chat_body


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UsageError("no"), ExitCode.USAGE),
        (errors.RequestInvalid("no"), ExitCode.USAGE),
        (errors.ConfigurationError("no"), ExitCode.USAGE),
        (errors.ConnectionFailed("no", sent=False), ExitCode.REFUSED),
        (errors.ConnectionFailed("no", sent=True), ExitCode.FAILED),
        (errors.RequestTimeout("no", sent=False), ExitCode.REFUSED),
        (errors.RequestTimeout("no", sent=True), ExitCode.FAILED),
        (errors.UnexpectedResponse("no"), ExitCode.REFUSED),
        (errors.AuthenticationFailed("no"), ExitCode.REFUSED),
        (errors.ModelNotFound("no"), ExitCode.REFUSED),
        (errors.StreamInterrupted("no"), ExitCode.FAILED),
        (errors.OutputTruncated("no"), ExitCode.FAILED),
        (errors.Overloaded("no"), ExitCode.FAILED),
        (ValueError("no"), ExitCode.FAILED),
    ],
)
def test_an_error_has_its_exit_code(error: Exception, code: ExitCode) -> None:
    assert choose_exit_code(error) is code


def test_an_unknown_command_names_the_nearest(here: Here) -> None:
    result = here("gnerate", "Hi")
    assert (result.code, result.out) == (2, "")
    assert 'Did you mean "generate"?' in result.err


def test_the_version_is_that_of_the_package(here: Here) -> None:
    assert here("--version") == Result(0, f"{__version__}\n", "")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command ask a server that cannot be reached once."""
    monkeypatch.setattr(connection, "RETRY", RetryPolicy(attempts=1))


def test_nobody_there_is_told_in_a_sentence(here: Here) -> None:
    result = here("models", "--base-url", "http://127.0.0.1:1")
    assert (result.code, result.out) == (3, "")
    assert "No vLLM server answers at http://127.0.0.1:1" in result.err
    assert "Traceback" not in result.err


@pytest.mark.usefixtures("impatient")
def test_verbose_shows_the_traceback(here: Here) -> None:
    result = here("models", "--base-url", "http://127.0.0.1:1", "--verbose")
    assert result.code == 3
    assert "Traceback" in result.err


def test_a_mistake_of_the_command_itself_is_a_sentence(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = break_with(ZeroDivisionError("by zero"), here, monkeypatch)
    assert result.code == 1
    assert result.err == (
        "vllm-sdk: an error of its own, ZeroDivisionError: by zero. --verbose shows where.\n"
    )


def test_a_full_disk_is_a_sentence(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    assert break_with(full, here, monkeypatch).err == (
        "vllm-sdk: No space left on device: standard output\n"
    )


def break_with(error: Exception, here: Here, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Run a command whose output fails."""

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("vllm_sdk.cli.models.write_rows", fail)
    with serving(body={"data": []}) as server:
        return here("models", "--base-url", server.url)


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, ExitCode.INTERRUPTED), (signal.SIGTERM, ExitCode.TERMINATED)],
)
def test_a_signal_in_a_callback_of_an_event_loop_ends_the_command(
    number: signal.Signals, code: ExitCode, here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    def receive() -> None:
        os.kill(os.getpid(), number)
        for _ in range(1000):  # the handler runs between two steps of the interpreter
            pass

    async def wait() -> None:
        asyncio.get_running_loop().call_soon(receive)
        await asyncio.sleep(2)

    monkeypatch.setattr("vllm_sdk.cli.models.write_rows", lambda *_: asyncio.run(wait()))
    with serving(body={"data": []}) as server:
        result = here("models", "--base-url", server.url)
    assert (result.code, result.out, result.err) == (code, "", "")


def test_ctrl_c_and_sigterm_have_their_exit_codes(here: Here) -> None:
    for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        with LocalServer(partial(stop, number)) as server:
            result = here("models", "--base-url", server.url)
        assert (result.code, result.out, result.err) == (code, "", "")


def stop(number: signal.Signals, exchange: Exchange) -> None:
    """Send this process a signal in the middle of a request."""
    interrupt(number)
    exchange.wait_for_end()


def test_signals_are_as_before(here: Here, server: LocalServer) -> None:
    before = signal.getsignal(signal.SIGTERM)
    assert here("models").code == 0
    assert signal.getsignal(signal.SIGTERM) is before
    assert server.requests


def test_ctrl_c_during_the_imports_has_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("vllm_sdk.cli.run.run", fail)
    assert main(["models"]) == 130


def test_a_command_runs_in_any_thread(here: Here, server: LocalServer) -> None:
    results: list[Result] = []
    thread = threading.Thread(target=lambda: results.append(here("models")))
    thread.start()
    thread.join(PATIENCE)
    assert [each.code for each in results] == [0]
    assert server.requests


def test_a_closed_pipe_ends_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with serving(body=chat_body("words " * 40_000)) as server:
        done = subprocess.run(  # noqa: S603 -- our own command
            [*COMMAND, "generate", "Hi", "--base-url", server.url],
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
            env=build_environment(),
        )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_pipe_is_left_in_this_process(
    here: Here, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        assert break_with(BrokenPipeError(), here, monkeypatch).code == 0


def test_without_the_extra_the_line_to_install_it_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vllm_sdk.cli, "find_spec", lambda _: None)
    assert main(["models"]) == 2
    assert capsys.readouterr().err == (
        'vllm-sdk needs an extra: pip install "vllm-typed-sdk[cli]"\n'
    )


def test_without_the_extra_nothing_of_it_is_imported() -> None:
    program = (
        "import sys; import vllm_sdk.cli; "
        "assert not {'cyclopts', 'rich', 'attrs', 'httpx'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=PATIENCE)  # noqa: S603


def test_the_help_imports_nothing_else() -> None:
    program = (
        "import sys; from vllm_sdk.cli import main; main(['--help']); "
        "heavy = {'httpx', 'msgspec', 'asyncio', 'attrs', 'cyclopts', 'rich', 'prometheus_client', "
        "'vllm_sdk.options', 'vllm_sdk.errors', 'vllm_sdk.cli.app', 'vllm_sdk.testing'}; "
        "print(sorted(heavy & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 -- our own program
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert done.stderr == "[]\n"


def test_a_command_that_is_used_imports_no_other(server: LocalServer) -> None:
    program = (
        "import sys; from vllm_sdk.cli import main; main(['models']); "
        "other = {'vllm_sdk.cli.generate', 'vllm_sdk.testing', 'prometheus_client', "
        "'vllm_sdk._async.client'}; "
        "print(sorted(other & sys.modules.keys()), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(  # noqa: S603 -- our own program
        command, capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert done.stderr == "[]\n"
    assert server.requests


def test_no_words_are_a_question_for_help(here: Here) -> None:
    assert here() == here("--help") == here("-h")
    assert here().out.startswith("Usage: vllm-sdk COMMAND")


def test_the_help_may_be_read_in_part(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: object, **__: object) -> None:
        raise BrokenPipeError

    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(vllm_sdk.cli, "write", fail)
        assert main(["--help"]) == 0


@pytest.mark.parametrize("name", overview.COMMANDS)
def test_a_command_says_the_same_in_the_list_and_by_itself(name: str) -> None:
    assert app.app[name].help == overview.COMMANDS[name]
    assert (app.app[name].help_epilogue or "").startswith("Examples:")


def test_the_environment_may_lack_characters() -> None:
    with serving(body=chat_body("Grüße")) as server:
        result = run_apart(
            *("generate", "Hi", "--base-url", server.url),
            env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        )
    assert (result.code, result.out) == (0, "Gr\\xfc\\xdfe\n")


def test_a_warning_is_a_line(here: Here, server: LocalServer) -> None:
    result = here("generate", "Hi", "--extra", '{"not_in_the_spec": 1}')
    assert result.code == 0
    assert result.err.startswith("vllm-sdk: ")
    assert "not_in_the_spec" in result.err
    assert result.err.count("\n") == 1
    assert server.requests


def test_the_scripts_of_the_shells_name_the_commands(here: Here, tmp_path: Path) -> None:
    for shell in ("bash", "zsh", "fish"):
        result = here("completion", shell)
        assert result.code == 0
        assert "serve-test" in result.out
        assert "temperature" in result.out
    script = tmp_path / "script"
    script.write_text(here("completion", "bash").out)
    subprocess.run(["bash", "-n", script], check=True, timeout=PATIENCE)  # noqa: S603, S607
    assert here("completion", "tcsh").code == 2


def test_models_are_a_line_each(here: Here, server: LocalServer) -> None:
    assert here("models").out == "scripted\t2048\t-\n"
    assert '"id":"scripted"' in here("models", "--json").out
    assert len(server.requests) == 2


def test_models_are_a_table_at_a_terminal(
    here: Here, server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with screen(monkeypatch) as read:
        assert here("models").code == 0
        assert [line.split() for line in read().splitlines()] == [
            ["model", "context", "adapter", "of"],
            ["scripted", "2048", "-"],
        ]
    with serving(body={"data": []}) as empty, screen(monkeypatch) as read:
        assert here("models", "--base-url", empty.url).code == 0
        assert read().strip() == ""
    assert server.requests


def test_any_stream_may_be_the_output(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert here("completion", "fish").code == 0
    assert out.getvalue().startswith("#")


def test_the_package_runs_as_a_module(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["vllm-sdk", "completion", "tcsh"])
    monkeypatch.delitem(sys.modules, "vllm_sdk.__main__", raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("vllm_sdk", run_name="__main__")
    import_module("vllm_sdk.__main__")
    assert ended.value.code == 2
    assert "tcsh" in here.capture.readouterr().err


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("words", [["--verbose"], []])
def test_the_log_and_the_warnings_are_as_before(here: Here, words: list[str]) -> None:
    log = logging.getLogger("vllm_sdk")
    before = log.handlers, log.level, warnings.showwarning
    here("models", "--base-url", "http://127.0.0.1:9", *words)
    assert (log.handlers, log.level, warnings.showwarning) == before
    assert log.isEnabledFor(logging.DEBUG) is (log.getEffectiveLevel() <= logging.DEBUG)
