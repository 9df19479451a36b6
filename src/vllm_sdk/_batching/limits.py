"""The limits of the machine on what is in flight: open files, and connections."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import Literal, TypeAlias

from vllm_sdk._operations.batching.concurrency import (
    AutoConcurrency,
    ConcurrencyController,
    FixedConcurrency,
    find_ceiling,
)
from vllm_sdk.errors import ConfigurationError, RequestInvalid

Concurrency: TypeAlias = int | Literal["auto"]
"""The number of requests in flight, or `"auto"` for what the server bears."""


def choose_controller(
    concurrency: Concurrency, connections: int | None = None
) -> ConcurrencyController:
    """Return the controller for an argument of a batch.

    Args:
        concurrency: The number of requests in flight, or `"auto"`.
        connections: Limit on the connections of the client; None if it has no limit of its own.

    Raises:
        ConfigurationError: The machine or the client does not allow that many connections.
        RequestInvalid: The number is not positive.
        TypeError: It is neither a number nor `"auto"`.
    """
    if concurrency == "auto":
        ceiling = find_ceiling(*count_open_files())
        return AutoConcurrency(
            ceiling=ceiling if connections is None else min(ceiling, connections)
        )
    if isinstance(concurrency, bool) or not isinstance(concurrency, int):
        raise TypeError(f"concurrency is a number of requests, or 'auto', not {concurrency!r}")
    if concurrency < 1:
        raise RequestInvalid(f"concurrency={concurrency}: at least one request is in flight.")
    if connections is not None and concurrency > connections:
        raise ConfigurationError(
            f"concurrency={concurrency} is more than the {connections} connections that the client "
            f"may open: give it max_connections={concurrency}, or lower the concurrency."
        )
    files, in_use = count_open_files()
    if find_ceiling(files, in_use, concurrency) < concurrency:
        raise ConfigurationError(
            f"concurrency={concurrency} needs as many connections, and the limit on open files is "
            f"{files}, of which {in_use} are open: raise it (`ulimit -n`), or lower the "
            "concurrency."
        )
    return FixedConcurrency(concurrency)


def count_open_files() -> tuple[int | None, int]:
    """Return the limit on open files of this process, None for no limit, and their number."""
    try:
        import resource
    except ImportError:  # pragma: no cover -- Windows, which has no such limit on sockets
        return None, 0
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    in_use = 0
    with suppress(OSError):
        in_use = len(os.listdir("/dev/fd"))  # noqa: PTH208 -- ids, not paths
    return None if limit == resource.RLIM_INFINITY else limit, in_use
