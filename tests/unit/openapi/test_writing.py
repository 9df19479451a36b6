"""Writing everything or nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from openapi.pipeline.document import PipelineError
from openapi.pipeline.writing import replace_files, swap


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_new_files_replace_old_ones_and_nothing_else_is_left(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    replace_files({tmp_path / "a": b"new", tmp_path / "sub" / "b": b"more"}, room=tmp_path / "room")
    assert contents(tmp_path) == {"a": b"new", "sub/b": b"more"}
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o666 & ~current_umask()


def current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "file").write_bytes(b"no folder")
    before = contents(tmp_path)
    with pytest.raises((PipelineError, OSError)):
        replace_files(
            {tmp_path / "a": b"new", tmp_path / "file" / "b": b"more"}, room=tmp_path / "room"
        )
    assert contents(tmp_path) == before


def test_a_move_that_fails_in_the_middle_is_taken_back(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "old").write_bytes(b"old")
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh" / "new").write_bytes(b"new")
    before = contents(tmp_path)
    with pytest.raises(PipelineError, match="are as they were; make room or correct"):
        swap({tmp_path / "fresh": tmp_path / "one", tmp_path / "gone": tmp_path / "two"})
    after = contents(tmp_path)
    assert {name: after[name] for name in ("one/old", "two/old")} == {
        name: before[name] for name in ("one/old", "two/old")
    }


def test_what_a_killed_run_left_in_the_room_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "0-a").write_bytes(b"half")
    replace_files({tmp_path / "a": b"new"}, room=tmp_path / "room")
    assert contents(tmp_path) == {"a": b"new"}


def test_a_full_disk_is_told_in_a_line(tmp_path: Path) -> None:
    """A file size limit is what a full disk is, without filling one."""
    (tmp_path / "a").write_bytes(b"old")
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from openapi.pipeline.document import PipelineError\n"
        "from openapi.pipeline.writing import replace_files\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n"
        f"    replace_files({{Path({str(tmp_path)!r}) / 'a': b'x' * 5000}}, "
        f"room=Path({str(tmp_path / 'room')!r}))\n"
        "except PipelineError as error:\n"
        "    print(error)\n"
    )
    done = run(program)
    assert "cannot write" in done.stdout
    assert "File too large" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert contents(tmp_path) == {"a": b"old"}


def test_ctrl_c_waits_until_all_is_moved(tmp_path: Path) -> None:
    for index in range(3):
        (tmp_path / f"new{index}").write_bytes(b"new")
        (tmp_path / f"old{index}").write_bytes(b"old")
    program = (
        "import os, signal; from pathlib import Path\n"
        "from openapi.pipeline.writing import swap\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "class Struck(type(folder)):\n"
        "    def rename(self, target):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "        return super().rename(target)\n"
        "swap({Struck(folder / f'new{i}'): folder / f'old{i}' for i in range(3)})\n"
    )
    done = run(program)
    assert "KeyboardInterrupt" in done.stderr
    assert {name: text for name, text in contents(tmp_path).items() if name.startswith("old")} == {
        f"old{index}": b"new" for index in range(3)
    }


def run(program: str) -> "subprocess.CompletedProcess[str]":
    def attend() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)

    return subprocess.run(  # noqa: S603 - the test's own program
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=attend,
    )
