"""What a command writes: answers to standard output, everything else to standard error."""

from __future__ import annotations

import os
import re
import sys
from typing import Any

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that could steer a terminal; line ends and tabs are not among them."""


def write(text: str, *, end: str = "\n") -> None:
    """Write a part of an answer at once.

    On a terminal, control characters of the model are replaced, so that an answer cannot move the
    cursor or change the terminal's settings.
    """
    shown = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text) if sys.stdout.isatty() else text
    sys.stdout.write(f"{shown}{end}")
    sys.stdout.flush()


def write_json(value: Any) -> None:
    """Write a value as one line of JSON."""
    import msgspec  # only here: the help needs it not

    write(msgspec.json.encode(value).decode())


def write_rows(rows: list[tuple[str, ...]], titles: tuple[str, ...] | None = None) -> None:
    """Write a table: in aligned columns on a terminal, separated by tabs elsewhere."""
    if not sys.stdout.isatty():
        for row in rows:
            write("\t".join(row))
        return
    sys.stdout.flush()
    new_console().print(build_table(rows, titles))


def build_table(rows: list[tuple[str, ...]], titles: tuple[str, ...] | None = None) -> Any:
    """Build a table for a terminal."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, show_header=titles is not None)
    for index in range(len(rows[0]) if rows else 0):
        table.add_column(titles[index] if titles else "", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_CONTROL.sub("\N{REPLACEMENT CHARACTER}", cell)) for cell in row))
    return table


def new_console() -> Any:
    """Return a console of rich on standard output, which heeds NO_COLOR."""
    from rich.console import Console

    return Console(highlight=False)


def say(text: str) -> None:
    """Write a line for the user to standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def leave_closed_pipe() -> None:
    """Write no more: the reader of the pipe has what it wanted, as in `… | head`."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
