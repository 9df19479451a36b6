"""Write the spec and the bindings: all files or none."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .document import PipelineError

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def replace_files(files: Mapping[Path, bytes], *, room: Path) -> None:
    """Replace files, all of them or none.

    Args:
        files: The contents to write, by path.
        room: A folder on the same disk, for the new files until all are complete.
    """
    with open_staging(room) as place:
        swap(stage(files, place))


@contextmanager
def open_staging(room: Path) -> Iterator[Path]:
    """Yield a folder for incomplete files, without the leftovers of a killed run."""
    try:
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(parents=True)
    except OSError as error:
        raise PipelineError(explain_unwritten(error)) from None
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def stage(files: Mapping[Path, bytes], place: Path) -> dict[Path, Path]:
    """Write files into a folder, and return the target of each staged file."""
    staged = {place / f"{index}-{path.name}": path for index, path in enumerate(files)}
    try:
        for now, path in staged.items():
            now.write_bytes(files[path])
    except OSError as error:
        raise PipelineError(explain_unwritten(error)) from None
    return staged


def swap(places: Mapping[Path, Path]) -> None:
    """Move each staged file or folder to its target; restore the old ones if a move fails.

    Ctrl-C and SIGTERM are delayed for the few milliseconds that this takes.
    """
    moved: list[tuple[Path, Path | None]] = []
    with _hold_signals():
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
            raise PipelineError(explain_unwritten(error)) from None


def explain_unwritten(error: OSError) -> str:
    """Return a message that nothing was written, with the reason and the next step."""
    return (
        f"cannot write {error.filename or 'the files'}: {error.strerror}. The spec and the "
        "bindings are as they were; make room or correct the permissions, and try again"
    )


@contextmanager
def _hold_signals() -> Iterator[None]:
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
