"""The state of a batch, as its files show it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import msgspec

from vllm_sdk.cli.exit_codes import UsageError


@attrs.frozen
class BatchStatus:
    """The state of a batch.

    Attributes:
        answered: The number of lines that have an answer.
        failed: The number of lines that have failed, and have no answer.
        total: The number of lines of the input, or None if no manifest says it.
    """

    answered: int
    failed: int
    total: int | None

    @property
    def is_complete(self) -> bool:
        """True if every line is known to have an answer."""
        return self.answered == self.total


class _Line(msgspec.Struct):
    """The fields of an output line that count."""

    custom_id: str
    error: Any = None


class _Manifest(msgspec.Struct):
    """The field of a manifest that counts."""

    lines: int


def read_status(output: Path) -> BatchStatus:
    """Read the state of a batch from its output, its errors and its manifest.

    Raises:
        UsageError: The output is not there, or a file is not one of a batch.
    """
    answered: set[str] = set()
    failed: set[str] = set()
    errors = output.with_name(f"{output.name}.errors.jsonl")
    for path in (output, errors):
        if path == output or path.exists():
            for line in _read_lines(path):
                (answered if line.error is None else failed).add(line.custom_id)
    manifest = output.with_name(f"{output.name}.manifest.json")
    total = None
    if manifest.exists():
        total = _decode(manifest, _read(manifest), _Manifest).lines
    return BatchStatus(len(answered), len(failed - answered), total)


def _read_lines(path: Path) -> Iterator[_Line]:
    """Yield the whole lines of a file; one that is being written has no end yet."""
    for line in _read(path).split(b"\n")[:-1]:
        if line.strip():
            yield _decode(path, line, _Line)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"Cannot read {str(path)!r}: {error.strerror}.") from None


def _decode(path: Path, content: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError(f"{str(path)!r} is not a file of a batch: {error}.") from None
