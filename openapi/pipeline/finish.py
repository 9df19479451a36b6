"""Finish the generated code: faster imports, correct types of empty responses, formatting."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path

from .document import PipelineError

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
_INNER_IMPORT = re.compile(
    r"^ +from \.\.models\.(\w+) import (\w+) *# noqa: PLC0415\n", re.MULTILINE
)
_INNER_IMPORTS = re.compile(
    r"^( +)from \.\.models\.\w+ import \w+ *# noqa: PLC0415\n"
    r"(?: +from \.\.models\.\w+ import \w+ *# noqa: PLC0415\n)*",
    re.MULTILINE,
)
_TYPE_VARIABLE = re.compile(r'^T = TypeVar\("T"', re.MULTILINE)
_EMPTY_REPLY = re.compile(r"response_\d+ = cast\(Any, None\)\n( +)return response_\d+")
# A variant of a route: `/v1/embeddings#token_embed` is sent to `/v1/embeddings`.
_VARIANT = re.compile(r'("url": "[^"#]*)#\w+(")')
# Only imports are sorted and removed; more rules would change what the code does.
_RUFF = (
    ("check", "--no-cache", "--isolated", "--quiet", "--fix-only", "--select=I,F401"),
    ("format", "--no-cache", "--isolated", "--quiet"),
)


def finish(package: Path) -> None:
    """Rewrite a freshly generated package in place."""
    _expect_code(package)
    (package / "py.typed").write_text("")
    shutil.copyfile(TEMPLATES / "late.py", package / "_late.py")
    for path in sorted(package.rglob("*.py")):
        text = path.read_text("utf-8")
        place = path.relative_to(package).parts[0]
        if place == "models":
            text = import_once(text)
        elif place == "api":
            text = _VARIANT.sub(r"\1\2", type_empty_replies(text))
        path.write_text(text, "utf-8")
    for command in _RUFF:
        done = subprocess.run(  # noqa: S603 - our own arguments
            [sys.executable, "-m", "ruff", *command, str(package)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise PipelineError(
                f"ruff refuses the generated code: {(done.stderr or done.stdout).strip()}"
            )


def _expect_code(package: Path) -> None:
    """Check that the generator wrote Python, and that no class loses one of its fields.

    Two fields with the same name in Python would become one, and a field with the name of a method
    would be lost.
    """
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        try:
            with warnings.catch_warnings(action="ignore"):  # ruff corrects `1and`
                tree = ast.parse(path.read_text("utf-8"))
                compile(tree, name, "exec")
        except SyntaxError as error:
            raise PipelineError(
                f"the generator wrote no valid Python into {name}: {error.msg}: "
                f"{(error.text or '').strip()}"
            ) from None
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and name.startswith("models/"):
                fields = [_get_name(part) for part in node.body]
                double = [field for field, count in Counter(fields).items() if field and count > 1]
                if double:
                    raise PipelineError(
                        f"schema {node.name}: two of its fields, or a field and a method, would "
                        f"both be called {', '.join(double)} in Python"
                    )


def _get_name(statement: ast.stmt) -> str:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id
    return statement.name if isinstance(statement, ast.FunctionDef) else ""


def import_once(text: str) -> str:
    """Make a module import its models once, when one of its functions first runs.

    Models refer to each other in circles, so the generator imports them inside functions. Five
    imports per call take half the time of `from_dict`, which runs for every chunk of a stream.
    Imports at the top of the module would make the chat endpoint import a hundred models.
    """
    models = sorted({(match[2], match[1]) for match in _INNER_IMPORT.finditer(text)})
    if not models:
        return text
    pending = "".join(f'    "{name}": "{module}",\n' for name, module in models)
    text = _INNER_IMPORTS.sub(r"\1if _PENDING:\n\1    resolve(globals(), _PENDING)\n", text)
    text = text.replace(
        "from ..types import", "from .._late import resolve\nfrom ..types import", 1
    )
    table = f"_PENDING: dict[str, str] = {{\n{pending}}}\n\n"
    return _TYPE_VARIABLE.sub(lambda match: table + match[0], text, count=1)


def type_empty_replies(text: str) -> str:
    """Write the type of an empty response as None; the generator writes Any."""
    if _EMPTY_REPLY.search(text):
        # Only the success is empty, so it is the only Any here.
        text = _EMPTY_REPLY.sub(r"return None", text)
        return re.sub(r"\bAny \| (\w+)( \| None)?", r"\1 | None", text)
    if "def sync(" not in text:
        text = text.replace("Response[Any]", "Response[None]")
    return text
