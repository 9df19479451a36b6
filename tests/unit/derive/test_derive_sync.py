"""The synchronous client is what the asynchronous one derives to."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Any

import pytest
from tools import derive_sync
from tools.derive_sync import SOURCE, TARGET, CannotDerive, compare, derive, derive_all, main

from vllm_sdk import VLLM, AsyncVLLM

EVERY_NAME = "\n".join([*derive_sync.SUBSTITUTIONS, "x: Awaitable[int]"])
"""A module that needs every substitution once."""


@pytest.fixture
def rooms(tmp_path: Path) -> tuple[Path, Path]:
    """A source with one good module, and an empty target."""
    source, target = tmp_path / "_async", tmp_path / "_sync"
    source.mkdir()
    target.mkdir()
    (source / "names.py").write_text(EVERY_NAME)
    return source, target


def translate(source: str) -> str:
    return derive(Path("x.py"), source).text.partition("\n")[2]


def test_the_committed_modules_agree() -> None:
    assert compare(derive_all(SOURCE, TARGET), TARGET) == []


@pytest.mark.parametrize(
    ("source", "derived"),
    [
        ("async def f() -> int:\n    return await g()\n", "def f() -> int:\n    return g()\n"),
        ("async with a as b:\n    pass\n", "with a as b:\n    pass\n"),
        ("async for x in aiter(y):\n    z(await x)\n", "for x in iter(y):\n    z(x)\n"),
        ("x: Callable[[A], Awaitable[dict[str, B]]]\n", "x: Callable[[A], dict[str, B]]\n"),
        ("raise StopAsyncIteration  # async\n", "raise StopIteration  # async\n"),
        ('"""Await async code."""\n', '"""Await async code."""\n'),
        ("from a._async import AsyncStream\n", "from a._sync import Stream\n"),
        ("from a import Awaitable, Callable\n", "from a import Callable\n"),
        ("value = await anext(it, None)\n", "value = next(it, None)\n"),
        ('x = "\x85"\nawait y\n', 'x = "\x85"\ny\n'),
    ],
)  # fmt: skip
def test_what_is_translated(source: str, derived: str) -> None:
    assert translate(source) == derived


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("x = 1\n\ndef f():\n    yield from g()\n", 4, "yield from"),
        ("async def f():\n    return [x async for x in y]\n", 2, "asynchronous comprehension"),
        ("def f():\n    yield 1\n    return 2\n", 3, "returns a value"),
        ("import asyncio\n", 1, "asyncio has no synchronous counterpart"),
        ("from asyncio import sleep\n", 1, "asyncio has no synchronous counterpart"),
        ("from a import Coroutine\n", 1, "Coroutine has no synchronous counterpart"),
        ("x = contextlib.aclosing(y)\n", 1, "aclosing has no synchronous counterpart"),
        ("class AsyncNew:\n    pass\n", 1, "AsyncNew is not in SUBSTITUTIONS"),
        ("class A:\n    def __await__(self): ...\n", 2, "__await__ is not in SUBSTITUTIONS"),
        ('x = cast("AsyncStream[int]", y)\n', 1, "AsyncStream in a string"),
        ('async def f():\n    return f"{await x}"\n', 2, "await in an f-string"),
        ('x = f"{AsyncVLLM}"\n', 1, "AsyncVLLM in an f-string"),
        ('x = """use AsyncVLLM"""\n', 1, "AsyncVLLM in a string"),
        ('getattr(x, "__anext__")\n', 1, "__anext__ in a string"),
        ("x: typing.Awaitable[int]\n", 1, "Awaitable as an attribute"),
        ("isinstance(x, (Awaitable, int))\n", 1, "Awaitable without an argument"),
        ("async \\\ndef f(): pass\n", 1, "a line break after async"),
        ("await x.aclose()\n", 1, "aclose has no synchronous counterpart"),
        ("def f(:\n", 1, "not Python"),
    ],
)
def test_what_cannot_be_translated_is_refused(source: str, line: int, reason: str) -> None:
    with pytest.raises(CannotDerive, match=reason) as caught:
        translate(source)
    assert caught.value.place == f"x.py:{line}"


def test_a_value_returned_by_a_function_inside_a_generator_is_fine() -> None:
    source = "def f():\n    def g():\n        return 1\n    yield g()\n"
    assert translate(source) == source


def test_derive_writes_every_module_and_removes_others(
    rooms: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = rooms
    (source / "resources").mkdir()
    (source / "resources/server.py").write_text("async def f() -> None:\n  await g()\n")
    (target / "old.py").write_text("")
    assert main([], source, target) == 0
    assert sorted(path.name for path in target.rglob("*.py")) == ["names.py", "server.py"]
    written = (target / "resources/server.py").read_text()
    assert written.startswith("# Derived from ")
    assert written.endswith("def f() -> None:\n    g()\n")
    assert main(["--check"], source, target) == 0
    assert capsys.readouterr().err.strip() == ""


def test_source_that_cannot_be_derived_writes_nothing(
    rooms: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = rooms
    (source / "a.py").write_text("x = 1\n")
    (source / "z.py").write_text("def f():\n    yield 1\n    return 2\n")
    assert main([], source, target) == 1
    assert list(target.rglob("*.py")) == []
    assert "z.py:3: a generator that returns a value" in capsys.readouterr().err


def test_an_edited_derived_module_is_reported_with_the_file_to_edit(
    rooms: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = rooms
    main([], source, target)
    edited = target / "names.py"
    edited.write_text(edited.read_text().replace("x: int", "x: str"))
    (target / "orphan.py").write_text("")
    assert main(["--check"], source, target) == 1
    report = capsys.readouterr().err
    assert f"Edit {source / 'names.py'}, then run `make derive`" in report
    assert "-x: str" in report
    assert "+x: int" in report
    assert f"{target / 'orphan.py'} has no source" in report


def test_a_substitution_that_nothing_uses_is_reported(
    rooms: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = rooms
    (source / "names.py").write_text(EVERY_NAME.replace("AsyncVLLM\n", ""))
    assert main([], source, target) == 1
    assert "no module uses the substitution of AsyncVLLM" in capsys.readouterr().err


def public(kind: Any) -> dict[str, Any]:
    return {name: getattr(kind, name) for name in dir(kind) if not name.startswith("_")}


def test_both_clients_offer_the_same() -> None:
    ours, theirs = public(VLLM), public(AsyncVLLM)
    assert list(ours) == list(theirs)
    assert len(ours) > 10
    for name, member in ours.items():
        assert inspect.getdoc(member), name
        assert inspect.getdoc(member) == inspect.getdoc(theirs[name])


def test_docstrings_of_the_source_do_not_speak_of_one_side() -> None:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                text = ast.get_docstring(node) or ""
                if node.name != "AsyncVLLM":
                    assert "for asyncio" not in text, (path.name, node.name)
