"""The demo starts the real models meanwhile, and goes on if one is not to be had."""

from __future__ import annotations

import importlib.util
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from vllm_sdk.testing import LauncherError

DEMO = Path(__file__).parents[2] / "examples" / "demo.py"


@pytest.fixture
def demo(monkeypatch: pytest.MonkeyPatch) -> Any:
    spec = importlib.util.spec_from_file_location("demo", DEMO)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "demo", module)
    spec.loader.exec_module(module)
    return module


def test_a_model_that_is_not_to_be_had_is_left_out_with_the_reason(
    demo: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("VLLM_PYTHON", str(tmp_path / "nothing"))
    with demo.start_servers(demo.REAL_MODELS) as starting:
        demo.show_real_models(starting)
    said = capsys.readouterr().out
    assert "nobody has written these answers" in said
    assert said.count("left out, because: ") == 2
    assert str(tmp_path / "nothing") in said


def test_servers_start_meanwhile_and_end_with_the_block(
    demo: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    running: list[str] = []

    @contextmanager
    def serve(model: str, **_: object) -> Generator[str]:
        running.append(model)
        yield model
        running.remove(model)

    monkeypatch.setattr(demo, "serve", serve)
    with demo.start_servers(["first", "second"]) as starting:
        assert [each.result(30) for each in starting.values()] == ["first", "second"]
        assert running == ["first", "second"]
    assert not running


def test_an_interrupt_does_not_wait_for_a_server_that_starts(
    demo: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = threading.Event()

    def serve(model: str, **_: object) -> Any:
        started.wait(60)
        raise LauncherError(model)

    monkeypatch.setattr(demo, "serve", serve)
    with pytest.raises(KeyboardInterrupt), demo.start_servers(["first"]) as starting:
        raise KeyboardInterrupt
    assert not starting["first"].done()
    started.set()
    assert isinstance(starting["first"].exception(30), LauncherError)
