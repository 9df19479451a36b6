"""Input files: plain, compressed, piped, broken; and the pass that checks them."""

from __future__ import annotations

import gzip
import json
import os
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from batch_files import build_requests, chat_line, write_lines
from profiles import examples
from strategies.batch_lines import inputs as input_files
from vllm_sdk._batching import inputs, line_files
from vllm_sdk._batching.inputs import InputFile
from vllm_sdk._batching.line_files import Abandoned
from vllm_sdk._batching.validation import CheckedInput, validate
from vllm_sdk._operations.batching.ids import hash_id
from vllm_sdk._operations.batching.lines import parse_input_line
from vllm_sdk.errors import BatchFileError, BatchInvalid


def contents(path: Path) -> list[tuple[int, bytes]]:
    source = InputFile(path)
    source.spool()
    found = [(line.number, line.content) for line in source.lines()]
    assert found == [(line.number, line.content) for line in source.lines()]
    source.close()
    return found


def check(path: Path, **more: Any) -> CheckedInput:
    source = InputFile(path)
    try:
        return validate(source, build_requests(), **more)
    finally:
        source.close()


@given(
    input_files(),
    st.sampled_from([("jsonl", bytes), ("gz", gzip.compress), ("zst", zstd.compress)]),
)
@examples(200)
def test_the_lines_of_a_file_are_those_that_were_written(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: tuple[list[dict[str, Any]], bytes],
    form: tuple[str, Callable[[bytes], bytes]],
) -> None:
    lines, content = drawn
    ending, compress = form
    path = tmp_path_factory.getbasetemp() / f"drawn.{ending}"
    path.write_bytes(compress(content))
    found = contents(path)
    assert [parse_input_line(*line).custom_id for line in found] == [
        line["custom_id"] for line in lines
    ]
    for (number, line), written in zip(found, lines, strict=True):
        assert json.loads(line) == written
        assert content.split(b"\n")[number - 1].removeprefix(b"\xef\xbb\xbf").strip() == line
    checked = check(path)
    assert checked.total == len(lines)
    assert checked.last == found[-1][0]
    assert all(hash_id(line["custom_id"]) in checked.ids for line in lines)
    assert checked.digest == check(path).digest


def test_a_line_that_is_too_long_is_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_files, "_BUFFER", 4)
    path = tmp_path / "in"
    path.write_bytes(b"0123456789\n" + b"x" * 50 + b"\nabc\n" + b"y" * 11)
    with path.open("rb") as file:
        found = [*line_files.read_lines(file, longest=10)]
    assert [(line.number, line.offset, line.too_long) for line in found] == [
        (1, 0, False),
        (2, 11, True),
        (3, 62, False),
        (4, 66, True),
    ]


def test_a_line_of_100_mb_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"prompt": "' + b"x" * 100_000_000 + b'"}\n{"prompt": "a"}\n')
    with pytest.raises(BatchInvalid) as raised:
        check(path)
    assert raised.value.problems == ((1, "longer than 67,108,864 bytes"),)


def test_a_pipe_is_copied(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"a\n\nb\n",))
    writer.start()
    assert contents(path) == [(1, b"a"), (3, b"b")]
    writer.join(20)


def test_standard_input_is_copied_and_the_copy_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "in"
    path.write_bytes(b"a\nb\n")
    with path.open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        source = InputFile("-")
        source.spool()
        source.spool()
        assert [line.content for line in source.lines()] == [b"a", b"b"]
        assert [line.content for line in source.lines()] == [b"a", b"b"]
        source.close()
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(BatchFileError, match=r"standard input could not be copied.*has none"):
        InputFile("-").spool()


def test_reading_can_be_abandoned(tmp_path: Path) -> None:
    path = tmp_path / "in"
    path.write_bytes(b"a\n" * 1000)
    source = InputFile(path)
    source.abandoned.set()
    with pytest.raises(Abandoned):
        list(source.lines())
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    source = InputFile(pipe)
    source.abandoned.set()
    writer = threading.Thread(target=pipe.write_bytes, args=(b"a\n",))
    writer.start()
    with pytest.raises(Abandoned):
        source.spool()
    writer.join(20)
    source.close()


@pytest.mark.parametrize(
    ("ending", "content"),
    [
        ("gz", b"not gzip"),
        ("gz", gzip.compress(b"a\n" * 1000)[:-9]),
        ("gz", gzip.compress(b"a\n" * 1000)[:20] + b"\xff" * 30),
        ("zst", b"not zstd"),
        ("zst", zstd.compress(b"a\n" * 1000)[:-3]),
    ],
    ids=["no gzip", "cut gzip", "broken gzip", "no zstd", "cut zstd"],
)
def test_what_cannot_be_decompressed_is_refused(
    tmp_path: Path, ending: str, content: bytes
) -> None:
    path = tmp_path / f"in.{ending}"
    path.write_bytes(content)
    with pytest.raises(BatchInvalid, match=r"can't be decompressed"):
        list(InputFile(path).lines())


def test_zstd_without_the_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str) -> Any:
        if name.endswith("zstd"):
            raise ImportError(name)
        return import_module(name)

    monkeypatch.setattr(inputs, "import_module", refuse)
    path = tmp_path / "in.zst"
    path.write_bytes(zstd.compress(b"a\n"))
    with pytest.raises(BatchInvalid, match=r"pip install 'vllm-typed-sdk\[zstd\]'"):
        list(InputFile(path).lines())


def test_an_input_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchInvalid, match=r"There is no input file"):
        InputFile(tmp_path / "missing")
    with pytest.raises(BatchInvalid, match=r"is a folder"):
        InputFile(tmp_path)
    with pytest.raises(BatchFileError, match=r"could not be read"):
        InputFile(write_lines(tmp_path / "file") / "below")


def test_an_input_that_changes_is_refused(tmp_path: Path) -> None:
    source = InputFile(write_lines(tmp_path / "in", {"prompt": "a"}))
    list(source.lines())
    write_lines(tmp_path / "in", {"prompt": "a"}, {"prompt": "b"})
    with pytest.raises(BatchInvalid, match=r"has changed since it was checked"):
        list(source.lines())


@pytest.mark.parametrize("content", [b"", b"\n \r\n\n", b"\xef\xbb\xbf"])
def test_an_empty_input_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "in"
    path.write_bytes(content)
    with pytest.raises(BatchInvalid, match=r"has no lines"):
        check(path)


def test_an_error_names_the_first_twenty_lines_and_counts_all(tmp_path: Path) -> None:
    lines = [b"{" if number % 2 else chat_line(str(number)) for number in range(1, 61)]
    path = write_lines(tmp_path / "in", *lines)
    with pytest.raises(BatchInvalid) as raised:
        check(path)
    error = raised.value
    assert error.problem_count == 30
    assert [number for number, _ in error.problems] == [*range(1, 40, 2)]
    assert "has 30 wrong lines, so nothing was sent:" in error.message
    assert "\n  line 1: not JSON" in error.message
    assert error.message.endswith("… and 10 more")
    assert error.path == path


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=12))
def test_ids_that_share_a_hash_are_not_taken_for_one(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "ids.jsonl"
    write_lines(path, *map(chat_line, names))
    repeated = [number for number, name in enumerate(names) if name in names[:number]]
    if not repeated:
        assert check(path, hash_of=lambda name: ord(name) % 2).total == len(names)
        return
    with pytest.raises(BatchInvalid) as raised:
        check(path, hash_of=lambda name: ord(name) % 2)
    assert [number - 1 for number, _ in raised.value.problems] == repeated
    first = names.index(names[repeated[0]]) + 1
    assert f"is that of line {first}, too" in raised.value.message


def test_a_repeated_id_beside_a_broken_line(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in", chat_line("a"), b"{", chat_line("a"))
    with pytest.raises(BatchInvalid) as raised:
        check(path)
    assert [number for number, _ in raised.value.problems] == [2, 3]
