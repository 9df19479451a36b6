"""The list of a made folder's files, by which a folder that lost something is noticed."""

from __future__ import annotations

import json
from pathlib import Path

LIST = "contents.json"
"""The file that is written last: the name of each other file, with its size in bytes."""


def record_contents(folder: Path) -> None:
    """Write the list of all files into a complete folder."""
    sizes = {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    (folder / LIST).write_text(json.dumps(sizes, indent=2) + "\n", "utf-8")


def find_fault(folder: Path) -> str:
    """Return what a folder lacks, in words; empty if all listed files have their sizes."""
    try:
        sizes = json.loads((folder / LIST).read_text("utf-8"))
        listed = [(str(name), int(size)) for name, size in sizes.items()]
    except FileNotFoundError:
        return f"{LIST} is missing"
    except (OSError, ValueError, AttributeError, TypeError):
        return f"{LIST} cannot be read"
    for name, size in listed:
        path = folder / name
        if not path.is_file():
            return f"{name} is missing"
        if (found := path.stat().st_size) != size:
            return f"{name} has {found} bytes, not {size}"
    return ""
