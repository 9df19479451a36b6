"""Files of lines: written at once, synced, cut at their end, locked, replaced whole."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vllm_sdk._batching import file_system, journal, locks
from vllm_sdk._batching.file_system import replace_file
from vllm_sdk._batching.journal import Journal, mend_end
from vllm_sdk._batching.locks import FileLock
from vllm_sdk.errors import BatchFileError

HOLD_LOCK = """
import sys
from pathlib import Path
from vllm_sdk._batching.locks import FileLock
lock = FileLock(Path(sys.argv[1]))
print("locked", flush=True)
sys.stdin.read()
"""


def test_lines_are_in_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    written = Journal(path)
    written.append(b"a\n")
    assert path.read_bytes() == b"a\n"
    written.append(b"b\n")
    written.close()
    written.close()
    again = Journal(path)
    again.append(b"c\n")
    again.close()
    assert path.read_bytes() == b"a\nb\nc\n"


def test_threads_may_append(tmp_path: Path) -> None:
    written = Journal(tmp_path / "lines")
    lines = [b"%d" % number * 50 + b"\n" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(written.append, lines))
    written.close()
    assert sorted(written.path.read_bytes().splitlines(keepends=True)) == sorted(lines)


def test_lines_are_synced_by_a_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = threading.Event()
    sync = os.fsync

    def note(file: int) -> None:
        sync(file)
        synced.set()

    monkeypatch.setattr(os, "fsync", note)
    written = Journal(tmp_path / "lines", sync_seconds=0.001)
    written.append(b"a\n")
    assert synced.wait(20)
    written.close()


def test_a_long_line_is_written_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:3]))
    written = Journal(tmp_path / "lines")
    written.append(b"abcdefgh\n")
    written.close()
    assert written.path.read_bytes() == b"abcdefgh\n"


def test_a_full_disk_leaves_whole_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, room = os.write, [5]

    def fill(file: int, data: bytes) -> int:
        if room[0] == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = write(file, data[: room[0]])
        room[0] -= written
        return written

    written = Journal(tmp_path / "lines")
    monkeypatch.setattr(os, "write", fill)
    written.append(b"ab\n")
    with pytest.raises(BatchFileError, match=r"No space left on device.*whole and safe") as raised:
        written.append(b"cdef\n")
    assert raised.value.path == written.path
    assert isinstance(raised.value, OSError)
    assert written.path.read_bytes() == b"ab\n"
    room[0] = 100
    with pytest.raises(BatchFileError, match=r"No space left"):  # it does not go on behind a gap
        written.append(b"g\n")
    written.close()
    assert written.path.read_bytes() == b"ab\n"


def test_a_disk_that_is_gone_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    written = Journal(tmp_path / "lines")
    written.append(b"a\n")
    with pytest.raises(BatchFileError, match=r"Input/output error"):
        written.close()
    with pytest.raises(BatchFileError, match=r"No such file"):
        Journal(tmp_path / "missing" / "lines")


def test_a_disk_that_does_not_respond_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    syncing, responds = threading.Event(), threading.Event()

    def hang(_: int) -> None:
        syncing.set()
        responds.wait(20)

    monkeypatch.setattr(os, "fsync", hang)
    monkeypatch.setattr(journal, "CLOSE_SECONDS", 0.01)
    written = Journal(tmp_path / "lines", sync_seconds=0.001)
    written.append(b"a\n")
    assert syncing.wait(20)
    with pytest.raises(BatchFileError, match=r"has not responded"):
        written.close()
    responds.set()


@given(
    st.lists(st.binary(max_size=5).map(lambda line: line.replace(b"\n", b"") + b"\n")),
    st.sampled_from([b"", b"whole", b"half", b"\x00" * 5, b"whole" * 4]),
    st.integers(1, 4),
)
def test_the_end_of_a_file_is_completed_or_cut(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], last: bytes, block: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "lines"
    path.write_bytes(b"".join(lines) + last)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "_BLOCK", block)
        mend_end(path, lambda line: line.startswith(b"whole"), 10)
    assert path.read_bytes() == b"".join(lines) + (b"whole\n" if last == b"whole" else b"")


def test_a_file_that_cannot_be_mended_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BatchFileError, match=r"could not be repaired"):
        mend_end(tmp_path / "missing", bool, 10)


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    with replace_file(path) as new:
        new.write(b"one")
    path.chmod(0o640)
    with replace_file(path) as new:
        new.write(b"two")
        assert path.read_bytes() == b"one"
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(ZeroDivisionError), replace_file(path) as new:
        new.write(b"three" * (1 // 0))

    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(BatchFileError, match=r"as it was before"), replace_file(path) as new:
        new.write(b"four")
    assert path.read_bytes() == b"two"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_cannot_be_synced_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", fail)
    file_system.sync_folder(tmp_path)


def test_a_lock_excludes_other_processes(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    holder = subprocess.Popen(  # noqa: S603 -- this Python
        [sys.executable, "-c", HOLD_LOCK, str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"locked\n"
        with pytest.raises(
            BatchFileError, match=f"Process {holder.pid} on .* is writing"
        ) as raised:
            FileLock(target)
        assert raised.value.path == target
        holder.kill()
    lock = FileLock(target)
    with pytest.raises(BatchFileError, match=f"Process {os.getpid()} "):
        FileLock(target)
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []
    FileLock(target).release()


def test_a_holder_that_has_not_said_who_it_is_has_no_name(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    lock = FileLock(target)
    lock.path.write_bytes(b"")
    with pytest.raises(BatchFileError, match=r"Another process is writing"):
        FileLock(target)
    lock.release()


def test_a_lock_whose_file_was_removed_meanwhile_is_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.jsonl"
    try_lock, removed = locks._try_lock, [False]

    def remove_first(file: int) -> bool:
        if not removed[0]:
            removed[0] = True
            (tmp_path / "out.jsonl.lock").unlink()
        return try_lock(file)

    monkeypatch.setattr(locks, "_try_lock", remove_first)
    lock = FileLock(target)
    assert lock.path.exists()
    lock.release()


def test_a_lock_in_a_folder_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BatchFileError, match=r"could not be locked: No such file"):
        FileLock(tmp_path / "missing" / "out.jsonl")
