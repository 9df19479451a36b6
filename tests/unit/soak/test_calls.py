"""The soak asks each kind of question, and finds what must not happen."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.soak import __main__ as command
from tools.soak import async_calls, report, sync_calls
from tools.soak.answers import AnswerServer
from tools.soak.herd import Recovery
from tools.soak.report import BEGIN, END, Results
from tools.soak.script import KINDS, Question, Questions
from tools.soak.settings import Effort
from tools.soak.tally import Census, Tally, WrongAnswer, check, find_leftovers, wait_until

from vllm_sdk.errors import ConnectionFailed, RequestInvalid

ROOT = Path(__file__).parents[3]
EVERY = [Question(kind, f"k{kind}{size}", size) for kind in KINDS for size in (1, 4, 30, 200)]


@pytest.fixture
def url() -> Iterator[str]:
    """The address of a server on an event loop of its own."""
    urls: list[str] = []
    started = threading.Event()
    over = asyncio.Event()

    async def serve() -> None:
        server = AnswerServer()
        async with server.running():
            urls.append(f"http://127.0.0.1:{server.port}")
            started.set()
            await over.wait()

    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        thread = threading.Thread(target=runner.run, args=(serve(),))
        thread.start()
        assert started.wait(30)
        yield urls[0]
        loop.call_soon_threadsafe(over.set)
        thread.join(30)


def test_the_server_answers_every_question_of_the_synchronous_client(url: str) -> None:
    with sync_calls.open_client(url) as client:
        for question in EVERY:
            sync_calls.ask(client, question)


async def test_the_server_answers_every_question_of_the_asynchronous_client(url: str) -> None:
    async with async_calls.open_client(url) as client:
        await asyncio.gather(*(async_calls.ask(client, question) for question in EVERY))


def test_all_slots_meet(url: str) -> None:
    with sync_calls.open_client(url) as client:
        assert sync_calls.can_meet(client, Questions(1, "sync"))


async def test_all_slots_of_a_loop_meet(url: str) -> None:
    async with async_calls.open_client(url) as client:
        assert await async_calls.can_meet(client, Questions(1, "async"))


def test_cancelled_calls_leave_nothing_behind(url: str) -> None:
    tally, before = Tally("left"), Census.take()
    with sync_calls.open_client(url) as client:
        sync_calls.run_cancellations(tally, client, Questions(1, "left"), 60)
        assert sync_calls.can_meet(client, Questions(2, "left"))
    assert (tally.calls, tally.violations) == (60, [])
    assert find_leftovers(before) == []


async def test_cancelled_tasks_leave_nothing_behind(url: str) -> None:
    tally = Tally("left")
    async with async_calls.open_client(url) as client:
        await async_calls.run_cancellations(tally, client, Questions(1, "left"), 60)
        assert await async_calls.can_meet(client, Questions(2, "left"))
    assert (tally.calls, tally.violations) == (60, [])


def test_questions_are_repeatable_and_all_different() -> None:
    def draw(seed: int) -> list[Question]:
        questions = Questions(seed, "name")
        return [questions.draw() for _ in range(300)]

    assert draw(1) == draw(1)
    assert len({question.text for question in draw(1)}) == 300
    assert {question.kind for question in draw(1)} == set(KINDS)


def test_a_question_is_found_in_a_request() -> None:
    question = Questions(1, "name").draw()
    assert Question.find(b'{"x": "' + question.prompt.encode() + b'"}') == question
    assert Question.find(b"{}") is None


def test_a_right_answer_and_an_allowed_error_are_counted() -> None:
    tally = Tally("t")
    with tally.call("one"):
        check(1 == 1, 1, 1)  # noqa: PLR0133 - it is right
    with tally.call("two"):
        raise ConnectionFailed("gone")
    with tally.call("three", KeyError):
        raise KeyError
    assert tally.outcomes == {"right": 1, "ConnectionFailed": 1, "KeyError": 1}
    assert tally.violations == []


@pytest.mark.parametrize(
    "error", [WrongAnswer("found 'a'"), RequestInvalid("a bug"), ValueError("foreign")]
)
def test_any_other_end_of_a_call_is_a_violation(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally("t")
    with tally.call("one"):
        raise error
    assert tally.violations == [f"one: {type(error).__name__}: {error}"]
    assert "VIOLATION in t" in capsys.readouterr().out


def test_a_call_beyond_its_bound_is_a_violation() -> None:
    tally = Tally("t")
    with tally.call("one", bound=-1.0):
        pass
    assert len(tally.violations) == 1


def test_a_ctrl_c_passes() -> None:
    tally = Tally("t")
    with pytest.raises(KeyboardInterrupt), tally.call("one"):
        raise KeyboardInterrupt
    assert tally.pending == set()


def test_a_census_finds_a_descriptor_and_a_thread() -> None:
    before = Census.take()
    ends, over = os.pipe(), threading.Event()
    thread = threading.Thread(target=over.wait, name="left")
    thread.start()
    found = find_leftovers(before, 0.0)
    over.set()
    thread.join()
    for end in ends:
        os.close(end)
    assert len(found) == 2
    assert find_leftovers(before) == []


def test_waiting_ends() -> None:
    assert wait_until(lambda: True, 0.0)
    assert not wait_until(lambda: False, 0.0)


def test_the_page_gets_the_tables_between_its_marks(tmp_path: Path) -> None:
    tally = Tally("VLLM, mixed calls")
    tally.outcomes.update(right=1999, ConnectionFailed=1)
    herd = Recovery("overloaded", "the default", "VLLM", 200, Tally("herd"), 1, 500, 25.0)
    herd.tally.outcomes.update(right=199)
    page = tmp_path / "reliability.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    results = Results(Effort(2000, 7), "0.33.0", 3.2, [tally], {"exchanges": 9, "reset": 4}, [herd])
    report.write(results, page)
    report.write(results, page)
    text = page.read_text()
    assert text.startswith(f"before\n{BEGIN}\n")
    assert text.endswith(f"\n{END}\nafter\n")
    assert "old" not in text
    assert "| VLLM, mixed calls | 2,000 | 1,999 | 1 `ConnectionFailed` | 0.0 | 0 |" in text
    assert "| reset | 4 |" in text
    assert "| overloaded | the default | `VLLM` | 199 of 200 | 1 | 2.5 | 25.0 |" in text
    herd.tally.violate("too few")
    assert results.violations == ["herd: too few"]


@pytest.mark.parametrize("arguments", [["nothing"], ["--calls", "0"]])
def test_wrong_arguments_are_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    assert ended.value.code == 2


HANGING = """
import threading
from tools.soak.tally import Tally, Watchdog

with Watchdog().follow(Tally("t")).call("a call", bound=0.0):
    threading.Event().wait()
"""


def test_a_call_that_hangs_ends_the_soak_with_the_stacks() -> None:
    done = subprocess.run(  # noqa: S603 - the program is above
        [sys.executable, "-c", HANGING], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "VIOLATION in t: a call hangs" in done.stdout
    assert "Thread 0x" in done.stdout
