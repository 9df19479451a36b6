"""The exported specs of all versions so far, one compressed file each.

`docs/api-changes.md` is made from them, and so is the first version of each field.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from .document import Document, PipelineError, dump

FOLDER = "history"


def build_files(
    folder: Path, version: str, exported: Document, versions: Document
) -> dict[Path, bytes]:
    """Return the file to write for a version; none if the existing file has the same content.

    The compressed bytes depend on the library that made them, so equal content is not rewritten.
    """
    path = folder / FOLDER / f"{version}.json.gz"
    text = dump({"versions": versions, "exported": exported}).encode()
    if path.exists() and gzip.decompress(path.read_bytes()) == text:
        return {}
    return {path: gzip.compress(text, mtime=0)}


def read_all(folder: Path) -> dict[str, Document]:
    """Return the exported spec of each version, the oldest first."""
    paths = sorted((folder / FOLDER).glob("*.json.gz"), key=_parse_version)
    if not paths:
        raise PipelineError(f"{folder / FOLDER} holds no specs: restore it with git")
    found = {}
    for path in paths:
        try:
            document = json.loads(gzip.decompress(path.read_bytes()))
        except (OSError, EOFError, ValueError) as error:
            raise PipelineError(f"{path} cannot be read ({error}): restore it with git") from None
        found[_get_version(path)] = document["exported"]
    return found


def _get_version(path: Path) -> str:
    return path.name.removesuffix(".json.gz")


def _parse_version(path: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in _get_version(path).split(".") if part.isdigit())
