"""The pools of batches of files, for either client."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from vllm_sdk._batching.async_pool import AsyncBatchPool
from vllm_sdk._batching.stopping import StopRequest
from vllm_sdk._batching.sync_pool import BatchPool
from vllm_sdk._operations.batching.concurrency import ConcurrencyController
from vllm_sdk._operations.batching.line_replies import LineReply
from vllm_sdk._operations.batching.lines import InputLine
from vllm_sdk._transport.protocols import AsyncTransport, Transport


def new_async_line_pool(
    lines: Iterator[InputLine],
    run: Callable[[InputLine], Awaitable[LineReply]],
    controller: ConcurrencyController,
    stop: StopRequest,
    engine: AsyncTransport | None,  # noqa: ARG001 -- cancelled tasks close their connections
) -> AsyncBatchPool[InputLine, LineReply]:
    """Return the pool of an asynchronous batch."""
    return AsyncBatchPool(lines, run, concurrency=controller, stop=stop, in_thread=False)


def new_line_pool(
    lines: Iterator[InputLine],
    run: Callable[[InputLine], LineReply],
    controller: ConcurrencyController,
    stop: StopRequest,
    engine: Transport | None,
) -> BatchPool[InputLine, LineReply]:
    """Return the pool of a synchronous batch, which closes the engine to abort what is in flight.

    Args:
        lines: The lines, which are read from a file that is at hand.
        run: Asks a line.
        controller: Decides how many are in flight.
        stop: The request to stop.
        engine: The engine of this batch alone; None if it has none of its own.
    """
    return BatchPool(
        lines,
        run,
        concurrency=controller,
        stop=stop,
        in_thread=False,
        abort=None if engine is None else engine.close,
    )
