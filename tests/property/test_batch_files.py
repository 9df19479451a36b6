"""Batches of files, cut at any byte: a resumed one asks what is missing, and nothing twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batch_files import ids_of, read_lines, run_files
from profiles import examples
from strategies.batch_lines import inputs

FILES = ("out", "out.errors.jsonl", "out.manifest.json")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("batch")


def begin(folder: Path, content: bytes) -> tuple[Path, Path]:
    """Write an input, and remove what was written before."""
    for name in FILES:
        (folder / name).unlink(missing_ok=True)
    (folder / "in").write_bytes(content)
    return folder / "in", folder / "out"


def cut(path: Path, data: Any) -> None:
    """Cut a file at any byte."""
    if path.exists():
        content = path.read_bytes()
        path.write_bytes(content[: data.draw(st.integers(0, len(content)))])


def good_ids(path: Path) -> set[str]:
    """Return the ids of the whole good lines of a file, read without the code under test."""
    found = set()
    for line in path.read_bytes().split(b"\n") if path.exists() else ():
        try:
            value = json.loads(line)
        except ValueError:
            continue
        if value["error"] is None:
            found.add(value["custom_id"])
    return found


@given(inputs(), st.booleans(), st.booleans(), st.data())
@examples(50)
def test_a_run_that_was_cut_asks_what_is_missing(
    folder: Path, drawn: tuple[list[dict[str, Any]], bytes], single: bool, ordered: bool, data: Any
) -> None:
    names = [line["custom_id"] for line in drawn[0]]
    failing = data.draw(st.sets(st.sampled_from(names)))
    source, output = begin(folder, drawn[1])
    errors = folder / FILES[1]
    stop = data.draw(st.none() | st.integers(0, len(names)))
    asked = run_files(source, output, failing=failing, stop_after=stop, single_file=single)
    assert asked == names[:stop]
    cut(output, data)
    cut(errors, data)
    done = good_ids(output)
    if output.exists():
        asked = run_files(source, output, failing=failing, single_file=single, ordered=ordered)
        assert asked == [name for name in names if name not in done]
    failures = output if single else errors
    assert sorted(ids_of(output)) == sorted(names if single else set(names) - failing)
    if not single:
        assert sorted(ids_of(errors)) == sorted(failing)
    if ordered:
        assert ids_of(output) == [name for name in names if single or name not in failing]
        if failing:
            assert ids_of(failures) == [name for name in names if single or name in failing]
    assert run_files(source, output, single_file=single) == [n for n in names if n in failing]
    assert run_files(source, output, single_file=single) == []
    assert good_ids(output) == set(names)
    assert not errors.exists()


@given(inputs(), st.data())
@examples(40)
def test_forced_onto_another_input_it_keeps_every_good_line(
    folder: Path, drawn: tuple[list[dict[str, Any]], bytes], data: Any
) -> None:
    names = [line["custom_id"] for line in drawn[0]]
    source, output = begin(folder, drawn[1])
    run_files(source, output)
    kept = data.draw(st.lists(st.sampled_from(names), unique=True, min_size=1))
    lines = [line for line in drawn[0] if line["custom_id"] in kept]
    new = {"custom_id": "".join(names) + "+", "method": "POST", "url": "/pooling", "body": {}}
    lines = data.draw(st.permutations([*lines, new]))
    source.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    assert run_files(source, output, force=True, ordered=True) == [new["custom_id"]]
    in_order = [line["custom_id"] for line in lines]
    rest = [name for name in names if name not in kept]
    assert ids_of(output) == in_order + rest
    assert all(line["error"] is None for line in read_lines(output))
