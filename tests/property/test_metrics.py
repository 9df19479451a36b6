"""Readings of a server's metrics: quantiles, differences, and the text that they are read from."""

from __future__ import annotations

import math
from bisect import bisect_left

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.metrics import BOUNDS, Engine, engines, expose, histograms, readings
from vllm_sdk._operations.core import Response
from vllm_sdk._operations.metrics import import_parser, read_metrics
from vllm_sdk.errors import UnexpectedResponse
from vllm_sdk.types import Histogram, Metrics

EDGES = (0.0, *BOUNDS, math.inf)
shares = st.floats(0, 1)


def sort_into_buckets(values: list[float]) -> Histogram:
    counts = [0] * (len(BOUNDS) + 1)
    for value in values:
        counts[bisect_left(BOUNDS, value)] += 1
    return Histogram((*BOUNDS, math.inf), tuple(counts), sum(values))


@given(st.lists(st.floats(0, 5), min_size=1), shares)
def test_a_quantile_is_in_the_bucket_of_the_true_one(values: list[float], share: float) -> None:
    estimate = sort_into_buckets(values).quantile(share)
    true = sorted(values)[max(0, math.ceil(share * len(values)) - 1)]
    bucket = bisect_left(BOUNDS, true)
    assert estimate is not None
    assert EDGES[bucket] <= estimate <= min(EDGES[bucket + 1], BOUNDS[-1])


@given(histograms(), shares, shares)
def test_a_larger_share_has_no_smaller_quantile(
    histogram: Histogram, one: float, other: float
) -> None:
    low, high = (histogram.quantile(each) for each in sorted((one, other)))
    assert (low is None) == (high is None) == (histogram.count == 0)
    if low is not None and high is not None:
        assert low <= high


@given(histograms(), histograms((0.5, 7.0)))
def test_merged_histograms_have_the_measurements_of_both(one: Histogram, other: Histogram) -> None:
    merged = one + other
    assert merged == other + one
    assert merged.count == one.count + other.count
    for bound in merged.bounds:
        assert sum_up_to(merged, bound) == sum_up_to(one, bound) + sum_up_to(other, bound)


def sum_up_to(histogram: Histogram, bound: float) -> int:
    return sum(
        count
        for upper, count in zip(histogram.bounds, histogram.counts, strict=True)
        if upper <= bound
    )


@given(histograms(), histograms())
def test_a_difference_of_histograms_is_what_was_added(one: Histogram, other: Histogram) -> None:
    difference = (one + other) - one
    assert difference.counts == other.counts
    assert difference.sum == pytest.approx(other.sum, abs=1e-6)


@given(readings, readings)
def test_a_difference_is_what_happened_in_between(earlier: Metrics, happened: Metrics) -> None:
    later = add(earlier, happened)
    difference = later - earlier
    for name in happened.__struct_fields__:
        value, expected = getattr(difference, name), getattr(happened, name)
        if name in ("running", "waiting", "cache_usage"):
            assert value == getattr(later, name)
        elif isinstance(value, Histogram):
            assert value.counts == (expected.counts if expected else (0,) * len(value.counts))
        elif name == "finished":
            assert {reason: count for reason, count in value.items() if count} == {
                reason: count for reason, count in expected.items() if count
            }
        elif value is not None:
            assert value == (expected or "" if name == "raw" else expected or 0)


def add(earlier: Metrics, happened: Metrics) -> Metrics:
    """Return the reading after something has happened."""
    values = {}
    for name in earlier.__struct_fields__:
        one, other = getattr(earlier, name), getattr(happened, name)
        if name == "finished":
            values[name] = {
                reason: one.get(reason, 0) + other.get(reason, 0) for reason in {*one, *other}
            }
        elif name in ("running", "waiting", "cache_usage"):
            values[name] = other
        else:
            values[name] = other if one is None else one if other is None else one + other
    return Metrics(**values)


@given(readings, st.integers(1, 5))
def test_a_restarted_server_has_counted_from_zero(later: Metrics, more: int) -> None:
    earlier = msgspec.structs.replace(
        later, generation_tokens=(later.generation_tokens or 0) + more
    )
    assert later - earlier == later


@given(st.lists(engines, min_size=1, max_size=3))
def test_a_reading_has_the_numbers_of_all_engines(states: list[Engine]) -> None:
    read = read_text(expose(*states))
    assert read.running == sum(each.running for each in states)
    assert read.waiting == sum(each.waiting for each in states)
    assert read.cache_usage == pytest.approx(sum(each.usage for each in states) / len(states))
    assert read.generation_tokens == sum(each.tokens for each in states)
    assert read.finished == {"stop": sum(each.stopped for each in states)}
    latencies = [seconds for each in states for seconds in each.latencies]
    assert read.request_latency is not None
    assert read.request_latency.counts == sort_into_buckets(latencies).counts
    assert read.request_latency.sum == pytest.approx(sum(latencies))
    assert read.time_to_first_token is None
    assert read.preemptions is None


@given(engines, st.data())
def test_a_broken_text_is_read_or_refused(engine: Engine, data: st.DataObject) -> None:
    text = bytearray(expose(engine))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text) - 1))
        text[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=5))
    try:
        read = read_text(bytes(text))
    except UnexpectedResponse as error:
        assert "not metrics" in error.message  # noqa: PT017 -- most texts are read
    else:
        assert read - read is not None
        for histogram in (read.request_latency, (read - read).request_latency):
            assert histogram is None or histogram.quantile(0.5) is None or histogram.count


def read_text(text: bytes) -> Metrics:
    headers = {"Content-Type": "text/plain; version=1.0.0"}
    return read_metrics(Response("http://x/metrics", 200, headers, text), import_parser())
