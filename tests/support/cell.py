"""Runs a file as a cell of a notebook: in a running event loop, with `await` outside functions."""

from __future__ import annotations

import ast
import asyncio
import inspect
import sys
from pathlib import Path
from typing import Any


def compile_cell(code: str, name: str) -> Any:
    """Compile code that may await."""
    return compile(code, name, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


async def run_cell(code: str, name: str) -> None:
    """Run code in the running loop."""
    outcome = eval(compile_cell(code, name), {})  # noqa: S307 - our own page
    if inspect.isawaitable(outcome):
        await outcome


if __name__ == "__main__":
    asyncio.run(run_cell(Path(sys.argv[1]).read_text("utf-8"), sys.argv[1]))
