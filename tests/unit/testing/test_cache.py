"""What the launcher keeps is whole, and made by one process at a time."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from vllm_sdk.testing import SetupFailed, cache

HOLDER = """
import sys, time
from vllm_sdk.testing import cache
with cache.lock("thing", say=print):
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"VLLM_SDK_CACHE": "/a/b"}, "/a/b"),
        ({"VLLM_SDK_CACHE": "", "XDG_CACHE_HOME": "/x"}, "/x/vllm-sdk"),
        ({"VLLM_SDK_CACHE": "", "XDG_CACHE_HOME": "", "HOME": "/h"}, "/h/.cache/vllm-sdk"),
        ({"VLLM_SDK_CACHE": "~/c", "HOME": "/h"}, "/h/c"),
    ],
)
def test_the_cache_is_where_the_environment_says(
    settings: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert cache.get_cache_folder() == Path(expected)


@pytest.mark.usefixtures("pretended")
def test_a_second_process_waits_and_says_so(
    start: Callable[[str], subprocess.Popen[str]],
) -> None:
    holder = start(HOLDER)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"

    said = []

    def let_go(line: str) -> None:
        said.append(line)
        holder.kill()  # however the holder ends, the lock is free

    with cache.lock("thing", say=let_go):
        assert said == ["Waiting for another process that is making thing"]


@pytest.mark.usefixtures("pretended")
def test_waiting_has_a_bound() -> None:
    with cache.lock("thing", say=print):
        with pytest.raises(SetupFailed, match="has been making thing for 0 s"):
            with cache.lock("thing", patience=0, say=print):
                pytest.fail("two hold one lock")


def test_a_folder_appears_when_it_is_complete(tmp_path: Path) -> None:
    target = tmp_path / "models" / "tiny"
    left_behind = tmp_path / "models" / "tiny.partial" / "half"
    left_behind.parent.mkdir(parents=True)
    left_behind.touch()

    def fill(folder: Path) -> None:
        assert not target.exists()
        (folder / "whole").touch()

    cache.make_folder(target, fill)
    assert [path.name for path in target.iterdir()] == ["whole"]
    assert [path.name for path in target.parent.iterdir()] == ["tiny"]


def test_a_folder_that_cannot_be_filled_never_appears(tmp_path: Path) -> None:
    def fill(folder: Path) -> None:
        (folder / "half").touch()
        raise SetupFailed("no")

    with pytest.raises(SetupFailed):
        cache.make_folder(tmp_path / "tiny", fill)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("pretended")
def test_the_latest_logs_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LOGS_KEPT", 2)
    logs = []
    for _ in range(3):
        logs.append(cache.create_log("serve"))
        logs[-1].touch()
    assert [log.exists() for log in logs] == [False, True, True]


def test_a_tail_is_the_last_lines(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert cache.read_tail(log) == "  | (nothing)"
    log.write_bytes(b"one\ntwo\xff\nthree\n")
    assert cache.read_tail(log, 2) == "  | two\ufffd\n  | three"
