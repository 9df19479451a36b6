"""Docstrings, comments and documents are plain technical English; see CONTRIBUTING.md."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

BANNED = {
    r"\bso many\b": "say the number or the limit",
    r"\b(is|are|was|were|be|been) told\b": "name what is sent to whom",
    r"\b(goes|go|going|gone) with\b": "say what can be combined",
    r"\b(comes|come|came) to\b": "name the result",
    r"\btold otherwise\b": "'by default'",
    r"\b(is|are) no (?!longer|more\b|less\b)": "'is not a'",
    r"\b(gone|go|goes|going) on (with|from)\b": "'continue with'",
    r"\b(held|holds?|holding) (\w+ )?to\b": "'constrain'",
    r"\bwithout a word\b": "'silently'",
    r"\bin vain\b": "'without success'",
}
"""Phrases that readers who search or translate cannot use, and what to write instead."""

NO_VERBS = {
    *("A", "All", "An", "Each", "Every", "How", "It", "Its", "None", "That", "The", "This"),
    *("What", "Where", "Whether", "Which", "Who", "Why"),
}
"""First words of a function's docstring that are not an imperative verb."""

SOURCES = sorted(
    path
    for room in ("src/vllm_sdk", "openapi/pipeline", "tools", "benchmarks", "examples")
    for path in (ROOT / room).rglob("*.py")
)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def prose_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield each comment and each docstring, with its line."""
    source = path.read_text("utf-8")
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield node.lineno, text


def banned_in(text: str) -> list[str]:
    plain = " ".join(text.split())
    return [
        f"{match.group()!r}: {advice}"
        for phrase, advice in BANNED.items()
        if (match := re.search(phrase, plain, re.IGNORECASE))
    ]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_sources_say_it_plainly(path: Path) -> None:
    found = [(line, banned) for line, text in prose_of(path) if (banned := banned_in(text))]
    assert found == []


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_documents_say_it_plainly(path: Path) -> None:
    prose = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = [(text[:40], banned) for text in prose.split("\n\n") if (banned := banned_in(text))]
    assert found == []


def is_value(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell whether a function is read like a value."""
    return any("property" in ast.unparse(each) for each in node.decorator_list)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_docstrings_begin_as_functions_and_values_do(path: Path) -> None:
    wrong = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        first = (ast.get_docstring(node) or "-").split()[0].strip(",.:;")
        as_verb = not isinstance(node, ast.ClassDef) and not is_value(node)
        if first in (NO_VERBS if as_verb else {"What", "Whether", "Where", "How"}):
            wrong.append((node.lineno, node.name, first))
    assert wrong == []
