"""Derive the synchronous client from the asynchronous one: `make derive`.

Every module of `_async` becomes a module of the same name in `_sync`. The translation works on
tokens, which keep comments and docstrings: `async` and `await` are dropped, and the names of
`SUBSTITUTIONS` replaced. What cannot be translated is refused, with its file and line, and then
nothing is written. `--check` writes nothing and shows what differs.
"""

from __future__ import annotations

import ast
import difflib
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/vllm_sdk/_async"
TARGET = ROOT / "src/vllm_sdk/_sync"

HEADER = "# Derived from {source} by `make derive`. Edit that file instead.\n"

SUBSTITUTIONS = {
    "AsyncApprove": "Approve",
    "AsyncAttempts": "Attempts",
    "AsyncBaseClient": "BaseClient",
    "AsyncBatchItems": "BatchItems",
    "AsyncBatchPool": "BatchPool",
    "AsyncBatchStream": "BatchStream",
    "AsyncBatches": "Batches",
    "AsyncByteStream": "ByteStream",
    "AsyncCall": "Call",
    "AsyncFileBatches": "FileBatches",
    "AsyncGeneration": "Generation",
    "AsyncGetKey": "GetKey",
    "AsyncHTTPClient": "HTTPClient",
    "AsyncHooks": "Hooks",
    "AsyncIterator": "Iterator",
    "AsyncKeyRing": "KeyRing",
    "AsyncOnEvent": "OnEvent",
    "AsyncOnRequest": "OnRequest",
    "AsyncOnResponse": "OnResponse",
    "AsyncOnRetry": "OnRetry",
    "AsyncOpenStream": "OpenStream",
    "AsyncPrepare": "Prepare",
    "AsyncSender": "Sender",
    "AsyncServer": "Server",
    "AsyncStream": "Stream",
    "AsyncStreaming": "Streaming",
    "AsyncToolRunner": "ToolRunner",
    "AsyncToolStream": "ToolStream",
    "AsyncTools": "Tools",
    "AsyncTransport": "Transport",
    "AsyncVLLM": "VLLM",
    "StopAsyncIteration": "StopIteration",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
    "_async": "_sync",
    "aiter": "iter",
    "anext": "next",
    "async_pool": "sync_pool",
    "check_async_source": "check_source",
    "new_async_line_pool": "new_line_pool",
    "new_async_pool": "new_pool",
    "new_async_transport": "new_transport",
    "run_off_loop": "run_here",
}
"""Names of the asynchronous side, and what stands in their place on the synchronous one."""

DROPPED_WRAPPERS = {"Awaitable"}
"""Generic types of which only the argument remains: `Awaitable[T]` becomes `T`."""

FOREIGN_NAMES = {
    *("asyncio", "anyio", "trio", "AsyncGenerator", "AsyncIterable", "Coroutine"),
    *("AsyncExitStack", "aclose", "aclosing", "asynccontextmanager"),
}
"""Names that have no counterpart: a module that needs one is written by hand, outside `_async`."""


class CannotDerive(Exception):
    """A construct of the source has no translation.

    Attributes:
        place: The file and the line.
    """

    def __init__(self, path: Path, line: int, reason: str) -> None:
        """Keep the place and the reason."""
        self.place = f"{_show(path)}:{line}"
        super().__init__(f"{self.place}: {reason}")


class Derived(NamedTuple):
    """A derived module, and the substitutions that it needed."""

    text: str
    used: frozenset[str]


class _Edit(NamedTuple):
    """A replacement of a part of one line."""

    line: int
    start: int
    end: int
    text: str


def derive(path: Path, source: str) -> Derived:
    """Translate one module.

    Args:
        path: The module, for errors and for the header.
        source: Its text.

    Returns:
        The text of the derived module, not formatted yet.

    Raises:
        CannotDerive: A construct has no translation.
    """
    _refuse_untranslatable(path, source)
    used: set[str] = set()
    lines = list(io.StringIO(source))  # as tokenize counts them
    for edit in sorted(_find_edits(path, source, used), reverse=True):
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.start] + edit.text + line[edit.end :]
    text = HEADER.format(source=_show(path)) + "".join(lines)
    return Derived(text, frozenset(used))


def _refuse_untranslatable(path: Path, source: str) -> None:
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise CannotDerive(path, error.lineno or 0, f"not Python: {error.msg}") from None
    _refuse_names_out_of_place(path, tree)
    for node in ast.walk(tree):
        match node:
            case ast.YieldFrom():
                raise CannotDerive(path, node.lineno, "`yield from`: write the loop out")
            case ast.JoinedStr():
                _refuse_in_text(path, node)
            case ast.comprehension(is_async=1):
                line = node.target.lineno
                raise CannotDerive(path, line, "an asynchronous comprehension: write the loop out")
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                _refuse_generator_value(path, node)
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in FOREIGN_NAMES:
                raise CannotDerive(path, node.lineno, f"{name} has no synchronous counterpart")
            case ast.Import() | ast.ImportFrom():
                _refuse_foreign_import(path, node)
            case _:
                pass


def _refuse_in_text(path: Path, text: ast.JoinedStr) -> None:
    for node in ast.walk(text):
        match node:
            case ast.Await():
                name = "await"
            case ast.Name(id=name) if _is_source_name(name):
                pass
            case _:
                continue
        raise CannotDerive(path, node.lineno, f"{name} in an f-string: give the value a name first")


def _is_source_name(name: str) -> bool:
    return name in SUBSTITUTIONS or name in DROPPED_WRAPPERS


def _refuse_names_out_of_place(path: Path, tree: ast.Module) -> None:
    """Refuse names in strings that are not docstrings, and wrappers that wrap nothing."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    wrapping = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in docstrings:
                if quoted := _QUOTED_NAME.search(text):
                    reason = f"{quoted.group()} in a string: write it as code"
                    raise CannotDerive(path, node.lineno, reason)
            case ast.Name(id=name) if name in DROPPED_WRAPPERS and id(node) not in wrapping:
                raise CannotDerive(path, node.lineno, f"{name} without an argument")
            case ast.Attribute(attr=name) if name in DROPPED_WRAPPERS:
                raise CannotDerive(path, node.lineno, f"{name} as an attribute: import its name")
            case _:
                pass


def _refuse_generator_value(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    inside = [*_own_nodes(node)]
    if not any(isinstance(each, ast.Yield) for each in inside):
        return
    for each in inside:
        if isinstance(each, ast.Return) and each.value is not None:
            raise CannotDerive(path, each.lineno, "a generator that returns a value")


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a function without those of functions inside it."""
    for node in ast.iter_child_nodes(function):
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            yield from _own_nodes(node)


def _refuse_foreign_import(path: Path, node: ast.Import | ast.ImportFrom) -> None:
    module = node.module if isinstance(node, ast.ImportFrom) else None
    for name in [module or "", *(alias.name for alias in node.names)]:
        if name.partition(".")[0] in FOREIGN_NAMES or name in FOREIGN_NAMES:
            raise CannotDerive(path, node.lineno, f"{name} has no synchronous counterpart")


def _find_edits(path: Path, source: str, used: set[str]) -> Iterator[_Edit]:
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    for index, token in enumerate(tokens):
        line, start = token.start
        end = token.end[1]
        if token.type == tokenize.NAME:
            after = tokens[index + 1]
            if token.string in {"async", "await"}:
                if after.start[0] != line:
                    raise CannotDerive(path, line, f"a line break after {token.string}")
                yield _Edit(line, start, after.start[1], "")  # with the white space after it
            elif token.string in DROPPED_WRAPPERS:
                used.add(token.string)
                yield from _drop_wrapper(tokens, index)
            elif token.string in SUBSTITUTIONS:
                used.add(token.string)
                yield _Edit(line, start, end, SUBSTITUTIONS[token.string])
            elif token.string.startswith(("Async", "__a")) and token.string not in _SAME:
                raise CannotDerive(path, line, f"{token.string} is not in SUBSTITUTIONS")


_QUOTED_NAME = re.compile(r"\b(Async[A-Z]\w+|_async|Awaitable|__a(enter|exit|iter|next)__)\b")
_SAME = {"__all__", "__annotations__", "__add__", "__and__", "__abs__"}


def _drop_wrapper(tokens: list[tokenize.TokenInfo], index: int) -> Iterator[_Edit]:
    """Drop `Awaitable[` and its `]`, or `Awaitable, ` from an import."""
    token, after = tokens[index], tokens[index + 1]
    line, start = token.start
    if after.string == "[":
        close = _find_closing(tokens, index + 1)
        yield _Edit(line, start, after.end[1], "")
        yield _Edit(close.start[0], close.start[1], close.end[1], "")
    elif after.string == ",":
        following = tokens[index + 2]
        end = following.start[1] if following.start[0] == line else after.end[1]
        yield _Edit(line, start, end, "")


def _find_closing(tokens: list[tokenize.TokenInfo], opening: int) -> tokenize.TokenInfo:
    depth = 0
    for token in tokens[opening:]:
        depth += (token.string == "[") - (token.string == "]")
        if depth == 0:
            return token
    raise AssertionError("the source is Python")  # pragma: no cover


def derive_all(source: Path, target: Path) -> dict[Path, str]:
    """Translate every module of a folder.

    Returns:
        The formatted text of each module of the target.

    Raises:
        CannotDerive: A construct has no translation, or a substitution is never used.
    """
    texts: dict[Path, str] = {}
    used: set[str] = set()
    for path in sorted(source.rglob("*.py")):
        derived = derive(path, path.read_text("utf-8"))
        used |= derived.used
        texts[target / path.relative_to(source)] = derived.text
    unused = sorted((SUBSTITUTIONS.keys() | DROPPED_WRAPPERS) - used)
    if unused:
        raise CannotDerive(Path(__file__), 1, f"no module uses the substitution of {unused[0]}")
    return {path: format_source(path, text) for path, text in texts.items()}


def format_source(path: Path, text: str) -> str:
    """Sort the imports of a module, remove unused ones, and format it as ruff does."""
    command = [sys.executable, "-m", "ruff"]
    name = ["--stdin-filename", str(path), "-"]
    fixed = _run([*command, "check", "--select", "I,F401", "--fix-only", "--quiet", *name], text)
    return _run([*command, "format", "--quiet", *name], fixed)


def _run(command: list[str], text: str) -> str:
    return subprocess.run(
        command, input=text, capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout


def compare(expected: dict[Path, str], target: Path, source: Path = SOURCE) -> list[str]:
    """Compare derived modules with those of a folder.

    Returns:
        A report for each module that differs; empty if all agree.
    """
    found = {path: path.read_text("utf-8") for path in sorted(target.rglob("*.py"))}
    reports: list[str] = []
    for path in sorted(expected.keys() | found.keys()):
        origin = source / path.relative_to(target)
        if path not in expected:
            reports.append(f"{_show(path)} has no source {_show(origin)}: remove it.")
        elif expected[path] != found.get(path):
            diff = difflib.unified_diff(
                found.get(path, "").splitlines(keepends=True),
                expected[path].splitlines(keepends=True),
                _show(path),
                f"derived from {_show(origin)}",
            )
            reports.append(
                f"{_show(path)} is not what {_show(origin)} derives to. Edit {_show(origin)}, "
                f"then run `make derive`.\n{''.join(diff)}"
            )
    return reports


def write(expected: dict[Path, str], target: Path) -> None:
    """Write derived modules, and remove those without a source."""
    for path in sorted(target.rglob("*.py")):
        if path not in expected:
            path.unlink()
    for path, text in expected.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _show(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def main(arguments: list[str], source: Path = SOURCE, target: Path = TARGET) -> int:
    """Derive the synchronous client, or check it with `--check`.

    Returns:
        The exit code: 1 if a module cannot be derived, or if the check finds a difference.
    """
    try:
        expected = derive_all(source, target)
    except CannotDerive as error:
        print(f"Cannot derive {_show(target)}: {error}", file=sys.stderr)
        return 1
    if arguments == ["--check"]:
        reports = compare(expected, target, source)
        print(*reports, sep="\n", file=sys.stderr)
        return 1 if reports else 0
    write(expected, target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
