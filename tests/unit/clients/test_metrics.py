"""`client.server.metrics()`: what is read, and what is refused."""

from __future__ import annotations

import math
import sys
from typing import Any

import pytest

from local_server import serving
from strategies.metrics import Engine, expose
from vllm_sdk import errors
from vllm_sdk.types import Histogram, Metrics

EXPOSED = expose(
    Engine(running=2, waiting=1, usage=0.25, tokens=40, stopped=3, latencies=(0.2, 0.4, 3.0)),
    Engine(running=1, waiting=0, usage=0.75, tokens=2, stopped=1, latencies=(0.05,)),
)
TEXT = "text/plain; version=1.0.0; charset=utf-8"


def test_metrics_are_those_of_all_engines(connect: Any) -> None:
    with serving(body=EXPOSED, content_type=TEXT) as server:
        metrics = connect(server.url).server.metrics()
    assert [f"{each.method} {each.path}" for each in server.requests] == ["GET /metrics"]
    assert metrics == Metrics(
        running=3,
        waiting=1,
        cache_usage=0.5,
        generation_tokens=42,
        finished={"stop": 4},
        request_latency=Histogram((0.1, 0.5, 2.0, math.inf), (1, 2, 0, 1), 3.65),
        raw=EXPOSED.decode(),
    )
    assert "vllm:of_tomorrow_total" in metrics.raw
    assert "of_tomorrow" not in repr(metrics)
    assert "generation_tokens=42" in repr(metrics)


def test_a_server_without_metrics_of_vllm_reports_none(connect: Any) -> None:
    with serving(body=b"process_open_fds 7.0\n", content_type=TEXT) as server:
        assert connect(server.url).server.metrics() == Metrics(raw="process_open_fds 7.0\n")


def test_values_that_are_not_numbers_are_left_out(connect: Any) -> None:
    body = b"vllm:num_requests_running NaN\nvllm:num_requests_waiting +Inf\n"
    with serving(body=body, content_type=TEXT) as server:
        metrics = connect(server.url).server.metrics()
    assert metrics.running is metrics.waiting is None


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<html><title>Welcome</title></html>", "text/html"),
        (b'{"detail": "no metrics"}', "application/json"),
        (b"Hello, I am a gateway.", "text/plain"),
        (b'vllm:e2e_request_latency_seconds_bucket{le="soon"} 1\n', TEXT),
        (b"vllm:e2e_request_latency_seconds_bucket 1\n", TEXT),
    ],
)
def test_what_is_not_metrics_is_refused(connect: Any, body: bytes, kind: str) -> None:
    with serving(body=body, content_type=kind) as server:
        with pytest.raises(errors.UnexpectedResponse, match="not metrics"):
            connect(server.url).server.metrics()


def test_without_the_extra_nothing_is_sent(connect: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client.parser", None)
    with serving(body=EXPOSED, content_type=TEXT) as server:
        with pytest.raises(errors.ConfigurationError, match=r"pip install .*\[metrics\]"):
            connect(server.url).server.metrics()
    assert server.requests == []


def test_a_hit_rate_needs_look_ups() -> None:
    assert Metrics(prefix_cache_queries=8, prefix_cache_hits=2).prefix_hit_rate == 0.25
    assert Metrics(prefix_cache_queries=0, prefix_cache_hits=0).prefix_hit_rate is None
    assert Metrics(prefix_cache_queries=8).prefix_hit_rate is None
    assert Metrics().prefix_hit_rate is None


def test_a_metric_that_disappears_is_that_of_a_restarted_server() -> None:
    earlier = Metrics(preemptions=1, generation_tokens=5)
    assert Metrics(generation_tokens=9) - earlier == Metrics(generation_tokens=9)


def test_quantiles_are_interpolated_within_their_bucket() -> None:
    histogram = Histogram((1.0, 2.0, 4.0, math.inf), (0, 4, 4, 2), 30.0)
    assert histogram.quantile(0) == 1.0
    assert histogram.quantile(0.2) == 1.5
    assert histogram.quantile(0.6) == 3.0
    assert histogram.quantile(1) == 4.0
    assert histogram.mean == 3.0
    assert Histogram().mean is None
    assert Histogram(counts=(3,), sum=1.0).quantile(0.5) is None
    with pytest.raises(ValueError, match=r"between 0 and 1, not 50"):
        histogram.quantile(50)


def test_a_histogram_is_subtracted_from_its_later_reading_alone() -> None:
    with pytest.raises(ValueError, match="does not continue"):
        Histogram() - Histogram(counts=(1,))
    with pytest.raises(ValueError, match="does not continue"):
        Histogram() - Histogram((1.0, math.inf), (0, 0))
