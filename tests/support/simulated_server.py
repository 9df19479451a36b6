"""A simulated server in virtual time, for the controller of a batch's concurrency."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable

import attrs

from vllm_sdk._operations.batching.concurrency import ConcurrencyController

RETRY_AFTER = (1.0, 9.0)
"""The least and the most seconds before a refused request is sent again."""


@attrs.define
class SimulatedServer:
    """Shares its speed among its requests, and refuses those beyond its capacity.

    Attributes:
        speed: The speed of each of n requests, in units of work per second.
        spread: The work of a request is 1 ± spread.
        capacity: The requests that it takes at once; it refuses others as overloaded.
        seed: The seed of its chance.
        now: The time.
        done: The time at which each request has ended.
        limits: The limit of the controller after each request.
        refused: The number of refusals.
        most: The most requests that were in flight.
    """

    speed: Callable[[int], float]
    spread: float = 0.0
    capacity: Callable[[float], int] = lambda _: 10**9
    seed: int = 0
    now: float = 0.0
    done: list[float] = attrs.field(factory=list)
    limits: list[int] = attrs.field(factory=list)
    refused: int = 0
    most: int = 0

    def serve(self, controller: ConcurrencyController, jobs: int) -> None:
        """Run jobs as a pool does: at most `limit` in flight, none new during a pause."""
        chance = random.Random(self.seed)  # noqa: S311 -- a simulation
        work = 0.0  # that each request would have got so far
        running: list[float] = []  # the work at which each ends
        waiting: list[float] = []  # the times at which refused ones come again
        left = jobs

        def admit() -> None:
            if len(running) >= self.capacity(self.now):
                self.refused += 1
                controller.report_overload(self.now)
                heapq.heappush(waiting, self.now + chance.uniform(*RETRY_AFTER))
            else:
                share = 1 + chance.uniform(-self.spread, self.spread)
                heapq.heappush(running, work + share)

        while left or running or waiting:
            pause = controller.get_pause(self.now)
            while left and not pause and len(running) + len(waiting) < controller.limit:
                left -= 1
                admit()
                pause = controller.get_pause(self.now)
            self.most = max(self.most, len(running) + len(waiting))
            speed = self.speed(len(running)) if running else 0.0
            ends_at = self.now + (running[0] - work) / speed if running else float("inf")
            comes_at = waiting[0] if waiting else float("inf")
            resumes_at = self.now + pause if pause and left else float("inf")
            upcoming = min(ends_at, comes_at, resumes_at)
            work += speed * (upcoming - self.now)
            self.now = upcoming
            if upcoming == ends_at:
                heapq.heappop(running)
                self.done.append(self.now)
                controller.end_job(self.now, len(running) + len(waiting))
                self.limits.append(controller.limit)
            elif upcoming == comes_at:
                heapq.heappop(waiting)
                admit()

    def measure_rate(self, start: float, end: float = 1.0) -> float:
        """Return the requests per second of a part of the run, from one share to another."""
        first, last = int(len(self.done) * start), int(len(self.done) * end) - 1
        return (last - first) / (self.done[last] - self.done[first])
