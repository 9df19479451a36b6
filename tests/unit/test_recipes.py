"""The recipes of docs/connections.md run as programs, in the surroundings that they need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cell
from doc_pages import EXAMPLES, Example
from surroundings import surroundings

RECIPES = [example for example in EXAMPLES if example.is_recipe]


@pytest.fixture(scope="module")
def environ(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("VLLM_", "COV_", "COVERAGE_"))
        and name.lower() not in {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}
    }
    with surroundings(tmp_path_factory.mktemp("recipes")) as variables:
        yield kept | variables


def test_recipes_are_found() -> None:
    assert len(RECIPES) == 7


@pytest.mark.parametrize("example", RECIPES, ids=lambda example: example.name)
def test_a_recipe_prints_what_stands_below_it(
    example: Example, environ: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "recipe.py"
    path.write_text(example.code, "utf-8")
    command = [cell.__file__, str(path)] if example.is_cell else [str(path)]
    done = subprocess.run(  # noqa: S603 - our own examples
        [sys.executable, "-W", "error", *command],
        env=environ,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.stdout, done.stderr) == (example.printed, "")
    assert done.returncode == 0
