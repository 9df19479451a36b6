"""The commands behind make: spec, generate, report, check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import report, source
from .document import Document, PipelineError, components, operations, read
from .generate import differences, generate, regenerated
from .join import join

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "openapi"
PACKAGE = ROOT / "generated" / "vllm_api"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; a mistake is one line and exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m openapi.pipeline", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    spec = commands.add_parser("spec", help="write the spec of a vLLM version or of a server")
    origin = spec.add_mutually_exclusive_group(required=True)
    origin.add_argument("--url", help="base URL of a running server")
    origin.add_argument("--python", type=Path, help="interpreter that has vLLM")
    spec.add_argument("--version", help="the vLLM version that the interpreter has to have")
    commands.add_parser("generate", help="make the bindings from the spec")
    changes = commands.add_parser("report", help="print what changed in the spec")
    changes.add_argument("--against", default="HEAD", help="a commit to compare with")
    commands.add_parser("check", help="prove that the bindings are what the pipeline makes")
    options = parser.parse_args(arguments)
    try:
        if options.command == "spec":
            _spec(options)
        elif options.command == "generate":
            _generate()
        elif options.command == "report":
            _report(options.against)
        else:
            return _check()
    except PipelineError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def _current() -> Document:
    return join(read(FOLDER / "served.json"), read(FOLDER / "responses.json"))


def _spec(options: argparse.Namespace) -> None:
    if options.url:
        remarks = source.fetch(options.url, FOLDER)
    else:
        wanted = options.version or (FOLDER / "VLLM_VERSION").read_text("utf-8").strip()
        remarks = source.export(options.python, wanted, FOLDER)
    served, versions = read(FOLDER / "served.json"), read(FOLDER / "versions.json")
    routes = sum(1 for _ in operations(served))
    print(f"spec of vLLM {versions['served']['vllm']}: {routes} operations")
    for remark in remarks:
        print(f"  {remark}")


def _generate() -> None:
    spec = _current()
    generate(spec, PACKAGE)
    routes = sum(1 for _ in operations(spec))
    print(f"{PACKAGE.relative_to(ROOT)}: {routes} operations, {len(components(spec))} schemas")


def _report(commit: str) -> None:
    before = report.committed(ROOT, commit)
    if before is None:
        print(f"There is no spec at {commit} to compare with.")
        return
    now = report.Spec(_current(), read(FOLDER / "versions.json"))
    print(report.render(before, now))


def _check() -> int:
    with regenerated(_current(), PACKAGE) as fresh:
        found = list(differences(PACKAGE, fresh))
    for line in found:
        print(line)
    if found:
        print(
            f"{len(found)} files of {PACKAGE.relative_to(ROOT)} are not what the pipeline makes of "
            "openapi/: run `make generate`, and commit what it writes",
            file=sys.stderr,
        )
        return 1
    print(f"{PACKAGE.relative_to(ROOT)} is exactly what the pipeline makes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
