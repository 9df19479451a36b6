"""Readings of a server's metrics, and the text in which vLLM exposes them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import attrs
from hypothesis import strategies as st
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client import Histogram as WrittenHistogram

from vllm_sdk.types import Histogram, Metrics

_disable: Callable[[], None] = disable_created_metrics
_disable()  # a time would make every text another one

LABELS = ("model_name", "engine")
BOUNDS = (0.1, 0.5, 2.0)
REASONS = ("stop", "length", "abort")

counts = st.integers(0, 1000)
optional_counts = st.none() | counts


def histograms(bounds: Sequence[float] = BOUNDS) -> st.SearchStrategy[Histogram]:
    """Histograms of the same buckets."""
    size = len(bounds) + 1
    return st.builds(
        Histogram,
        st.just((*bounds, math.inf)),
        st.tuples(*[counts] * size),
        st.floats(0, 1e6),
    )


readings = st.builds(
    Metrics,
    running=optional_counts,
    waiting=optional_counts,
    cache_usage=st.none() | st.floats(0, 1),
    prefix_cache_queries=optional_counts,
    prefix_cache_hits=optional_counts,
    preemptions=optional_counts,
    prompt_tokens=optional_counts,
    cached_prompt_tokens=optional_counts,
    generation_tokens=optional_counts,
    finished=st.dictionaries(st.sampled_from(REASONS), counts),
    time_to_first_token=st.none() | histograms(),
    inter_token_latency=st.none() | histograms(),
    request_latency=st.none() | histograms(),
    queue_time=st.none() | histograms(),
)
"""Any readings, of which none needs to follow another."""


@attrs.frozen
class Engine:
    """The state of one engine."""

    running: int
    waiting: int
    usage: float
    tokens: int
    stopped: int
    latencies: tuple[float, ...]


engines = st.builds(
    Engine,
    running=counts,
    waiting=counts,
    usage=st.floats(0, 1),
    tokens=counts,
    stopped=counts,
    latencies=st.lists(st.floats(0, 5), max_size=8).map(tuple),
)


def expose(*engines: Engine) -> bytes:
    """Write the metrics of a server in the text format, as vLLM does: with `prometheus-client`."""
    registry = CollectorRegistry()
    labelled: dict[str, Any] = {"labelnames": LABELS, "registry": registry}
    running = Gauge("vllm:num_requests_running", "Running.", **labelled)
    waiting = Gauge("vllm:num_requests_waiting", "Waiting.", **labelled)
    usage = Gauge("vllm:kv_cache_usage_perc", "1 means 100 percent.", **labelled)
    tokens = Counter("vllm:generation_tokens", "Generated.", **labelled)
    stopped = Counter(
        "vllm:request_success", "Done.", (*LABELS, "finished_reason"), registry=registry
    )
    latency = WrittenHistogram(
        "vllm:e2e_request_latency_seconds", "Latency.", buckets=BOUNDS, **labelled
    )
    Gauge("process_open_fds", "Another program's.", registry=registry).set(7)
    Counter("vllm:of_tomorrow", "A metric that nobody knows yet.", **labelled).labels("m", "0")
    for index, engine in enumerate(engines):
        labels = ("tiny", str(index))
        running.labels(*labels).set(engine.running)
        waiting.labels(*labels).set(engine.waiting)
        usage.labels(*labels).set(engine.usage)
        tokens.labels(*labels).inc(engine.tokens)
        stopped.labels(*labels, "stop").inc(engine.stopped)
        latency.labels(*labels)
        for seconds in engine.latencies:
            latency.labels(*labels).observe(seconds)
    return generate_latest(registry)
