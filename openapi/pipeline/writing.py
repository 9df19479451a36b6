"""Write the spec and the bindings: all files, or none."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .document import PipelineError

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def replace_files(files: Mapping[Path, bytes], *, room: Path) -> None:
    """Replace files; if one cannot be written, all stay as they were.

    Args:
        files: What to write, by path.
        room: A folder on the same disk for the files until they are complete.
    """
    with staging(room) as place:
        swap(stage(files, place))


@contextmanager
def staging(room: Path) -> Iterator[Path]:
    """Give a folder for what is not complete yet; what a killed run left there is removed."""
    try:
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(parents=True)
    except OSError as error:
        raise PipelineError(unwritten(error)) from None
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def stage(files: Mapping[Path, bytes], place: Path) -> dict[Path, Path]:
    """Write files into a folder; return where each belongs, by where it is now."""
    staged = {place / f"{index}-{path.name}": path for index, path in enumerate(files)}
    try:
        for now, path in staged.items():
            now.write_bytes(files[path])
    except OSError as error:
        raise PipelineError(unwritten(error)) from None
    return staged


def swap(places: Mapping[Path, Path]) -> None:
    """Move each staged file or folder to its path; put the old ones back if one move fails.

    Ctrl-C and SIGTERM wait for the few milliseconds that this takes.
    """
    moved: list[tuple[Path, Path | None]] = []
    with _undisturbed():
        try:
            for place, path in places.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                aside = None
                if path.exists():
                    aside = place.with_name(f"{place.name}.previous")
                    path.rename(aside)
                moved.append((path, aside))
                place.rename(path)
        except OSError as error:
            for path, aside in reversed(moved):
                _remove(path)
                if aside is not None:
                    aside.rename(path)
            raise PipelineError(unwritten(error)) from None


def unwritten(error: OSError) -> str:
    """Say that nothing was written, why, and what to do."""
    return (
        f"cannot write {error.filename or 'the files'}: {error.strerror}. The spec and the "
        "bindings are as they were; make room or correct the permissions, and try again"
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
