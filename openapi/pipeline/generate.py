"""Run the generator on the normalised spec in a separate folder, and replace the bindings."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .checks import ADVICE, expect_openapi, list_circles, list_problems
from .document import Document, PipelineError, dump, iter_operations
from .finish import TEMPLATES, finish
from .normalise import normalise, spell_out
from .shape import expect_document
from .writing import open_staging, stage, swap

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "openapi" / "generator.yaml"
_CLASS = re.compile(r'^ +"(\w+)": "(\w+)",$', re.MULTILINE)
_NOISE = re.compile(r"\x1b\[[0-9;]*m| for status code <[^>]*>")
_REFUSED_ROUTE = re.compile(r"parsing ([A-Z]+ \S+) within.*\n\n(.+)")
_REFUSED_SCHEMA = re.compile(r"Unable to process schema /components/schemas/(\S+?):\n\n(.+)")
# pydantic's list of errors: a path on a line of its own, then the reason, indented.
_INVALID = re.compile(r"^(?:components\.schemas\.)?(\w+(?:\.\S+)?)\n +(.+?) \[type=", re.MULTILINE)

_OBJECT = re.compile(r"<[\w.]+ object at 0x[0-9a-f]+>")
_CRASH = "Traceback"
# Messages of the generator, each with its meaning to a reader of the spec.
_REASONS = {
    r"Could not find reference": "a $ref leads nowhere",
    r"duplicate models with name \"(\w+)\"": r"two classes would be called \1",
    r"conflicting enums named (\w+)": r"two enums would be called \1",
    r"Parameter must be required": "a parameter of the path is declared as optional",
    r"(.+) is not allowed in (\w+)": r"a parameter in \2 cannot have the type \1",
    r"Unsupported content.type (.+?)(?:\)|$)": r"it has no code for the content type \1",
}


def generate(
    spec: Document, package: Path, *, room: Path, files: Mapping[Path, bytes] | None = None
) -> None:
    """Replace the bindings with those of a spec, together with further files, or change nothing.

    Args:
        spec: The spec of the bindings.
        package: The folder of the bindings.
        room: A folder on the same disk, for the new files until all are complete.
        files: Further files to write, by path.

    Raises:
        PipelineError: The generator refuses a part of the spec; the message names it.
    """
    with open_staging(room) as place:
        fresh = place / package.name
        write(spec, fresh)
        swap({fresh: package} | stage(files or {}, place))


def write(spec: Document, package: Path) -> None:
    """Generate the bindings of a spec into a folder that does not exist yet."""
    expect_expressible(spec)
    document = normalise(spec)
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "spec.json"
        source.write_text(dump(document), "utf-8")
        _run(source, package)
    _expect_everything(document, package)
    finish(package)


def expect_expressible(spec: Document) -> None:
    """Refuse a spec whose bindings would be wrong or could not be made.

    Raises:
        PipelineError: The message names each schema or route, its field and the error.
    """
    try:
        expect_document(spec)
        document = spell_out(spec)
        lines = [*list_circles(spec), *list_problems(document)]
        if not lines:
            expect_openapi(document)
    except PipelineError as error:
        lines = [str(error)]
    if lines:
        raise PipelineError(
            "the spec has what the bindings cannot express; the bindings stay as they were\n"
            + "\n".join(f"  {line}" for line in [*lines, ADVICE])
        )


def _run(source: Path, package: Path) -> None:
    # The generator takes the name of its package from the folder. --fail-on-warning, because its
    # warnings mean that it left an operation out.
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    command += ["--path", str(source), "--output-path", str(package), "--config", str(CONFIG)]
    command += ["--custom-template-path", str(TEMPLATES), "--fail-on-warning"]
    plain = os.environ | {"_TYPER_STANDARD_TRACEBACK": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=plain)  # noqa: S603
    if done.returncode:
        raise PipelineError(explain_refusal(_NOISE.sub("", done.stderr or done.stdout)))


def explain_refusal(output: str) -> str:
    """Return a line for each route and schema that the generator refuses, with the reason.

    The generator's own output is long, shows only pieces of the spec and objects of its own, and
    invites to report a bug.
    """
    output = _OBJECT.sub("a part of it", output)
    reasons = [
        *((match[1], match[2]) for match in _REFUSED_ROUTE.finditer(output)),
        *((f"schema {match[1]}", match[2]) for match in _REFUSED_SCHEMA.finditer(output)),
        *((match[1], match[2]) for match in _INVALID.finditer(output)),
    ]
    names = list(dict.fromkeys(name for name, _ in reasons))
    lines = [f"  {name}: {_explain(reason)}" for name, reason in dict.fromkeys(reasons)]
    if not lines:
        printed = output.strip().splitlines() or ["it says nothing"]
        # Only the last line of a crash is informative.
        lines = [f"  {line}" for line in (printed[-1:] if _CRASH in output else printed[-15:])]
    what = ", ".join(names) or "the spec"
    return "\n".join(
        [f"the generator refuses {what}; the bindings stay as they were", *lines, f"  {ADVICE}"]
    )


def _explain(reason: str) -> str:
    for pattern, words in _REASONS.items():
        if found := re.search(pattern, reason):
            return found.expand(words)
    return reason.strip()


def _expect_everything(document: Document, package: Path) -> None:
    """Check that each operation and class has a module, even if the generator succeeded.

    The generator names modules in lower case. If two names are equal, the second module replaces
    the first.
    """
    places = {
        route: f"api/{operation['tags'][0]}/{operation['operationId']}.py"
        for route, operation in iter_operations(document)
    }
    missing = [route for route, place in places.items() if not (package / place).is_file()]
    if missing:
        raise PipelineError(f"the generator left out {', '.join(missing)}")
    classes = _CLASS.findall((package / "models" / "__init__.py").read_text("utf-8"))
    modules = Counter([*places.values(), *(f"models/{module}.py" for _, module in classes)])
    shared = [module for module, count in modules.items() if count > 1]
    if shared:
        raise PipelineError(f"several operations or classes would share {', '.join(shared)}")


def find_differences(package: Path, fresh: Path) -> Iterator[str]:
    """Yield a line for each file in which two packages differ, with the difference."""
    ours, theirs = _list_files(package), _list_files(fresh)
    for name in sorted(ours | theirs):
        if name not in theirs:
            yield f"{name}: the pipeline does not make this file"
        elif name not in ours:
            yield f"{name}: missing"
        elif (package / name).read_bytes() != (fresh / name).read_bytes():
            yield f"{name}: differs"


def _list_files(package: Path) -> set[str]:
    return {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@contextmanager
def regenerate(spec: Document, package: Path) -> Iterator[Path]:
    """Yield a temporary copy of the bindings of a spec."""
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place) / package.name
        write(spec, fresh)
        yield fresh
        shutil.rmtree(fresh, ignore_errors=True)
