"""The pools of batches of values, for either client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from vllm_sdk._batching.async_pool import AsyncBatchPool
from vllm_sdk._batching.jobs import read_jobs
from vllm_sdk._batching.stopping import StopRequest
from vllm_sdk._batching.sync_pool import BatchPool
from vllm_sdk._operations.batching.concurrency import ConcurrencyController
from vllm_sdk._operations.batching.items import BatchJob, JobReader
from vllm_sdk._transport.protocols import AsyncTransport, Transport

T = TypeVar("T")


def new_async_pool(
    items: Any,
    reader: JobReader[T],
    run: Callable[[BatchJob[T]], Awaitable[Any]],
    *,
    controller: ConcurrencyController,
    stop: StopRequest,
    engine: AsyncTransport | None,  # noqa: ARG001 -- cancelled tasks close their connections
) -> AsyncBatchPool[BatchJob[T], Any]:
    """Return the pool of an asynchronous batch."""
    jobs, may_wait = read_jobs(items, reader)
    return AsyncBatchPool(jobs, run, concurrency=controller, stop=stop, in_thread=may_wait)


def new_pool(
    items: Any,
    reader: JobReader[T],
    run: Callable[[BatchJob[T]], Any],
    *,
    controller: ConcurrencyController,
    stop: StopRequest,
    engine: Transport | None,
) -> BatchPool[BatchJob[T], Any]:
    """Return the pool of a synchronous batch, which closes the engine to abort what is in flight.

    Args:
        items: The items.
        reader: Turns them into jobs.
        run: Runs a job.
        controller: Decides how many are in flight.
        stop: The request to stop.
        engine: The engine of this batch alone; None if it has none of its own.
    """
    jobs, may_wait = read_jobs(items, reader)
    return BatchPool(
        jobs,
        run,
        concurrency=controller,
        stop=stop,
        in_thread=may_wait,
        abort=None if engine is None else engine.close,
    )
