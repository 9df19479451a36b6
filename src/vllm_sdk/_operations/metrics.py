"""The server's metrics: `GET /metrics`, in the text format of Prometheus."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from vllm_sdk._operations.body_forms import BodyForm, recognise_form
from vllm_sdk._operations.core import Operation, Response, build_get, build_unexpected_response
from vllm_sdk.errors import ConfigurationError
from vllm_sdk.types import Histogram, Metrics

Samples: TypeAlias = dict[str, list[tuple[dict[str, str], float]]]
"""The samples of vLLM by name, each with its labels and its value."""

_PREFIX = "vllm:"
_MISSING = 'server.metrics needs an extra: pip install "vllm-typed-sdk[metrics]"'
_NO_METRICS = {BodyForm.HTML, BodyForm.JSON, BodyForm.EVENTS}
_UNFIT = (ValueError, IndexError, KeyError)
"""What the parser, or a bound that is not a number, raises."""

_GAUGES = {"running": "num_requests_running", "waiting": "num_requests_waiting"}
_COUNTERS = {
    "prefix_cache_queries": "prefix_cache_queries_total",
    "prefix_cache_hits": "prefix_cache_hits_total",
    "preemptions": "num_preemptions_total",
    "prompt_tokens": "prompt_tokens_total",
    "cached_prompt_tokens": "prompt_tokens_cached_total",
    "generation_tokens": "generation_tokens_total",
}
_HISTOGRAMS = {
    "time_to_first_token": "time_to_first_token_seconds",
    "inter_token_latency": "inter_token_latency_seconds",
    "request_latency": "e2e_request_latency_seconds",
    "queue_time": "request_queue_time_seconds",
}


def fetch_metrics() -> Operation[Metrics]:
    """Ask for the metrics.

    Raises:
        ConfigurationError: The extra that reads them is not installed. Nothing was sent.
    """
    parse = import_parser()
    response = yield build_get("/metrics")
    return read_metrics(response, parse)


def import_parser() -> Callable[[str], Iterable[Any]]:
    """Import the parser of the text format, which needs an extra."""
    try:
        from prometheus_client.parser import text_string_to_metric_families as parse
    except ImportError:
        raise ConfigurationError(_MISSING) from None
    return parse


def read_metrics(response: Response, parse: Callable[[str], Iterable[Any]]) -> Metrics:
    """Read a response; metrics that the facade does not know are left in `raw`.

    Raises:
        UnexpectedResponse: The body is not in the text format.
    """
    form = recognise_form(response.content_type, response.content)
    if form in _NO_METRICS:
        raise build_unexpected_response(response, f"it is {form.value}, not metrics")
    text = response.content.decode("utf-8", "replace")
    try:
        samples = _collect(parse(text))
        values: dict[str, Any] = {
            **{field: _count(samples, name) for field, name in (_GAUGES | _COUNTERS).items()},
            **{field: _read_histogram(samples, name) for field, name in _HISTOGRAMS.items()},
        }
    except _UNFIT as error:
        raise build_unexpected_response(response, f"it is not metrics: {error}") from None
    usage = [value for _, value in samples[f"{_PREFIX}kv_cache_usage_perc"]]
    return Metrics(
        **values,
        cache_usage=sum(usage) / len(usage) if usage else None,
        finished=_count_by(samples, "request_success_total", "finished_reason"),
        raw=text,
    )


def _collect(families: Iterable[Any]) -> Samples:
    """Collect the finite samples of vLLM."""
    samples: Samples = defaultdict(list)
    for family in families:
        for sample in family.samples:
            if sample.name.startswith(_PREFIX) and math.isfinite(sample.value):
                samples[sample.name].append((sample.labels, sample.value))
    return samples


def _count(samples: Samples, name: str) -> int | None:
    """Add the values of all engines."""
    found = samples[f"{_PREFIX}{name}"]
    return int(sum(value for _, value in found)) if found else None


def _count_by(samples: Samples, name: str, label: str) -> dict[str, int]:
    """Add the values of all engines, by a label."""
    counts: dict[str, int] = defaultdict(int)
    for labels, value in samples[f"{_PREFIX}{name}"]:
        counts[labels.get(label, "")] += int(value)
    return dict(counts)


def _read_histogram(samples: Samples, name: str) -> Histogram | None:
    """Merge the histograms of all engines."""
    engines: dict[frozenset[tuple[str, str]], dict[float, float]] = defaultdict(dict)
    for labels, value in samples[f"{_PREFIX}{name}_bucket"]:
        others = frozenset(each for each in labels.items() if each[0] != "le")
        engines[others][float(labels["le"])] = value
    if not engines:
        return None
    seconds = sum(value for _, value in samples[f"{_PREFIX}{name}_sum"])
    merged = Histogram(sum=seconds)
    for cumulative in engines.values():
        merged += _separate(cumulative)
    return merged


def _separate(cumulative: dict[float, float]) -> Histogram:
    """Return the number in each bucket, of numbers that count the buckets below, too."""
    bounds = sorted(bound for bound in cumulative if bound < math.inf)
    counts: list[int] = []
    below = 0
    for bound in bounds:
        counts.append(max(0, int(cumulative[bound]) - below))
        below += counts[-1]
    last = max(0, int(cumulative.get(math.inf, 0)) - below)
    return Histogram((*bounds, math.inf), (*counts, last))
