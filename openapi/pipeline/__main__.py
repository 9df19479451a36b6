"""The commands behind make: spec, history, regenerate, report, check, api-changes, upgrade."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import api_changes, history, report, source, upgrade
from .document import Document, PipelineError, get_components, iter_operations
from .generate import find_differences, generate, regenerate
from .source import Spec
from .writing import explain_unwritten, replace_files

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "openapi"
PACKAGE = ROOT / "generated" / "vllm_api"
_INTERRUPTED = 130
API_CHANGES = ROOT / "docs" / "api-changes.md"


def main(arguments: list[str] | None = None) -> int:
    """Run one command, print a failure as one line, and return the exit code."""
    options = _build_parser().parse_args(arguments)
    try:
        return _run(options)
    except PipelineError as error:
        print(f"error: {error}", file=sys.stderr)
    except OSError as error:
        print(f"error: {explain_unwritten(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("interrupted: the spec and the bindings are as they were", file=sys.stderr)
        return _INTERRUPTED
    return 1


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m openapi.pipeline", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, about in (
        ("spec", "write the spec of a vLLM version or of a server"),
        ("regenerate", "write spec and bindings, or nothing, and print what changed"),
        ("history", "write the spec of a vLLM version into the history alone"),
    ):
        command = commands.add_parser(name, help=about)
        origin = command.add_mutually_exclusive_group(required=True)
        origin.add_argument("--url", help="base URL of a running server")
        origin.add_argument("--version", help="a vLLM version")
        command.add_argument(
            "--python",
            type=Path,
            help="interpreter that has that version; the launcher's if not given",
        )
        command.add_argument("--against", default="HEAD", help="a commit to compare with")
    commands.add_parser("generate", help="make the bindings from the spec")
    changes = commands.add_parser("report", help="print what changed in the spec")
    changes.add_argument("--against", default="HEAD", help="a commit to compare with")
    commands.add_parser("check", help="prove that the bindings are what the pipeline makes")
    changes = commands.add_parser("api-changes", help="write docs/api-changes.md")
    changes.add_argument("--check", action="store_true", help="only prove that it is current")
    upgraded = commands.add_parser("upgrade", help="take every step to another vLLM version")
    upgraded.add_argument("--version", required=True, help="the vLLM version to upgrade to")
    return parser


def _run(options: argparse.Namespace) -> int:
    match options.command:
        case "spec":
            spec = _read_source(options)
            replace_files(spec.build_files(FOLDER), room=_get_room())
            _tell(spec)
        case "history":
            spec = _read_source(options)
            older = history.build_files(
                FOLDER, spec.version, spec.exported, spec.versions["exported"]
            )
            replace_files(older, room=_get_room())
            _tell(spec)
        case "regenerate":
            _regenerate(options)
        case "generate":
            _replace_bindings(Spec.read(FOLDER))
        case "report":
            _report(options.against)
        case "api-changes":
            return api_changes.run(FOLDER, API_CHANGES, check=options.check)
        case "upgrade":
            return upgrade.run(ROOT, options.version)
        case _:
            return _check()
    return 0


def _read_source(options: argparse.Namespace) -> Spec:
    last = Spec.read(FOLDER)
    if options.url:
        return source.fetch(options.url, last)
    interpreter = options.python or source.prepare_interpreter(options.version)
    return source.export(interpreter, options.version, last.names)


def _regenerate(options: argparse.Namespace) -> None:
    """Write the spec and its bindings in one step."""
    spec = _read_source(options)
    _tell(spec)
    _replace_bindings(spec, spec.build_files(FOLDER))
    _report(options.against)


def _replace_bindings(spec: Spec, files: dict[Path, bytes] | None = None) -> None:
    document = spec.build_document()
    generate(document, PACKAGE, room=_get_room(), files=files)
    routes = sum(1 for _ in iter_operations(document))
    name = PACKAGE.relative_to(ROOT)
    print(f"{name}: {routes} operations, {len(get_components(document))} schemas")


def _get_room() -> Path:
    """Return a folder on the project's disk that git ignores."""
    return ROOT / "build" / "pipeline"


def _tell(spec: Spec) -> None:
    routes = sum(1 for _ in iter_operations(spec.served))
    print(f"spec of vLLM {spec.version}: {routes} operations")
    for remark in spec.remarks:
        print(f"  {remark}")


def _report(commit: str) -> None:
    before = report.read_committed(ROOT, commit)
    if before is None:
        print(f"There is no spec at {commit} to compare with.")
        return
    print(report.render(before, Spec.read(FOLDER)))


def _check() -> int:
    document: Document = Spec.read(FOLDER).build_document()
    with regenerate(document, PACKAGE) as fresh:
        found = list(find_differences(PACKAGE, fresh))
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
