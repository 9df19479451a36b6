"""Progress on a terminal, in the log, and in numbers; overloads on their way to the controller."""

from __future__ import annotations

import io
import logging
import sys
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from vllm_sdk import BatchProgress, RetryPolicy
from vllm_sdk._batching import progress as progress_module
from vllm_sdk._batching.limits import choose_controller
from vllm_sdk._batching.overloads import OverloadReporter
from vllm_sdk._batching.progress import (
    ProgressReporter,
    TerminalReporter,
    build_reporter,
    describe_progress,
)
from vllm_sdk._operations.batching.concurrency import AutoConcurrency
from vllm_sdk._operations.batching.items import IdRegistry
from vllm_sdk._operations.core import build_post
from vllm_sdk.errors import BadRequest, ConnectionFailed, Overloaded


def progress(**fields: Any) -> BatchProgress:
    values: dict[str, Any] = {
        "total": 10,
        "done": 4,
        "failed": 1,
        "restored": 0,
        "in_flight": 3,
        "limit": 8,
        "seconds": 2.0,
        "prompt_tokens": 100,
        "completion_tokens": 50,
    }
    return BatchProgress(**values | fields)


def test_the_rates() -> None:
    seen = progress()
    assert seen.requests_per_second == 2
    assert seen.prompt_tokens_per_second == 50
    assert seen.completion_tokens_per_second == 25
    assert seen.seconds_left == 3
    assert progress(restored=4).seconds_left is None
    assert progress(total=None).seconds_left is None


def test_before_any_time_has_passed() -> None:
    seen = progress(seconds=0.0)
    assert seen.requests_per_second == 0
    assert seen.prompt_tokens_per_second == 0
    assert seen.completion_tokens_per_second == 0


def test_a_line() -> None:
    assert describe_progress(progress()) == (
        "4 of 10 done, 1 failed, 3 in flight (limit 8), 2.0 requests/s, 50 tokens/s in, "
        "25 tokens/s out, 3 s left"
    )
    assert describe_progress(progress(total=None)).startswith("4 done, 1 failed")


def test_a_function_is_called_at_most_four_times_a_second() -> None:
    seen: list[BatchProgress] = []
    reporter = build_reporter(seen.append, logging.getLogger("vllm_sdk"))
    for tick in range(100):
        reporter.update(tick / 32, partial(progress, done=tick))
    assert [each.done for each in seen] == [*range(0, 100, 8)]
    reporter.finish(lambda: progress(done=100))
    assert seen[-1].done == 100


def test_nobody_looks() -> None:
    def fail() -> BatchProgress:
        raise AssertionError

    reporter = build_reporter(progress=False, logger=logging.getLogger("vllm_sdk"))
    reporter.update(1.0, fail)
    reporter.finish(fail)


def test_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    reporter = TerminalReporter(Console(file=screen, force_terminal=True, width=160))
    reporter.update(1.0, progress)
    reporter.finish(lambda: progress(done=10, seconds=5.0))
    assert "4/10" in screen.getvalue()
    assert "10/10" in screen.getvalue()
    assert "2.0 requests/s" in screen.getvalue()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    log = logging.getLogger("vllm_sdk")
    assert isinstance(build_reporter(progress=True, logger=log), TerminalReporter)
    monkeypatch.setattr(progress_module, "find_spec", lambda _: None)
    assert type(build_reporter(progress=True, logger=log)) is ProgressReporter


REQUEST = build_post("/x", {})


class Stubborn(RetryPolicy):
    """A policy of a user."""

    def choose_wait(self, *_: Any) -> float | None:
        return 0.5


@pytest.mark.parametrize(
    ("error", "pause"),
    [
        (Overloaded("busy", status=503, retry_after=7.0), 7.0),
        (ConnectionFailed("reset", sent=False), 1.0),
        (BadRequest("no", status=400), None),
        (ValueError("not ours"), None),
    ],
)
def test_a_policy_decides_while_the_controller_learns(
    error: Exception, pause: float | None
) -> None:
    policy, controller = Stubborn(), AutoConcurrency(start=32)
    reporter = OverloadReporter(policy=policy, controller=controller)
    assert reporter.allows(REQUEST, error) is policy.allows(REQUEST, error)
    assert reporter.choose_wait(error, 1, 0.0) == 0.5
    assert controller.limit == (32 if pause is None else 16)
    assert (controller.get_pause(0.0) > 0) is (pause is not None)


def test_a_client_limits_auto() -> None:
    assert choose_controller("auto", 20).ceiling == 20
    assert choose_controller("auto", 10**6).ceiling <= 1024
    assert choose_controller(7).ceiling == 7


@given(ids=st.lists(st.one_of(st.none(), st.integers(0, 9).map(str), st.sampled_from(["a", "01"]))))
def test_ids_are_new_exactly_once(ids: list[str | None]) -> None:
    names = IdRegistry()
    seen: set[str] = set()
    for index, own in enumerate(ids):
        name, is_new = names.name(index, own)
        assert name == (str(index) if own is None else own)
        assert is_new == (name not in seen)
        seen.add(name)
