"""`vllm-sdk metrics`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Annotated, Any

from cyclopts import App, Parameter

from vllm_sdk import VLLM
from vllm_sdk.cli.connection import Connection, ConnectionFlags, JSONFlag
from vllm_sdk.cli.exit_codes import ExitCode, UsageError
from vllm_sdk.cli.output import build_table, new_console, write, write_json, write_rows
from vllm_sdk.types import Histogram, Metrics

HELP = "Show the server's queue, cache, tokens and latencies."
EPILOGUE = """Examples:

  vllm-sdk metrics
  vllm-sdk metrics --watch --interval 5
  vllm-sdk metrics --watch --readings 2 --json | tail -1 | jq .generation_tokens
  vllm-sdk metrics --raw | grep spec_decode

The first reading counts from the start of the server, each further one from the reading before.
Latencies are the median and the 95th percentile, in seconds."""

app = App(name="metrics", help=HELP, help_epilogue=EPILOGUE)

LATENCIES = {
    "first token": "time_to_first_token",
    "between tokens": "inter_token_latency",
    "whole request": "request_latency",
    "in the queue": "queue_time",
}


@app.default
def show_metrics(
    *,
    watch: Annotated[bool, Parameter(negative=())] = False,
    interval: float = 2.0,
    readings: int | None = None,
    raw: Annotated[bool, Parameter(negative=())] = False,
    json: JSONFlag = False,
    connection: ConnectionFlags = Connection(),  # noqa: B008 -- it is frozen
) -> int:
    """Show the metrics.

    Args:
        watch: Read again and again, until Ctrl-C.
        interval: Seconds between two readings.
        readings: The number of readings after which --watch ends.
        raw: Write the server's own text, with all its metrics.
        json: Write each reading as a line of JSON.
        connection: The server.
    """
    if not interval > 0:
        raise UsageError(f"--interval is a number of seconds above 0, not {interval:g}.")
    if readings is not None and readings < 1:
        raise UsageError(f"--readings is 1 or more, not {readings}.")
    limit = readings if watch else 1
    with connection.open_client() as client:
        if raw:
            write(client.server.metrics().raw, end="")
        elif json:
            for metrics in _read(client, interval, limit):
                write_json(describe(metrics))
        elif watch and sys.stdout.isatty():
            _watch(_read(client, interval, limit))
        else:
            for number, metrics in enumerate(_read(client, interval, limit)):
                if number:
                    write("")
                write_rows(list_rows(metrics))
    return ExitCode.DONE


def _read(client: VLLM, interval: float, limit: int | None) -> Iterator[Metrics]:
    """Yield a reading, and from then on what happened since the one before."""
    earlier = client.server.metrics()
    yield earlier
    number = 1
    while limit is None or number < limit:
        time.sleep(interval)
        later = client.server.metrics()
        yield later - earlier
        earlier, number = later, number + 1


def _watch(readings: Iterator[Metrics]) -> None:
    """Show a table that changes."""
    from rich.live import Live

    with Live(console=new_console(), auto_refresh=False) as live:
        for metrics in readings:
            live.update(build_table(list_rows(metrics)), refresh=True)


def describe(metrics: Metrics) -> dict[str, Any]:
    """Return a reading for JSON."""
    values = {name: getattr(metrics, name) for name in metrics.__struct_fields__ if name != "raw"}
    for name in LATENCIES.values():
        if (histogram := values[name]) is not None:
            values[name] = {
                "count": histogram.count,
                "mean": histogram.mean,
                "p50": histogram.quantile(0.5),
                "p95": histogram.quantile(0.95),
            }
    return values | {"prefix_hit_rate": metrics.prefix_hit_rate}


def list_rows(metrics: Metrics) -> list[tuple[str, ...]]:
    """Return a reading as rows of names and values."""
    finished = [f"{count} {reason}" for reason, count in metrics.finished.items() if count]
    rows = {
        "running": _show(metrics.running),
        "waiting": _show(metrics.waiting),
        "cache use": _show_share(metrics.cache_usage),
        "prefix hits": _show_share(metrics.prefix_hit_rate),
        "preemptions": _show(metrics.preemptions),
        "prompt tokens": _show(metrics.prompt_tokens),
        "generated tokens": _show(metrics.generation_tokens),
        "finished": ", ".join(finished) or "-",
    }
    for name, field in LATENCIES.items():
        rows[name] = _show_latency(getattr(metrics, field))
    return list(rows.items())


def _show(number: int | None) -> str:
    return "-" if number is None else str(number)


def _show_share(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


def _show_latency(histogram: Histogram | None) -> str:
    """Return the median and the 95th percentile."""
    quantiles = [] if histogram is None else [histogram.quantile(0.5), histogram.quantile(0.95)]
    shown = [f"{each:.3g} s" for each in quantiles if each is not None]
    return ", ".join(shown) or "-"
