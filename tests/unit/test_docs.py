"""Every example of README and docs runs, and every public name has words for users."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import vllm_sdk
from cell import compile_cell
from doc_pages import EXAMPLES, PAGES, ROOT, Example, answer_as_vllm, run_example
from local_server import LocalServer
from vllm_sdk import RetryPolicy, errors, options, types

ALONE = [example for example in EXAMPLES if example.runs_alone]
ASKING = [example for example in EXAMPLES if example.asks_server and not example.is_foreign]


Run = Callable[[Example], None]


def named(example: Example) -> str:
    return example.name


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    with LocalServer(answer_as_vllm) as running:
        yield running


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return lambda example: run_example(example, tmp_path, monkeypatch)


def test_examples_are_found() -> None:
    assert len(ALONE) > 20
    assert len(ASKING) > 30


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_an_example_is_python(example: Example) -> None:
    if example.is_cell:
        compile_cell(example.code, example.name)
    else:
        compile(example.code, example.name, "exec")


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_an_example_imports_only_public_modules(example: Example) -> None:
    assert re.search(r"\bvllm_sdk(\.\w+)*\._", example.code) is None


@pytest.mark.parametrize("example", ALONE, ids=named)
def test_an_example_prints_what_stands_below_it(
    example: Example, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    run(example)
    assert capsys.readouterr().out == example.printed


@pytest.mark.parametrize("example", ASKING, ids=named)
def test_an_example_that_asks_a_server_runs(
    example: Example,
    run: Run,
    server: LocalServer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VLLM_BASE_URL", server.url)
    monkeypatch.delenv("VLLM_MODEL", raising=False)
    run(example)
    assert capsys.readouterr().out.strip()


PUBLIC = sorted(
    {
        *vllm_sdk.__all__,
        *types.__all__,
        *options.__all__,
        *(name for name, each in vars(errors).items() if inspect.isclass(each)),
        *(f"`{name}`" for name in inspect.signature(RetryPolicy).parameters),
    }
    - {"__version__", "Any", "NamedTuple"}
    # type variables, and forms that appear in annotations only
    - {"T", "T_co", "AnyFunction", "JSON", "Role", "Schema", "OptionsDict"}
)


@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_name_has_words(name: str) -> None:
    texts = [page.read_text("utf-8") for page in PAGES]
    pattern = re.escape(name) if name.startswith("`") else rf"\b{name}\b"
    assert any(re.search(pattern, text) for text in texts)


LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")


def anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target, anchor in LINK.findall(prose):
        if "://" in target:
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), target
        assert path.is_relative_to(ROOT)
        if anchor:
            assert anchor in anchors(path.read_text("utf-8")), f"{target}#{anchor}"


def test_the_lowest_checkers_are_those_that_make_installs() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    mypy, pyright = (each.partition("==")[2] for each in groups["lowest-checkers"])
    page = (ROOT / "docs/structured-output.md").read_text("utf-8")
    assert f"mypy {mypy} and pyright {pyright}, and newer" in page
