"""The checkpoint of a batch of values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.batch_lines import texts
from vllm_sdk._batching import checkpoint as checkpoint_module
from vllm_sdk._batching.checkpoint import Checkpoint
from vllm_sdk._operations.batching.digests import hash_parts, hash_request, hash_value
from vllm_sdk._operations.core import Request
from vllm_sdk.errors import BatchFileError, BatchInvalid

replies = st.tuples(texts, st.sampled_from(["h1", "h2"]), st.integers(0, 9))


@given(st.lists(replies, max_size=6), st.data())
def test_a_checkpoint_has_every_whole_reply(
    tmp_path_factory: pytest.TempPathFactory, recorded: list[tuple[str, str, int]], data: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / "checkpoint.jsonl"
    path.unlink(missing_ok=True)
    checkpoint = Checkpoint(path)
    ends = []
    for name, request, number in recorded:
        checkpoint.record(name, request, b'{"n":\n%d}' % number, "r")
        ends.append(path.stat().st_size)
    assert len(checkpoint) == 0
    checkpoint.close()
    checkpoint.close()
    size = path.stat().st_size
    cut = data.draw(st.integers(0, size))
    with path.open("r+b") as file:
        file.truncate(cut)
    whole = [line for line, end in zip(recorded, ends, strict=True) if end - 1 <= cut]
    checkpoint = Checkpoint(path)
    assert len(checkpoint) == len(whole)
    for name, request, _ in recorded:
        found = checkpoint.lookup(name, request)
        numbers = [each[2] for each in whole if each[:2] == (name, request)]
        assert (found is not None) == bool(numbers)
        if found is not None:
            assert bytes(found.reply) == b'{"n":%d}' % numbers[0]
            assert (found.id, found.request, found.request_id) == (name, request, "r")
        assert checkpoint.lookup(name, "another") is None
    checkpoint.close()


def test_a_last_line_without_its_newline_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.jsonl"
    path.write_bytes(b'{"id":"a","request":"h","reply":1}')
    checkpoint = Checkpoint(path)
    assert checkpoint.lookup("a", "h") is not None
    checkpoint.record("b", "h", b"2")
    checkpoint.close()
    assert path.read_bytes().count(b"\n") == 2


def test_ids_that_share_a_hash_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoint_module, "hash_id", lambda _: 7)
    path = tmp_path / "checkpoint.jsonl"
    path.write_bytes(
        b"".join(b'{"id":"%b","request":"h","reply":1}\n' % each for each in (b"a", b"b"))
    )
    checkpoint = Checkpoint(path)
    found = checkpoint.lookup("b", "h")
    assert found is not None
    assert found.id == "b"
    assert checkpoint.lookup("c", "h") is None
    checkpoint.close()


def test_a_checkpoint_is_locked_while_it_is_open(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.jsonl"
    checkpoint = Checkpoint(path)
    with pytest.raises(BatchFileError, match=r"is writing"):
        Checkpoint(path)
    checkpoint.close()
    Checkpoint(path).close()
    assert [each.name for each in tmp_path.iterdir()] == ["checkpoint.jsonl"]


def test_a_broken_line_is_refused_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.jsonl"
    path.write_bytes(b'{"id":"a","request":"h","reply":1}\n{"id":\n\n')
    with pytest.raises(BatchInvalid, match=r"Line 2 of .* is not a line of a checkpoint") as raised:
        Checkpoint(path)
    assert raised.value.problems[0][0] == 2
    path.write_bytes(b"")
    Checkpoint(path).close()  # the lock was released


def test_a_checkpoint_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    path.mkdir()
    with pytest.raises(BatchFileError, match=r"could not be opened for writing"):
        Checkpoint(path)
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_the_hash_of_a_request_is_that_of_what_it_asks() -> None:
    asked = hash_request(Request("POST", "/x", b'{"a":1}'))
    assert len(asked) == 32
    assert asked == hash_request(Request("POST", "/x", b'{"a":1,"request_id":"r"}', request_id="r"))
    assert asked != hash_request(Request("POST", "/y", b'{"a":1}'))
    assert asked != hash_request(Request("POST", "/x", b'{"a":2}'))
    assert hash_request(Request("GET", "/x")) != hash_request(Request("GET", "/x", b"{}"))
    assert hash_value({"a": 1, "b": 2}) == hash_value({"b": 2, "a": 1})
    assert hash_parts(b"a", b"b") != hash_parts(b"ab", b"")
