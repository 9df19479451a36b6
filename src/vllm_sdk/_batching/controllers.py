"""The controller of a batch."""

from __future__ import annotations

from typing import Any

from vllm_sdk._operations.batching.concurrency import (
    AutoConcurrency,
    ConcurrencyController,
    FixedConcurrency,
)
from vllm_sdk.errors import RequestInvalid


def build_controller(concurrency: Any) -> ConcurrencyController:
    """Build what `concurrency=` means.

    Raises:
        RequestInvalid: It is less than 1.
        TypeError: It is neither a number nor "auto".
    """
    if concurrency == "auto":
        return AutoConcurrency()
    if not isinstance(concurrency, int) or isinstance(concurrency, bool):
        raise TypeError(f"concurrency is a number of requests or 'auto', not {concurrency!r}")
    if concurrency < 1:
        raise RequestInvalid(f"concurrency={concurrency}: it is a number of requests, 1 or more.")
    return FixedConcurrency(concurrency)
