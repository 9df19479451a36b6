"""Run the generator on the normalised spec, into a place of its own, and replace the bindings."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .document import Document, PipelineError, dump, operations
from .finish import TEMPLATES, finish
from .normalise import normalise

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "openapi" / "generator.yaml"
_NOISE = re.compile(r"\x1b\[[0-9;]*m")


def generate(spec: Document, package: Path) -> None:
    """Replace the bindings in `package` with those of the spec, or raise and touch nothing.

    Raises:
        PipelineError: The generator refuses a part of the spec; the message names it.
    """
    package.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=package.parent, prefix=".generating-") as place:
        fresh = Path(place) / package.name
        write(spec, fresh)
        _swap(fresh, package, Path(place) / "previous")


def write(spec: Document, package: Path) -> None:
    """Generate the bindings of a spec into a folder that does not exist yet."""
    document = normalise(spec)
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "spec.json"
        source.write_text(dump(document), "utf-8")
        _run(source, package)
    _expect_every_operation(document, package)
    finish(package)


def _run(source: Path, package: Path) -> None:
    # The generator takes its package's name from the folder; --fail-on-warning, because what it
    # warns about is that it left an operation out.
    command = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    command += ["--path", str(source), "--output-path", str(package), "--config", str(CONFIG)]
    command += ["--custom-template-path", str(TEMPLATES), "--fail-on-warning"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        output = _NOISE.sub("", done.stderr or done.stdout).strip()
        raise PipelineError(f"the generator refuses the spec; the bindings stay as they were\n{output}")


def _expect_every_operation(document: Document, package: Path) -> None:
    """Make sure that there is one module for every operation, whatever the generator says."""
    missing = [
        route
        for route, operation in operations(document)
        if not (
            package / "api" / operation["tags"][0] / f"{operation['operationId']}.py"
        ).is_file()
    ]
    places = [(operation["tags"][0], operation["operationId"]) for _, operation in operations(document)]
    twice = sorted({"/".join(place) for place in places if places.count(place) > 1})
    if missing or twice:
        raise PipelineError(
            "the generator left out: " + ", ".join(missing)
            if missing
            else "several operations would share one module: " + ", ".join(twice)
        )


def _swap(fresh: Path, package: Path, aside: Path) -> None:
    """Put the new bindings where the old ones are; put the old ones back if that fails."""
    if package.exists():
        package.rename(aside)
    try:
        fresh.rename(package)
    except OSError:
        if aside.exists():
            aside.rename(package)
        raise


def differences(package: Path, fresh: Path) -> Iterator[str]:
    """Name the files in which two packages differ, with what is the matter."""
    ours, theirs = _files(package), _files(fresh)
    for name in sorted(ours | theirs):
        if name not in theirs:
            yield f"{name}: the pipeline does not make this file"
        elif name not in ours:
            yield f"{name}: missing"
        elif (package / name).read_bytes() != (fresh / name).read_bytes():
            yield f"{name}: differs"


def _files(package: Path) -> set[str]:
    return {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@contextmanager
def regenerated(spec: Document, package: Path) -> Iterator[Path]:
    """Give a throw-away copy of what the pipeline makes of the spec."""
    with tempfile.TemporaryDirectory() as place:
        fresh = Path(place) / package.name
        write(spec, fresh)
        yield fresh
        shutil.rmtree(fresh, ignore_errors=True)
