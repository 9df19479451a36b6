"""The state and the counters of a server, as one reading of them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import msgspec


class Histogram(msgspec.Struct, frozen=True):
    """Numbers of measurements, sorted into buckets by their size.

    `one + other` merges two histograms.

    Attributes:
        bounds: The upper bound of each bucket, ascending; the last one is infinite.
        counts: The number of measurements in each bucket.
        sum: The sum of all measurements.
    """

    bounds: tuple[float, ...] = (math.inf,)
    counts: tuple[int, ...] = (0,)
    sum: float = 0.0

    @property
    def count(self) -> int:
        """The number of measurements."""
        return sum(self.counts)

    @property
    def mean(self) -> float | None:
        """The mean of the measurements, or None if nothing was measured."""
        return self.sum / self.count if self.count else None

    def quantile(self, q: float) -> float | None:
        """Estimate the size that a share of the measurements does not exceed.

        Measurements are taken as spread evenly over their bucket, as Prometheus does in
        `histogram_quantile`. The true size is in the bucket of the estimate.

        Args:
            q: The share, from 0 to 1: 0.5 for the median.

        Returns:
            The estimate. In the last bucket it is the highest finite bound. None if nothing was
            measured, or if there is only the infinite bound.

        Raises:
            ValueError: `q` is not between 0 and 1.
        """
        if not 0 <= q <= 1:
            raise ValueError(f"a quantile is between 0 and 1, not {q!r}")
        if not self.count or len(self.bounds) == 1:
            return None
        rank = q * self.count
        lower, below = min(0.0, self.bounds[0]), 0
        for upper, count in zip(self.bounds[:-1], self.counts[:-1], strict=True):
            if count and below + count >= rank:
                return lower + (upper - lower) * max(0.0, (rank - below) / count)
            lower, below = upper, below + count
        return lower

    def __add__(self, other: Histogram) -> Histogram:
        """Merge two histograms; each measurement keeps the upper bound of its bucket."""
        counts = dict.fromkeys([*self.bounds, *other.bounds], 0)
        for each in (self, other):
            for bound, count in zip(each.bounds, each.counts, strict=True):
                counts[bound] += count
        bounds = tuple(sorted(counts))
        return Histogram(bounds, tuple(counts[each] for each in bounds), self.sum + other.sum)

    def __sub__(self, earlier: Histogram) -> Histogram:
        """Return the measurements since an earlier reading of the same histogram.

        Raises:
            ValueError: The other one is not earlier: it has other buckets or more measurements.
        """
        if not self.continues(earlier):
            raise ValueError("the histogram does not continue the one that is subtracted")
        counts = tuple(
            mine - theirs for mine, theirs in zip(self.counts, earlier.counts, strict=True)
        )
        return Histogram(self.bounds, counts, max(0.0, self.sum - earlier.sum))

    def continues(self, earlier: Histogram) -> bool:
        """Tell whether this is a later reading: of the same buckets, none with fewer measurements.

        Args:
            earlier: The other reading.
        """
        return self.bounds == earlier.bounds and all(
            now >= then for now, then in zip(self.counts, earlier.counts, strict=True)
        )


class Metrics(msgspec.Struct, frozen=True, kw_only=True):
    """One reading of a server's metrics (`GET /metrics`).

    Numbers are those of all engines of the server together. Counters count from the start of the
    server. `later - earlier` is what happened between two readings. Its counters and histograms
    are those of the time between; its numbers of requests and its `cache_usage` are the later
    ones. If the server was restarted in between, it is what happened since then.

    A metric that the server does not report is None. With `--disable-log-stats` vLLM reports none.

    Attributes:
        running: The number of requests that are being worked on.
        waiting: The number of requests in the queue.
        cache_usage: The share of the KV cache in use, 0 to 1; the mean over the engines.
        prefix_cache_queries: Counter of the tokens that were looked up in the prefix cache.
        prefix_cache_hits: Counter of the tokens that were found there.
        preemptions: Counter of the requests that lost their place in the KV cache for others.
        prompt_tokens: Counter of the tokens of prompts.
        cached_prompt_tokens: Counter of the tokens of prompts that came from a cache.
        generation_tokens: Counter of the generated tokens.
        finished: Counters of finished requests by finish reason: `stop`, `length`, `abort`,
            `error`, …
        time_to_first_token: Seconds from a request's arrival to its first token.
        inter_token_latency: Seconds between two tokens of a request.
        request_latency: Seconds from a request's arrival to its last token.
        queue_time: Seconds that requests waited in the queue.
        raw: The response as text, which has all other metrics; empty for a difference.
    """

    running: int | None = None
    waiting: int | None = None
    cache_usage: float | None = None
    prefix_cache_queries: int | None = None
    prefix_cache_hits: int | None = None
    preemptions: int | None = None
    prompt_tokens: int | None = None
    cached_prompt_tokens: int | None = None
    generation_tokens: int | None = None
    finished: Mapping[str, int] = {}
    time_to_first_token: Histogram | None = None
    inter_token_latency: Histogram | None = None
    request_latency: Histogram | None = None
    queue_time: Histogram | None = None
    raw: str = ""

    @property
    def prefix_hit_rate(self) -> float | None:
        """The share of looked up tokens that the prefix cache had, or None without look-ups."""
        if not self.prefix_cache_queries or self.prefix_cache_hits is None:
            return None
        return self.prefix_cache_hits / self.prefix_cache_queries

    def __sub__(self, earlier: Metrics) -> Metrics:
        """Return what happened since an earlier reading."""
        values: dict[str, Any] = {name: getattr(self, name) for name in self.__struct_fields__}
        values["raw"] = ""
        if self._continues(earlier):
            for name in (*_COUNTERS, *_HISTOGRAMS):
                now, then = values[name], getattr(earlier, name)
                if then is not None:
                    values[name] = now - then
            values["finished"] = {
                reason: count - earlier.finished.get(reason, 0)
                for reason, count in self.finished.items()
            }
        return Metrics(**values)

    def _continues(self, earlier: Metrics) -> bool:
        """Tell whether no counter fell, which the restart of a server would cause."""
        counted = [
            (getattr(self, name), getattr(earlier, name)) for name in (*_COUNTERS, *_HISTOGRAMS)
        ] + [(self.finished.get(reason), count) for reason, count in earlier.finished.items()]
        return all(_goes_up(now, then) for now, then in counted if then is not None)

    def __repr__(self) -> str:
        """Show the values without the text of the response."""
        shown = ", ".join(
            f"{name}={getattr(self, name)!r}" for name in self.__struct_fields__ if name != "raw"
        )
        return f"Metrics({shown})"


_COUNTERS = (
    "prefix_cache_queries",
    "prefix_cache_hits",
    "preemptions",
    "prompt_tokens",
    "cached_prompt_tokens",
    "generation_tokens",
)
_HISTOGRAMS = ("time_to_first_token", "inter_token_latency", "request_latency", "queue_time")


def _goes_up(now: Any, then: Any) -> bool:
    if isinstance(now, Histogram):
        return now.continues(then)
    return now is not None and now >= then
