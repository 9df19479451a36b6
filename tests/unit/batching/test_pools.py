"""The pools of a batch, both kinds: order, limits, laziness, errors, the end."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles import examples
from vllm_sdk._batching import AsyncBatchPool, BatchPool, StopRequest
from vllm_sdk._operations.batching.concurrency import ConcurrencyController, FixedConcurrency
from vllm_sdk.errors import ConfigurationError, Overloaded, RequestTimeout, VLLMError

WAIT = 20
"""Seconds that a test waits for an event that must come."""


class Gate:
    """A job that waits until it is let through, in a thread or on an event loop."""

    def __init__(self) -> None:
        self.entered: list[Any] = []
        self.passed: list[Any] = []
        self.cancelled: list[Any] = []
        self._open = threading.Event()
        self._changed = threading.Condition()

    def open(self) -> None:
        self._open.set()

    def note(self, names: list[Any], name: Any) -> None:
        with self._changed:
            names.append(name)
            self._changed.notify_all()

    def wait_for(self, reached: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(reached, WAIT)

    def run(self, name: Any) -> Any:
        self.note(self.entered, name)
        assert self._open.wait(WAIT)
        self.note(self.passed, name)
        return name

    async def run_async(self, name: Any) -> Any:
        self.note(self.entered, name)
        try:
            while not self._open.is_set():  # noqa: ASYNC110 -- a thread opens it
                await asyncio.sleep(0)
        except asyncio.CancelledError:
            self.note(self.cancelled, name)
            raise
        self.note(self.passed, name)
        return name


class Kit:
    """Makes pools of one kind, and takes their outcomes synchronously."""

    def __init__(self, kind: str, runner: asyncio.Runner) -> None:
        self.kind = kind
        self.runner = runner
        self.pools: list[Any] = []

    def __call__(
        self,
        jobs: Any,
        run: Callable[[Any], Any],
        concurrency: int | ConcurrencyController = 4,
        **more: Any,
    ) -> Any:
        limit = FixedConcurrency(concurrency) if isinstance(concurrency, int) else concurrency
        if self.kind == "sync":
            pool: Any = BatchPool(jobs, run, concurrency=limit, **more)
        else:

            async def run_job(job: Any) -> Any:
                result = run(job)
                return await result if asyncio.iscoroutine(result) else result

            more.pop("abort", None)
            pool = AsyncBatchPool(jobs, run_job, concurrency=limit, **more)
        self.pools.append(pool)
        return pool

    def next(self, pool: Any) -> Any:
        return next(pool) if self.kind == "sync" else self.runner.run(_next(pool))

    def all(self, pool: Any) -> list[Any]:
        return list(pool) if self.kind == "sync" else self.runner.run(_all(pool))

    def close(self, pool: Any) -> None:
        if self.kind == "sync":
            pool.close()
        else:
            self.runner.run(pool.close())

    def gated(self, gate: Gate) -> Any:
        return gate.run if self.kind == "sync" else gate.run_async


async def _next(pool: Any) -> Any:
    return await asyncio.wait_for(anext(pool), WAIT)


async def _all(pool: Any) -> list[Any]:
    return [outcome async for outcome in pool]


@pytest.fixture(params=["sync", "async"])
def kit(request: pytest.FixtureRequest) -> Iterator[Kit]:
    with asyncio.Runner() as runner:
        made = Kit(request.param, runner)
        yield made
        for pool in made.pools:
            made.close(pool)


def generate(count: int, read: list[int] | None = None) -> Iterator[int]:
    for number in range(count):
        if read is not None:
            read.append(number)
        yield number


async def generate_async(count: int, read: list[int] | None = None) -> AsyncIterator[int]:
    for number in generate(count, read):
        yield number


def double(job: int) -> int:
    return 2 * job


def test_every_job_has_its_outcome(kit: Kit) -> None:
    assert sorted(kit.all(kit(range(50), double))) == [(job, 2 * job) for job in range(50)]


def test_a_generator_is_read_in_a_thread_of_its_own(kit: Kit) -> None:
    threads = set()

    def jobs() -> Iterator[int]:
        for number in range(50):
            threads.add(threading.get_ident())
            yield number

    assert sorted(kit.all(kit(jobs(), double))) == [(job, 2 * job) for job in range(50)]
    assert len(threads) == 1
    assert threads != {threading.get_ident()}


def test_a_generator_that_does_not_wait_is_read_by_the_pool(kit: Kit) -> None:
    threads = set()

    def jobs() -> Iterator[int]:
        threads.add(threading.current_thread().name)
        yield from range(50)

    outcomes = kit.all(kit(jobs(), double, in_thread=False))
    assert sorted(outcomes) == [(job, 2 * job) for job in range(50)]
    assert "vllm-sdk-batch-source" not in threads


def test_an_asynchronous_source(kit: Kit) -> None:
    if kit.kind == "async":
        outcomes = kit.all(kit(generate_async(50), double))
        assert sorted(outcomes) == [(job, 2 * job) for job in range(50)]


@pytest.mark.parametrize("source", [[], iter(())])
def test_an_empty_source_ends_at_once(kit: Kit, source: Iterable[int]) -> None:
    assert kit.all(kit(source, double)) == []


def sources(kit: Kit, count: int, read: list[int]) -> list[Any]:
    """The kinds of sources that a pool reads."""

    class Listed(list[int]):
        def __iter__(self) -> Iterator[int]:
            return generate(count, read)

    made: list[Any] = [generate(count, read), Listed([1])]
    return [*made, generate_async(count, read)] if kit.kind == "async" else made


@pytest.mark.parametrize("place", [0, 1, 2])
@given(concurrency=st.integers(1, 5), taken=st.integers(0, 12))
@examples(20)
def test_a_source_is_read_lazily(place: int, concurrency: int, taken: int) -> None:
    for kind in ("sync", "async"):
        with asyncio.Runner() as runner:
            kit, read = Kit(kind, runner), list[int]()
            found = sources(kit, 40, read)
            if place >= len(found):
                continue
            pool = kit(found[place], double, concurrency)
            for number in range(taken):
                kit.next(pool)
                assert len(read) <= number + 1 + 2 * concurrency
            kit.close(pool)


def test_no_more_jobs_than_the_limit_are_in_flight(kit: Kit) -> None:
    gate = Gate()
    pool = kit(range(20), kit.gated(gate), 3)

    def look() -> None:
        gate.wait_for(lambda: len(gate.entered) == 3)
        assert pool.in_flight == 3
        gate.open()

    observer = threading.Thread(target=look)
    observer.start()
    outcomes = kit.all(pool)
    observer.join()
    assert len(outcomes) == 20
    assert pool.in_flight == 0


def test_short_jobs_do_not_wait_for_a_long_one(kit: Kit) -> None:
    gate = Gate()
    run = kit.gated(gate)
    pool = kit(range(40), lambda job: run(job) if job == 0 else double(job), 2)
    # the long job holds one place, and its result nobody's
    short = [kit.next(pool)[0] for _ in range(39)]
    assert sorted(short) == [*range(1, 40)]
    gate.open()
    assert kit.all(pool) == [(0, 0)]


def test_an_error_of_the_tree_is_the_outcome_of_its_job_alone(kit: Kit) -> None:
    def run(job: int) -> int:
        if job % 3 == 0:
            raise RequestTimeout(f"too slow: {job}")
        return job

    outcomes = dict(kit.all(kit(range(20), run)))
    assert {job for job, outcome in outcomes.items() if isinstance(outcome, VLLMError)} == {
        *range(0, 20, 3)
    }


class Fault(Exception):
    """An error that is nobody's expectation."""


def test_any_other_error_of_a_job_closes_the_pool(kit: Kit) -> None:
    def run(job: int) -> int:
        if job == 5:
            raise Fault
        return job

    pool = kit(range(1000), run)
    with pytest.raises(Fault):
        kit.all(pool)
    assert kit.all(pool) == []


@pytest.mark.parametrize("kind", ["generator", "collection", "async"])
def test_an_error_of_the_source_comes_after_the_outcomes_before_it(kit: Kit, kind: str) -> None:
    def fail() -> Iterator[int]:
        yield from range(10)
        raise Fault

    class Failing(list[int]):
        def __iter__(self) -> Iterator[int]:
            return fail()

    async def fail_async() -> AsyncIterator[int]:
        for job in fail():
            yield job

    if kind == "async" and kit.kind == "sync":
        return
    source: Any = {"generator": fail(), "collection": Failing(), "async": fail_async()}[kind]
    pool = kit(source, double)
    assert sorted(kit.next(pool) for _ in range(10)) == [(job, 2 * job) for job in range(10)]
    with pytest.raises(Fault):
        kit.next(pool)
    assert kit.all(pool) == []


@pytest.mark.parametrize("in_thread", [True, False])
def test_a_source_that_cannot_be_iterated(kit: Kit, in_thread: bool) -> None:
    class Broken(list[int]):
        def __iter__(self) -> Iterator[int]:
            raise Fault

    with pytest.raises(Fault):
        kit.all(kit(Broken(), double, in_thread=in_thread))


def test_a_source_that_waits_holds_back_no_results(kit: Kit) -> None:
    more = threading.Event()

    def jobs() -> Iterator[int]:
        yield 1
        assert more.wait(WAIT)
        yield 2

    pool = kit(jobs(), double)
    assert kit.next(pool) == (1, 2)
    more.set()
    assert kit.all(pool) == [(2, 4)]


def test_a_pool_closes_while_its_source_waits(kit: Kit) -> None:
    more, ended = threading.Event(), threading.Event()

    def jobs() -> Iterator[int]:
        yield 1
        assert more.wait(WAIT)
        yield 2
        ended.set()

    pool = kit(jobs(), double)
    assert kit.next(pool) == (1, 2)
    kit.close(pool)
    more.set()
    assert kit.all(pool) == []
    assert not ended.is_set()  # the source is read no further


def test_a_stop_lets_what_is_in_flight_end(kit: Kit) -> None:
    gate, stop = Gate(), StopRequest()
    pool = kit(range(1000), kit.gated(gate), 3, stop=stop)

    def end() -> None:
        gate.wait_for(lambda: len(gate.entered) == 3)
        stop.request()
        gate.open()

    observer = threading.Thread(target=end)
    observer.start()
    outcomes = kit.all(pool)
    observer.join()
    assert sorted(job for job, _ in outcomes) == [0, 1, 2]
    assert sorted(gate.entered) == sorted(gate.passed)


def test_a_stop_before_the_start_starts_nothing(kit: Kit) -> None:
    stop = StopRequest()
    stop.request()
    assert kit.all(kit(range(10), double, stop=stop)) == []


def test_what_outlasts_the_grace_is_aborted(kit: Kit) -> None:
    gate, stop = Gate(), StopRequest(grace=0.01)
    pool = kit(range(10), kit.gated(gate), 3, stop=stop, abort=gate.open)

    def end() -> None:
        gate.wait_for(lambda: len(gate.entered) == 3)
        stop.request()

    observer = threading.Thread(target=end)
    observer.start()
    assert kit.all(pool) == []
    observer.join()
    if kit.kind == "async":
        assert sorted(gate.cancelled) == [0, 1, 2]
    else:
        assert sorted(gate.passed) == [0, 1, 2]
    assert len(gate.entered) == 3


def test_closing_a_pool_that_never_started(kit: Kit) -> None:
    pool = kit(range(10), double)
    kit.close(pool)
    assert kit.all(pool) == []


def test_threads_are_left_alone_without_a_way_to_end_them() -> None:
    gate = Gate()
    pool = BatchPool(range(10), gate.run, concurrency=FixedConcurrency(2))
    closer = threading.Thread(
        target=lambda: (gate.wait_for(lambda: len(gate.entered) == 2), pool.close())
    )
    closer.start()
    assert list(pool) == []
    closer.join()
    gate.open()
    gate.wait_for(lambda: len(gate.passed) == 2)
    assert list(pool) == []


def test_a_dropped_pool_ends_its_reader() -> None:
    def count_readers() -> int:
        return sum(each.name == "vllm-sdk-batch-source" for each in threading.enumerate())

    pool = BatchPool(generate(1000), double, concurrency=FixedConcurrency(2))
    assert next(pool)
    seen = weakref.ref(pool)
    del pool
    while seen() is not None or count_readers():  # threads in flight hold it until they end
        gc.collect()


class Pausing(FixedConcurrency):
    """A controller that pauses before the third job, and knows what it was told."""

    def __init__(self) -> None:
        super().__init__(2)
        self.pauses = 3
        self.overloads: list[float | None] = []
        self.ended = 0

    def get_pause(self, now: float) -> float:  # noqa: ARG002
        if self.ended >= 2 and self.pauses:
            self.pauses -= 1
            return 0.001
        return 0.0

    def end_job(self, now: float, in_flight: int) -> None:  # noqa: ARG002
        self.ended += 1

    def report_overload(self, now: float, retry_after: float | None = None) -> None:  # noqa: ARG002
        self.overloads.append(retry_after)


def test_a_pause_delays_jobs_and_ends(kit: Kit) -> None:
    controller = Pausing()
    assert len(kit.all(kit(range(20), double, controller))) == 20
    assert controller.pauses == 0
    assert controller.ended == 20


def test_the_controller_learns_of_overloads_that_ended_a_job(kit: Kit) -> None:
    controller = Pausing()

    def run(job: int) -> int:
        raise Overloaded("busy", status=503, retry_after=float(job))

    kit.all(kit(range(2), run, controller))
    assert sorted(controller.overloads) == [0.0, 1.0]


class Growing(FixedConcurrency):
    """A controller whose limit grows with each job."""

    def end_job(self, now: float, in_flight: int) -> None:  # noqa: ARG002
        self.limit += 1


def test_a_pool_follows_a_growing_limit(kit: Kit) -> None:
    gate = Gate()
    controller = Growing(1)
    run = kit.gated(gate)
    pool = kit(range(40), lambda job: double(job) if job < 5 else run(job), controller)
    opener = threading.Thread(
        target=lambda: (gate.wait_for(lambda: len(gate.entered) == 6), gate.open())
    )
    opener.start()
    assert len(kit.all(pool)) == 40
    opener.join()


def test_only_one_task_takes_the_outcomes() -> None:
    async def take_twice() -> None:
        gate = Gate()
        async with AsyncBatchPool([1], gate.run_async, concurrency=FixedConcurrency(1)) as pool:
            first = asyncio.create_task(pool.__anext__())
            await asyncio.sleep(0)
            with pytest.raises(RuntimeError, match="another task"):
                await anext(pool)
            with pytest.raises(StopAsyncIteration):
                await first

    asyncio.run(take_twice())


def test_a_cancelled_caller_cancels_the_jobs() -> None:
    gate = Gate()

    async def take() -> None:
        pool = AsyncBatchPool(range(9), gate.run_async, concurrency=FixedConcurrency(3))
        taking = asyncio.create_task(pool.__anext__())
        while len(gate.entered) < 3:  # noqa: ASYNC110 -- the pool has no event for it
            await asyncio.sleep(0)
        taking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taking
        assert pool.in_flight == 0

    asyncio.run(take())
    assert sorted(gate.cancelled) == [0, 1, 2]


def test_a_job_that_is_cancelled_by_itself_ends_the_pool() -> None:
    async def cancel(_: int) -> int:
        raise asyncio.CancelledError

    async def take() -> None:
        pool = AsyncBatchPool(range(9), cancel, concurrency=FixedConcurrency(3))
        with pytest.raises(asyncio.CancelledError):
            await anext(pool)

    asyncio.run(take())


def test_a_job_of_a_closed_pool_leaves_no_outcome() -> None:
    async def swallow(job: int) -> int:
        try:
            await asyncio.sleep(WAIT)
        except asyncio.CancelledError:
            return job
        return -1

    async def take() -> None:
        pool = AsyncBatchPool(range(9), swallow, concurrency=FixedConcurrency(3))
        taking = asyncio.create_task(pool.__anext__())
        while not pool.in_flight:  # noqa: ASYNC110 -- the pool has no event for it
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        await pool.close()
        with pytest.raises(StopAsyncIteration):
            await taking

    asyncio.run(take())


def test_a_stop_after_the_loop_has_ended_is_nothing() -> None:
    stop = StopRequest()
    gate = Gate()

    async def leave() -> Any:
        pool = AsyncBatchPool(range(9), gate.run_async, concurrency=FixedConcurrency(3), stop=stop)
        taking = asyncio.create_task(pool.__anext__())
        while len(gate.entered) < 3:  # noqa: ASYNC110 -- the pool has no event for it
            await asyncio.sleep(0)
        return pool, taking

    kept = asyncio.run(leave())
    stop.request()
    assert kept


@pytest.fixture
def few_threads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A machine that has a few threads left, and no more."""
    left = [2]
    start = threading.Thread.start

    def start_if_allowed(thread: threading.Thread) -> None:
        if thread.name == "vllm-sdk-batch":
            if not left[0]:
                raise RuntimeError("can't start new thread")
            left[0] -= 1
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_if_allowed)
    return left


def test_a_machine_without_threads_runs_fewer_jobs_at_once(few_threads: list[int]) -> None:
    few_threads[0] = 2
    gate = Gate()
    controller = FixedConcurrency(8)
    pool = BatchPool(range(4), gate.run, concurrency=controller)
    opener = threading.Thread(
        target=lambda: (gate.wait_for(lambda: len(gate.entered) == 2), gate.open())
    )
    opener.start()
    assert len(list(pool)) == 4
    opener.join()
    assert controller.limit == 2


def test_a_machine_that_has_no_thread_left(few_threads: list[int]) -> None:
    few_threads[0] = 0
    pool = BatchPool(range(4), double, concurrency=FixedConcurrency(8))
    with pytest.raises(ConfigurationError, match="thread for the batch"):
        list(pool)


def test_a_stop_just_before_the_end_is_nothing() -> None:
    async def take() -> None:
        gate, stop = Gate(), StopRequest()
        pool = AsyncBatchPool(range(9), gate.run_async, concurrency=FixedConcurrency(3), stop=stop)
        taking = asyncio.create_task(pool.__anext__())
        await asyncio.sleep(0)
        stop.request()
        await pool.close()
        with pytest.raises(StopAsyncIteration):
            await taking

    asyncio.run(take())


def test_jobs_that_fail_after_the_first_failure_add_nothing() -> None:
    gate = Gate()

    def fail(job: int) -> int:
        gate.run(job)
        raise Fault(job)

    opener = threading.Thread(
        target=lambda: (gate.wait_for(lambda: len(gate.entered) == 3), gate.open())
    )
    opener.start()
    # leaving the block waits for what is in flight
    with pytest.raises(Fault):
        with BatchPool(range(3), fail, concurrency=FixedConcurrency(3), abort=gate.open) as pool:
            list(pool)
    opener.join()
    assert pool.in_flight == 0


def test_a_stop_after_the_pool_was_dropped_is_nothing() -> None:
    stop = StopRequest()

    async def drop() -> None:
        pool = AsyncBatchPool([], asyncio.sleep, concurrency=FixedConcurrency(3), stop=stop)
        pool._begin()
        seen = weakref.ref(pool)
        del pool
        gc.collect()
        assert seen() is None
        stop.request()

    asyncio.run(drop())
