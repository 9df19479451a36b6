"""Output files of an earlier run: what they hold, and how they are made ready for this one."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import BinaryIO

import attrs

from vllm_sdk._batching.file_system import explain_file_errors, replace_file
from vllm_sdk._batching.journal import mend_end
from vllm_sdk._batching.line_files import read_lines
from vllm_sdk._batching.validation import Problems
from vllm_sdk._operations.batching.ids import HashSet, OffsetIndex, hash_id
from vllm_sdk._operations.batching.lines import LineInvalid
from vllm_sdk._operations.batching.output_lines import parse_output_line

MAX_OUTPUT_LINE_BYTES = 1 << 31
"""Limit on the bytes of an output line: a response has a limit of its own."""


@attrs.frozen
class FoundOutput:
    """The lines that an output file holds.

    Attributes:
        good: The offsets of its good lines, by the hash of their id.
        failed: The number of its lines that state an error.
        foreign: The id of the first good line that is not in the input, or None.
    """

    good: OffsetIndex
    failed: int
    foreign: str | None


def mend_output(path: Path) -> None:
    """Complete or cut the last line of an output file.

    Raises:
        BatchFileError: The file can't be read or written.
    """
    mend_end(path, _is_whole, MAX_OUTPUT_LINE_BYTES)


def _is_whole(line: bytes) -> bool:
    try:
        parse_output_line(line)
    except LineInvalid:
        return False
    return True


def read_output_file(path: Path, ids: HashSet, abandoned: Event) -> FoundOutput:
    """Read an output file.

    Args:
        path: The file.
        ids: The hashes of the ids of the input.
        abandoned: Ends the reading if it is set.

    Raises:
        BatchInvalid: A line is broken; the message names its number.
        BatchFileError: The file can't be read.
    """
    good, problems = OffsetIndex(), Problems()
    failed, foreign = 0, None
    with explain_file_errors(path, "read"), path.open("rb", buffering=1 << 20) as file:
        for line in read_lines(file, abandoned, longest=MAX_OUTPUT_LINE_BYTES):
            try:
                found = parse_output_line(line.content)
            except LineInvalid as error:
                problems.add(line.number, str(error))
                continue
            if found.failed:
                failed += 1
                continue
            hashed = hash_id(found.custom_id)
            good.add(hashed, line.offset)
            if foreign is None and hashed not in ids:
                foreign = found.custom_id
    if problems.count:
        raise problems.build_error(
            f"{path} is not whole. Correct it, choose another output, or pass overwrite=True to "
            "begin anew:",
            path,
        )
    good.sort()
    return FoundOutput(good, failed, foreign)


def drop_failures(path: Path, ids: HashSet, abandoned: Event) -> bool:
    """Rewrite a file without its failures that are asked again, unless it holds none.

    Args:
        path: The file of answers or of failures.
        ids: The hashes of the ids of the input: those are asked again.
        abandoned: Ends the reading if it is set.

    Returns:
        Whether the file has any line left.

    Raises:
        BatchFileError: The file can't be read or written.
    """
    left = False
    # the old file is closed before the new one takes its name, as Windows demands
    with replace_file(path) as new, path.open("rb", buffering=1 << 20) as file:
        for line in read_lines(file, abandoned, longest=MAX_OUTPUT_LINE_BYTES):
            found = parse_output_line(line.content)
            if not found.failed or hash_id(found.custom_id) not in ids:
                new.write(line.content + b"\n")
                left = True
    return left


def read_id_at(file: BinaryIO, offset: int) -> tuple[str, bytes]:
    """Read the line at an offset, and its id."""
    file.seek(offset)
    content = file.readline()
    return parse_output_line(content).custom_id, content


def has_good_line(file: BinaryIO, index: OffsetIndex, name: str) -> bool:
    """Tell whether an output file has a good line of an id."""
    return any(read_id_at(file, offset)[0] == name for offset in index.find(hash_id(name)))
