"""The examples of the documentation that need no server print what stands below them."""

from __future__ import annotations

import importlib.util
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [DOCS / "structured-output.md", DOCS / "tools.md"]
BLOCKS = [
    block
    for page in PAGES
    for block in re.findall(r"^```(\w+)\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL)
]
EXAMPLES = [
    (code, printed)
    for (language, code), (below, printed) in pairwise(BLOCKS)
    if (language, below) == ("python", "text") and "VLLM(" not in code
]


def test_every_example_has_its_output_or_needs_a_server() -> None:
    offline = [code for language, code in BLOCKS if language == "python" and "VLLM(" not in code]
    assert len(offline) == len(EXAMPLES) > 10


@pytest.mark.parametrize(("code", "printed"), EXAMPLES, ids=range(len(EXAMPLES)))
def test_an_example_prints_what_stands_below_it(
    code: str,
    printed: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "example.py"
    path.write_text(code)
    spec = importlib.util.spec_from_file_location("example", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "example", module)
    spec.loader.exec_module(module)
    assert capsys.readouterr().out == printed
