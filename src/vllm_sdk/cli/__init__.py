"""The command `vllm-sdk`. It needs the extra: `pip install "vllm-typed-sdk[cli]"`.

Each command is a module of its own, which stands on the public API alone.

| module | defines |
|---|---|
| `overview` | the commands, and the help that lists them |
| `app` | the application: the commands by name, imported when one of them is used |
| `run` | what surrounds a command: exit code, errors, signals, closed pipes |
| `exit_codes` | the exit codes, and the choice of one for an error |
| `connection` | the flags of the server, and the client that they make |
| `option_flags` | a flag for each generation option |
| `inputs` | prompts and files |
| `output` | the answers, and everything else |
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from vllm_sdk.cli.output import leave_closed_pipe, write
from vllm_sdk.cli.overview import build_overview

__all__ = ["main"]

_NEEDED = ("cyclopts", "rich", "prometheus_client")
_INSTALL = 'vllm-sdk needs an extra: pip install "vllm-typed-sdk[cli]"\n'
_USAGE, _INTERRUPTED = 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Args:
        arguments: The words after `vllm-sdk`; those of this process if None.
    """
    if any(find_spec(name) is None for name in _NEEDED):
        sys.stderr.write(_INSTALL)
        return _USAGE
    words = sys.argv[1:] if arguments is None else [*arguments]
    try:
        if words in ([], ["--help"], ["-h"]):  # at once: the parser and what it needs are large
            return write_overview()
        from vllm_sdk.cli.run import run

        return run(words)
    except KeyboardInterrupt:  # while modules were imported
        return _INTERRUPTED


def write_overview() -> int:
    """Write the help of the whole command."""
    try:
        write(build_overview(), end="")
    except BrokenPipeError:
        leave_closed_pipe()
    return 0
