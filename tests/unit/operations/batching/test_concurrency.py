"""The limit on the requests in flight, on simulated servers in virtual time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles import examples
from simulated_server import SimulatedServer
from vllm_sdk._operations.batching.concurrency import (
    START,
    AutoConcurrency,
    FixedConcurrency,
    find_ceiling,
    is_overload,
)
from vllm_sdk.errors import BadRequest, ConnectionFailed, Overloaded

Speed = Callable[[int], float]


def with_knee(knee: int, seconds: float, decline: float = 0.0) -> Speed:
    """A server of `knee` places; with more requests it is as fast, or slower by and by."""

    def speed(count: int) -> float:
        return 1 / seconds if count <= knee else (knee / count) ** (1 + decline) / seconds

    return speed


def saturating(half: int, seconds: float) -> Speed:
    """A server that is slower with each request, and half as fast as it can be at `half`."""
    return lambda count: 1 / (seconds * (1 + count / half))


def find_best(speed: Speed, ceiling: int) -> float:
    """The requests per second of the best fixed limit."""
    return max(count * speed(count) for count in range(1, ceiling + 1))


servers = st.one_of(
    st.builds(
        with_knee,
        st.integers(8, 1500),
        st.floats(0.05, 60),
        st.one_of(st.just(0.0), st.floats(0, 0.3)),
    ),
    st.builds(saturating, st.integers(8, 300), st.floats(0.05, 60)),
)


@given(
    speed=servers,
    ceiling=st.integers(32, 1024),
    spread=st.sampled_from([0.0, 0.3, 0.9]),
    seed=st.integers(0, 99),
)
@examples(20)
def test_auto_finds_nine_tenths_of_the_best_throughput(
    speed: Speed, ceiling: int, spread: float, seed: int
) -> None:
    server = SimulatedServer(speed, spread, seed=seed)
    server.serve(AutoConcurrency(ceiling=ceiling), 30 * ceiling + 8000)
    assert server.most <= ceiling
    best = find_best(speed, ceiling)
    assert server.measure_rate(0.5, 0.9) >= 0.9 * best


@given(
    knee=st.integers(32, 600),
    capacity=st.integers(40, 800),
    spread=st.sampled_from([0.0, 0.3, 0.9]),
    seed=st.integers(0, 99),
)
@examples(10)
def test_auto_lives_with_a_server_that_refuses(
    knee: int, capacity: int, spread: float, seed: int
) -> None:
    server = SimulatedServer(with_knee(knee, 1.0), spread, capacity=lambda _: capacity, seed=seed)
    server.serve(AutoConcurrency(), 40_000)
    assert len(server.done) == 40_000
    assert server.refused < 40_000 / 50
    assert server.measure_rate(0.5, 0.9) >= 0.8 * min(knee, capacity)
    assert min(server.limits) >= min(START, capacity) // 2


@given(
    knee=st.integers(64, 600),
    spread=st.sampled_from([0.0, 0.3, 0.9]),
    seed=st.integers(0, 99),
)
@examples(10)
def test_auto_recovers_after_an_overload(knee: int, spread: float, seed: int) -> None:
    def capacity(now: float) -> int:
        return 8 if 60 <= now < 75 else 10**9

    server = SimulatedServer(with_knee(knee, 1.0), spread, capacity=capacity, seed=seed)
    server.serve(AutoConcurrency(), 300 * knee)
    assert server.refused > 0
    assert min(server.limits) < knee
    assert server.measure_rate(0.7, 0.95) >= 0.9 * knee


@given(limit=st.integers(1, 300), refusals=st.integers(0, 50))
def test_the_limit_is_never_below_one(limit: int, refusals: int) -> None:
    controller = AutoConcurrency(start=limit)
    now = 0.0
    for _ in range(refusals):
        controller.report_overload(now)
        now += controller.get_pause(now)
        assert controller.get_pause(now) == 0
        controller.end_job(now, 0)
        assert controller.limit >= 1


def test_an_overload_halves_the_limit_once_and_pauses() -> None:
    controller = AutoConcurrency(start=100)
    for _ in range(50):
        controller.report_overload(10.0, retry_after=5.0)
    assert controller.limit == 50
    assert controller.get_pause(10.0) == 5.0
    assert controller.get_pause(12.0) == 3.0
    assert controller.get_pause(16.0) == 0.0
    controller.end_job(16.0, 60)
    controller.report_overload(16.0)  # the first has had no effect yet
    assert controller.limit == 50
    controller.end_job(17.0, 50)
    controller.report_overload(17.0)
    assert controller.limit == 25
    assert controller.get_pause(17.0) == 1.0


def test_a_long_wait_of_the_server_is_cut() -> None:
    controller = AutoConcurrency()
    controller.report_overload(0.0, retry_after=3600.0)
    assert controller.get_pause(0.0) == 30.0


def test_tokens_count_more_than_jobs() -> None:
    """Half as many jobs per second, but four times the tokens, are a gain."""
    controller = AutoConcurrency(start=32, ceiling=64)
    now = 0.0
    seen = []
    for job in range(400):
        is_wide = controller.limit > 32
        now += 0.02 if is_wide else 0.01
        controller.count_tokens(40 if is_wide else 10)
        controller.end_job(now, controller.limit - 1)
        seen.append(controller.limit)
        assert job < 100 or controller.limit == 64
    assert set(seen) == {32, 64}


def test_a_source_that_is_slow_does_not_move_the_limit() -> None:
    controller = AutoConcurrency()
    for job in range(1000):
        controller.end_job(float(job), 3)
    assert controller.limit == START


@pytest.mark.parametrize("controller", [AutoConcurrency(start=100), FixedConcurrency(100)])
def test_the_machine_lowers_the_ceiling(controller: FixedConcurrency) -> None:
    controller.restrict(20)
    assert controller.limit == 20
    controller.restrict(50)
    assert controller.limit == 20
    controller.restrict(0)
    assert controller.limit == 1


def test_a_fixed_number_stays() -> None:
    controller = FixedConcurrency(7)
    controller.report_overload(0.0)
    controller.count_tokens(5)
    controller.end_job(1.0, 6)
    assert controller.limit == 7
    assert controller.get_pause(0.0) == 0


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (Overloaded("busy", status=503), True),
        (ConnectionFailed("reset"), True),
        (ConnectionFailed("no such host", permanent=True), False),
        (BadRequest("no", status=400), False),
    ],
)
def test_which_errors_are_overloads(error: BadRequest, expected: bool) -> None:
    assert is_overload(error) is expected


@pytest.mark.parametrize(
    ("files", "in_use", "expected"),
    [(None, 9, 1024), (1024, 10, 950), (100_000, 10, 1024), (20, 10, 1)],
)
def test_the_ceiling_leaves_files_to_the_program(
    files: int | None, in_use: int, expected: int
) -> None:
    assert find_ceiling(files, in_use) == expected
