"""The checks of a server's metrics."""

from __future__ import annotations

from collections.abc import Iterator

from vllm_sdk import VLLMError
from vllm_sdk.cli.findings import Finding, Patient
from vllm_sdk.types import Metrics

FULL_CACHE = 0.9
"""The share of the KV cache from which on requests are about to be preempted."""


def check_metrics(patient: Patient) -> Iterator[Finding]:
    """Check the queue, the cache, preemptions and the prefix cache."""
    try:
        metrics = patient.client.server.metrics()
    except VLLMError as error:
        yield Finding(
            "metrics",
            "warning",
            f"The metrics cannot be read: {error.message}",
            "Let the gateway pass /metrics, or ask vLLM directly.",
        )
        return
    if metrics.running is None:
        yield Finding(
            "metrics",
            "warning",
            "The server reports no metrics of vLLM.",
            "Start it without --disable-log-stats, or ask vLLM directly.",
        )
        return
    yield _check_queue(metrics)
    yield _check_cache(metrics)
    yield _check_preemptions(metrics)
    yield _check_prefixes(metrics)


def _check_queue(metrics: Metrics) -> Finding:
    says = f"{metrics.running} requests are running, {metrics.waiting or 0} are waiting."
    if not metrics.waiting:
        return Finding("queue", "ok", says)
    return Finding(
        "queue",
        "warning",
        says,
        "Raise --max-num-seqs if the cache has room, add servers, or send fewer requests at once.",
    )


def _check_cache(metrics: Metrics) -> Finding:
    usage = metrics.cache_usage or 0.0
    if usage < FULL_CACHE:
        return Finding("cache", "ok", f"{usage:.0%} of the KV cache is in use.")
    return Finding(
        "cache",
        "warning",
        f"{usage:.0%} of the KV cache is in use.",
        "Raise --gpu-memory-utilization, or lower --max-num-seqs or --max-model-len.",
    )


def _check_preemptions(metrics: Metrics) -> Finding:
    if not metrics.preemptions:
        return Finding("preemptions", "ok", "No request lost its place in the KV cache.")
    return Finding(
        "preemptions",
        "warning",
        f"{metrics.preemptions} times a request lost its place in the KV cache, and had to be "
        "computed again.",
        "Raise --gpu-memory-utilization, lower --max-num-seqs, or use --tensor-parallel-size.",
    )


def _check_prefixes(metrics: Metrics) -> Finding:
    rate = metrics.prefix_hit_rate
    if rate is None:
        return Finding("prefix cache", "skipped", "Nothing was looked up in the prefix cache.")
    return Finding("prefix cache", "ok", f"It had {rate:.0%} of the prompt tokens.")
