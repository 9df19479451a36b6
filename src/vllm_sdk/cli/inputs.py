"""Prompts and files, read as UTF-8."""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

from vllm_sdk.cli.exit_codes import UsageError
from vllm_sdk.cli.output import say

STDIN_LIMIT = 600.0
"""Seconds until standard input must have ended, unless `--timeout` says another number."""

_NOTICE_AFTER = 2.0
_BLOCK = 65536


def read_prompt(prompt: str | None, limit: float | None) -> str:
    """Read a prompt: a text, `@-` for standard input, or `@file`.

    Args:
        prompt: The argument; None reads standard input, unless that is a terminal.
        limit: Seconds until standard input must have ended; `STDIN_LIMIT` if None.

    Raises:
        UsageError: The prompt is missing, or cannot be read.
    """
    if prompt is None and sys.stdin.isatty():
        raise UsageError(
            "There is no prompt. Write it as an argument, as @file, or pipe it in; "
            "vllm-sdk generate --help has examples."
        )
    if prompt is None or prompt == "@-":
        return read_stdin(limit)
    if prompt.startswith("@"):
        return read_text(Path(prompt[1:]), "prompt")
    return prompt


def read_stdin(limit: float | None) -> str:
    """Read standard input to its end.

    Raises:
        UsageError: It has not ended within the limit, or is not UTF-8.
    """
    blocks: list[bytes] = []
    reader = threading.Thread(target=_read_blocks, args=(blocks,), daemon=True)
    reader.start()
    seconds = STDIN_LIMIT if limit is None else limit
    reader.join(min(seconds, _NOTICE_AFTER))
    if reader.is_alive():
        say("vllm-sdk: reading standard input to its end (Ctrl-D ends it at a terminal) …")
        reader.join(max(0.0, seconds - _NOTICE_AFTER))
    if reader.is_alive():
        raise UsageError(
            f"Standard input did not end within {seconds:g} s. Write the prompt as an argument or "
            "as @file, or allow more time with --timeout."
        )
    return _decode(b"".join(blocks), "standard input")


def _read_blocks(blocks: list[bytes]) -> None:
    """Read the descriptor itself: a thread in `sys.stdin` would hold its lock at the exit."""
    while block := os.read(0, _BLOCK):
        blocks.append(block)


def read_text(path: Path, what: str) -> str:
    """Read a file.

    Args:
        path: The file.
        what: Its purpose, for the message of an error.

    Raises:
        UsageError: It is not there, cannot be read, or is not UTF-8.
    """
    try:
        return _decode(path.read_bytes(), f"the {what} file {path}")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"Cannot read the {what} file {str(path)!r}: {reason}.") from None


def read_json(path: Path, what: str) -> Any:
    """Read a file of JSON.

    Raises:
        UsageError: It cannot be read, or is not JSON.
    """
    try:
        return json.loads(read_text(path, what))
    except (json.JSONDecodeError, RecursionError) as error:
        raise UsageError(f"The {what} file {str(path)!r} is not JSON: {error}.") from None


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name[0].upper()}{name[1:]} is not UTF-8: {error}.") from None
