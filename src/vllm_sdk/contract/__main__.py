"""Check a live vLLM server at the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vllm_sdk.contract.command import (
    INTERRUPTED,
    MISUSED,
    Arguments,
    run_command,
)
from vllm_sdk.contract.limits import REQUEST_SECONDS, REQUESTS_AT_ONCE, SECONDS, TOKENS
from vllm_sdk.contract.reports import FORMATS


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the arguments."""
    parser = argparse.ArgumentParser(
        prog="python -m vllm_sdk.contract",
        description=__doc__,
        epilog="The API key is read from VLLM_API_KEY. Exit codes: 0 no failure but the expected "
        "ones; 1 failures, or stale expectations; 2 wrong arguments; 3 no verdict.",
    )
    add = parser.add_argument
    add("url", nargs="?", help="the address of the server (default: $VLLM_BASE_URL)")
    add("--model", help="the model to ask (default: $VLLM_MODEL, else the first one)")
    add("--list", action="store_true", help="list the checks, and send nothing")
    for name, what in (("only", "run"), ("skip", "leave out")):
        add(
            f"--{name}",
            action="append",
            default=[],
            metavar="CHECK",
            help=f"an id, a group or a pattern of checks to {what}; may be repeated",
        )
    add("--report", choices=FORMATS, default="text", help="the form of the report")
    add("--output", type=Path, metavar="FILE", help="write the report there, not to stdout")
    add("--expected-failures", type=Path, metavar="FILE", help="ids of known failures, one a line")
    add("--compare", type=Path, metavar="OLD.json", help="show what has changed since that report")
    add("--seconds", type=float, default=SECONDS, help="limit on the whole run (%(default)s)")
    add(
        "--request-seconds",
        type=float,
        default=REQUEST_SECONDS,
        help="on one request (%(default)s)",
    )
    add("--tokens", type=int, default=TOKENS, help="limit on generated tokens (%(default)s)")
    add("--at-once", type=int, default=REQUESTS_AT_ONCE, help="requests at once (%(default)s)")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a server, write the report, and return the exit code."""
    parser = build_parser()
    try:
        asked = parser.parse_args(arguments)
    except SystemExit as error:  # argparse has written the usage, or the help
        return MISUSED if error.code else 0
    named = vars(asked)
    listed = named.pop("list")
    try:
        return run_command(Arguments(**named), listed=listed)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the report has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
