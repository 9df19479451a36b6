"""The demo goes on if a real model is not to be had."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

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
