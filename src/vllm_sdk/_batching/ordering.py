"""Sorts a finished output file into the order of the input."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from vllm_sdk._batching.file_system import replace_file
from vllm_sdk._batching.inputs import InputFile
from vllm_sdk._batching.line_files import read_lines
from vllm_sdk._batching.output_files import MAX_OUTPUT_LINE_BYTES, read_id_at
from vllm_sdk._batching.validation import parse_line
from vllm_sdk._operations.batching.ids import OffsetIndex, hash_id
from vllm_sdk._operations.batching.output_lines import parse_output_line


def sort_output(path: Path, source: InputFile) -> None:
    """Sort the lines of a file into the order of the input, completely or not at all.

    Lines whose id is not in the input come last, in the order that they have.

    Args:
        path: The file of answers or of failures.
        source: The input.

    Raises:
        BatchFileError: The file can't be read or written. It is as it was.
    """
    # the old file is closed before the new one takes its name, as Windows demands
    with replace_file(path) as new, path.open("rb", buffering=1 << 16) as file:
        index = _index(file, source)
        placed = _write_in_order(file, new, index, source)
        if placed < len(index):
            _write_rest(file, new, source)


def _index(file: BinaryIO, source: InputFile) -> OffsetIndex:
    index = OffsetIndex()
    for line in read_lines(file, source.abandoned, longest=MAX_OUTPUT_LINE_BYTES):
        index.add(hash_id(parse_output_line(line.content).custom_id), line.offset)
    index.sort()
    return index


def _write_in_order(file: BinaryIO, new: BinaryIO, index: OffsetIndex, source: InputFile) -> int:
    placed = 0
    for line in source.lines():
        name = parse_line(line).custom_id
        for offset in index.find(hash_id(name)):
            found, content = read_id_at(file, offset)
            if found == name:
                new.write(content)
                placed += 1
    return placed


def _write_rest(file: BinaryIO, new: BinaryIO, source: InputFile) -> None:
    ids = {parse_line(line).custom_id for line in source.lines()}
    for line in read_lines(file, source.abandoned, longest=MAX_OUTPUT_LINE_BYTES):
        if parse_output_line(line.content).custom_id not in ids:
            new.write(line.content + b"\n")
