"""The exported specs of all versions so far, one compressed file each.

They are what `docs/api-changes.md` is made of, and what tells which version knew a field first.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from .document import Document, PipelineError, dump

FOLDER = "history"


def files(folder: Path, version: str, exported: Document, versions: Document) -> dict[Path, bytes]:
    """Return the file to write for a version; none if the one that is there says the same.

    Compressed bytes depend on the library that made them, so equal content is left alone.
    """
    path = folder / FOLDER / f"{version}.json.gz"
    text = dump({"versions": versions, "exported": exported}).encode()
    if path.exists() and gzip.decompress(path.read_bytes()) == text:
        return {}
    return {path: gzip.compress(text, mtime=0)}


def read_all(folder: Path) -> dict[str, Document]:
    """Return the exported spec of each version, the oldest first."""
    paths = sorted((folder / FOLDER).glob("*.json.gz"), key=_order)
    if not paths:
        raise PipelineError(f"{folder / FOLDER} holds no specs: restore it with git")
    found = {}
    for path in paths:
        try:
            document = json.loads(gzip.decompress(path.read_bytes()))
        except (OSError, EOFError, ValueError) as error:
            raise PipelineError(f"{path} cannot be read ({error}): restore it with git") from None
        found[_version(path)] = document["exported"]
    return found


def _version(path: Path) -> str:
    return path.name.removesuffix(".json.gz")


def _order(path: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in _version(path).split(".") if part.isdigit())
