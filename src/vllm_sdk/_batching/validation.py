"""The first pass over an input file: every line is checked, and nothing is sent.

A million lines take 8 MB: of each, a hash of its id is stored. Ids of equal hashes are read once
more, so that two ids that share a hash are not taken for one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import attrs

from vllm_sdk._batching.inputs import InputFile
from vllm_sdk._batching.line_files import MAX_LINE_BYTES, Line
from vllm_sdk._operations.batching.digests import ContentDigest
from vllm_sdk._operations.batching.ids import HashSet, hash_id
from vllm_sdk._operations.batching.line_requests import LineRequests
from vllm_sdk._operations.batching.lines import InputLine, LineInvalid, parse_input_line
from vllm_sdk.errors import BatchInvalid

SHOWN = 20
"""How many wrong lines an error names."""


@attrs.frozen
class CheckedInput:
    """The results of the first pass over a valid input.

    Attributes:
        total: The number of lines that are not blank.
        last: The number of the last of them.
        digest: The digest of all of them.
        ids: The hashes of their ids.
    """

    total: int
    last: int
    digest: str
    ids: HashSet


class Problems:
    """The wrong lines of a file: all are counted, the first ones stored."""

    def __init__(self) -> None:
        """Begin without problems."""
        self.count = 0
        self._found: list[tuple[int, str]] = []

    def add(self, number: int, reason: str) -> None:
        """Add a line."""
        self.count += 1
        if len(self._found) < SHOWN:
            self._found.append((number, reason))

    def build_error(self, summary: str, path: Path | None) -> BatchInvalid:
        """Build the error that names the first lines, and how many there are."""
        self._found.sort()
        listed = "".join(f"\n  line {number}: {reason}" for number, reason in self._found)
        more = self.count - len(self._found)
        rest = f"\n  … and {more:,} more" if more else ""
        return BatchInvalid(
            f"{summary}{listed}{rest}",
            path=path,
            problems=tuple(self._found),
            problem_count=self.count,
        )


def parse_line(line: Line) -> InputLine:
    """Parse a line of an input file.

    Raises:
        LineInvalid: It can't be used.
    """
    if line.too_long:
        raise LineInvalid(f"longer than {MAX_LINE_BYTES:,} bytes")
    return parse_input_line(line.number, line.content)


def validate(
    source: InputFile, requests: LineRequests, hash_of: Callable[[str], int] = hash_id
) -> CheckedInput:
    """Check every line of an input.

    Args:
        source: The input.
        requests: Checks what a line asks.
        hash_of: Returns the hash of an id.

    Raises:
        BatchInvalid: A line is wrong, an id stands twice, or the input is empty.
        BatchFileError: The input can't be read.
    """
    problems, digest, ids = Problems(), ContentDigest(), HashSet()
    total = last = 0
    for line in source.lines():
        total, last = total + 1, line.number
        digest.add(line.content)
        digest.add(b"\n")
        try:
            parsed = parse_line(line)
            requests.check(parsed)
        except LineInvalid as error:
            problems.add(line.number, str(error))
        else:
            ids.add(hash_of(parsed.custom_id))
    if total == 0:
        raise BatchInvalid(
            f"{source.name} has no lines: there is nothing to ask.", path=source.path
        )
    ids.sort()
    if repeated := ids.find_repeated():
        _find_repeated_ids(source, repeated, hash_of, problems)
    if problems.count:
        raise problems.build_error(
            f"{source.name} has {problems.count:,} wrong {_plural(problems.count)}, so nothing was "
            "sent:",
            source.path,
        )
    return CheckedInput(total, last, digest.finish(), ids)


def _plural(count: int) -> str:
    return "line" if count == 1 else "lines"


def _find_repeated_ids(
    source: InputFile, hashes: set[int], hash_of: Callable[[str], int], problems: Problems
) -> None:
    """Read the ids of equal hashes again, and add the lines whose id stands further up, too."""
    first: dict[str, int] = {}
    for line in source.lines():
        try:
            name = parse_line(line).custom_id
        except LineInvalid:
            continue
        if hash_of(name) in hashes:
            earlier = first.setdefault(name, line.number)
            if earlier != line.number:
                problems.add(line.number, f"the id {name!r} is that of line {earlier}, too")
