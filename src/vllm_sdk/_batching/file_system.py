"""The file system: its errors as errors of this package, and files that are replaced whole."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO

from vllm_sdk.errors import BatchFileError

PARTIAL = ".partial"
"""What ends the name of a file that is not complete yet."""


def build_file_error(path: Path, doing: str, error: OSError, advice: str = "") -> BatchFileError:
    """Build the error that names a file and what the system says.

    Args:
        path: The file.
        doing: What could not be done, as in "could not be read".
        error: The system's error.
        advice: A sentence that says what is safe, or what to do.
    """
    reason = error.strerror or str(error)
    return BatchFileError(f"{path} could not be {doing}: {reason}. {advice}".strip(), path=path)


@contextlib.contextmanager
def explain_file_errors(path: Path, doing: str, advice: str = "") -> Generator[None]:
    """Raise errors of the system as a `BatchFileError`."""
    try:
        yield
    except BatchFileError:
        raise
    except OSError as error:
        raise build_file_error(path, doing, error, advice) from None


@contextlib.contextmanager
def replace_file(path: Path) -> Generator[BinaryIO]:
    """Write a file anew: completely, or not at all.

    Yields:
        The new file, which takes the name when the block ends.

    Raises:
        BatchFileError: The file can't be written. The old one is as it was.
    """
    partial = path.with_name(path.name + PARTIAL)
    with explain_file_errors(path, "rewritten", "The file is as it was before."):
        try:
            with partial.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if path.exists():
                shutil.copymode(path, partial)
            partial.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                partial.unlink()
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Sync a folder, so that a renamed file keeps its new name, if the system can do that."""
    if os.name == "nt":  # pragma: no cover -- it opens no folders
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some file systems can't
            os.fsync(file)
    finally:
        os.close(file)
