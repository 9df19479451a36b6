"""Work in threads, and waits for it."""

from __future__ import annotations

import threading

import pytest

from vllm_sdk._transport import threads
from vllm_sdk._transport.threads import start_thread, wait_for


@pytest.fixture(autouse=True)
def short_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "SLICE", 0.01)


def fail() -> None:
    raise LookupError("no")


@pytest.mark.parametrize("seconds", [None, 30])
def test_a_wait_of_many_slices_ends_with_the_work(seconds: float | None) -> None:
    release = threading.Event()
    works = [start_thread(release.wait), start_thread(lambda: 1)]
    threading.Timer(0.1, release.set).start()
    assert wait_for(works, seconds)
    assert [each.result() for each in works] == [True, 1]


@pytest.mark.parametrize("seconds", [0, 0.005, 0.03])
def test_a_wait_has_its_limit(seconds: float) -> None:
    release = threading.Event()
    work = start_thread(release.wait)
    assert not wait_for([work], seconds)
    release.set()
    assert wait_for([work])


def test_a_failure_ends_a_wait_for_others() -> None:
    release = threading.Event()
    works = [start_thread(release.wait), start_thread(fail)]
    assert wait_for(works)
    assert not works[0].done()
    release.set()
    assert wait_for(works[:1])
