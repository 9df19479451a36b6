"""Make vLLM's environment and the models at the command line, and serve a model."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence

from vllm_sdk.testing import DEFAULT_VERSION, RECIPES, LauncherError, model, prepare, serve

INTERRUPTED = 130


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the commands."""
    top = argparse.ArgumentParser(prog="python -m vllm_sdk.testing", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    python = commands.add_parser("python", help="print the interpreter that runs vLLM")
    python.add_argument(
        "--spec",
        action="store_true",
        help="to export the spec, not to serve: no kernels are needed if there is no CPU build",
    )
    made = commands.add_parser("model", help="print the folder of a model that is made here")
    made.add_argument("name", choices=RECIPES)
    served = commands.add_parser("serve", help="serve a model until Ctrl-C")
    served.add_argument("--model", default="scripted", help=f"a folder, or {', '.join(RECIPES)}")
    served.add_argument("--port", type=int, help="at 127.0.0.1; a free one where not given")
    served.add_argument("flags", nargs="*", help="after --: flags of vLLM's own server")
    for command in (python, made, served):
        command.add_argument(
            "--version", help=f"of vLLM ($VLLM_VERSION if not given, else {DEFAULT_VERSION})"
        )
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    Results are written to standard output, progress and errors to standard error.
    """
    asked = build_parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if asked.command == "python":
            _print(prepare(asked.version, serving=not asked.spec))
        elif asked.command == "model":
            _print(model(asked.name, python=prepare(asked.version, serving=False)))
        else:
            _serve(asked)
    except LauncherError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _serve(asked: argparse.Namespace) -> None:
    """Serve a model until Ctrl-C, SIGTERM, or the end of the server."""
    with serve(asked.model, flags=asked.flags, port=asked.port, version=asked.version) as server:
        _print(f"{server.model} at {server.url} (log: {server.log}); Ctrl-C ends it")
        if server.environment and server.environment.kind == "hybrid":
            _print(f"This is {server.environment.about}.")
        server.wait()


def _print(line: object) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
