"""`run_batch` of both clients against a local server, and the rules of its files."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gzip
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from batch_files import (
    EchoServer,
    build_requests,
    chat_line,
    ids_of,
    read_lines,
    reply_to,
    run_files,
    write_lines,
)
from clients import Connect
from local_server import Exchange, LocalServer
from vllm_sdk import AsyncVLLM, BatchProgress, BatchReport
from vllm_sdk._batching import ordering, output_files
from vllm_sdk._batching.file_batch import FileBatch, FileSettings
from vllm_sdk._batching.off_loop import run_off_loop
from vllm_sdk.errors import (
    BadRequest,
    BatchFileError,
    BatchInvalid,
    BatchStopped,
    RequestInvalid,
)
from wire import chat_body

WAIT = 20
NAMES = [f"line {number}\u2028" for number in range(12)]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "in.jsonl", *map(chat_line, NAMES))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def errors_of(output: Path) -> Path:
    return output.with_name(f"{output.name}.errors.jsonl")


def manifest_of(output: Path) -> Path:
    return output.with_name(f"{output.name}.manifest.json")


def test_every_line_is_asked_and_every_answer_written(
    connect: Connect, source: Path, output: Path
) -> None:
    echo = EchoServer()
    with LocalServer(echo) as server:
        report = connect(server.url).run_batch(source, output, concurrency=4)
    assert isinstance(report, BatchReport)
    assert (report.total, report.done, report.failed, report.resumed) == (12, 12, 0, 0)
    assert (report.prompt_tokens, report.completion_tokens) == (36, 24)
    assert (report.output, report.errors, report.interrupted) == (output, None, False)
    assert report.seconds > 0
    assert echo.asked == dict.fromkeys(NAMES, 1)
    lines = read_lines(output)
    assert sorted(line["custom_id"] for line in lines) == sorted(NAMES)
    sent = {seen.headers["x-request-id"] for seen in server.requests}
    for line in lines:
        assert line["response"]["status_code"] == 200
        assert line["response"]["request_id"] in sent
        assert line["response"]["body"] == chat_body(line["custom_id"])
        assert line["error"] is None
    assert names_in(output.parent) == [
        "in.jsonl",
        output.name,
        f"{output.name}.manifest.json",
    ]


def test_a_second_call_asks_the_failures_alone_and_a_third_nothing(
    connect: Connect, source: Path, output: Path
) -> None:
    echo = EchoServer(NAMES[3], NAMES[5])
    with LocalServer(echo) as server:
        client = connect(server.url)
        report = client.run_batch(source, output)
        assert (report.done, report.failed, report.errors) == (10, 2, errors_of(output))
        for line in read_lines(errors_of(output)):
            assert line["response"]["status_code"] == 400
            assert line["response"]["body"]["error"]["message"] == line["error"]["message"]
        echo.failing.clear()
        report = client.run_batch(source, output)
        assert (report.done, report.failed, report.resumed) == (2, 0, 10)
        assert report.errors is None
        report = client.run_batch(source, output)
        assert (report.total, report.done, report.resumed) == (12, 0, 12)
    assert echo.asked == {name: 2 if name in {NAMES[3], NAMES[5]} else 1 for name in NAMES}
    assert sorted(ids_of(output)) == sorted(NAMES)


def test_a_single_file_has_failures_too(connect: Connect, source: Path, output: Path) -> None:
    echo = EchoServer(NAMES[3])
    with LocalServer(echo) as server:
        client = connect(server.url)
        report = client.run_batch(source, output, single_file=True, ordered=True)
        assert (report.failed, report.errors) == (1, None)
        assert ids_of(output) == NAMES
        with pytest.raises(BatchInvalid, match=r'single_file= .was "single", is "separate"'):
            client.run_batch(source, output)
        echo.failing.clear()
        client.run_batch(source, output, single_file=True, ordered=True)
    assert ids_of(output) == NAMES
    assert all(line["error"] is None for line in read_lines(output))
    assert echo.asked[NAMES[3]] == 2


def test_ordered_files_have_the_order_of_the_input(
    connect: Connect, source: Path, output: Path
) -> None:
    first = threading.Event()

    def answer_the_first_last(exchange: Exchange) -> None:
        text = exchange.seen.json["messages"][-1]["content"]
        if text == NAMES[0]:
            assert first.wait(WAIT)
        if text == NAMES[-1]:
            first.set()
        EchoServer(NAMES[1], NAMES[2])(exchange)

    with LocalServer(answer_the_first_last) as server:
        connect(server.url).run_batch(source, output, concurrency=2, ordered=True)
    assert ids_of(output) == [NAMES[0], *NAMES[3:]]
    assert ids_of(errors_of(output)) == NAMES[1:3]


def test_lines_leave_out_what_the_client_has(
    connect: Connect, tmp_path: Path, output: Path
) -> None:
    source = write_lines(
        tmp_path / "in",
        chat_line("a", temperature=0.5, model="own"),
        {"prompt": "b", "top_p": 0.5},
        {"custom_id": "c", "method": "POST", "url": "/v1/embeddings", "body": {"input": "x"}},
    )
    bodies: dict[str, Any] = {}

    def note(exchange: Exchange) -> None:
        bodies[exchange.seen.path] = bodies.get(exchange.seen.path, [])
        bodies[exchange.seen.path].append(exchange.seen.json)
        exchange.answer(body=chat_body())

    with LocalServer(note) as server:
        connect(server.url, model="client's").run_batch(
            source, output, concurrency=1, temperature=0.0, headers={"x-a": "b"}
        )
    one, two = bodies["/v1/chat/completions"]
    assert (one["model"], one["temperature"]) == ("own", 0.5)
    assert (two["model"], two["temperature"], two["top_p"]) == ("client's", 0.0, 0.5)
    assert bodies["/v1/embeddings"] == [{"input": "x", "model": "client's"}]
    assert server.requests[0].headers["x-a"] == "b"
    assert ids_of(output) == ["a", "2", "c"]


@pytest.mark.parametrize("form", ["type", "dict", "file"])
def test_returns_checks_every_chat(connect: Connect, tmp_path: Path, form: str) -> None:
    schema = {"type": "integer"}
    path = write_lines(tmp_path / "schema.json", schema)
    returns = {"type": int, "dict": schema, "file": path}[form]
    source = write_lines(tmp_path / "in", chat_line("a", "1"), chat_line("b", "no"))
    output = tmp_path / "out"
    with LocalServer(EchoServer()) as server:
        client = connect(server.url)
        report = client.run_batch(source, output, returns=returns, schema_placement=None)
        assert (report.done, report.failed) == (1, 1)
        assert ids_of(output) == ["a"]
        assert read_lines(errors_of(output))[0]["error"]["error"]["text"] == "no"
        sent = server.requests[0].json["structured_outputs"]["json"]
        assert sent["type"] == "integer"
        with pytest.raises(BatchInvalid, match=r"the schema of returns="):
            client.run_batch(source, output)


def test_a_schema_that_is_none_is_refused(connect: Connect, source: Path, output: Path) -> None:
    client = connect("http://localhost:1")
    path = output.with_name("schema.json")
    path.write_bytes(b"[]")
    with pytest.raises(BatchInvalid, match=r"is not a JSON Schema"):
        client.run_batch(source, output, returns=path)
    with pytest.raises(BatchFileError, match=r"could not be read"):
        client.run_batch(source, output, returns=str(path) + "x")


def test_nothing_is_sent_if_a_line_is_wrong(connect: Connect, source: Path, output: Path) -> None:
    with source.open("ab") as file:
        file.write(b'{"custom_id": "x"}\n')
    with LocalServer(EchoServer()) as server:
        with pytest.raises(BatchInvalid) as raised:
            connect(server.url).run_batch(source, output)
        assert server.requests == []
    assert raised.value.problems == ((13, "without `method`, `url`, `body`"),)
    assert names_in(output.parent) == ["in.jsonl"]


@pytest.mark.parametrize(
    ("concurrency", "error"), [(0, RequestInvalid), ("many", TypeError), (True, TypeError)]
)
def test_a_wrong_concurrency_is_refused(
    connect: Connect, source: Path, output: Path, concurrency: Any, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"concurrency"):
        connect("http://localhost:1").run_batch(source, output, concurrency=concurrency)


def test_a_failing_disk_ends_the_batch_with_one_error(
    connect: Connect, source: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def fill(file: int, data: bytes) -> int:
        if b"line 4" in data:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, data)

    echo = EchoServer()
    with LocalServer(echo) as server:
        client = connect(server.url)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", fill)
            with pytest.raises(BatchFileError, match=r"No space left on device.*call again"):
                client.run_batch(source, output, concurrency=1)
        assert ids_of(output) == NAMES[:4]
        report = client.run_batch(source, output, concurrency=1)
    assert (report.resumed, report.done) == (4, 8)
    assert ids_of(output) == NAMES


def test_too_many_failures_stop_the_batch(connect: Connect, source: Path, output: Path) -> None:
    echo = EchoServer(*NAMES[2:5])
    with LocalServer(echo) as server:
        client = connect(server.url)
        with pytest.raises(BatchStopped, match=r"lines failed, and max_failures=1") as raised:
            client.run_batch(source, output, concurrency=1, max_failures=1)
        failed = raised.value.failures
        assert failed in {2, 3}  # what was in flight, and what was read ahead, has ended
        assert sum(echo.asked.values()) <= 6
        assert isinstance(raised.value.__cause__, BadRequest)
        assert str(errors_of(output)) in raised.value.message
        assert ids_of(errors_of(output)) == NAMES[2 : 2 + failed]
        assert ids_of(output)[:2] == NAMES[:2]
        report = client.run_batch(source, output, concurrency=1, max_failures=3)
    assert (report.failed, report.interrupted) == (3, False)


@pytest.mark.parametrize(("count", "error"), [(-1, RequestInvalid), (True, TypeError)])
def test_a_wrong_number_of_failures_is_refused(
    connect: Connect, source: Path, output: Path, count: Any, error: type[Exception]
) -> None:
    with pytest.raises(error, match=r"max_failures"):
        connect("http://localhost:1").run_batch(source, output, max_failures=count)


def test_the_progress_is_shown(connect: Connect, source: Path, output: Path) -> None:
    seen: list[BatchProgress] = []
    run_files(source, output, stop_after=5)
    with LocalServer(EchoServer(NAMES[-1])) as server:
        connect(server.url).run_batch(source, output, concurrency=3, progress=seen.append)
    first, last = seen[0], seen[-1]
    assert (first.done, first.total, first.restored) == (6, 12, 5)
    assert (last.done, last.failed, last.in_flight, last.limit) == (12, 1, 0, 3)
    assert (last.prompt_tokens, last.completion_tokens) == (18, 12)
    assert last.seconds > 0


BATCH = """
import asyncio, logging, sys
from vllm_sdk import VLLM, AsyncVLLM
logging.basicConfig(level=logging.WARNING)
kind, url, source, output = sys.argv[1:]
async def run():
    async with AsyncVLLM(url) as client:
        await client.run_batch(source, output, concurrency=2)
if kind == "sync":
    with VLLM(url) as client:
        client.run_batch(source, output, concurrency=2)
else:
    asyncio.run(run())
"""


def test_an_error_of_a_hook_ends_the_batch_and_nothing_is_lost(
    connect: Connect, source: Path, output: Path
) -> None:
    def fail(_: BatchProgress) -> None:
        raise ZeroDivisionError

    with LocalServer(EchoServer()) as server:
        with pytest.raises(ZeroDivisionError):
            connect(server.url).run_batch(source, output, concurrency=1, progress=fail)
    done = ids_of(output)
    assert done
    assert run_files(source, output) == [name for name in NAMES if name not in done]


def test_ctrl_c_drains_and_says_how_to_continue(
    connect: Connect, source: Path, output: Path, caplog: pytest.LogCaptureFixture
) -> None:
    echo = EchoServer()

    def interrupt(progress: BatchProgress) -> None:
        if progress.done < len(NAMES):
            signal.raise_signal(signal.SIGINT)

    with LocalServer(echo) as server:
        client = connect(server.url)
        with pytest.raises(KeyboardInterrupt):
            client.run_batch(source, output, concurrency=2, progress=interrupt)
        done = ids_of(output)
        assert sum(echo.asked.values()) == len(done) < len(NAMES)  # what was in flight was written
        assert f"The batch was interrupted: {len(done)} of 12 lines are done" in caplog.text
        assert "call again with the same files to continue" in caplog.text
        report = client.run_batch(source, output)
    assert (report.resumed, report.done) == (len(done), len(NAMES) - len(done))
    assert echo.asked == dict.fromkeys(NAMES, 1)


def test_an_interruption_without_an_exception_is_in_the_report(
    connect: Connect, source: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asyncio.Runner, "_on_sigint", lambda *_: None)
    previous = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with LocalServer(EchoServer()) as server:
            report = connect(server.url).run_batch(
                source, output, concurrency=1, progress=lambda _: signal.raise_signal(signal.SIGINT)
            )
    finally:
        signal.signal(signal.SIGINT, previous)
    assert report.interrupted
    assert 0 < report.done < report.total


def test_a_client_with_a_limit_of_its_own_keeps_its_connections(
    connect: Connect, source: Path, output: Path
) -> None:
    with LocalServer(EchoServer()) as server:
        client = connect(server.url, max_connections=2)
        assert client.run_batch(source, output).done == len(NAMES)
        assert client.run_batch(source, output).resumed == len(NAMES)
        assert len(server.peers) <= 2


KILLS = 3
"""How often the batch is killed: each time when the server has got one more request than before."""


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_killed_batch_loses_only_what_was_in_flight(
    kind: str, tmp_path: Path, output: Path
) -> None:
    names = [f"line {number}" for number in range(40)]
    source = write_lines(tmp_path / "in", *map(chat_line, names))
    echo = EchoServer()
    process: subprocess.Popen[bytes] | None = None
    started = threading.Event()
    kill_at = 0

    def kill(exchange: Exchange) -> None:
        assert started.wait(WAIT)
        if kill_at and sum(echo.asked.values()) >= kill_at:
            assert process is not None
            process.kill()
        with contextlib.suppress(OSError):
            echo(exchange)

    with LocalServer(kill) as server:
        command = [sys.executable, "-c", BATCH, kind, server.url, str(source), str(output)]
        for number in range(1, KILLS + 2):
            before = sum(echo.asked.values())
            kill_at = before + number if number <= KILLS else 0
            started.clear()
            process = subprocess.Popen(  # noqa: S603 -- this Python
                command
            )
            started.set()
            process.wait(60)
    assert process is not None
    assert process.returncode == 0
    assert sorted(ids_of(output)) == sorted(names)
    again = sum(echo.asked.values()) - len(names)
    assert again <= KILLS * 2 * 2  # in flight, or read ahead of what was written


def test_two_processes_do_not_write_one_output(source: Path, output: Path) -> None:
    entered, leave = threading.Event(), threading.Event()

    def hold(exchange: Exchange) -> None:
        entered.set()
        assert leave.wait(WAIT)
        EchoServer()(exchange)

    with LocalServer(hold) as server:
        command = [sys.executable, "-c", BATCH, "sync", server.url, str(source), str(output)]
        with subprocess.Popen(  # noqa: S603 -- this Python
            command
        ) as process:
            assert entered.wait(WAIT)
            with pytest.raises(BatchFileError, match=f"Process {process.pid} on .* is writing"):
                run_files(source, output)
            leave.set()
        assert process.returncode == 0
    assert run_files(source, output) == []


def test_validation_ends_when_its_task_is_cancelled(source: Path, output: Path) -> None:
    write_lines(source, *map(chat_line, map(str, range(50_000))))

    async def cancel() -> None:
        async with AsyncVLLM("http://localhost:1") as client:
            task = asyncio.create_task(client.run_batch(source, output))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(cancel())
    assert names_in(source.parent) == ["in.jsonl"]
    write_lines(source, chat_line("a"))
    assert run_files(source, output) == ["a"]  # the lock was released


def test_work_off_the_loop_raises_what_it_raises() -> None:
    def fail() -> None:
        raise ZeroDivisionError

    async def run() -> None:
        assert await run_off_loop(lambda: 7, bool) == 7
        with pytest.raises(ZeroDivisionError):
            await run_off_loop(fail, bool)

    asyncio.run(run())


# The files


def test_a_changed_input_is_refused_by_name_unless_forced(source: Path, output: Path) -> None:
    run_files(source, output)
    write_lines(source, *map(chat_line, [*NAMES, "more"]))
    with pytest.raises(BatchInvalid, match=r"another batch. Different are: the input. Choose"):
        run_files(source, output)
    assert run_files(source, output, force=True) == ["more"]
    assert run_files(source, output) == []


def test_another_model_and_other_options_are_refused_by_name(source: Path, output: Path) -> None:
    from vllm_sdk import Options

    run_files(source, output)
    requests = build_requests(model="m", options=Options(seed=1))
    batch = FileBatch(source, output, requests, FileSettings())
    with pytest.raises(
        BatchInvalid,
        match=r'the model .was null, is "m".; the options .was {}, is {"seed":"1"}.. Choose',
    ):
        batch.open()
    batch.close()


def test_overwrite_begins_anew(source: Path, output: Path) -> None:
    run_files(source, output, failing=NAMES[:2])
    assert run_files(source, output, overwrite=True) == NAMES
    assert ids_of(output) == NAMES
    assert not errors_of(output).exists()


def test_a_deleted_output_begins_anew(source: Path, output: Path) -> None:
    run_files(source, output, failing=NAMES[:2])
    output.unlink()
    write_lines(source, chat_line("other"))
    assert run_files(source, output) == ["other"]


def test_an_output_of_vllm_is_continued(source: Path, output: Path) -> None:
    good = {"status_code": 200, "request_id": "r", "body": {}}
    bad = {"status_code": 400, "request_id": "r", "body": None}
    write_lines(
        output,
        {"id": "vllm-1", "custom_id": NAMES[0], "response": good, "error": None},
        {
            "id": "vllm-2",
            "custom_id": NAMES[1],
            "response": bad,
            "error": "URL /x is not supported",
        },
    )
    output.write_bytes(b"\xef\xbb\xbf" + output.read_bytes())
    assert run_files(source, output) == NAMES[1:]
    assert ids_of(output)[1:] == NAMES[1:]


def test_an_output_of_something_else_is_refused_unless_forced(source: Path, output: Path) -> None:
    line = {"custom_id": "foreign", "response": {"status_code": 200, "body": {}}, "error": None}
    failed = {"custom_id": "bad", "response": {"status_code": 400, "body": None}, "error": "no"}
    write_lines(output, line, failed)
    with pytest.raises(BatchInvalid, match=r"no manifest, and its id 'foreign' is not in"):
        run_files(source, output)
    assert run_files(source, output, force=True, ordered=True) == NAMES
    assert ids_of(output) == [*NAMES, "foreign", "bad"]


def test_a_broken_line_in_the_middle_is_refused_by_its_number(source: Path, output: Path) -> None:
    run_files(source, output, failing=NAMES[:3])
    for path in (output, errors_of(output)):
        content = path.read_bytes()
        first, rest = content.split(b"\n", 1)
        path.write_bytes(first + b"\n" + b"\0\0\n" + rest)
        with pytest.raises(BatchInvalid, match=r"is not whole") as raised:
            run_files(source, output)
        assert [number for number, _ in raised.value.problems] == [2]
        assert raised.value.path == path
        path.write_bytes(content)
    assert run_files(source, output) == NAMES[:3]


def test_a_broken_manifest_is_refused_unless_forced(source: Path, output: Path) -> None:
    run_files(source, output)
    manifest_of(output).write_bytes(b"{")
    with pytest.raises(BatchInvalid, match=r"is not the manifest of a batch"):
        run_files(source, output)
    assert run_files(source, output, force=True) == []
    assert json.loads(manifest_of(output).read_bytes())["lines"] == 12


def test_a_half_written_last_line_is_cut(source: Path, output: Path) -> None:
    run_files(source, output)
    output.write_bytes(output.read_bytes()[:-10])
    assert run_files(source, output) == NAMES[-1:]
    output.write_bytes(output.read_bytes()[:-1])  # whole but for its newline
    assert run_files(source, output) == []
    assert ids_of(output) == NAMES


def test_paths_that_cannot_be_an_output_are_refused(tmp_path: Path, source: Path) -> None:
    with pytest.raises(BatchInvalid, match=r"is a folder: give a file"):
        run_files(source, tmp_path)
    with pytest.raises(BatchInvalid, match=r"There is no folder"):
        run_files(source, tmp_path / "missing" / "out")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BatchInvalid, match=r"is not a file, which a batch could resume"):
        run_files(source, tmp_path / "pipe")


def test_an_input_that_would_be_written_is_refused(tmp_path: Path, source: Path) -> None:
    (tmp_path / "symbolic").symlink_to(source)
    (tmp_path / "hard").hardlink_to(source)
    (tmp_path / "other.errors.jsonl").hardlink_to(source)
    for output in (source, tmp_path / "symbolic", tmp_path / "hard", tmp_path / "other"):
        with pytest.raises(BatchInvalid, match=r"is also a file that the batch writes"):
            run_files(source, output)


def test_a_linked_output_stays_a_link(tmp_path: Path, source: Path) -> None:
    target = tmp_path / "target"
    link = tmp_path / "link"
    link.symlink_to(target)
    run_files(source, link, ordered=True)
    assert link.is_symlink()
    assert ids_of(target) == NAMES


def test_compressed_and_piped_inputs_are_resumed(
    tmp_path: Path, source: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "in.jsonl.gz"
    packed.write_bytes(gzip.compress(source.read_bytes()))
    assert run_files(packed, output, stop_after=5) == NAMES[:5]
    with source.open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert run_files(Path("-"), output, ordered=True) == NAMES[5:]
    assert ids_of(output) == NAMES


def test_a_very_long_output_line_is_refused(
    source: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_files(source, output)
    monkeypatch.setattr(output_files, "MAX_OUTPUT_LINE_BYTES", 20)
    with pytest.raises(BatchInvalid, match=r"is not whole"):
        run_files(source, output)


def test_a_batch_that_was_never_opened_has_an_empty_report(source: Path, output: Path) -> None:
    batch = FileBatch(source, output, build_requests(), FileSettings())
    assert batch.total == 0
    batch.close()
    batch.close()


def test_ids_that_share_a_hash_are_told_apart(
    source: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (ordering, output_files):
        monkeypatch.setattr(module, "hash_id", lambda _: 7)
    assert run_files(source, output, stop_after=5) == NAMES[:5]
    assert run_files(source, output, ordered=True) == NAMES[5:]
    assert ids_of(output) == NAMES


def test_an_interruption_says_what_is_done_and_how_to_continue(source: Path, output: Path) -> None:
    run_files(source, output, stop_after=4)
    batch = FileBatch(source, output, build_requests(), FileSettings())
    batch.open()
    assert batch.describe_interruption() == (
        "The batch was interrupted: 4 of 12 lines are done, 0 failed. "
        f"{output} is whole; call again with the same files to continue."
    )
    batch.close()


def test_an_iterator_that_another_thread_reads_does_not_hinder_the_end(
    source: Path, output: Path
) -> None:
    batch = FileBatch(source, output, build_requests(), FileSettings())
    batch.open()
    jobs = batch.read_jobs()
    batch.record(next(jobs), reply_to("a"))
    entered, leave = threading.Event(), threading.Event()
    lines = batch._source.lines

    def wait() -> Any:
        entered.set()
        assert leave.wait(WAIT)
        yield from lines()

    batch._source.lines = wait  # type: ignore[method-assign]
    jobs = batch.read_jobs()
    reader = threading.Thread(target=lambda: list(jobs))
    reader.start()
    assert entered.wait(WAIT)
    batch.close()
    leave.set()
    reader.join(WAIT)
